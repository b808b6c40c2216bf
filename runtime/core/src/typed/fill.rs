//! Filling structs from documents.

use crate::Number;
use crate::document::{Content, NodeRef};
use crate::facts::Schema;
use crate::facts::property_index::PropertySet;
use crate::json::call;
use crate::json::intrinsic::Intrinsic;
use crate::judge;
use crate::text::{coerce, function};
use crate::typed::fill_error::{Cause, FillError, FillErrors, FillResult};
use crate::typed::record::Record;
use crate::typed::slot::Slot;
use crate::typed::view::View;

/// The name of the function whose call stands in a node, or that adds members to it.
pub(crate) fn function(node: NodeRef<'_>) -> Option<&str> {
    let call = call::of(node).or_else(|| call::extension(node));
    call.map(|(name, _)| name)
}

/// Whether what stands in a node may fit as a literal.
pub(crate) fn may_be_literal(node: NodeRef<'_>) -> bool {
    !node.is_other_form() && call::of(node).is_none()
}

/// What a value becomes instead of the literal that was just taken from a node, if that cannot stay as it is.
///
/// # Errors
///
/// The mismatch, if that is known before deployment.
#[inline]
pub(crate) fn instead(
    filled: FillResult,
    literal: View<'_>,
    node: NodeRef<'_>,
) -> Result<Option<Intrinsic>, FillError> {
    match (filled, literal) {
        (Ok(()), View::Float(number)) => Ok(digits(number, node)),
        (Ok(()), _) => Ok(None),
        (Err(mismatch), _) => instead_of_any(node, Some(mismatch)),
    }
}

/// What stands in a node as a value that only deployment knows: a call, or what did not fit as a literal; or a value in
/// another form than its type.
///
/// # Errors
///
/// The mismatch, if that is known before deployment.
pub(crate) fn instead_of_any(
    node: NodeRef<'_>,
    mismatch: Option<FillError>,
) -> Result<Option<Intrinsic>, FillError> {
    match mismatch {
        Some(mismatch) if !call::is_unknown(node) => Err(mismatch),
        _ if node.is_waste() => Ok(Some(Intrinsic::no_value())),
        _ if node.is_other_form() => Ok(Some(Intrinsic::other_form(node.to_json()))),
        _ => Ok(Some(Intrinsic::written(node.to_json()))),
    }
}

/// Up to this one doubles hold all integers.
const EXACT: u64 = 1 << 53;

/// The digits of a number that was just taken from a node, if it would be written otherwise than it stands there.
pub(crate) fn digits(number: f64, node: NodeRef<'_>) -> Option<Intrinsic> {
    let text = node.number_text()?;
    // Nearly all numbers.
    if coerce::plain_integer(text).is_some_and(|integer| integer.unsigned_abs() <= EXACT) {
        return None;
    }
    let written: Number = text.parse().ok()?;
    let is_same = Number::from_f64(number).is_some_and(|number| number.to_string() == text);
    (!is_same).then(|| Intrinsic::of_number(number, written))
}

/// The text of a node; an empty one if it is thrown away.
pub(crate) fn text(node: NodeRef<'_>) -> Result<&str, FillError> {
    match node.text() {
        Some(_) if node.is_waste() => Ok(""),
        Some(text) => Ok(text),
        None => Err(FillError::kind("a string", node)),
    }
}

/// Fills the properties of a struct, and reports every one that does not fit.
pub(crate) fn record(record: &mut dyn Record, node: NodeRef<'_>) -> FillResult {
    let Content::Object(count) = node.content() else {
        return Err(FillError::kind("an object", node));
    };
    // A call in the place of the struct, or a member that deployment replaces by others.
    let is_call =
        |name: &str| function::adds_members(name) || (count == 1 && function::is_function(name));
    let spec = record.spec();
    let schema = spec.schema();
    let mut mismatches = FillErrors::default();
    let mut given = PropertySet::default();
    for member in node.members() {
        let index = spec.position(member.key);
        if let Some(index) = index {
            given.add(index);
        }
        let value = member.value.as_waste(mismatches.are_there());
        let filled = if let Some(slot) = index.and_then(|index| record.slot_mut(index)) {
            let other_forms = schema.and_then(|schema| schema.other_forms_of(index));
            match slot.fill(value) {
                Err(error)
                    if error.may_be_other_form()
                        && let Some(demanded) = other_forms =>
                {
                    other_form(slot, value, demanded, error)
                }
                filled => filled,
            }
        } else if index.is_none() && is_call(member.key) {
            // Nobody asks for what was filled in before it.
            return Err(FillError::new(Cause::Function, node));
        } else if schema.is_some_and(|schema| schema.ignores(member.key)) {
            // As the judge says.
            continue;
        } else if index.is_none()
            && let Some(beside) = record.additional_mut()
        {
            beside.fill(member.key, value)
        } else if mismatches.is_full() {
            continue;
        } else {
            // A struct of the user's own may leave out what the specification knows.
            let is_allowed = index.is_some() || spec.additional_properties().is_some();
            let cause = if is_allowed {
                Cause::Field(spec)
            } else {
                Cause::Property(spec)
            };
            Err(FillError::new(cause, member.key_node))
        };
        mismatches.take(filled);
    }
    if !schema.is_some_and(|schema| schema.names.has_required(given)) {
        report_missing(record, node, given, &mut mismatches);
    }
    mismatches.finish()
}

/// Keeps a value that the specification takes in another form than its type; what does not fit otherwise.
#[cold]
fn other_form(
    slot: &mut dyn Slot,
    value: NodeRef<'_>,
    demanded: &'static Schema,
    error: FillError,
) -> FillResult {
    if !judge::fulfils(View::Node(value), demanded) {
        return Err(error.in_no_other_form());
    }
    // A place of the user's own may have room for its type alone.
    slot.fill(value.as_other_form()).map_err(|_| error)
}

/// Whether a struct can hold what is known of its properties: where a call stands in the place of all of them, each
/// branch of `Fn::If`, and of other calls nothing.
pub(crate) fn branches(record: &mut dyn Record, node: NodeRef<'_>) -> FillResult {
    match call::of(node) {
        Some(("Fn::If", arguments)) => {
            let mut mismatches = FillErrors::default();
            for branch in arguments.items().skip(1) {
                mismatches.take(branches(record, branch));
            }
            mismatches.finish()
        }
        Some(_) => Ok(()),
        None if call::extension(node).is_some() => Ok(()),
        None => self::record(record, node),
    }
}

/// Reports the properties that have to be there and are not.
fn report_missing(
    record: &mut dyn Record,
    node: NodeRef<'_>,
    given: PropertySet,
    mismatches: &mut FillErrors,
) {
    let spec = record.spec();
    for (index, property) in spec.properties().iter().enumerate() {
        let is_given = || {
            given
                .has(index)
                .unwrap_or_else(|| node.get(property.name).is_some())
        };
        if property.required && !is_given() && record.slot_mut(index).is_some() {
            let fault = Cause::Missing(spec, property.name);
            mismatches.take(Err(FillError::new(fault, node)));
        }
    }
}
