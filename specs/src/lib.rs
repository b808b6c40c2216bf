//! Reads specifications of CloudFormation resources, in every published format, into one model.
//!
//! ```
//! let schema = br#"{
//!     "typeName": "Acme::Garden::Gnome",
//!     "description": "A gnome.",
//!     "properties": { "Name": { "type": "string" }, "Id": { "type": "string" } },
//!     "required": ["Name"],
//!     "readOnlyProperties": ["/properties/Id"],
//!     "primaryIdentifier": ["/properties/Id"],
//!     "additionalProperties": false
//! }"#;
//! let spec = formwork_specs::read(schema)?;
//! let gnome = &spec.resources[0];
//! assert_eq!(gnome.body.properties[0].name, "Name");
//! assert!(gnome.body.properties[0].required);
//! assert_eq!(gnome.attributes[0].name, "Id");
//! # Ok::<(), formwork_specs::Problems>(())
//! ```
//!
//! The way of a file: [`read`](read()) recognises the format by content, one of two readers turns
//! the JSON tree into the [`model`], rules over the model are checked, and either a [`Spec`] or all
//! [`Problems`] come out, each with its line and column.
//!
//! [`bundled`] holds a specification of every published type: facts without prose, from the folder
//! `catalog`, and what is written here, from the folder `schemas`. The command `formwork` lists and
//! shows them and writes the catalog.

pub mod bundled;
mod consistency;
pub mod curated;
mod decimal;
#[cfg(feature = "diff")]
pub mod diff;
mod error;
pub mod facts;
mod graph;
pub mod model;
mod patch;
mod pattern;
mod place;
mod read;
mod recognise;
mod records;
mod registry;
mod report;
mod resource_spec;
mod satisfiable;
pub mod shape;
pub mod suggest;
mod syntax_help;
pub mod tree;
mod type_name;
mod unions;
mod unknown;
mod user_guide;
pub mod visible;
pub mod words;

pub use error::{Location, Problem, Problems, Severity};
pub use model::{Format, ResourceType, Spec};
pub use patch::{PatchedError, PatchedFact};
pub use read::{locate, read, read_patched, read_types, type_names};
pub use type_name::TypeName;
