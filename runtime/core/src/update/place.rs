//! What a specification says of a place.

use crate::facts::{Additional, PropertySpec, RecordSpec, ResourceSpec, Schema, TypeSpec};

/// References are followed so far; a longer chain would be a circle.
const LONGEST_CHAIN: usize = 16;

/// What a specification says of a place.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) ty: TypeSpec,
    schema: Option<&'static Schema>,
}

/// How the elements of two lists find each other.
#[derive(Clone, Copy)]
pub(super) enum Pairing {
    /// By their order.
    Ordered,
    /// By what they are: their order means nothing.
    Unordered,
    /// By the value of one member, `Key` of a tag.
    ByMember(&'static str),
}

impl Place {
    /// A place of which nothing is said.
    pub(super) const FREE: Self = Self {
        ty: TypeSpec::Json,
        schema: None,
    };

    pub(super) fn resource(spec: &ResourceSpec) -> Self {
        Self {
            ty: TypeSpec::Record(spec.root),
            schema: None,
        }
    }

    pub(super) fn property(property: &PropertySpec) -> Self {
        Self {
            ty: property.ty,
            schema: Some(property.schema),
        }
    }

    /// The place of a member beside the properties of an object.
    pub(super) fn beside(self, name: &str) -> Self {
        let TypeSpec::Record(record) = self.ty else {
            return Self::FREE;
        };
        let (Some(ty), Some(schema)) = (record.additional_properties(), record.schema()) else {
            return Self::FREE;
        };
        let mut patterns = schema.pattern_properties.iter();
        let schema = match patterns.find(|(pattern, _)| pattern.admits(name)) {
            Some((_, schema)) => Some(schema),
            None => additional(schema),
        };
        Self { ty, schema }
    }

    /// The place of each element of a list, or of each member of a map.
    pub(super) fn part(self) -> Self {
        let schemas = || chain(self.schema);
        match self.ty {
            TypeSpec::List(ty) => Self {
                ty: *ty,
                schema: schemas().find_map(|schema| schema.items.as_deref()),
            },
            TypeSpec::Map(ty) => Self {
                ty: *ty,
                schema: schemas().find_map(member),
            },
            _ => Self::FREE,
        }
    }

    /// The property of that name.
    pub(super) fn named(self, name: &str) -> Option<&'static PropertySpec> {
        let TypeSpec::Record(record) = self.ty else {
            return None;
        };
        record.properties().get(record.position(name)?)
    }

    /// How the elements of two lists find each other here.
    pub(super) fn pairing(self) -> Pairing {
        let TypeSpec::List(element) = self.ty else {
            return Pairing::Ordered;
        };
        if let TypeSpec::Record(record) = element
            && let Some(key) = tag_key(record)
        {
            return Pairing::ByMember(key);
        }
        let is_set = |schema: &Schema| {
            let constraints = &schema.constraints;
            constraints.unordered || (constraints.unique_items && !constraints.ordered)
        };
        if !chain(self.schema).any(is_set) {
            return Pairing::Ordered;
        }
        let mut keys = chain(self.schema).map(|schema| schema.constraints.unique_keys.as_slice());
        let key = keys.find_map(|keys| keys.first());
        key.map_or(Pairing::Unordered, |key| Pairing::ByMember(key))
    }
}

/// A schema and those that it refers to.
fn chain(schema: Option<&'static Schema>) -> impl Iterator<Item = &'static Schema> {
    let target = |schema: &&'static Schema| schema.reference.and_then(RecordSpec::schema);
    core::iter::successors(schema, target).take(LONGEST_CHAIN)
}

/// What is said of the members of a map.
fn member(schema: &'static Schema) -> Option<&'static Schema> {
    if let Some((_, schema)) = schema.pattern_properties.first() {
        return Some(schema);
    }
    additional(schema)
}

fn additional(schema: &'static Schema) -> Option<&'static Schema> {
    match &schema.additional {
        Additional::Schema(schema) => Some(schema),
        Additional::Allowed | Additional::Denied => None,
    }
}

/// The name under which a tag has its key; none of what is no tag.
fn tag_key(record: &RecordSpec) -> Option<&'static str> {
    let [one, other] = record.properties() else {
        return None;
    };
    let names = [one.name, other.name];
    ["Key", "TagKey"].into_iter().find(|key| {
        let value = if *key == "Key" { "Value" } else { "TagValue" };
        names.contains(key) && names.contains(&value)
    })
}
