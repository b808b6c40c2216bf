//! `formwork new`: a resource to start from.
//!
//! | file | |
//! |---|---|
//! | `draft` | which properties, with which values and hints |
//! | `template` | the draft as a template, in YAML or JSON |
//! | `rust` | the draft as Rust |

mod draft;
mod rust;
mod template;

use std::io::Write;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::stop::Stop;
use crate::types::find;
use draft::Draft;

const EXAMPLES: &str = "\
Examples:
  formwork new AWS::SQS::Queue > queue.yaml
  formwork new AWS::DynamoDB::Table --optional
  formwork new AWS::Lambda::Function --format rust";

/// Writes a resource of a type: its required properties, with what is demanded of them as comments
///
/// Values to be filled in say `TODO`. JSON has no comments, so there the hints are left out.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Name of the type, such as `AWS::SQS::Queue`
    #[arg(value_name = "TYPE")]
    type_name: String,
    /// What to write
    #[arg(long, short, value_name = "FORMAT", default_value = "yaml")]
    format: Format,
    /// Name the optional properties as well, as comments
    #[arg(long)]
    optional: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Yaml,
    Json,
    Rust,
}

/// Writes it.
pub(crate) fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<ExitCode, Stop> {
    if arguments.optional && arguments.format == Format::Json {
        let message = "JSON has no comments to name the optional properties in\n\
                       help: leave `--optional` out, or write YAML";
        return Err(Stop::unusable(message));
    }
    let resource = find::bundled(&arguments.type_name)?;
    let draft = Draft::of(&resource);
    let text = match arguments.format {
        Format::Yaml => template::yaml(&resource, &draft, arguments.optional),
        Format::Json => template::json(&resource, &draft),
        Format::Rust => rust::text(&resource, &draft, arguments.optional),
    };
    out.write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use formwork::{Json, Types};
    use formwork_specs::bundled;

    /// A third of the catalog; which types that are changes as it grows.
    fn some() -> impl Iterator<Item = &'static str> {
        bundled::names().step_by(3)
    }

    /// What is to be filled in may break a limit. Nothing else is wrong.
    #[test]
    fn every_type_has_a_draft_that_is_read_with_the_properties_it_requires() {
        let types = Types::catalog();
        let mut wrong = Vec::new();
        for name in some() {
            let resource = bundled::resource(name).unwrap().unwrap();
            let draft = Draft::of(&resource);
            let data = template::json(&resource, &draft).parse::<Json>().unwrap();
            for with_optional in [false, true] {
                let yaml = template::yaml(&resource, &draft, with_optional);
                assert_eq!(Json::from_yaml(&yaml).as_ref(), Ok(&data), "{yaml}");
            }
            let resources = data.get("Resources").and_then(Json::as_object).unwrap();
            let (_, written) = resources.iter().next().unwrap();
            let nothing = Json::Object(formwork::Map::new());
            let properties = written.get("Properties").unwrap_or(&nothing);
            let found = types.get(name).unwrap().check_json(&properties.to_string());
            for found in &found {
                let code = found.code();
                if ["E3002", "E3003", "E3012"].contains(&code) {
                    wrong.push(format!("{name}{} {code} {}", found.path(), found.message()));
                }
            }
        }
        assert_eq!(wrong, [""; 0]);
    }

    #[test]
    fn drafts_in_rust_are_rust() {
        for name in some() {
            let resource = bundled::resource(name).unwrap().unwrap();
            let draft = Draft::of(&resource);
            for with_optional in [false, true] {
                let text = rust::text(&resource, &draft, with_optional);
                let file = syn::parse_file(&text);
                assert!(file.is_ok(), "{text}");
            }
        }
    }
}
