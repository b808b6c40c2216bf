//! The published file of a type as the other validator can read it.

use anyhow::{Context, Result};
use jsonschema::Validator;
use serde_json::{Map, Value, json};

use crate::keywords;
use crate::reference::{self, Readable};

/// The file itself.
pub(crate) fn file(type_name: &str) -> Result<Value> {
    let text = formwork_specs::bundled::find(type_name).context("the catalog has the type")?;
    Ok(serde_json::from_str(text)?)
}

/// A validator for the file itself, in the words of the newest standard.
pub(crate) fn validator(type_name: &str, readable: &mut Readable) -> Result<Validator> {
    let mut schema = file(type_name)?;
    readable.strip(&mut schema, false);
    let mut schema = newest(&schema);
    if let Value::Object(members) = &mut schema {
        // Few files say that the properties of a resource are an object.
        members.entry("type").or_insert_with(|| json!("object"));
    }
    reference::validator(&schema)
}

/// A schema of draft 7 in the words of the newest standard. Schemas are nested as deep as their reader allows.
fn newest(schema: &Value) -> Value {
    let Value::Object(members) = schema else {
        return schema.clone();
    };
    let mut out = Map::new();
    for (key, value) in members {
        match (key.as_str(), value) {
            ("properties" | "patternProperties" | "definitions", Value::Object(schemas)) => {
                let schemas = schemas
                    .iter()
                    .map(|(name, one)| (name.clone(), newest(one)));
                out.insert(key.clone(), schemas.collect::<Map<_, _>>().into());
            }
            ("items", Value::Array(items)) => {
                out.insert("prefixItems".to_owned(), items.iter().map(newest).collect());
            }
            ("additionalItems", value) => {
                out.insert("items".to_owned(), newest(value));
            }
            ("allOf" | "anyOf" | "oneOf", Value::Array(schemas)) => {
                out.insert(key.clone(), schemas.iter().map(newest).collect());
            }
            ("dependencies", Value::Object(dependencies)) => {
                let (lists, schemas): (Vec<_>, Vec<_>) =
                    dependencies.iter().partition(|(_, one)| one.is_array());
                let lists: Map<String, Value> = lists
                    .into_iter()
                    .map(|(name, one)| (name.clone(), one.clone()))
                    .collect();
                let schemas: Map<String, Value> = schemas
                    .into_iter()
                    .map(|(name, one)| (name.clone(), newest(one)))
                    .collect();
                out.insert(format!("{}dependentRequired", keywords::OURS), lists.into());
                out.insert("dependentSchemas".to_owned(), schemas.into());
            }
            ("items" | "additionalProperties" | "not" | "if" | "then" | "else", value) => {
                out.insert(key.clone(), newest(value));
            }
            ("enum", value) => {
                out.insert(key.clone(), reference::either_way(value));
            }
            // One list of names, or several.
            ("requiredXor" | "requiredOr", Value::Array(names))
                if names.iter().all(Value::is_string) =>
            {
                out.insert(format!("{}{key}", keywords::OURS), json!([names]));
            }
            (name, value) if keywords::is_ours(name) => {
                out.insert(format!("{}{key}", keywords::OURS), value.clone());
            }
            (_, value) => {
                out.insert(key.clone(), value.clone());
            }
        }
    }
    Value::Object(out)
}
