//! What is built anew, and when.

use std::fs;
use std::path::{Path, PathBuf};

use crate::project::{cargo, command, manifest, succeed, target};

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

const DERIVED: &str = r##"
use formwork::Resource;

#[derive(Clone, Debug, PartialEq, formwork::Resource)]
#[resource(spec = "specs/gnome.json")]
struct Own {
    name: Option<String>,
    hats: Option<Vec<Hat>>,
}

#[derive(Clone, Debug, PartialEq, formwork::PropertyType)]
#[resource(spec = "specs/gnome.json", property = "Hat")]
struct Hat {
    color: Option<String>,
}

fn main() {
    let read = Own::from_json(r#"{ "Name": "Dwalin", "Hats": [{ "Color": "red" }] }"#);
    println!("{}", read.map_or_else(|found| found.len(), |_| 0));
}
"##;

/// A compiler may keep what derives gave while the structs stay the same. One that does not know the flag keeps
/// nothing, and the test is that of any build.
#[test]
fn a_compiler_that_keeps_what_derives_gave_sees_an_edit_all_the_same() {
    let gnome = |length: &str| {
        let hats = r##","Hats":{"type":"array","items":{"$ref":"#/definitions/Hat"}}"##;
        let hat = format!(
            r#""definitions":{{"Hat":{{"type":"object","additionalProperties":false,
            "properties":{{"Color":{{"type":"string","maxLength":{length}}}}}}}}},"description""#
        );
        let name = format!(r#""string","maxLength":{length}"#);
        let schema = schema(hats).replacen(r#""string""#, &name, 1);
        schema.replace(r#""description""#, &hat)
    };
    let files = [("src/main.rs", DERIVED), ("specs/gnome.json", &gnome("9"))];
    let folder = crate::project::project("rebuild-derives", "rebuild-derives", &files);
    let problems = || {
        let mut run = command(&folder, &["run"]);
        run.env("CARGO_TARGET_DIR", target().join("keeping"))
            .env("CARGO_INCREMENTAL", "1")
            .env("RUSTC_BOOTSTRAP", "1")
            .env("RUSTFLAGS", "-Zcache-proc-macros");
        let mut output = run.output().unwrap();
        if String::from_utf8_lossy(&output.stderr).contains("unknown unstable option") {
            output = run.env_remove("RUSTFLAGS").output().unwrap();
        }
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    };
    assert_eq!(problems(), "0");
    fs::write(folder.join("specs/gnome.json"), gnome("2")).unwrap();
    assert_eq!(problems(), "2");
}

#[test]
fn a_library_does_not_hold_the_files_that_it_was_made_of() {
    const NAME: &str = "rebuild-large";
    let filling = "not a word of this is needed ".repeat(100_000);
    let large = schema("").replace(
        "\"description\":\"",
        &format!("\"$comment\":\"{filling}\",\"description\":\""),
    );
    let patch = format!(r#"[{{"op":"add","path":"/$comment","value":"{filling}"}}]"#);
    let source = r#"
        formwork::resource!(spec = "specs/gnome.json", patch = "specs/fixes.json");

        #[derive(Clone, Debug, PartialEq, formwork::Resource)]
        #[resource(spec = "specs/gnome.json")]
        pub struct Own { pub name: Option<String> }
    "#;
    let files = [
        ("src/lib.rs", source),
        ("specs/gnome.json", &large),
        ("specs/fixes.json", &patch),
    ];
    let folder = crate::project::project(NAME, NAME, &files);
    succeed(&folder, &["build"]);
    let library = target().join("debug/librebuild_large.rlib");
    let size = fs::metadata(library).unwrap().len();
    assert!(size < 300_000, "{size} bytes of a file of {}", large.len());
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
