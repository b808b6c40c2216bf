//! Kinds of values and limits in words.

use formwork_specs::model::{JsonType, Literal, Schema, Update};
use formwork_specs::words::{self, Style};

use super::inline::{code, inline};
use super::shapes::{Model, Resolved};

/// How documentation shows what is demanded of a value.
const STYLE: Style = Style {
    most_values: 16,
    longest_pattern: 160,
    explained_patterns: true,
    code,
    literal,
    prose: inline,
};

/// The kind of value for a table: `list of strings`.
pub(super) fn kind(resolved: &Resolved<'_>, many: bool) -> String {
    let (one, several) = match resolved {
        Resolved::Text | Resolved::ValueSet(_) => ("string", "strings"),
        Resolved::Integer => ("integer", "integers"),
        Resolved::Float => ("number", "numbers"),
        Resolved::Bool => ("boolean", "booleans"),
        Resolved::Json => ("JSON", "JSON values"),
        Resolved::Record(name) => {
            let name = code(name);
            return if many {
                format!("{name} objects")
            } else {
                name
            };
        }
        Resolved::List(inner) => {
            return format!(
                "{} of {}",
                if many { "lists" } else { "list" },
                kind(inner, true)
            );
        }
        Resolved::Map(inner) => {
            return format!(
                "{} of {}",
                if many { "maps" } else { "map" },
                kind(inner, true)
            );
        }
    };
    (if many { several } else { one }).to_owned()
}

/// The same at the beginning of a sentence: `A list of strings`.
fn kind_sentence(resolved: &Resolved<'_>) -> String {
    let kind = kind(resolved, false);
    match resolved {
        Resolved::Json => "Any JSON".to_owned(),
        Resolved::Integer => format!("An {kind}"),
        Resolved::Record(_) => format!("An object, {kind}"),
        _ => format!("A {kind}"),
    }
}

/// What is demanded of a value, in sentences.
pub(super) fn demands<'s>(
    model: &Model<'s>,
    schema: &'s Schema,
    resolved: &Resolved<'_>,
) -> String {
    let demands = words::demands(&model.shapes, schema, &STYLE);
    let mut text = sentence(kind_sentence(resolved), &demands);
    let layers = words::layers(&model.shapes, schema);
    let takes_object = |schema: &&Schema| {
        let mut branches = schema.any_of.iter().chain(&schema.one_of);
        branches.any(|branch| branch.types.contains(&JsonType::Object))
    };
    if matches!(resolved, Resolved::List(_)) && layers.iter().any(takes_object) {
        text.push_str(" What the specification takes in another form is kept as it is written.");
    }
    text
}

/// What is demanded of members beside the properties of an object, in sentences.
pub(super) fn beside<'s>(model: &Model<'s>, schema: &'s Schema, kind: &Resolved<'_>) -> String {
    let demands = words::demands_beside(&model.shapes, schema, &STYLE);
    sentence(format!("A map of {}", self::kind(kind, true)), &demands)
}

fn sentence(mut kind: String, demands: &[String]) -> String {
    if !demands.is_empty() {
        kind.extend([": ", &demands.join("; ")]);
    }
    kind.push('.');
    kind
}

/// A literal as code.
pub(super) fn literal(literal: &Literal) -> String {
    match literal {
        Literal::Null => "`null`".to_owned(),
        Literal::Bool(value) => format!("`{value}`"),
        Literal::Number(number) => code(&number.0),
        Literal::String(text) => code(text),
        Literal::Array(_) | Literal::Object(_) => {
            let mut text = String::new();
            formwork_specs::facts::literal(literal, &mut text);
            code(&text)
        }
    }
}

/// What an update does, in the words of the user guide, but for one: `Conditional` is what may replace, which
/// "some interruptions" would hide.
pub(super) fn update(update: Update) -> &'static str {
    match update {
        Update::Mutable => "no interruption",
        Update::Conditional => "may be replaced",
        Update::Immutable => "replacement",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        let list = Resolved::List(Box::new(Resolved::Map(Box::new(Resolved::Text))));
        assert_eq!(kind(&list, false), "list of maps of strings");
        assert_eq!(kind_sentence(&Resolved::Integer), "An integer");
        let tags = Resolved::List(Box::new(Resolved::Record("Tag")));
        assert_eq!(kind_sentence(&tags), "A list of `Tag` objects");
    }
}
