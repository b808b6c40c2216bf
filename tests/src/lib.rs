//! Everything that uses formwork's crates from outside. This library holds what several of its programs share, and
//! what is compiled as documentation: the snippets of the README.

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

pub mod compare;
pub mod dice;
pub mod expanded;
pub mod published;
pub mod sweep;
pub mod updates;
pub mod witness;

/// Documents on whose verdict formwork and another validator agreed: type, document, broken rules. Written by
/// the differential test with `--record tests/corpus/verdicts.jsonl`.
pub const VERDICTS: &str = include_str!("../corpus/verdicts.jsonl");
