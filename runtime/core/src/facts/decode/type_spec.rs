//! Types as Rust has them.

use super::{Reader, index, leak, types};
use crate::document::{Content, NodeRef};
use crate::facts::{JsonType, TypeSpec};

impl<'d> Reader<'d> {
    /// The Rust-facing type. `shape` goes before what the schema says.
    pub(super) fn type_spec(&self, node: NodeRef<'d>) -> TypeSpec {
        let mut node = node;
        // Aliases of aliases end: a chain longer than all definitions would be a circle.
        for _ in 0..=self.definitions.len() {
            if let Some(shape) = node.get("shape") {
                return self.written(shape);
            }
            let Some(target) = node.get("$ref").and_then(index) else {
                break;
            };
            let (Some(record), Some(definition)) =
                (self.records.get(target), self.definitions.get(target))
            else {
                return TypeSpec::Json;
            };
            if definition.get("properties").is_some() && definition.get("shape").is_none() {
                return TypeSpec::Record(record);
            }
            node = *definition;
        }
        self.plain_type(node)
    }

    /// The type of members beside the properties of an object: what all patterns and the rest say alike, else any
    /// JSON.
    pub(super) fn beside(&self, node: NodeRef<'d>) -> Option<TypeSpec> {
        let mut schemas = self.members(node.get("patternProperties"));
        let rest = match node
            .get("additionalProperties")
            .map(|node| (node, node.content()))
        {
            Some((_, Content::Bool(false))) | None => None,
            Some((node, Content::Object(_))) => Some(node),
            Some(_) => return Some(TypeSpec::Json),
        };
        let Some((_, first)) = schemas.next() else {
            return rest.map(|rest| self.type_spec(rest));
        };
        let mut others = schemas.map(|(_, schema)| schema).chain(rest);
        let json = first.to_json();
        let agree = others.all(|other| other.to_json() == json);
        Some(if agree {
            self.type_spec(first)
        } else {
            TypeSpec::Json
        })
    }

    /// A type in the generator's words: a name, the number of a record, or `list` or `map` around another.
    fn written(&self, shape: NodeRef<'d>) -> TypeSpec {
        if let Some(inner) = shape.get("list") {
            return TypeSpec::List(leak(self.written(inner)));
        }
        if let Some(inner) = shape.get("map") {
            return TypeSpec::Map(leak(self.written(inner)));
        }
        match shape.text() {
            Some("String") => TypeSpec::String,
            Some("Integer") => TypeSpec::Integer,
            Some("Number") => TypeSpec::Number,
            Some("Boolean") => TypeSpec::Boolean,
            Some("Timestamp") => TypeSpec::Timestamp,
            _ => {
                let record = index(shape).and_then(|number| self.records.get(number));
                record.map_or(TypeSpec::Json, |record| TypeSpec::Record(record))
            }
        }
    }

    fn plain_type(&self, node: NodeRef<'d>) -> TypeSpec {
        let types = types(node.get("type"));
        let is_time = matches!(
            node.get("format").and_then(NodeRef::text),
            Some("date-time" | "timestamp")
        );
        if types.is_only(JsonType::String) {
            return if is_time {
                TypeSpec::Timestamp
            } else {
                TypeSpec::String
            };
        }
        if types.is_only(JsonType::Integer) {
            return TypeSpec::Integer;
        }
        if types.is_only(JsonType::Boolean) {
            return TypeSpec::Boolean;
        }
        if types.names(JsonType::Number) && !types.names(JsonType::String) {
            return TypeSpec::Number;
        }
        if types.is_only(JsonType::Array) {
            let element = node
                .get("items")
                .map_or(TypeSpec::Json, |node| self.type_spec(node));
            return TypeSpec::List(leak(element));
        }
        let element = self
            .members(node.get("patternProperties"))
            .map(|(_, node)| node)
            .next();
        let element = element.or_else(|| {
            let additional = node.get("additionalProperties")?;
            matches!(additional.content(), Content::Object(_)).then_some(additional)
        });
        match element {
            Some(element) if types.is_only(JsonType::Object) => {
                TypeSpec::Map(leak(self.type_spec(element)))
            }
            _ => TypeSpec::Json,
        }
    }
}
