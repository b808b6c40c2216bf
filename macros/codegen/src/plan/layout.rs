//! Which structs and value sets a resource needs, before they have names.

use std::collections::{HashMap, HashSet};

use formwork_specs::model::{Property, Schema};
use formwork_specs::shape;

use super::boxes;
use super::shapes::{Model, Resolved, SetOrigin};

/// The structs of a resource: the resource itself first, then its property types in file order.
pub(crate) struct Layout<'s> {
    /// The structs.
    pub(crate) records: Vec<RecordLayout<'s>>,
    /// The definitions that the facts text needs, by place in the model.
    pub(crate) definitions: Vec<usize>,
}

/// One struct.
pub(crate) struct RecordLayout<'s> {
    /// The name of the definition; empty for the resource itself.
    pub(crate) name: &'s str,
    /// Its number in the facts text.
    pub(crate) number: usize,
    /// Its page in the user guide.
    pub(crate) documentation: Option<&'s str>,
    /// What the struct stands for.
    pub(crate) schema: &'s Schema,
    /// Its fields.
    pub(crate) fields: Vec<FieldLayout<'s>>,
    /// The kind of members beside its properties, if there can be any.
    pub(crate) beside: Option<Resolved<'s>>,
}

/// What takes the place of a property's name where something is named after members beside the properties.
pub(crate) const ADDITIONAL: &str = "AdditionalProperties";

/// One field.
pub(crate) struct FieldLayout<'s> {
    /// The property.
    pub(crate) property: &'s Property,
    /// Its kind of value.
    pub(crate) resolved: Resolved<'s>,
    /// Whether a box has to stand here, or the struct would contain itself.
    pub(crate) boxed: bool,
}

impl<'s> Layout<'s> {
    /// Follows the properties of a resource to every struct that they need.
    pub(crate) fn of(model: &Model<'s>) -> Self {
        let resource = model.resource;
        let places: HashMap<&str, usize> = resource
            .definitions
            .iter()
            .enumerate()
            .map(|(at, one)| (one.name.as_str(), at))
            .collect();
        let definitions = formwork_specs::facts::definitions(resource);
        let numbers: HashMap<usize, usize> = definitions
            .iter()
            .enumerate()
            .map(|(row, &at)| (at, row + 1))
            .collect();
        let root = RecordLayout {
            name: "",
            number: 0,
            documentation: resource.documentation.as_deref(),
            schema: &resource.body,
            fields: fields(model, &resource.body),
            beside: beside(model, &resource.body),
        };
        let mut needed = vec![false; resource.definitions.len()];
        let mut found: Vec<(usize, RecordLayout<'s>)> = Vec::new();
        let mut waiting: Vec<usize> = needs(&root, &places);
        while let Some(at) = waiting.pop() {
            let Some(definition) = resource.definitions.get(at) else {
                continue;
            };
            if needed.get(at).copied().unwrap_or(true) {
                continue;
            }
            if let Some(flag) = needed.get_mut(at) {
                *flag = true;
            }
            let record = RecordLayout {
                name: &definition.name,
                number: numbers.get(&at).copied().unwrap_or_default(),
                documentation: definition.documentation.as_deref(),
                schema: &definition.schema,
                fields: fields(model, &definition.schema),
                beside: beside(model, &definition.schema),
            };
            waiting.extend(needs(&record, &places));
            found.push((at, record));
        }
        found.sort_by_key(|(at, _)| *at);
        let mut records = vec![root];
        records.extend(found.into_iter().map(|(_, record)| record));
        boxes::place(&mut records);
        Self {
            records,
            definitions,
        }
    }

    /// The value sets, each once, in the order in which properties name them, with the name of the first
    /// property.
    pub(crate) fn value_sets(&self) -> Vec<(SetOrigin<'s>, &RecordLayout<'s>, &'s str)> {
        let mut sets = Vec::new();
        let mut seen = HashSet::new();
        for record in &self.records {
            for (name, resolved) in record.kinds() {
                if let Resolved::ValueSet(origin) = resolved.innermost()
                    && seen.insert(origin.identity())
                {
                    sets.push((*origin, record, name));
                }
            }
        }
        sets
    }
}

impl<'s> RecordLayout<'s> {
    /// The kinds of what the struct holds, each with its name.
    fn kinds(&self) -> impl Iterator<Item = (&'s str, &Resolved<'s>)> {
        let fields = self.fields.iter();
        let fields = fields.map(|field| (field.property.name.as_str(), &field.resolved));
        fields.chain(self.beside.iter().map(|kind| (ADDITIONAL, kind)))
    }
}

fn beside<'s>(model: &Model<'s>, schema: &'s Schema) -> Option<Resolved<'s>> {
    shape::beside(schema).map(|members| model.resolve(members))
}

fn fields<'s>(model: &Model<'s>, schema: &'s Schema) -> Vec<FieldLayout<'s>> {
    let properties = schema.properties.iter();
    properties
        .map(|property| FieldLayout {
            property,
            resolved: model.resolve(&property.schema),
            boxed: false,
        })
        .collect()
}

/// The places of the definitions that the fields of a struct name.
fn needs(record: &RecordLayout<'_>, places: &HashMap<&str, usize>) -> Vec<usize> {
    record
        .kinds()
        .filter_map(|(_, kind)| match kind.innermost() {
            Resolved::Record(name) => places.get(name).copied(),
            _ => None,
        })
        .collect()
}
