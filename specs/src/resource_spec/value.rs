//! The value of a property, an element or an attribute, as the Resource Specification describes it.

use crate::model::{Additional, JsonType, Limits, Schema};
use crate::registry::values::text;
use crate::report::{Pointer, Report};
use crate::suggest;
use crate::tree::Node;
use crate::visible::quoted;

/// The cure where two members contradict each other.
const REMOVE_ONE: &str = "remove one of them";

/// The scalar kinds, with the type and format that they are in the model.
const PRIMITIVES: [(&str, JsonType, Option<&str>); 7] = [
    ("String", JsonType::String, None),
    ("Integer", JsonType::Integer, None),
    ("Long", JsonType::Integer, Some("int64")),
    ("Double", JsonType::Number, Some("double")),
    ("Boolean", JsonType::Boolean, None),
    ("Timestamp", JsonType::String, Some("timestamp")),
    // An object of unknown members, as registry schemas describe the same values.
    ("Json", JsonType::Object, None),
];

/// The record types that names may refer to: those of the resource first, then the shared ones.
pub(crate) trait Names {
    /// Whether the name is known; if so, the definition is wanted from now on.
    fn refer(&mut self, name: &str) -> bool;
    /// All names that could have been meant, sorted.
    fn known(&self) -> Vec<&str>;
}

/// Reads the description of a value. Which member holds what depends on whether the value is a list
/// or map, or of its own type.
pub(crate) fn value(
    node: &Node<'_>,
    at: &Pointer<'_>,
    names: &mut dyn Names,
    report: &mut Report,
) -> Schema {
    let primitive = word(node, "PrimitiveType", at, report);
    let other = word(node, "Type", at, report);
    match (primitive, other) {
        (Some(primitive), None) => scalar(&primitive, &at.name("PrimitiveType"), report),
        (None, Some(other)) => match other.as_str() {
            "List" => list(element(node, at, names, report)),
            "Map" => map(element(node, at, names, report)),
            _ => reference(&other, &at.name("Type"), names, report),
        },
        // Version 2.29.0 writes the type of elements so.
        (Some(primitive), Some(other))
            if matches!(other.as_str(), "List" | "Map") && !says_element(node) =>
        {
            let element = scalar(&primitive, &at.name("PrimitiveType"), report);
            if other == "List" {
                list(element)
            } else {
                map(element)
            }
        }
        (Some(_), Some(_)) => {
            let message = "`PrimitiveType` and `Type` stand side by side: only one can hold";
            report.error_with_help(at, message, Some(REMOVE_ONE.to_owned()));
            Schema::default()
        }
        (None, None) => {
            let message = "neither `PrimitiveType` nor `Type` says what value this is";
            let help = "write `\"PrimitiveType\": \"String\"`, for example";
            report.error_with_help(at, message, Some(help.to_owned()));
            Schema::default()
        }
    }
}

fn says_element(node: &Node<'_>) -> bool {
    ["PrimitiveItemType", "ItemType"]
        .iter()
        .any(|key| node.get(key).is_some())
}

fn element(
    node: &Node<'_>,
    at: &Pointer<'_>,
    names: &mut dyn Names,
    report: &mut Report,
) -> Schema {
    let primitive = word(node, "PrimitiveItemType", at, report);
    let other = word(node, "ItemType", at, report);
    match (primitive, other) {
        (Some(primitive), None) => scalar(&primitive, &at.name("PrimitiveItemType"), report),
        (None, Some(other)) => reference(&other, &at.name("ItemType"), names, report),
        (Some(_), Some(_)) => {
            let message =
                "`PrimitiveItemType` and `ItemType` stand side by side: only one can hold";
            report.error_with_help(at, message, Some(REMOVE_ONE.to_owned()));
            Schema::default()
        }
        (None, None) => {
            let message = "neither `PrimitiveItemType` nor `ItemType` says what the elements are";
            let help = "write `\"PrimitiveItemType\": \"String\"`, for example";
            report.error_with_help(at, message, Some(help.to_owned()));
            Schema::default()
        }
    }
}

/// A list of such elements.
pub(crate) fn list(items: Schema) -> Schema {
    Schema {
        types: vec![JsonType::Array],
        items: Some(Box::new(items)),
        ..Schema::default()
    }
}

/// Members of any name, each such a value.
pub(crate) fn map(values: Schema) -> Schema {
    let additional = Additional::Schema(Box::new(values));
    Schema {
        types: vec![JsonType::Object],
        additional,
        ..Schema::default()
    }
}

/// A scalar by name. `Map`, where a scalar is due, is an object of unknown members: one dialect
/// writes it so.
pub(crate) fn scalar(name: &str, at: &Pointer<'_>, report: &mut Report) -> Schema {
    let name = if name == "Map" { "Json" } else { name };
    let Some((_, json_type, format)) = PRIMITIVES.iter().find(|(known, ..)| *known == name) else {
        let help = suggest::help("a type", name, PRIMITIVES.iter().map(|(known, ..)| *known));
        report.error_with_help(at, format!("{} is no primitive type", quoted(name)), help);
        return Schema::default();
    };
    let limits = Limits {
        format: format.map(str::to_owned),
        ..Limits::default()
    };
    Schema {
        types: vec![*json_type],
        limits,
        ..Schema::default()
    }
}

/// A record or alias by name. The literal `Json` occurs as a name too.
pub(crate) fn reference(
    name: &str,
    at: &Pointer<'_>,
    names: &mut dyn Names,
    report: &mut Report,
) -> Schema {
    if names.refer(name) {
        return Schema {
            reference: Some(name.to_owned()),
            ..Schema::default()
        };
    }
    if PRIMITIVES.iter().any(|(known, ..)| *known == name) {
        return scalar(name, at, report);
    }
    let help = suggest::help("a property type", name, names.known())
        .unwrap_or_else(|| format!("describe {} in `PropertyTypes`", quoted(name)));
    let message = format!("the property type {} does not exist", quoted(name));
    report.error_with_help(at, message, Some(help));
    Schema::default()
}

pub(crate) fn word(
    node: &Node<'_>,
    key: &str,
    at: &Pointer<'_>,
    report: &mut Report,
) -> Option<String> {
    text(node.get(key)?, &at.name(key), report)
}
