//! What kind of value a property holds, resolved through references.

use formwork_specs::facts;
use formwork_specs::model::{Literal, ResourceType, Schema};
use formwork_specs::shape::{DEEPEST, Shape, Shapes};

use super::roles::Roles;
use super::updates::Updates;

/// Aliases of aliases end here at the latest.
const LONGEST_CHAIN: usize = 64;

/// A value, with records and value sets still unnamed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Resolved<'s> {
    Text,
    Integer,
    Float,
    Bool,
    Json,
    List(Box<Resolved<'s>>),
    Map(Box<Resolved<'s>>),
    /// The definition of that name.
    Record(&'s str),
    ValueSet(SetOrigin<'s>),
}

/// Where allowed strings are stated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum SetOrigin<'s> {
    /// In the definition of that name.
    Definition(&'s str, &'s Schema),
    /// At the property itself, or at its elements or members.
    Property(&'s Schema),
}

impl SetOrigin<'_> {
    /// The address of the schema, which is what tells two sets apart.
    pub(crate) fn identity(&self) -> *const Schema {
        match self {
            Self::Definition(_, schema) | Self::Property(schema) => std::ptr::from_ref(*schema),
        }
    }
}

impl<'s> Resolved<'s> {
    /// What stands inside lists and maps.
    pub(crate) fn innermost(&self) -> &Self {
        let mut inner = self;
        while let Self::List(next) | Self::Map(next) = inner {
            inner = next;
        }
        inner
    }

    /// The record that a field of this type holds without a list or map between.
    pub(crate) fn direct_record(&self) -> Option<&'s str> {
        match self {
            Self::Record(name) => Some(name),
            _ => None,
        }
    }
}

/// A resource type with an index of its definitions.
#[derive(Debug)]
pub(crate) struct Model<'s> {
    /// The facts.
    pub(crate) resource: &'s ResourceType,
    pub(super) shapes: Shapes<'s>,
    /// What is known of updates beyond the word of each property.
    pub(super) updates: Updates<'s>,
    /// What holds of properties at single paths.
    pub(super) roles: Roles<'s>,
}

impl<'s> Model<'s> {
    /// Indexes a resource type.
    pub(crate) fn of(resource: &'s ResourceType) -> Self {
        Self {
            resource,
            shapes: Shapes::of(&resource.definitions),
            updates: Updates::of(resource),
            roles: Roles::of(resource),
        }
    }

    /// The schema of a definition.
    pub(crate) fn definition(&self, name: &str) -> Option<&'s Schema> {
        self.shapes.definition(name)
    }

    /// The facts text, with some of the definitions, given by their places in the model.
    pub(crate) fn facts_text(&self, definitions: &[usize]) -> String {
        facts::text_of(self.resource, &self.shapes, definitions)
    }

    /// The kind of value that a schema describes.
    pub(crate) fn resolve(&self, schema: &'s Schema) -> Resolved<'s> {
        self.resolve_within(schema, DEEPEST)
            .unwrap_or(Resolved::Json)
    }

    /// The same, or nothing if it is nested too deeply.
    fn resolve_within(&self, schema: &'s Schema, left: usize) -> Option<Resolved<'s>> {
        let left = left.checked_sub(1)?;
        Some(match self.shapes.shape(schema) {
            Shape::Text => match self.allowed(schema) {
                Some(origin) => Resolved::ValueSet(origin),
                None => Resolved::Text,
            },
            Shape::Timestamp => Resolved::Text,
            Shape::Integer => Resolved::Integer,
            Shape::Number => Resolved::Float,
            Shape::Boolean => Resolved::Bool,
            Shape::Any => Resolved::Json,
            Shape::List(element) => Resolved::List(Box::new(self.resolve_within(element, left)?)),
            Shape::Map(member) => Resolved::Map(Box::new(self.resolve_within(member, left)?)),
            Shape::Record(name) => Resolved::Record(name),
        })
    }

    /// The schema that states the allowed strings, if all of them are strings.
    fn allowed(&self, schema: &'s Schema) -> Option<SetOrigin<'s>> {
        if states_strings(schema) {
            return Some(SetOrigin::Property(schema));
        }
        let mut schema = schema;
        for _ in 0..LONGEST_CHAIN {
            let name = schema.reference.as_deref()?;
            schema = self.definition(name)?;
            if states_strings(schema) {
                return Some(SetOrigin::Definition(name, schema));
            }
        }
        None
    }
}

fn states_strings(schema: &Schema) -> bool {
    let values = allowed_values(schema);
    !values.is_empty()
        && values
            .iter()
            .all(|value| matches!(value, Literal::String(_)))
}

/// The allowed values, compared with or without case.
pub(crate) fn allowed_values(schema: &Schema) -> &[Literal] {
    let limits = &schema.limits;
    if limits.allowed.is_empty() {
        &limits.allowed_ignoring_case
    } else {
        &limits.allowed
    }
}
