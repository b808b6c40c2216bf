//! Projects outside the workspace, and runs of cargo on them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The folder of the workspace.
pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .canonicalize()
        .unwrap()
}

/// An empty folder of that path below the folder of the tests.
pub(crate) fn fresh(path: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(path);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A fresh project in a folder of that path: a package of that name with these files.
pub(crate) fn project(path: &str, name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = fresh(path);
    write(&folder, &[("Cargo.toml", &manifest(name))]);
    write(&folder, files);
    folder
}

/// The manifest of a project, unless it brings its own. Its last section is `[workspace]`.
pub(crate) fn manifest(name: &str) -> String {
    let runtime = dependency("formwork", &workspace().join("runtime"));
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\n{runtime}\n[workspace]\n"
    )
}

/// The line of a manifest that names a crate in a folder.
pub(crate) fn dependency(name: &str, folder: &Path) -> String {
    format!("{name} = {{ path = '{}' }}\n", folder.display())
}

/// Writes files, each into the folder that it names.
pub(crate) fn write(folder: &Path, files: &[(&str, &str)]) {
    for (path, content) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
}

/// A command of cargo. All projects share one target folder, so that what they depend on is built once;
/// nothing is downloaded that the workspace does not use itself. Without incremental compilation the same
/// source gives the same bytes.
pub(crate) fn cargo(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().unwrap()
}

/// The same command, not yet run.
pub(crate) fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO"));
    environment(command.args(arguments), folder);
    command
}

/// What surrounds a command that runs cargo in the folder of a project.
pub(crate) fn environment<'c>(command: &'c mut Command, folder: &Path) -> &'c mut Command {
    let lock = folder.join("Cargo.lock");
    if !lock.exists() {
        fs::copy(workspace().join("Cargo.lock"), &lock).unwrap();
    }
    command
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target())
        .env("CARGO_NET_OFFLINE", "true")
        .env("CARGO_INCREMENTAL", "0")
        .env_remove("RUSTFLAGS")
}

/// The target folder of all projects.
pub(crate) fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("neighbours")
}

/// The output of a command that has to succeed: what it printed, and what cargo said.
#[track_caller]
pub(crate) fn succeed(folder: &Path, arguments: &[&str]) -> (String, String) {
    let output = cargo(folder, arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "cargo {arguments:?}\n{said}");
    (String::from_utf8_lossy(&output.stdout).into_owned(), said)
}
