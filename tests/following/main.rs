//! Specifications that change: what is told of it, and what comes of it.

mod compared;
mod mutated;
