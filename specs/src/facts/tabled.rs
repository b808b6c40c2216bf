//! Which definitions the facts text holds.

use std::collections::HashMap;

use crate::model::{ResourceType, Schema};

/// The definitions that any demand on the resource or its attributes refers to, by their places in the model,
/// in its order. The first of them has the number 1 in the facts text.
#[must_use]
pub fn definitions(resource: &ResourceType) -> Vec<usize> {
    let names = resource.definitions.iter().enumerate();
    let places: HashMap<&str, usize> = names.map(|(at, one)| (one.name.as_str(), at)).collect();
    let mut reached = vec![false; resource.definitions.len()];
    let attributes = resource.attributes.iter();
    let mut waiting: Vec<&Schema> = attributes.map(|attribute| &attribute.schema).collect();
    waiting.push(&resource.body);
    while let Some(schema) = waiting.pop() {
        waiting.extend(schema.children());
        let target = schema.reference.as_deref();
        let Some(&at) = target.and_then(|name| places.get(name)) else {
            continue;
        };
        let (Some(flag), Some(definition)) = (reached.get_mut(at), resource.definitions.get(at))
        else {
            continue;
        };
        if !*flag {
            *flag = true;
            waiting.push(&definition.schema);
        }
    }
    let reached = reached.iter().enumerate();
    reached
        .filter_map(|(at, reached)| reached.then_some(at))
        .collect()
}
