//! What must not be shown: the write-only properties, and what holds one.
//!
//! A value does not know where it is used: what is a secret at one use of a definition is one at each. And a value
//! of any JSON has no properties: if its schema holds a secret, or a pointer leads into it, it is one as a whole.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::graph::{Graph, Owner, parts};
use crate::model::{ResourceType, Schema};
use crate::registry::pointers::Listed;
use crate::registry::resolve::{Target, follow};
use crate::registry::updates::{Finder, Marks, mark};
use crate::shape::{Shape, Shapes};

impl Marks {
    /// The write-only properties.
    pub(super) fn secrets(&mut self, finder: &mut Finder<'_, '_>, list: &[Listed]) {
        let mut targets = Vec::new();
        for listed in list {
            let target = free_json_around(finder.graph, listed);
            if let Some(target) = target.or_else(|| finder.follow(listed)) {
                self.secret.extend(target.sites.iter().cloned());
                targets.push((listed, target));
            }
        }
        let (sites, partial) = finder.split(targets);
        self.write_only = sites;
        self.roles.write_only = partial;
    }
}

/// The free JSON that a pointer leads into.
fn free_json_around<'a>(graph: &Graph<'a>, listed: &Listed) -> Option<Target<'a>> {
    if follow(graph, listed).is_some() {
        return None;
    }
    let mut around = listed.clone();
    while around.path.0.pop().is_some() {
        if let Some(target) = follow(graph, &around) {
            let (owner, _) = target.sites.first()?;
            let mut schemas = graph.same_value(*owner, target.schema).into_iter();
            let is_free = schemas
                .all(|(_, schema)| schema.properties.is_empty() && parts(schema).next().is_none());
            return is_free.then_some(target);
        }
    }
    None
}

/// Marks the properties whose values are any JSON, though their schemas hold secrets.
pub(super) fn hide(resource: &mut ResourceType) {
    let sites = {
        let Some(holders) = holders(resource) else {
            return;
        };
        let shapes = Shapes::of(&resource.definitions);
        let mut sites = BTreeSet::new();
        for (owner, schema) in owners(resource) {
            for property in Graph::declared(schema) {
                let inside = Inside::of(&property.schema);
                let is_holder = inside.has_secrets
                    || inside.references.iter().any(|name| holders.contains(name));
                if is_holder && is_any(&shapes, &property.schema) {
                    sites.insert((owner, property.name.clone()));
                }
            }
        }
        sites
    };
    mark(resource, &sites, |property| property.secret = true);
}

fn owners(resource: &ResourceType) -> impl Iterator<Item = (Owner, &Schema)> {
    let definitions = resource.definitions.iter().enumerate();
    let definitions =
        definitions.map(|(index, definition)| (Owner::Definition(index), &definition.schema));
    std::iter::once((Owner::Body, &resource.body)).chain(definitions)
}

/// Whether values, or the elements and members of lists and maps, are any JSON.
fn is_any<'a>(shapes: &Shapes<'a>, schema: &'a Schema) -> bool {
    let mut shape = shapes.bounded(shapes.shape(schema));
    while let Shape::List(inner) | Shape::Map(inner) = shape {
        shape = shapes.shape(inner);
    }
    shape == Shape::Any
}

/// The definitions that hold a secret; none if nothing of the type is one.
fn holders(resource: &ResourceType) -> Option<HashSet<&str>> {
    let mut users: HashMap<&str, Vec<&str>> = HashMap::new();
    let mut found: Vec<&str> = Vec::new();
    let mut has_secrets = Inside::of(&resource.body).has_secrets;
    for definition in &resource.definitions {
        let inside = Inside::of(&definition.schema);
        for name in inside.references {
            users.entry(name).or_default().push(&definition.name);
        }
        if inside.has_secrets {
            found.push(&definition.name);
            has_secrets = true;
        }
    }
    let mut holders = HashSet::new();
    while let Some(name) = found.pop() {
        if holders.insert(name) {
            found.extend(users.get(name).into_iter().flatten());
        }
    }
    has_secrets.then_some(holders)
}

/// What stands in a schema.
struct Inside<'s> {
    has_secrets: bool,
    references: Vec<&'s str>,
}

impl<'s> Inside<'s> {
    fn of(schema: &'s Schema) -> Self {
        let mut inside = Self {
            has_secrets: false,
            references: Vec::new(),
        };
        let mut due = vec![schema];
        while let Some(schema) = due.pop() {
            inside.has_secrets |= schema.properties.iter().any(|property| property.secret);
            inside.references.extend(schema.reference.as_deref());
            due.extend(schema.children());
        }
        inside
    }
}
