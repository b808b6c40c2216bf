//! What is compared: files, folders, the catalog.

use std::collections::HashSet;
use std::fs;
use std::panic::resume_unwind;
use std::path::Path;
use std::thread;

use formwork_specs::{ResourceType, TypeName, bundled};

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
    let mut known: HashSet<TypeName> = HashSet::new();
    for (place, bytes) in texts(path)? {
        let spec = formwork_specs::read_types(&bytes, wanted).map_err(|problems| {
            Stop::unusable(format_args!("{place} cannot be read:\n{problems}"))
        })?;
        for resource in spec.resources {
            if !known.insert(resource.name.clone()) {
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
    // Neither: what another program gives, or nothing.
    if !path.is_file() && !path.is_dir() {
        let bytes = fs::read(path);
        let refused = |error| Stop::unusable(format_args!("cannot read {}: {error}", named(path)));
        return Ok(vec![(named(path), bytes.map_err(refused)?)]);
    }
    let own = path.file_name().unwrap_or_default().to_string_lossy();
    let place = |name: &str| match path.is_dir() {
        true => named(&path.join(name)),
        false if *name == own => named(path),
        false => format!("{} in {}", named(Path::new(name)), named(path)),
    };
    let files = catalog::published(path).map_err(Stop::unusable)?;
    let files = files.into_iter();
    Ok(files.map(|file| (place(&file.name), file.bytes)).collect())
}
