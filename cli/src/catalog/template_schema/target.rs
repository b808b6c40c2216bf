//! The facts of the properties that values are handed on to.

use std::collections::BTreeMap;

use formwork_specs::tree::{Node, unescape};

use super::passed::Place;

/// Registry schemas, by type name.
#[derive(Default)]
pub(super) struct Targets<'t>(BTreeMap<String, Node<'t>>);

/// What a change of a property does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Replaces {
    /// It may replace.
    Maybe,
    /// It replaces.
    Always,
}

impl<'t> Targets<'t> {
    /// Adds the schema of a type.
    pub(super) fn add(&mut self, type_name: String, schema: Node<'t>) {
        self.0.insert(type_name, schema);
    }

    /// The schema of a type.
    pub(super) fn schema(&self, type_name: &str) -> Option<&Node<'t>> {
        self.0.get(type_name)
    }

    /// The schema of the property at a place.
    pub(super) fn property(&self, place: Place<'_>) -> Option<&Node<'t>> {
        let schema = self.schema(place.type_name)?;
        let record = match place.record {
            None => schema,
            Some(record) => schema.get("definitions")?.get(record)?,
        };
        record.get("properties")?.get(place.property)
    }

    /// What a change of the property at a place, or of what is at these paths below it, does to the
    /// resource it belongs to.
    pub(super) fn replaces(&self, place: Place<'_>) -> Vec<(String, Replaces)> {
        let Some(schema) = self
            .schema(place.type_name)
            .filter(|_| place.record.is_none())
        else {
            return Vec::new();
        };
        let lists = [
            ("createOnlyProperties", Replaces::Always),
            ("conditionalCreateOnlyProperties", Replaces::Maybe),
        ];
        let mut found = Vec::new();
        for (list, replaces) in lists {
            let paths = schema
                .get(list)
                .and_then(Node::elements)
                .unwrap_or_default();
            for path in paths.iter().filter_map(Node::text) {
                let mut segments = path
                    .strip_prefix("/properties/")
                    .unwrap_or(path)
                    .splitn(2, '/');
                let is_here = segments
                    .next()
                    .is_some_and(|name| unescape(name) == place.property);
                if is_here {
                    let below = segments
                        .next()
                        .map_or_else(String::new, |below| format!("/{below}"));
                    found.push((below, replaces));
                }
            }
        }
        found
    }
}
