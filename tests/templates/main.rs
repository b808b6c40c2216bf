//! Templates from outside: read, checked, planned and written.

mod building;
mod checking;
mod editing;
mod planning;
mod reading;
mod types;
