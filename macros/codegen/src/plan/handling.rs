//! How a resource is handled, in sentences.

use formwork_specs::model::{PropertyPath, ReplacementStrategy};

use super::inline::code;
use super::layout::RecordLayout;
use super::shapes::Model;

/// What identifies a resource, what is not read back, what a replacement does, and how it is tagged.
pub(super) fn handling(model: &Model<'_>, record: &RecordLayout<'_>) -> String {
    let resource = model.resource;
    let mut sentences = Vec::new();
    let identifier: Vec<String> = resource.primary_identifier.iter().map(pointer).collect();
    if !identifier.is_empty() {
        sentences.push(format!("Identified by {}.", identifier.join(" and ")));
    }
    let written = record
        .fields
        .iter()
        .filter(|field| field.property.write_only);
    let written: Vec<String> = written.map(|field| code(&field.property.name)).collect();
    if !written.is_empty() {
        sentences.push(format!(
            "Written and never read back: {}.",
            written.join(", ")
        ));
    }
    if resource.replacement == ReplacementStrategy::DeleteThenCreate {
        sentences
            .push("A replacement deletes the old resource before the new one is there.".to_owned());
    }
    if let Some(tagging) = &resource.tagging {
        sentences.push(match &tagging.property {
            _ if !tagging.taggable => "It takes no tags.".to_owned(),
            Some(path) if tagging.updatable => {
                format!("Tags: {}, updated in place.", pointer(path))
            }
            Some(path) => format!("Tags: {}.", pointer(path)),
            None => "It can be tagged.".to_owned(),
        });
    }
    sentences.join(" ")
}

/// A property below the resource, as code: `` `Name` ``, `` `Code/ImageUri` ``.
pub(super) fn pointer(path: &PropertyPath) -> String {
    code(&path.0.join("/"))
}
