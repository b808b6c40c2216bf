//! `formwork convert`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum, ValueHint};
use formwork::Json;

use crate::input::{comments, template, text};
use crate::output::visible::{named, visible_json};
use crate::stop::Stop;

const EXAMPLES: &str = "\
Examples:
  formwork convert template.json > template.yaml
  formwork convert template.yaml --output template.json
  curl -s https://example.com/template.json | formwork convert -";

/// Turns a template from JSON into YAML, or from YAML into JSON
///
/// Nothing is lost but the comments of YAML, which JSON has no place for. The order of members stays, a
/// number stays as it was written, and functions are written as is usual: `!Ref` in YAML, `{"Ref": …}`
/// in JSON.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The template; `-` is standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    file: PathBuf,
    /// What to write [default: the other one]
    #[arg(long, value_name = "FORMAT")]
    to: Option<Format>,
    /// File to write instead of standard output
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
    output: Option<PathBuf>,
}

/// The formats of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Json,
    Yaml,
}

/// Converts it.
pub(crate) fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<ExitCode, Stop> {
    let input = text::read(&arguments.file).map_err(Stop::Unusable)?;
    // The report about a text that is no template says more than that about one that is no data.
    template::of(&input)?;
    let text = &input.text;
    let (from, json) = match text.parse::<Json>() {
        Ok(json) => (Format::Json, json),
        Err(_) => match Json::from_yaml(text) {
            Ok(json) => (Format::Yaml, json),
            Err(error) => return Err(Stop::unusable(error)),
        },
    };
    let to = arguments.to.unwrap_or(match from {
        Format::Json => Format::Yaml,
        Format::Yaml => Format::Json,
    });
    let written = match to {
        Format::Json => visible_json(&format!("{json:#}\n")).into_owned(),
        Format::Yaml => json.to_yaml(),
    };
    match &arguments.output {
        None => out.write_all(written.as_bytes())?,
        Some(path) => write(path, &written).map_err(|error| {
            Stop::unusable(format_args!("cannot write {}: {error}", named(path)))
        })?,
    }
    if from == Format::Yaml {
        say_what_is_lost(comments::of(text).len());
    }
    Ok(ExitCode::SUCCESS)
}

/// Comments go even from YAML to YAML: what is written is the data.
fn say_what_is_lost(comments: usize) {
    match comments {
        0 => {}
        1 => crate::complain("note: one comment was left out"),
        many => crate::complain(&format!("note: {many} comments were left out")),
    }
}

/// Never leaves half of a file behind.
fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".formwork-new");
    std::fs::write(&beside, text)?;
    std::fs::rename(&beside, path).inspect_err(|_| {
        let _the_first_error_counts = std::fs::remove_file(&beside);
    })
}
