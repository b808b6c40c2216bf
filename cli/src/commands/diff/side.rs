//! What is compared: files, folders, the catalog.

use std::fs;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;

use formwork_specs::{ResourceType, bundled};

use crate::catalog;
use crate::output::visible::{named, visible};
use crate::stop::Stop;
use crate::types::find;

/// The word for the types that come with the command.
const CATALOG: &str = "catalog";

/// The types of both sides. Of the catalog only those that the other side has, or that are asked for: whoever
/// compares three files with it does not want to hear of all the others.
pub(super) fn both(
    old: &str,
    new: &str,
    patterns: &[String],
) -> Result<(Vec<ResourceType>, Vec<ResourceType>), Stop> {
    let wanted = |name: &str| {
        patterns.is_empty()
            || patterns.iter().any(|pattern| {
                pattern == name || (pattern.contains('*') && find::fits(pattern, name))
            })
    };
    let (old, new) = match (old == CATALOG, new == CATALOG) {
        (true, true) => {
            let message = "both sides are the catalog\nhelp: name a file or folder for one of them";
            return Err(Stop::unusable(message));
        }
        (true, false) => {
            let new = of_path(new, &wanted)?;
            (of_catalog(&new, patterns, &wanted)?, new)
        }
        (false, true) => {
            let old = of_path(old, &wanted)?;
            let new = of_catalog(&old, patterns, &wanted)?;
            (old, new)
        }
        // The two are as large as each other, and reading is most of the work.
        (false, false) => thread::scope(|scope| {
            let other = scope.spawn(|| of_path(new, &wanted));
            let old = of_path(old, &wanted)?;
            let new = other.join().unwrap_or_else(|panic| resume_unwind(panic))?;
            Ok::<_, Stop>((old, new))
        })?,
    };
    for pattern in patterns.iter().filter(|pattern| !pattern.contains('*')) {
        let mut all = old.iter().chain(&new);
        if !all.any(|resource| resource.name.as_str() == pattern.as_str()) {
            return Err(Stop::unusable(format_args!(
                "neither side has the type `{}`",
                visible(pattern)
            )));
        }
    }
    Ok((old, new))
}

fn of_catalog(
    other: &[ResourceType],
    patterns: &[String],
    wanted: &dyn Fn(&str) -> bool,
) -> Result<Vec<ResourceType>, Stop> {
    let is_known = |name: &&str| match patterns {
        [] => other.iter().any(|resource| resource.name.as_str() == *name),
        _ => wanted(name),
    };
    bundled::names()
        .filter(is_known)
        .map(find::bundled)
        .collect()
}

fn of_path(path: &str, wanted: &dyn Fn(&str) -> bool) -> Result<Vec<ResourceType>, Stop> {
    let path = Path::new(path);
    let mut types: Vec<ResourceType> = Vec::new();
    for (place, bytes) in texts(path)? {
        let spec = formwork_specs::read_types(&bytes, wanted).map_err(|problems| {
            Stop::unusable(format_args!("{place} cannot be read:\n{problems}"))
        })?;
        for resource in spec.resources {
            if types.iter().any(|known| known.name == resource.name) {
                return Err(Stop::unusable(format_args!(
                    "{place} describes `{}`, which another file of the folder describes as well",
                    visible(resource.name.as_str())
                )));
            }
            types.push(resource);
        }
    }
    Ok(types)
}

/// The texts of a file, of a folder, or of an archive, each with the place to be told.
fn texts(path: &Path) -> Result<Vec<(String, Vec<u8>)>, Stop> {
    const ARCHIVES: [&str; 5] = [".zip", ".tar", ".tgz", ".tar.gz", ".tar.xz"];
    let name = path.to_string_lossy().to_lowercase();
    if !path.is_dir() && ARCHIVES.iter().any(|ending| name.ends_with(ending)) {
        let files = catalog::published(path).map_err(Stop::unusable)?;
        let files = files.into_iter().map(|file| (file.name, file.bytes));
        return Ok(files
            .map(|(name, bytes)| {
                (
                    format!("{} in {}", named(Path::new(&name)), named(path)),
                    bytes,
                )
            })
            .collect());
    }
    let read = |file: PathBuf| {
        let place = named(&file);
        let bytes = fs::read(&file)
            .map_err(|error| Stop::unusable(format_args!("cannot read {place}: {error}")))?;
        Ok((place, bytes))
    };
    files(path)?.into_iter().map(read).collect()
}

/// A file, or the files of a folder whose names end in `.json`, by name.
fn files(path: &Path) -> Result<Vec<PathBuf>, Stop> {
    let place = named(path);
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let refused = |error| Stop::unusable(format_args!("cannot read the folder {place}: {error}"));
    let mut files = Vec::new();
    for entry in fs::read_dir(path).map_err(refused)? {
        let path = entry.map_err(refused)?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(Stop::unusable(format_args!(
            "the folder {place} has no file that ends in `.json`"
        )));
    }
    Ok(files)
}
