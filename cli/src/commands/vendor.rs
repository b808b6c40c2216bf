//! `formwork vendor`.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueHint};

use crate::catalog::{Origin, file_name, today};
use crate::output::visible::{named, visible};
use crate::stop::Stop;
use crate::types::find;

const EXAMPLES: &str = "\
Examples:
  formwork vendor AWS::S3::Bucket AWS::SQS::Queue --into specs/
  formwork vendor Acme::Garden::Gnome --into specs/ --from schemas/

Then, in Rust:
  formwork::resource!(spec = \"specs/aws-s3-bucket.json\");";

/// Writes the facts of types into a crate, small and to be reviewed: one file for each type
///
/// A file holds what the catalog holds: the published facts without prose, what is curated about updates, names
/// and references, and where it came from and when. `resource!(spec = "…")` reads it, and nothing changes until
/// `formwork update` writes it anew.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Types, by their full names
    #[arg(value_name = "TYPE", required = true)]
    types: Vec<String>,
    /// The folder to write into; it is made if it does not exist
    #[arg(long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    into: PathBuf,
    /// Registry schemas to take types from, before the catalog: a file, a folder or an archive
    #[arg(long, value_name = "FILES", value_hint = ValueHint::AnyPath)]
    from: Option<PathBuf>,
}

/// Writes them; nothing if one of them is not known.
pub(crate) fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<ExitCode, Stop> {
    let origin = match &arguments.from {
        Some(path) => Origin::of(path).map_err(Stop::unusable)?,
        None => Origin::default(),
    };
    let (mut files, today) = (Vec::new(), today());
    for name in &arguments.types {
        match origin.file(name, &today).map_err(Stop::unusable)? {
            Some(text) => files.push((file_name(name), text)),
            // Says which names are near.
            None => find::bundled(name).map(|_| ())?,
        }
    }
    let folder = &arguments.into;
    let refused =
        |error| Stop::unusable(format_args!("cannot write to {}: {error}", named(folder)));
    fs::create_dir_all(folder).map_err(refused)?;
    for (name, text) in files {
        let path = folder.join(name);
        fs::write(&path, text).map_err(refused)?;
        writeln!(out, "{}", visible(&path.to_string_lossy()))?;
    }
    Ok(ExitCode::SUCCESS)
}
