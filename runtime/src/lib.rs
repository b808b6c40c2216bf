//! Typed CloudFormation resources, generated at build time from the resource's own specification.
//!
//! [`resource!`] reads the JSON specification of a resource type while compiling and puts a struct in its
//! place: its fields are the properties, its documentation is composed from the facts, and it implements
//! [`Resource`]. [`apigatewayv2::IntegrationResponse`] is one, generated into this crate, to look at.
//!
//! ```
//! # #[cfg(feature = "macros")] {
//! use formwork::{Resource, Value};
//!
//! formwork::resource!("AWS::ApiGatewayV2::IntegrationResponse");
//!
//! let response = IntegrationResponse::builder()
//!     .api_id(Value::reference("MyApi"))
//!     .integration_id("i-1")
//!     .integration_response_key("/400/")
//!     .content_handling_strategy(integration_response::ContentHandlingStrategy::ConvertToText)
//!     .build();
//!
//! response.validate()?;
//! assert_eq!(response.to_value()["ContentHandlingStrategy"], "CONVERT_TO_TEXT");
//! # }
//! # Ok::<(), formwork::Violations>(())
//! ```
//!
//! | to | use |
//! |---|---|
//! | read a property object and see everything wrong with it | [`Resource::from_json`], [`Violations`] |
//! | put a function where a value goes | [`Value`] and its constructors |
//! | write | [`Resource::to_json`], [`Resource::to_value`], `serde` |
//! | validate a value made in memory | [`Resource::validate`] |
//! | know what an update does before it is done | [`Resource::plan_update`], [`UpdatePlan`] |
//! | read the facts of the specification | [`Resource::spec`], [`ResourceSpec`] |
//!
//! # Features
//!
//! * `macros` (default): the macros, and the resources that this crate itself generates with them.
//! * `yaml`: reading and writing YAML, short forms such as `!Ref` included.

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod attribute;
mod builder;
mod coerce;
mod debug;
mod describe;
mod digits;
mod document;
mod equal;
mod fill;
mod format;
mod functions;
mod help;
mod holds;
mod into_value;
mod intrinsic;
mod json;
mod judge;
mod listing;
mod location;
mod macros;
mod map;
mod mismatch;
mod pointer;
mod read;
mod record;
mod report;
mod resource;
mod rule;
mod scan;
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

#[cfg(feature = "macros")]
pub use formwork_macros::{PropertyType, Resource, resource};

pub use self::attribute::Attribute;
#[doc(hidden)]
pub use self::holds::PropertyType;
pub use self::into_value::IntoValue;
pub use self::intrinsic::Intrinsic;
pub use self::json::{Json, JsonError, Number};
pub use self::location::Location;
pub use self::map::Map;
pub use self::resource::Resource;
pub use self::rule::{Rule, Severity};
pub use self::spec::{
    AttributeSpec, Constraints, Pattern, PropertySpec, RecordSpec, ResourceSpec, TypeSpec,
    UpdateBehavior,
};
pub use self::update::{Change, UpdatePlan};
pub use self::value::Value;
pub use self::violation::{Violation, Violations};

/// Resources of Amazon API Gateway for WebSocket and HTTP APIs.
#[cfg(feature = "macros")]
pub mod apigatewayv2 {
    crate::resource!(crate = crate, "AWS::ApiGatewayV2::IntegrationResponse");
}
