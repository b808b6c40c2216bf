//! Turns the model of a CloudFormation resource into Rust.
//!
//! This is the library behind the macros of `formwork`: an ordinary crate, so that a build script can
//! call it as well. What the macros accept and generate is documented at the macros. What it generates names
//! private items of the runtime of the same version; so this crate is exempt from semantic versioning: any
//! release may change it.
//!
//! The way of a call or derive, which `run` goes: `input` is what the user wrote, `source` finds and reads the
//! specification, `choose` says which of its types are meant, `plan` decides what they look like in Rust, `expand`
//! prints the decisions.

// The compiler's own reader of tokens, where this runs inside of the compiler.
extern crate proc_macro;

mod choose;
mod expand;
mod guard;
mod input;
mod names;
mod plan;
mod problems;
mod run;
#[cfg(feature = "semver")]
pub mod semver;
mod source;
mod sub;
mod suggest;

pub use plan::{Outline, RecordOutline};
pub use run::{derive_from_file, derive_or_defer, derive_property_type, derive_resource, resource};
pub use sub::sub;
