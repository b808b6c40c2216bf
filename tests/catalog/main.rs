//! The catalog: every published type expanded, its facts compared, and a sample of them compiled.

mod every;
