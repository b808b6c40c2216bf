//! The sweep: every published type through the generator, and what became of it.
//!
//! The tests of the target `catalog` and the command `sweep` stand on this. Nothing here knows how
//! expansion writes its tokens.

pub mod expansion;
pub mod facts;
pub mod names;
pub mod parallel;
