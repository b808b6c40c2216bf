//! A struct of the user's own beside the specification.
//!
//! | file | decides |
//! |---|---|
//! | `fields.rs` | which field stands for which property |
//! | `names.rs` | what the properties are called where a field names one, and what is said where it names none |
//! | `facts.rs` | what the struct carries of the specification |
//! | `generics.rs` | which types depend on the parameters of the struct |

mod facts;
mod fields;
mod generics;
mod names;

use std::borrow::Cow;

use formwork_specs::curated::model::Curated;
use formwork_specs::model::{ResourceType, Schema, ScopedRoles};
use proc_macro2::Ident;
use syn::{Generics, LitStr, Type};

use self::facts::Facts;
use self::fields::Fields;
use self::generics::Parameters;
use self::names::Record;
use super::shapes::{Model, Resolved};
use super::{AttributePlan, RustType};
use crate::input::derive::{Derived, Role};
use crate::problems::Problems;

/// What a derive becomes.
pub(crate) struct DerivePlan<'d> {
    /// The name of the struct.
    pub(crate) ident: &'d Ident,
    /// Its generics, as an impl takes them: without defaults.
    pub(crate) generics: Generics,
    /// Whether what is derived for the struct may hold only for some of its types.
    pub(crate) is_generic: bool,
    /// Whether the struct stands for the resource itself.
    pub(crate) is_resource: bool,
    /// The resource type, as written if it is not known.
    pub(crate) type_name: String,
    /// The property type, unless the struct stands for the resource itself.
    pub(crate) property_type: Option<String>,
    /// The facts text; one without facts after an error that leaves nothing to know.
    pub(crate) table: String,
    /// The number of the struct in the facts text.
    pub(crate) number: usize,
    /// The fields that hold properties.
    pub(crate) fields: Vec<FieldPlan<'d>>,
    /// The field that holds the members beside the properties.
    pub(crate) beside: Option<BesideField<'d>>,
    /// The fields that hold neither.
    pub(crate) skipped: Vec<SkippedField<'d>>,
    /// What the resource returns.
    pub(crate) attributes: Vec<ReturnedAttribute>,
    /// Whether the code only stands in for what could not be derived.
    pub(crate) is_stand_in: bool,
    /// What was reported.
    pub(crate) problems: Problems,
}

/// A field that holds a property.
pub(crate) struct FieldPlan<'d> {
    pub(crate) ident: &'d Ident,
    pub(crate) ty: &'d Type,
    /// The number of the property in the table.
    pub(crate) index: usize,
    /// What the property takes.
    pub(crate) kind: Kind,
    /// Whether only some of the types that stand for a parameter of the struct can hold it.
    pub(crate) is_bound: bool,
    /// What the type has to stand for.
    pub(crate) check: Option<RecordCheck>,
    /// Whether plans refuse a change of it that may replace the resource.
    pub(crate) never_replace: bool,
}

/// A field that holds the members beside the properties.
pub(crate) struct BesideField<'d> {
    pub(crate) ident: &'d Ident,
    pub(crate) ty: &'d Type,
    /// What each member is.
    pub(crate) kind: Kind,
    /// As of [`FieldPlan`].
    pub(crate) is_bound: bool,
    /// What the type of each member has to stand for.
    pub(crate) check: Option<RecordCheck>,
}

/// A field that is no property.
pub(crate) struct SkippedField<'d> {
    pub(crate) ident: &'d Ident,
    pub(crate) ty: &'d Type,
    /// As of [`FieldPlan`].
    pub(crate) is_bound: bool,
}

/// What is asked of the type of a field that holds a struct.
pub(crate) struct RecordCheck {
    /// The property type that it has to stand for.
    pub(crate) property_type: String,
    /// What `resource!` calls the struct for it.
    pub(crate) generated: String,
    /// What is said if it stands for another.
    pub(crate) message: String,
}

/// What a property takes.
pub(crate) enum Kind {
    Text,
    Integer,
    Number,
    Boolean,
    AnyJson,
    PropertyType,
    List(Box<Kind>),
    MapOf(Box<Kind>),
    Optional(Box<Kind>),
}

impl Kind {
    /// Resolving bounds how deeply lists and maps stand inside each other.
    fn of(resolved: &Resolved<'_>) -> Self {
        match resolved {
            Resolved::Text | Resolved::ValueSet(_) => Self::Text,
            Resolved::Integer => Self::Integer,
            Resolved::Float => Self::Number,
            Resolved::Bool => Self::Boolean,
            Resolved::Json => Self::AnyJson,
            Resolved::Record(_) => Self::PropertyType,
            Resolved::List(inner) => Self::List(Box::new(Self::of(inner))),
            Resolved::Map(inner) => Self::MapOf(Box::new(Self::of(inner))),
        }
    }
}

/// The constant for something that the resource returns.
pub(crate) struct ReturnedAttribute {
    /// Its name.
    pub(crate) ident: String,
    /// The name as `Fn::GetAtt` takes it.
    pub(crate) name: String,
    /// The type of what is returned.
    pub(crate) ty: Returned,
    /// Its documentation.
    pub(crate) doc: String,
}

/// What an attribute returns.
pub(crate) enum Returned {
    Text,
    Integer,
    Number,
    Boolean,
    AnyJson,
    List(Box<Returned>),
}

impl Returned {
    /// None of what no attribute returns.
    fn of(ty: &RustType) -> Option<Self> {
        Some(match ty {
            RustType::Text => Self::Text,
            RustType::Integer => Self::Integer,
            RustType::Float => Self::Number,
            RustType::Bool => Self::Boolean,
            RustType::Json => Self::AnyJson,
            RustType::List(inner) => Self::List(Box::new(Self::of(inner)?)),
            RustType::Map(_)
            | RustType::Record(_)
            | RustType::BoxedRecord(_)
            | RustType::ValueSet(_) => return None,
        })
    }
}

/// Decides what a struct becomes, and reports everything about it that does not fit.
pub(crate) fn derive<'d>(
    derived: &'d Derived,
    resource: Option<&ResourceType>,
    problems: Problems,
) -> DerivePlan<'d> {
    let written = derived.container.type_name.as_ref();
    let parameters = Parameters::of(&derived.generics);
    let skipped = derived.skipped.iter();
    let skipped = skipped.map(|(ident, ty)| SkippedField {
        ident,
        ty,
        is_bound: parameters.are_in(ty),
    });
    let mut plan = DerivePlan {
        ident: &derived.ident,
        generics: generics::without_defaults(&derived.generics),
        is_generic: parameters.are_there(),
        is_resource: derived.role == Role::Resource,
        type_name: written.map(LitStr::value).unwrap_or_default(),
        property_type: derived.container.property.as_ref().map(LitStr::value),
        table: "{}".to_owned(),
        number: 0,
        fields: Vec::new(),
        beside: None,
        skipped: skipped.collect(),
        attributes: Vec::new(),
        is_stand_in: false,
        problems,
    };
    if let Some(resource) = resource {
        plan.specification(derived, resource, &parameters);
    }
    plan.is_stand_in = !plan.problems.is_empty();
    if plan.is_stand_in {
        plan.attributes.clear();
    }
    plan
}

impl<'d> DerivePlan<'d> {
    /// Decides what follows from the specification.
    fn specification(
        &mut self,
        derived: &'d Derived,
        resource: &ResourceType,
        parameters: &Parameters,
    ) {
        resource.name.as_str().clone_into(&mut self.type_name);
        let record = match (derived.role, &derived.container.property) {
            (Role::Resource, _) => Record::resource(resource),
            (Role::PropertyType, None) => return,
            (Role::PropertyType, Some(written)) => match Record::property_type(resource, written) {
                Ok(record) => record,
                Err(error) => return self.problems.push(error),
            },
        };
        let table = match derived.role {
            Role::Resource => Cow::Borrowed(resource),
            Role::PropertyType => Cow::Owned(alone(resource, record.name)),
        };
        let property_type = self.property_type.as_deref();
        let facts = Facts::of(&table, property_type, &derived.ident);
        self.table = facts.text();
        self.number = facts.number;
        if self.is_resource {
            self.attributes = attributes(&facts.model);
        }
        let fields = Fields {
            derived,
            record: &record,
            model: &Model::of(resource),
            facts: &facts,
            parameters,
            type_name: &self.type_name,
        };
        (self.fields, self.beside) = fields.decide(&mut self.problems);
    }
}

/// The constants for what a resource returns.
fn attributes(model: &Model<'_>) -> Vec<ReturnedAttribute> {
    let all = super::attributes(model).into_iter();
    let known = all.filter_map(|attribute| {
        let AttributePlan {
            ident,
            name,
            ty,
            doc,
        } = attribute;
        let ty = Returned::of(&ty)?;
        Some(ReturnedAttribute {
            ident,
            name,
            ty,
            doc,
        })
    });
    known.collect()
}

/// A resource type of which nothing is left but one of its property types.
fn alone(resource: &ResourceType, property_type: &str) -> ResourceType {
    ResourceType {
        body: Schema {
            reference: Some(property_type.to_owned()),
            ..Schema::default()
        },
        attributes: Vec::new(),
        primary_identifier: Vec::new(),
        scoped_updates: Vec::new(),
        scoped_roles: ScopedRoles::default(),
        curated: Curated::default(),
        ..resource.clone()
    }
}
