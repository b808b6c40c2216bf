//! Gives a name to every record that a file writes inline.
//!
//! The name is the path to it: the name of the definition around it, then the names of the
//! properties on the way; an element of a list adds `Item`, a member of a map `Value`. If something
//! else has that name already, the smallest number from 2 that makes it unique is added.

use std::collections::HashSet;

use crate::model::{Additional, Definition, ResourceType, Schema};
use crate::shape::Shapes;

/// Moves every inline record into a definition of its own, which is added behind the existing ones.
pub(crate) fn name_inline(resource: &mut ResourceType) {
    let names: Vec<String> = resource
        .definitions
        .iter()
        .map(|definition| definition.name.clone())
        .collect();
    let shapes = Shapes::of(&resource.definitions).detached(&names);
    let names = names.iter().cloned().collect();
    let mut work = Naming {
        shapes: &shapes,
        names,
        made: Vec::new(),
    };
    work.members(&mut resource.body, "");
    for definition in &mut resource.definitions {
        let path = definition.name.clone();
        work.members(&mut definition.schema, &path);
    }
    resource.definitions.append(&mut work.made);
}

struct Naming<'s, 'a> {
    shapes: &'s Shapes<'a>,
    names: HashSet<String>,
    made: Vec<Definition>,
}

impl Naming<'_, '_> {
    /// Looks at the values that a schema's own value consists of. Branches are part of the record
    /// that they stand in, and what only forbids or asks is left as it is.
    fn members(&mut self, schema: &mut Schema, path: &str) {
        for property in &mut schema.properties {
            let path = join(path, &property.name);
            self.value(&mut property.schema, &path);
        }
        if let Some(items) = &mut schema.items {
            self.value(items, &format!("{path}Item"));
        }
        if let Additional::Schema(values) = &mut schema.additional {
            self.value(values, &format!("{path}Value"));
        }
        for (_, values) in &mut schema.pattern_properties {
            self.value(values, &format!("{path}Value"));
        }
        for branches in [&mut schema.all_of, &mut schema.any_of, &mut schema.one_of] {
            for branch in branches {
                self.members(branch, path);
            }
        }
    }

    fn value(&mut self, schema: &mut Schema, path: &str) {
        unwrap_single_branch(schema);
        self.members(schema, path);
        if !self.shapes.is_inline_record(schema) {
            return;
        }
        let mut record = std::mem::take(schema);
        schema.description.clone_from(&record.description);
        // Whatever stands in two branches alike is one record.
        let twin = self
            .made
            .iter()
            .find(|made| made.name.starts_with(path) && made.schema == record);
        if let Some(twin) = twin {
            schema.reference = Some(twin.name.clone());
            return;
        }
        let name = self.new_name(path);
        schema.reference = Some(name.clone());
        record.limits.default = None;
        self.made.push(Definition {
            name,
            schema: record,
            documentation: None,
        });
    }

    fn new_name(&mut self, path: &str) -> String {
        let mut name = path.to_owned();
        let mut number = 2_usize;
        while !self.names.insert(name.clone()) {
            name = format!("{path}{number}");
            number += 1;
        }
        name
    }
}

fn join(path: &str, name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(char::to_uppercase);
    path.chars()
        .chain(first.into_iter().flatten())
        .chain(letters)
        .collect()
}

/// `allOf` (or another list of branches) that holds nothing but one reference is that reference.
fn unwrap_single_branch(schema: &mut Schema) {
    if schema.reference.is_some() {
        return;
    }
    for branches in [&mut schema.all_of, &mut schema.any_of, &mut schema.one_of] {
        let [branch] = branches.as_slice() else {
            continue;
        };
        let bare = Schema {
            reference: branch.reference.clone(),
            ..Schema::default()
        };
        if bare.reference.is_some() && *branch == bare {
            schema.reference = bare.reference;
            branches.clear();
            return;
        }
    }
}
