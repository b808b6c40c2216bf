//! Rules over the model that no single keyword can break: names, and references that go in circles.
//!
//! References to nothing are found while reading, where their place is known.

use std::collections::{HashMap, HashSet};

use crate::graph::{Graph, Owner, each_branch};
use crate::model::{Additional, ResourceType, Schema};
use crate::report::{Pointer, Report};
use crate::suggest;
use crate::visible::quoted;

/// Checks all types.
pub(crate) fn check(resources: &[ResourceType], report: &mut Report) {
    let mut names = HashSet::new();
    for resource in resources {
        let name = resource.name.as_str();
        if !names.insert(name) {
            report.error(
                &Pointer::ROOT,
                format!("the type {} is described twice", quoted(name)),
            );
        }
        Check { resource, report }.all();
    }
}

struct Check<'a, 'r> {
    resource: &'a ResourceType,
    report: &'r mut Report,
}

impl Check<'_, '_> {
    fn all(&mut self) {
        let resource = self.resource;
        self.names(&resource.body, &Pointer::ROOT);
        let definitions = Pointer::ROOT.name("definitions");
        let mut seen = HashSet::new();
        for definition in &resource.definitions {
            let at = definitions.name(&definition.name);
            if definition.name.is_empty() {
                self.report.error(&at, "a definition has an empty name");
            }
            if !seen.insert(definition.name.as_str()) {
                let name = &definition.name;
                self.report
                    .error(&at, format!("the definition {} exists twice", quoted(name)));
            }
            self.names(&definition.schema, &at);
        }
        self.circles(&definitions);
    }

    fn names(&mut self, schema: &Schema, at: &Pointer<'_>) {
        let mut declared = HashSet::with_capacity(schema.properties.len());
        for property in &schema.properties {
            if property.name.is_empty() {
                self.report.error(
                    &at.name("properties").name(""),
                    "a property has an empty name",
                );
            }
            if !declared.insert(property.name.as_str()) {
                let name = &property.name;
                self.report.error(
                    at,
                    format!("the property {} is described twice", quoted(name)),
                );
            }
        }
        self.required(schema, &declared, at);
    }

    /// Names that are demanded of a closed record which does not have them: nothing fulfils that. A map
    /// or an open record may well demand a member that it does not describe.
    fn required(&mut self, schema: &Schema, declared: &HashSet<&str>, at: &Pointer<'_>) {
        let is_closed = schema.additional == Additional::Denied
            && schema.pattern_properties.is_empty()
            && schema.reference.is_none();
        if !is_closed {
            return;
        }
        self.demanded(schema, declared, &mut HashSet::new(), at);
    }

    /// The same for what a schema and its branches demand of one record. What all branches demand has been
    /// written down around them as well; it is told where it stands.
    fn demanded<'s>(
        &mut self,
        schema: &'s Schema,
        declared: &HashSet<&str>,
        told: &mut HashSet<&'s str>,
        at: &Pointer<'_>,
    ) {
        each_branch(schema, at, &mut |branch, at| {
            if branch.reference.is_none() {
                self.demanded(branch, declared, told, at);
            }
        });
        let own = schema
            .properties
            .iter()
            .map(|property| property.name.as_str());
        let own: HashSet<&str> = own.collect();
        let dependencies = &schema.dependencies;
        let needed = dependencies.required.iter().flat_map(|(_, names)| names);
        let one_of = dependencies.exactly_one.iter().flatten();
        let some_of = dependencies.at_least_one.iter().flatten();
        let names = schema.required.iter().map(|name| ("required", name));
        let names = names.chain(needed.map(|name| ("dependentRequired", name)));
        let names = names.chain(one_of.map(|name| ("requiredXor", name)));
        let names = names.chain(some_of.map(|name| ("requiredOr", name)));
        for (keyword, name) in names {
            let is_known = declared.contains(name.as_str()) || own.contains(name.as_str());
            if !is_known && told.insert(name) {
                self.unfulfilled(name, declared, &at.name(keyword));
            }
        }
    }

    fn unfulfilled(&mut self, name: &str, declared: &HashSet<&str>, at: &Pointer<'_>) {
        let message = format!(
            "{} is required, but no property has that name: nothing fulfils this",
            quoted(name)
        );
        let mut known: Vec<&str> = declared.iter().copied().collect();
        known.sort_unstable();
        let help = suggest::help("a property", name, known)
            .unwrap_or_else(|| "describe it in `properties`, or do not require it".to_owned());
        self.report.error_with_help(at, message, Some(help));
    }

    /// A definition that is itself, by references alone, describes no value. Each circle is
    /// reported once; one that no property leads to harms nobody.
    fn circles(&mut self, definitions: &Pointer<'_>) {
        let graph = Graph::of(self.resource);
        let mut settled = vec![false; self.resource.definitions.len()];
        let circles: Vec<_> = (0..settled.len())
            .filter_map(|start| circle(&graph, start, &mut settled))
            .collect();
        if circles.is_empty() {
            return;
        }
        let reachable = graph.reachable();
        for circle in circles {
            let names: Vec<&str> = circle
                .iter()
                .filter_map(|index| self.resource.definitions.get(*index))
                .map(|definition| definition.name.as_str())
                .collect();
            let Some(first) = names.first() else { continue };
            let at = definitions.name(first);
            let message = format!(
                "the definition {} is nothing but itself: {}",
                quoted(first),
                way(&names)
            );
            if circle
                .iter()
                .any(|index| reachable.contains(&Owner::Definition(*index)))
            {
                let help = "a record may hold itself in a property, but cannot be itself";
                self.report
                    .error_with_help(&at, message, Some(help.to_owned()));
            } else {
                self.report.warning(&at, message);
            }
        }
    }
}

/// The names on a way; of a long one, its start and its end.
fn way(names: &[&str]) -> String {
    const MOST: usize = 8;
    let mut steps: Vec<String> = names.iter().map(|name| quoted(name).to_string()).collect();
    if steps.len() > MOST {
        steps.splice(MOST / 2..steps.len() - MOST / 2, ["…".to_owned()]);
    }
    steps.join(" to ")
}

/// The way from a definition back to one that is on it already, if there is one. Everything visited
/// is settled, so that all searches together look at each definition once.
fn circle(graph: &Graph<'_>, start: usize, settled: &mut [bool]) -> Option<Vec<usize>> {
    if settled.get(start).copied().unwrap_or(true) {
        return None;
    }
    // The place of each definition on the way.
    let mut way = vec![start];
    let mut places = HashMap::from([(start, 0)]);
    let mut due = vec![targets(graph, start)];
    let mut found = None;
    while let Some(next) = due.last_mut() {
        let Some(target) = next.pop() else {
            due.pop();
            if let Some(index) = way.pop()
                && let Some(flag) = settled.get_mut(index)
            {
                *flag = true;
                places.remove(&index);
            }
            continue;
        };
        if let Some(from) = places.get(&target).copied() {
            if found.is_none() {
                let mut circle: Vec<usize> = way.get(from..).unwrap_or_default().to_vec();
                circle.push(target);
                found = Some(circle);
            }
        } else if !settled.get(target).copied().unwrap_or(true) {
            places.insert(target, way.len());
            way.push(target);
            due.push(targets(graph, target));
        }
    }
    found
}

/// The definitions that speak of the same value as this one, in reverse order.
fn targets(graph: &Graph<'_>, index: usize) -> Vec<usize> {
    let Some(schema) = graph.schema(Owner::Definition(index)) else {
        return Vec::new();
    };
    let mut names = Vec::new();
    crate::graph::same_value_names(schema, &mut names);
    let owners = names.iter().rev().filter_map(|name| graph.owner(name));
    owners
        .filter_map(|owner| match owner {
            Owner::Definition(index) => Some(index),
            Owner::Body => None,
        })
        .collect()
}
