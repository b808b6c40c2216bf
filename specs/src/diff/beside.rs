//! What a type has beside its properties: attributes, definitions that no property leads to, what holds at single
//! paths.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::facts::update_word;
use super::place::{Places, Step};
use super::walk::Walk;
use super::{Effect, Part, effect, reach};
use crate::model::{PropertyPath, ResourceType, Schema, ScopedRoles};

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

    /// What holds at single paths to a definition that several share.
    pub(super) fn scoped(&mut self) {
        let (old, new) = self.sides();
        let (old, new) = (scoped(old), scoped(new));
        let one_sided = self.one_sided();
        let mut keys: Vec<&Scoped<'s>> = old.keys().chain(new.keys()).collect();
        keys.sort();
        keys.dedup();
        for key in keys {
            let said = |words: &BTreeMap<Scoped<'s>, &'static str>| {
                let word = words.get(key).map(|word| (*word).to_owned());
                word.into_iter().collect::<Vec<_>>()
            };
            let (old, new) = (said(&old), said(&new));
            let (PropertyPath(path), name) = key;
            if old != new && !is_inside(path, &one_sided) {
                let effect = effect::of_fact(name, &old, &new, None);
                let part = Part::Fact { name, old, new };
                self.report_at(PropertyPath::pointer(key.0), part, effect);
            }
        }
    }
}

/// Whether a property on the way to a path is new or gone, which says all that is in it.
fn is_inside(path: &[String], one_sided: &HashSet<String>) -> bool {
    let starts = (1..=path.len()).filter_map(|length| path.get(..length));
    let mut starts = starts.map(|start| PropertyPath(start.to_vec()).pointer());
    starts.any(|start| one_sided.contains(&start))
}

/// A path, and the name of what is said of it.
type Scoped<'s> = (&'s PropertyPath, &'static str);

/// What a type says of single paths.
fn scoped(resource: &ResourceType) -> BTreeMap<Scoped<'_>, &'static str> {
    let ScopedRoles {
        read_only,
        non_public,
        write_only,
        deprecated,
    } = &resource.scoped_roles;
    let roles = [
        ("readOnlyHere", read_only),
        ("nonPublicHere", non_public),
        ("writeOnlyHere", write_only),
        ("deprecatedHere", deprecated),
    ];
    let roles = roles
        .into_iter()
        .flat_map(|(name, paths)| paths.iter().map(move |path| ((path, name), "true")));
    let updates = resource.scoped_updates.iter();
    updates
        .map(|one| ((&one.path, "updateHere"), update_word(one.update)))
        .chain(roles)
        .collect()
}
