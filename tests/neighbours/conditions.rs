//! The crates of `tests/downstream`, each under conditions of its own.

use crate::project::{succeed, workspace};

#[test]
fn every_crate_compiles_without_a_warning_and_passes_its_tests() {
    let folder = workspace().join("tests/downstream");
    let (_, said) = succeed(&folder, &["test", "--workspace"]);
    assert!(!said.contains("warning"), "{said}");
}

#[test]
fn the_strict_crate_passes_every_lint() {
    let folder = workspace().join("tests/downstream");
    succeed(&folder, &["clippy", "-p", "downstream-strict"]);
    succeed(&folder, &["doc", "--no-deps", "-p", "downstream-strict"]);
}
