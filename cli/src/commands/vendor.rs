//! `formwork vendor`.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueHint};

use crate::catalog::{Origin, Written, file_name, is_same, today, vendored};
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
/// `formwork update` writes it anew. A file that is there already stays as it is: if it says something else, nothing is
/// written.
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

/// A file that is to be written, unless it is there.
struct File {
    path: PathBuf,
    written: Written,
    is_there: bool,
}

/// Writes them; nothing if one of them is not known, or would take the place of something else.
pub(crate) fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<ExitCode, Stop> {
    let origin = match &arguments.from {
        Some(path) => Origin::of(path).map_err(Stop::unusable)?,
        None => Origin::default(),
    };
    let (mut files, mut refused) = (Vec::new(), Vec::new());
    let known: BTreeSet<&String> = arguments.types.iter().collect();
    for name in &known {
        match file(name, &origin, &arguments.into) {
            Ok(file) => files.push(file),
            Err(Stop::Unusable(message)) => refused.push(message),
            Err(stop) => return Err(stop),
        }
    }
    if !refused.is_empty() {
        return Err(Stop::Unusable(refused.join("\n")));
    }
    if let Some(path) = &arguments.from {
        let path = named(path);
        for name in known.iter().filter(|name| !origin.is_published(name)) {
            let name = visible(name);
            crate::complain(&format!(
                "warning: {path} does not describe `{name}`; it is taken from the catalog"
            ));
        }
    }
    write(&files, &arguments.into, out)?;
    Ok(ExitCode::SUCCESS)
}

fn write(files: &[File], folder: &Path, out: &mut dyn Write) -> Result<(), Stop> {
    let refused = |path: &Path, error: io::Error| {
        Stop::unusable(format_args!("cannot write to {}: {error}", named(path)))
    };
    fs::create_dir_all(folder).map_err(|error| refused(folder, error))?;
    for File {
        path,
        written: Written { text, left_out },
        is_there,
    } in files
    {
        let place = path.to_string_lossy();
        let place = visible(&place);
        if *is_there {
            writeln!(out, "{place} is there already")?;
            continue;
        }
        fs::write(path, text).map_err(|error| refused(path, error))?;
        writeln!(out, "{place}")?;
        super::complain_of(left_out, &place);
    }
    Ok(())
}

/// The file of a type. One that is there stays as it is, if the same facts would be written; what somebody else
/// wrote, or what is to be read before it changes, is not written over.
fn file(name: &str, origin: &Origin, folder: &Path) -> Result<File, Stop> {
    let Some(written) = origin.file(name, &today()).map_err(Stop::unusable)? else {
        // Says which names are near.
        find::bundled(name)?;
        return Err(Stop::unusable(format_args!(
            "`{}` is not in the catalog",
            visible(name)
        )));
    };
    let path = folder.join(file_name(name));
    let place = named(&path);
    let there = match fs::read_to_string(&path) {
        // To write there says what is wrong with the folder.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            let is_there = false;
            return Ok(File {
                path,
                written,
                is_there,
            });
        }
        Err(error) => {
            return Err(Stop::unusable(format_args!(
                "cannot read {place}, which is there already: {error}"
            )));
        }
        Ok(there) => there,
    };
    let known = vendored(&there).ok().flatten();
    let Some(known) = known.filter(|known| known.type_name == name) else {
        return Err(Stop::unusable(format_args!(
            "{place} is there already, and `formwork vendor` did not write it\nhelp: call it otherwise, or choose \
             another folder"
        )));
    };
    let same = origin.same(&known).map_err(Stop::unusable)?;
    if same.is_none_or(|same| !is_same(&same, &there)) {
        return Err(Stop::unusable(format_args!(
            "{place} is there already, and says something else than would be written now\nhelp: `formwork update` \
             tells what, and writes it"
        )));
    }
    let is_there = true;
    Ok(File {
        path,
        written,
        is_there,
    })
}
