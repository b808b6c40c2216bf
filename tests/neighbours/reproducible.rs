//! The same source gives the same library, wherever it lies.

use std::fs;
use std::path::Path;

use crate::project::{self, dependency, succeed, target, workspace};

const NAME: &str = "reproducible";

const LIBRARY: &str = r#"
//! What a compiler makes of expansions, and what a build script says that they are.

formwork::resource!("AWS::SQS::Queue");
formwork::resource!(spec = "specs/gnome.json", patch = "specs/fixes.json");

#[derive(Clone, Debug, PartialEq, formwork::Resource)]
#[resource(spec = "specs/gnome.json")]
pub struct Dwarf {
    pub name: String,
}

pub static EXPANSIONS: &str = include_str!(concat!(env!("OUT_DIR"), "/expansions.rs"));
"#;

/// Good calls and others: the words of an error are the same everywhere as well.
const BUILD_SCRIPT: &str = r##"
fn main() {
    let calls = [
        r#""AWS::SQS::*""#,
        r#"spec = "specs/gnome.json", patch = "specs/fixes.json""#,
        r#"spec = "specs/broken.json""#,
        r#"spec = "specs/missing.json""#,
    ];
    let calls = calls.map(|call| formwork_codegen::resource(call.parse().unwrap()).to_string());
    let item = r#"#[resource(spec = "specs/gnome.json")] struct Dwarf { nam: String }"#;
    let derived = formwork_codegen::derive_resource(item.parse().unwrap());
    let folder = std::env::var_os("OUT_DIR").unwrap();
    let file = std::path::Path::new(&folder).join("expansions.rs");
    std::fs::write(file, format!("{} {derived}", calls.join(" "))).unwrap();
}
"##;

const GNOME: &str = include_str!("../downstream/shared/gnome.json");

fn manifest() -> String {
    let codegen = workspace().join("macros/codegen");
    let codegen = dependency("formwork-codegen", &codegen);
    format!("{}[build-dependencies]\n{codegen}", project::manifest(NAME))
}

/// The library as rustc writes it for the crate in a folder. Paths that rustc itself writes down begin at
/// the crate; what an expansion says stays as it is.
fn library(folder: &Path) -> Vec<u8> {
    let remap = format!("--remap-path-prefix={}=", folder.to_string_lossy());
    succeed(folder, &["rustc", "--lib", "--", &remap]);
    fs::read(target().join(format!("debug/lib{NAME}.rlib"))).unwrap()
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

#[test]
fn two_folders_give_the_same_bytes_and_neither_holds_its_path() {
    let manifest = manifest();
    let files = [
        ("Cargo.toml", manifest.as_str()),
        ("build.rs", BUILD_SCRIPT),
        ("src/lib.rs", LIBRARY),
        ("specs/gnome.json", GNOME),
        ("specs/fixes.json", "[]"),
        ("specs/broken.json", "{ \"typeName\": }"),
    ];
    let folders = ["reproducible", "elsewhere and/much/deeper"];
    let [first, second] = folders.map(|path| {
        let folder = project::project(path, NAME, &files);
        let library = library(&folder);
        for expected in ["AWS::SQS::QueuePolicy", "specs/broken.json:1:15"] {
            assert!(contains(&library, expected), "{expected}");
        }
        assert!(!contains(&library, &folder.to_string_lossy()));
        library
    });
    assert!(first == second, "the libraries differ");
}
