//! The structs that one would write by hand with `serde`, made from the same model.
//!
//! They have the same fields and, unless they are to be [plain](Style::Plain), the same room for a
//! function in every slot. What they leave out: validation of every kind, values that the
//! specification does not list, places in messages, text for numbers and booleans, documentation,
//! update behaviour, attributes, and builders.

use std::collections::{HashMap, HashSet};
use std::fmt::Write;

use formwork_specs::ResourceType;
use formwork_specs::model::{Literal, Property, Schema};
use formwork_specs::shape::{Shape, Shapes};
use heck::{ToSnakeCase, ToUpperCamelCase};

/// How much the structs can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A literal or a function in every slot.
    Functions,
    /// Literals alone.
    Plain,
}

/// A literal or a function, as one would write it with `serde`.
pub const VALUE: &str = r#"
/// A literal or a function.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(untagged)]
pub enum Value<T> {
    Function(Function),
    Literal(T),
}

#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum Function {
    Ref(String),
    #[serde(rename = "Fn::GetAtt")]
    GetAtt(serde_json::Value),
    #[serde(rename = "Fn::Sub")]
    Sub(serde_json::Value),
    #[serde(rename = "Fn::Join")]
    Join(serde_json::Value),
    #[serde(rename = "Fn::Select")]
    Select(serde_json::Value),
    #[serde(rename = "Fn::Split")]
    Split(serde_json::Value),
    #[serde(rename = "Fn::If")]
    If(serde_json::Value),
    #[serde(rename = "Fn::FindInMap")]
    FindInMap(serde_json::Value),
    #[serde(rename = "Fn::ImportValue")]
    ImportValue(serde_json::Value),
    #[serde(rename = "Fn::Base64")]
    Base64(serde_json::Value),
    #[serde(rename = "Fn::Cidr")]
    Cidr(serde_json::Value),
    #[serde(rename = "Fn::GetAZs")]
    GetAzs(serde_json::Value),
    #[serde(rename = "Fn::Transform")]
    Transform(serde_json::Value),
    #[serde(rename = "Fn::ToJsonString")]
    ToJsonString(serde_json::Value),
    #[serde(rename = "Fn::Length")]
    Length(serde_json::Value),
}
"#;

/// Beyond this many lists and maps in each other, content is free JSON.
const DEEPEST: usize = 8;

const DERIVES: &str = "#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]\n";

/// The module of one resource type; the resource itself is the struct `Resource` in it.
#[must_use]
pub fn module(resource: &ResourceType, style: Style) -> String {
    let mut writer = Writer {
        shapes: Shapes::of(&resource.definitions),
        names: HashMap::new(),
        taken: HashSet::from([
            "Resource".to_owned(),
            "Value".to_owned(),
            "Function".to_owned(),
        ]),
        waiting: Vec::new(),
        style,
        text: String::new(),
    };
    writer.record("Resource", &resource.body);
    while let Some(name) = writer.waiting.pop() {
        if let Some(schema) = writer.shapes.definition(name) {
            let ident = writer.names.get(name).cloned().unwrap_or_default();
            writer.record(&ident, schema);
        }
    }
    writer.text
}

struct Writer<'m> {
    shapes: Shapes<'m>,
    /// What each definition is called in Rust.
    names: HashMap<&'m str, String>,
    taken: HashSet<String>,
    /// Definitions that are referred to and not yet written.
    waiting: Vec<&'m str>,
    style: Style,
    text: String,
}

impl<'m> Writer<'m> {
    fn record(&mut self, ident: &str, schema: &'m Schema) {
        let mut fields = String::new();
        let mut taken = HashSet::new();
        for property in &schema.properties {
            self.field(&mut fields, &mut taken, ident, property);
        }
        let _ = writeln!(
            self.text,
            "{DERIVES}#[serde(deny_unknown_fields)]\npub struct {ident} {{\n{fields}}}"
        );
    }

    fn field(
        &mut self,
        fields: &mut String,
        taken: &mut HashSet<String>,
        record: &str,
        property: &'m Property,
    ) {
        let wire = &property.name;
        // The underscore keeps clear of keywords without a list of them.
        let ident = free(taken, format!("{}_", wire.to_snake_case()));
        let stem = format!("{record}{}", wire.to_upper_camel_case());
        let ty = self.ty(&property.schema, &stem, DEEPEST);
        let ty = match self.shapes.shape(&property.schema) {
            // Types that contain themselves are rare; a box around each record costs little.
            Shape::Record(name) if self.contains_itself(name) => self.slot(&format!("Box<{ty}>")),
            Shape::Any => ty,
            _ => self.slot(&ty),
        };
        let _ = if property.required {
            writeln!(
                fields,
                "    #[serde(rename = {wire:?})]\n    pub {ident}: {ty},"
            )
        } else {
            writeln!(
                fields,
                "    #[serde(rename = {wire:?}, default, skip_serializing_if = \"Option::is_none\")]\n    \
                 pub {ident}: Option<{ty}>,"
            )
        };
    }

    /// The type of a value, without the room for a function around it.
    fn ty(&mut self, schema: &'m Schema, stem: &str, left: usize) -> String {
        let free_json = "serde_json::Value".to_owned();
        let Some(left) = left.checked_sub(1) else {
            return free_json;
        };
        match self.shapes.shape(schema) {
            Shape::Text => self.text_type(schema, stem),
            Shape::Timestamp => "String".to_owned(),
            Shape::Integer => "i64".to_owned(),
            Shape::Number => "f64".to_owned(),
            Shape::Boolean => "bool".to_owned(),
            Shape::Any => free_json,
            Shape::List(element) => {
                let element = self.ty(element, stem, left);
                format!("Vec<{}>", self.slot(&element))
            }
            Shape::Map(member) => {
                let member = self.ty(member, stem, left);
                format!("std::collections::BTreeMap<String, {}>", self.slot(&member))
            }
            Shape::Record(name) => self.record_name(name),
        }
    }

    fn slot(&self, ty: &str) -> String {
        match self.style {
            Style::Functions => format!("super::Value<{ty}>"),
            Style::Plain => ty.to_owned(),
        }
    }

    fn record_name(&mut self, name: &'m str) -> String {
        if let Some(ident) = self.names.get(name) {
            return ident.clone();
        }
        let ident = free(&mut self.taken, name.to_upper_camel_case());
        self.names.insert(name, ident.clone());
        self.waiting.push(name);
        ident
    }

    /// `String`, or an enum if the allowed values are listed.
    fn text_type(&mut self, schema: &'m Schema, stem: &str) -> String {
        let mut stating = Some(schema);
        for _ in 0..DEEPEST {
            let Some(schema) = stating else { break };
            let values = texts(&schema.limits.allowed);
            if !values.is_empty() {
                return self.value_set(&values, stem);
            }
            stating = schema
                .reference
                .as_deref()
                .and_then(|name| self.shapes.definition(name));
        }
        "String".to_owned()
    }

    fn value_set(&mut self, values: &[&str], stem: &str) -> String {
        let ident = free(&mut self.taken, stem.to_owned());
        let mut variants = String::new();
        let mut taken = HashSet::new();
        for value in values {
            let variant = free(&mut taken, format!("V{}", value.to_upper_camel_case()));
            let _ = writeln!(variants, "    #[serde(rename = {value:?})]\n    {variant},");
        }
        let _ = writeln!(self.text, "{DERIVES}pub enum {ident} {{\n{variants}}}");
        ident
    }

    /// Whether a record leads to itself.
    fn contains_itself(&self, name: &str) -> bool {
        let mut seen = HashSet::new();
        let mut waiting = self.records_in(name);
        while let Some(next) = waiting.pop() {
            if next == name {
                return true;
            }
            if seen.insert(next) {
                waiting.extend(self.records_in(next));
            }
        }
        false
    }

    fn records_in(&self, name: &str) -> Vec<&'m str> {
        let schema = self.shapes.definition(name);
        let properties = schema.into_iter().flat_map(|schema| &schema.properties);
        properties
            .filter_map(|property| self.record_inside(&property.schema))
            .collect()
    }

    /// The record that a value is or consists of.
    fn record_inside(&self, schema: &'m Schema) -> Option<&'m str> {
        let mut schema = schema;
        for _ in 0..DEEPEST {
            match self.shapes.shape(schema) {
                Shape::Record(name) => return Some(name),
                Shape::List(inner) | Shape::Map(inner) => schema = inner,
                _ => return None,
            }
        }
        None
    }
}

/// The strings among allowed values, each once; none if other values are allowed as well.
fn texts(allowed: &[Literal]) -> Vec<&str> {
    let mut texts = Vec::new();
    for literal in allowed {
        match literal {
            Literal::String(text) if texts.contains(&text.as_str()) => {}
            Literal::String(text) => texts.push(text.as_str()),
            _ => return Vec::new(),
        }
    }
    texts
}

/// The name, or the name with as many `X` behind it as it takes to be the first.
fn free(taken: &mut HashSet<String>, mut name: String) -> String {
    while !taken.insert(name.clone()) {
        name.push('X');
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sets::{FLAGSHIP, Subject};

    #[test]
    fn the_flagship_has_the_fields_that_one_would_write() {
        let subject = Subject::find(FLAGSHIP, None).unwrap();
        let text = module(&subject.resource, Style::Functions);
        assert!(
            text.contains("pub api_id_: super::Value<String>,"),
            "{text}"
        );
        assert!(
            text.contains("pub enum ResourceContentHandlingStrategy {"),
            "{text}"
        );
        let map = "Option<super::Value<std::collections::BTreeMap<String, super::Value<String>>>>";
        assert!(text.contains(map), "{text}");
        let plain = module(&subject.resource, Style::Plain);
        assert!(plain.contains("pub api_id_: String,"), "{plain}");
    }
}
