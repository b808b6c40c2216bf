//! What the compiler says where a feature of formwork is off, or formwork has another name.

use crate::project::{cargo, dependency, project, succeed, workspace};

/// What the compiler says of a program that depends on formwork by that line of its manifest.
fn said(name: &str, dependency: &str, program: &str) -> String {
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\n{dependency}\n[workspace]\n"
    );
    let files = [("Cargo.toml", manifest.as_str()), ("src/main.rs", program)];
    let folder = project(name, name, &files);
    let output = cargo(&folder, &["check"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success(), "{said}");
    said
}

/// The dependency on formwork with further members of its table.
fn formwork(name: &str, members: &str) -> String {
    let line = dependency(name, &workspace().join("runtime"));
    line.replace(" }", &format!(", {members} }}"))
}

#[test]
fn each_method_without_its_feature_names_the_feature() {
    let program = r#"
use formwork::{Json, Resource, Template, Types, Violations};

formwork::resource!("AWS::SQS::Queue");

fn main() {
    let _ = Queue::from_yaml("QueueName: jobs");
    let _ = Queue::from_yaml_strict("QueueName: jobs");
    let _: Violations = Queue::check_yaml("QueueName: jobs");
    let _ = Queue::builder().build().to_yaml();
    let _ = Json::from_yaml("a: 1");
    let _ = Template::from_yaml("Resources: {}");
    let _ = Template::new().to_yaml();
    let types = Types::catalog();
    let Some(queue) = types.get("AWS::SQS::Queue") else { return };
    let _ = queue.from_yaml("QueueName: jobs");
    let _ = queue.check_yaml("QueueName: jobs");
}
"#;
    let dependency = formwork("formwork", "features = [\"templates\"]");
    let said = said("off-methods", &dependency, program);
    let yaml = "error[E0277]: YAML needs the feature `yaml` of `formwork`, which is off";
    assert_eq!(said.matches(yaml).count(), 9, "{said}");
    assert!(said.contains("features = [\"yaml\"]"), "{said}");
    let catalog =
        "error[E0277]: the published types need the feature `catalog` of `formwork`, which is off";
    assert_eq!(said.matches(catalog).count(), 1, "{said}");
    assert!(said.contains("features = [\"catalog\"]"), "{said}");
    assert_eq!(said.matches("error[").count(), 10, "{said}");
}

#[test]
fn each_item_without_its_feature_names_the_feature() {
    let templates = "use formwork::{Template, Types};\n\
        fn main() { let _ = formwork::sub!(\"a\"); let _: formwork::template::Rule; }\n";
    let found = said(
        "off-items",
        &formwork("formwork", "features = []"),
        templates,
    );
    let named = "the item is gated behind the `templates` feature";
    assert_eq!(found.matches(named).count(), 4, "{found}");
    let macros = "formwork::resource!(\"AWS::SQS::Queue\");\nfn main() {}\n";
    let without = formwork("formwork", "default-features = false");
    let found = said("off-macros", &without, macros);
    assert!(
        found.contains("the item is gated behind the `macros` feature"),
        "{found}"
    );
}

#[test]
fn a_name_of_ones_own_needs_no_word_where_the_manifest_has_it() {
    let program = r#"
fw::resource!("AWS::SQS::Queue");

#[derive(Clone, Debug, PartialEq, fw::Resource)]
#[resource(spec = "specs/gnome.json")]
struct Gnome {
    name: Option<String>,
}

fn main() {
    let _ = (Queue::builder().build(), Gnome { name: None }, fw::sub!("${AWS::Region}"));
}
"#;
    let gnome =
        r#"{ "typeName": "Acme::Garden::Gnome", "properties": { "Name": { "type": "string" } } }"#;
    let inline = formwork("fw", "package = \"formwork\", features = [\"templates\"]");
    let table = format!(
        "[target.'cfg(all())'.dependencies.fw]\npath = '{}'\nfeatures = [\"templates\"]\npackage = \"formwork\"\n",
        workspace().join("runtime").display()
    );
    for (name, dependency) in [("renamed-inline", inline), ("renamed-table", table)] {
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [dependencies]\n{dependency}\n[workspace]\n"
        );
        let files = [
            ("Cargo.toml", manifest.as_str()),
            ("src/main.rs", program),
            ("specs/gnome.json", gnome),
        ];
        succeed(&project(name, name, &files), &["check"]);
    }
}
