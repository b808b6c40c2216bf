//! The crates that are compared: the same program over the same types, by different ways.

use std::collections::HashSet;
use std::fmt::Write;
use std::path::Path;

use anyhow::Result;
use clap::ValueEnum;
use serde_json::Value;

use crate::handwritten::{self, Style};
use crate::sets::{Origin, Subject};

/// A way to typed resources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Contender {
    /// `formwork::resource!`, everything included.
    Formwork,
    /// Structs written by hand with `serde`, with room for functions, without validators.
    Serde,
    /// The same without room for functions.
    SerdePlain,
    /// `typify::import_types!` of the registry schema.
    Typify,
    /// The structs that `stratosphere` brings along; they can only be written.
    Stratosphere,
}

/// The files of a crate, by path.
pub type Files = Vec<(String, String)>;

/// What each program does with a property object: read, validate if it can, print.
const READ_WITH_FORMWORK: &str = r#"
fn show<T: formwork::Resource>(text: &str) -> Result<String, Box<dyn std::error::Error>> {
    let resource = T::from_json(text)?;
    Ok(format!("{resource:?}\n{}", resource.to_json()))
}
"#;

const READ_WITH_SERDE: &str = r#"
fn show<T>(text: &str) -> Result<String, Box<dyn std::error::Error>>
where
    T: std::fmt::Debug + serde::Serialize + serde::de::DeserializeOwned,
{
    let resource: T = serde_json::from_str(text)?;
    Ok(format!("{resource:?}\n{}", serde_json::to_string_pretty(&resource)?))
}
"#;

const WRITE_WITH_STRATOSPHERE: &str = r"
fn show<T>(resource: &T) -> Result<String, Box<dyn std::error::Error>>
where
    T: stratosphere::template::ToResource,
{
    Ok(serde_json::to_string_pretty(&resource.to_resource_properties())?)
}
";

const SERDE: &str = "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n";

impl Contender {
    /// What it is called in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Formwork => "formwork",
            Self::Serde => "serde",
            Self::SerdePlain => "serde, no functions",
            Self::Typify => "typify",
            Self::Stratosphere => "stratosphere",
        }
    }

    /// The name of its crate.
    #[must_use]
    pub fn crate_name(self) -> &'static str {
        match self {
            Self::Formwork => "with-formwork",
            Self::Serde => "with-serde",
            Self::SerdePlain => "with-serde-plain",
            Self::Typify => "with-typify",
            Self::Stratosphere => "with-stratosphere",
        }
    }

    /// The crate: a program that uses all subjects. `runtime` is the folder of the runtime.
    ///
    /// # Errors
    ///
    /// If a schema has to be rewritten and is no JSON.
    pub fn files(self, subjects: &[Subject], runtime: &Path) -> Result<Files> {
        let dependencies = self.dependencies(subjects, runtime);
        let mut files = vec![(
            "Cargo.toml".to_owned(),
            manifest(self.crate_name(), &dependencies),
        )];
        files.push(("src/main.rs".to_owned(), self.program(subjects)));
        let types = match self {
            Self::Formwork => calls(subjects, &mut files),
            Self::Serde => written_by_hand(subjects, Style::Functions),
            Self::SerdePlain => written_by_hand(subjects, Style::Plain),
            Self::Typify => imports(subjects, &mut files)?,
            Self::Stratosphere => uses(subjects),
        };
        files.push(("src/types.rs".to_owned(), types));
        Ok(files)
    }

    fn dependencies(self, subjects: &[Subject], runtime: &Path) -> String {
        match self {
            Self::Formwork => format!(
                "formwork = {{ path = {:?} }}\n",
                runtime.display().to_string()
            ),
            Self::Serde | Self::SerdePlain => SERDE.to_owned(),
            Self::Typify => format!("{SERDE}typify = \"0.8\"\nregress = \"*\"\n"),
            Self::Stratosphere => {
                let service = |subject: &Subject| {
                    format!("\"aws_{}\"", subject.resource.name.service().to_lowercase())
                };
                let mut services: Vec<String> = subjects.iter().map(service).collect();
                services.sort();
                services.dedup();
                let features = services.join(", ");
                format!(
                    "{SERDE}stratosphere = {{ version = \"=0.1.0\", features = [{features}] }}\n"
                )
            }
        }
    }

    fn program(self, subjects: &[Subject]) -> String {
        let show = match self {
            Self::Formwork => READ_WITH_FORMWORK,
            Self::Serde | Self::SerdePlain | Self::Typify => READ_WITH_SERDE,
            Self::Stratosphere => WRITE_WITH_STRATOSPHERE,
        };
        let mut arms = String::new();
        for subject in subjects {
            let name = subject.name();
            let _ = match self {
                Self::Formwork => {
                    writeln!(
                        arms,
                        "        {name:?} => show::<types::{}>(text),",
                        subject.short_name()
                    )
                }
                Self::Serde | Self::SerdePlain => {
                    writeln!(
                        arms,
                        "        {name:?} => show::<types::{}::Resource>(text),",
                        module(subject)
                    )
                }
                Self::Typify => writeln!(
                    arms,
                    "        {name:?} => show::<types::{}::SubjectRoot>(text),",
                    module(subject)
                ),
                Self::Stratosphere => writeln!(
                    arms,
                    "        {name:?} => show::<types::{}>(&std::hint::black_box(None).ok_or(text)?),",
                    alias(subject)
                ),
            };
        }
        format!(
            "//! Reads, validates if it can, and prints one property object.\n\
             #![allow(dead_code, unused_imports)]\n\nmod types;\n\n\
             const EDITED: &str = \"{EDIT_MARK}\";\n{show}\n\
             fn main() -> Result<(), Box<dyn std::error::Error>> {{\n    \
                 let mut arguments = std::env::args().skip(1);\n    \
                 let (name, path) = arguments.next().zip(arguments.next()).ok_or(EDITED)?;\n    \
                 let text: &str = &std::fs::read_to_string(path)?;\n    \
                 let shown = match name.as_str() {{\n{arms}        \
                     _ => Err(EDITED.into()),\n    }}?;\n    \
                 println!(\"{{shown}}\");\n    Ok(())\n}}\n"
        )
    }
}

/// A call of `resource!` for each type; a schema that the catalog lacks becomes a file.
fn calls(subjects: &[Subject], files: &mut Files) -> String {
    let mut types = String::new();
    for subject in subjects {
        if subject.origin == Origin::File {
            let path = format!("specs/{}", subject.file_name());
            let _ = writeln!(types, "formwork::resource!(spec = {path:?});");
            files.push((path, subject.schema.clone()));
        } else {
            let _ = writeln!(types, "formwork::resource!({:?});", subject.name());
        }
    }
    types
}

fn written_by_hand(subjects: &[Subject], style: Style) -> String {
    let mut types = match style {
        Style::Functions => handwritten::VALUE.to_owned(),
        Style::Plain => String::new(),
    };
    for subject in subjects {
        let content = handwritten::module(&subject.resource, style);
        let _ = writeln!(types, "pub mod {} {{\n{content}\n}}", module(subject));
    }
    types
}

fn imports(subjects: &[Subject], files: &mut Files) -> Result<String> {
    let mut types = String::new();
    for subject in subjects {
        let path = format!("specs/{}", subject.file_name());
        let content = format!("typify::import_types!(schema = {path:?});");
        let _ = writeln!(types, "pub mod {} {{ {content} }}", module(subject));
        files.push((path, simplified(&subject.schema)?));
    }
    Ok(types)
}

/// `stratosphere` marks structs with an underscore, for their macros have the bare names.
fn uses(subjects: &[Subject]) -> String {
    let mut types = String::new();
    for subject in subjects {
        let service = subject.resource.name.service().to_lowercase();
        let (name, alias) = (subject.short_name(), alias(subject));
        let path = format!("stratosphere::services::aws::{service}::{name}_");
        let _ = writeln!(types, "pub use {path} as {alias};");
    }
    types
}

/// What an edit of `main.rs` replaces.
pub const EDIT_MARK: &str = "edit 0";

fn manifest(name: &str, dependencies: &str) -> String {
    // Our crates come by path, and are compiled as those of a registry are.
    format!(
        "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\n{dependencies}\n\
         [profile.dev.package.\"*\"]\nincremental = false\n\n\
         [profile.small]\ninherits = \"release\"\nopt-level = \"z\"\nlto = true\n\
         codegen-units = 1\npanic = \"abort\"\nstrip = true\n"
    )
}

fn module(subject: &Subject) -> String {
    subject.name().replace("::", "_").to_lowercase()
}

fn alias(subject: &Subject) -> String {
    subject.name().replace("::", "")
}

/// `typify` names the type of a file by its title, and refuses a file that has none. One node that it cannot take
/// is a panic of the whole call, so such nodes are made simpler here: otherwise nine of the twenty popular types
/// could not be compared at all.
fn simplified(schema: &str) -> Result<String> {
    let mut schema: Value = serde_json::from_str(schema)?;
    simplify(&mut schema);
    if let Some(members) = schema.as_object_mut() {
        members.insert("title".to_owned(), Value::from("SubjectRoot"));
        members.insert("type".to_owned(), Value::from("object"));
    }
    Ok(serde_json::to_string_pretty(&schema)?)
}

/// Leaves out defaults, formats, negations, constants, patterns that look around, allowed values that would share a name in Rust, and
/// what a value of a known type has to be beside it.
fn simplify(node: &mut Value) {
    match node {
        Value::Object(members) => {
            members.remove("default");
            members.remove("format");
            members.remove("not");
            members.remove("const");
            let pattern = members.get("pattern").and_then(Value::as_str);
            if pattern.is_some_and(|pattern| pattern.contains("(?") || pattern.contains("\\p{")) {
                members.remove("pattern");
            }
            if members.contains_key("type") || members.contains_key("properties") {
                for keyword in ["oneOf", "anyOf", "allOf", "if", "then", "else"] {
                    members.remove(keyword);
                }
            }
            if let Some(Value::Array(values)) = members.get_mut("enum") {
                let mut seen = HashSet::new();
                values.retain(|value| seen.insert(letters(value)));
            }
            members.values_mut().for_each(simplify);
        }
        Value::Array(elements) => elements.iter_mut().for_each(simplify),
        _ => {}
    }
}

fn letters(value: &Value) -> String {
    let text = value.to_string().to_lowercase();
    text.chars().filter(char::is_ascii_alphanumeric).collect()
}
