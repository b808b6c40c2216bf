//! `formwork update`.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueHint};
use formwork_specs::ResourceType;

use super::diff::Report;
use crate::catalog::{Origin, today, vendored};
use crate::output::visible::{named, visible};
use crate::stop::Stop;

const EXAMPLES: &str = "\
Examples:
  formwork update specs/
  formwork update specs/ --check
  formwork update specs/ --from schemas.tar.xz

Exit codes: 0 all went well, 1 something would change (with --check), 2 the arguments or files could not be used.";

/// Brings the files that `vendor` wrote up to date, and tells what changes
///
/// Files that `vendor` did not write are left alone.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The folder that `vendor` wrote into
    #[arg(value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    folder: PathBuf,
    /// Registry schemas to take types from, before the catalog: a file, a folder or an archive
    #[arg(long, value_name = "FILES", value_hint = ValueHint::AnyPath)]
    from: Option<PathBuf>,
    /// Write nothing; end with code 1 if something would change
    #[arg(long)]
    check: bool,
}

/// One file that is not as it would be written now.
struct Stale {
    path: PathBuf,
    text: String,
    old: ResourceType,
    new: ResourceType,
}

/// Writes what differs, and tells what that is.
pub(crate) fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<ExitCode, Stop> {
    let origin = match &arguments.from {
        Some(path) => Origin::of(path).map_err(Stop::unusable)?,
        None => Origin::default(),
    };
    let (stale, vendored) = stale(&arguments.folder, &origin)?;
    if vendored == 0 {
        return Err(Stop::unusable(format_args!(
            "{} has no file that `formwork vendor` wrote",
            named(&arguments.folder)
        )));
    }
    let (old, new): (Vec<_>, Vec<_>) = stale
        .iter()
        .map(|stale| (stale.old.clone(), stale.new.clone()))
        .unzip();
    if stale.is_empty() {
        let files = if vendored == 1 { "file" } else { "files" };
        writeln!(out, "nothing differs in {vendored} {files}")?;
        return Ok(ExitCode::SUCCESS);
    }
    Report::of(&old, &new).write(out)?;
    for stale in &stale {
        let path = visible(&stale.path.to_string_lossy()).into_owned();
        if arguments.check {
            writeln!(out, "{path} would be written anew")?;
            continue;
        }
        fs::write(&stale.path, &stale.text)
            .map_err(|error| Stop::unusable(format_args!("cannot write {path}: {error}")))?;
        writeln!(out, "{path} was written anew")?;
    }
    Ok(if arguments.check {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// The files that differ from what they would be now, and how many `vendor` wrote.
fn stale(folder: &Path, origin: &Origin) -> Result<(Vec<Stale>, usize), Stop> {
    let refused = |path: &Path, error: &dyn std::fmt::Display| {
        Stop::unusable(format_args!("cannot read {}: {error}", named(path)))
    };
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| refused(folder, &error))? {
        let path = entry.map_err(|error| refused(folder, &error))?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            paths.push(path);
        }
    }
    paths.sort();
    let (mut stale, mut count, today) = (Vec::new(), 0, today());
    for path in paths {
        let text = fs::read_to_string(&path).map_err(|error| refused(&path, &error))?;
        let known = vendored(&text).map_err(|problems| refused(&path, &problems))?;
        let Some(known) = known else {
            continue;
        };
        count += 1;
        let name = known.type_name;
        let file = |day: &str| origin.file(&name, day).map_err(Stop::unusable);
        let Some(same) = file(&known.day)? else {
            return Err(Stop::unusable(format_args!(
                "{} describes `{}`, which the catalog does not have\nhelp: name its schema with `--from`, or take \
                 the file out of the folder",
                named(&path),
                visible(&name)
            )));
        };
        // A day alone is no difference, nor is how a system ends its lines.
        if same != text.replace("\r\n", "\n") {
            let new = file(&today)?.unwrap_or(same);
            stale.push(Stale {
                old: one(&text, &path)?,
                new: one(&new, &path)?,
                text: new,
                path,
            });
        }
    }
    Ok((stale, count))
}

fn one(text: &str, path: &Path) -> Result<ResourceType, Stop> {
    let refused = |reason: &dyn std::fmt::Display| {
        Stop::unusable(format_args!("{} cannot be read:\n{reason}", named(path)))
    };
    let mut spec = formwork_specs::read(text.as_bytes()).map_err(|problems| refused(&problems))?;
    let resource = spec.resources.pop();
    resource.ok_or_else(|| refused(&"it describes no type"))
}
