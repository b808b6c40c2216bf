//! Where a pointer leads, and by which other ways one gets there.

use std::collections::{HashMap, HashSet};
use std::ptr;

use crate::graph::{Graph, Owner, branches, parts};
use crate::model::{Property, PropertyPath, Schema};
use crate::registry::pointers::Listed;

/// A property, wherever its owner is used.
pub(crate) type Site = (Owner, String);

/// What a pointer leads to.
#[derive(Debug)]
pub(crate) struct Target<'a> {
    /// The property, once for each owner that declares it under that path; the last one on the way that an owner
    /// declares, if the pointer leads into a value that is no record.
    pub(crate) sites: Vec<Site>,
    /// Whether it does.
    pub(crate) is_inside: bool,
    /// The path with every `*` that it takes; as written where it starts at a definition.
    pub(crate) path: PropertyPath,
    /// The schema of the property that was found first.
    pub(crate) schema: &'a Schema,
}

/// Stands for every element of a list and every member of a map.
pub(crate) const EVERY: &str = "*";

/// Follows a pointer. Ways of writing one that have been published though they are wrong are
/// understood: dots for slashes, the words of the schema (`properties`, `items`) among the names,
/// and a missing `*`.
pub(crate) fn follow<'a>(graph: &Graph<'a>, listed: &Listed) -> Option<Target<'a>> {
    let start = match &listed.definition {
        Some(name) => graph.owner(name)?,
        None => Owner::Body,
    };
    let mut walk = Walk {
        graph,
        places: vec![(start, graph.schema(start)?)],
        path: Vec::new(),
        sites: Vec::new(),
        is_inside: false,
    };
    for segment in &listed.path.0 {
        if walk.names(segment) {
            walk.step(segment)?;
        } else {
            names(segment).try_for_each(|name| walk.step(name))?;
        }
    }
    let is_inside = walk.is_inside;
    let mut sites = walk.sites;
    sites.sort();
    sites.dedup();
    let (_, schema) = walk.places.first()?;
    (!sites.is_empty()).then_some(Target {
        sites,
        is_inside,
        path: PropertyPath(walk.path),
        schema,
    })
}

/// Where a pointer has led so far.
struct Walk<'g, 'a> {
    graph: &'g Graph<'a>,
    /// The schemas that speak of the value here.
    places: Vec<(Owner, &'a Schema)>,
    path: Vec<String>,
    sites: Vec<Site>,
    is_inside: bool,
}

impl<'a> Walk<'_, 'a> {
    /// Whether a property has exactly that name, here or in the elements.
    fn names(&self, name: &str) -> bool {
        !self.properties(&self.places, name).is_empty()
            || !self.properties(&self.elements(), name).is_empty()
    }

    fn properties(&self, places: &[(Owner, &'a Schema)], name: &str) -> Vec<(Owner, &'a Property)> {
        let found = places
            .iter()
            .flat_map(|(owner, schema)| self.graph.property(*owner, schema, name));
        found.collect()
    }

    fn elements(&self) -> Vec<(Owner, &'a Schema)> {
        let places = self.places.iter();
        places
            .flat_map(|(owner, schema)| self.graph.elements(*owner, schema))
            .collect()
    }

    /// Goes on to a property, or to the elements; nothing if there is no such property.
    fn step(&mut self, name: &str) -> Option<()> {
        let mut found = self.properties(&self.places, name);
        if found.is_empty() && name == EVERY {
            let elements = self.elements();
            if !elements.is_empty() {
                self.places = elements;
                self.path.push(name.to_owned());
            }
            return Some(());
        }
        if found.is_empty() && matches!(name, "properties" | "items") {
            return Some(());
        }
        if found.is_empty() {
            found = self.properties(&self.elements(), name);
            self.path.push(EVERY.to_owned());
        }
        if found.is_empty() {
            return None;
        }
        self.path.push(name.to_owned());
        let declared = found.iter().filter(|(owner, property)| {
            let own = self.graph.schema(*owner).into_iter();
            own.flat_map(Graph::declared)
                .any(|one| ptr::eq(one, *property))
        });
        let sites: Vec<Site> = declared
            .map(|(owner, _)| (*owner, name.to_owned()))
            .collect();
        self.is_inside = sites.is_empty();
        if !self.is_inside {
            self.sites = sites;
        }
        let schemas = found
            .into_iter()
            .map(|(owner, property)| (owner, &property.schema));
        self.places = schemas.collect();
        Some(())
    }
}

/// A segment that holds dots is several names.
fn names(segment: &str) -> impl Iterator<Item = &str> {
    segment.split('.').filter(|name| !name.is_empty())
}

/// A way from one owner to the definition it uses: through which property, and how many levels of
/// lists and maps.
struct Edge {
    from: Owner,
    property: Option<String>,
    levels: usize,
}

/// All ways to each definition.
pub(crate) struct Ways {
    to: HashMap<Owner, Vec<Edge>>,
}

impl Ways {
    pub(crate) fn of(graph: &Graph<'_>, definitions: usize) -> Self {
        let mut ways = Self { to: HashMap::new() };
        let owners = (0..definitions).map(Owner::Definition);
        for owner in std::iter::once(Owner::Body).chain(owners) {
            if let Some(schema) = graph.schema(owner) {
                ways.add(graph, owner, schema);
            }
        }
        ways
    }

    fn add(&mut self, graph: &Graph<'_>, from: Owner, schema: &Schema) {
        let mut due: Vec<(&Schema, Option<&str>, usize)> = vec![(schema, None, 0)];
        while let Some((schema, property, levels)) = due.pop() {
            let target = schema
                .reference
                .as_deref()
                .and_then(|name| graph.owner(name));
            if let Some(target) = target {
                let property = property.map(str::to_owned);
                self.to.entry(target).or_default().push(Edge {
                    from,
                    property,
                    levels,
                });
            }
            due.extend(branches(schema).map(|branch| (branch, property, levels)));
            due.extend(parts(schema).map(|part| (part, property, levels + 1)));
            // A record stands in a definition of its own; only an owner has properties.
            if property.is_none() && levels == 0 {
                let own = schema.properties.iter();
                due.extend(own.map(|own| (&own.schema, Some(own.name.as_str()), 0)));
            }
        }
    }

    /// Every path from the type to a definition; none if they are endless or too many to list.
    pub(crate) fn paths(&self, owner: Owner) -> Option<Vec<Vec<String>>> {
        const MOST_STEPS: usize = 1_000;
        let mut paths = Vec::new();
        let mut due = vec![(owner, Vec::new(), HashSet::from([owner]))];
        let mut steps = 0;
        while let Some((owner, below, passed)) = due.pop() {
            if owner == Owner::Body {
                paths.push(below);
                continue;
            }
            for edge in self.to.get(&owner).into_iter().flatten() {
                steps += 1;
                let mut passed = passed.clone();
                if steps > MOST_STEPS || !passed.insert(edge.from) {
                    return None;
                }
                let mut path: Vec<String> = edge.property.iter().cloned().collect();
                path.extend(std::iter::repeat_n(EVERY.to_owned(), edge.levels));
                path.extend(below.iter().cloned());
                due.push((edge.from, path, passed));
            }
        }
        Some(paths)
    }
}
