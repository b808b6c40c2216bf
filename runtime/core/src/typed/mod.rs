//! What can stand in a place: values, the slots of structs, and how they are filled, seen and written.
//!
//! | file | for |
//! |---|---|
//! | `value`, `placeholder`, `functions` | a literal or what stands in its place, and the constructors of calls |
//! | `value_set` | open sets of allowed texts |
//! | `slot`, `record` | one place of a struct; all places of a struct |
//! | `containers`, `generated` | places for lists and maps, and for what generated code defines |
//! | `additional` | members beside the properties of a struct |
//! | `holds`, `into_value`, `builder` | what a place may be given |
//! | `compare` | values beside literals, and through serde |
//! | `view`, `parts` | one look at a struct, free JSON and a part of a document; its elements and members |
//! | `fast_accept` | which views fulfil a schema for sure |
//! | `fill`, `fill_error` | structs from documents, and why one does not fit |
//! | `read` | text to struct, with every problem |
//! | `to_json`, `serialize` | values to JSON text and through serde |
//! | `equal`, `debug`, `describe` | comparing and showing |
//! | `secret` | which values must not be shown |
//! | `attribute` | names that `Fn::GetAtt` takes |

pub(crate) mod additional;
pub(crate) mod attribute;
pub(crate) mod builder;
pub(crate) mod compare;
mod containers;
pub(crate) mod debug;
pub(crate) mod describe;
pub(crate) mod equal;
mod fast_accept;
pub(crate) mod fill;
pub(crate) mod fill_error;
pub(crate) mod functions;
pub(crate) mod generated;
pub(crate) mod holds;
pub(crate) mod into_value;
mod parts;
pub(crate) mod placeholder;
pub(crate) mod read;
pub(crate) mod record;
pub(crate) mod secret;
mod serialize;
pub(crate) mod slot;
pub(crate) mod to_json;
pub(crate) mod value;
pub(crate) mod value_set;
pub(crate) mod view;
