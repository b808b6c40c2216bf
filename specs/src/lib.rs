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
//! # The bundle and the command
//!
//! [`bundled`] holds a specification of every published type: facts without prose, from the folder
//! `catalog`, and what is written here, from the folder `schemas`. With the feature `cli` comes the
//! command `formwork-spec`, which lists and shows types and writes the catalog:
//!
//! ```sh
//! formwork-spec list 'AWS::ApiGatewayV2::*'
//! formwork-spec show AWS::SQS::Queue
//! formwork-spec import --registry CloudformationSchema.zip \
//!     --resource-specification CloudFormationResourceSpecification.json
//! ```

pub mod bundled;
#[cfg(feature = "cli")]
mod catalog;
mod check;
#[cfg(feature = "cli")]
pub mod cli;
mod cure;
mod error;
mod graph;
pub mod model;
mod patch;
mod place;
mod read;
mod records;
mod registry;
mod report;
mod resource_spec;
pub mod shape;
pub mod suggest;
mod tree;
mod type_name;
mod unions;
mod user_guide;

pub use error::{Location, Problem, Problems, Severity};
pub use model::{Format, ResourceType, Spec};
pub use patch::PatchedError;
pub use read::{locate, read, read_patched, read_types, type_names};
pub use type_name::TypeName;
