//! The names of everything that the module of a resource holds.
//!
//! Property types keep the names of the specification. A value set is named as its definition; where a
//! property states the values itself, as the property for properties of the resource, and as property type
//! and property together for all others (`VersioningConfigurationStatus`). So no name depends on what
//! other property types contain. A builder is named as its struct, with `Builder` behind it. Clashes are
//! resolved in that order by the rule of [`crate::names`].

use std::collections::HashMap;

use formwork_specs::model::{Property, Schema};
use proc_macro2::{Ident, Span};

use super::layout::{Layout, RecordLayout};
use super::shapes::SetOrigin;
use crate::names::{self, Taken};

/// The names of one module.
pub(super) struct Names<'s> {
    records: HashMap<&'s str, Ident>,
    builders: HashMap<&'s str, Ident>,
    value_sets: HashMap<*const Schema, Ident>,
    markers: HashMap<&'s str, Ident>,
    /// The wire names of required properties, in order.
    pub(super) required: Vec<&'s str>,
    /// The type that ties the attributes to the resource.
    pub(super) attributes_marker: Ident,
}

impl<'s> Names<'s> {
    /// Names everything; `resource` is the name of the resource's struct.
    pub(super) fn of(layout: &Layout<'s>, resource: &Ident) -> Self {
        let mut taken = Taken::default();
        let mut take = |choices: &[String]| ident(&taken.take_first_of(choices));
        let mut records = HashMap::from([("", resource.clone())]);
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
        let (required, markers) = markers_of(layout);
        Self {
            records,
            builders,
            value_sets,
            markers,
            required,
            attributes_marker,
        }
    }

    /// The struct for a definition.
    pub(super) fn record(&self, name: &str) -> Option<&Ident> {
        self.records.get(name)
    }

    /// The builder of that struct.
    pub(super) fn builder(&self, name: &str) -> Option<&Ident> {
        self.builders.get(name)
    }

    /// The value set for allowed strings.
    pub(super) fn value_set(&self, origin: SetOrigin<'_>) -> Option<&Ident> {
        self.value_sets.get(&origin.identity())
    }

    /// The marker of a required property.
    pub(super) fn marker(&self, wire: &str) -> Option<&Ident> {
        self.markers.get(wire)
    }
}

fn set_choices(record: &RecordLayout<'_>, property: &Property) -> Vec<String> {
    let property = names::type_name(&property.name);
    let own = if record.name.is_empty() {
        property
    } else {
        format!("{}{property}", names::type_name(record.name))
    };
    let other = format!("{own}Value");
    vec![own, other]
}

fn markers_of<'s>(layout: &Layout<'s>) -> (Vec<&'s str>, HashMap<&'s str, Ident>) {
    let mut taken = Taken::default();
    let mut required = Vec::new();
    let mut markers = HashMap::new();
    for field in layout.records.iter().flat_map(|record| &record.fields) {
        let wire = field.property.name.as_str();
        if field.property.required && !markers.contains_key(wire) {
            markers.insert(wire, ident(&taken.take(names::type_name(wire))));
            required.push(wire);
        }
    }
    (required, markers)
}

/// An identifier of a name that [`crate::names`] made.
pub(super) fn ident(name: &str) -> Ident {
    names::ident(name, Span::call_site())
}
