//! What is demanded of a value, in words: the same ones in generated documentation and in the output of the command.

mod formats;

use crate::model::{Additional, Limits, Literal, Number, Pattern, Schema};
use crate::shape::{Shape, Shapes};

/// How the words are shown.
#[derive(Clone, Copy)]
pub struct Style {
    /// How many allowed values are listed.
    pub most_values: usize,
    /// How much of a pattern is shown, in characters: some have a thousand.
    pub longest_pattern: usize,
    /// Whether a pattern is shown that the specification explains in words.
    pub explained_patterns: bool,
    /// A name, or whatever else is written exactly so.
    pub code: fn(&str) -> String,
    /// A value.
    pub literal: fn(&Literal) -> String,
    /// Prose of the specification.
    pub prose: fn(&str) -> String,
}

/// All schemas that demand something of the same value: this one, and what it refers to as long as that is no
/// record, for a record is described by itself.
#[must_use]
pub fn layers<'a>(shapes: &Shapes<'a>, schema: &'a Schema) -> Vec<&'a Schema> {
    const MOST: usize = 16;
    let mut layers = vec![schema];
    if matches!(shapes.shape(schema), Shape::Record(_)) {
        return layers;
    }
    let mut next = 0;
    while let Some(layer) = layers.get(next).copied()
        && layers.len() < MOST
    {
        let reference = layer.reference.as_deref();
        layers.extend(reference.and_then(|name| shapes.definition(name)));
        layers.extend(&layer.all_of);
        next += 1;
    }
    layers
}

/// Every demand on a value, and on the elements or members in it, such as `1 to 80 characters`.
#[must_use]
pub fn demands<'a>(shapes: &Shapes<'a>, schema: &'a Schema, style: &Style) -> Vec<String> {
    let mut words = Vec::new();
    let shape = shapes.shape(schema);
    for layer in layers(shapes, schema) {
        named(layer, shape, style, &mut words);
        limits(&layer.limits, style, &mut words);
        keys(layer, style, &mut words);
        if matches!(shape, Shape::Any) && !layer.one_of.is_empty() {
            words.push("one of several forms".to_owned());
        }
    }
    if let Shape::List(inner) | Shape::Map(inner) = shape {
        words.extend(each(shapes, inner, style));
    }
    words
}

/// Every demand on members beside the properties of a record: their names, and their values.
#[must_use]
pub fn demands_beside<'a>(shapes: &Shapes<'a>, record: &'a Schema, style: &Style) -> Vec<String> {
    let mut words = Vec::new();
    keys(record, style, &mut words);
    for (_, member) in &record.pattern_properties {
        words.extend(each(shapes, member, style));
    }
    if let Additional::Schema(member) = &record.additional {
        words.extend(each(shapes, member, style));
    }
    words
}

/// What each element or member has to be.
fn each<'a>(shapes: &Shapes<'a>, inner: &'a Schema, style: &Style) -> Option<String> {
    let mut words = Vec::new();
    for layer in layers(shapes, inner) {
        named(layer, shapes.shape(inner), style, &mut words);
        limits(&layer.limits, style, &mut words);
    }
    (!words.is_empty()).then(|| format!("each {}", words.join(", ")))
}

/// Which named format a value has, or which ones it can have, properties of other resources among them.
fn named(schema: &Schema, shape: Shape<'_>, style: &Style, words: &mut Vec<String>) {
    const JSON: &str = "json";
    let format = schema.limits.format.as_deref();
    // Free JSON is written as what it is.
    let format = format.filter(|format| *format != JSON || !matches!(shape, Shape::Any));
    words.extend(format.and_then(|format| formats::format(format, style)));
    let alternatives = [&schema.any_of, &schema.one_of];
    words.extend(
        alternatives
            .into_iter()
            .filter_map(|forms| formats::alternatives(forms, style)),
    );
}

/// What the names of members have to be.
fn keys(schema: &Schema, style: &Style, words: &mut Vec<String>) {
    let meaning = schema.limits.key_meaning.as_deref();
    let are = |meaning: &str| format!("keys are {}", (style.prose)(meaning));
    if schema.pattern_properties.is_empty() {
        words.extend(meaning.map(are));
    }
    for (pattern, member) in &schema.pattern_properties {
        let meaning = meaning.or(member.limits.key_meaning.as_deref());
        let pattern = Some(pattern.as_str()).filter(|pattern| *pattern != ".*");
        words.extend(match (pattern, meaning) {
            (Some(pattern), Some(meaning)) => {
                Some(format!("keys are {}", explained(pattern, meaning, style)))
            }
            (Some(pattern), None) => Some(format!("keys match {}", cut(pattern, style))),
            (None, Some(meaning)) => Some(are(meaning)),
            (None, None) => None,
        });
    }
}

fn limits(limits: &Limits, style: &Style, words: &mut Vec<String>) {
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
        ordered: _,
        min_properties,
        max_properties,
        // In front of the others.
        format: _,
        // With the patterns of the keys.
        key_meaning: _,
        // At the values themselves.
        value_meanings: _,
        default,
        relationship,
        // Beside the words.
        source: _,
    } = limits;
    let constant = constant.as_ref();
    words.extend(constant.map(|value| format!("always {}", (style.literal)(value))));
    if !allowed.is_empty() {
        words.push(format!("one of {}", values(allowed, style)));
    }
    if !allowed_ignoring_case.is_empty() {
        let values = values(allowed_ignoring_case, style);
        words.push(format!("one of {values} in any case"));
    }
    words.extend(range(*min_length, *max_length, "character"));
    words.extend(numbers([
        minimum,
        exclusive_minimum,
        maximum,
        exclusive_maximum,
    ]));
    let multiple_of = multiple_of.as_ref();
    words.extend(multiple_of.map(|Number(factor)| format!("a multiple of {factor}")));
    words.extend(range(*min_items, *max_items, "element"));
    if *unique_items {
        words.push("no element twice".to_owned());
    }
    if !unique_keys.is_empty() {
        let keys: Vec<String> = unique_keys.iter().map(|key| (style.code)(key)).collect();
        words.push(format!("no two of the same {}", keys.join(", ")));
    }
    if *unordered {
        words.push("in any order".to_owned());
    }
    words.extend(range(*min_properties, *max_properties, "member"));
    words.extend(pattern.as_ref().map(|pattern| matching(pattern, style)));
    let relationship = relationship.as_ref();
    words.extend(relationship.map(|relationship| formats::related(relationship, style)));
    let default = default.as_ref();
    words.extend(default.map(|value| format!("default {}", (style.literal)(value))));
}

fn matching(pattern: &Pattern, style: &Style) -> String {
    let Pattern {
        expression,
        meaning,
    } = pattern;
    match meaning {
        Some(meaning) => explained(expression, meaning, style),
        None => format!("matches {}", cut(expression, style)),
    }
}

/// What a pattern means, and perhaps the pattern.
fn explained(pattern: &str, meaning: &str, style: &Style) -> String {
    let meaning = (style.prose)(meaning);
    if style.explained_patterns {
        format!("{meaning} ({})", cut(pattern, style))
    } else {
        meaning
    }
}

/// `1 to 128 characters`.
fn range(min: Option<u64>, max: Option<u64>, noun: &str) -> Option<String> {
    let plural = |count: u64| if count == 1 { "" } else { "s" };
    match (min.filter(|min| *min > 0), max) {
        (Some(min), Some(max)) if min == max => {
            Some(format!("exactly {max} {noun}{}", plural(max)))
        }
        (Some(min), Some(max)) => Some(format!("{min} to {max} {noun}s")),
        (Some(min), None) => Some(format!("at least {min} {noun}{}", plural(min))),
        (None, Some(max)) => Some(format!("at most {max} {noun}{}", plural(max))),
        (None, None) => None,
    }
}

/// `1 to 10`, `more than 0 and at most 1`: the least, what is less, the most, what is more.
fn numbers(ends: [&Option<Number>; 4]) -> Option<String> {
    if let [Some(Number(min)), None, Some(Number(max)), None] = ends {
        return Some(format!("{min} to {max}"));
    }
    let words = ["at least", "more than", "at most", "less than"];
    let parts = words.iter().zip(ends).filter_map(|(words, end)| {
        let Number(end) = end.as_ref()?;
        Some(format!("{words} {end}"))
    });
    let parts: Vec<String> = parts.collect();
    (!parts.is_empty()).then(|| parts.join(" and "))
}

/// The first values of a list, and how many more there are.
#[must_use]
pub fn values(allowed: &[Literal], style: &Style) -> String {
    let some = allowed.iter().take(style.most_values);
    let some: Vec<String> = some.map(style.literal).collect();
    let words = some.join(", ");
    match allowed.len().saturating_sub(style.most_values) {
        0 => words,
        more => format!("{words}, … and {more} more"),
    }
}

/// A pattern, or its beginning.
fn cut(pattern: &str, style: &Style) -> String {
    match pattern.char_indices().nth(style.longest_pattern) {
        Some((end, _)) => (style.code)(&format!("{}…", pattern.get(..end).unwrap_or_default())),
        None => (style.code)(pattern),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::JsonType;

    #[test]
    fn ranges_read_as_people_say_them() {
        for (min, max, noun, expected) in [
            (Some(1), Some(1), "character", Some("exactly 1 character")),
            (Some(0), Some(5), "element", Some("at most 5 elements")),
            (Some(0), Some(1), "element", Some("at most 1 element")),
            (Some(2), None, "member", Some("at least 2 members")),
            (Some(1), Some(80), "character", Some("1 to 80 characters")),
            (Some(0), None, "member", None),
        ] {
            assert_eq!(range(min, max, noun).as_deref(), expected);
        }
    }

    #[test]
    fn numbers_tell_which_end_is_included() {
        let number = |text: &str| Some(Number(text.to_owned()));
        let (one, ten) = (number("1"), number("10"));
        for (ends, expected) in [
            ([&one, &None, &ten, &None], Some("1 to 10")),
            (
                [&None, &one, &ten, &None],
                Some("more than 1 and at most 10"),
            ),
            ([&None, &None, &None, &ten], Some("less than 10")),
            ([&None; 4], None),
        ] {
            assert_eq!(numbers(ends).as_deref(), expected);
        }
    }

    const STYLE: Style = Style {
        most_values: 2,
        longest_pattern: 4,
        explained_patterns: true,
        code: str::to_owned,
        literal: |value| format!("{value:?}"),
        prose: str::to_owned,
    };

    #[test]
    fn a_named_format_stands_in_front_unless_the_kind_says_it() {
        let with = |format: &str, types: &[JsonType]| Schema {
            types: types.to_vec(),
            limits: Limits {
                format: Some(format.to_owned()),
                max_length: Some(80),
                ..Limits::default()
            },
            ..Schema::default()
        };
        let words = |schema: &Schema| demands(&Shapes::of(&[]), schema, &STYLE).join("; ");
        let text = &[JsonType::String];
        assert_eq!(
            words(&with("AWS::S3::Bucket.Name", text)),
            "the name of an S3 bucket; at most 80 characters"
        );
        assert_eq!(
            words(&with("json", text)),
            "written as JSON; at most 80 characters"
        );
        assert_eq!(words(&with("json", &[])), "at most 80 characters");
    }

    #[test]
    fn long_lists_and_patterns_are_cut() {
        let values: Vec<_> = ["a", "b", "c"]
            .map(|text| Literal::String(text.to_owned()))
            .into();
        assert!(super::values(&values, &STYLE).ends_with(", … and 1 more"));
        assert!(!super::values(&values[..2], &STYLE).contains('…'));
        assert_eq!(cut("^[a-z]+$", &STYLE), "^[a-…");
        assert_eq!(cut("^a+$", &STYLE), "^a+$");
    }
}
