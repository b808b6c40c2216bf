//! What the types that `formwork` generates stand on: values, reading, judging, updates and templates.
//!
//! A program depends on `formwork` alone, which shows all of this beside the macros. The two are apart so that this
//! crate and the macros are compiled beside each other.
//!
//! # Features
//!
//! * `yaml`: reading and writing YAML, short forms such as `!Ref` included.
//! * `templates`: whole templates, and resource types that are known at run time alone.
//! * `catalog`: every published type at run time.

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod document;
mod facts;
mod format;
mod json;
mod judge;
mod macros;
#[cfg(any(
    not(feature = "yaml"),
    all(feature = "templates", not(feature = "catalog"))
))]
#[doc(hidden)]
pub mod off;
mod report;
mod resource;
#[cfg(feature = "templates")]
pub mod template;
mod text;
mod typed;
#[cfg(feature = "templates")]
pub mod types;
mod update;
#[cfg(feature = "yaml")]
mod yaml;

pub use self::facts::{
    AttributeSpec, Constraints, Interruption, Outcome, PropertySpec, Reason, RecordSpec,
    RelationshipSpec, ResourceSpec, ScopedRoles, TaggingSpec, TypeSpec, UpdateBehavior, UpdateRule,
};
pub use self::format::pattern::Pattern;
pub use self::json::intrinsic::Intrinsic;
pub use self::json::map::Map;
pub use self::json::{Json, JsonError, Number};
pub use self::report::rule::{Rule, Severity};
pub use self::report::violation::{Violation, Violations};
pub use self::resource::Resource;
#[cfg(feature = "templates")]
#[doc(inline)]
pub use self::template::{
    Condition, DeletionPolicy, Handle, Output, Parameter, Template, TemplatePlan,
    UpdateReplacePolicy,
};
pub use self::text::location::Location;
pub use self::typed::attribute::{Attribute, AttributeOf};
pub use self::typed::builder::{Given, Missing};
pub use self::typed::functions::IntoTexts;
#[doc(hidden)]
pub use self::typed::holds::PropertyType;
pub use self::typed::into_value::{IntoValue, Optional, Required, Setter, Takes};
pub use self::typed::placeholder::Placeholder;
pub use self::typed::value::Value;
#[cfg(feature = "templates")]
#[doc(inline)]
pub use self::types::Types;
pub use self::update::{Change, UpdatePlan};
