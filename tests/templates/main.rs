//! Templates from outside: read, checked, planned and written.

mod building;
mod reading;
mod types;
