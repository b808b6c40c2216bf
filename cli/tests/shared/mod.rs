//! What the tests of the command share.

#![allow(dead_code, reason = "each program of tests uses some of it")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The command in a folder, to which no terminal belongs.
pub(crate) fn formwork(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_formwork"));
    command
        .args(arguments)
        .current_dir(folder)
        .env_remove("CLICOLOR_FORCE");
    command
}

/// What was printed.
pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// An empty folder for one test of a program.
pub(crate) fn scratch(program: &str, test: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join(program)
        .join(test);
    if path.exists() {
        fs::remove_dir_all(&path).unwrap();
    }
    fs::create_dir_all(&path).unwrap();
    path
}

/// Compares with a file of expected output; with the variable `FORMWORK_BLESS` set the file is written anew, to be
/// read in the difference.
#[track_caller]
pub(crate) fn expect(path: &Path, actual: &str) {
    if std::env::var_os("FORMWORK_BLESS").is_some() {
        fs::write(path, actual).unwrap();
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    assert_eq!(actual, expected, "{}", path.display());
}
