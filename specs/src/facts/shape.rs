//! The key `shape`, written where the runtime would read another kind off the rest.

use std::collections::HashMap;

use crate::model::{Additional, JsonType, Schema};
use crate::shape::{DEEPEST, Shape, Shapes};

use super::json::{self, Object};

const KEY: &str = "shape";

type Numbers<'s> = HashMap<&'s str, usize>;

/// Whether the schema has no members and can have none. Its list of properties is written although it is
/// empty.
pub(super) fn is_empty_record(patterns: &[(String, Schema)], additional: &Additional) -> bool {
    patterns.is_empty() && *additional == Additional::Denied
}

/// Writes the shape of a slot, if the runtime would read another one.
pub(super) fn of_slot<'s>(
    shapes: &Shapes<'s>,
    numbers: &Numbers<'_>,
    schema: &'s Schema,
    object: &mut Object<'_>,
) {
    let shape = shapes.bounded(shapes.shape(schema));
    let is_read = match &schema.reference {
        Some(name) => shapes.bounded(shapes.shape_of_definition(name)) == shape,
        None => is_plain(schema, shape),
    };
    if !is_read {
        write(shapes, numbers, shape, DEEPEST, object.keyword(KEY));
    }
}

/// The same for a definition, which other schemas refer to.
pub(super) fn of_definition<'s>(
    shapes: &Shapes<'s>,
    numbers: &Numbers<'_>,
    name: &str,
    schema: &'s Schema,
    object: &mut Object<'_>,
) {
    let shape = shapes.bounded(shapes.shape_of_definition(name));
    let has_properties = !schema.properties.is_empty()
        || is_empty_record(&schema.pattern_properties, &schema.additional);
    let is_read = match (&schema.reference, shape) {
        (_, Shape::Record(record)) if has_properties => record == name,
        _ if has_properties => false,
        (Some(target), shape) => shapes.bounded(shapes.shape_of_definition(target)) == shape,
        (None, shape) => is_plain(schema, shape),
    };
    if !is_read {
        write(shapes, numbers, shape, DEEPEST, object.keyword(KEY));
    }
}

/// Whether a schema without a reference says its shape in the plain way.
fn is_plain<'s>(schema: &'s Schema, shape: Shape<'s>) -> bool {
    match (schema.types.as_slice(), shape) {
        ([JsonType::String], Shape::Timestamp) => is_time(schema),
        ([JsonType::String], Shape::Text) => !is_time(schema),
        ([JsonType::Array], Shape::List(element)) => match &schema.items {
            Some(items) => std::ptr::eq(element, items.as_ref()),
            None => *element == Schema::default(),
        },
        ([JsonType::Object], Shape::Map(member)) => {
            first_member(schema).is_some_and(|first| std::ptr::eq(first, member))
        }
        ([JsonType::Object], Shape::Any) => first_member(schema).is_none(),
        ([JsonType::Integer], Shape::Integer)
        | ([JsonType::Number], Shape::Number)
        | ([JsonType::Boolean], Shape::Boolean)
        | ([], Shape::Any) => true,
        (several, Shape::Any) => several.len() > 1 && !several.contains(&JsonType::Number),
        _ => false,
    }
}

fn is_time(schema: &Schema) -> bool {
    matches!(
        schema.limits.format.as_deref(),
        Some("date-time" | "timestamp")
    )
}

/// What the members of a map are, as the runtime finds it.
fn first_member(schema: &Schema) -> Option<&Schema> {
    let first = schema.pattern_properties.first();
    first
        .map(|(_, member)| member)
        .or(match &schema.additional {
            Additional::Schema(member) => Some(member),
            _ => None,
        })
}

fn write<'s>(
    shapes: &Shapes<'s>,
    numbers: &Numbers<'_>,
    shape: Shape<'s>,
    left: usize,
    out: &mut String,
) {
    let word = match shape {
        Shape::Text => "String",
        Shape::Integer => "Integer",
        Shape::Number => "Number",
        Shape::Boolean => "Boolean",
        Shape::Timestamp => "Timestamp",
        Shape::List(inner) if left > 0 => {
            return around("list", shapes, numbers, inner, left, out);
        }
        Shape::Map(inner) if left > 0 => {
            return around("map", shapes, numbers, inner, left, out);
        }
        Shape::Record(name) => match numbers.get(name) {
            Some(number) => return out.push_str(&number.to_string()),
            None => "Json",
        },
        Shape::Any | Shape::List(_) | Shape::Map(_) => "Json",
    };
    json::string(word, out);
}

fn around<'s>(
    key: &'static str,
    shapes: &Shapes<'s>,
    numbers: &Numbers<'_>,
    inner: &'s Schema,
    left: usize,
    out: &mut String,
) {
    let mut object = Object::begin(out);
    let shape = shapes.bounded(shapes.shape(inner));
    write(shapes, numbers, shape, left - 1, object.keyword(key));
    object.end();
}
