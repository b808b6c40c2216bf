//! Module schemas: a type with a fourth part `MODULE`. A template gives a module parameters and may
//! override properties of the resources inside; only the parameters are properties of the module.

use crate::model::{Additional, Property, ResourceType};
use crate::report::{Pointer, Report};
use crate::suggest;
use crate::tree::Node;
use crate::visible::quoted;

/// Reads a module: its properties are what stands below `Parameters`, each with the schema of its
/// value.
pub(crate) fn lower(root: &Node<'_>, report: &mut Report) -> Option<ResourceType> {
    const SECTIONS: [&str; 2] = ["Parameters", "Resources"];
    let mut module = super::lower(root, report)?;
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

/// The parameters. Schemas of modules describe each one as the object that a template declares it
/// with; its value is a string either way, unless the schema says more plainly what it is.
fn values_of(module: &ResourceType, section: &Property) -> Vec<Property> {
    let schema = match &section.schema.reference {
        Some(name) => module
            .definitions
            .iter()
            .find(|one| one.name == *name)
            .map(|one| &one.schema),
        None => Some(&section.schema),
    };
    let declared = schema
        .map(|schema| schema.properties.as_slice())
        .unwrap_or_default();
    let value = |property: &Property| Property {
        documentation: None,
        ..property.clone()
    };
    declared.iter().map(value).collect()
}
