//! Kinds of values and limits in words.

use formwork_specs::model::{
    Additional, JsonType, Limits, Literal, Number, Pattern, Schema, Update,
};

use super::inline::{code, inline};
use super::shapes::{Model, Resolved, allowed_values};

/// How many allowed values are listed where they have no documentation of their own.
const LISTED: usize = 16;

/// A longer pattern says nothing to a reader.
const LONGEST_PATTERN: usize = 160;

/// Aliases of aliases end here at the latest.
const LONGEST_CHAIN: usize = 64;

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
    let chain = chain(model, schema, resolved);
    let own = phrases(&chain, resolved);
    let mut text = kind_sentence(resolved);
    for phrase in own {
        text.push_str(&phrase);
    }
    text.push('.');
    for sentence in sentences(&chain, resolved) {
        text.push(' ');
        text.push_str(&sentence);
    }
    if let Resolved::List(inner) = resolved
        && let Some(items) = chain.iter().find_map(|schema| schema.items.as_deref())
    {
        text.push_str(&inner_demands(model, items, inner, "Each element"));
    }
    if let Resolved::Map(inner) = resolved {
        text.push_str(&map_demands(model, &chain, inner));
    }
    let takes_object = |schema: &&Schema| {
        let mut branches = schema.any_of.iter().chain(&schema.one_of);
        branches.any(|branch| branch.types.contains(&JsonType::Object))
    };
    if matches!(resolved, Resolved::List(_)) && chain.iter().any(takes_object) {
        text.push_str(" What the specification takes in another form is kept as it is written.");
    }
    text
}

/// What is demanded of members beside the properties of an object, in sentences.
pub(super) fn beside<'s>(model: &Model<'s>, schema: &'s Schema, kind: &Resolved<'_>) -> String {
    let members = format!("A map of {}.", self::kind(kind, true));
    members + &map_demands(model, &[schema], kind)
}

/// The schema and the aliases it refers to, up to a record.
fn chain<'s>(model: &Model<'s>, schema: &'s Schema, resolved: &Resolved<'_>) -> Vec<&'s Schema> {
    let mut chain = vec![schema];
    if matches!(resolved, Resolved::Record(_)) {
        return chain;
    }
    while let Some(name) = chain.last().and_then(|last| last.reference.as_deref())
        && let Some(next) = model.definition(name)
        && chain.len() < LONGEST_CHAIN
    {
        chain.push(next);
    }
    chain
}

fn first<'s, T>(chain: &[&'s Schema], pick: impl Fn(&'s Limits) -> Option<T>) -> Option<T> {
    chain.iter().find_map(|schema| pick(&schema.limits))
}

/// What follows the kind in the same sentence.
fn phrases(chain: &[&Schema], resolved: &Resolved<'_>) -> Vec<String> {
    let mut phrases = Vec::new();
    let count =
        |pick: fn(&Limits) -> Option<u64>| first(chain, pick).map(|count| count.to_string());
    match resolved {
        Resolved::Text | Resolved::ValueSet(_) => {
            let characters = range(count(|l| l.min_length), count(|l| l.max_length));
            phrases.extend(characters.map(|range| format!(" of {}", counted(&range, "character"))));
            let pattern = first(chain, |l| l.pattern.as_ref());
            phrases.extend(pattern.and_then(|pattern| pattern_phrase(pattern, "that matches")));
        }
        Resolved::Integer | Resolved::Float => {
            let written = |pick: fn(&Limits) -> &Option<Number>| {
                first(chain, |l| pick(l).as_ref()).map(|number| number.0.clone())
            };
            phrases.extend(numbers(written(|l| &l.minimum), written(|l| &l.maximum)));
            phrases.extend(written(|l| &l.exclusive_minimum).map(|n| format!(" above {n}")));
            phrases.extend(written(|l| &l.exclusive_maximum).map(|n| format!(" below {n}")));
            phrases.extend(written(|l| &l.multiple_of).map(|n| format!(", a multiple of {n}")));
        }
        Resolved::List(_) => {
            let elements = range(count(|l| l.min_items), count(|l| l.max_items));
            phrases.extend(elements.map(|range| format!(", {}", counted(&range, "element"))));
            if chain.iter().any(|schema| schema.limits.unique_items) {
                phrases.push(", without duplicates".to_owned());
            }
            if chain.iter().any(|schema| schema.limits.unordered) {
                phrases.push(", in any order".to_owned());
            }
        }
        Resolved::Map(_) | Resolved::Json => {
            let members = range(count(|l| l.min_properties), count(|l| l.max_properties));
            phrases.extend(members.map(|range| format!(", {}", counted(&range, "member"))));
        }
        Resolved::Bool | Resolved::Record(_) => {}
    }
    phrases
}

/// Sentences of their own: allowed values, the constant, the default.
fn sentences(chain: &[&Schema], resolved: &Resolved<'_>) -> Vec<String> {
    let mut sentences = Vec::new();
    let values = chain
        .iter()
        .map(|schema| allowed_values(schema))
        .find(|values| !values.is_empty());
    if let Some(values) = values {
        let ignoring = chain
            .iter()
            .any(|schema| !schema.limits.allowed_ignoring_case.is_empty());
        sentences.push(allowed_sentence(values, ignoring));
    }
    let constant = first(chain, |limits| limits.constant.as_ref());
    sentences.extend(constant.map(|value| format!("Always {}.", literal(value))));
    let format = first(chain, |limits| limits.format.as_deref());
    if let (Resolved::Text, Some("date-time" | "timestamp")) = (resolved, format) {
        sentences.push("A date and time.".to_owned());
    }
    let default = first(chain, |limits| limits.default.as_ref());
    sentences.extend(default.map(|value| format!("Default: {}.", literal(value))));
    let relationship = first(chain, |limits| limits.relationship.as_ref());
    sentences.extend(relationship.map(|to| {
        let property = to.property_path.trim_start_matches("/properties/");
        format!(
            "Holds {} of a resource of type {}.",
            code(property),
            code(&to.type_name)
        )
    }));
    sentences
}

fn allowed_sentence(values: &[Literal], ignoring_case: bool) -> String {
    let listed: Vec<String> = values.iter().take(LISTED).map(literal).collect();
    let more = values.len().saturating_sub(LISTED);
    let more = if more == 0 {
        String::new()
    } else {
        format!(" and {more} more")
    };
    let case = if ignoring_case { ", in any case" } else { "" };
    format!("Allowed values: {}{more}{case}.", listed.join(", "))
}

/// Demands on what a list holds.
fn inner_demands<'s>(
    model: &Model<'s>,
    schema: &'s Schema,
    resolved: &Resolved<'_>,
    subject: &str,
) -> String {
    let chain = chain(model, schema, resolved);
    let phrases = phrases(&chain, resolved);
    let mut text = String::new();
    if !phrases.is_empty() {
        text.extend([
            " ",
            subject,
            ": ",
            lowered(&kind_sentence(resolved)).as_str(),
        ]);
        text.extend(phrases);
        text.push('.');
    }
    for sentence in sentences(&chain, resolved) {
        text.push(' ');
        text.push_str(&sentence);
    }
    text
}

/// Demands on the names and values of a map.
fn map_demands<'s>(model: &Model<'s>, chain: &[&'s Schema], resolved: &Resolved<'_>) -> String {
    let mut text = String::new();
    let meaning = first(chain, |limits| limits.key_meaning.as_deref());
    for schema in chain {
        for (expression, member) in &schema.pattern_properties {
            let meaning = meaning
                .or(member.limits.key_meaning.as_deref())
                .map(str::to_owned);
            let pattern = Pattern {
                expression: expression.clone(),
                meaning,
            };
            if expression != ".*" {
                let phrase = pattern_phrase(&pattern, "match");
                text.push_str(
                    &phrase
                        .map(|phrase| format!(" Its keys{phrase}."))
                        .unwrap_or_default(),
                );
            }
            text.push_str(&inner_demands(model, member, resolved, "Each value"));
        }
        if let Additional::Schema(member) = &schema.additional {
            text.push_str(&inner_demands(model, member, resolved, "Each value"));
        }
    }
    text
}

fn pattern_phrase(pattern: &Pattern, verb: &str) -> Option<String> {
    let shown = pattern.expression.chars().count() <= LONGEST_PATTERN;
    match (&pattern.meaning, shown) {
        (Some(meaning), true) => Some(format!(
            " {verb} {} ({})",
            code(&pattern.expression),
            inline(meaning)
        )),
        (Some(meaning), false) => Some(format!(" {verb} {}", inline(meaning))),
        (None, true) => Some(format!(" {verb} {}", code(&pattern.expression))),
        (None, false) => None,
    }
}

/// `1 to 80`, `at least 1`, `at most 80`, `exactly 5`.
fn range(least: Option<String>, most: Option<String>) -> Option<String> {
    Some(match (least, most) {
        (Some(least), Some(most)) if least == most => format!("exactly {least}"),
        (Some(least), Some(most)) => format!("{least} to {most}"),
        (Some(least), None) if least == "0" => return None,
        (Some(least), None) => format!("at least {least}"),
        (None, Some(most)) => format!("at most {most}"),
        (None, None) => return None,
    })
}

/// `1 to 80 characters`, `at least 1 character`.
fn counted(range: &str, thing: &str) -> String {
    let one = range == "exactly 1" || range.ends_with(" least 1") || range.ends_with(" most 1");
    format!("{range} {thing}{}", if one { "" } else { "s" })
}

fn numbers(least: Option<String>, most: Option<String>) -> Option<String> {
    Some(match (least, most) {
        (Some(least), Some(most)) => format!(" from {least} to {most}"),
        (Some(least), None) => format!(", at least {least}"),
        (None, Some(most)) => format!(", at most {most}"),
        (None, None) => return None,
    })
}

fn lowered(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters.next().map(|c| c.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
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
    fn ranges() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(range(some("1"), some("80")).as_deref(), Some("1 to 80"));
        assert_eq!(range(some("5"), some("5")).as_deref(), Some("exactly 5"));
        assert_eq!(range(some("0"), None), None);
        assert_eq!(range(None, some("9")).as_deref(), Some("at most 9"));
        assert_eq!(counted("at least 1", "character"), "at least 1 character");
        assert_eq!(counted("0 to 1", "element"), "0 to 1 elements");
        assert_eq!(counted("at most 11", "element"), "at most 11 elements");
    }

    #[test]
    fn kinds() {
        let list = Resolved::List(Box::new(Resolved::Map(Box::new(Resolved::Text))));
        assert_eq!(kind(&list, false), "list of maps of strings");
        assert_eq!(kind_sentence(&Resolved::Integer), "An integer");
        let tags = Resolved::List(Box::new(Resolved::Record("Tag")));
        assert_eq!(kind_sentence(&tags), "A list of `Tag` objects");
    }

    #[test]
    fn many_values_are_counted() {
        let values: Vec<Literal> = (0..20).map(|n| Literal::String(format!("v{n}"))).collect();
        assert!(allowed_sentence(&values, false).ends_with("`v15` and 4 more."));
    }
}
