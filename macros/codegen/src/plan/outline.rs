//! What a resource type is called in Rust, for tools that write code against it.

use formwork_specs::model::ResourceType;
use proc_macro2::Span;
use syn::Visibility;

use super::layout::{Layout, RecordLayout};
use super::shapes::Model;
use super::{RecordPlan, Request, build};
use crate::choose::struct_name;
use crate::names;

/// The names that `resource!` gives to a resource type and to what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The module beside the struct.
    pub module: String,
    /// The struct of the resource, and then those of its property types.
    pub records: Vec<RecordOutline>,
}

/// The names of one struct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordOutline {
    /// The definition that it stands for; empty for the resource itself.
    pub definition: String,
    /// The struct.
    pub ident: String,
    /// The wire name of each property, and its setter in the builder.
    pub setters: Vec<(String, String)>,
}

impl Outline {
    /// The names of a type that is named as it is without `as`.
    #[must_use]
    pub fn of(resource: &ResourceType) -> Self {
        let request = plain_request(resource);
        let module = request.module.to_string();
        let plan = build(resource, request);
        let model = Model::of(resource);
        let layout = Layout::of(&model);
        let plans = std::iter::once(&plan.root).chain(&plan.records);
        Self {
            module,
            records: plans.zip(&layout.records).map(record).collect(),
        }
    }
}

/// The request of a user who names a type and decides nothing else.
pub(crate) fn plain_request(resource: &ResourceType) -> Request {
    let name = struct_name(resource.name.as_str());
    let module = names::snake(&name);
    Request {
        place: Span::call_site(),
        visibility: Visibility::Inherited,
        ident: names::ident(&name, Span::call_site()),
        module: names::ident(&module, Span::call_site()),
        derives: Vec::new(),
    }
}

fn record((plan, layout): (&RecordPlan, &RecordLayout<'_>)) -> RecordOutline {
    let fields = plan.fields.iter().zip(&layout.fields);
    let setters = fields.map(|(plan, layout)| (layout.property.name.clone(), plan.setter.clone()));
    RecordOutline {
        definition: layout.name.to_owned(),
        ident: plan.ident.clone(),
        setters: setters.collect(),
    }
}
