//! A type as it is shown: what a terminal and another program get to see alike.

use std::collections::HashSet;

use super::words::{self, Extent};
use formwork_specs::ResourceType;
use formwork_specs::model::{
    Limits, Property, PropertyPath, ReplacementStrategy, Schema, Tagging, Update,
};
use formwork_specs::shape::Shapes;

/// A type, in the order in which it is shown.
pub(crate) struct TypeView<'a> {
    pub(crate) resource: &'a ResourceType,
    /// Its properties first, then those of each record in it, in the order of the first use.
    pub(crate) sections: Vec<Section<'a>>,
    /// Names and kinds.
    pub(crate) attributes: Vec<(&'a str, String)>,
}

/// The properties of one record.
pub(crate) struct Section<'a> {
    /// Its name; none for the type itself.
    pub(crate) name: Option<&'a str>,
    pub(crate) rows: Vec<Row<'a>>,
    /// What is demanded of its properties together, in words.
    pub(crate) rules: Vec<String>,
}

/// One property.
pub(crate) struct Row<'a> {
    pub(crate) name: &'a str,
    pub(crate) kind: String,
    pub(crate) required: bool,
    pub(crate) update: Update,
    pub(crate) write_only: bool,
    pub(crate) deprecated: bool,
    /// In words.
    pub(crate) limits: Vec<String>,
    /// As facts, from the property itself and what it refers to.
    pub(crate) layers: Vec<&'a Limits>,
}

/// Gathers what is shown of a type.
pub(crate) fn of(resource: &ResourceType) -> TypeView<'_> {
    let shapes = Shapes::of(&resource.definitions);
    let mut sections = Vec::new();
    let mut seen = HashSet::new();
    let mut due = vec![(None, &resource.body)];
    while let Some((name, schema)) = due.pop() {
        sections.push(section(&shapes, name, schema));
        let used = schema.properties.iter();
        let used = used.filter_map(|property| words::record(&shapes, &property.schema));
        let used: Vec<&str> = used.filter(|name| seen.insert(*name)).collect();
        for name in used.into_iter().rev() {
            due.extend(shapes.definition(name).map(|schema| (Some(name), schema)));
        }
    }
    let attributes = resource.attributes.iter().map(|attribute| {
        let kind = words::kind(&shapes, &attribute.schema);
        (attribute.name.as_str(), kind)
    });
    TypeView {
        resource,
        sections,
        attributes: attributes.collect(),
    }
}

/// The record at the end of a schema, through lists and maps.
pub(crate) fn record<'a>(shapes: &Shapes<'a>, schema: &'a Schema) -> Option<Section<'a>> {
    let name = words::record(shapes, schema)?;
    let schema = shapes.definition(name)?;
    Some(section(shapes, Some(name), schema))
}

/// One property.
pub(crate) fn row<'a>(shapes: &Shapes<'a>, property: &'a Property) -> Row<'a> {
    let layers = words::layers(shapes, &property.schema).into_iter();
    Row {
        name: &property.name,
        kind: words::kind(shapes, &property.schema),
        required: property.required,
        update: property.update,
        write_only: property.write_only,
        deprecated: property.deprecated,
        limits: words::limits(shapes, &property.schema, Extent::Short),
        layers: layers.map(|layer| &layer.limits).collect(),
    }
}

fn section<'a>(shapes: &Shapes<'a>, name: Option<&'a str>, schema: &'a Schema) -> Section<'a> {
    let rows = schema
        .properties
        .iter()
        .map(|property| row(shapes, property));
    Section {
        name,
        rows: rows.collect(),
        rules: words::rules(schema),
    }
}

/// `A.B`, as paths are read.
pub(crate) fn path(PropertyPath(segments): &PropertyPath) -> String {
    segments.join(".")
}

/// What an update does.
pub(crate) fn update(update: Update) -> &'static str {
    match update {
        Update::Mutable => "in place",
        Update::Conditional => "may replace",
        Update::Immutable => "replaces",
    }
}

/// What a property is in a role, in words; the names are those of `ScopedRoles`.
pub(crate) fn role(name: &str) -> &'static str {
    match name {
        "readOnly" => "set by the service alone",
        "nonPublic" => "not meant for users",
        "writeOnly" => "never returned by a read",
        _ => "deprecated",
    }
}

/// What comes first when a resource is replaced.
pub(crate) fn replacement(strategy: ReplacementStrategy) -> &'static str {
    match strategy {
        ReplacementStrategy::CreateThenDelete => "the new one is created, then the old one deleted",
        ReplacementStrategy::DeleteThenCreate => "the old one is deleted, then the new one created",
    }
}

/// Whether and how the resource is tagged.
pub(crate) fn tagging(tagging: &Tagging) -> String {
    let Tagging {
        taggable,
        on_create,
        updatable,
        system_tags,
        property,
    } = tagging;
    if !taggable {
        return "none".to_owned();
    }
    let mut words = match property {
        Some(property) => format!("in {}", path(property)),
        None => "yes".to_owned(),
    };
    words.push_str(match (on_create, updatable) {
        (true, true) => ", at creation and later",
        (true, false) => ", at creation only",
        (false, true) => ", after creation only",
        (false, false) => ", neither at creation nor later",
    });
    if *system_tags {
        words.push_str("; CloudFormation adds its own");
    }
    words
}
