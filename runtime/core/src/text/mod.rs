//! Text as characters and places, before anybody knows what it means.
//!
//! | file | for |
//! |---|---|
//! | `scan` | finding bytes fast, and escaping what must not be printed raw |
//! | `digits` | numbers as words |
//! | `coerce` | text that stands for a number or a boolean |
//! | `sort` | sorting, compiled once
//! | `spread` | hashing short names |
//! | `number` | numbers of any size, as they were written |
//! | `pointer` | JSON pointers |
//! | `location` | lines and columns |
//! | `excerpt` | the lines around a place |
//! | `function` | the names of intrinsic functions |
//! | `suggest` | names near to a misspelt one |
//! | `visible` | text from outside, safe to print |

pub(crate) mod coerce;
pub(crate) mod digits;
pub(crate) mod excerpt;
pub(crate) mod function;
pub(crate) mod location;
pub(crate) mod number;
pub(crate) mod pointer;
pub(crate) mod scan;
pub(crate) mod sort;
pub(crate) mod spread;
pub(crate) mod suggest;
pub(crate) mod visible;
