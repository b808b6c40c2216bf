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
//! | know what an update does before it is done | [`Resource::plan_update`], [`UpdatePlan`], [`Outcome`] |
//! | read the facts of the specification | [`Resource::spec`], [`ResourceSpec`] |
#![cfg_attr(
    feature = "templates",
    doc = "| build, read, edit, check and plan whole templates | [`Template`] |"
)]
#![cfg_attr(
    not(feature = "templates"),
    doc = "| build, read, edit, check and plan whole templates | `Template`, feature `templates` |"
)]
#![cfg_attr(
    feature = "catalog",
    doc = "| know every published type at run time | [`Types::catalog`] |"
)]
#![cfg_attr(
    not(feature = "catalog"),
    doc = "| know every published type at run time | `Types::catalog`, feature `catalog` |"
)]
//!
#![cfg_attr(
    all(any(doc, doctest), feature = "macros"),
    doc = "The [`book`] goes through it step by step, with a cookbook and a comparison with other tools."
)]
#![cfg_attr(
    all(docsrs, feature = "macros"),
    doc = "The [`gallery`] has the pages of twenty generated types, to look at."
)]
//!
//! # Features
//!
//! * `macros` (default): the macros, and the resources that this crate itself generates with them.
//! * `yaml`: reading and writing YAML, short forms such as `!Ref` included.
//! * `templates`: whole templates, and resource types that are known at run time alone.
//! * `catalog`: every published type at run time.

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
// Prose alone, which programs do not pay for.
#[cfg(any(doc, doctest))]
#[cfg(feature = "macros")]
pub mod book;
// Pages of generated types for visitors; docs.rs sets this name.
#[cfg(all(docsrs, feature = "macros"))]
pub mod gallery;

#[doc(inline)]
pub use formwork_core::*;
// By name, so that the compiler names the feature where it is off.
#[cfg(feature = "templates")]
#[doc(inline)]
pub use formwork_core::{
    Condition, DeletionPolicy, Handle, Output, Parameter, Template, TemplatePlan, Types,
    UpdateReplacePolicy, template, types,
};
#[cfg(feature = "macros")]
#[cfg(feature = "templates")]
pub use formwork_macros::sub;
#[cfg(feature = "macros")]
pub use formwork_macros::{PropertyType, Resource, resource};

/// What generated code calls it: by the version, so that code kept from another one fails at this name.
#[doc(hidden)]
pub use self::__private as __private_0_1_0;

/// Resources of Amazon API Gateway for WebSocket and HTTP APIs, as the user guide described them in December 2020.
///
/// They are here to look at; programs generate today's facts with `resource!("AWS::ApiGatewayV2::…")`.
#[cfg(feature = "macros")]
pub mod apigatewayv2 {
    crate::resource!(
        crate = crate,
        spec = "bundled:aws-apigatewayv2-integrationresponse.json"
    );
}
