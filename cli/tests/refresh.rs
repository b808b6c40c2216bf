//! `formwork import` as a habit: what a refresh of the catalog tells, and what it refuses.

mod shared;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

fn fresh(test: &str) -> PathBuf {
    let folder = shared::scratch("refresh", test);
    fs::create_dir(folder.join("published")).unwrap();
    folder
}

/// A published schema of a type with these properties.
fn publish(folder: &Path, name: &str, properties: &str) {
    let schema = format!(
        r#"{{ "typeName": "Acme::Garden::{name}", "description": "Prose.", "additionalProperties": false,
            "properties": {{ {properties} }}, "primaryIdentifier": ["/properties/Name"] }}"#
    );
    fs::write(
        folder.join("published").join(format!("{name}.json")),
        schema,
    )
    .unwrap();
}

fn import(folder: &Path, more: &[&str]) -> Output {
    let arguments = ["import", "--registry", "published", "--catalog", "catalog"];
    let mut command = shared::formwork(folder, &[&arguments, more].concat());
    command.env("COLUMNS", "100").output().unwrap()
}

#[track_caller]
fn printed(folder: &Path) -> String {
    let output = import(folder, &[]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    String::from_utf8(output.stdout).unwrap()
}

const NAME: &str = r#""Name": { "type": "string" }"#;

#[test]
fn a_refresh_tells_what_changes_and_writes_the_entry_for_the_changelog() {
    let folder = fresh("told");
    publish(
        &folder,
        "Bed",
        &format!(r#"{NAME}, "Size": {{ "type": "integer", "maximum": 5 }}"#),
    );
    publish(&folder, "Gnome", NAME);
    publish(&folder, "Shed", NAME);
    let first = printed(&folder);
    let entry = "\nfor the changelog:\n\n* New types in the catalog: `Acme::Garden::Bed`, `Acme::Garden::Gnome`, `Acme::Garden::Shed`.\n";
    assert!(first.ends_with(entry), "{first}");
    assert!(!first.contains("Where"), "{first}");

    let again = printed(&folder);
    assert!(again.ends_with("refused: 0\n"), "{again}");

    publish(
        &folder,
        "Bed",
        &format!(r#"{NAME}, "Size": {{ "type": "integer", "maximum": 4 }}"#),
    );
    publish(
        &folder,
        "Gnome",
        &format!(r#"{NAME}, "Hat": {{ "type": "string" }}"#),
    );
    publish(&folder, "Fence", NAME);
    fs::remove_file(folder.join("published/Shed.json")).unwrap();
    let told = printed(&folder);
    let expected = "\
new: 1
  Acme::Garden::Fence
changed: 2
  Acme::Garden::Bed
  Acme::Garden::Gnome
unchanged: 0
removed: 1
  Acme::Garden::Shed
refused: 0

Acme::Garden::Bed  patch
    Where  What     Before -> after
  deployed stacks: what was taken may be refused
    /Size  maximum  5 -> 4

Acme::Garden::Gnome  major
    Where  What
  deployed stacks: more is taken
    /Hat   added
  major `Gnome.hat` is new: struct literals without `..` break

Acme::Garden::Shed  major
    Where     What
  deployed stacks: templates that name it are refused
    the type  removed

3 changes in 3 types, 0 equal; for deployed stacks: templates that name it are refused; for users of the Rust: major

for the changelog:

* New types in the catalog: `Acme::Garden::Fence`.
* Changed types, major: `Acme::Garden::Gnome`.
* Changed types, patch: `Acme::Garden::Bed`.
* Types that are not published any more: `Acme::Garden::Shed`.
";
    assert_eq!(told, expected);
}

#[test]
fn types_that_lose_most_of_what_they_had_are_refused_unless_that_is_meant() {
    let folder = fresh("lost");
    let many: Vec<String> = (0..60)
        .map(|at| format!(r#""P{at}": {{ "type": "string" }}"#))
        .collect();
    publish(&folder, "Bed", &format!("{NAME}, {}", many.join(", ")));
    printed(&folder);
    let file = folder.join("catalog/acme-garden-bed.json");
    let before = fs::read_to_string(&file).unwrap();

    publish(&folder, "Bed", NAME);
    let refused = import(&folder, &[]);
    let said = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(2), "{said}");
    assert!(
        said.starts_with("error: 60 properties and attributes of types that stay are not published any more, among them `Acme::Garden::Bed /P0`"),
        "{said}"
    );
    assert!(
        said.ends_with("nothing was written\nhelp: if that is meant, say `--allow-removal`\n"),
        "{said}"
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), before);

    assert!(import(&folder, &["--allow-removal"]).status.success());
    assert_ne!(fs::read_to_string(&file).unwrap(), before);

    publish(
        &folder,
        "Bed",
        &format!("{NAME}, {}", many[..50].join(", ")),
    );
    printed(&folder);
    publish(&folder, "Bed", NAME);
    assert!(printed(&folder).contains("removed: 0\n"));
}
