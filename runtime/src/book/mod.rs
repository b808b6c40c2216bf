//! The book: how to work with formwork, from the first resource to following a specification.
//!
//! | chapter | about |
//! |---|---|
//! | [`first_steps`] | one resource: generate, build, validate, write and read it |
//! | [`files`] | types from specifications of your own, several at once, structs of your own |
//! | [`functions`] | values that are only known at deployment |
//! | [`validation`] | what is reported, how, and what is not judged |
//! | [`updates`] | what a change does before it is deployed |
#![cfg_attr(
    all(feature = "catalog", feature = "yaml"),
    doc = "| [`templates`] | whole templates: build, read, edit, check, plan |"
)]
//! | [`specifications`] | when CloudFormation changes: vendor, update, compare, patch |
#![cfg_attr(
    all(feature = "catalog", feature = "yaml"),
    doc = "| [`cookbook`] | twelve recipes for the first week |"
)]
//! | [`comparison`] | what CDK, `stratosphere`, `typify` and `cfn-lint` do better, and what this does better |
//! | [`scale`] | building much, in CI, without a network |
//! | [`limits`] | what this does not do |
//!
//! The chapters are compiled into the documentation alone; programs do not pay for them.

#[doc = include_str!("first_steps.md")]
pub mod first_steps {}

#[doc = include_str!("files.md")]
pub mod files {}

#[doc = include_str!("functions.md")]
pub mod functions {}

#[doc = include_str!("validation.md")]
pub mod validation {}

#[doc = include_str!("updates.md")]
pub mod updates {}

#[cfg(all(feature = "catalog", feature = "yaml"))]
#[doc = include_str!("templates.md")]
pub mod templates {}

#[doc = include_str!("specifications.md")]
pub mod specifications {}

#[cfg(all(feature = "catalog", feature = "yaml"))]
#[doc = include_str!("cookbook.md")]
pub mod cookbook {}

#[doc = include_str!("comparison.md")]
pub mod comparison {}

#[doc = include_str!("scale.md")]
pub mod scale {}

#[doc = include_str!("limits.md")]
pub mod limits {}
