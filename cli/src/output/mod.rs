//! What is written: tables for a person, JSON for another program.

pub(crate) mod json;
pub(crate) mod table;
pub(crate) mod visible;
