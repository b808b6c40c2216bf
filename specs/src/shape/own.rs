//! What one schema says of the kind, apart from its references and branches.

use super::{ANYTHING, Kind};
use crate::model::{Additional, JsonType, Literal, Schema};

/// What the keywords of a schema say apart from references and branches.
pub(super) fn own_kind(schema: &Schema) -> Kind<'_> {
    let mut named = schema
        .types
        .iter()
        .filter(|json_type| **json_type != JsonType::Null);
    match (named.next(), named.next(), named.next()) {
        (None, ..) if schema.types.is_empty() => untyped_kind(schema),
        (None, ..) => Kind::Silent,
        (Some(JsonType::Integer), Some(JsonType::Number), None)
        | (Some(JsonType::Number), Some(JsonType::Integer), None) => Kind::Number,
        (Some(json_type), None, _) => typed_kind(schema, *json_type),
        _ => Kind::Any,
    }
}

fn typed_kind(schema: &Schema, json_type: JsonType) -> Kind<'_> {
    match json_type {
        JsonType::String => match schema.limits.format.as_deref() {
            Some("date-time" | "timestamp") => Kind::Timestamp,
            _ => Kind::Text,
        },
        JsonType::Integer => Kind::Integer,
        JsonType::Number => Kind::Number,
        JsonType::Boolean => Kind::Boolean,
        JsonType::Array => Kind::List(schema.items.as_deref()),
        JsonType::Null => Kind::Silent,
        JsonType::Object => object_kind(schema).unwrap_or(Kind::Object),
    }
}

fn object_kind(schema: &Schema) -> Option<Kind<'_>> {
    if !schema.properties.is_empty() {
        return Some(Kind::Record(None));
    }
    if let Some(values) = member_schema(schema) {
        return Some(Kind::Map(values));
    }
    let has_branches =
        !schema.all_of.is_empty() || !schema.any_of.is_empty() || !schema.one_of.is_empty();
    let is_closed = schema.additional == Additional::Denied && schema.reference.is_none();
    (is_closed && !has_branches).then_some(Kind::Record(None))
}

/// What the members of a map are: the schema of all patterns if they agree, else anything.
fn member_schema(schema: &Schema) -> Option<&Schema> {
    let mut schemas = schema.pattern_properties.iter().map(|(_, schema)| schema);
    if let Some(first) = schemas.next() {
        let agree = schemas.all(|other| other == first);
        return Some(if agree { first } else { &ANYTHING });
    }
    match &schema.additional {
        Additional::Schema(schema) => Some(schema),
        _ => None,
    }
}

fn untyped_kind(schema: &Schema) -> Kind<'_> {
    if !schema.properties.is_empty() || member_schema(schema).is_some() {
        return object_kind(schema).unwrap_or(Kind::Object);
    }
    let limits = &schema.limits;
    if schema.items.is_some() || !schema.prefix_items.is_empty() {
        Kind::List(schema.items.as_deref())
    } else if let Some(kind) = literal_kind(schema) {
        kind
    } else if schema.reference.is_none() && limits.format.as_deref() == Some("json") {
        // A document, as text or as what the text says; limits beside it hold for the text.
        Kind::Any
    } else if limits.relationship.is_some() || (schema.reference.is_none() && limits_text(schema)) {
        Kind::Text
    } else {
        Kind::Silent
    }
}

/// Whether there are limits that only text can have. Beside a reference, which says better what the value
/// is, published files write them by mistake.
fn limits_text(schema: &Schema) -> bool {
    let limits = &schema.limits;
    limits.pattern.is_some() || limits.min_length.is_some() || limits.max_length.is_some()
}

fn literal_kind(schema: &Schema) -> Option<Kind<'_>> {
    let limits = &schema.limits;
    let all = limits
        .allowed
        .iter()
        .chain(&limits.allowed_ignoring_case)
        .chain(&limits.constant);
    all.map(|literal| match literal {
        Literal::String(_) => Kind::Text,
        Literal::Bool(_) => Kind::Boolean,
        Literal::Number(number) if number.0.contains(['.', 'e', 'E']) => Kind::Number,
        Literal::Number(_) => Kind::Integer,
        Literal::Null | Literal::Array(_) | Literal::Object(_) => Kind::Any,
    })
    .reduce(|left, right| if left == right { left } else { Kind::Any })
}
