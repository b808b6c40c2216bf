//! The crates of `tests/downstream`, each under conditions of its own.

use std::fs;
use std::path::Path;

use crate::project::{succeed, target, workspace};

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

/// Without the documentation of formwork beside it, a link to there would lead nowhere.
#[test]
fn the_documentation_of_a_user_alone_has_no_dead_link() {
    let folder = workspace().join("tests/downstream");
    succeed(&folder, &["doc", "--no-deps", "-p", "downstream-strict"]);
    let pages = target().join("doc/downstream_strict");
    let (mut read, mut dead) = (0, Vec::new());
    links(&pages, &mut read, &mut dead);
    assert!(read > 50, "{read} pages");
    assert!(dead.is_empty(), "{dead:?}");
}

/// Links that rustdoc could not resolve, in all pages below a folder.
fn links(folder: &Path, read: &mut usize, dead: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            links(&path, read, dead);
            continue;
        }
        let page = fs::read_to_string(&path).unwrap();
        *read += 1;
        let targets = page.split("href=\"").skip(1);
        let targets = targets.filter_map(|rest| rest.split('"').next());
        let unresolved = targets.filter(|target| target.contains("::"));
        dead.extend(unresolved.map(|target| format!("{}: {target}", path.display())));
    }
}
