//! Walks through the schemas of a type: which of them speak of the same value, and which of the
//! values in it.

use std::collections::{HashMap, HashSet};

use crate::model::{Additional, Property, ResourceType, Schema};
use crate::report::Pointer;

/// Whose property something is: the body's, or that of a definition, by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Owner {
    Body,
    Definition(usize),
}

/// The schemas of a type by owner and name.
pub(crate) struct Graph<'a> {
    resource: &'a ResourceType,
    index: HashMap<&'a str, usize>,
}

impl<'a> Graph<'a> {
    pub(crate) fn of(resource: &'a ResourceType) -> Self {
        let mut index = HashMap::with_capacity(resource.definitions.len());
        for (position, definition) in resource.definitions.iter().enumerate() {
            index.entry(definition.name.as_str()).or_insert(position);
        }
        Self { resource, index }
    }

    pub(crate) fn owner(&self, name: &str) -> Option<Owner> {
        self.index
            .get(name)
            .map(|position| Owner::Definition(*position))
    }

    pub(crate) fn schema(&self, owner: Owner) -> Option<&'a Schema> {
        match owner {
            Owner::Body => Some(&self.resource.body),
            Owner::Definition(index) => Some(&self.resource.definitions.get(index)?.schema),
        }
    }

    /// The body and every definition that something in it leads to.
    pub(crate) fn reachable(&self) -> HashSet<Owner> {
        let mut reached = HashSet::from([Owner::Body]);
        let mut due = vec![&self.resource.body];
        while let Some(schema) = due.pop() {
            let mut names = Vec::new();
            same_value_names(schema, &mut names);
            for name in names {
                if let Some(owner) = self.owner(name)
                    && reached.insert(owner)
                {
                    due.extend(self.schema(owner));
                }
            }
            due.extend(parts(schema));
            due.extend(schema.properties.iter().map(|property| &property.schema));
            due.extend(branches(schema));
        }
        reached
    }

    /// The properties that a schema declares, itself or in its branches.
    pub(crate) fn declared(schema: &'a Schema) -> impl Iterator<Item = &'a Property> {
        let mut due = vec![schema];
        let mut found = Vec::new();
        while let Some(schema) = due.pop() {
            found.extend(&schema.properties);
            due.extend(branches(schema));
        }
        found.into_iter()
    }

    /// Every schema that speaks of the same value: the given one, its branches, and what they refer
    /// to, each with its owner.
    pub(crate) fn same_value(&self, owner: Owner, schema: &'a Schema) -> Vec<(Owner, &'a Schema)> {
        let mut found = Vec::new();
        let mut visited = HashSet::new();
        let mut due = vec![(owner, schema)];
        while let Some((owner, schema)) = due.pop() {
            found.push((owner, schema));
            due.extend(branches(schema).rev().map(|branch| (owner, branch)));
            if let Some(name) = &schema.reference
                && let Some(target) = self.owner(name)
                && visited.insert(target)
                && let Some(schema) = self.schema(target)
            {
                due.push((target, schema));
            }
        }
        found
    }

    /// The properties of that name, over all schemas that speak of the same value.
    pub(crate) fn property(
        &self,
        owner: Owner,
        schema: &'a Schema,
        name: &str,
    ) -> Vec<(Owner, &'a Property)> {
        let mut found = Vec::new();
        for (owner, schema) in self.same_value(owner, schema) {
            let properties = schema.properties.iter();
            found.extend(
                properties
                    .filter(|property| property.name == name)
                    .map(|property| (owner, property)),
            );
        }
        found
    }

    /// The schemas of elements and of unnamed members, over all schemas that speak of the same
    /// value.
    pub(crate) fn elements(&self, owner: Owner, schema: &'a Schema) -> Vec<(Owner, &'a Schema)> {
        let mut found = Vec::new();
        for (owner, schema) in self.same_value(owner, schema) {
            found.extend(parts(schema).map(|part| (owner, part)));
        }
        found
    }
}

/// The branches of a schema that may add to the record it describes.
pub(crate) fn branches(schema: &Schema) -> impl DoubleEndedIterator<Item = &Schema> {
    let conditional = schema.conditional.as_deref();
    let then = conditional.and_then(|conditional| conditional.then.as_ref());
    let otherwise = conditional.and_then(|conditional| conditional.otherwise.as_ref());
    let dependent = schema.dependencies.schemas.iter().map(|(_, schema)| schema);
    let groups = schema
        .all_of
        .iter()
        .chain(&schema.any_of)
        .chain(&schema.one_of);
    groups.chain(then).chain(otherwise).chain(dependent)
}

/// The same, to be changed.
pub(crate) fn branches_mut(schema: &mut Schema) -> impl Iterator<Item = &mut Schema> {
    let (mut then, mut otherwise) = (None, None);
    if let Some(conditional) = schema.conditional.as_deref_mut() {
        then = conditional.then.as_mut();
        otherwise = conditional.otherwise.as_mut();
    }
    let dependent = schema
        .dependencies
        .schemas
        .iter_mut()
        .map(|(_, schema)| schema);
    let groups = schema
        .all_of
        .iter_mut()
        .chain(&mut schema.any_of)
        .chain(&mut schema.one_of);
    groups.chain(then).chain(otherwise).chain(dependent)
}

/// The schemas of elements and unnamed members.
pub(crate) fn parts(schema: &Schema) -> impl Iterator<Item = &Schema> {
    let additional = match &schema.additional {
        Additional::Schema(values) => Some(values.as_ref()),
        _ => None,
    };
    let patterns = schema.pattern_properties.iter().map(|(_, values)| values);
    schema
        .items
        .as_deref()
        .into_iter()
        .chain(&schema.prefix_items)
        .chain(additional)
        .chain(patterns)
}

/// Calls `change` for every property that an owner's schema declares, itself or in a branch.
pub(crate) fn each_property_mut(schema: &mut Schema, change: &mut dyn FnMut(&mut Property)) {
    schema.properties.iter_mut().for_each(&mut *change);
    for branch in branches_mut(schema) {
        each_property_mut(branch, change);
    }
}

/// The names that a schema and its branches refer to, without following them. Also asked of `not`
/// and `if`: a judge that follows those would not come back either.
pub(crate) fn same_value_names<'a>(schema: &'a Schema, names: &mut Vec<&'a str>) {
    let mut due = vec![schema];
    while let Some(schema) = due.pop() {
        names.extend(schema.reference.as_deref());
        due.extend(branches(schema));
        due.extend(schema.not.as_deref());
        due.extend(
            schema
                .conditional
                .as_deref()
                .map(|conditional| &conditional.condition),
        );
    }
}

/// Calls `look` for every schema that stands in another, with the pointer to it.
pub(crate) fn each_child<'a>(
    schema: &'a Schema,
    at: &Pointer<'_>,
    look: &mut dyn FnMut(&'a Schema, &Pointer<'_>),
) {
    for property in &schema.properties {
        look(
            &property.schema,
            &at.name("properties").name(&property.name),
        );
    }
    for (pattern, values) in &schema.pattern_properties {
        look(values, &at.name("patternProperties").name(pattern));
    }
    if let Additional::Schema(values) = &schema.additional {
        look(values, &at.name("additionalProperties"));
    }
    if let Some(items) = &schema.items {
        look(items, &at.name("items"));
    }
    for (index, item) in schema.prefix_items.iter().enumerate() {
        look(item, &at.name("prefixItems").index(index));
    }
    if let Some(not) = &schema.not {
        look(not, &at.name("not"));
    }
    if let Some(conditional) = schema.conditional.as_deref() {
        look(&conditional.condition, &at.name("if"));
    }
    each_branch(schema, at, look);
}

/// Calls `look` for every branch of a schema, with the pointer to it.
pub(crate) fn each_branch<'a>(
    schema: &'a Schema,
    at: &Pointer<'_>,
    look: &mut dyn FnMut(&'a Schema, &Pointer<'_>),
) {
    for (keyword, list) in [
        ("allOf", &schema.all_of),
        ("anyOf", &schema.any_of),
        ("oneOf", &schema.one_of),
    ] {
        for (index, one) in list.iter().enumerate() {
            look(one, &at.name(keyword).index(index));
        }
    }
    let conditional = schema.conditional.as_deref();
    if let Some(then) = conditional.and_then(|conditional| conditional.then.as_ref()) {
        look(then, &at.name("then"));
    }
    if let Some(otherwise) = conditional.and_then(|conditional| conditional.otherwise.as_ref()) {
        look(otherwise, &at.name("else"));
    }
    for (name, dependent) in &schema.dependencies.schemas {
        look(dependent, &at.name("dependencies").name(name));
    }
}

/// The same schemas in the same order, to be changed.
pub(crate) fn children_mut(schema: &mut Schema) -> Vec<&mut Schema> {
    let mut found = Vec::new();
    found.extend(
        schema
            .properties
            .iter_mut()
            .map(|property| &mut property.schema),
    );
    found.extend(
        schema
            .pattern_properties
            .iter_mut()
            .map(|(_, values)| values),
    );
    if let Additional::Schema(values) = &mut schema.additional {
        found.push(values);
    }
    found.extend(schema.items.as_deref_mut());
    found.extend(&mut schema.prefix_items);
    found.extend(schema.not.as_deref_mut());
    let (mut then, mut otherwise) = (None, None);
    if let Some(conditional) = schema.conditional.as_deref_mut() {
        found.push(&mut conditional.condition);
        then = conditional.then.as_mut();
        otherwise = conditional.otherwise.as_mut();
    }
    for list in [&mut schema.all_of, &mut schema.any_of, &mut schema.one_of] {
        found.extend(list);
    }
    found.extend(then.into_iter().chain(otherwise));
    let dependent = &mut schema.dependencies.schemas;
    found.extend(dependent.iter_mut().map(|(_, schema)| schema));
    found
}
