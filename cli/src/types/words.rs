//! What is demanded of a value, in words.

use formwork_specs::model::{Literal, Schema};
use formwork_specs::shape::{Shape, Shapes};
pub(crate) use formwork_specs::words::layers;
use formwork_specs::words::{self, Style};

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
    let (most_values, longest_pattern) = match extent {
        Extent::Short => (24, 160),
        Extent::Full => (usize::MAX, usize::MAX),
    };
    let style = Style {
        most_values,
        longest_pattern,
        explained_patterns: extent == Extent::Full,
        code: str::to_owned,
        literal,
        prose: str::to_owned,
    };
    words::demands(shapes, schema, &style)
}

fn literal(literal: &Literal) -> String {
    match literal {
        Literal::String(text) if text.is_empty() => "\"\"".to_owned(),
        Literal::String(text) => text.clone(),
        other => json::line(other),
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
