//! `formwork diff`: what it takes, what it prints, and how it ends.

mod shared;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Output;

const OLD: &str = r##"{
    "typeName": "Acme::Garden::Bed", "description": "A bed.", "additionalProperties": false,
    "properties": { "Name": { "type": "string" }, "Row": { "$ref": "#/definitions/Row" } },
    "definitions": { "Row": { "type": "object", "additionalProperties": false,
        "properties": { "Seed": { "type": "string", "enum": ["ROSE", "TULIP"] } } } },
    "primaryIdentifier": ["/properties/Name"]
}"##;

/// A folder with files of these names.
fn folder(test: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = shared::scratch("diff", test);
    for (name, text) in files {
        fs::write(folder.join(name), text).unwrap();
    }
    folder
}

fn diff(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = shared::formwork(folder, &[&["diff"], arguments].concat());
    command.env("COLUMNS", "100").output().unwrap()
}

/// What is printed, and the code, for the file above and an edit of it.
fn edited(test: &str, from: &str, to: &str, arguments: &[&str]) -> (String, i32) {
    assert!(OLD.contains(from), "{from}");
    let new = OLD.replace(from, to);
    let folder = folder(test, &[("old.json", OLD), ("new.json", &new)]);
    let output = diff(&folder, &[&["old.json", "new.json"], arguments].concat());
    let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8_lossy(&output.stderr);
    (said, output.status.code().unwrap())
}

#[test]
fn the_code_says_whether_a_change_is_at_least_that() {
    for (from, to, class, stacks) in [
        ("A bed.", "Another bed.", "patch", false),
        (
            r#"["ROSE", "TULIP"]"#,
            r#"["ROSE", "TULIP", "LILY"]"#,
            "minor",
            false,
        ),
        (r#"["ROSE", "TULIP"]"#, r#"["ROSE"]"#, "major", true),
        (
            r#""Seed": { "#,
            r#""Seed": { "minLength": 2, "#,
            "patch",
            true,
        ),
    ] {
        let order = ["patch", "minor", "major"];
        let reached = order.iter().position(|one| *one == class).unwrap();
        for (at, threshold) in order.iter().enumerate() {
            let (said, code) = edited("codes", from, to, &["--fail-on", threshold]);
            assert_eq!(code, i32::from(at <= reached), "{to} {threshold}\n{said}");
            assert!(
                said.ends_with(&format!("for users of the Rust: {class}\n")),
                "{said}"
            );
        }
        let (said, code) = edited("codes", from, to, &["--fail-on", "stacks"]);
        assert_eq!(code, i32::from(stacks), "{to}\n{said}");
        assert_eq!(edited("codes", from, to, &[]).1, 0);
    }
    for threshold in ["patch", "minor", "major", "stacks"] {
        let (said, code) = edited("codes", "A bed.", "A bed.", &["--fail-on", threshold]);
        assert_eq!((said.as_str(), code), ("nothing differs in 1 type\n", 0));
    }
}

#[test]
fn what_only_rust_notices_is_told() {
    let renamed = OLD
        .replace("definitions/Row", "definitions/Line")
        .replace(r#""definitions": { "Row""#, r#""definitions": { "Line""#);
    let folder = folder("renamed", &[("old.json", OLD), ("new.json", &renamed)]);
    let output = diff(&folder, &["old.json", "new.json", "--fail-on", "major"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.starts_with("Acme::Garden::Bed  major\n"), "{said}");
    assert!(said.contains("`bed::Row` is gone"), "{said}");
    assert!(!said.contains("Where"), "{said}");
}

#[test]
fn every_form_names_the_change_and_its_place() {
    let (from, to) = (
        r#""type": "string", "enum": ["ROSE", "TULIP"]"#,
        r#""type": "string""#,
    );
    let (text, _) = edited("forms", from, to, &[]);
    assert!(
        text.contains(
            "  deployed stacks: more is taken\n    /Row/Seed  enum  ROSE, TULIP -> none\n"
        ),
        "{text}"
    );
    let (markdown, _) = edited("forms", from, to, &["--format", "markdown"]);
    assert!(
        markdown.contains("| `/Row/Seed` | enum | `ROSE, TULIP` |  | more is taken |"),
        "{markdown}"
    );
    let (json, _) = edited("forms", from, to, &["--format", "json"]);
    let tree = formwork_specs::tree::parse(&json, &|_, _| true).unwrap();
    for (pointer, expected) in [
        ("/class", "major"),
        ("/stacks", "looser"),
        ("/types/0/type", "Acme::Garden::Bed"),
        ("/types/0/changes/0/path", "/Row/Seed"),
        ("/types/0/changes/0/what", "enum"),
        ("/types/0/changes/0/old/1", "TULIP"),
        ("/types/0/changes/0/stacks", "looser"),
        ("/types/0/rust/0/class", "major"),
    ] {
        let found = tree.at_pointer(pointer).and_then(|node| node.text());
        assert_eq!(found, Some(expected), "{pointer}");
    }
    assert!(tree.at_pointer("/types/0/changes/0/new/0").is_none());
}

#[test]
fn text_of_a_specification_is_shown_and_never_obeyed() {
    let to = "\"pattern\": \"a|b`c\\u001b[31m\\u202e\", ";
    let template = r#""Seed": { "#;
    let (text, _) = edited("raw", template, &format!("{template}{to}"), &[]);
    let (markdown, _) = edited(
        "raw",
        template,
        &format!("{template}{to}"),
        &["--format", "markdown"],
    );
    for said in [&text, &markdown] {
        assert!(!said.contains(['\u{1b}', '\u{202e}']), "{said:?}");
    }
    let row = markdown
        .lines()
        .find(|line| line.contains("pattern"))
        .unwrap();
    assert_eq!(row.replace("\\|", "").matches('|').count(), 6, "{row}");
}

#[test]
fn what_cannot_be_used_is_said_with_code_2() {
    let folder = folder(
        "unusable",
        &[("old.json", OLD), ("broken.json", "{"), ("other.txt", "")],
    );
    fs::create_dir_all(folder.join("twice")).unwrap();
    fs::create_dir_all(folder.join("none")).unwrap();
    fs::create_dir_all(folder.join("patches")).unwrap();
    fs::write(folder.join("patches/fixes.json"), "[]").unwrap();
    for name in ["a.json", "b.json"] {
        fs::write(folder.join("twice").join(name), OLD).unwrap();
    }
    for (arguments, word) in [
        (&["old.json", "absent.json"][..], "absent.json"),
        (&["old.json", "broken.json"], "broken.json"),
        (&["old.json", "twice"], "another file of the folder"),
        (&["old.json", "none"], "`none` holds no file `*.json`"),
        (&["old.json", "patches"], "`patches` holds no specification"),
        (
            &["old.json", "old.json", "Acme::Garden::Nothing"],
            "Acme::Garden::Nothing",
        ),
        (&["old.json"], "<NEW>"),
        (&["old.json", "old.json", "--fail-on", "huge"], "huge"),
    ] {
        let output = diff(&folder, arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{arguments:?} {said}");
        assert!(said.contains(word), "{arguments:?}: {said}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
    }
}

#[test]
fn types_that_come_and_go_are_a_class_of_their_own() {
    let other = OLD.replace("Bed", "Fence");
    let both = folder("both", &[("a.json", OLD), ("b.json", &other)]);
    let one = folder("one", &[("a.json", OLD)]);
    let (one, both) = (one.to_str().unwrap(), both.to_str().unwrap());
    let here = Path::new(".");
    let came = String::from_utf8(diff(here, &[one, both]).stdout).unwrap();
    assert!(came.contains("Acme::Garden::Fence  minor"), "{came}");
    assert!(
        came.ends_with(
            "1 change in 1 type, 1 equal; for deployed stacks: more is taken; for users of the Rust: minor\n"
        ),
        "{came}"
    );
    let gone = String::from_utf8(diff(here, &[both, one]).stdout).unwrap();
    assert!(
        gone.contains(
            "  deployed stacks: templates that name it are refused\n    the type  removed\n"
        ),
        "{gone}"
    );
    assert!(gone.ends_with("for users of the Rust: major\n"), "{gone}");
}

#[test]
fn an_archive_is_a_folder() {
    let other = OLD.replace("A bed.", "Another bed.");
    let folder = folder("archive", &[("old.json", OLD)]);
    let mut archive = tar::Builder::new(fs::File::create(folder.join("new.tar")).unwrap());
    let mut header = tar::Header::new_ustar();
    header.set_size(other.len() as u64);
    header.set_mode(0o644);
    archive
        .append_data(&mut header, "schemas/bed.json", other.as_bytes())
        .unwrap();
    archive.finish().unwrap();
    let output = diff(&folder, &["old.json", "new.tar"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("words besides: description"), "{said}");
    fs::write(folder.join("broken.zip"), "{").unwrap();
    let output = diff(&folder, &["old.json", "broken.zip"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("`broken.zip` cannot be read:"), "{said}");
}

/// What a file is called says nothing: single files are published packed as well.
#[test]
fn a_packed_file_is_a_file() {
    let other = OLD.replace("A bed.", "Another bed.");
    let folder = folder("packed", &[("old.json", OLD)]);
    let file = fs::File::create(folder.join("new.json.gz")).unwrap();
    let mut packed = flate2::write::GzEncoder::new(file, flate2::Compression::fast());
    packed.write_all(other.as_bytes()).unwrap();
    packed.finish().unwrap();
    let output = diff(&folder, &["old.json", "new.json.gz"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("words besides: description"), "{said}");
}

/// Patches and facts stand beside the specifications of a crate.
#[test]
fn what_in_a_folder_is_no_specification_is_passed_over_and_said_to_be() {
    let folder = folder("beside", &[("old.json", OLD)]);
    fs::create_dir_all(folder.join("specs/more.json")).unwrap();
    fs::write(folder.join("specs/bed.json"), OLD).unwrap();
    fs::write(folder.join("specs/fixes.json"), r#"[{"op": "remove"}]"#).unwrap();
    fs::write(folder.join("specs/\u{1b}facts.json"), r#"{"rules": []}"#).unwrap();
    let output = diff(&folder, &["old.json", "specs"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "warning: `specs/\\u{1b}facts.json` is no specification; it is passed over\n\
         warning: `specs/fixes.json` is no specification; it is passed over\n"
    );
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "nothing differs in 1 type\n"
    );
    // Named by itself it is meant, and what is no JSON may have been one.
    let output = diff(&folder, &["old.json", "specs/fixes.json"]);
    assert_eq!(output.status.code(), Some(2));
    fs::write(folder.join("specs/broken.json"), "{").unwrap();
    let output = diff(&folder, &["old.json", "specs"]);
    assert_eq!(output.status.code(), Some(2));
}

/// The worst comes first, and what another row says already is not said again.
#[test]
fn rows_stand_in_the_order_of_what_they_do_to_stacks() {
    let old = r#"{ "typeName": "Acme::Garden::Bed", "additionalProperties": false, "properties": {
        "A": { "type": "string", "maxLength": 3 }, "B": { "type": "integer", "format": "int64" },
        "C": { "type": "string" }, "D": { "type": "string", "format": "date-time" }, "E": { "type": "string" } } }"#;
    let new = old
        .replace(r#""maxLength": 3"#, r#""maxLength": 4"#)
        .replace(
            r#""type": "integer", "format": "int64""#,
            r#""type": "string""#,
        )
        .replace(r#""C": { "type": "string" }, "#, "")
        .replace(r#", "format": "date-time""#, "")
        .replace(
            r#""E": { "type": "string""#,
            r#""E": { "type": "string", "minLength": 0"#,
        );
    let folder = folder("order", &[("old.json", old), ("new.json", &new)]);
    let text = String::from_utf8(diff(&folder, &["old.json", "new.json"]).stdout).unwrap();
    let (table, _) = text.split_once("  major `").unwrap();
    assert_eq!(
        table,
        "Acme::Garden::Bed  major
    Where  What       Before -> after
  deployed stacks: templates that name it are refused
    /C     removed
  deployed stacks: what was taken may be refused
    /B     kind       integer -> string
  deployed stacks: more is taken
    /A     maxLength  3 -> 4
    /D     kind       timestamp -> string
  deployed stacks: nothing changes
    /E     minLength  none -> 0
"
    );
    let markdown = diff(&folder, &["old.json", "new.json", "--format", "markdown"]);
    let markdown = String::from_utf8(markdown.stdout).unwrap();
    let rows: Vec<&str> = markdown
        .lines()
        .filter(|line| line.starts_with("| `"))
        .collect();
    assert!(rows[0].starts_with("| `/C` | removed |"), "{markdown}");
    assert_eq!(rows.last(), Some(&"| `/E` | minLength |  | `0` |  |"));
}

/// Where a place leaves no room beside it, what changes stands below it, and a place is named once.
#[test]
fn long_places_stand_in_lines_of_their_own() {
    let name = "N".repeat(70);
    let old = OLD.replace("Seed", &name);
    let new = old
        .replace(
            r#""type": "string", "enum": ["ROSE", "TULIP"]"#,
            r#""type": "string", "minLength": 2, "maxLength": 4"#,
        )
        .replace(
            r#""properties": { "Name""#,
            r#""properties": { "New": { "type": "string" }, "Name""#,
        );
    let folder = folder("long", &[("old.json", &old), ("new.json", &new)]);
    let text = String::from_utf8(diff(&folder, &["old.json", "new.json"]).stdout).unwrap();
    let expected = format!(
        "Acme::Garden::Bed  major
  deployed stacks: what was taken may be refused
    /Row/{name}
      maxLength: none -> 4
      minLength: none -> 2
  deployed stacks: more is taken
    /New  added
    /Row/{name}
      enum: ROSE, TULIP -> none
"
    );
    assert!(text.starts_with(&expected), "{text}");
    let (types, _summary) = text.rsplit_once("\n\n").unwrap();
    assert!(
        types.lines().all(|line| line.chars().count() <= 100),
        "{text}"
    );
}
