//! Ways through the model of a type.

use formwork_specs::model::{Additional, Property, ResourceType, Schema, Update};

/// The definition that a schema leads to, by name, and the levels of lists and maps in between.
#[must_use]
pub fn inner<'a>(
    resource: &'a ResourceType,
    schema: &'a Schema,
) -> Option<(usize, &'a str, &'a Schema)> {
    let mut schema = schema;
    let mut levels = 0;
    for _ in 0..8 {
        if let Some(name) = &schema.reference {
            let found = resource.definitions.iter().find(|one| one.name == *name)?;
            if !found.schema.properties.is_empty() {
                return Some((levels, name, &found.schema));
            }
            schema = &found.schema;
        } else {
            schema = elements(schema).next()?;
            levels += 1;
        }
    }
    None
}

/// The schemas of elements and members.
fn elements(schema: &Schema) -> impl Iterator<Item = &Schema> {
    let values = match &schema.additional {
        Additional::Schema(values) => Some(values.as_ref()),
        _ => None,
    };
    let patterns = schema.pattern_properties.iter().map(|(_, values)| values);
    schema
        .items
        .as_deref()
        .into_iter()
        .chain(values)
        .chain(patterns)
}

/// Every schema that speaks of the same value.
fn same<'a>(resource: &'a ResourceType, schema: &'a Schema) -> Vec<&'a Schema> {
    const MOST: usize = 200;
    let mut found = Vec::new();
    let mut due = vec![schema];
    while let Some(schema) = due.pop()
        && found.len() < MOST
    {
        found.push(schema);
        due.extend(&schema.all_of);
        due.extend(&schema.any_of);
        due.extend(&schema.one_of);
        if let Some(conditional) = &schema.conditional {
            due.extend(&conditional.then);
            due.extend(&conditional.otherwise);
        }
        let target = schema.reference.as_ref();
        let target =
            target.and_then(|name| resource.definitions.iter().find(|one| one.name == *name));
        due.extend(target.map(|definition| &definition.schema));
    }
    found
}

/// The properties at a path of the data.
pub fn at<'a>(resource: &'a ResourceType, path: &[String]) -> Vec<&'a Property> {
    let mut schemas = vec![&resource.body];
    let mut properties = Vec::new();
    for segment in path {
        let all: Vec<&Schema> = schemas.iter().flat_map(|one| same(resource, one)).collect();
        if segment == "*" {
            schemas = all.into_iter().flat_map(elements).collect();
            properties = Vec::new();
        } else {
            let named = all.iter().flat_map(|schema| &schema.properties);
            properties = named.filter(|property| property.name == *segment).collect();
            schemas = properties.iter().map(|property| &property.schema).collect();
        }
    }
    properties
}

/// What the registry says of a path; none if it is silent.
#[must_use]
pub fn registry(
    resource: &ResourceType,
    path: &[String],
    properties: &[&Property],
) -> Option<Update> {
    let scoped = resource.scoped_updates.iter();
    let scoped = scoped
        .filter(|scoped| scoped.path.0 == path)
        .map(|scoped| scoped.update);
    let own = properties.iter().map(|property| property.update);
    own.chain(scoped)
        .filter(|update| *update != Update::Mutable)
        .max()
}
