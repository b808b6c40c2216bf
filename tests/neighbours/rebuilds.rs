//! What is built anew, and when.

use std::fs;
use std::path::{Path, PathBuf};

use crate::project::{cargo, succeed, workspace};

const MANIFEST: &str = r#"
[package]
name = "NAME"
version = "0.0.0"
edition = "2024"

[dependencies]
formwork = { path = "RUNTIME" }

[workspace]
"#;

const MAIN: &str = r#"
use formwork::Resource;

formwork::resource!(spec = "specs/gnome.json", patch = "specs/fixes.json");

fn main() {
    let spec = <Gnome as Resource>::spec();
    let names: Vec<_> = spec.properties.iter().map(|property| property.name).collect();
    println!("{}", names.join(" "));
}
"#;

fn schema(properties: &str) -> String {
    format!(
        r#"{{"typeName":"Acme::Garden::Gnome","description":"","additionalProperties":false,
            "primaryIdentifier":["/properties/Name"],"properties":{{"Name":{{"type":"string"}}{properties}}}}}"#
    )
}

/// A fresh project of that name.
fn project(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("src")).unwrap();
    fs::create_dir_all(folder.join("specs")).unwrap();
    let runtime = workspace().join("runtime");
    let manifest = MANIFEST
        .replace("NAME", name)
        .replace("RUNTIME", &runtime.to_string_lossy());
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    fs::write(folder.join("src/main.rs"), MAIN).unwrap();
    fs::write(folder.join("specs/gnome.json"), schema("")).unwrap();
    fs::write(folder.join("specs/fixes.json"), "[]").unwrap();
    folder
}

/// What the program prints, and whether it was compiled for that.
fn run(folder: &Path) -> (String, bool) {
    let (printed, said) = succeed(folder, &["run"]);
    let name = folder.file_name().unwrap().to_string_lossy();
    (
        printed.trim().to_owned(),
        said.contains(&format!("Compiling {name}")),
    )
}

#[test]
fn an_edit_of_a_specification_or_patch_builds_anew_and_nothing_else_does() {
    let folder = project("rebuild-edits");
    assert_eq!(run(&folder), ("Name".into(), true));
    assert_eq!(run(&folder), ("Name".into(), false));

    fs::write(
        folder.join("specs/gnome.json"),
        schema(r#","Hat":{"type":"string"}"#),
    )
    .unwrap();
    assert_eq!(run(&folder), ("Name Hat".into(), true));
    assert_eq!(run(&folder), ("Name Hat".into(), false));

    let patch = r#"[{"op":"add","path":"/properties/Beard","value":{"type":"string"}}]"#;
    fs::write(folder.join("specs/fixes.json"), patch).unwrap();
    assert_eq!(run(&folder), ("Name Hat Beard".into(), true));

    fs::write(folder.join("specs/unrelated.json"), "{}").unwrap();
    assert_eq!(run(&folder), ("Name Hat Beard".into(), false));
}

#[test]
fn a_specification_that_was_broken_is_read_again_when_it_is_mended() {
    let folder = project("rebuild-broken");
    fs::write(folder.join("specs/gnome.json"), "{\n  \"typeName\": }").unwrap();
    let output = cargo(&folder, &["run"]);
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("specs/gnome.json:2:15"), "{said}");
    fs::write(folder.join("specs/gnome.json"), schema("")).unwrap();
    assert_eq!(run(&folder), ("Name".into(), true));
}

#[cfg(unix)]
#[test]
fn a_source_tree_that_cannot_be_written_is_no_hindrance() {
    use std::os::unix::fs::PermissionsExt;

    let folder = project("rebuild-read-only");
    run(&folder);
    let mark = |mode| {
        for part in ["src", "specs", "."] {
            fs::set_permissions(folder.join(part), fs::Permissions::from_mode(mode)).unwrap();
        }
    };
    fs::write(
        folder.join("specs/gnome.json"),
        schema(r#","Hat":{"type":"string"}"#),
    )
    .unwrap();
    mark(0o555);
    let (printed, built) = run(&folder);
    mark(0o755);
    assert_eq!((printed.as_str(), built), ("Name Hat", true));
}
