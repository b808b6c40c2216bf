//! What the lists of pointers make of the properties: read-only ones leave the input and become
//! attributes, the others are marked.
//!
//! A mark on a property of a definition holds wherever the definition is used. Where a pointer
//! means only some of the uses, the mark would say too much: an update behaviour is then kept with
//! its path as a [`ScopedUpdate`], another role in [`ScopedRoles`]. A secret is one at every use.

use std::collections::{BTreeSet, HashSet};

use crate::error::Problem;
use crate::graph::{Graph, Owner, each_property_mut};
use crate::model::{
    Attribute, Property, PropertyPath, ResourceType, ScopedRoles, ScopedUpdate, Update,
};
use crate::registry::pointers::{Listed, Pointers};
use crate::registry::removal::{self, schema_mut};
use crate::registry::resolve::{EVERY, Site, Target, Ways, follow};
use crate::report::Report;
use crate::visible::quoted;

/// Applies all lists. A pointer that leads to nothing is a warning.
pub(crate) fn apply(resource: &mut ResourceType, pointers: &Pointers, report: &mut Report) {
    let marks = Marks::find(resource, pointers, report);
    removal::remove(resource, &marks.removed, &marks.read_only);
    resource.attributes = marks.attributes;
    resource.scoped_updates = marks.scoped;
    resource.scoped_roles = marks.roles;
    mark(resource, &marks.secret, |property| {
        property.secret = true;
    });
    mark(resource, &marks.write_only, |property| {
        property.write_only = true;
    });
    mark(resource, &marks.deprecated, |property| {
        property.deprecated = true;
    });
    mark(resource, &marks.conditional, |property| {
        property.update = property.update.max(Update::Conditional);
    });
    mark(resource, &marks.immutable, |property| {
        property.update = Update::Immutable;
    });
    if resource.handlers.is_some_and(|handlers| !handlers.update) {
        replace_always(resource);
    }
}

/// Without an update handler every change replaces the resource.
fn replace_always(resource: &mut ResourceType) {
    resource.scoped_updates.clear();
    let definitions = resource
        .definitions
        .iter_mut()
        .map(|definition| &mut definition.schema);
    for schema in definitions.chain([&mut resource.body]) {
        each_property_mut(schema, &mut |property| property.update = Update::Immutable);
    }
}

pub(super) fn mark(resource: &mut ResourceType, sites: &BTreeSet<Site>, change: fn(&mut Property)) {
    for (owner, name) in sites {
        if let Some(schema) = schema_mut(resource, *owner) {
            each_property_mut(schema, &mut |property| {
                if property.name == *name {
                    change(property);
                }
            });
        }
    }
}

/// What is to be done, found out before anything changes.
#[derive(Default)]
pub(super) struct Marks {
    removed: BTreeSet<Site>,
    /// Those of the removed that are read-only; the others are hidden.
    read_only: BTreeSet<Site>,
    attributes: Vec<Attribute>,
    pub(super) write_only: BTreeSet<Site>,
    deprecated: BTreeSet<Site>,
    immutable: BTreeSet<Site>,
    conditional: BTreeSet<Site>,
    scoped: Vec<ScopedUpdate>,
    pub(super) secret: BTreeSet<Site>,
    pub(super) roles: ScopedRoles,
}

impl Marks {
    fn find(resource: &ResourceType, pointers: &Pointers, report: &mut Report) -> Self {
        let graph = Graph::of(resource);
        let mut finder = Finder {
            graph: &graph,
            ways: None,
            definitions: resource.definitions.len(),
            gone: HashSet::new(),
            removed: Vec::new(),
            report,
        };
        let mut marks = Self::default();
        marks.removals(&mut finder, pointers);
        marks.secrets(&mut finder, &pointers.write_only);
        let (sites, partial) = finder.sites(&pointers.deprecated);
        marks.deprecated = sites;
        marks.roles.deprecated = partial;
        let (sites, partial) = finder.sites(&pointers.create_only);
        marks.immutable = sites;
        marks.scope(partial, Update::Immutable);
        let (sites, partial) = finder.sites(&pointers.conditional);
        marks.conditional = sites;
        marks.scope(partial, Update::Conditional);
        marks
    }

    fn scope(&mut self, paths: Vec<PropertyPath>, update: Update) {
        self.scoped
            .extend(paths.into_iter().map(|path| ScopedUpdate { path, update }));
    }

    /// Read-only and hidden properties.
    fn removals(&mut self, finder: &mut Finder<'_, '_>, pointers: &Pointers) {
        let settable: HashSet<&PropertyPath> = pointers
            .create_only
            .iter()
            .map(|listed| &listed.path)
            .collect();
        let mut targets = Vec::new();
        for listed in &pointers.read_only {
            if settable.contains(&listed.path) {
                let text = &listed.text;
                let message = format!(
                    "{} is read-only and create-only; it is read as create-only",
                    quoted(text)
                );
                finder.report.push(Problem::warning(&listed.at, message));
            } else if let Some(target) = finder.follow(listed) {
                // Published lists name some paths twice.
                let attribute = attribute(listed, &target);
                let new = attribute
                    .filter(|one| self.attributes.iter().all(|known| known.name != one.name));
                self.attributes.extend(new);
                targets.push((listed, target, true));
            }
        }
        for listed in &pointers.hidden {
            if let Some(target) = finder.follow(listed) {
                targets.push((listed, target, false));
            }
        }
        let paths: HashSet<PropertyPath> = targets
            .iter()
            .map(|(_, target, _)| target.path.clone())
            .collect();
        let mut covered = Vec::new();
        for (listed, target, is_read_only) in targets {
            if !target.is_inside && finder.is_covered(listed, &target, &paths) {
                self.removed.extend(target.sites.iter().cloned());
                let read_only = target.sites.iter().filter(|_| is_read_only);
                self.read_only.extend(read_only.cloned());
                covered.push((listed, target));
            } else {
                let (role, paths) = if is_read_only {
                    ("read-only", &mut self.roles.read_only)
                } else {
                    ("not public", &mut self.roles.non_public)
                };
                let where_not = if target.is_inside {
                    "in a value that is no record"
                } else {
                    "here and not where else its record is used"
                };
                let message = format!(
                    "{} is {role} {where_not}; it stays settable",
                    quoted(&listed.text)
                );
                finder.report.push(Problem::warning(&listed.at, message));
                if listed.definition.is_none() && !paths.contains(&target.path) {
                    paths.push(target.path);
                }
            }
        }
        finder.gone = paths;
        self.keep_elements(finder, &covered);
        let is_removed =
            |target: &&Target<'_>| target.sites.iter().all(|site| self.removed.contains(site));
        let targets = covered.iter().map(|(_, target)| target).filter(is_removed);
        finder.removed = targets.map(|target| target.path.clone()).collect();
    }

    /// A list that templates may set, of elements in which nothing may be set, can only be a
    /// mistake about the elements: had the whole list been meant, it would be named itself.
    fn keep_elements(&mut self, finder: &mut Finder<'_, '_>, covered: &[(&Listed, Target<'_>)]) {
        let is_hollow = |owner: &Owner| match finder.graph.schema(*owner) {
            Some(schema) => {
                let removed = |name: &String| self.removed.contains(&(*owner, name.clone()));
                let mut declared = Graph::declared(schema);
                *owner != Owner::Body && declared.all(|property| removed(&property.name))
            }
            None => false,
        };
        let mut kept = Vec::new();
        for (listed, target) in covered {
            let before_last = target.path.0.iter().rev().nth(1);
            let is_element = before_last.is_some_and(|segment| segment == EVERY);
            if is_element && target.sites.iter().any(|(owner, _)| is_hollow(owner)) {
                kept.push((&listed.text, &listed.at, &target.sites));
            }
        }
        for (text, at, sites) in kept {
            let message = format!(
                "{} is read-only, which leaves nothing to set in the elements of its list; it \
                 stays settable",
                quoted(text)
            );
            finder.report.push(Problem::warning(at, message));
            for site in sites {
                self.removed.remove(site);
            }
        }
    }
}

/// What `Fn::GetAtt` returns for a read-only property: nothing can name one element of many.
fn attribute(listed: &Listed, target: &Target<'_>) -> Option<Attribute> {
    if listed.definition.is_some() || target.path.0.iter().any(|segment| segment == EVERY) {
        return None;
    }
    Some(Attribute {
        name: target.path.0.join("."),
        schema: target.schema.clone(),
    })
}

pub(super) struct Finder<'f, 'a> {
    pub(super) graph: &'f Graph<'a>,
    /// Worked out when first needed: most pointers lead to properties of the type itself.
    ways: Option<Ways>,
    definitions: usize,
    /// Paths whose properties are no input, with all that is below them.
    gone: HashSet<PropertyPath>,
    /// Those of them at which nothing is left.
    removed: Vec<PropertyPath>,
    report: &'f mut Report,
}

impl<'a> Finder<'_, 'a> {
    pub(super) fn follow(&mut self, listed: &Listed) -> Option<Target<'a>> {
        let target = follow(self.graph, listed);
        if target.is_none() {
            let message = format!(
                "{} leads to no property; it is passed over",
                quoted(&listed.text)
            );
            self.report.push(Problem::warning(&listed.at, message));
        }
        target
    }

    /// The properties that a list marks wherever they are used, and the paths of the others.
    fn sites(&mut self, list: &[Listed]) -> (BTreeSet<Site>, Vec<PropertyPath>) {
        let targets: Vec<_> = list
            .iter()
            .filter_map(|listed| self.follow(listed).map(|target| (listed, target)))
            .collect();
        self.split(targets)
    }

    /// The same of what the pointers lead to. Of what no template sets nothing is said.
    pub(super) fn split(
        &mut self,
        targets: Vec<(&Listed, Target<'a>)>,
    ) -> (BTreeSet<Site>, Vec<PropertyPath>) {
        let mut paths = self.gone.clone();
        paths.extend(targets.iter().map(|(_, target)| target.path.clone()));
        let mut sites = BTreeSet::new();
        let mut partial = Vec::new();
        for (listed, target) in targets {
            let is_below = |gone: &PropertyPath| target.path.0.starts_with(&gone.0);
            if self.is_covered(listed, &target, &paths) {
                sites.extend(target.sites);
            } else if !self.removed.iter().any(is_below) && !partial.contains(&target.path) {
                partial.push(target.path);
            }
        }
        (sites, partial)
    }

    /// Whether every way to the properties is in `paths`, itself or from some point on.
    fn is_covered(
        &mut self,
        listed: &Listed,
        target: &Target<'_>,
        paths: &HashSet<PropertyPath>,
    ) -> bool {
        if listed.definition.is_some() {
            return true;
        }
        if target.is_inside {
            return false;
        }
        if target.sites.iter().all(|(owner, _)| *owner == Owner::Body) {
            return true;
        }
        let (graph, definitions) = (self.graph, self.definitions);
        target.sites.iter().all(|(owner, name)| {
            let ways = self
                .ways
                .get_or_insert_with(|| Ways::of(graph, definitions));
            let Some(all) = ways.paths(*owner) else {
                return false;
            };
            all.into_iter().all(|mut path| {
                path.push(name.clone());
                (1..=path.len()).any(|length| {
                    let start = path.iter().take(length).cloned().collect();
                    paths.contains(&PropertyPath(start))
                })
            })
        })
    }
}
