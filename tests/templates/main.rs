//! Templates from outside: read, checked, planned and written.

mod building;
mod chat;
mod checking;
mod constructs;
mod corpus;
mod depth;
mod design;
mod editing;
mod examples;
mod generated;
mod keeping;
mod planning;
mod reading;
mod traps;
mod types;
