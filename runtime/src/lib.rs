//! (to be written)

mod document;
mod json;
mod location;
mod map;

pub use json::{Json, JsonError, Number};
pub use location::Location;
pub use map::Map;
