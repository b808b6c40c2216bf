//! What is demanded of one value by itself.

use super::facts::Facts;
use crate::model::{Limits, Literal, Number, Pattern, Relationship};

/// Adds the limits to the facts of a value.
pub(super) fn add(limits: &Limits, facts: &mut Facts) {
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
        key_meaning,
        value_meanings,
        default,
        relationship,
        source,
    } = limits;
    facts.list("enum", allowed.iter().map(literal));
    facts.list(
        "enumCaseInsensitive",
        allowed_ignoring_case.iter().map(literal),
    );
    facts.list("const", constant.iter().map(literal));
    if let Some(Pattern {
        expression,
        meaning,
    }) = pattern
    {
        facts.word("pattern", expression);
        facts.some("patternMeaning", meaning.as_deref());
    }
    for (name, count) in [
        ("minLength", min_length),
        ("maxLength", max_length),
        ("minItems", min_items),
        ("maxItems", max_items),
        ("minProperties", min_properties),
        ("maxProperties", max_properties),
    ] {
        facts.list(name, count.map(|count| count.to_string()));
    }
    for (name, number) in [
        ("minimum", minimum),
        ("maximum", maximum),
        ("exclusiveMinimum", exclusive_minimum),
        ("exclusiveMaximum", exclusive_maximum),
        ("multipleOf", multiple_of),
    ] {
        facts.list(name, number.iter().map(|Number(text)| text.clone()));
    }
    facts.flag("uniqueItems", *unique_items);
    facts.list("uniqueKeys", unique_keys.iter().cloned());
    facts.flag("unordered", *unordered);
    facts.flag("ordered", *ordered);
    facts.some("format", format.as_deref());
    facts.some("keyMeaning", key_meaning.as_deref());
    let meanings = value_meanings.iter();
    facts.list(
        "valueMeanings",
        meanings.map(|(value, meaning)| format!("{value}: {meaning}")),
    );
    facts.list("default", default.iter().map(literal));
    let relationship = relationship.iter().map(|other| {
        let Relationship {
            type_name,
            property_path,
        } = other;
        format!("{type_name} {property_path}")
    });
    facts.list("relationshipRef", relationship);
    facts.some("source", source.as_deref());
}

/// A value as a person writes it: text without quotes, unless it would be read as something else.
fn literal(literal: &Literal) -> String {
    match literal {
        Literal::String(text) if !looks_like_json(text) => text.clone(),
        other => {
            let mut text = String::new();
            crate::facts::literal(other, &mut text);
            text
        }
    }
}

fn looks_like_json(text: &str) -> bool {
    matches!(text, "" | "true" | "false" | "null")
        || text.starts_with([
            '"', '[', '{', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9',
        ]) && crate::decimal::Decimal::of_text(text).is_some()
        || text.starts_with(['"', '[', '{'])
}
