//! Published files, out of a folder or an archive.

use std::fs::{self, File};
use std::io::{self, Cursor, Read};
use std::path::Path;

use super::import::Failure;

/// One published file.
pub(crate) struct Published {
    /// Its name without folders.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// What archives begin with.
const XZ: &[u8] = b"\xfd7zXZ\0";
const GZIP: &[u8] = b"\x1f\x8b";

/// No published schema reaches a tenth of this; an archive that holds more is no archive of schemas.
const MOST_BYTES: u64 = 16 << 20;
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

/// The text of a single file, which may be packed.
pub(super) fn text(path: &Path) -> Result<String, Failure> {
    let read = || {
        let bytes = bounded(File::open(path)?)?;
        let bytes = if bytes.starts_with(XZ) {
            bounded(lzma_rust2::XzReader::new(bytes.as_slice(), true))?
        } else if bytes.starts_with(GZIP) {
            bounded(flate2::read::MultiGzDecoder::new(bytes.as_slice()))?
        } else {
            bytes
        };
        String::from_utf8(bytes).map_err(|_| io::Error::other("it is no text in UTF-8"))
    };
    read().map_err(|error| Failure::io("read", path, &error))
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
            "it is, or holds, a file larger than 16 MiB",
        ));
    }
    Ok(bytes)
}

fn archive(path: &Path) -> io::Result<Vec<Published>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(MOST_BYTES_IN_ALL)
        .read_to_end(&mut bytes)?;
    if bytes.starts_with(b"PK\x03\x04") {
        return zip(Cursor::new(bytes));
    }
    let reader = Cursor::new(bytes.as_slice());
    if bytes.starts_with(XZ) {
        tar(lzma_rust2::XzReader::new(reader, true))
    } else if bytes.starts_with(GZIP) {
        tar(flate2::read::MultiGzDecoder::new(reader))
    } else if bytes.get(257..262) == Some(b"ustar") {
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
