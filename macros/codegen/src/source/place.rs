//! From the path that the user wrote to a file.

use std::env;
use std::fs::{self, FileType};
use std::io;
use std::path::{Component, Path, PathBuf};

use formwork_specs::visible::{self, quoted};
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
    let (message, help) = match fs::metadata(&absolute) {
        Ok(metadata) if metadata.is_file() => return Ok(Place { relative, absolute }),
        Ok(metadata) if metadata.is_dir() => (
            format!("{} is a folder, not a specification", quoted(&path)),
            in_folder(&absolute, &relative, "").or_else(|| Some("name a file in it".to_owned())),
        ),
        // A pipe would be waited for, and a device has no end.
        Ok(metadata) => (
            format!(
                "{} is {}, not a file",
                quoted(&path),
                kind(metadata.file_type())
            ),
            Some("name a file that holds the specification".to_owned()),
        ),
        Err(error) if error.kind() == io::ErrorKind::NotFound => lost(folder, &absolute, &relative),
        Err(error) => return Err(unreadable(written, &relative, &error)),
    };
    let help = help.unwrap_or_else(|| "paths begin at the folder of `Cargo.toml`".to_owned());
    Err(with_help(written.span(), message, help))
}

/// What something is that is neither file nor folder.
fn kind(file_type: FileType) -> &'static str {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt as _;

        if file_type.is_fifo() {
            return "a pipe";
        }
        if file_type.is_socket() {
            return "a socket";
        }
        if file_type.is_char_device() || file_type.is_block_device() {
            return "a device";
        }
    }
    let _ = file_type;
    "something else"
}

/// What a path lacks: a folder, the file, or what a link leads to.
fn lost(folder: &Path, absolute: &Path, relative: &str) -> (String, Option<String>) {
    match fs::read_link(absolute) {
        Ok(target) => (
            format!(
                "{} is a link to {}, which does not exist",
                quoted(relative),
                quoted(&target.to_string_lossy())
            ),
            Some("mend the link, or name the file itself".to_owned()),
        ),
        Err(_) => missing(folder, relative),
    }
}

/// Why a file that exists was not read.
pub(crate) fn unreadable(written: &LitStr, relative: &str, error: &io::Error) -> syn::Error {
    let help = match error.kind() {
        io::ErrorKind::PermissionDenied => "check the permissions of the file and its folders",
        io::ErrorKind::FileTooLarge => "name the schema of the type alone, which is smaller",
        _ => "name a file that can be read",
    };
    let why = if error.get_ref().is_some() {
        // One of ours.
        error.to_string()
    } else if is_loop_of_links(error) {
        "it is a link that leads back to itself".to_owned()
    } else {
        error.kind().to_string()
    };
    let message = format!(
        "{} cannot be read: {}",
        quoted(relative),
        visible::name(&why)
    );
    with_help(written.span(), message, help)
}

/// The kind of that error has no stable name yet.
fn is_loop_of_links(error: &io::Error) -> bool {
    format!("{:?}", error.kind()) == "FilesystemLoop"
}

/// The path without detours, or what is wrong with it and the cure.
fn relative(path: &str) -> Result<String, (String, &'static str)> {
    const CURE: &str = "write it relative to the folder of `Cargo.toml`: `specs/queue.json`";
    if path.is_empty() {
        return Err(("the path is empty".to_owned(), CURE));
    }
    if let Some((scheme, _)) = path.split_once("://") {
        let message = format!(
            "{} is an address, and only files are read while compiling",
            quoted(path)
        );
        let cure = if scheme == "file" {
            CURE
        } else {
            "save what is there as a file of the crate, such as `specs/queue.json`"
        };
        return Err((message, cure));
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
    let entries = fs::read_dir(folder).ok()?;
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
    fn says_that_an_address_is_no_file() {
        for (path, cure) in [
            ("https://example.com/queue.json", "save what is there"),
            ("s3://bucket/queue.json", "save what is there"),
            ("file:///etc/queue.json", "write it relative to"),
        ] {
            let said = complaint(path);
            assert!(
                said.contains("is an address, and only files are read"),
                "{said}"
            );
            assert!(said.contains(cure), "{said}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn says_what_is_there_instead_of_a_file() {
        use std::os::unix::fs::symlink;
        use std::os::unix::net::UnixListener;
        use std::process::Command;

        let folder = env::temp_dir().join(format!("formwork-place-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = |name: &str| folder.join(name);
        assert!(
            Command::new("mkfifo")
                .arg(path("pipe.json"))
                .status()
                .unwrap()
                .success()
        );
        let _socket = UnixListener::bind(path("socket.json")).unwrap();
        symlink(path("loop.json"), path("loop.json")).unwrap();
        symlink("nowhere.json", path("dangling.json")).unwrap();
        symlink("/dev/null", path("device.json")).unwrap();
        fs::write(path("real.json"), "{}").unwrap();
        symlink("real.json", path("link.json")).unwrap();
        let find = |name: &str| find_in(&folder, &LitStr::new(name, Span::call_site()));
        for (name, expected) in [
            ("pipe.json", "`pipe.json` is a pipe, not a file"),
            ("socket.json", "`socket.json` is a socket, not a file"),
            ("device.json", "`device.json` is a device, not a file"),
            (
                "loop.json",
                "`loop.json` cannot be read: it is a link that leads back to itself",
            ),
            (
                "dangling.json",
                "`dangling.json` is a link to `nowhere.json`, which does not exist",
            ),
            (
                "real.json/x.json",
                "`real.json/x.json` cannot be read: not a directory",
            ),
        ] {
            let said = find(name).unwrap_err().to_string();
            assert!(said.starts_with(expected), "{said}");
            assert!(
                said.contains("\nhelp: ") && !said.contains("did you mean"),
                "{said}"
            );
        }
        assert_eq!(find("link.json").unwrap().relative, "link.json");
        let long = "x".repeat(5_000);
        assert!(find(&long).unwrap_err().to_string().len() < 300);
        fs::remove_dir_all(&folder).unwrap();
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
