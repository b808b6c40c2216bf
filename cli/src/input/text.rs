//! A file as text.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::output::visible::named;

/// `CloudFormation` takes a template of one megabyte at most; what is larger than this is none.
const MOST_BYTES: u64 = 16 << 20;

/// The name that stands for standard input.
pub(crate) const STDIN: &str = "-";

/// A text and what it is called in reports.
#[derive(Debug)]
pub(crate) struct Input {
    /// The path as it was given, or `<stdin>`.
    pub(crate) name: String,
    pub(crate) text: String,
}

/// Reads a file, or standard input for `-`; says what is wrong with it if it cannot.
pub(crate) fn read(path: &Path) -> Result<Input, String> {
    let (name, bytes) = if path.as_os_str() == STDIN {
        ("<stdin>".to_owned(), bounded(io::stdin().lock()))
    } else {
        let bytes = File::open(path).and_then(bounded);
        (path.to_string_lossy().into_owned(), bytes)
    };
    let cannot = |why: &dyn std::fmt::Display| format!("cannot read {}: {why}", named(path));
    let bytes = bytes.map_err(|error| match error.kind() {
        io::ErrorKind::IsADirectory => cannot(&"it is a folder"),
        _ => cannot(&error),
    })?;
    match decoded(bytes) {
        Ok(text) => Ok(Input { name, text }),
        Err(why) => Err(cannot(&why)),
    }
}

/// Bytes as text, if they are one of a template's size; else why not.
pub(super) fn decoded(bytes: Vec<u8>) -> Result<String, String> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err("it is larger than 16 MiB, and no template is".to_owned());
    }
    String::from_utf8(bytes).map_err(|error| {
        let before = error.as_bytes().get(..error.utf8_error().valid_up_to());
        let before = String::from_utf8_lossy(before.unwrap_or_default());
        let line = before.matches('\n').count() + 1;
        format!("line {line} is not UTF-8")
    })
}

/// One byte more than the most, if there is more.
fn bounded(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
