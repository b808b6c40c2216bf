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

/// How a property type is named in a text: as code, or as a link to its struct.
pub(super) type Name<'n> = &'n dyn Fn(&str) -> String;

/// The kind of value for a table: `list of strings`.
pub(super) fn kind(resolved: &Resolved<'_>, name: Name<'_>) -> String {
    counted(resolved, name, false)
}

fn counted(resolved: &Resolved<'_>, named: Name<'_>, many: bool) -> String {
    let (one, several) = match resolved {
        Resolved::Text | Resolved::ValueSet(_) => ("string", "strings"),
        Resolved::Integer => ("integer", "integers"),
        Resolved::Float => ("number", "numbers"),
        Resolved::Bool => ("boolean", "booleans"),
        Resolved::Json => ("JSON", "JSON values"),
        Resolved::Record(name) => {
            let objects = if many { " objects" } else { "" };
            return named(name) + objects;
        }
        Resolved::List(inner) => {
            let lists = if many { "lists" } else { "list" };
            return format!("{lists} of {}", counted(inner, named, true));
        }
        Resolved::Map(inner) => {
            let maps = if many { "maps" } else { "map" };
            return format!("{maps} of {}", counted(inner, named, true));
        }
    };
    (if many { several } else { one }).to_owned()
}

/// The same at the beginning of a sentence: `A list of strings`.
fn kind_sentence(resolved: &Resolved<'_>, schema: &Schema, named: Name<'_>) -> String {
    let kind = kind(resolved, named);
    match resolved {
        Resolved::Json => forms(schema),
        Resolved::Integer => format!("An {kind}"),
        Resolved::Record(_) => format!("An object, {kind}"),
        _ => format!("A {kind}"),
    }
}

/// What free JSON can be, where the specification says so: `A string or an object`.
fn forms(schema: &Schema) -> String {
    let branches = schema.any_of.iter().chain(&schema.one_of);
    let mut types: Vec<JsonType> = schema.types.clone();
    types.extend(branches.flat_map(|branch| branch.types.iter().copied()));
    let mut forms: Vec<&str> = Vec::new();
    for form in types {
        let form = match form {
            JsonType::String => "a string",
            JsonType::Integer => "an integer",
            JsonType::Number => "a number",
            JsonType::Boolean => "a boolean",
            JsonType::Object => "an object",
            JsonType::Array => "a list",
            JsonType::Null => continue,
        };
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    let Some((last, rest)) = forms.split_last() else {
        return "Any JSON".to_owned();
    };
    let text = if rest.is_empty() {
        (*last).to_owned()
    } else {
        format!("{} or {last}", rest.join(", "))
    };
    let free = if forms == ["an object"] {
        " with any members"
    } else {
        ""
    };
    text.replacen('a', "A", 1) + free
}

/// What is demanded of a value, in sentences.
pub(super) fn demands<'s>(
    model: &Model<'s>,
    schema: &'s Schema,
    resolved: &Resolved<'_>,
    named: Name<'_>,
) -> String {
    let demands = words::demands(&model.shapes, schema, &STYLE);
    let mut text = sentence(kind_sentence(resolved, schema, named), &demands);
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
pub(super) fn beside<'s>(
    model: &Model<'s>,
    schema: &'s Schema,
    kind: &Resolved<'_>,
    named: Name<'_>,
) -> String {
    let demands = words::demands_beside(&model.shapes, schema, &STYLE);
    sentence(format!("A map of {}", counted(kind, named, true)), &demands)
}

fn sentence(mut kind: String, demands: &[String]) -> String {
    if !demands.is_empty() {
        kind.extend([": ", &demands.join("; ")]);
    }
    kind.push('.');
    kind
}

/// The first values of a set, and how many more there are.
pub(super) fn values(allowed: &[Literal], most_values: usize) -> String {
    words::values(
        allowed,
        &Style {
            most_values,
            ..STYLE
        },
    )
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
        assert_eq!(kind(&list, &code), "list of maps of strings");
        let sentence = |resolved: &Resolved<'_>| kind_sentence(resolved, &Schema::default(), &code);
        assert_eq!(sentence(&Resolved::Integer), "An integer");
        let tags = Resolved::List(Box::new(Resolved::Record("Tag")));
        assert_eq!(sentence(&tags), "A list of `Tag` objects");
    }

    #[test]
    fn forms_of_free_json() {
        let of = |types: &[JsonType]| {
            forms(&Schema {
                types: types.to_vec(),
                ..Schema::default()
            })
        };
        assert_eq!(of(&[]), "Any JSON");
        assert_eq!(of(&[JsonType::Object]), "An object with any members");
        assert_eq!(
            of(&[JsonType::String, JsonType::Array, JsonType::Object]),
            "A string, a list or an object"
        );
    }
}
