//! What a change of a specification means for stacks that are deployed.

use std::collections::HashSet;

use super::describe::Openness;
use super::place::Role;
use crate::decimal::Decimal;

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
    /// A few words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::None => "nothing changes",
            Self::Looser => "more is taken",
            Self::MilderUpdate => "changes do less",
            Self::WorseUpdate => "changes do more (look at the plan)",
            Self::Stricter => "what was taken may be refused",
            Self::Gone => "templates that name it are refused",
        }
    }

    /// The name in documents for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Looser => "looser",
            Self::MilderUpdate => "milder-update",
            Self::WorseUpdate => "worse-update",
            Self::Stricter => "stricter",
            Self::Gone => "gone",
        }
    }

    /// The same where it is not sure that to ask for less is to take more.
    pub(super) fn in_role(self, role: Role) -> Self {
        match (role, self) {
            (Role::Question, Self::Looser | Self::Gone) => Self::Stricter,
            (_, effect) => effect,
        }
    }
}

/// Of a property that goes, from a record that is so open afterwards.
pub(super) fn of_removed(is_open: Openness, role: Role) -> Effect {
    let effect = match (is_open, role) {
        (Openness::Closed, Role::Value) => Effect::Gone,
        (Openness::Open, _) => Effect::Looser,
        (Openness::Closed | Openness::Described, _) => Effect::Stricter,
    };
    effect.in_role(role)
}

/// Of a property that comes, in a record that was so open before.
pub(super) fn of_added(required: bool, was_open: Openness, role: Role) -> Effect {
    let effect = if was_open == Openness::Closed && !required {
        Effect::Looser
    } else {
        Effect::Stricter
    };
    effect.in_role(role)
}

/// Of branches all of which hold, where those `came` are new.
pub(super) fn of_demands(came: &[String]) -> Effect {
    if came.is_empty() {
        Effect::Looser
    } else {
        Effect::Stricter
    }
}

/// Of branches one of which holds at least, where those `gone` were before.
pub(super) fn of_any(gone: &[String], was_empty: bool, is_empty: bool) -> Effect {
    if is_empty || (gone.is_empty() && !was_empty) {
        Effect::Looser
    } else {
        Effect::Stricter
    }
}

/// Of branches exactly one of which holds: another one more may be one too many.
pub(super) fn of_one(is_empty: bool) -> Effect {
    if is_empty {
        Effect::Looser
    } else {
        Effect::Stricter
    }
}

/// Of a fact about what `Fn::GetAtt` returns: another kind of value fits elsewhere.
pub(super) fn of_output(name: &str) -> Effect {
    if name == "kind" {
        Effect::Stricter
    } else {
        Effect::None
    }
}

/// Of a fact that says something else, about a value whose kind is known if it stays the same.
pub(super) fn of_fact(name: &str, old: &[String], new: &[String], kind: Option<&str>) -> Effect {
    match name {
        "update" | "updateHere" => of_update(old, new),
        "readOnlyHere" | "nonPublicHere" | "required" | "requiredBesides" | "dependentRequired"
        | "dependentExcluded" | "requiredXor" | "requiredOr" | "uniqueItems" | "uniqueKeys" => {
            by_presence(old, new)
        }
        // Every value has that many.
        "minLength" | "minItems" | "minProperties" if new == ["0"] && old.is_empty() => {
            Effect::None
        }
        "minLength" | "minItems" | "minProperties" if new.is_empty() && old == ["0"] => {
            Effect::None
        }
        "minLength" | "minItems" | "minProperties" if new == ["0"] => Effect::Looser,
        "minLength" | "minItems" | "minProperties" | "minimum" | "exclusiveMinimum" => {
            of_bound(old, new, |old, new| new > old)
        }
        "maxLength" | "maxItems" | "maxProperties" | "maximum" | "exclusiveMaximum" => {
            of_bound(old, new, |old, new| new < old)
        }
        "kind" => of_kind(old, new),
        // One type is what the kind says already.
        "type" if kind.is_some() && old.len() <= 1 && new.len() <= 1 => Effect::None,
        "format" if !demands(old, kind) && !demands(new, kind) => Effect::None,
        "enum" | "enumCaseInsensitive" | "const" | "type" => of_choice(old, new),
        "pattern" | "format" | "multipleOf" | "patternProperties" => {
            // Another demand than before; none at all takes more.
            if new.is_empty() {
                Effect::Looser
            } else {
                Effect::Stricter
            }
        }
        "additionalProperties" => of_openness(old, new),
        "handlers" => of_handlers(old, new),
        // A set notices less than a list.
        "unordered" => of_worse(new.is_empty()),
        "ordered" | "deleteThenCreate" => of_worse(old.is_empty()),
        // Where nothing was said, tags may have been updated in place; that they are is no news.
        "tagUpdatable" if new == ["false"] => Effect::WorseUpdate,
        "tagUpdatable" if old == ["false"] => Effect::MilderUpdate,
        // What `Ref` gives; before there was no word about it.
        "ref" | "primaryIdentifier" if old.is_empty() => Effect::None,
        "ref" | "primaryIdentifier" | "updateRules" | "publishedWords" | "customNames" => {
            Effect::WorseUpdate
        }
        // Pages, prose, sources, defaults, relations between types, tags: nothing is refused for them.
        _ => Effect::None,
    }
}

/// Whether a format is more than a hint: of text alone, and not of names that say what the type says as well.
fn demands(format: &[String], kind: Option<&str>) -> bool {
    let is_hint =
        |name: &String| matches!(name.as_str(), "int64" | "double" | "string" | "password");
    let is_text = matches!(kind, None | Some("string" | "timestamp"));
    is_text && !format.iter().all(is_hint)
}

fn of_worse(is_worse: bool) -> Effect {
    if is_worse {
        Effect::WorseUpdate
    } else {
        Effect::MilderUpdate
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
    let known: HashSet<&String> = old.iter().collect();
    let is_new = new.iter().any(|one| !known.contains(one));
    if is_new {
        Effect::Stricter
    } else {
        Effect::Looser
    }
}

/// Fewer choices than before are stricter; no list of choices allows everything.
fn of_choice(old: &[String], new: &[String]) -> Effect {
    let known: HashSet<&String> = new.iter().collect();
    let loses = old.is_empty() || old.iter().any(|one| !known.contains(one));
    if loses && !new.is_empty() {
        Effect::Stricter
    } else {
        Effect::Looser
    }
}

/// Several bounds hold together; the tightest is the one that counts.
fn of_bound(old: &[String], new: &[String], is_tighter: fn(&Decimal, &Decimal) -> bool) -> Effect {
    let tightest = |bounds: &[String]| {
        let bounds = bounds.iter().map(|bound| Decimal::of(bound));
        bounds.reduce(|one, other| if is_tighter(&one, &other) { other } else { one })
    };
    match (tightest(old), tightest(new)) {
        (_, None) => Effect::Looser,
        (Some(old), Some(new)) if !is_tighter(&old, &new) => Effect::Looser,
        (_, Some(_)) => Effect::Stricter,
    }
}

fn of_kind(old: &[String], new: &[String]) -> Effect {
    let word = |words: &'_ [String]| words.first().cloned().unwrap_or_default();
    match (word(old).as_str(), word(new).as_str()) {
        (_, "any JSON")
        | ("integer", "number")
        | ("timestamp", "string")
        | ("object" | "map", "any object") => Effect::Looser,
        _ => Effect::Stricter,
    }
}

fn of_openness(old: &[String], new: &[String]) -> Effect {
    let rank = |words: &[String]| match words.first().map(String::as_str) {
        Some("true") => 2,
        Some("described") => 1,
        _ => 0,
    };
    let is_closed = new.iter().any(|word| word == "false");
    if is_closed || rank(new) < rank(old) {
        Effect::Stricter
    } else {
        Effect::Looser
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
