//! Specifications that were read before.
//!
//! One process expands all calls of a crate, and an editor's process lives for days. What was read from a
//! file is used again while the length and the modification time of the file are unchanged. The cache
//! holds few files and empties itself when a panic left it in an unknown state.

use std::collections::HashMap;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::SystemTime;

use formwork_specs::bundled;
use formwork_specs::model::ResourceType;
use formwork_specs::tree::unescape;
use formwork_specs::visible::quoted;
use formwork_specs::{Problem, Problems, Spec};

/// Four times the size of the largest specification that is published.
const MOST_BYTES: u64 = 64 << 20;

/// Up to this size all types of a file are read to learn their names: nearly all files describe one type.
const SMALL: usize = 1 << 20;

/// How many files are kept.
const MOST_FILES: usize = 16;

/// What reading one type came to.
pub(super) type Read = Result<Found, Problems>;

/// A type, and the mistakes that could be read around, with their places.
#[derive(Clone)]
pub(super) struct Found {
    pub(super) resource: Arc<ResourceType>,
    pub(super) warnings: Arc<[Problem]>,
}

static FILES: Mutex<Vec<Arc<File>>> = Mutex::new(Vec::new());

static BUNDLED: Mutex<Option<HashMap<String, Read>>> = Mutex::new(None);

/// The content of a file and what was read from it.
pub(crate) struct File {
    path: PathBuf,
    state: State,
    bytes: Vec<u8>,
    names: Mutex<Option<Result<Vec<String>, Problems>>>,
    types: Mutex<HashMap<String, Read>>,
}

#[derive(Clone, Copy, PartialEq)]
struct State {
    length: u64,
    modified: Option<SystemTime>,
}

impl State {
    fn of(path: &Path) -> io::Result<Self> {
        let metadata = fs::metadata(path)?;
        Ok(Self {
            length: metadata.len(),
            modified: metadata.modified().ok(),
        })
    }
}

/// The file, from the cache if it has not changed.
pub(super) fn open(path: &Path) -> io::Result<Arc<File>> {
    let state = State::of(path)?;
    let mut files = locked(&FILES);
    if let Some(file) = files
        .iter()
        .find(|file| file.path == path && file.state == state)
    {
        return Ok(Arc::clone(file));
    }
    files.retain(|file| file.path != path);
    if files.len() >= MOST_FILES {
        files.remove(0);
    }
    let bytes = read(path)?;
    let file = Arc::new(File {
        path: path.to_path_buf(),
        state,
        bytes,
        names: Mutex::default(),
        types: Mutex::default(),
    });
    files.push(Arc::clone(&file));
    Ok(file)
}

/// The content of a file, unless it is larger than any specification.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = fs::File::open(path)?
        .take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)?;
    if read as u64 > MOST_BYTES {
        let message = format!("it is larger than {} MiB", MOST_BYTES >> 20);
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
    }
    Ok(bytes)
}

/// A type of the catalog.
pub(super) fn bundled(name: &str) -> Read {
    let mut known = locked(&BUNDLED);
    let known = known.get_or_insert_default();
    if let Some(read) = known.get(name) {
        return read.clone();
    }
    let read = match bundled::resource(name) {
        // Mistakes of the catalog are nothing that a user could mend.
        Some(read) => read.map(|resource| Found {
            resource: Arc::new(resource),
            warnings: Arc::default(),
        }),
        None => Err(absent(name)),
    };
    known.insert(name.to_owned(), read.clone());
    read
}

impl File {
    /// A text that is part of the program; there is no file that could change.
    pub(super) fn of_text(text: &'static str) -> Self {
        Self {
            path: PathBuf::new(),
            state: State {
                length: text.len() as u64,
                modified: None,
            },
            bytes: text.as_bytes().to_vec(),
            names: Mutex::default(),
            types: Mutex::default(),
        }
    }

    /// The content.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The names of its types. Where that is cheap, the types are read as well, since most are asked for next.
    pub(super) fn names(&self) -> Result<Vec<String>, Problems> {
        let mut names = locked(&self.names);
        if let Some(names) = &*names {
            return names.clone();
        }
        let read = (self.bytes.len() <= SMALL)
            .then(|| formwork_specs::read_types(&self.bytes, &|_| true).ok())
            .flatten();
        let found = match read {
            Some(spec) => {
                let found = self.found(spec);
                let names = found.iter().map(|(name, _)| name.clone()).collect();
                locked(&self.types).extend(found);
                Ok(names)
            }
            None => formwork_specs::type_names(&self.bytes),
        };
        *names = Some(found.clone());
        found
    }

    /// Whether all of these are types of the file that can be read: then nobody has to ask for its names.
    pub(super) fn has(&self, names: &[String]) -> bool {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        !names.is_empty() && self.read(&names).iter().all(Result::is_ok)
    }

    /// The types of those names, each with its own problems.
    pub(super) fn read(&self, names: &[&str]) -> Vec<Read> {
        let mut known = locked(&self.types);
        let new: Vec<&str> = names
            .iter()
            .copied()
            .filter(|name| !known.contains_key(*name))
            .collect();
        if !new.is_empty() {
            // All at once is cheaper; only if one of them is at fault it matters which.
            match formwork_specs::read_types(&self.bytes, &|name| new.contains(&name)) {
                Ok(spec) => known.extend(self.found(spec)),
                Err(problems) if new.len() == 1 => {
                    known.extend(
                        new.iter()
                            .map(|name| ((*name).to_owned(), Err(problems.clone()))),
                    );
                }
                Err(_) => known.extend(
                    new.iter()
                        .map(|name| ((*name).to_owned(), self.read_one(name))),
                ),
            }
        }
        let read = |name: &&str| {
            known
                .get(*name)
                .cloned()
                .unwrap_or_else(|| Err(absent(name)))
        };
        names.iter().map(read).collect()
    }

    fn read_one(&self, name: &str) -> Read {
        let spec = formwork_specs::read_types(&self.bytes, &|other| other == name)?;
        let found = self
            .found(spec)
            .into_iter()
            .find(|(found, _)| found == name);
        found.map_or_else(|| Err(absent(name)), |(_, read)| read)
    }

    /// The types of a specification by name, each with the warnings that are about it.
    fn found(&self, mut spec: Spec) -> Vec<(String, Read)> {
        // Looking up the lines costs as much as reading.
        if !spec.warnings.is_empty() {
            formwork_specs::locate(&self.bytes, &mut spec.warnings);
        }
        let found = spec.resources.into_iter().map(|resource| {
            let name = resource.name.as_str().to_owned();
            let warnings = spec.warnings.iter();
            let warnings = warnings.filter(|warning| is_about(warning, &name)).cloned();
            let found = Found {
                resource: Arc::new(resource),
                warnings: warnings.collect(),
            };
            (name, Ok(found))
        });
        found.collect()
    }
}

/// Whether a warning is about a type, or about all types of the file.
pub(super) fn is_about(warning: &Problem, name: &str) -> bool {
    let mut segments = warning.pointer.split('/').skip(1);
    let section = segments.next().unwrap_or_default();
    let entry = segments.next().map(unescape);
    match (section, entry) {
        ("ResourceTypes" | "ResourceType", Some(entry)) => entry == name,
        ("PropertyTypes", Some(entry)) => {
            entry.split_once('.').is_none_or(|(owner, _)| owner == name)
        }
        _ => true,
    }
}

fn absent(name: &str) -> Problems {
    Problem::error(
        "",
        format!("the type {} is not in the specification", quoted(name)),
    )
    .into()
}

/// The content of a lock; empty if a panic left it in an unknown state.
fn locked<T: Default>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    match mutex.lock() {
        Ok(guard) => guard,
        Err(poisoned) => {
            let mut guard = poisoned.into_inner();
            *guard = T::default();
            mutex.clear_poison();
            guard
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schema(property: &str) -> String {
        format!(
            r#"{{"typeName":"Acme::Toy::Robot","description":"","additionalProperties":false,
               "primaryIdentifier":["/properties/{property}"],
               "properties":{{"{property}":{{"type":"string"}}}}}}"#,
        )
    }

    fn properties(path: &Path) -> String {
        let read = open(path)
            .unwrap()
            .read(&["Acme::Toy::Robot"])
            .remove(0)
            .unwrap();
        read.resource.body.properties[0].name.clone()
    }

    #[test]
    fn a_changed_file_is_read_again() {
        let folder = std::env::temp_dir().join(format!("formwork-cache-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("robot.json");
        fs::write(&path, schema("Arm")).unwrap();
        assert_eq!(properties(&path), "Arm");
        assert!(Arc::ptr_eq(&open(&path).unwrap(), &open(&path).unwrap()));
        fs::write(&path, schema("Antenna")).unwrap();
        assert_eq!(properties(&path), "Antenna");
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_file_larger_than_any_specification_is_not_read() {
        let path = std::env::temp_dir().join(format!("formwork-large-{}", std::process::id()));
        let file = fs::File::create(&path).unwrap();
        // Nothing is written: the file only says that it is that long.
        file.set_len(MOST_BYTES + 1).unwrap();
        let error = open(&path).err().unwrap();
        assert_eq!(error.to_string(), "it is larger than 64 MiB");
        fs::remove_file(&path).unwrap();
    }

    #[test]
    fn a_poisoned_lock_is_emptied() {
        let mutex = Mutex::new(vec![1]);
        let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let _guard = mutex.lock().unwrap();
            panic!("poison");
        }));
        assert!(result.is_err());
        assert!(locked(&mutex).is_empty());
        assert!(!mutex.is_poisoned());
    }
}
