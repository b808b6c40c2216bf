//! Published files, out of a folder or an archive.

use std::fs::{self, File};
use std::io::{self, Cursor, Read};
use std::path::Path;

use formwork_specs::tree;

use crate::output::visible::named;

use super::import::Failure;

/// One published file.
pub(crate) struct Published {
    /// Its name without folders.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

impl Published {
    /// Whether it is JSON that is certainly no specification: a patch, or facts, beside those of a crate.
    fn is_something_else(&self) -> bool {
        let Ok(text) = std::str::from_utf8(&self.bytes) else {
            return false;
        };
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        // What is no JSON may have been a specification.
        let Ok(root) = tree::parse(text, &|_, _| false) else {
            return false;
        };
        let roots = ["typeName", "ResourceTypes", "ResourceType", "Schema"];
        roots.iter().all(|key| root.get(key).is_none())
    }
}

/// What archives begin with.
const XZ: &[u8] = b"\xfd7zXZ\0";
const GZIP: &[u8] = b"\x1f\x8b";
const ZIP: &[u8] = b"PK\x03\x04";
/// What a tape archive has behind the first 257 bytes.
const TAR: &[u8] = b"ustar";

/// No published file reaches a quarter of this, the whole Resource Specification included; an archive that holds more
/// is no archive of schemas.
const MOST_BYTES: u64 = 64 << 20;
/// The same for all of them together.
const MOST_BYTES_IN_ALL: u64 = 1 << 30;

/// All files `*.json` of a folder, or of an archive recognised by its content, sorted by name.
pub(crate) fn files(path: &Path) -> Result<Vec<Published>, Failure> {
    let is_folder = path.is_dir();
    let files = if is_folder {
        folder(path)
    } else {
        archive(path)
    };
    let mut files = files.map_err(|error| Failure::io("read", path, &error))?;
    files.sort_by(|left, right| left.name.cmp(&right.name));
    if files.is_empty() {
        return Err(Failure::new(format!(
            "`{}` holds no file `*.json`",
            path.display()
        )));
    }
    Ok(files)
}

/// The files of a folder or of an archive, or the one file that is given, which may be packed: by what it holds, not
/// by how it is called. What in a folder is certainly something else is passed over, and said to be.
pub(crate) fn published(path: &Path) -> Result<Vec<Published>, Failure> {
    let refused = |error: io::Error| Failure::io("read", path, &error);
    if path.is_dir() {
        let (others, files): (Vec<_>, Vec<_>) = files(path)?
            .into_iter()
            .partition(Published::is_something_else);
        for other in others {
            let place = named(&path.join(other.name));
            crate::complain(&format!(
                "warning: {place} is no specification; it is passed over"
            ));
        }
        if files.is_empty() {
            return Err(Failure::new(format!(
                "{} holds no specification",
                named(path)
            )));
        }
        return Ok(files);
    }
    if is_archive(path).map_err(refused)? {
        return files(path);
    }
    let name = path.file_name().unwrap_or(path.as_os_str());
    let name = name.to_string_lossy().into_owned();
    let bytes = unpacked(path).map_err(refused)?;
    Ok(vec![Published { name, bytes }])
}

/// Whether a file holds several, packed or not.
fn is_archive(path: &Path) -> io::Result<bool> {
    const LONGEST_START: u64 = 262;
    let start = |reader: &mut dyn Read| {
        let mut start = Vec::new();
        reader.take(LONGEST_START).read_to_end(&mut start)?;
        Ok::<_, io::Error>(start)
    };
    let of_file = start(&mut File::open(path)?)?;
    let of_content = if of_file.starts_with(XZ) {
        start(&mut lzma_rust2::XzReader::new(File::open(path)?, true))?
    } else if of_file.starts_with(GZIP) {
        start(&mut flate2::read::MultiGzDecoder::new(File::open(path)?))?
    } else {
        of_file
    };
    Ok(of_content.starts_with(ZIP) || of_content.get(257..) == Some(TAR))
}

/// The text of a single file, which may be packed.
pub(super) fn text(path: &Path) -> Result<String, Failure> {
    let text = unpacked(path).and_then(|bytes| {
        String::from_utf8(bytes).map_err(|_| io::Error::other("it is no text in UTF-8"))
    });
    text.map_err(|error| Failure::io("read", path, &error))
}

/// What a single file holds.
fn unpacked(path: &Path) -> io::Result<Vec<u8>> {
    let bytes = bounded(File::open(path)?)?;
    if bytes.starts_with(XZ) {
        bounded(lzma_rust2::XzReader::new(bytes.as_slice(), true))
    } else if bytes.starts_with(GZIP) {
        bounded(flate2::read::MultiGzDecoder::new(bytes.as_slice()))
    } else {
        Ok(bytes)
    }
}

fn folder(path: &Path) -> io::Result<Vec<Published>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let entry = entry?.path();
        if entry.is_file()
            && let Some(name) = wanted(&entry)
        {
            let bytes = bounded(File::open(&entry)?)?;
            files.push(Published { name, bytes });
        }
    }
    Ok(files)
}

/// The name of a file that is to be read. Hidden files are leftovers of the system that packed them.
fn wanted(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let is_wanted = is_json(path) && !name.starts_with('.');
    is_wanted.then(|| name.to_owned())
}

/// Whether it is called a JSON file.
pub(super) fn is_json(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "json")
}

fn bounded(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(io::Error::other(
            "it is, or holds, a file larger than 64 MiB",
        ));
    }
    Ok(bytes)
}

fn archive(path: &Path) -> io::Result<Vec<Published>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(MOST_BYTES_IN_ALL)
        .read_to_end(&mut bytes)?;
    if bytes.starts_with(ZIP) {
        return zip(Cursor::new(bytes));
    }
    let reader = Cursor::new(bytes.as_slice());
    if bytes.starts_with(XZ) {
        tar(lzma_rust2::XzReader::new(reader, true))
    } else if bytes.starts_with(GZIP) {
        tar(flate2::read::MultiGzDecoder::new(reader))
    } else if bytes.get(257..262) == Some(TAR) {
        tar(reader)
    } else {
        let known = "it is no folder and none of the archives `.tar`, `.tar.gz`, `.tar.xz`, `.zip`";
        Err(io::Error::other(known))
    }
}

fn tar(reader: impl Read) -> io::Result<Vec<Published>> {
    let mut files = Vec::new();
    for entry in tar::Archive::new(reader.take(MOST_BYTES_IN_ALL)).entries()? {
        let entry = entry?;
        let is_file = entry.header().entry_type().is_file();
        let name = wanted(&entry.path()?);
        if is_file && let Some(name) = name {
            let bytes = bounded(entry)?;
            files.push(Published { name, bytes });
        }
    }
    Ok(files)
}

fn zip(reader: Cursor<Vec<u8>>) -> io::Result<Vec<Published>> {
    let mut archive = zip::ZipArchive::new(reader)?;
    let mut files = Vec::new();
    let mut in_all = 0;
    for index in 0..archive.len() {
        let entry = archive.by_index(index)?;
        let name = wanted(Path::new(entry.name()?.as_ref()));
        if entry.is_file()
            && let Some(name) = name
        {
            let bytes = bounded(entry)?;
            in_all += bytes.len() as u64;
            if in_all > MOST_BYTES_IN_ALL {
                return Err(io::Error::other("its files are larger than 1 GiB in all"));
            }
            files.push(Published { name, bytes });
        }
    }
    Ok(files)
}
