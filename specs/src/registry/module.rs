//! Module schemas: a type with a fourth part `MODULE`. A template gives a module parameters and may
//! override properties of the resources inside; only the parameters are properties of the module.

use crate::model::{Additional, JsonType, Literal, Property, ResourceType, Schema};
use crate::report::{Pointer, Report};
use crate::suggest;
use crate::tree::Node;
use crate::visible::quoted;

/// Reads a module: its properties are what stands below `Parameters`, each with the schema of its
/// value.
pub(crate) fn lower(root: &Node<'_>, report: &mut Report) -> Option<ResourceType> {
    const SECTIONS: [&str; 2] = ["Parameters", "Resources"];
    let told = report.len();
    let mut module = super::lower(root, report)?;
    // Nobody sets what is inside of a module; its schemas refer to other files.
    report.retain_from(told, |problem| {
        !problem.pointer.starts_with("/properties/Resources/")
    });
    let properties = Pointer::ROOT.name("properties");
    let mut parameters = Vec::new();
    for section in std::mem::take(&mut module.body.properties) {
        let at = properties.name(&section.name);
        match section.name.as_str() {
            "Parameters" => parameters = values_of(&module, &section),
            "Resources" => {}
            name => {
                let help = suggest::help("a section", name, SECTIONS);
                let message = format!("a module has no section {}", quoted(name));
                report.error_with_help(&at, message, help);
            }
        }
    }
    module.body.required = parameters
        .iter()
        .filter(|one| one.required)
        .map(|one| one.name.clone())
        .collect();
    module.body.properties = parameters;
    module.body.additional = Additional::Denied;
    Some(module)
}

/// The parameters.
fn values_of(module: &ResourceType, section: &Property) -> Vec<Property> {
    let schema = resolved(module, &section.schema);
    let value = |property: &Property| Property {
        schema: value_of(module, &property.schema),
        documentation: None,
        ..property.clone()
    };
    schema.properties.iter().map(value).collect()
}

/// What a template gives a parameter. Schemas that the CLI generates describe the declaration of the
/// parameter, an object with its `Type` and `Description`; the value is what that type says, text if it
/// is not known. A schema that describes no declaration is the value's own.
fn value_of(module: &ResourceType, schema: &Schema) -> Schema {
    let declaration = resolved(module, schema);
    let Some(declared) = declaration.properties.iter().find(|one| one.name == "Type") else {
        return schema.clone();
    };
    let description = schema
        .description
        .clone()
        .or_else(|| declaration.description.clone());
    let limits = &resolved(module, &declared.schema).limits;
    let mut named = limits
        .constant
        .iter()
        .chain(&limits.default)
        .chain(&limits.allowed);
    let types = match named.next() {
        Some(Literal::String(name)) => types_of(name),
        _ => vec![JsonType::String],
    };
    Schema {
        types,
        description,
        ..Schema::default()
    }
}

/// The JSON types of a parameter's type. A list may be written as one text with commas as well.
fn types_of(name: &str) -> Vec<JsonType> {
    if name == "Number" {
        vec![JsonType::Number]
    } else if name == "CommaDelimitedList" || name.contains("List<") {
        vec![JsonType::String, JsonType::Array]
    } else {
        vec![JsonType::String]
    }
}

/// What a schema is after its references.
fn resolved<'a>(module: &'a ResourceType, schema: &'a Schema) -> &'a Schema {
    const MOST: usize = 16;
    let mut schema = schema;
    for _ in 0..MOST {
        let Some(name) = &schema.reference else { break };
        let mut definitions = module.definitions.iter();
        match definitions.find(|one| one.name == *name) {
            Some(definition) => schema = &definition.schema,
            None => break,
        }
    }
    schema
}
