//! Mistakes that published files make again and again: what is meant, and the warning.

use crate::model::{JsonType, Literal, Pattern, Schema};
use crate::report::{Pointer, Report};
use crate::visible::quoted;

/// Puts right what can only be a mistake.
pub(crate) fn mend(schema: &mut Schema, at: &Pointer<'_>, report: &mut Report) {
    if schema.types.is_empty() {
        drop_empty_pattern(schema, at, report);
        return;
    }
    drop_empty_pattern(schema, at, report);
    mend_lengths(schema, at, report);
    mend_items(schema, at, report);
    mend_string_rules(schema, at, report);
    mend_numbers(schema, at, report);
    mend_format(schema, at, report);
    mend_default(schema, at, report);
}

fn has(schema: &Schema, json_type: JsonType) -> bool {
    schema.types.contains(&json_type)
}

/// How the types of a schema read in a sentence.
fn named(schema: &Schema) -> &'static str {
    match schema.types.as_slice() {
        [JsonType::String] => "a string",
        [JsonType::Integer] => "an integer",
        [JsonType::Number] => "a number",
        [JsonType::Boolean] => "a boolean",
        [JsonType::Object] => "an object",
        [JsonType::Array] => "an array",
        [JsonType::Null] => "null",
        _ => "a value of these types",
    }
}

fn moved(from: &str, to: &str, schema: &Schema, at: &Pointer<'_>, report: &mut Report) {
    let message = format!(
        "`{from}` says nothing about {}; it is read as `{to}`",
        named(schema)
    );
    report.warning(&at.name(from), message);
}

fn dropped(keyword: &str, schema: &Schema, at: &Pointer<'_>, report: &mut Report) {
    let message = format!(
        "`{keyword}` says nothing about {}; it is passed over",
        named(schema)
    );
    report.warning(&at.name(keyword), message);
}

/// A meaning without a pattern is nothing that could be demanded.
fn drop_empty_pattern(schema: &mut Schema, at: &Pointer<'_>, report: &mut Report) {
    if schema
        .limits
        .pattern
        .as_ref()
        .is_some_and(|pattern| pattern.expression.is_empty())
    {
        if schema
            .limits
            .pattern
            .as_ref()
            .is_some_and(|pattern| pattern.meaning.is_some())
        {
            report.warning(
                at,
                "a `meaning` is given without the `pattern` that it explains",
            );
        }
        schema.limits.pattern = None;
    }
}

fn mend_lengths(schema: &mut Schema, at: &Pointer<'_>, report: &mut Report) {
    if has(schema, JsonType::String) {
        return;
    }
    let is_array = schema.types == [JsonType::Array];
    if let Some(min) = schema.limits.min_length.take() {
        if is_array {
            moved("minLength", "minItems", schema, at, report);
            schema.limits.min_items.get_or_insert(min);
        } else {
            dropped("minLength", schema, at, report);
        }
    }
    if let Some(max) = schema.limits.max_length.take() {
        if is_array {
            moved("maxLength", "maxItems", schema, at, report);
            schema.limits.max_items.get_or_insert(max);
        } else {
            dropped("maxLength", schema, at, report);
        }
    }
}

fn mend_items(schema: &mut Schema, at: &Pointer<'_>, report: &mut Report) {
    if has(schema, JsonType::Array) {
        return;
    }
    // Of an object with named members it is left over from a list of such objects.
    let is_map = schema.types == [JsonType::Object] && schema.properties.is_empty();
    if let Some(min) = schema.limits.min_items.take() {
        if is_map {
            moved("minItems", "minProperties", schema, at, report);
            schema.limits.min_properties.get_or_insert(min);
        } else {
            dropped("minItems", schema, at, report);
        }
    }
    if let Some(max) = schema.limits.max_items.take() {
        if is_map {
            moved("maxItems", "maxProperties", schema, at, report);
            schema.limits.max_properties.get_or_insert(max);
        } else {
            dropped("maxItems", schema, at, report);
        }
    }
    let states_order =
        [&mut schema.limits.unordered, &mut schema.limits.ordered].map(std::mem::take);
    if states_order.contains(&true) {
        dropped("insertionOrder", schema, at, report);
    }
    if std::mem::take(&mut schema.limits.unique_items) {
        dropped("uniqueItems", schema, at, report);
    }
}

fn mend_string_rules(schema: &mut Schema, at: &Pointer<'_>, report: &mut Report) {
    if !has(schema, JsonType::String) && schema.limits.pattern.take().is_some() {
        dropped("pattern", schema, at, report);
    }
}

fn mend_numbers(schema: &mut Schema, at: &Pointer<'_>, report: &mut Report) {
    if has(schema, JsonType::Integer) || has(schema, JsonType::Number) {
        return;
    }
    let limits = &mut schema.limits;
    let found = [
        ("minimum", limits.minimum.take()),
        ("maximum", limits.maximum.take()),
        ("exclusiveMinimum", limits.exclusive_minimum.take()),
        ("exclusiveMaximum", limits.exclusive_maximum.take()),
        ("multipleOf", limits.multiple_of.take()),
    ];
    for (keyword, _) in found.iter().filter(|(_, limit)| limit.is_some()) {
        dropped(keyword, schema, at, report);
    }
}

fn mend_format(schema: &mut Schema, at: &Pointer<'_>, report: &mut Report) {
    let Some(format) = schema.limits.format.as_deref() else {
        return;
    };
    let is_type = matches!(
        format,
        "string" | "integer" | "number" | "boolean" | "object" | "array"
    );
    // No name of a format holds these, and every regular expression met there holds one.
    let is_pattern = format.contains(['^', '[', '\\', '(']);
    if is_type {
        let message = format!(
            "{} is a type and no format; it is passed over",
            quoted(format)
        );
        report.warning(&at.name("format"), message);
    } else if is_pattern && has(schema, JsonType::String) && schema.limits.pattern.is_none() {
        let message = "the format is a regular expression; it is read as `pattern`";
        report.warning(&at.name("format"), message);
        let expression = format.to_owned();
        schema.limits.pattern = Some(Pattern {
            expression,
            meaning: None,
        });
    } else if is_pattern {
        let message = "the format is a regular expression; it is passed over";
        report.warning(&at.name("format"), message);
    } else {
        return;
    }
    schema.limits.format = None;
}

fn mend_default(schema: &mut Schema, at: &Pointer<'_>, report: &mut Report) {
    if schema.types != [JsonType::Boolean] {
        return;
    }
    if let Some(Literal::String(text)) = &schema.limits.default {
        let flag = text.eq_ignore_ascii_case("true");
        if flag || text.eq_ignore_ascii_case("false") {
            let message = format!("the string {} is read as a boolean", quoted(text));
            report.warning(&at.name("default"), message);
            schema.limits.default = Some(Literal::Bool(flag));
        }
    }
}
