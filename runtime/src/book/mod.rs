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
    feature = "templates",
    doc = "| [`templates`] | whole templates: build, read, edit, check, plan |"
)]
#![cfg_attr(
    not(feature = "templates"),
    doc = "| `templates` (feature `templates`) | whole templates: build, read, edit, check, plan |"
)]
//! | [`specifications`] | when CloudFormation changes: vendor, update, compare, patch |
//! | [`cookbook`] | twelve recipes for the first week |
//! | [`comparison`] | what CDK, `stratosphere`, `typify` and `cfn-lint` do better, and what this does better |
//! | [`scale`] | building much, in CI, without a network |
//! | [`limits`] | what this does not do |
//! | [`changelog`] | what changed for users, by version |
//!
//! The chapters are part of the documentation; programs do not pay for them.

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

// Examples of these two are compiled only where all that they use is there; they are shown without it.
#[cfg(feature = "templates")]
#[cfg(any(not(doctest), all(feature = "catalog", feature = "yaml")))]
#[doc = include_str!("templates.md")]
pub mod templates {}

#[doc = include_str!("specifications.md")]
pub mod specifications {}

#[cfg(any(not(doctest), all(feature = "catalog", feature = "yaml")))]
#[doc = include_str!("cookbook.md")]
pub mod cookbook {}

#[doc = include_str!("comparison.md")]
pub mod comparison {}

#[doc = include_str!("scale.md")]
pub mod scale {}

#[doc = include_str!("limits.md")]
pub mod limits {}

#[doc = include_str!("../../CHANGELOG.md")]
pub mod changelog {}
