//! Checking of template files.
//!
//! | file | |
//! |---|---|
//! | `judge` | one file: is it a template, and what is wrong with it |
//! | `silence` | what the template itself says is not to be reported |

pub(crate) mod judge;
mod silence;
