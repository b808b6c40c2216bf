//! Typed CloudFormation resources, generated at build time from the resource's own specification.

mod attribute;
mod builder;
mod coerce;
mod debug;
mod describe;
mod document;
mod fill;
mod format;
mod functions;
mod intrinsic;
mod json;
mod judge;
mod location;
mod map;
mod mismatch;
mod pointer;
#[path = "private.rs"]
#[doc(hidden)]
pub mod __private;
mod read;
mod record;
mod report;
mod resource;
mod rule;
mod slot;
mod spec;
mod suggest;
mod update;
mod value;
mod value_set;
mod view;
mod violation;
#[cfg(feature = "yaml")]
mod yaml;

pub use self::attribute::Attribute;
pub use self::intrinsic::Intrinsic;
pub use self::json::{Json, JsonError, Number};
pub use self::location::Location;
pub use self::map::Map;
pub use self::resource::Resource;
pub use self::rule::Rule;
pub use self::spec::{
    AttributeSpec, Constraints, Pattern, PropertySpec, RecordSpec, ResourceSpec, TypeSpec,
    UpdateBehavior,
};
pub use self::update::{Change, UpdatePlan};
pub use self::value::Value;
pub use self::violation::{Violation, Violations};
