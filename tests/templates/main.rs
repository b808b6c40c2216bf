//! Templates from outside: read, checked, planned and written.

mod reading;
mod types;
