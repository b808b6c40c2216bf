//! Templates from outside: read, checked, planned and written.

mod building;
mod checking;
mod corpus;
mod editing;
mod generated;
mod planning;
mod reading;
mod types;
