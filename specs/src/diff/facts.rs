//! Facts by name: what is said of one place.

use std::collections::{BTreeMap, HashSet};

use crate::decimal::Decimal;
use crate::model::{Property, Update};

/// Facts by name. What is not said is not there.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Facts(pub(super) BTreeMap<&'static str, Vec<String>>);

impl Facts {
    /// Adds values that are not known yet: layers of one value often say the same.
    pub(super) fn list(&mut self, name: &'static str, values: impl IntoIterator<Item = String>) {
        let mut values = values.into_iter().peekable();
        if values.peek().is_none() {
            return;
        }
        let known = self.0.entry(name).or_default();
        let mut seen: HashSet<String> = known.iter().cloned().collect();
        for value in values {
            if seen.insert(value.clone()) {
                known.push(value);
            }
        }
    }

    pub(super) fn word(&mut self, name: &'static str, value: &(impl ToString + ?Sized)) {
        self.list(name, [value.to_string()]);
    }

    pub(super) fn some(&mut self, name: &'static str, value: Option<&str>) {
        self.list(name, value.map(str::to_owned));
    }

    pub(super) fn flag(&mut self, name: &'static str, holds: bool) {
        self.list(name, holds.then(|| "true".to_owned()));
    }

    pub(super) fn forget(&mut self, name: &str) {
        self.0.remove(name);
    }

    pub(super) fn said(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// The names of what differs from other facts.
    pub(super) fn differing(&self, other: &Self) -> Vec<&'static str> {
        let mut names: Vec<&'static str> = self.0.keys().chain(other.0.keys()).copied().collect();
        names.sort_unstable();
        names.dedup();
        names.retain(|name| !are_same(name, self.said(name), other.said(name)));
        names
    }
}

/// Lists whose order says something: parts of an identifier, rules of which the first decides.
const ORDERED: [&str; 3] = ["primaryIdentifier", "ref", "updateRules"];

/// Numbers that a file may write in several ways.
const NUMBERS: [&str; 5] = [
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
];

fn are_same(name: &str, old: &[String], new: &[String]) -> bool {
    if old == new {
        return true;
    }
    if NUMBERS.contains(&name) {
        let by_value = |values: &[String]| {
            let mut values: Vec<Decimal> = values.iter().map(|value| Decimal::of(value)).collect();
            values.sort();
            values.dedup();
            values
        };
        return by_value(old) == by_value(new);
    }
    if ORDERED.contains(&name) || old.len() != new.len() {
        return false;
    }
    let sorted = |values: &'_ [String]| {
        let mut values = values.to_vec();
        values.sort_unstable();
        values
    };
    sorted(old) == sorted(new)
}

/// What is said of a property beside its value.
pub(super) fn property(property: &Property) -> Facts {
    let Property {
        name: _,
        schema: _,
        required,
        update,
        write_only,
        // It follows from what is write-only.
        secret: _,
        deprecated,
        documentation,
    } = property;
    let mut facts = Facts::default();
    facts.flag("required", *required);
    facts.word("update", update_word(*update));
    facts.flag("writeOnly", *write_only);
    facts.flag("deprecated", *deprecated);
    facts.some("documentation", documentation.as_deref());
    facts
}

pub(super) fn update_word(update: Update) -> &'static str {
    match update {
        Update::Mutable => "no interruption",
        Update::Conditional => "may be replaced",
        Update::Immutable => "replacement",
    }
}
