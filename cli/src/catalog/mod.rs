//! The catalog: one small file of facts per published type, written from published schemas.
//!
//! The way of a file: [`source`] takes it out of a folder or archive, [`supplement`] adds what
//! only the Resource Specification knows, [`facts`] leaves the prose behind, [`print`] writes what
//! remains in the one way that the same facts are always written, [`fidelity`] reads that back and
//! demands the same model, and [`folder`] changes only the files that differ. Types that only a
//! template schema describes are brought into the form of registry schemas by [`template_schema`]. [`vendor`] writes
//! the file of one type for the crate of a user.

mod day;
mod facts;
mod fidelity;
mod fitting;
mod folder;
mod import;
mod node;
mod print;
mod source;
mod supplement;
mod template_schema;
mod vendor;

pub(crate) use day::today;
pub(crate) use import::{Failure, Options, Prepared, Summary, prepare};
pub(crate) use print::{line as print_line, text as print};
pub(crate) use source::published;
pub(crate) use vendor::{Origin, Vendored, Written, file_name, is_same, vendored};
