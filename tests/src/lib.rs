//! Everything that uses formwork's crates from outside. This library only holds what is compiled as
//! documentation: the snippets of the README.

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

pub mod sweep;
