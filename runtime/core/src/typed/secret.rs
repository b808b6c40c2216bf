//! Which values hold something that must not be shown, and what is shown in their place.

use core::ops::Range;
use std::sync::Arc;

use crate::Rule;
#[cfg(feature = "templates")]
use crate::Violation;
use crate::document::{DEPTH_LIMIT, NodeRef};
use crate::facts::{RecordSpec, ResourceSpec, TypeSpec};
use crate::json::call;
use crate::report::help::Help;
use crate::text::function;
use crate::text::pointer::{self, Step};
use crate::typed::describe;
use crate::typed::view::View;

/// What a message calls a value that it does not show.
pub(crate) const NOT_SHOWN: &str = "a value that is not shown";

/// Functions whose arguments are names, which are no secret.
const OF_NAMES: [&str; 5] = [
    "Ref",
    "Fn::GetAtt",
    "Fn::ImportValue",
    "Fn::FindInMap",
    "Condition",
];

/// Whether a value of that type holds what must not be shown, also in a branch of a function.
pub(crate) fn is_in(view: View<'_>, ty: TypeSpec) -> bool {
    is_within(view, ty, DEPTH_LIMIT)
}

fn is_within(view: View<'_>, ty: TypeSpec, levels: usize) -> bool {
    // Of what is too deep to be looked at nothing is shown either.
    let Some(levels) = levels.checked_sub(1) else {
        return true;
    };
    if let Some((_, argument)) = call::of(view) {
        return argument.items().any(|item| is_within(item, ty, levels));
    }
    match ty {
        TypeSpec::Record(record) => view.members().any(|(name, value)| {
            let property = record.position(name);
            match property.and_then(|index| record.properties().get(index)) {
                Some(property) => property.secret || is_within(value, property.ty, levels),
                None => record
                    .additional_properties()
                    .is_some_and(|ty| is_within(value, ty, levels)),
            }
        }),
        // What stands in the place of a list may be an element of it.
        TypeSpec::List(ty) => match view.members().next() {
            Some(_) => is_within(view, *ty, levels),
            None => view.items().any(|item| is_within(item, *ty, levels)),
        },
        TypeSpec::Map(ty) => view
            .members()
            .any(|(_, value)| is_within(value, *ty, levels)),
        _ => false,
    }
}

/// The type of what a path from the property object of a resource leads to; none of what must not be shown, and of what
/// is in it. Of an index only that it is there is looked at.
fn shown_type<'p>(
    path: impl IntoIterator<Item = &'p str>,
    root: &'static RecordSpec,
) -> Option<TypeSpec> {
    let mut ty = TypeSpec::Record(root);
    let mut path = path.into_iter();
    while let Some(step) = path.next() {
        if function::is_function(step) {
            // The branch of a call has the type of the whole.
            path.next();
            continue;
        }
        match ty {
            TypeSpec::Record(record) => {
                let property = record.position(step);
                match property.and_then(|index| record.properties().get(index)) {
                    Some(property) if property.secret => return None,
                    Some(property) => ty = property.ty,
                    None => ty = record.additional_properties().unwrap_or(TypeSpec::Json),
                }
            }
            TypeSpec::List(element) | TypeSpec::Map(element) => ty = *element,
            _ => return Some(TypeSpec::Json),
        }
    }
    Some(ty)
}

/// Whether what is said of a value must not show it, where it breaks that rule: of a whole of the wrong type the help shows
/// its parts.
pub(crate) fn is_judged(
    path: &[Step<'_>],
    root: &'static RecordSpec,
    view: View<'_>,
    rule: Rule,
) -> bool {
    let steps = path.iter().map(|step| match step {
        Step::Name(name) => *name,
        Step::Index(_) => "",
    });
    shown_type(steps, root).is_none_or(|ty| rule == Rule::Type && is_in(view, ty))
}

/// Whether a JSON pointer from the property object leads to what must not be shown.
pub(crate) fn is_at(pointer: &str, root: &'static RecordSpec) -> bool {
    let segments = pointer.split('/').skip(1);
    let segments: Vec<_> = segments.map(pointer::unescape).collect();
    shown_type(segments.iter().map(AsRef::as_ref), root).is_none()
}

/// What is said of a value that is not shown: the message without it, and no help that might quote a part of it.
pub(crate) fn words(rule: Rule, view: View<'_>, (message, help): (String, Help)) -> (String, Help) {
    if matches!(rule, Rule::Required | Rule::UnknownProperty) {
        return (message, help);
    }
    let shown = describe::view(view);
    let message = if message.contains(&shown) {
        message.replace(&shown, NOT_SHOWN)
    } else if view.text().is_some_and(|text| message.contains(text)) {
        format!("{NOT_SHOWN} is not right here")
    } else {
        message
    };
    (message, Help::None)
}

/// What is said of a scalar of YAML without quotes that is not shown.
pub(crate) fn plain() -> (String, Help) {
    let message = format!("{NOT_SHOWN} stands without quotes, and may be read as something else");
    (message, "write it in quotes".into())
}

/// A text that was read, with what must not be shown of a property object in it made unreadable: lines and columns
/// stay.
pub(crate) fn blotted(
    text: Option<Arc<str>>,
    properties: NodeRef<'_>,
    spec: &'static ResourceSpec,
) -> Option<Arc<str>> {
    let mut places = Vec::new();
    add_places(properties, spec, &mut places);
    text.map(|text| blot(text, places))
}

/// Adds the places in the text of what must not be shown of a property object.
pub(crate) fn add_places(
    properties: NodeRef<'_>,
    spec: &'static ResourceSpec,
    places: &mut Vec<Range<usize>>,
) {
    if spec.has_secrets {
        let ty = TypeSpec::Record(spec.root);
        collect(View::Node(properties), Some(ty), DEPTH_LIMIT, places);
    }
}

/// The places of what is not shown of a value: of all of it if it has no type here.
fn collect(view: View<'_>, ty: Option<TypeSpec>, levels: usize, places: &mut Vec<Range<usize>>) {
    let Some(levels) = levels.checked_sub(1) else {
        return;
    };
    if let Some((name, argument)) = call::of(view) {
        if ty.is_some() || !OF_NAMES.contains(&name) {
            // The name of a condition stands first.
            let first = usize::from(name == "Fn::If");
            for item in argument.items().skip(first) {
                collect(item, ty, levels, places);
            }
            if ty.is_none() && argument.text().is_some() {
                collect(argument, None, levels, places);
            }
        }
        return;
    }
    match ty {
        Some(TypeSpec::Record(record)) => {
            for (name, value) in view.members() {
                let property = record.position(name);
                match property.and_then(|index| record.properties().get(index)) {
                    Some(property) if property.secret => collect(value, None, levels, places),
                    Some(property) => collect(value, Some(property.ty), levels, places),
                    None => {
                        if let Some(ty) = record.additional_properties() {
                            collect(value, Some(ty), levels, places);
                        }
                    }
                }
            }
        }
        // What stands in the place of a list may be an element of it.
        Some(TypeSpec::List(element)) if view.members().next().is_some() => {
            collect(view, Some(*element), levels, places);
        }
        Some(TypeSpec::List(element)) => {
            for item in view.items() {
                collect(item, Some(*element), levels, places);
            }
        }
        Some(TypeSpec::Map(element)) => {
            for (_, value) in view.members() {
                collect(value, Some(*element), levels, places);
            }
        }
        Some(_) => {}
        None => {
            if view.text().is_some()
                && let View::Node(node) = view
            {
                places.extend(node.span());
            }
            for item in view.items() {
                collect(item, None, levels, places);
            }
            for (_, value) in view.members() {
                collect(value, None, levels, places);
            }
        }
    }
}

/// Takes a value out of a problem that is said to be at one of the places and quotes it.
#[cfg(feature = "templates")]
pub(crate) fn withhold(violation: &mut Violation, text: &str, places: &[Range<usize>]) {
    let Some(byte) = violation.place.map(|place| place.byte) else {
        return;
    };
    let Some(place) = places.iter().find(|place| place.contains(&byte)) else {
        return;
    };
    let value = text.get(place.clone()).unwrap_or_default();
    let value = value.trim_matches(['"', '\'']);
    let is_withheld = violation.message.contains(NOT_SHOWN);
    let quotes = |words: &str| !is_withheld && !value.is_empty() && words.contains(value);
    if quotes(&violation.message) {
        violation.message = format!("{NOT_SHOWN} is not right here");
    }
    if violation.help.text().is_some_and(|help| quotes(&help)) {
        violation.help = Help::None;
    }
}

/// A text with some places made unreadable, each character by one of the same length.
pub(crate) fn blot(text: Arc<str>, mut places: Vec<Range<usize>>) -> Arc<str> {
    if places.is_empty() {
        return text;
    }
    places.sort_unstable_by_key(|place| place.start);
    let mut blotted = String::with_capacity(text.len());
    for Range { start, end } in places {
        let (Some(before), Some(inside)) = (
            text.get(blotted.len()..start),
            text.get(start.max(blotted.len())..end),
        ) else {
            continue;
        };
        blotted.push_str(before);
        blotted.extend(inside.chars().map(|letter| match letter.len_utf8() {
            _ if matches!(letter, '\n' | '\r' | '"' | '\'') => letter,
            1 => '*',
            2 => '\u{d7}',
            3 => '\u{2022}',
            _ => '\u{1f784}',
        }));
    }
    blotted.push_str(text.get(blotted.len()..).unwrap_or_default());
    blotted.into()
}
