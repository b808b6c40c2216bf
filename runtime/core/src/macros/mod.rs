//! The parts of generated code that are the same for every type. The generator hands over rows: names,
//! numbers, types and documentation. What is made of them stands here, and only here.

mod assert;
mod derived;
mod properties;
mod record;
mod resource;
mod serde;
mod value_set;
mod values;
