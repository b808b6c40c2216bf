//! What is demanded of a value, in words.

use formwork_specs::model::{Limits, Literal, Number, Schema};
use formwork_specs::shape::{Shape, Shapes};

use crate::output::json;

/// What kind of value it is. Lists of lists end where nobody reads on.
pub(crate) fn kind<'a>(shapes: &Shapes<'a>, schema: &'a Schema) -> String {
    const DEEPEST: usize = 6;
    let mut words = String::new();
    let mut schema = schema;
    for _ in 0..DEEPEST {
        let word = match shapes.shape(schema) {
            Shape::Text => "string",
            Shape::Integer => "integer",
            Shape::Number => "number",
            Shape::Boolean => "boolean",
            Shape::Timestamp => "timestamp",
            Shape::Any => "JSON",
            Shape::Record(name) => name,
            Shape::List(items) => {
                words.push_str("list of ");
                schema = items;
                continue;
            }
            Shape::Map(values) => {
                words.push_str("map of ");
                schema = values;
                continue;
            }
        };
        return words + word;
    }
    words + "…"
}

/// The record at the end of a kind, through lists and maps.
pub(crate) fn record<'a>(shapes: &Shapes<'a>, schema: &'a Schema) -> Option<&'a str> {
    const DEEPEST: usize = 6;
    let mut schema = schema;
    for _ in 0..DEEPEST {
        schema = match shapes.shape(schema) {
            Shape::Record(name) => return Some(name),
            Shape::List(inner) | Shape::Map(inner) => inner,
            _ => return None,
        };
    }
    None
}

/// All schemas that demand something of the same value: this one, and what it refers to as long as
/// that is no record, for a record has a section of its own.
pub(crate) fn layers<'a>(shapes: &Shapes<'a>, schema: &'a Schema) -> Vec<&'a Schema> {
    const MOST: usize = 16;
    let mut layers = vec![schema];
    if matches!(shapes.shape(schema), Shape::Record(_)) {
        return layers;
    }
    let mut next = 0;
    while let Some(layer) = layers.get(next).copied()
        && layers.len() < MOST
    {
        layers.extend(
            layer
                .reference
                .as_deref()
                .and_then(|name| shapes.definition(name)),
        );
        layers.extend(&layer.all_of);
        next += 1;
    }
    layers
}

/// How much of long lists and patterns is written.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Extent {
    /// Enough to know what they are about.
    Short,
    /// Everything.
    Full,
}

/// Every limit on a value, and on the elements or members in it.
pub(crate) fn limits<'a>(shapes: &Shapes<'a>, schema: &'a Schema, extent: Extent) -> Vec<String> {
    let mut words = Vec::new();
    for layer in layers(shapes, schema) {
        own_limits(&layer.limits, extent, &mut words);
        for (pattern, _) in &layer.pattern_properties {
            if pattern != ".*" && layer.limits.key_meaning.is_none() {
                words.push(format!("keys match {}", cut(pattern, extent)));
            }
        }
        if matches!(shapes.shape(schema), Shape::Any) && !layer.one_of.is_empty() {
            words.push("one of several forms".to_owned());
        }
    }
    match shapes.shape(schema) {
        Shape::List(inner) | Shape::Map(inner) => {
            let inner = layers(shapes, inner);
            let mut each = Vec::new();
            for layer in inner {
                own_limits(&layer.limits, extent, &mut each);
            }
            if !each.is_empty() {
                words.push(format!("each {}", each.join(", ")));
            }
        }
        _ => {}
    }
    words
}

fn own_limits(limits: &Limits, extent: Extent, words: &mut Vec<String>) {
    if let Some(constant) = &limits.constant {
        words.push(format!("always {}", literal(constant)));
    }
    if !limits.allowed.is_empty() {
        words.push(format!("one of {}", values(&limits.allowed, extent)));
    }
    if !limits.allowed_ignoring_case.is_empty() {
        words.push(format!(
            "one of {} in any case",
            values(&limits.allowed_ignoring_case, extent)
        ));
    }
    words.extend(range(limits.min_length, limits.max_length, "character"));
    words.extend(numbers(limits));
    if let Some(Number(factor)) = &limits.multiple_of {
        words.push(format!("a multiple of {factor}"));
    }
    words.extend(range(limits.min_items, limits.max_items, "element"));
    if limits.unique_items {
        words.push("no element twice".to_owned());
    }
    if !limits.unique_keys.is_empty() {
        words.push(format!(
            "no two of the same {}",
            limits.unique_keys.join(", ")
        ));
    }
    if limits.unordered {
        words.push("in any order".to_owned());
    }
    words.extend(range(
        limits.min_properties,
        limits.max_properties,
        "member",
    ));
    if let Some(keys) = &limits.key_meaning {
        words.push(format!("keys are {keys}"));
    }
    if let Some(format) = &limits.format {
        words.push(format!("format {format}"));
    }
    if let Some(pattern) = &limits.pattern {
        words.push(match &pattern.meaning {
            Some(meaning) => meaning.clone(),
            None => format!("matches {}", cut(&pattern.expression, extent)),
        });
    }
    if let Some(relationship) = &limits.relationship {
        let property = relationship
            .property_path
            .trim_start_matches("/properties/");
        words.push(format!("{property} of {}", relationship.type_name));
    }
    if let Some(default) = &limits.default {
        words.push(format!("default {}", literal(default)));
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

fn numbers(limits: &Limits) -> Option<String> {
    if let (Some(Number(min)), Some(Number(max))) = (&limits.minimum, &limits.maximum) {
        return Some(format!("{min} to {max}"));
    }
    let parts = [
        ("at least", &limits.minimum),
        ("more than", &limits.exclusive_minimum),
        ("at most", &limits.maximum),
        ("less than", &limits.exclusive_maximum),
    ];
    let parts = parts.iter().filter_map(|(words, limit)| {
        let Number(limit) = limit.as_ref()?;
        Some(format!("{words} {limit}"))
    });
    let parts: Vec<String> = parts.collect();
    (!parts.is_empty()).then(|| parts.join(" and "))
}

/// The first values of a list, and how many more there are.
fn values(allowed: &[Literal], extent: Extent) -> String {
    let most = if extent == Extent::Short {
        24
    } else {
        usize::MAX
    };
    let some: Vec<String> = allowed.iter().take(most).map(literal).collect();
    let words = some.join(", ");
    match allowed.len().checked_sub(most) {
        None | Some(0) => words,
        Some(more) => format!("{words}, … and {more} more"),
    }
}

fn literal(literal: &Literal) -> String {
    match literal {
        Literal::String(text) if text.is_empty() => "\"\"".to_owned(),
        Literal::String(text) => text.clone(),
        other => json::line(other),
    }
}

/// A pattern, or its beginning: some have a thousand letters.
fn cut(pattern: &str, extent: Extent) -> String {
    let most = if extent == Extent::Short {
        160
    } else {
        usize::MAX
    };
    let mut letters = pattern.chars();
    let start: String = letters.by_ref().take(most).collect();
    if letters.next().is_some() {
        start + "…"
    } else {
        start
    }
}

/// What an object demands of its members together.
pub(crate) fn rules(schema: &Schema) -> Vec<String> {
    let dependencies = &schema.dependencies;
    let mut rules = Vec::new();
    for names in &dependencies.exactly_one {
        rules.push(format!("exactly one of {}", names.join(", ")));
    }
    for names in &dependencies.at_least_one {
        rules.push(format!("at least one of {}", names.join(", ")));
    }
    for (name, others) in &dependencies.required {
        rules.push(format!("with {name} also {}", others.join(", ")));
    }
    for (name, others) in &dependencies.excluded {
        rules.push(format!("with {name} none of {}", others.join(", ")));
    }
    for (name, _) in &dependencies.schemas {
        rules.push(format!("with {name} further demands"));
    }
    rules.extend(choice("exactly one of", &schema.one_of));
    rules.extend(choice("at least one of", &schema.any_of));
    if schema.conditional.is_some() || schema.not.is_some() || !schema.all_of.is_empty() {
        rules.push("further demands on several of them together".to_owned());
    }
    rules
}

/// The members that branches require: `exactly one of A, or B with C`.
fn choice(words: &str, branches: &[Schema]) -> Option<String> {
    let required = branches.iter().filter(|branch| !branch.required.is_empty());
    let names: Vec<String> = required
        .map(|branch| branch.required.join(" with "))
        .collect();
    match (branches.len(), names.len()) {
        (0, _) => None,
        (all, count) if all == count => Some(format!("{words} {}", names.join(", "))),
        (all, _) => Some(format!("{words} {all} forms")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_read_as_people_say_them() {
        assert_eq!(
            range(Some(1), Some(1), "character").as_deref(),
            Some("exactly 1 character")
        );
        assert_eq!(
            range(Some(0), Some(5), "element").as_deref(),
            Some("at most 5 elements")
        );
        assert_eq!(
            range(Some(2), None, "member").as_deref(),
            Some("at least 2 members")
        );
        assert_eq!(range(Some(0), None, "member"), None);
    }

    #[test]
    fn branches_that_require_names_are_a_choice() {
        let branch = |names: &[&str]| Schema {
            required: names.iter().map(|name| (*name).to_owned()).collect(),
            ..Schema::default()
        };
        let branches = [branch(&["A"]), branch(&["B", "C"])];
        assert_eq!(
            choice("exactly one of", &branches).as_deref(),
            Some("exactly one of A, B with C")
        );
    }
}
