//! The catalog: every published type expanded, its facts compared, and a sample of them compiled.

#![deny(warnings, missing_docs, unused, clippy::all, clippy::pedantic)]

mod every;
mod patterns;
mod sample;
mod slots;
