//! Registry resource provider schemas: one type per file, in a dialect of JSON Schema.

mod conflicts;
mod contradictions;
mod extension;
mod keywords;
mod module;
mod pointers;
mod quirks;
mod references;
mod removal;
mod resolve;
mod root;
mod secrets;
mod updates;
pub(crate) mod values;

pub(crate) use keywords::{Reader as SchemaReader, Role, literal};
pub(crate) use module::lower as lower_module;
pub(crate) use references::References;
pub(crate) use removal::schema_mut;
pub(crate) use root::lower;
