//! What is built anew, and when.

use std::fs;
use std::path::{Path, PathBuf};

use crate::project::{cargo, manifest, succeed};

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
    let files = [
        ("src/main.rs", MAIN),
        ("specs/gnome.json", &schema("")),
        ("specs/fixes.json", "[]"),
    ];
    crate::project::project(name, name, &files)
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

#[test]
fn crates_that_share_a_specification_are_all_built_anew() {
    const NAME: &str = "rebuild-shared";
    let root = format!("{}members = [\"other\"]\n", manifest(NAME));
    let other = manifest("rebuild-sharer").replace("[workspace]", "");
    let call = r#"formwork::resource!(spec = "../specs/gnome.json");"#;
    let files = [
        ("Cargo.toml", root.as_str()),
        (
            "src/lib.rs",
            r#"formwork::resource!(spec = "specs/gnome.json");"#,
        ),
        ("other/Cargo.toml", &other),
        ("other/src/lib.rs", call),
        ("specs/gnome.json", &schema("")),
    ];
    let folder = crate::project::project(NAME, NAME, &files);
    let built = || {
        let (_, said) = succeed(&folder, &["check", "--workspace"]);
        [NAME, "rebuild-sharer"].map(|name| said.contains(&format!("Checking {name} ")))
    };
    assert_eq!(built(), [true, true]);
    assert_eq!(built(), [false, false]);
    fs::write(
        folder.join("specs/gnome.json"),
        schema(r#","Hat":{"type":"string"}"#),
    )
    .unwrap();
    assert_eq!(built(), [true, true]);
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
