//! The folder of the catalog: a file per type, and the index that the library embeds them by.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::import::Failure;
use super::source::is_json;

/// The index, beside the files that it names.
const INDEX: &str = "index.rs";

/// The files of a catalog as they are now.
pub(super) struct Folder {
    path: PathBuf,
    /// File name -> content.
    files: BTreeMap<String, String>,
    index: Option<String>,
}

/// `AWS::S3::Bucket` -> `aws-s3-bucket.json`.
pub(super) fn file_name(type_name: &str) -> String {
    format!("{}.json", type_name.replace("::", "-").to_lowercase())
}

impl Folder {
    /// Reads what is there. A folder that does not exist yet is empty.
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        let mut folder = Self {
            path: path.to_owned(),
            files: BTreeMap::new(),
            index: None,
        };
        match folder.fill() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(folder),
            Err(error) => Err(Failure::io("read", path, &error)),
            Ok(()) => Ok(folder),
        }
    }

    fn fill(&mut self) -> io::Result<()> {
        for entry in fs::read_dir(&self.path)? {
            let entry = entry?;
            if let Ok(name) = entry.file_name().into_string() {
                if name == INDEX {
                    self.index = Some(fs::read_to_string(entry.path())?);
                } else if is_json(&entry.path()) {
                    self.files.insert(name, fs::read_to_string(entry.path())?);
                }
            }
        }
        Ok(())
    }

    /// The files that are there, by name.
    pub(super) fn files(&self) -> &BTreeMap<String, String> {
        &self.files
    }

    /// Makes the folder hold these files and no other, and touches only those that differ.
    pub(super) fn become_these(&self, files: &BTreeMap<String, String>) -> Result<(), Failure> {
        let failed = |what: &'static str| {
            move |(path, error): (PathBuf, io::Error)| Failure::io(what, &path, &error)
        };
        fs::create_dir_all(&self.path)
            .map_err(|error| Failure::io("create", &self.path, &error))?;
        for (name, text) in files {
            if self.files.get(name) != Some(text) {
                self.write(name, text).map_err(failed("write"))?;
            }
        }
        for name in self.files.keys() {
            if !files.contains_key(name) {
                let path = self.path.join(name);
                fs::remove_file(&path).map_err(|error| Failure::io("remove", &path, &error))?;
            }
        }
        let index = index(files)?;
        if self.index.as_ref() != Some(&index) {
            self.write(INDEX, &index).map_err(failed("write"))?;
        }
        Ok(())
    }

    fn write(&self, name: &str, text: &str) -> Result<(), (PathBuf, io::Error)> {
        let path = self.path.join(name);
        fs::write(&path, text).map_err(|error| (path, error))
    }
}

/// The index: an expression, sorted by the name of the type.
fn index(files: &BTreeMap<String, String>) -> Result<String, Failure> {
    let mut rows = BTreeMap::new();
    for (name, text) in files {
        let names = formwork_specs::type_names(text.as_bytes());
        let names = names.map_err(|problems| {
            Failure::new(format!(
                "`{name}` of the catalog cannot be read: {}",
                problems.first()
            ))
        })?;
        rows.extend(names.into_iter().map(|type_name| (type_name, name)));
    }
    let mut text = String::from(
        "// The files of this folder by the name of their type, sorted. Written by the command\n\
         // `formwork import`, as are the files.\n[\n",
    );
    for (type_name, file) in rows {
        let _infallible = writeln!(text, "    (\"{type_name}\", include_str!(\"{file}\")),");
    }
    text.push_str("]\n");
    Ok(text)
}
