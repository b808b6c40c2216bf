//! The way from tokens to tokens: `input`, `source` and `choose`, `plan`, `expand`, each if nothing was wrong before.

mod derive;
mod resource;

pub use derive::{derive_from_file, derive_or_defer, derive_property_type, derive_resource};
pub use resource::resource;
