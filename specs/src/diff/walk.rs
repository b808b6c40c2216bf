//! Places of two models, pair by pair.

use std::collections::{BTreeMap, HashSet};

use super::facts::{self, Described, Facts, describe, update_word};
use super::{Change, Part};
use crate::model::{Property, ResourceType, Schema};
use crate::shape::Shapes;
use crate::tree::escape;

/// The way through two states of one type.
pub(super) struct Walk<'s> {
    old: &'s ResourceType,
    new: &'s ResourceType,
    old_shapes: Shapes<'s>,
    new_shapes: Shapes<'s>,
    /// Pairs of definitions that were compared.
    compared: HashSet<(&'s str, &'s str)>,
    pub(super) changes: Vec<Change>,
}

impl<'s> Walk<'s> {
    pub(super) fn new(old: &'s ResourceType, new: &'s ResourceType) -> Self {
        Self {
            old,
            new,
            old_shapes: Shapes::of(&old.definitions),
            new_shapes: Shapes::of(&new.definitions),
            compared: HashSet::new(),
            changes: Vec::new(),
        }
    }

    /// Reports each fact that says something else.
    pub(super) fn facts(&mut self, path: &str, old: &Facts, new: &Facts) {
        let mut names: Vec<&'static str> = old.0.keys().chain(new.0.keys()).copied().collect();
        names.sort_unstable();
        names.dedup();
        for name in names {
            let said = |facts: &Facts| facts.0.get(name).cloned().unwrap_or_default();
            let (old, new) = (said(old), said(new));
            let is_same = old.len() == new.len() && old.iter().all(|value| new.contains(value));
            if !is_same {
                self.report(path, Part::Fact { name, old, new });
            }
        }
    }

    /// Compares a value, and everything in it.
    pub(super) fn value(&mut self, path: &str, old: &'s Schema, new: &'s Schema) {
        let (before, after) = (
            describe(&self.old_shapes, old),
            describe(&self.new_shapes, new),
        );
        self.facts(path, &before.facts, &after.facts);
        if let (Some(old), Some(new)) = (before.definition, after.definition)
            && !self.compared.insert((old, new))
        {
            return;
        }
        self.properties(path, &before, &after);
        if let (Some(old), Some(new)) = (before.element, after.element) {
            self.value(&format!("{path}/*"), old, new);
        }
        for (at, (old, new)) in before.first.iter().zip(&after.first).enumerate() {
            self.value(&format!("{path}/{at}"), old, new);
        }
    }

    fn properties(&mut self, path: &str, before: &Described<'s>, after: &Described<'s>) {
        let find = |properties: &[&'s Property], name: &str| {
            properties.iter().copied().find(|one| one.name == name)
        };
        for old in &before.properties {
            let path = child(path, &old.name);
            if let Some(new) = find(&after.properties, &old.name) {
                self.facts(&path, &facts::property(old), &facts::property(new));
                self.value(&path, &old.schema, &new.schema);
            } else if renamed(old, before, after).is_none() {
                self.report(&path, Part::Removed);
            }
        }
        for new in &after.properties {
            if find(&before.properties, &new.name).is_some() {
                continue;
            }
            let path = child(path, &new.name);
            match renamed(new, after, before) {
                Some(old) => {
                    let from = old.name.clone();
                    self.report(&path, Part::Renamed { from });
                    self.facts(&path, &facts::property(old), &facts::property(new));
                    self.value(&path, &old.schema, &new.schema);
                }
                None => self.report(
                    &path,
                    Part::Added {
                        required: new.required,
                    },
                ),
            }
        }
    }

    /// What `Fn::GetAtt` returns.
    pub(super) fn attributes(&mut self) {
        let (old, new) = (self.old, self.new);
        for attribute in &old.attributes {
            let path = format!("@{}", attribute.name);
            match new.attributes.iter().find(|one| one.name == attribute.name) {
                Some(other) => self.value(&path, &attribute.schema, &other.schema),
                None => self.report(&path, Part::Removed),
            }
        }
        for attribute in &new.attributes {
            if !old.attributes.iter().any(|one| one.name == attribute.name) {
                let path = format!("@{}", attribute.name);
                self.report(&path, Part::Added { required: false });
            }
        }
    }

    /// What changes do at single paths to a definition that several share.
    pub(super) fn updates(&mut self) {
        let words = |resource: &ResourceType| -> BTreeMap<String, &'static str> {
            let updates = resource.scoped_updates.iter();
            updates
                .map(|scoped| (scoped.path.pointer(), update_word(scoped.update)))
                .collect()
        };
        let (old, new) = (words(self.old), words(self.new));
        let mut paths: Vec<&String> = old.keys().chain(new.keys()).collect();
        paths.sort();
        paths.dedup();
        for path in paths {
            let said = |words: &BTreeMap<String, &'static str>| {
                let word = words.get(path).map(|word| (*word).to_owned());
                word.into_iter().collect::<Vec<_>>()
            };
            let (old, new) = (said(&old), said(&new));
            if old != new {
                let name = "updateHere";
                self.report(path, Part::Fact { name, old, new });
            }
        }
    }

    fn report(&mut self, path: &str, part: Part) {
        self.changes.push(Change {
            type_name: self.new.name.as_str().to_owned(),
            path: path.to_owned(),
            part,
        });
    }
}

/// The property on the other side that is the same one for certain: its name differs in case alone, and nobody
/// else has either name.
fn renamed<'s>(
    property: &Property,
    own: &Described<'_>,
    other: &Described<'s>,
) -> Option<&'s Property> {
    let is_like = |one: &&Property| one.name.eq_ignore_ascii_case(&property.name);
    let (mut own, mut other) = (
        own.properties.iter().copied().filter(is_like),
        other
            .properties
            .iter()
            .copied()
            .filter(|one| one.name.eq_ignore_ascii_case(&property.name)),
    );
    match (own.next(), own.next(), other.next(), other.next()) {
        (Some(_), None, Some(found), None) => Some(found),
        _ => None,
    }
}

fn child(path: &str, name: &str) -> String {
    format!("{path}/{}", escape(name))
}
