//! The facts of a specification as data: what generated code carries and everything here works with.

mod cell;
mod debug;
mod decode;
mod fast_accept;
pub(crate) mod near;
mod outcome;
pub(crate) mod property_index;
mod reason;
mod rules;
mod schema;

use core::fmt;
use std::sync::OnceLock;

pub use self::cell::SpecCell;
pub(crate) use self::fast_accept::{FastAccept, certain_bytes};
pub use self::outcome::{Interruption, Outcome};
pub use self::reason::Reason;
pub use self::rules::UpdateRule;
pub(crate) use self::rules::{
    ChangeKind, Claim, Condition, Count, CustomName, Elements, Path, Places, PublishedWord, Said,
    Subject, Test, Trend, UpdateTree,
};
pub use self::schema::Constraints;
pub(crate) use self::schema::{Additional, Combined, Dependencies, JsonType, Schema, TypeSet};

/// The facts of one resource type.
///
/// ```
/// use formwork::{Resource, apigatewayv2::IntegrationResponse};
///
/// let spec = IntegrationResponse::spec();
/// assert_eq!(spec.type_name, "AWS::ApiGatewayV2::IntegrationResponse");
/// let required = spec.properties.iter().filter(|property| property.required);
/// let required: Vec<_> = required.map(|property| property.name).collect();
/// assert_eq!(required, ["ApiId", "IntegrationId", "IntegrationResponseKey"]);
/// ```
#[non_exhaustive]
pub struct ResourceSpec {
    /// `AWS::ApiGatewayV2::IntegrationResponse`.
    pub type_name: &'static str,
    /// The page of the user guide; empty if the specification names none.
    pub documentation: &'static str,
    /// The day or month of the specification, `2026-08-31` or `2026-08`; empty if it is not known.
    pub as_of: &'static str,
    /// The properties that a template may set, in the order of the specification.
    pub properties: &'static [PropertySpec],
    /// What `Fn::GetAtt` returns.
    pub attributes: &'static [AttributeSpec],
    /// The properties that together identify a resource; a nested one is written `A/B`, with `~1` for a `/`
    /// and `~0` for a `~` inside of a name, as in a JSON pointer.
    pub primary_identifier: &'static [&'static str],
    /// The properties and attributes whose values `Ref` returns: those of the primary identifier, unless it is
    /// known to return others.
    pub ref_returns: &'static [&'static str],
    /// Other identifiers of the same form, each sufficient alone.
    pub additional_identifiers: &'static [&'static [&'static str]],
    /// What holds of tags; none if the specification does not say.
    pub tagging: Option<TaggingSpec>,
    /// How the service rewrites values: a pointer to the property, and a `JSONata` expression of what is stored.
    /// `CloudFormation` uses it to detect drift alone, so a change is none the less a change.
    pub property_transforms: &'static [(&'static str, &'static str)],
    /// Whether the type can be updated at all; if not, every change replaces the resource. `true` where the
    /// specification says nothing.
    pub updatable: bool,
    /// Whether a replacement deletes the old resource before it creates the new one, which means downtime.
    pub deletes_before_replacing: bool,
    /// What is known of updates beyond the word of each property, in the order in which rules of one path are
    /// tried.
    pub update_rules: &'static [UpdateRule],
    /// Roles that properties have at some of the paths to a shared record, and not at others.
    pub scoped_roles: ScopedRoles,
    pub(crate) updates: &'static UpdateTree,
    pub(crate) custom_names: &'static [CustomName],
    /// Whether any property of it holds what must not be shown.
    pub(crate) has_secrets: bool,
    pub(crate) root: &'static RecordSpec,
}

/// The facts of one property.
#[non_exhaustive]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent facts, each its own in the specification"
)]
pub struct PropertySpec {
    /// The name on the wire.
    pub name: &'static str,
    /// Whether it has to be there.
    pub required: bool,
    /// What changing it does to the resource.
    pub update: UpdateBehavior,
    /// The type of its value.
    pub ty: TypeSpec,
    /// Limits on its value, also those that the specification states once for several properties. Where two such
    /// statements differ, the narrower holds; of two patterns the nearer one stands here, and the judge asks for
    /// both.
    pub constraints: &'static Constraints,
    /// Its place in the user guide; empty if the specification names none.
    pub documentation: &'static str,
    /// Whether a read never returns it, wherever its record is used: secrets and packages. `Debug` shows no value
    /// of it, nor of what is write-only at one use alone ([`ResourceSpec::scoped_roles`]).
    pub write_only: bool,
    /// Whether it is on its way out, wherever its record is used.
    pub deprecated: bool,
    /// Whether its value must not be shown.
    pub(crate) secret: bool,
    pub(crate) schema: &'static Schema,
}

/// Where properties have a role at some of the paths that lead to a shared record alone: JSON pointers, with `*` for
/// every element and member. What holds at every path is said of the property itself.
///
/// ```
/// use formwork::{Resource, apigatewayv2::IntegrationResponse};
///
/// assert!(IntegrationResponse::spec().scoped_roles.write_only.is_empty());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ScopedRoles {
    /// The service alone sets them there (`readOnlyProperties` of the registry).
    pub read_only: &'static [&'static str],
    /// They are not meant for users there (`nonPublicProperties`).
    pub non_public: &'static [&'static str],
    /// No read returns them from there (`writeOnlyProperties`).
    pub write_only: &'static [&'static str],
    /// They are on their way out there (`deprecatedProperties`).
    pub deprecated: &'static [&'static str],
}

/// Whether and how a resource is tagged, in the registry's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent facts, each its own flag in the registry"
)]
pub struct TaggingSpec {
    /// Whether it has tags at all.
    pub taggable: bool,
    /// Whether tags can be given when it is created.
    pub on_create: bool,
    /// Whether tags can change in place.
    pub updatable: bool,
    /// Whether the service adds the tags of the stack.
    pub system_tags: bool,
    /// The property that holds the tags, as a JSON pointer.
    pub property: Option<&'static str>,
}

/// The property of another resource that a value names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RelationshipSpec {
    /// The type of the other resource.
    pub type_name: &'static str,
    /// Its property, as the specification writes it.
    pub property_path: &'static str,
}

/// One thing that `Fn::GetAtt` returns.
#[non_exhaustive]
pub struct AttributeSpec {
    /// The name as `Fn::GetAtt` takes it; may hold dots.
    pub name: &'static str,
    /// The type of what it returns.
    pub ty: TypeSpec,
    #[cfg_attr(
        not(feature = "templates"),
        expect(dead_code, reason = "templates ask what a reference gives")
    )]
    pub(crate) schema: &'static Schema,
}

/// The type of a value.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum TypeSpec {
    /// Text.
    String,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// Text that is a date and time.
    Timestamp,
    /// Any JSON.
    Json,
    /// Elements of one type.
    List(&'static TypeSpec),
    /// Members of one type under names of the user's choice.
    Map(&'static TypeSpec),
    /// A property type with properties of its own.
    Record(&'static RecordSpec),
}

/// A named type of a resource: the resource itself, or one of its property types.
pub struct RecordSpec {
    /// The name in the specification; for the resource itself the last part of its type name.
    pub name: &'static str,
    schema: OnceLock<&'static Schema>,
}

impl RecordSpec {
    /// The properties, in the order of the specification.
    #[must_use]
    pub fn properties(&self) -> &'static [PropertySpec] {
        self.schema().map_or(&[], |schema| schema.properties)
    }

    /// The type of the members that may stand beside the properties, under names of the user's choice; none if
    /// there may be no others. Which names, and what is demanded of the values, is for the judge.
    #[must_use]
    pub fn additional_properties(&self) -> Option<TypeSpec> {
        self.schema()?.beside
    }

    /// What is demanded of its values; none only while the specification is read.
    #[inline]
    pub(crate) fn schema(&self) -> Option<&'static Schema> {
        self.schema.get().copied()
    }

    /// Whether the schema is the one of the record itself.
    #[inline]
    pub(crate) fn has(&self, schema: &'static Schema) -> bool {
        let own = self.schema();
        own.is_some_and(|own| core::ptr::eq(own, schema))
    }

    /// The number of a property.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        self.schema()?.position(name)
    }
}

/// What a specification says of a change of a property, from least to most severe. What a change really does
/// is more than this word: see [`Resource::plan_update`](crate::Resource::plan_update).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UpdateBehavior {
    /// The resource is updated in place.
    Mutable,
    /// It depends on other state whether the resource is replaced.
    Conditional,
    /// The resource is replaced.
    Immutable,
}

/// The words of the user guide's "Update requires", but for [`Conditional`](UpdateBehavior::Conditional): "some
/// interruptions" would hide a replacement.
impl fmt::Display for UpdateBehavior {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Mutable => "no interruption",
            Self::Conditional => "may be replaced",
            Self::Immutable => "replacement",
        })
    }
}
