//! What the keywords of one schema say of its value, mistakes of published files put right.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Facts, word};

/// Keywords whose values are facts as they are.
const PLAIN: [&str; 15] = [
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "minProperties",
    "maxProperties",
    "format",
    "default",
    "const",
];

pub(super) fn keywords(layer: &Value, facts: &mut Facts) {
    let mut own = Facts::new();
    for name in PLAIN {
        match &layer[name] {
            Value::Null => {}
            Value::String(text) if !matches!(name, "default" | "const") => {
                word(&mut own, name, text.clone());
            }
            value => word(&mut own, name, plain(value)),
        }
    }
    for value in layer["enum"].as_array().into_iter().flatten() {
        word(&mut own, "enum", plain(value));
    }
    for (keyword, is, name) in [
        ("uniqueItems", true, "uniqueItems"),
        ("insertionOrder", false, "unordered"),
    ] {
        if layer[keyword] == is {
            word(&mut own, name, "true");
        }
    }
    mend(layer, &mut own);
    for pattern in layer["patternProperties"].as_object().into_iter().flatten() {
        word(&mut own, "patternProperties", pattern.0.clone());
    }
    if let Some(other) = layer["relationshipRef"].as_object() {
        let part = |name: &str| other.get(name).and_then(Value::as_str).unwrap_or_default();
        let text = format!("{} {}", part("typeName"), part("propertyPath"));
        word(&mut own, "relationshipRef", text);
    }
    for (name, values) in own {
        facts.entry(name).or_default().extend(values);
    }
}

/// Text as it is, unless it would be read as another value.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text)
            if !text.is_empty()
                && !text.starts_with(['"', '[', '{'])
                && serde_json::from_str::<Value>(text).is_err() =>
        {
            text.clone()
        }
        other => other.to_string(),
    }
}

/// Keywords on values that they say nothing about are passed over, or mean the like of them.
fn mend(layer: &Value, facts: &mut Facts) {
    if layer["pattern"] == "" {
        facts.remove("pattern");
    }
    let types: BTreeSet<&str> = match &layer["type"] {
        Value::Array(types) => types.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    };
    if types.is_empty() {
        return;
    }
    let is = |name: &str| types.len() == 1 && types.contains(name);
    let mut pass = |names: &[(&'static str, &'static str)], is_meant: bool| {
        for (name, meant) in names {
            let Some(values) = facts.remove(name) else {
                continue;
            };
            if is_meant {
                facts.entry(*meant).or_insert(values);
            }
        }
    };
    if !types.contains("string") {
        let lengths = [("minLength", "minItems"), ("maxLength", "maxItems")];
        pass(&lengths, is("array"));
        pass(&[("pattern", "")], false);
    }
    if !types.contains("array") {
        let is_map = is("object") && layer["properties"].is_null();
        pass(
            &[("minItems", "minProperties"), ("maxItems", "maxProperties")],
            is_map,
        );
        pass(&[("uniqueItems", ""), ("unordered", "")], false);
    }
    if !types.contains("integer") && !types.contains("number") {
        let numbers = [
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
        ];
        for name in numbers {
            pass(&[(name, "")], false);
        }
    }
    let format = layer["format"].as_str().unwrap_or_default();
    if ["string", "integer", "number", "boolean", "object", "array"].contains(&format) {
        pass(&[("format", "")], false);
    } else if format.contains(['^', '[', '\\', '(']) {
        pass(&[("format", "pattern")], types.contains("string"));
    }
    if is("boolean")
        && let Some(text) = layer["default"].as_str()
    {
        facts.insert("default", BTreeSet::from([text.to_lowercase()]));
    }
}
