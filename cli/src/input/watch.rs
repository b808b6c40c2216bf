//! Files that are looked at again and again, until one of them changes.
//!
//! Which files matter is what [`Walk`] finds, and that changes with the files: so the walk is made again at
//! each look, instead of asking the system to tell of everything that happens in whole folders. A look at a
//! thousand files takes a few milliseconds.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use super::walk::Walk;

/// How often somebody looks.
const PAUSE: Duration = Duration::from_millis(250);

/// Files under watch.
pub(crate) struct Watch<'a> {
    arguments: &'a [PathBuf],
    /// Files beside those, such as specifications.
    others: Vec<&'a Path>,
    seen: Snapshot,
}

/// Each file with when it was last written and how long it is; nothing for one that cannot be asked.
type Snapshot = BTreeMap<PathBuf, Option<(SystemTime, u64)>>;

impl<'a> Watch<'a> {
    /// Watches the files that arguments mean, and others, from how they are now.
    pub(crate) fn new(
        arguments: &'a [PathBuf],
        others: impl IntoIterator<Item = &'a PathBuf>,
    ) -> Self {
        let mut watch = Self {
            arguments,
            others: others.into_iter().map(PathBuf::as_path).collect(),
            seen: Snapshot::new(),
        };
        watch.seen = watch.look();
        watch
    }

    /// Waits until something has changed, and says what: files that were written, came or went.
    pub(crate) fn wait(&mut self) -> Vec<PathBuf> {
        loop {
            thread::sleep(PAUSE);
            let now = self.look();
            let differs = |path: &&PathBuf| self.seen.get(*path) != now.get(*path);
            let gone = self.seen.keys().filter(|path| !now.contains_key(*path));
            let mut changed: Vec<PathBuf> =
                now.keys().chain(gone).filter(differs).cloned().collect();
            changed.sort();
            self.seen = now;
            if !changed.is_empty() {
                return changed;
            }
        }
    }

    fn look(&self) -> Snapshot {
        let walk = Walk::of(self.arguments);
        let found = walk.candidates.into_iter().map(|candidate| candidate.path);
        let others = self.others.iter().map(|path| (*path).to_owned());
        found
            .chain(others)
            .map(|path| {
                let state = fs::metadata(&path).ok();
                let state = state.and_then(|file| Some((file.modified().ok()?, file.len())));
                (path, state)
            })
            .collect()
    }
}
