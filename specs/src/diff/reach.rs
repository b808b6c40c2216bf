//! Which definitions a type uses.

use std::collections::{HashMap, HashSet};

use crate::model::{ResourceType, Schema};

/// The names of the definitions that properties and attributes lead to.
pub(super) fn definitions(resource: &ResourceType) -> HashSet<&str> {
    let known: HashMap<&str, &Schema> = resource
        .definitions
        .iter()
        .map(|definition| (definition.name.as_str(), &definition.schema))
        .collect();
    let attributes = resource.attributes.iter();
    let mut due: Vec<&Schema> = attributes.map(|attribute| &attribute.schema).collect();
    due.push(&resource.body);
    let mut reached = HashSet::new();
    while let Some(schema) = due.pop() {
        due.extend(schema.children());
        if let Some(name) = schema.reference.as_deref()
            && reached.insert(name)
        {
            due.extend(known.get(name).copied());
        }
    }
    reached
}
