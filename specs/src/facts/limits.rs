//! Limits on a value, in the facts text.

use crate::model::{Limits, Literal, Relationship};

use super::json::{self, Object};

/// Writes the keywords of all limits.
pub(super) fn keywords(limits: &Limits, object: &mut Object<'_>) {
    let Limits {
        allowed,
        allowed_ignoring_case,
        constant,
        pattern,
        min_length,
        max_length,
        minimum,
        maximum,
        exclusive_minimum,
        exclusive_maximum,
        multiple_of,
        min_items,
        max_items,
        unique_items,
        unique_keys,
        unordered,
        ordered,
        min_properties,
        max_properties,
        format,
        key_meaning: _,
        value_meanings: _,
        default,
        relationship,
        source,
    } = limits;
    values("enum", allowed, object);
    values("enumCaseInsensitive", allowed_ignoring_case, object);
    value("const", constant.as_ref(), object);
    if let Some(pattern) = pattern {
        object.text("pattern", Some(&pattern.expression));
        object.text("patternMeaning", pattern.meaning.as_deref());
    }
    let count = |count: &Option<u64>| count.map(|count| count.to_string());
    object.raw("minLength", count(min_length));
    object.raw("maxLength", count(max_length));
    object.raw("minimum", minimum.as_ref().map(|number| &number.0));
    object.raw("maximum", maximum.as_ref().map(|number| &number.0));
    object.raw(
        "exclusiveMinimum",
        exclusive_minimum.as_ref().map(|number| &number.0),
    );
    object.raw(
        "exclusiveMaximum",
        exclusive_maximum.as_ref().map(|number| &number.0),
    );
    object.raw("multipleOf", multiple_of.as_ref().map(|number| &number.0));
    object.raw("minItems", count(min_items));
    object.raw("maxItems", count(max_items));
    object.flag("uniqueItems", *unique_items, "true");
    object.texts("uniqueKeys", unique_keys);
    object.flag("insertionOrder", *unordered, "false");
    object.flag("insertionOrder", *ordered, "true");
    object.raw("minProperties", count(min_properties));
    object.raw("maxProperties", count(max_properties));
    object.text("format", format.as_deref());
    if let Some(Relationship {
        type_name,
        property_path,
    }) = relationship
    {
        let mut reference = Object::begin(object.keyword("relationshipRef"));
        reference.text("typeName", Some(type_name));
        reference.text("propertyPath", Some(property_path));
        reference.end();
    }
    value("default", default.as_ref(), object);
    object.text("source", source.as_deref());
}

fn values(key: &str, literals: &[Literal], object: &mut Object<'_>) {
    if !literals.is_empty() {
        json::list(literals, object.keyword(key), json::literal);
    }
}

fn value(key: &str, literal: Option<&Literal>, object: &mut Object<'_>) {
    if let Some(literal) = literal {
        json::literal(literal, object.keyword(key));
    }
}
