//! Filling structs from documents.

use crate::document::{Content, NodeRef};
use crate::help::Help;
use crate::intrinsic::{self, is_function};
use crate::mismatch::{Filled, Mismatch, Mismatches, Step};
use crate::record::Record;
use crate::rule::Rule;
use crate::spec::RecordSpec;
use crate::suggest;

/// Whether a node is a function call: an object whose only key is a function's name.
pub(crate) fn is_call(node: NodeRef<'_>) -> bool {
    matches!(node.content(), Content::Object(1))
        && node
            .members()
            .next()
            .is_some_and(|member| is_function(member.key))
}

/// Whether a node stands for a value that only deployment knows, without being a call by itself: a
/// dynamic reference, or an object to which `Fn::Transform` adds members.
pub(crate) fn is_unknown(node: NodeRef<'_>) -> bool {
    match node.content() {
        Content::String(text) => intrinsic::is_dynamic(text),
        Content::Object(_) => node.get(intrinsic::TRANSFORM).is_some(),
        _ => false,
    }
}

/// The name of the function whose call stands in a node, or that adds members to it.
pub(crate) fn function(node: NodeRef<'_>) -> Option<&str> {
    if is_call(node) {
        return node.members().next().map(|member| member.key);
    }
    let is_open = matches!(node.content(), Content::Object(_)) && is_unknown(node);
    is_open.then_some(intrinsic::TRANSFORM)
}

/// Fills the properties of a struct, and reports every one that does not fit.
pub(crate) fn record(record: &mut dyn Record, node: NodeRef<'_>) -> Filled {
    let Content::Object(_) = node.content() else {
        return Err(Mismatch::kind("an object", node));
    };
    let spec = record.spec();
    if let Some(function) = function(node)
        && spec.position(function).is_none()
    {
        return Err(Mismatch::function(function, node));
    }
    let mut mismatches = Mismatches::default();
    for member in node.members() {
        let index = spec.position(member.key);
        let slot = index.and_then(|index| record.slot_mut(index));
        let filled = match slot {
            Some(slot) => slot.fill(member.value),
            None if mismatches.is_full() => continue,
            None => Err(no_slot(spec, index.is_some(), member.key_node)),
        };
        mismatches.take(filled.map_err(|error| error.inside(Step::Name(member.key))));
    }
    for (index, property) in spec.properties().iter().enumerate() {
        let missing = property.required && node.get(property.name).is_none();
        if missing && record.slot(index).is_some() {
            let message = format!("`{}` needs a property `{}`", spec.name, property.name);
            mismatches.take(Err(Mismatch::new(Rule::Required, node, message)));
        }
    }
    mismatches.finish()
}

/// A member that the struct has no place for: a property that the specification knows but a struct of the
/// user's own leaves out, or none at all.
fn no_slot(spec: &'static RecordSpec, is_known: bool, name: NodeRef<'_>) -> Mismatch {
    let (own, key) = (spec.name, name.text().unwrap_or_default());
    let (message, help) = if is_known {
        let message = format!("the struct for `{own}` has no field for its property `{key}`");
        let help = "add a field for it, or read into a generated struct, which has all".to_owned();
        (message, Help::Text(help))
    } else {
        let message = format!("`{own}` has no property `{key}`");
        let help = spec.schema.get().map_or(Help::None, |schema| {
            Help::Property(suggest::start(key).into(), schema)
        });
        (message, help)
    };
    Mismatch::new(Rule::UnknownProperty, name, message).with_help(help)
}
