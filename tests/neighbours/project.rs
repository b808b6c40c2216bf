//! Runs cargo on a project outside the workspace.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The folder of the workspace.
pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .canonicalize()
        .unwrap()
}

/// A command of cargo. All projects share one target folder, so that what they depend on is built once;
/// nothing is downloaded that the workspace does not use itself.
pub(crate) fn cargo(folder: &Path, arguments: &[&str]) -> Output {
    let lock = folder.join("Cargo.lock");
    if !lock.exists() {
        std::fs::copy(workspace().join("Cargo.lock"), &lock).unwrap();
    }
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("neighbours");
    Command::new(env!("CARGO"))
        .args(arguments)
        .arg("--offline")
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target)
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap()
}

/// The output of a command that has to succeed: what it printed, and what cargo said.
#[track_caller]
pub(crate) fn succeed(folder: &Path, arguments: &[&str]) -> (String, String) {
    let output = cargo(folder, arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "cargo {arguments:?}\n{said}");
    (String::from_utf8_lossy(&output.stdout).into_owned(), said)
}
