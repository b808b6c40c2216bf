//! What a type has beside its properties: attributes, definitions that no property leads to, update behaviour of
//! single paths.

use std::collections::{BTreeMap, HashMap};

use super::facts::update_word;
use super::place::{Places, Step};
use super::walk::Walk;
use super::{Effect, Part, effect, reach};
use crate::model::{ResourceType, Schema};

impl<'s> Walk<'s> {
    /// What `Fn::GetAtt` returns.
    pub(super) fn attributes(&mut self) {
        let (old, new) = self.sides();
        let named = |resource: &'s ResourceType| -> HashMap<&'s str, &'s Schema> {
            let attributes = resource.attributes.iter();
            attributes
                .map(|one| (one.name.as_str(), &one.schema))
                .collect()
        };
        let (olds, news) = (named(old), named(new));
        for attribute in &old.attributes {
            let name = attribute.name.as_str();
            let place = self.places.below(Places::ROOT, Step::Attribute(name));
            match news.get(name) {
                Some(other) => self.push(place, &attribute.schema, other),
                None => self.report(place, Part::Removed, Effect::Gone),
            }
        }
        for attribute in &new.attributes {
            let name = attribute.name.as_str();
            if !olds.contains_key(name) {
                let place = self.places.below(Places::ROOT, Step::Attribute(name));
                let part = Part::Added { required: false };
                self.report(place, part, Effect::Looser);
            }
        }
    }

    /// Definitions that the way did not lead to: those of one name are compared, and those that nothing on their
    /// own side leads to come and go.
    pub(super) fn unreferenced(&mut self) {
        let (old, new) = self.sides();
        let (olds, news) = (reach::definitions(old), reach::definitions(new));
        for definition in &old.definitions {
            let name = definition.name.as_str();
            match self.schemas.1.shapes.definition(name) {
                Some(other)
                    if !self.described.0.contains(name) || !self.described.1.contains(name) =>
                {
                    let place = self.places.below(Places::ROOT, Step::Definition(name));
                    self.push(place, &definition.schema, other);
                }
                None if !olds.contains(name) => {
                    let place = self.places.below(Places::ROOT, Step::Definition(name));
                    self.report(place, Part::Removed, Effect::None);
                }
                _ => {}
            }
        }
        for definition in &new.definitions {
            let name = definition.name.as_str();
            if self.schemas.0.shapes.definition(name).is_none() && !news.contains(name) {
                let place = self.places.below(Places::ROOT, Step::Definition(name));
                let part = Part::Added { required: false };
                self.report(place, part, Effect::None);
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
        let (old, new) = self.sides();
        let (old, new) = (words(old), words(new));
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
                let effect = effect::of_fact(name, &old, &new, None);
                let part = Part::Fact { name, old, new };
                self.report_at(path.clone(), part, effect);
            }
        }
    }
}
