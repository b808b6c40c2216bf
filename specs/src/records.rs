//! Gives a name to every record that a file writes inline.
//!
//! The name is that of the property that holds the record, or a list or map of such records: so
//! does the user guide name them. If something else has that name already, the names on the way to
//! it stand in front; if even that is taken, the smallest number from 2 that makes it unique
//! behind.

use std::collections::HashSet;

use crate::model::{Additional, Definition, ResourceType, Schema};
use crate::shape::Shapes;

/// Moves every inline record into a definition of its own, which is added behind the existing ones.
/// Returns the names that are not just those of a property.
pub(crate) fn name_inline(resource: &mut ResourceType) -> HashSet<String> {
    let definitions = resource.definitions.iter();
    let names: Vec<String> = definitions
        .map(|definition| definition.name.clone())
        .collect();
    let shapes = Shapes::of(&resource.definitions).detached(&names);
    let mut work = Naming {
        shapes: &shapes,
        taken: names.iter().cloned().collect(),
        made: Vec::new(),
        made_up: HashSet::new(),
    };
    work.members(&mut resource.body, &Place::default());
    for definition in &mut resource.definitions {
        let place = Place {
            path: definition.name.clone(),
            last: None,
        };
        work.members(&mut definition.schema, &place);
    }
    let Naming {
        mut made, made_up, ..
    } = work;
    resource.definitions.append(&mut made);
    made_up
}

/// The names on the way to a value.
#[derive(Default)]
struct Place {
    path: String,
    /// The property that holds it, if one does.
    last: Option<String>,
}

impl Place {
    fn property(&self, name: &str) -> Self {
        let name = capitalised(name);
        Self {
            path: format!("{}{name}", self.path),
            last: Some(name),
        }
    }

    /// One of the elements of a list, or of the members of a map.
    fn part(&self, what: &str) -> Self {
        Self {
            path: format!("{}{what}", self.path),
            last: self.last.clone(),
        }
    }
}

struct Naming<'s, 'a> {
    shapes: &'s Shapes<'a>,
    taken: HashSet<String>,
    made: Vec<Definition>,
    made_up: HashSet<String>,
}

impl Naming<'_, '_> {
    /// Looks at the values that a schema's own value consists of. Branches are part of the record
    /// that they stand in, and what only forbids or asks is left as it is.
    fn members(&mut self, schema: &mut Schema, place: &Place) {
        for property in &mut schema.properties {
            let place = place.property(&property.name);
            self.value(&mut property.schema, &place);
        }
        if let Some(items) = &mut schema.items {
            self.value(items, &place.part("Item"));
        }
        if let Additional::Schema(values) = &mut schema.additional {
            self.value(values, &place.part("Value"));
        }
        for (_, values) in &mut schema.pattern_properties {
            self.value(values, &place.part("Value"));
        }
        for branches in [&mut schema.all_of, &mut schema.any_of, &mut schema.one_of] {
            for branch in branches {
                self.members(branch, place);
            }
        }
    }

    fn value(&mut self, schema: &mut Schema, place: &Place) {
        unwrap_single_branch(schema);
        self.members(schema, place);
        if !self.shapes.is_inline_record(schema) {
            return;
        }
        let record = std::mem::take(schema);
        schema.description.clone_from(&record.description);
        schema.reference = Some(self.define(record, place));
    }

    /// Whatever several places that share a name describe alike is one record.
    fn define(&mut self, record: Schema, place: &Place) -> String {
        let last = place.last.as_deref();
        let is_twin = |made: &&Definition| {
            let shares_name =
                Some(made.name.as_str()) == last || made.name.starts_with(&place.path);
            shares_name && made.schema == record
        };
        if let Some(twin) = self.made.iter().find(is_twin) {
            return twin.name.clone();
        }
        let name = self.new_name(place);
        self.made.push(Definition {
            name: name.clone(),
            schema: record,
            documentation: None,
        });
        name
    }

    fn new_name(&mut self, place: &Place) -> String {
        if let Some(name) = &place.last
            && self.taken.insert(name.clone())
        {
            return name.clone();
        }
        let mut name = place.path.clone();
        let mut number = 2_usize;
        while !self.taken.insert(name.clone()) {
            name = format!("{}{number}", place.path);
            number += 1;
        }
        self.made_up.insert(name.clone());
        name
    }
}

fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
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
