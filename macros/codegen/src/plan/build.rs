//! From the model to the plan.

use formwork_specs::model::{Literal, Property, PropertyPath, ResourceType, Schema};

use super::docs;
use super::example;
use super::inline;
use super::layout::{ADDITIONAL, FieldLayout, Layout, RecordLayout};
use super::names::Names;
use super::places::Places;
use super::shapes::{Model, Resolved, SetOrigin, allowed_values};
use super::{
    AttributePlan, BesidePlan, BuilderPlan, FieldPlan, MarkerPlan, RecordPlan, Request,
    ResourcePlan, RustType, StatePlan, ValueSetPlan, VariantPlan,
};
use crate::names::{self, Taken};

/// Names of the builder's own methods, which no setter can have.
const BUILDER_METHODS: &[&str] = &["build"];

/// Decides what a resource looks like in Rust. A model that was checked can always be generated.
pub(crate) fn build(resource: &ResourceType, request: Request) -> ResourcePlan<'_> {
    let model = Model::of(resource);
    let layout = Layout::of(&model);
    let own = request.ident.to_string();
    let names = Names::of(&layout, &own);
    let module = request.module.to_string();
    let planner = Planner {
        model: &model,
        names: &names,
        places: Places::of(&layout),
        example: example::of(&layout, &own, &module, identifier(resource)),
        module,
    };
    let mut records = layout
        .records
        .iter()
        .map(|record| planner.record(record, &own));
    let root = records.next().unwrap_or_else(|| planner.nothing(&own));
    let records = records.collect();
    let value_sets = planner.value_sets(&layout);
    let attributes = attributes(&model);
    let markers = planner.markers();
    ResourcePlan {
        root,
        records,
        value_sets,
        attributes,
        attributes_marker: names.attributes_marker.clone(),
        attributes_doc: docs::attributes(&own),
        builder: names.builder_core.clone(),
        builder_doc: docs::builder_core(),
        markers,
        module_doc: docs::module(resource, &own),
        definitions: layout.definitions,
        model,
        request,
    }
}

struct Planner<'p, 's> {
    model: &'p Model<'s>,
    names: &'p Names<'s>,
    places: Places<'s>,
    /// The example of the resource.
    example: String,
    /// The name of the module.
    module: String,
}

impl<'s> Planner<'_, 's> {
    fn record(&self, record: &RecordLayout<'s>, resource: &str) -> RecordPlan {
        let own = self
            .names
            .record(record.name)
            .unwrap_or(resource)
            .to_owned();
        let named = |name: &str| self.link(name, record.number == 0);
        let mut fields_taken = Taken::default();
        let mut setters_taken = Taken::with(BUILDER_METHODS);
        // A parameter would hide the struct of the same name where the functions of the builder stand.
        let mut parameters = Taken::with(&[&own]);
        let mut states = Vec::new();
        let mut fields = Vec::with_capacity(record.fields.len());
        for field in &record.fields {
            let state = field.property.required.then_some(states.len());
            if state.is_some() {
                states.push(self.state(field.property, &mut parameters));
            }
            fields.push(self.field(record, field, state, &mut fields_taken, &mut setters_taken));
        }
        // Behind all properties: none of them has to give its name away.
        let beside = record.beside.as_ref().map(|kind| {
            let name = fields_taken.take(names::snake(ADDITIONAL));
            BesidePlan {
                setter: setter(&name, &mut setters_taken),
                ty: self.ty(kind, false),
                doc: docs::beside(self.model, record.schema, kind, &named),
                ident: name,
            }
        });
        let builder = self.names.builder(record.name);
        let builder = BuilderPlan {
            ident: builder.map_or_else(|| format!("{own}Builder"), str::to_owned),
            target: parameters.take_first_of(&["Target".to_owned()]),
            states,
            doc: docs::builder(&own),
        };
        let doc = if record.number == 0 {
            docs::resource(self.model, record, &named, &self.example)
        } else {
            docs::record(self.model, record, &named, self.places.get(record.name))
        };
        RecordPlan {
            ident: own,
            number: record.number,
            doc,
            beside,
            has_underscores: fields.iter().any(|field| field.ident.starts_with('_')),
            fields,
            builder,
        }
    }

    /// A struct without properties; there is always a layout of the resource, so it is never asked for.
    fn nothing(&self, resource: &str) -> RecordPlan {
        let record = RecordLayout {
            name: "",
            number: 0,
            documentation: None,
            schema: &self.model.resource.body,
            fields: Vec::new(),
            beside: None,
        };
        self.record(&record, resource)
    }

    fn field(
        &self,
        record: &RecordLayout<'s>,
        field: &FieldLayout<'s>,
        state: Option<usize>,
        fields: &mut Taken,
        setters: &mut Taken,
    ) -> FieldPlan {
        let wire = &field.property.name;
        let name = fields.take(names::snake(wire));
        let plain = name.strip_prefix("r#").unwrap_or(&name);
        FieldPlan {
            alias: alias(wire, plain),
            setter: setter(&name, setters),
            ty: self.ty(&field.resolved, field.boxed),
            state,
            doc: docs::field(self.model, record.name, field, &|name| {
                self.link(name, record.number == 0)
            }),
            ident: name,
        }
    }

    /// A link to the struct of a property type, from inside of the module or from beside it.
    fn link(&self, name: &str, is_beside: bool) -> String {
        let Some(ident) = self
            .names
            .record(name)
            .filter(|ident| is_of_one_kind(ident))
        else {
            return inline::code(name);
        };
        if !is_beside {
            return format!("[`{ident}`]");
        }
        if self.module.starts_with("r#") {
            return inline::code(name);
        }
        format!("[`{ident}`]({}::{ident})", self.module)
    }

    fn state(&self, property: &Property, parameters: &mut Taken) -> StatePlan {
        let own = names::type_name(&property.name);
        let marker = self.names.marker(&property.name).unwrap_or(&own).to_owned();
        StatePlan {
            marker,
            parameter: parameters.take(own),
        }
    }

    fn ty(&self, resolved: &Resolved<'_>, boxed: bool) -> RustType {
        match resolved {
            Resolved::Text => RustType::Text,
            Resolved::Integer => RustType::Integer,
            Resolved::Float => RustType::Float,
            Resolved::Bool => RustType::Bool,
            Resolved::Json => RustType::Json,
            // Resolving bounds how deeply lists and maps stand inside each other.
            Resolved::List(inner) => RustType::List(Box::new(self.ty(inner, false))),
            Resolved::Map(inner) => RustType::Map(Box::new(self.ty(inner, false))),
            Resolved::Record(name) => match (self.names.record(name), boxed) {
                (Some(record), true) => RustType::BoxedRecord(record.to_owned()),
                (Some(record), false) => RustType::Record(record.to_owned()),
                (None, _) => RustType::Json,
            },
            Resolved::ValueSet(origin) => match self.names.value_set(*origin) {
                Some(set) => RustType::ValueSet(set.to_owned()),
                None => RustType::Text,
            },
        }
    }

    fn value_sets(&self, layout: &Layout<'s>) -> Vec<ValueSetPlan> {
        let sets = layout.value_sets();
        let plans = sets.iter().filter_map(|(origin, record, property)| {
            let ident = self.names.value_set(*origin)?.to_owned();
            let (schema, described): (&Schema, String) = match origin {
                SetOrigin::Definition(name, schema) => (schema, (*name).to_owned()),
                SetOrigin::Property(schema) if record.name.is_empty() => {
                    (schema, (*property).to_owned())
                }
                SetOrigin::Property(schema) => (schema, format!("{}.{property}", record.name)),
            };
            // The prose of a property stands at its field already.
            let prose = match origin {
                SetOrigin::Definition(..) => schema.description.as_deref(),
                SetOrigin::Property(_) => None,
            };
            Some(ValueSetPlan {
                ident,
                doc: docs::value_set(schema, prose, &described),
                variants: variants(schema),
            })
        });
        plans.collect()
    }

    fn markers(&self) -> Vec<MarkerPlan> {
        let required = self.names.required.iter();
        required
            .filter_map(|wire| {
                Some(MarkerPlan {
                    ident: self.names.marker(wire)?.to_owned(),
                    doc: docs::marker(wire),
                })
            })
            .collect()
    }
}

/// The property that identifies a resource, if it is one alone.
fn identifier(resource: &ResourceType) -> Option<&str> {
    match resource.primary_identifier.as_slice() {
        [PropertyPath(steps)] => match steps.as_slice() {
            [name] => Some(name),
            _ => None,
        },
        _ => None,
    }
}

/// The attributes of a resource, each as a constant.
pub(crate) fn attributes(model: &Model<'_>) -> Vec<AttributePlan> {
    let mut taken = Taken::default();
    let attributes = model.resource.attributes.iter();
    attributes
        .map(|attribute| AttributePlan {
            ident: taken.take(names::constant(&attribute.name)),
            name: attribute.name.clone(),
            ty: returned(&model.resolve(&attribute.schema)),
            doc: docs::attribute(model, attribute),
        })
        .collect()
}

/// Whether nothing but a struct can have the name where it is linked to: neither a constant nor a derive.
fn is_of_one_kind(ident: &str) -> bool {
    const DERIVES: &[&str] = &[
        "Clone",
        "Copy",
        "Debug",
        "Default",
        "Eq",
        "Hash",
        "Ord",
        "PartialEq",
        "PartialOrd",
    ];
    let has_lower = ident.chars().any(|c| c.is_ascii_lowercase());
    has_lower && !ident.starts_with("r#") && !DERIVES.contains(&ident)
}

/// The type of what an attribute returns: nobody holds it, so structs and value sets are not needed for it.
fn returned(resolved: &Resolved<'_>) -> RustType {
    match resolved {
        Resolved::Text | Resolved::ValueSet(_) => RustType::Text,
        Resolved::Integer => RustType::Integer,
        Resolved::Float => RustType::Float,
        Resolved::Bool => RustType::Bool,
        Resolved::Json | Resolved::Map(_) | Resolved::Record(_) => RustType::Json,
        Resolved::List(inner) => RustType::List(Box::new(returned(inner))),
    }
}

/// The known values; a value that the specification repeats counts once.
fn variants(schema: &Schema) -> Vec<VariantPlan> {
    let mut values: Vec<String> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for literal in allowed_values(schema) {
        if let Literal::String(value) = literal
            && seen.insert(value)
        {
            values.push(value.clone());
        }
    }
    let idents = names::variants(&values);
    let meaning = |value: &str| {
        let meanings = schema.limits.value_meanings.iter();
        meanings
            .clone()
            .find(|(explained, _)| explained == value)
            .map(|(_, meaning)| meaning.as_str())
    };
    let pairs = idents.into_iter().zip(values);
    pairs
        .map(|(ident, value)| VariantPlan {
            ident,
            doc: docs::variant(&value, meaning(&value)),
            value,
        })
        .collect()
}

/// The name of the setter of a field.
fn setter(field: &str, taken: &mut Taken) -> String {
    let plain = field.strip_prefix("r#").unwrap_or(field);
    taken.take_first_of(&[field.to_owned(), format!("{plain}_")])
}

/// The wire name as an alias for searching, where rustdoc accepts it and it helps.
fn alias(wire: &str, ident: &str) -> Option<String> {
    let accepted = wire
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    (accepted && !wire.is_empty() && wire != ident).then(|| wire.to_owned())
}
