//! What the compiler says of a specification with mistakes that could be read around.

use std::path::PathBuf;

use crate::project::{cargo, project, succeed};

const SCHEMA: &str = r#"{
  "typeName": "Acme::Garden::Gnome",
  "properties": {
    "Name": { "type": "string", "x-note": "by hand" }
  }
}"#;

/// A project whose library is that text.
fn library(name: &str, text: &str) -> PathBuf {
    project(
        name,
        name,
        &[("src/lib.rs", text), ("specs/gnome.json", SCHEMA)],
    )
}

#[test]
fn a_warning_stands_at_the_name_of_the_file() {
    let folder = library(
        "warned",
        "formwork::resource!(spec = \"specs/gnome.json\");\n",
    );
    let (_, said) = succeed(&folder, &["check"]);
    assert!(
        said.contains("the keyword `x-note` is not known; it is passed over"),
        "{said}"
    );
    assert!(
        said.contains("at specs/gnome.json:4:43 (/properties/Name/x-note)"),
        "{said}"
    );
    assert!(said.contains("src/lib.rs:1:28"), "{said}");
    assert!(said.contains("#[warn(deprecated)]"), "{said}");
}

#[test]
fn a_warning_is_a_lint_like_any_other() {
    let denied = library(
        "warned-denied",
        "#![deny(warnings)]\nformwork::resource!(spec = \"specs/gnome.json\");\n",
    );
    let output = cargo(&denied, &["check"]);
    assert!(!output.status.success());
    let allowed = library(
        "warned-allowed",
        "#![deny(warnings, missing_docs)]\n//! Gnomes.\n\
         /// A module that may say what it likes.\n#[allow(deprecated)]\npub mod gnomes {\n    \
         formwork::resource!(spec = \"specs/gnome.json\");\n}\n\
         /// A gnome.\n#[allow(deprecated)]\n#[derive(Clone, Debug, PartialEq, formwork::Resource)]\n\
         #[resource(spec = \"specs/gnome.json\")]\npub struct Own {\n    /// Its name.\n    pub name: Option<String>,\n}\n",
    );
    let (_, said) = succeed(&allowed, &["check"]);
    assert!(!said.contains("x-note"), "{said}");
}
