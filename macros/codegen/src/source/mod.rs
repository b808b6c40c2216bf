//! Where specifications come from: the catalog, or a file of the calling crate.
//!
//! A file is named relative to the folder of the calling crate's `Cargo.toml`. It is read when the macro
//! runs, and tracked by a path that is the same on every machine.

mod cache;
mod facts;
mod manifest;
mod patch;
mod place;

use std::collections::HashSet;
use std::sync::Arc;

use formwork_specs::Problem;
use formwork_specs::bundled;
use formwork_specs::model::ResourceType;
use formwork_specs::visible::{self, quoted};
use proc_macro2::Span;
use syn::LitStr;

use crate::problems::{Problems, with_help};
use cache::{File, Found};
use facts::Facts;
pub(crate) use manifest::runtime;
pub(crate) use patch::Patch;

/// What stands before the name of a specification that comes with the macros: the runtime generates from one
/// what it shows of itself.
const BUNDLED: &str = "bundled:";

/// A specification that was found.
pub(crate) enum Source {
    /// The published types that come with the macros.
    Catalog,
    /// A file, with the path that the user wrote and where it was written.
    File {
        file: Arc<File>,
        path: String,
        span: Span,
    },
}

/// What came of looking for the specification.
#[derive(Default)]
pub(crate) struct Opened {
    /// The specification, if it can be used.
    pub(crate) source: Option<Source>,
    /// The changes to it, if the call names some that can be read.
    pub(crate) patch: Option<Patch>,
    /// Facts to lay over a type, if the call names some that can be read.
    facts: Option<Facts>,
    /// The files that have to be tracked, relative to the calling crate; also those with faults.
    pub(crate) tracked: Vec<String>,
}

/// Finds and opens what a call names; none of it is parsed yet.
pub(crate) fn open(
    spec: Option<&LitStr>,
    patch: Option<&LitStr>,
    facts: Option<&LitStr>,
    problems: &mut Problems,
) -> Opened {
    let mut tracked = Vec::new();
    let mut file = |written| match open_file(written, &mut tracked) {
        Ok(file) => Some(file),
        Err(error) => {
            problems.push(error);
            None
        }
    };
    let source = match spec {
        None => Some(Source::Catalog),
        Some(written) => file(written).map(|(file, path)| Source::File {
            file,
            path,
            span: written.span(),
        }),
    };
    let patch = patch.and_then(|written| {
        file(written).map(|(file, path)| Patch {
            file,
            path,
            span: written.span(),
        })
    });
    let facts = facts.and_then(|written| {
        file(written).map(|(file, path)| Facts {
            file,
            path,
            span: written.span(),
        })
    });
    Opened {
        source,
        patch,
        facts,
        tracked,
    }
}

impl Opened {
    /// One type after another, patched, with the facts laid over; each with its own problems.
    /// `wanted` names them and the places to report at.
    pub(crate) fn read(
        &self,
        source: &Source,
        wanted: &[(&str, Span)],
        problems: &mut Problems,
    ) -> Vec<Result<Arc<ResourceType>, Problems>> {
        let mut read = match &self.patch {
            Some(patch) => patch.read(source, wanted, problems),
            None => source.read(wanted, problems),
        };
        if let Some(facts) = &self.facts {
            facts.lay_over(&mut read, problems);
        }
        read
    }
}

/// A file and its path relative to the calling crate.
fn open_file(written: &LitStr, tracked: &mut Vec<String>) -> syn::Result<(Arc<File>, String)> {
    let path = written.value();
    if let Some(name) = path.strip_prefix(BUNDLED) {
        let text = bundled::written_here(name).ok_or_else(|| {
            syn::Error::new(
                written.span(),
                format!("nothing is bundled as {}", quoted(name)),
            )
        })?;
        return Ok((Arc::new(File::of_text(text)), path));
    }
    let place = place::find(written)?;
    tracked.push(place.relative.clone());
    let file = cache::open(&place.absolute)
        .map_err(|error| place::unreadable(written, &place.relative, &error))?;
    Ok((file, place.relative))
}

impl Source {
    /// Whether all of these are types of it: then nobody has to go through all its names.
    pub(crate) fn has(&self, names: &[String]) -> bool {
        match self {
            Self::Catalog => names.iter().all(|name| bundled::find(name).is_some()),
            Self::File { file, .. } => file.has(names),
        }
    }

    /// The names of all types.
    pub(crate) fn names(&self) -> Result<Vec<String>, Problems> {
        match self {
            Self::Catalog => Ok(bundled::names().map(str::to_owned).collect()),
            Self::File { file, span, .. } => {
                file.names().map_err(|found| self.complaints(&found, *span))
            }
        }
    }

    /// One type after another, each with its own errors. `wanted` names them and the places to report
    /// at.
    fn read(
        &self,
        wanted: &[(&str, Span)],
        problems: &mut Problems,
    ) -> Vec<Result<Arc<ResourceType>, Problems>> {
        let names: Vec<&str> = wanted.iter().map(|(name, _)| *name).collect();
        let read = match self {
            Self::Catalog => names.iter().map(|name| cache::bundled(name)).collect(),
            Self::File { file, .. } => file.read(&names),
        };
        let spans = wanted.iter().map(|(_, span)| *span);
        let mut warnings = Warnings::new(self.path(), None);
        let read = read.into_iter().zip(spans).map(|(read, span)| match read {
            Ok(Found {
                resource,
                warnings: found,
            }) => {
                warnings.add(&found, span);
                Ok(resource)
            }
            Err(found) => Err(self.complaints(&found, span)),
        });
        let read = read.collect();
        warnings.tell(problems);
        read
    }

    /// The path that the user wrote, of a file.
    fn path(&self) -> Option<&str> {
        match self {
            Self::File { path, .. } => Some(path),
            Self::Catalog => None,
        }
    }

    /// What the specification is called in a message.
    pub(crate) fn shown(&self) -> String {
        match self {
            Self::Catalog => "the catalog".to_owned(),
            Self::File { path, .. } => quoted(path).to_string(),
        }
    }

    // property `Subnets` refers to `SubnetList`, which is not defined
    //   at specs/cluster.json:41:19 (/properties/Subnets/$ref)
    // help: a definition named `SubnetIds` exists
    pub(super) fn complaints(&self, found: &formwork_specs::Problems, span: Span) -> Problems {
        complaints(self.path(), None, found, span)
    }
}

/// How many errors and warnings of one file are told: who has more begins at the first ones.
const MOST_ERRORS: usize = 100;
const MOST_WARNINGS: usize = 10;

/// One error for each problem of a file, or of the catalog, perhaps after a patch.
fn complaints(
    path: Option<&str>,
    changed_by: Option<&str>,
    found: &formwork_specs::Problems,
    span: Span,
) -> Problems {
    let mut problems = Problems::default();
    for problem in found.iter().take(MOST_ERRORS) {
        let message = worded(path, changed_by, problem);
        match &problem.help {
            Some(help) => problems.push(with_help(span, message, help)),
            None => problems.say(span, message),
        }
    }
    if let Some(more) = found
        .len()
        .checked_sub(MOST_ERRORS)
        .filter(|more| *more > 0)
    {
        problems.say(span, format!("{more} more problems are not shown"));
    }
    problems
}

// the keyword `x-note` is not known; it is passed over
//   at specs/cluster.json:41:19 (/properties/Subnets/x-note), after `specs/fixes.json`
fn worded(path: Option<&str>, changed_by: Option<&str>, problem: &Problem) -> String {
    let mut message = problem.message.clone();
    if let Some(path) = path {
        message.extend(["\n  at ", visible::escaped(path).as_ref()]);
        if let Some(location) = problem.location {
            message.extend([":", location.to_string().as_str()]);
        }
    } else {
        message.push_str("\n  in the catalog");
    }
    if !problem.pointer.is_empty() {
        message.extend([" (", visible::pointer(&problem.pointer).as_ref(), ")"]);
    }
    if let Some(patch) = changed_by {
        message.push_str(", after ");
        message.push_str(&quoted(patch).to_string());
    }
    message
}

/// The warnings about the types of one call.
struct Warnings<'s> {
    path: Option<&'s str>,
    changed_by: Option<&'s str>,
    /// What is told, with its place in the call.
    told: Vec<(Problem, Span)>,
    /// Pointers and messages of the same: types of one file share some.
    known: HashSet<(String, String)>,
}

impl<'s> Warnings<'s> {
    fn new(path: Option<&'s str>, changed_by: Option<&'s str>) -> Self {
        Self {
            path,
            changed_by,
            told: Vec::new(),
            known: HashSet::new(),
        }
    }

    fn add(&mut self, found: &[Problem], span: Span) {
        for warning in found {
            if self
                .known
                .insert((warning.pointer.clone(), warning.message.clone()))
            {
                self.told.push((warning.clone(), span));
            }
        }
    }

    /// Has the compiler show the first ones, in the order of the file.
    fn tell(mut self, problems: &mut Problems) {
        self.told.sort_by_key(|(warning, _)| warning.location);
        for (warning, span) in self.told.iter().take(MOST_WARNINGS) {
            let mut message = worded(self.path, self.changed_by, warning);
            if let Some(help) = &warning.help {
                message.extend(["\nhelp: ", help.as_str()]);
            }
            problems.warn(*span, message);
        }
        if let Some((_, span)) = self.told.get(MOST_WARNINGS) {
            let more = self.told.len() - MOST_WARNINGS;
            let of = self
                .path
                .map_or_else(|| "the catalog".to_owned(), |path| quoted(path).to_string());
            problems.warn(
                *span,
                format!("{more} more warnings about {of} are not shown"),
            );
        }
    }
}
