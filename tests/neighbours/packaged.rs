//! The crates as they are published: packed by cargo, unpacked elsewhere, used from there.

use std::fs::{self, File};
use std::path::Path;

use flate2::read::GzDecoder;
use tar::Archive;

use crate::project::{dependency, fresh, succeed, target, workspace, write};

const VERSION: &str = env!("CARGO_PKG_VERSION");
const CRATES: [&str; 5] = [
    "formwork",
    "formwork-core",
    "formwork-macros",
    "formwork-codegen",
    "formwork-specs",
];

const MANIFEST: &str = r#"
[package]
name = "packaged"
version = "0.0.0"
edition = "2024"

[dependencies]
formwork = "=VERSION"

[workspace]

[patch.crates-io]
"#;

const MAIN: &str = r##"
use formwork::apigatewayv2::IntegrationResponse;
use formwork::{Resource, Value};

formwork::resource!("AWS::SQS::Queue");
formwork::resource!(spec = "specs/gnome.json");

#[derive(Clone, Debug, PartialEq, formwork::Resource)]
#[resource("AWS::S3::Bucket")]
struct Store {
    bucket_name: Option<String>,
    tags: Option<Vec<Label>>,
}

#[derive(Clone, Debug, PartialEq, formwork::PropertyType)]
#[resource("AWS::S3::Bucket", property = "Tag")]
struct Label {
    key: String,
    value: Value<String>,
}

fn main() {
    let response = IntegrationResponse::builder()
        .api_id(Value::reference("Api"))
        .integration_id("i")
        .integration_response_key("/400/")
        .build();
    response.validate().unwrap();
    let queue = Queue::builder().delay_seconds(9_000).build();
    let gnome = Gnome::builder().name("Dwalin").build();
    let store = Store::from_json(r#"{"Tags":[{"Key":"a","Value":{"Ref":"B"}}]}"#).unwrap();
    println!("{}", gnome.name.as_literal().unwrap());
    println!("{}", store.tags.unwrap()[0].key);
    for violation in queue.validate().unwrap_err() {
        println!("{}", violation.path());
    }
}
"##;

/// Packs the crates and unpacks them into a folder: there is nothing else than what is published.
fn unpack(folder: &Path) {
    let mut arguments = vec!["package", "--no-verify", "--allow-dirty"];
    arguments.extend(CRATES.iter().flat_map(|name| ["--package", name]));
    succeed(&workspace(), &arguments);
    for name in CRATES {
        let packed = target().join(format!("package/{name}-{VERSION}.crate"));
        let archive = GzDecoder::new(File::open(packed).unwrap());
        let mut archive = Archive::new(archive);
        // Packed files bear a time that never changes, by which cargo would take new ones for those it has built.
        archive.set_preserve_mtime(false);
        archive.unpack(folder).unwrap();
    }
}

#[test]
fn what_is_published_is_all_that_a_user_needs() {
    let folder = fresh("packaged");
    let crates = folder.join("crates");
    fs::create_dir(&crates).unwrap();
    unpack(&crates);
    let copies = CRATES.map(|name| dependency(name, &crates.join(format!("{name}-{VERSION}"))));
    let manifest = MANIFEST.replace("VERSION", VERSION) + &copies.concat();
    let gnome = include_str!("../downstream/shared/gnome.json");
    let user = folder.join("user");
    let files = [
        ("Cargo.toml", manifest.as_str()),
        ("src/main.rs", MAIN),
        ("specs/gnome.json", gnome),
    ];
    write(&user, &files);
    let (printed, said) = succeed(&user, &["run"]);
    assert_eq!(printed, "Dwalin\na\n/DelaySeconds\n");
    assert!(!said.contains("warning"), "{said}");
}
