//! The sweep: every published type through the generator, and what became of it.
//!
//! The tests of the target `catalog` and the command `sweep` stand on this. Nothing here knows how
//! expansion writes its tokens, but for one thing: the facts of a type stand in a static `__SPEC`
//! as one string.

pub mod expansion;
pub mod facts;
pub mod names;
pub mod parallel;
