//! `formwork update`.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueHint};
use formwork_specs::ResourceType;

use super::diff::Report;
use crate::catalog::{Origin, Vendored, Written, is_same, today, vendored};
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
    /// The folder that `vendor` wrote into, or one file of it
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
    let (mut stale, mut count, mut refused) = (Vec::new(), 0, Vec::new());
    for path in files(folder)? {
        let looked_at = vendored_file(&path).and_then(|found| {
            let Some((text, known)) = found else {
                return Ok(None);
            };
            count += 1;
            if_stale(path, &text, &known, origin)
        });
        match looked_at {
            Ok(found) => stale.extend(found),
            Err(Stop::Unusable(message)) => refused.push(message),
            Err(stop) => return Err(stop),
        }
    }
    if refused.is_empty() {
        Ok((stale, count))
    } else {
        Err(Stop::Unusable(refused.join("\n")))
    }
}

/// A file that is named, or those of a folder that end in `.json`.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Stop> {
    if folder.is_file() {
        return Ok(vec![folder.to_owned()]);
    }
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
        let path = entry.map_err(|error| unreadable(folder, &error))?.path();
        let extension = path.extension();
        if extension.is_some_and(|extension| extension == "json") && !path.is_dir() {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn unreadable(path: &Path, error: &dyn std::fmt::Display) -> Stop {
    Stop::unusable(format_args!("cannot read {}: {error}", named(path)))
}

/// The text of a file, if `vendor` wrote it, and what it says of itself.
fn vendored_file(path: &Path) -> Result<Option<(String, Vendored)>, Stop> {
    let text = fs::read_to_string(path).map_err(|error| unreadable(path, &error))?;
    let known = vendored(&text).map_err(|problems| unreadable(path, &problems))?;
    Ok(known.map(|known| (text, known)))
}

/// What a file would be now, if that is not what it is.
fn if_stale(
    path: PathBuf,
    text: &str,
    known: &Vendored,
    origin: &Origin,
) -> Result<Option<Stale>, Stop> {
    let name = &known.type_name;
    let Some(same) = origin.same(known).map_err(Stop::unusable)? else {
        return Err(Stop::unusable(format_args!(
            "{} describes `{}`, which the catalog does not have\nhelp: name its schema with `--from`, or take the \
             file out of the folder",
            named(&path),
            visible(name)
        )));
    };
    // From where and when the same facts come is no difference.
    if is_same(&same, text) {
        return Ok(None);
    }
    let new = origin.file(name, &today()).map_err(Stop::unusable)?;
    let Some(Written {
        text: new,
        left_out,
    }) = new
    else {
        return Ok(None);
    };
    super::complain_of(&left_out, &visible(&path.to_string_lossy()));
    Ok(Some(Stale {
        old: one(text, &path)?,
        new: one(&new, &path)?,
        text: new,
        path,
    }))
}

fn one(text: &str, path: &Path) -> Result<ResourceType, Stop> {
    let refused = |reason: &dyn std::fmt::Display| {
        Stop::unusable(format_args!("{} cannot be read:\n{reason}", named(path)))
    };
    let mut spec = formwork_specs::read(text.as_bytes()).map_err(|problems| refused(&problems))?;
    let resource = spec.resources.pop();
    resource.ok_or_else(|| refused(&"it describes no type"))
}
