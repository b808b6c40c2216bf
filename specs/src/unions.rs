//! Gathers the properties of a record that is written as several: base, `$ref`, `allOf`, `anyOf`
//! and `oneOf`.
//!
//! The record then has the properties of all, in order of appearance, so that whoever looks for a
//! property finds it in one place; the branches stay as they are and are still demanded. A property
//! is required if the base, a reference, any branch of `allOf`, or every branch of `anyOf` or of
//! `oneOf` requires it. One that several branches describe differently is any of these if that is
//! one kind of value, else any value.

use std::collections::HashMap;

use crate::graph::Owner;
use crate::model::{Additional, Property, ResourceType, Schema};
use crate::report::{Pointer, Report};
use crate::shape::Shapes;

/// Completes the body and all definitions.
pub(crate) fn merge(resource: &mut ResourceType, report: &mut Report) {
    let names: Vec<String> = resource
        .definitions
        .iter()
        .map(|definition| definition.name.clone())
        .collect();
    let merged = {
        let mut merger = Merger::new(resource, report);
        let owners = (0..names.len()).map(Owner::Definition).chain([Owner::Body]);
        owners
            .filter_map(|owner| Some((owner, merger.complete(owner)?)))
            .collect::<Vec<_>>()
    };
    for (owner, members) in merged {
        let schema = match owner {
            Owner::Body => &mut resource.body,
            Owner::Definition(index) => match resource.definitions.get_mut(index) {
                Some(definition) => &mut definition.schema,
                None => continue,
            },
        };
        for name in &members.required {
            if !schema.required.contains(name) {
                schema.required.push(name.clone());
            }
        }
        schema.properties = members.properties;
        if !schema.properties.is_empty() && schema.additional == Additional::Unstated {
            schema.additional = Additional::Denied;
        }
    }
}

/// The members of a record.
#[derive(Clone, Debug, Default)]
struct Members {
    properties: Vec<Property>,
    required: Vec<String>,
}

struct Merger<'a, 'r> {
    resource: &'a ResourceType,
    index: HashMap<&'a str, usize>,
    shapes: Shapes<'a>,
    done: HashMap<usize, Members>,
    under_way: Vec<usize>,
    report: &'r mut Report,
}

/// Records that build on each other any deeper are refused.
const MAX_DEPTH: usize = 48;

impl<'a, 'r> Merger<'a, 'r> {
    fn new(resource: &'a ResourceType, report: &'r mut Report) -> Self {
        let mut index = HashMap::with_capacity(resource.definitions.len());
        for (position, definition) in resource.definitions.iter().enumerate() {
            index.entry(definition.name.as_str()).or_insert(position);
        }
        let shapes = Shapes::of(&resource.definitions);
        Self {
            resource,
            index,
            shapes,
            done: HashMap::new(),
            under_way: Vec::new(),
            report,
        }
    }

    /// The members of an owner; none if they are just those that it has already.
    fn complete(&mut self, owner: Owner) -> Option<Members> {
        let schema = match owner {
            Owner::Body => &self.resource.body,
            Owner::Definition(index) => &self.resource.definitions.get(index)?.schema,
        };
        let is_simple = schema.reference.is_none()
            && schema.all_of.is_empty()
            && schema.any_of.is_empty()
            && schema.one_of.is_empty();
        if is_simple || (owner != Owner::Body && !self.shapes.is_inline_record(schema)) {
            return None;
        }
        match owner {
            Owner::Body => Some(self.members(schema)),
            Owner::Definition(index) => Some(self.definition(index)),
        }
    }

    fn definition(&mut self, index: usize) -> Members {
        if let Some(members) = self.done.get(&index) {
            return members.clone();
        }
        let Some(definition) = self.resource.definitions.get(index) else {
            return Members::default();
        };
        if self.under_way.contains(&index) {
            return Members::default();
        }
        if self.under_way.len() >= MAX_DEPTH {
            let definitions = Pointer::ROOT.name("definitions");
            let message = format!("more than {MAX_DEPTH} records build on each other here");
            self.report
                .error(&definitions.name(&definition.name), message);
            return Members::default();
        }
        self.under_way.push(index);
        let members = self.members(&definition.schema);
        self.under_way.pop();
        self.done.insert(index, members.clone());
        members
    }

    fn members(&mut self, schema: &'a Schema) -> Members {
        let mut members = Members {
            properties: schema.properties.clone(),
            required: schema.required.clone(),
        };
        if let Some(index) = schema
            .reference
            .as_deref()
            .and_then(|name| self.index.get(name))
        {
            let target = self.definition(*index);
            members.and(target);
        }
        for branch in &schema.all_of {
            let branch = self.members(branch);
            members.and(branch);
        }
        for branches in [&schema.any_of, &schema.one_of] {
            let union = self.union(branches);
            members.and(union);
        }
        for property in &mut members.properties {
            property.required = members.required.contains(&property.name);
        }
        members
    }

    fn union(&mut self, branches: &'a [Schema]) -> Members {
        let mut all = branches
            .iter()
            .map(|branch| self.members(branch))
            .collect::<Vec<_>>()
            .into_iter();
        let Some(mut union) = all.next() else {
            return Members::default();
        };
        for branch in all {
            union.required.retain(|name| branch.required.contains(name));
            for property in branch.properties {
                match union
                    .properties
                    .iter_mut()
                    .find(|known| known.name == property.name)
                {
                    Some(known) => self.widen(known, property),
                    None => union.properties.push(property),
                }
            }
        }
        union
    }

    /// Makes of two descriptions of a property the one that allows both.
    fn widen(&self, known: &mut Property, other: Property) {
        known.write_only |= other.write_only;
        known.secret |= other.secret;
        known.deprecated &= other.deprecated;
        known.update = known.update.max(other.update);
        if known.documentation.is_none() {
            known.documentation = other.documentation;
        }
        if known.schema == other.schema {
            return;
        }
        let description = known
            .schema
            .description
            .take()
            .or_else(|| other.schema.description.clone());
        let wider = if self.shapes.are_of_one_kind(&known.schema, &other.schema) {
            one_of_both(std::mem::take(&mut known.schema), other.schema)
        } else {
            Schema::default()
        };
        known.schema = Schema {
            description,
            ..wider
        };
    }
}

impl Members {
    /// Adds what holds as well. Of two descriptions of a property the first is kept: the other is
    /// demanded where it stands.
    fn and(&mut self, other: Self) {
        for property in other.properties {
            match self
                .properties
                .iter_mut()
                .find(|known| known.name == property.name)
            {
                Some(known) if known.schema.is_bare() => known.schema = property.schema,
                Some(_) => {}
                None => self.properties.push(property),
            }
        }
        for name in other.required {
            if !self.required.contains(&name) {
                self.required.push(name);
            }
        }
    }
}

/// Both are of one kind. Sets of values are united; whatever else differs becomes two branches.
fn one_of_both(left: Schema, right: Schema) -> Schema {
    let without_values = |schema: &Schema| {
        let mut schema = schema.clone();
        schema.limits.allowed.clear();
        schema.limits.constant = None;
        schema.description = None;
        schema
    };
    let values = |schema: &Schema| {
        let constant = schema.limits.constant.iter();
        schema
            .limits
            .allowed
            .iter()
            .chain(constant)
            .cloned()
            .collect::<Vec<_>>()
    };
    let mut united = without_values(&left);
    let (mut all, more) = (values(&left), values(&right));
    if united == without_values(&right) {
        // Where one side allows every value, so do both together.
        if !all.is_empty() && !more.is_empty() {
            all.extend(
                more.into_iter()
                    .filter(|value| !values(&left).contains(value)),
            );
            united.limits.allowed = all;
        }
        return united;
    }
    let mut branches = left.any_of_alone().unwrap_or_else(|left| vec![*left]);
    if !branches.contains(&right) {
        branches.push(right);
    }
    Schema {
        any_of: branches,
        ..Schema::default()
    }
}

impl Schema {
    /// Whether it demands nothing.
    fn is_bare(&self) -> bool {
        *self
            == Self {
                description: self.description.clone(),
                ..Self::default()
            }
    }

    /// The branches of `anyOf`, if it holds nothing else.
    fn any_of_alone(self) -> Result<Vec<Self>, Box<Self>> {
        let any_of = self.any_of.clone();
        if !any_of.is_empty()
            && self
                == (Self {
                    any_of: any_of.clone(),
                    ..Self::default()
                })
        {
            return Ok(any_of);
        }
        Err(Box::new(self))
    }
}
