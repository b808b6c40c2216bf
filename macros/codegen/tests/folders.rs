//! One crate in two folders: a cache of compiled crates can keep what was made in the other one.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// What the process that stands for the compiler is to expand.
const CALL: &str = "FOLDERS_CALL";

/// Expands a call as in the folder that `CARGO_MANIFEST_DIR` names, and prints it. For the other tests, in a process of
/// its own, since the folder is known from the environment alone.
#[test]
fn expansion() {
    if let Ok(call) = env::var(CALL) {
        let call = call.parse().unwrap();
        println!("<<<{}>>>", formwork_codegen::resource(call));
    }
}

fn expand_in(folder: &Path, call: &str) -> String {
    let output = Command::new(env::current_exe().unwrap())
        .args(["--exact", "expansion", "--nocapture"])
        .env("CARGO_MANIFEST_DIR", folder)
        .env(CALL, call)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let (_, text) = text.split_once("<<<").unwrap();
    text.rsplit_once(">>>").unwrap().0.to_owned()
}

/// A crate with a specification, in a folder of that name.
fn crate_in(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("folders")
        .join(name);
    fs::create_dir_all(folder.join("specs")).unwrap();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specs/garden.json");
    fs::copy(from, folder.join("specs/garden.json")).unwrap();
    let manifest = "[package]\nname = \"here\"\n[dependencies]\nformwork = \"0\"\n";
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    folder
}

#[test]
fn a_folder_leaves_no_trace() {
    let (one, other) = (crate_in("one"), crate_in("another/deeper"));
    for call in [
        r#"spec = "specs/garden.json""#,
        r#""AWS::SQS::Queue""#,
        r#"spec = "specs/garden.json", types = ["Acme::Garden::Bedd"]"#,
        r#"spec = "specs/gardn.json""#,
    ] {
        let expanded = expand_in(&one, call);
        assert_eq!(expanded, expand_in(&other, call), "{call}");
        assert!(!expanded.contains("another"), "{call}");
        assert!(expanded.len() > 100, "{call}: {expanded}");
    }
}

#[test]
fn what_a_file_holds_does() {
    let folder = crate_in("changed");
    let call = r#"spec = "specs/garden.json""#;
    let before = expand_in(&folder, call);
    let file = folder.join("specs/garden.json");
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("\"Name\""));
    fs::write(&file, text.replace("\"Name\"", "\"Title\"")).unwrap();
    assert_ne!(before, expand_in(&folder, call));
}
