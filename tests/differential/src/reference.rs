//! The other validator, and the schemas that it judges by.

use std::collections::{BTreeSet, HashMap};

use anyhow::{Result, anyhow};
use formwork::Rule;
use jsonschema::error::ValidationErrorKind as Kind;
use jsonschema::{Draft, Validator};
use serde_json::{Map, Value, json};

use crate::keywords;

/// Problems of an instance, each with its path.
pub(crate) type Problems = BTreeSet<(String, Rule)>;

/// Which patterns both can read.
#[derive(Default)]
pub(crate) struct Readable {
    known: HashMap<String, bool>,
    /// How many patterns we cannot read.
    pub(crate) not_ours: usize,
    /// How many of the others the other validator cannot read.
    pub(crate) not_theirs: usize,
}

impl Readable {
    fn can_read(&mut self, pattern: &str) -> bool {
        if let Some(known) = self.known.get(pattern) {
            return *known;
        }
        let ours = formwork::__private::reads(Box::leak(pattern.into()));
        let theirs = validator(&json!({ "pattern": pattern })).is_ok();
        self.not_ours += usize::from(!ours);
        self.not_theirs += usize::from(ours && !theirs);
        self.known.insert(pattern.to_owned(), ours && theirs);
        ours && theirs
    }

    /// Takes out of a table formats and the names of read-only properties, which are not compared, and patterns that
    /// cannot be read. Keys of maps whose pattern cannot be read match everything.
    pub(crate) fn strip(&mut self, schema: &mut Value, is_names: bool) {
        match schema {
            Value::Array(items) => items.iter_mut().for_each(|item| self.strip(item, false)),
            Value::Object(members) => {
                if !is_names {
                    members.remove("format");
                    // The standard has a keyword of this name that says something else.
                    if members.get("readOnly").is_some_and(Value::is_array) {
                        members.remove("readOnly");
                    }
                    let pattern = members.get("pattern").and_then(Value::as_str);
                    if pattern.is_some_and(|pattern| !self.can_read(pattern)) {
                        members.remove("pattern");
                    }
                    if let Some(Value::Object(patterns)) = members.get_mut("patternProperties") {
                        let unreadable = patterns.keys().filter(|key| !self.can_read(key));
                        let unreadable: Vec<String> = unreadable.cloned().collect();
                        for key in unreadable {
                            let schema = patterns.remove(&key).unwrap_or_default();
                            patterns.insert(String::new(), schema);
                        }
                    }
                }
                for (key, value) in members {
                    let names = [
                        "properties",
                        "patternProperties",
                        "definitions",
                        "attributes",
                    ];
                    let is_value = ["enum", "const", "default", "enumCaseInsensitive"];
                    if is_names || !is_value.contains(&key.as_str()) {
                        self.strip(value, !is_names && names.contains(&key.as_str()));
                    }
                }
            }
            _ => {}
        }
    }
}

/// The table of a type as a schema of the standard.
pub(crate) fn of_table(table: &Value) -> Value {
    let definitions = table.get("definitions").and_then(Value::as_object);
    let definitions: Map<String, Value> = definitions
        .into_iter()
        .flatten()
        .enumerate()
        .map(|(number, (_, schema))| (number.to_string(), standard(schema)))
        .collect();
    json!({ "$ref": "#/definitions/0", "definitions": definitions })
}

/// A schema of a table in the words of the standard. Schemas are nested as deep as their reader allows.
fn standard(schema: &Value) -> Value {
    let Value::Object(members) = schema else {
        return schema.clone();
    };
    let all = |value: &Value| -> Map<String, Value> {
        let members = value.as_object().into_iter().flatten();
        members
            .map(|(name, schema)| (name.clone(), standard(schema)))
            .collect()
    };
    let mut out = Map::new();
    for (key, value) in members {
        let value = match key.as_str() {
            "$ref" => json!(format!("#/definitions/{value}")),
            "properties" | "patternProperties" | "dependentSchemas" => all(value).into(),
            "items" | "additionalProperties" | "not" | "if" | "then" | "else" => standard(value),
            "allOf" | "anyOf" | "oneOf" | "prefixItems" => value
                .as_array()
                .into_iter()
                .flatten()
                .map(standard)
                .collect(),
            "enum" => either_way(value),
            key if keywords::is_ours(key) => {
                out.insert(format!("{}{key}", keywords::OURS), value.clone());
                continue;
            }
            _ => value.clone(),
        };
        out.insert(key.clone(), value);
    }
    Value::Object(out)
}

/// Published files list the numbers of texts without quotes: both are allowed.
pub(crate) fn either_way(values: &Value) -> Value {
    let mut values = values.as_array().cloned().unwrap_or_default();
    let texts: Vec<Value> = values
        .iter()
        .filter(|value| value.is_number() || value.is_boolean())
        .map(|value| json!(value.to_string()))
        .collect();
    values.extend(texts);
    values.into()
}

pub(crate) fn validator(schema: &Value) -> Result<Validator> {
    let options = jsonschema::options()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(false);
    keywords::add(options)
        .build(schema)
        .map_err(|error| anyhow!("{error} at {}", error.instance_path()))
}

/// What the other validator says.
pub(crate) fn problems(validator: &Validator, instance: &Value) -> Problems {
    let mut found = Problems::new();
    for error in validator.iter_errors(instance) {
        let path = error.instance_path().to_string();
        match error.kind() {
            Kind::AdditionalProperties { unexpected } => {
                let names = unexpected.iter().map(|name| escaped(name));
                found.extend(names.map(|name| (format!("{path}/{name}"), Rule::UnknownProperty)));
            }
            Kind::Custom { message, .. } => {
                let (rule, below) = message.split_once(' ').unwrap_or_default();
                let rules = [
                    Rule::Enum,
                    Rule::UniqueItems,
                    Rule::Dependency,
                    Rule::Exclusion,
                    Rule::OneOf,
                    Rule::AnyOf,
                ];
                let rule = rules.into_iter().find(|known| known.to_string() == rule);
                found.extend(rule.map(|rule| (format!("{path}{below}"), rule)));
            }
            kind => {
                found.insert((path, rule(kind)));
            }
        }
    }
    found
}

fn rule(kind: &Kind) -> Rule {
    match kind {
        Kind::Required { .. } => Rule::Required,
        Kind::Type { .. } => Rule::Type,
        Kind::Enum { .. } => Rule::Enum,
        Kind::Constant { .. } => Rule::Const,
        Kind::Pattern { .. } => Rule::Pattern,
        Kind::MinLength { .. } | Kind::MaxLength { .. } => Rule::Length,
        Kind::Minimum { .. }
        | Kind::Maximum { .. }
        | Kind::ExclusiveMinimum { .. }
        | Kind::ExclusiveMaximum { .. } => Rule::Range,
        Kind::MultipleOf { .. } => Rule::MultipleOf,
        Kind::MinItems { .. } | Kind::MaxItems { .. } => Rule::Items,
        Kind::UniqueItems => Rule::UniqueItems,
        Kind::MinProperties { .. } | Kind::MaxProperties { .. } => Rule::Properties,
        Kind::OneOfNotValid { .. } | Kind::OneOfMultipleValid { .. } => Rule::OneOf,
        Kind::AnyOf { .. } => Rule::AnyOf,
        Kind::Not { .. } => Rule::Not,
        // Nothing that our schemas lead to: it shows up as a difference.
        _ => Rule::Syntax,
    }
}

/// A name as a part of a JSON pointer.
pub(crate) fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
