//! Takes properties out of the input, and out of every demand that names them.

use std::collections::{BTreeSet, HashSet};

use crate::graph::{Owner, branches, branches_mut, each_property_mut};
use crate::model::{ResourceType, Schema};
use crate::registry::resolve::Site;

/// The schema of an owner, to be changed.
pub(crate) fn schema_mut(resource: &mut ResourceType, owner: Owner) -> Option<&mut Schema> {
    match owner {
        Owner::Body => Some(&mut resource.body),
        Owner::Definition(index) => Some(&mut resource.definitions.get_mut(index)?.schema),
    }
}

/// Removes the properties. A record that nothing is left of goes too, where it is used: there is
/// nothing to set in it. Where they stood it is noted which of them are read-only.
pub(crate) fn remove(
    resource: &mut ResourceType,
    sites: &BTreeSet<Site>,
    read_only: &BTreeSet<Site>,
) {
    const MOST_ROUNDS: usize = 16;
    let mut sites = sites.clone();
    let mut read_only = read_only.clone();
    for _ in 0..MOST_ROUNDS {
        let mut emptied = HashSet::new();
        let mut emptied_of_read_only = HashSet::new();
        for (owner, name) in &sites {
            let Some(schema) = schema_mut(resource, *owner) else {
                continue;
            };
            forget(schema, name);
            let is_read_only = read_only.contains(&(*owner, name.clone()));
            if is_read_only && !schema.read_only.contains(name) {
                schema.read_only.push(name.clone());
            }
            if let Owner::Definition(index) = owner
                && !has_members(schema)
                && let Some(definition) = resource.definitions.get(*index)
            {
                emptied.insert(definition.name.clone());
                if is_read_only {
                    emptied_of_read_only.insert(definition.name.clone());
                }
            }
        }
        sites = uses_of(resource, &emptied);
        read_only = uses_of(resource, &emptied_of_read_only);
        if sites.is_empty() {
            return;
        }
    }
}

fn has_members(schema: &Schema) -> bool {
    !schema.properties.is_empty()
        || !schema.pattern_properties.is_empty()
        || schema.reference.is_some()
        || branches(schema).any(has_members)
}

/// The properties that are one of these records, or a list of them.
fn uses_of(resource: &mut ResourceType, names: &HashSet<String>) -> BTreeSet<Site> {
    let mut sites = BTreeSet::new();
    if names.is_empty() {
        return sites;
    }
    let mut look = |owner: Owner, schema: &mut Schema| {
        each_property_mut(schema, &mut |property| {
            let items = property.schema.items.as_deref();
            let is_emptied = [Some(&property.schema), items]
                .into_iter()
                .flatten()
                .any(|schema| {
                    schema
                        .reference
                        .as_ref()
                        .is_some_and(|reference| names.contains(reference))
                });
            if is_emptied {
                sites.insert((owner, property.name.clone()));
            }
        });
    };
    look(Owner::Body, &mut resource.body);
    for (index, definition) in resource.definitions.iter_mut().enumerate() {
        look(Owner::Definition(index), &mut definition.schema);
    }
    sites
}

fn forget(schema: &mut Schema, name: &str) {
    let differs = |other: &String| other != name;
    schema.properties.retain(|property| property.name != name);
    schema.required.retain(differs);
    let dependencies = &mut schema.dependencies;
    dependencies.schemas.retain(|(key, _)| key != name);
    for lists in [&mut dependencies.required, &mut dependencies.excluded] {
        lists.retain(|(key, _)| key != name);
        for (_, names) in lists.iter_mut() {
            names.retain(differs);
        }
        lists.retain(|(_, names)| !names.is_empty());
    }
    for lists in [
        &mut dependencies.exactly_one,
        &mut dependencies.at_least_one,
    ] {
        for names in lists.iter_mut() {
            names.retain(differs);
        }
        lists.retain(|names| !names.is_empty());
    }
    // An alternative that demands what nobody can set is none.
    for alternatives in [&mut schema.any_of, &mut schema.one_of] {
        alternatives.retain(|branch| branch.required.iter().all(differs));
    }
    for branch in branches_mut(schema) {
        forget(branch, name);
    }
}
