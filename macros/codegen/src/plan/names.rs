//! The names of everything that the module of a resource holds.
//!
//! Property types keep the names of the specification. A value set is named as its definition; where a
//! property states the values itself, as the property for properties of the resource, and as property type
//! and property together for all others (`VersioningConfigurationStatus`). So no name depends on what
//! other property types contain. A builder is named as its struct, with `Builder` behind it. Clashes are
//! resolved in that order by the rule of [`crate::names`].

use std::collections::HashMap;

use formwork_specs::model::Schema;

use super::layout::{Layout, RecordLayout};
use super::shapes::SetOrigin;
use crate::names::{self, Taken};

/// The names of one module.
pub(super) struct Names<'s> {
    records: HashMap<&'s str, String>,
    builders: HashMap<&'s str, String>,
    value_sets: HashMap<*const Schema, String>,
    markers: HashMap<&'s str, String>,
    /// The wire names of required properties, in order.
    pub(super) required: Vec<&'s str>,
    /// The type that ties the attributes to the resource.
    pub(super) attributes_marker: String,
    /// The builder of all structs.
    pub(super) builder_core: String,
}

impl<'s> Names<'s> {
    /// Names everything; `resource` is the name of the resource's struct.
    pub(super) fn of(layout: &Layout<'s>, resource: &str) -> Self {
        let mut taken = Taken::default();
        let mut take = |choices: &[String]| taken.take_first_of(choices);
        let mut records = HashMap::from([("", resource.to_owned())]);
        for record in layout.records.iter().skip(1) {
            records.insert(record.name, take(&[names::type_name(record.name)]));
        }
        let mut sets = layout.value_sets();
        sets.sort_by_key(|(origin, ..)| matches!(origin, SetOrigin::Property(_)));
        let mut value_sets = HashMap::new();
        for (origin, record, property) in sets {
            let choices = match origin {
                SetOrigin::Definition(name, _) => vec![names::type_name(name)],
                SetOrigin::Property(_) => set_choices(record, property),
            };
            value_sets.insert(origin.identity(), take(&choices));
        }
        let markers = ["Attributes", "ResourceAttributes"].map(str::to_owned);
        let attributes_marker = take(&markers);
        let mut builders = HashMap::new();
        for record in &layout.records {
            if let Some(name) = records.get(record.name) {
                builders.insert(record.name, take(&[format!("{name}Builder")]));
            }
        }
        let cores = ["Builder", "ResourceBuilder"].map(str::to_owned);
        let builder_core = take(&cores);
        let (required, markers) = markers_of(layout);
        Self {
            records,
            builders,
            value_sets,
            markers,
            required,
            attributes_marker,
            builder_core,
        }
    }

    /// The struct for a definition.
    pub(super) fn record(&self, name: &str) -> Option<&str> {
        self.records.get(name).map(String::as_str)
    }

    /// The builder of that struct.
    pub(super) fn builder(&self, name: &str) -> Option<&str> {
        self.builders.get(name).map(String::as_str)
    }

    /// The value set for allowed strings.
    pub(super) fn value_set(&self, origin: SetOrigin<'_>) -> Option<&str> {
        self.value_sets.get(&origin.identity()).map(String::as_str)
    }

    /// The marker of a required property.
    pub(super) fn marker(&self, wire: &str) -> Option<&str> {
        self.markers.get(wire).map(String::as_str)
    }
}

fn set_choices(record: &RecordLayout<'_>, property: &str) -> Vec<String> {
    let property = names::type_name(property);
    let own = if record.name.is_empty() {
        property
    } else {
        format!("{}{property}", names::type_name(record.name))
    };
    let other = format!("{own}Value");
    vec![own, other]
}

fn markers_of<'s>(layout: &Layout<'s>) -> (Vec<&'s str>, HashMap<&'s str, String>) {
    let mut taken = Taken::default();
    let mut required = Vec::new();
    let mut markers = HashMap::new();
    for field in layout.records.iter().flat_map(|record| &record.fields) {
        let wire = field.property.name.as_str();
        if field.property.required && !markers.contains_key(wire) {
            markers.insert(wire, taken.take(names::type_name(wire)));
            required.push(wire);
        }
    }
    (required, markers)
}
