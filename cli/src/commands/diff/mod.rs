//! `formwork diff`.

mod markdown;
mod report;
mod side;
mod text;

use std::io::Write;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use formwork_codegen::semver::Class;
use formwork_specs::diff::Effect;

pub(super) use self::report::Report;
use crate::output::json;
use crate::stop::Stop;

const EXAMPLES: &str = "\
Examples:
  formwork diff old.json new.json
  formwork diff specs/ catalog AWS::S3::Bucket
  formwork diff specs/aws-s3-bucket.json catalog --format markdown --fail-on major

Places are pointers into the property object: /Rules/*/Id is in every element of a list or map, /Tags/*(^a) in the
members whose names match a pattern, /Rule[anyOf/1]/Id what the second branch demands there, @Arn an attribute,
#Rule a definition that no property leads to.

JSON: class, stacks, equal (types that do not differ), and types: for each type, class, changes (path, what, old, new,
stacks) and rust (item, class, reason). Here old and new are lists, empty for what is not said; class is patch, minor or
major; stacks is none, looser, milder-update, worse-update, stricter or gone.

Exit codes: 0 nothing reaches --fail-on, 1 something does, 2 the arguments or files could not be used.";

/// Tells what differs between two specifications, and what that means for Rust and for deployed stacks
///
/// Each side is a file in any published format, a folder or archive of such files, or the word `catalog`: the types
/// that come with this command. Types are named in full or with `*`; without any, all types of either side that both sides
/// could have are compared: those of the smaller one, where the other is the catalog.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// What there was: a file, a folder, an archive, or `catalog`
    old: String,
    /// What there is
    new: String,
    /// Types to compare: `*` stands for any letters
    #[arg(value_name = "TYPE")]
    types: Vec<String>,
    /// How to write it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// End with code 1 if a change is at least that
    #[arg(long, value_enum)]
    fail_on: Option<Threshold>,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Format {
    /// A table for a terminal
    Text,
    /// A table for a pull request
    Markdown,
    /// A list of changes for programs
    Json,
}

/// What is worth an exit code.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Threshold {
    /// Any difference
    Patch,
    /// More than before for users of the Rust
    Minor,
    /// Programs that compiled may not
    Major,
    /// Deployed templates may be refused, or changes do more than before
    Stacks,
}

/// Compares, writes, and says whether it was too much.
pub(crate) fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<ExitCode, Stop> {
    let (old, new) = side::both(&arguments.old, &arguments.new, &arguments.types)?;
    let report = Report::of(&old, &new);
    match arguments.format {
        Format::Text => text::write(&report, out)?,
        Format::Markdown => markdown::write(&report, out)?,
        Format::Json => out.write_all(json::print(&report.to_json()).as_bytes())?,
    }
    let reached = arguments.fail_on.is_some_and(|least| match least {
        Threshold::Patch => !report.types.is_empty(),
        Threshold::Minor => report.class() >= Class::Minor,
        Threshold::Major => report.class() >= Class::Major,
        Threshold::Stacks => report.effect() >= Effect::WorseUpdate,
    });
    Ok(if reached {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}
