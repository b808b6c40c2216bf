//! The decisions: what one resource type looks like in Rust.
//!
//! [`build`] makes all of them from the model; expansion only prints what stands here.

mod boxes;
mod build;
mod derive;
mod docs;
mod example;
mod handling;
mod inline;
mod layout;
mod markdown;
mod names;
mod outline;
mod places;
mod roles;
mod shapes;
mod updates;
mod wording;

use proc_macro2::Ident;
use proc_macro2::Span;
use syn::{Path, Visibility};

use build::attributes;
pub(crate) use build::build;
pub(crate) use derive::{
    DerivePlan, FieldPlan as DerivedField, Kind, RecordCheck, Returned, ReturnedAttribute, derive,
};
#[cfg(feature = "semver")]
pub(crate) use outline::plain_request;
pub use outline::{Outline, RecordOutline};
pub(crate) use shapes::Model;

/// What the user decides about one resource: everything that the specification does not say.
#[derive(Clone)]
pub(crate) struct Request {
    /// Where the user asks for the resource.
    pub(crate) place: Span,
    /// The visibility of the struct and its module.
    pub(crate) visibility: Visibility,
    /// The name of the struct.
    pub(crate) ident: Ident,
    /// The name of the module.
    pub(crate) module: Ident,
    /// Derives for each struct.
    pub(crate) derives: Vec<Path>,
}

/// One resource type in Rust.
///
/// Names are text that is an identifier; only those that the user can change carry a place, in
/// [`Request`].
pub(crate) struct ResourcePlan<'s> {
    /// What the user decided.
    pub(crate) request: Request,
    /// The model, whose facts become the facts text.
    pub(crate) model: Model<'s>,
    /// The definitions that the facts text holds, by their place in the model. The first entry of the
    /// table is the resource itself, so the definition at `n` here has number `n + 1` there.
    pub(crate) definitions: Vec<usize>,
    /// The resource's own struct.
    pub(crate) root: RecordPlan,
    /// The structs of the module.
    pub(crate) records: Vec<RecordPlan>,
    /// The value sets of the module.
    pub(crate) value_sets: Vec<ValueSetPlan>,
    /// The names of what the resource returns.
    pub(crate) attributes: Vec<AttributePlan>,
    /// The type that ties the attributes to the resource.
    pub(crate) attributes_marker: String,
    /// Its documentation.
    pub(crate) attributes_doc: String,
    /// The builder of all structs.
    pub(crate) builder: String,
    /// Its documentation.
    pub(crate) builder_doc: String,
    /// The marker types of required properties, one for each name.
    pub(crate) markers: Vec<MarkerPlan>,
    /// Documentation of the module.
    pub(crate) module_doc: String,
}

/// A struct whose fields are properties.
#[derive(Debug)]
pub(crate) struct RecordPlan {
    /// Its name.
    pub(crate) ident: String,
    /// Its number in the facts text.
    pub(crate) number: usize,
    /// Its documentation.
    pub(crate) doc: String,
    /// Its fields, in the order of the properties in the table.
    pub(crate) fields: Vec<FieldPlan>,
    /// The field for members beside the properties, if there can be any.
    pub(crate) beside: Option<BesidePlan>,
    /// Whether a field begins with `_`, which says of other code that nobody uses it.
    pub(crate) has_underscores: bool,
    /// Its builder.
    pub(crate) builder: BuilderPlan,
}

/// A field for a property.
#[derive(Debug)]
pub(crate) struct FieldPlan {
    /// Its name.
    pub(crate) ident: String,
    /// The name of its setter in the builder.
    pub(crate) setter: String,
    /// The wire name, where searching for it would not find the field.
    pub(crate) alias: Option<String>,
    /// What stands inside `Value<…>`.
    pub(crate) ty: RustType,
    /// The place of its state in the builder, if it is required.
    pub(crate) state: Option<usize>,
    /// Its documentation, also that of its setter.
    pub(crate) doc: String,
}

/// A field for members beside the properties.
#[derive(Debug)]
pub(crate) struct BesidePlan {
    /// Its name.
    pub(crate) ident: String,
    /// The name of its setter in the builder.
    pub(crate) setter: String,
    /// What stands inside `Map<Value<…>>`.
    pub(crate) ty: RustType,
    /// Its documentation, also that of its setter.
    pub(crate) doc: String,
}

/// A builder: its state holds whether each required property was given.
#[derive(Debug)]
pub(crate) struct BuilderPlan {
    /// Its name.
    pub(crate) ident: String,
    /// The parameter that stands for what is built, where the builder cannot name it.
    pub(crate) target: String,
    /// One for each required property.
    pub(crate) states: Vec<StatePlan>,
    /// Its documentation.
    pub(crate) doc: String,
}

/// The state of one required property.
#[derive(Debug)]
pub(crate) struct StatePlan {
    /// The parameter of the builder.
    pub(crate) parameter: String,
    /// The marker that the parameter names while the property is missing.
    pub(crate) marker: String,
}

/// The marker of a required property.
#[derive(Debug)]
pub(crate) struct MarkerPlan {
    /// Its name.
    pub(crate) ident: String,
    /// Its documentation.
    pub(crate) doc: String,
}

/// An open set of strings.
#[derive(Debug)]
pub(crate) struct ValueSetPlan {
    /// Its name.
    pub(crate) ident: String,
    /// Its documentation.
    pub(crate) doc: String,
    /// The known values, in file order.
    pub(crate) variants: Vec<VariantPlan>,
}

/// One known value.
#[derive(Debug)]
pub(crate) struct VariantPlan {
    /// Its name.
    pub(crate) ident: String,
    /// The value as it is written.
    pub(crate) value: String,
    /// Its documentation.
    pub(crate) doc: String,
}

/// The name of something that the resource returns.
#[derive(Debug)]
pub(crate) struct AttributePlan {
    /// The constant.
    pub(crate) ident: String,
    /// The name as `Fn::GetAtt` takes it.
    pub(crate) name: String,
    /// The type of what is returned.
    pub(crate) ty: RustType,
    /// Its documentation.
    pub(crate) doc: String,
}

/// The Rust type of a value, without the `Value<…>` around it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum RustType {
    Text,
    Integer,
    Float,
    Bool,
    Json,
    List(Box<RustType>),
    Map(Box<RustType>),
    /// A struct of the module.
    Record(String),
    /// A struct that would otherwise contain itself.
    BoxedRecord(String),
    /// A value set of the module.
    ValueSet(String),
}
