//! Checking of template files.
//!
//! | file | |
//! |---|---|
//! | `judge` | one file: is it a template, and what is wrong with it |
//! | `silence` | what the template itself says is not to be reported |
//! | `parallel` | many files at once, results in order |

pub(crate) mod judge;
pub(crate) mod parallel;
mod silence;
