//! What a change of a specification means for stacks that are deployed.

use super::{Change, Part};

/// What becomes of templates that are deployed, from least to most severe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// Nothing.
    None,
    /// More is taken than before.
    Looser,
    /// Changes do less than they did: an update in place where there was a replacement.
    MilderUpdate,
    /// Changes do more than they did: a replacement where there was an update in place.
    WorseUpdate,
    /// What was taken may be refused.
    Stricter,
    /// What a template names is gone.
    Gone,
}

impl Effect {
    /// A few words; nothing for none.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Looser => "more is taken",
            Self::MilderUpdate => "changes do less",
            Self::WorseUpdate => "changes do more: look at the plan",
            Self::Stricter => "what was taken may be refused",
            Self::Gone => "templates that name it are refused",
        }
    }
}

pub(super) fn of(change: &Change) -> Effect {
    match &change.part {
        Part::Added { required: true } => Effect::Stricter,
        Part::Added { required: false } => Effect::Looser,
        Part::Removed | Part::Renamed { .. } => Effect::Gone,
        Part::Fact { name, old, new } => of_fact(name, old, new),
    }
}

fn of_fact(name: &str, old: &[String], new: &[String]) -> Effect {
    match name {
        "update" | "updateHere" => of_update(old, new),
        "required" | "requiredBesides" | "dependentRequired" | "dependentExcluded"
        | "requiredXor" | "requiredOr" | "uniqueItems" | "uniqueKeys" | "not" | "allOf" => {
            by_presence(old, new)
        }
        "enum" | "enumCaseInsensitive" | "const" => of_choice(old, new),
        "minLength" | "minItems" | "minProperties" | "minimum" | "exclusiveMinimum" => {
            of_bound(old, new, |old, new| new > old)
        }
        "maxLength" | "maxItems" | "maxProperties" | "maximum" | "exclusiveMaximum" => {
            of_bound(old, new, |old, new| new < old)
        }
        "kind" | "type" | "pattern" | "format" | "multipleOf" | "anyOf" | "oneOf" | "if"
        | "then" | "else" | "dependentSchemas" | "patternProperties" | "otherMembers" => {
            // Another demand than before; none at all takes more.
            if new.is_empty() {
                Effect::Looser
            } else {
                Effect::Stricter
            }
        }
        "additionalProperties" => {
            if old.is_empty() {
                Effect::Looser
            } else {
                Effect::Stricter
            }
        }
        "handlers" => of_handlers(old, new),
        "deleteThenCreate" | "updateRules" | "publishedWords" | "customNames" | "tagUpdatable"
        | "primaryIdentifier" | "unordered" | "ordered" => Effect::WorseUpdate,
        // Before there was no word about it.
        "ref" if old.is_empty() => Effect::None,
        "ref" => Effect::Gone,
        // Pages, sources, defaults, relations between types, tags: nothing is refused for them.
        _ => Effect::None,
    }
}

fn of_update(old: &[String], new: &[String]) -> Effect {
    let rank = |words: &[String]| match words.first().map(String::as_str) {
        Some("replacement") => 2,
        Some("may be replaced") => 1,
        _ => 0,
    };
    if rank(new) > rank(old) {
        Effect::WorseUpdate
    } else {
        Effect::MilderUpdate
    }
}

/// More demands than before are stricter, fewer are looser; others are stricter.
fn by_presence(old: &[String], new: &[String]) -> Effect {
    let is_new = new.iter().any(|one| !old.contains(one));
    if is_new {
        Effect::Stricter
    } else {
        Effect::Looser
    }
}

/// Fewer choices than before are stricter; no list of choices allows everything.
fn of_choice(old: &[String], new: &[String]) -> Effect {
    let loses = old.is_empty() || old.iter().any(|one| !new.contains(one));
    if loses && !new.is_empty() {
        Effect::Stricter
    } else {
        Effect::Looser
    }
}

fn of_bound(old: &[String], new: &[String], is_tighter: fn(f64, f64) -> bool) -> Effect {
    let number = |bounds: &[String]| bounds.first().and_then(|bound| bound.parse::<f64>().ok());
    match (number(old), number(new)) {
        (_, None) => Effect::Looser,
        (Some(old), Some(new)) if !is_tighter(old, new) => Effect::Looser,
        (_, Some(_)) => Effect::Stricter,
    }
}

fn of_handlers(old: &[String], new: &[String]) -> Effect {
    let updates =
        |handlers: &[String]| handlers.is_empty() || handlers.iter().any(|one| one == "update");
    match (updates(old), updates(new)) {
        (true, false) => Effect::WorseUpdate,
        (false, true) => Effect::MilderUpdate,
        _ => Effect::None,
    }
}
