//! formwork in crates of other people: real runs of cargo, outside the workspace.

mod conditions;
mod expanded;
mod features;
mod packaged;
mod project;
mod rebuilds;
mod reproducible;
mod semver;
mod warnings;
