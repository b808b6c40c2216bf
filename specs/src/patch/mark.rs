//! Which facts of a type a patch has changed, and why.

use std::borrow::Cow;

use super::effect::Changed;
use crate::model::{Additional, ResourceType, Schema};
use crate::tree::unescape;

/// A fact that stands in a model because of a patch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatchedFact {
    /// JSON pointer to the place in the specification.
    pub pointer: String,
    /// The property that the fact is about, if it is about one: the name of the definition, which is
    /// empty for the resource itself, and that of the property.
    pub property: Option<(String, String)>,
    /// The reason that the operation gives.
    pub because: Option<String>,
}

/// Notes at a type what a patch has changed about it.
pub(super) fn mark(resource: &mut ResourceType, changes: &[Changed]) {
    let facts = changes
        .iter()
        .filter(|one| is_about(resource, &one.pointer));
    let facts = facts.map(
        |Changed {
             pointer,
             value,
             because,
         }| PatchedFact {
            pointer: pointer.clone(),
            property: property(resource, pointer, value.as_deref()),
            because: because.clone(),
        },
    );
    resource.patched = facts.collect();
}

fn segments(pointer: &str) -> impl Iterator<Item = Cow<'_, str>> {
    pointer.split('/').skip(1).map(unescape)
}

/// Whether a place can be about a type: in a file of several types, another one may be meant.
fn is_about(resource: &ResourceType, pointer: &str) -> bool {
    let mut segments = segments(pointer);
    let own = resource.name.as_str();
    match (segments.next().as_deref(), segments.next()) {
        (Some("ResourceTypes" | "ResourceType"), Some(name)) => name == own,
        (Some("PropertyTypes"), Some(name)) => match name.split_once('.') {
            Some((of, _)) => of == own,
            None => true,
        },
        _ => true,
    }
}

/// The property that a place is about; `value` is the text that came there or went away.
fn property(
    resource: &ResourceType,
    pointer: &str,
    value: Option<&str>,
) -> Option<(String, String)> {
    let mut segments = segments(pointer);
    let mut way = Way {
        resource,
        record: "",
        schema: Some(&resource.body),
        found: None,
    };
    match segments.next()?.as_ref() {
        "ResourceTypes" | "ResourceType" => {
            segments.next();
        }
        "PropertyTypes" => {
            let name = segments.next()?;
            way.enter(name.split_once('.').map_or(name.as_ref(), |(_, name)| name));
        }
        "definitions" => way.enter(&segments.next()?),
        "properties" => way.property(&segments.next()?),
        "required" => way.property(value?),
        // Lists of paths, `/properties/Name/…`.
        _ if value.is_some_and(|value| value.starts_with("/properties/")) => {
            return property(resource, value?, None);
        }
        _ => return None,
    }
    way.follow(segments, value);
    way.found
}

/// Where a pointer has led to.
struct Way<'r> {
    resource: &'r ResourceType,
    /// The definition; empty for the resource itself.
    record: &'r str,
    /// None where it leads to nothing that is left.
    schema: Option<&'r Schema>,
    /// The last property on the way.
    found: Option<(String, String)>,
}

impl<'r> Way<'r> {
    fn follow<'s>(
        &mut self,
        mut segments: impl Iterator<Item = Cow<'s, str>>,
        value: Option<&str>,
    ) {
        while let (Some(schema), Some(segment)) = (self.schema, segments.next()) {
            match segment.as_ref() {
                "properties" | "Properties" => self.property(&segments.next().unwrap_or_default()),
                "required" => return self.property(value.unwrap_or_default()),
                "items" => self.step(schema.items.as_deref()),
                "patternProperties" => {
                    let name = segments.next().unwrap_or_default();
                    let mut patterns = schema.pattern_properties.iter();
                    let found = patterns.find(|(pattern, _)| *pattern == name);
                    self.step(found.map(|(_, schema)| schema));
                }
                "additionalProperties" => self.step(match &schema.additional {
                    Additional::Schema(schema) => Some(schema),
                    Additional::Unstated | Additional::Allowed | Additional::Denied => None,
                }),
                // What a branch describes is among the properties of the whole.
                "allOf" | "anyOf" | "oneOf" => drop(segments.next()),
                _ => return,
            }
        }
    }

    /// Into a definition, if it is there.
    fn enter(&mut self, name: &str) {
        let mut definitions = self.resource.definitions.iter();
        let definition = definitions.find(|one| one.name == name);
        self.record = definition.map_or("", |definition| &definition.name);
        self.schema = definition.map(|definition| &definition.schema);
    }

    /// To a property, if it is there.
    fn property(&mut self, name: &str) {
        let mut properties = self.schema.iter().flat_map(|schema| &schema.properties);
        let property = properties.find(|property| property.name == name);
        if let Some(property) = property {
            self.found = Some((self.record.to_owned(), property.name.clone()));
        }
        self.step(property.map(|property| &property.schema));
    }

    /// Into a schema: an inline record has become a definition.
    fn step(&mut self, schema: Option<&'r Schema>) {
        self.schema = schema;
        if let Some(name) = schema.and_then(|schema| schema.reference.as_deref()) {
            self.enter(name);
        }
    }
}
