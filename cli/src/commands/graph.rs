//! `formwork graph`.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum, ValueHint};

use crate::graph::{Graph, dot, mermaid, svg};
use crate::input::{template, text};
use crate::stop::Stop;

const EXAMPLES: &str = "\
Examples:
  formwork graph template.yaml
  formwork graph template.yaml --format svg > template.svg
  formwork graph template.yaml --format dot | dot -Tpng > template.png";

/// Draws the resources of a template and the references between them
///
/// An arrow leads from a resource to one that it refers to by `Ref`, `Fn::GetAtt` or `Fn::Sub`; a dashed
/// one says that there is nothing but a `DependsOn`.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The template; `-` is standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    file: PathBuf,
    /// What to write
    #[arg(long, short, value_name = "FORMAT", default_value = "mermaid")]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// What GitHub and GitLab draw in Markdown
    Mermaid,
    /// The language of Graphviz
    Dot,
    /// A picture
    Svg,
}

/// Draws it.
pub(crate) fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<ExitCode, Stop> {
    let input = text::read(&arguments.file).map_err(Stop::Unusable)?;
    let graph = Graph::of(&template::of(&input)?);
    let text = match arguments.format {
        Format::Mermaid => mermaid::text(&graph),
        Format::Dot => dot::text(&graph),
        Format::Svg => svg::text(&graph),
    };
    out.write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
