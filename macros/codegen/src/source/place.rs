//! From the path that the user wrote to a file.

use std::env;
use std::io;
use std::path::{Component, Path, PathBuf};

use formwork_specs::visible::quoted;
use syn::LitStr;

use crate::problems::with_help;
use crate::suggest;

/// How many entries of a folder are looked at for suggestions.
const MOST_ENTRIES: usize = 2_000;

/// A file that exists.
#[derive(Debug)]
pub(crate) struct Place {
    /// Relative to the calling crate, with `/`.
    pub(crate) relative: String,
    /// Where it is on this machine; never printed.
    pub(crate) absolute: PathBuf,
}

/// Finds a file of the calling crate.
pub(crate) fn find(written: &LitStr) -> syn::Result<Place> {
    let Some(folder) = env::var_os("CARGO_MANIFEST_DIR") else {
        return Err(with_help(
            written.span(),
            "the folder of the calling crate is not known, because `CARGO_MANIFEST_DIR` is not set",
            "set it to the folder of `Cargo.toml`, as cargo does",
        ));
    };
    find_in(Path::new(&folder), written)
}

fn find_in(folder: &Path, written: &LitStr) -> syn::Result<Place> {
    let path = written.value();
    let relative =
        relative(&path).map_err(|(message, help)| with_help(written.span(), message, help))?;
    let absolute = folder.join(&relative);
    if absolute.is_file() {
        return Ok(Place { relative, absolute });
    }
    let (message, help) = if absolute.is_dir() {
        (
            format!("{} is a folder, not a specification", quoted(&path)),
            in_folder(&absolute, &relative, "").or_else(|| Some("name a file in it".to_owned())),
        )
    } else {
        missing(folder, &relative)
    };
    let help = help.unwrap_or_else(|| "paths begin at the folder of `Cargo.toml`".to_owned());
    Err(with_help(written.span(), message, help))
}

/// Why a file that exists was not read.
pub(crate) fn unreadable(written: &LitStr, relative: &str, error: &io::Error) -> syn::Error {
    with_help(
        written.span(),
        format!("{} cannot be read: {}", quoted(relative), error.kind()),
        "check the permissions of the file",
    )
}

/// The path without detours, or what is wrong with it and the cure.
fn relative(path: &str) -> Result<String, (String, &'static str)> {
    const CURE: &str = "write it relative to the folder of `Cargo.toml`: `specs/queue.json`";
    if path.is_empty() {
        return Err(("the path is empty".to_owned(), CURE));
    }
    if path.contains('\\') {
        let message = format!(
            "{} holds a backslash, which divides names on one system only",
            quoted(path)
        );
        return Err((message, "divide names with `/`"));
    }
    if path.contains('\0') {
        return Err((
            "the path holds a character that no file name can have".to_owned(),
            CURE,
        ));
    }
    let has_drive = path.as_bytes().get(1) == Some(&b':');
    if path.starts_with('/') || has_drive || Path::new(path).is_absolute() {
        let message = format!(
            "{} is absolute, and other machines do not have that path",
            quoted(path)
        );
        return Err((message, CURE));
    }
    let mut parts: Vec<&str> = Vec::new();
    for component in Path::new(path).components() {
        match component {
            Component::Normal(name) => parts.extend(name.to_str()),
            // Crates of one workspace may share a file.
            Component::ParentDir if parts.last().is_none_or(|last| *last == "..") => {
                parts.push("..");
            }
            Component::ParentDir => drop(parts.pop()),
            Component::CurDir | Component::RootDir | Component::Prefix(_) => {}
        }
    }
    Ok(parts.join("/"))
}

/// What a path lacks first: a folder or the file.
fn missing(folder: &Path, relative: &str) -> (String, Option<String>) {
    let mut at = folder.to_path_buf();
    let mut passed = String::new();
    let parts: Vec<&str> = relative.split('/').collect();
    let (name, folders) = parts.split_last().unwrap_or((&"", &[]));
    for part in folders {
        let next = at.join(part);
        if !next.is_dir() {
            let message = format!(
                "{} does not exist: there is no folder {}",
                quoted(relative),
                quoted(&format!("{passed}{part}"))
            );
            return (message, in_folder(&at, passed.trim_end_matches('/'), part));
        }
        at = next;
        passed.extend([part, "/"]);
    }
    let message = format!("{} does not exist", quoted(relative));
    (message, in_folder(&at, passed.trim_end_matches('/'), name))
}

/// The names in a folder that resemble one, else some specifications that are there.
fn in_folder(folder: &Path, shown: &str, name: &str) -> Option<String> {
    let entries = std::fs::read_dir(folder).ok()?;
    let mut names: Vec<String> = entries
        .take(MOST_ENTRIES)
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| !name.starts_with('.'))
        .collect();
    names.sort_unstable();
    let path = |name: &str| {
        if shown.is_empty() {
            name.to_owned()
        } else {
            format!("{shown}/{name}")
        }
    };
    let near = suggest::nearest(name, names.iter().map(String::as_str));
    if !near.is_empty() {
        let near: Vec<String> = near.into_iter().map(path).collect();
        let near: Vec<&str> = near.iter().map(String::as_str).collect();
        return suggest::alternatives(&near).map(|names| format!("did you mean {names}?"));
    }
    let files = names
        .iter()
        .filter(|name| Path::new(name).extension().is_some_and(|end| end == "json"))
        .take(3);
    let files: Vec<String> = files.map(|name| path(name)).collect();
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    suggest::alternatives(&files).map(|names| format!("there is {names}"))
}

#[cfg(test)]
mod tests {
    use proc_macro2::Span;

    use super::*;

    fn complaint(path: &str) -> String {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        find_in(folder, &LitStr::new(path, Span::call_site()))
            .unwrap_err()
            .to_string()
    }

    #[test]
    fn finds_files_of_the_crate() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let place = find_in(
            folder,
            &LitStr::new("./src/../Cargo.toml", Span::call_site()),
        )
        .unwrap();
        assert_eq!(place.relative, "Cargo.toml");
        assert!(place.absolute.is_file());
        let shared = find_in(folder, &LitStr::new("../Cargo.toml", Span::call_site())).unwrap();
        assert_eq!(shared.relative, "../Cargo.toml");
    }

    #[test]
    fn refuses_paths_that_mean_nothing_elsewhere() {
        assert!(complaint("/etc/passwd").contains("is absolute"));
        assert!(complaint("C:/x.json").contains("is absolute"));
        assert!(complaint("../x.json").contains("`../x.json` does not exist"));
        assert!(complaint("src/../../x.json").contains("`../x.json` does not exist"));
        assert!(complaint("src\\x.json").contains("backslash"));
        assert!(complaint("").contains("the path is empty"));
    }

    #[test]
    fn proposes_what_is_there() {
        assert_eq!(
            complaint("Cargo.tml"),
            "`Cargo.tml` does not exist\nhelp: did you mean `Cargo.toml`?"
        );
        assert_eq!(
            complaint("srx/lib.rs"),
            "`srx/lib.rs` does not exist: there is no folder `srx`\nhelp: did you mean `src`?",
        );
        assert!(complaint("src/lbi.rs").contains("did you mean `src/lib.rs`?"));
        assert!(complaint("src").contains("`src` is a folder"));
    }
}
