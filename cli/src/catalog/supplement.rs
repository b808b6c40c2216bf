//! What the Resource Specification knows and registry schemas have no place for: attributes that
//! are no read-only properties, and pages of the user guide off the usual address.

use std::collections::HashMap;

use super::node::{member, object, text};
use formwork_specs::Problems;
use formwork_specs::model::{Additional, ResourceType, Schema};
use formwork_specs::tree::{Node, Value};

/// The types of a Resource Specification, by name.
#[derive(Default)]
pub(super) struct Supplement(HashMap<String, ResourceType>);

/// What was added to one type.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Additions {
    /// The names of the attributes.
    pub(super) attributes: Vec<String>,
    /// The page of the user guide.
    pub(super) documentation: Option<String>,
}

impl Supplement {
    /// Reads a Resource Specification.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Problems> {
        let resources = formwork_specs::read(bytes)?.resources.into_iter();
        let named = resources.map(|resource| (resource.name.to_string(), resource));
        Ok(Self(named.collect()))
    }

    /// Adds to the facts of a type what its published schema, read as `published`, lacks.
    pub(super) fn add(&self, facts: &mut Node<'_>, published: &ResourceType) -> Additions {
        let mut additions = Additions::default();
        let Some(known) = self.0.get(published.name.as_str()) else {
            return additions;
        };
        let definitions = names(facts.get("definitions"));
        let Value::Object(members) = &mut facts.value else {
            return additions;
        };
        let is_given = members
            .iter()
            .any(|member| member.key == "documentationUrl");
        if !is_given && known.documentation != published.documentation {
            additions.documentation.clone_from(&known.documentation);
        }
        let mut attributes = Vec::new();
        for attribute in &known.attributes {
            let has = |known: &formwork_specs::model::Attribute| known.name == attribute.name;
            if !published.attributes.iter().any(has) {
                let is_defined = |name: &str| definitions.iter().any(|known| known == name);
                let schema = schema(&attribute.schema, &is_defined);
                attributes.push(member(attribute.name.clone(), schema));
                additions.attributes.push(attribute.name.clone());
            }
        }
        let own = members.iter().any(|member| member.key == "formwork");
        // After `typeName`, where the order of the root has both.
        if !attributes.is_empty() && !own {
            let attributes = object(vec![member("attributes", object(attributes))]);
            members.insert(1.min(members.len()), member("formwork", attributes));
        } else {
            additions.attributes.clear();
        }
        if let Some(url) = &additions.documentation {
            let url = text(url.clone());
            members.insert(1.min(members.len()), member("documentationUrl", url));
        }
        additions
    }
}

fn names(definitions: Option<&Node<'_>>) -> Vec<String> {
    let members = definitions.and_then(Node::members).unwrap_or_default();
    let names = members.iter().map(|member| member.key.clone().into_owned());
    names.collect()
}

/// The kind of a value, as a registry schema states it. A record that the schema does not define is
/// an object of which no more is known. Lists and maps nest as deep as the file writes them: once.
fn schema<'t>(schema_of: &Schema, is_defined: &dyn Fn(&str) -> bool) -> Node<'t> {
    let mut members = Vec::new();
    match &schema_of.reference {
        Some(name) if is_defined(name) => {
            members.push(member("$ref", text(format!("#/definitions/{name}"))));
        }
        Some(_) => members.push(member("type", text("object"))),
        None => {}
    }
    for json_type in &schema_of.types {
        members.push(member("type", text(json_type.name())));
    }
    if let Some(format) = &schema_of.limits.format {
        members.push(member("format", text(format.clone())));
    }
    if let Some(items) = &schema_of.items {
        members.push(member("items", schema(items, is_defined)));
    }
    if let Additional::Schema(values) = &schema_of.additional {
        let values = object(vec![member(".*", schema(values, is_defined))]);
        members.push(member("patternProperties", values));
    }
    object(members)
}
