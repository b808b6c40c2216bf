//! Measures what formwork costs, beside what one would write or use instead.
//!
//! Programs: `compile` makes fresh crates and times the compiler, `documents` times reading
//! and validating, `expansion` times the generator, `peers` times the command beside other linters,
//! `growth` times what grows with a specification.
//! `tests/MEASUREMENTS.md` keeps the figures.

pub mod clock;
pub mod contender;
pub mod handwritten;
pub mod project;
pub mod sets;
pub mod statistics;
