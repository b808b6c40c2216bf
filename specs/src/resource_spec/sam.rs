//! The dialect for serverless transforms: a value may be one of several types.

use crate::model::Schema;
use crate::registry::values::names as list_of_names;
use crate::report::{Pointer, Report};
use crate::resource_spec::value::{Names, list, map, reference, scalar};
use crate::tree::Node;

/// The members that only this dialect has.
pub(crate) const MEMBERS: &[&str] = &[
    "PrimitiveTypes",
    "Types",
    "PrimitiveItemTypes",
    "ItemTypes",
    "InclusivePrimitiveItemTypes",
    "InclusiveItemTypes",
    "InclusiveItemPattern",
];

/// Whether a property is written in the dialect.
pub(crate) fn is_spoken(node: &Node<'_>) -> bool {
    MEMBERS.iter().any(|member| node.get(member).is_some())
}

/// Reads the alternatives of a value, those of the usual members included.
pub(crate) fn value(
    node: &Node<'_>,
    at: &Pointer<'_>,
    names: &mut dyn Names,
    report: &mut Report,
) -> Schema {
    let mut elements = Vec::new();
    for key in [
        "PrimitiveItemType",
        "PrimitiveItemTypes",
        "InclusivePrimitiveItemTypes",
    ] {
        for name in words(node, key, at, report) {
            elements.push(scalar(&name, &at.name(key), report));
        }
    }
    for key in ["ItemType", "ItemTypes", "InclusiveItemTypes"] {
        for name in words(node, key, at, report) {
            elements.push(reference(&name, &at.name(key), names, report));
        }
    }
    let element = any_of(elements);
    let mut alternatives = Vec::new();
    for key in ["PrimitiveType", "PrimitiveTypes"] {
        for name in words(node, key, at, report) {
            alternatives.push(scalar(&name, &at.name(key), report));
        }
    }
    let mut is_list = [
        "InclusiveItemTypes",
        "InclusivePrimitiveItemTypes",
        "InclusiveItemPattern",
    ]
    .iter()
    .any(|key| node.get(key).is_some());
    for key in ["Type", "Types"] {
        for name in words(node, key, at, report) {
            match name.as_str() {
                "List" => is_list = true,
                "Map" => alternatives.push(map(element.clone())),
                _ => alternatives.push(reference(&name, &at.name(key), names, report)),
            }
        }
    }
    if is_list {
        alternatives.push(list(element));
    }
    if alternatives.is_empty() {
        report.error(at, "nothing says what value this is");
    }
    any_of(alternatives)
}

/// One alternative is just that; several without rules of their own are a list of types.
fn any_of(mut alternatives: Vec<Schema>) -> Schema {
    if alternatives.len() < 2 {
        return alternatives.pop().unwrap_or_default();
    }
    let types: Vec<_> = alternatives
        .iter()
        .flat_map(|schema| schema.types.iter().copied())
        .collect();
    let plain = |schema: &Schema| {
        *schema
            == Schema {
                types: schema.types.clone(),
                ..Schema::default()
            }
    };
    if types.len() == alternatives.len() && alternatives.iter().all(plain) {
        return Schema {
            types,
            ..Schema::default()
        };
    }
    Schema {
        any_of: alternatives,
        ..Schema::default()
    }
}

fn words(node: &Node<'_>, key: &str, at: &Pointer<'_>, report: &mut Report) -> Vec<String> {
    match node.get(key) {
        None => Vec::new(),
        Some(node) => match node.text() {
            Some(word) => vec![word.to_owned()],
            None => list_of_names(node, &at.name(key), report),
        },
    }
}
