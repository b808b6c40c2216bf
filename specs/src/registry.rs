//! Registry resource provider schemas: one type per file, in a dialect of JSON Schema.

mod extension;
mod keywords;
mod module;
mod pointers;
mod quirks;
mod references;
mod removal;
mod resolve;
mod root;
mod updates;
pub(crate) mod values;

pub(crate) use module::lower as lower_module;
pub(crate) use root::lower;
