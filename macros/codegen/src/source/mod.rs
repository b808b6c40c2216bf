//! Where specifications come from: the catalog, or a file of the calling crate.
//!
//! A file is named relative to the folder of the calling crate's `Cargo.toml`. It is read when the macro
//! runs, and tracked by a path that is the same on every machine.

mod cache;
mod facts;
mod patch;
mod place;

use std::sync::Arc;

use formwork_specs::bundled;
use formwork_specs::model::ResourceType;
use formwork_specs::visible::{self, quoted};
use proc_macro2::Span;
use syn::LitStr;

use crate::problems::{Problems, with_help};
use cache::File;
use facts::Facts;
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
            Some(patch) => patch.read(source, wanted),
            None => source.read(wanted),
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
    /// Whether this is the catalog and has all of these types: then nobody has to go through all its names.
    pub(crate) fn is_catalog_with(&self, names: &[String]) -> bool {
        matches!(self, Self::Catalog) && names.iter().all(|name| bundled::find(name).is_some())
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

    /// One type after another, each with its own problems. `spans` are the places to report at.
    pub(crate) fn read(&self, wanted: &[(&str, Span)]) -> Vec<Result<Arc<ResourceType>, Problems>> {
        let names: Vec<&str> = wanted.iter().map(|(name, _)| *name).collect();
        let read = match self {
            Self::Catalog => names.iter().map(|name| cache::bundled(name)).collect(),
            Self::File { file, .. } => file.read(&names),
        };
        let spans = wanted.iter().map(|(_, span)| *span);
        read.into_iter()
            .zip(spans)
            .map(|(read, span)| read.map_err(|found| self.complaints(&found, span)))
            .collect()
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
        match self {
            Self::File { path, .. } => complaints(Some(path), None, found, span),
            Self::Catalog => complaints(None, None, found, span),
        }
    }
}

/// One error for each problem of a file, or of the catalog, perhaps after a patch.
fn complaints(
    path: Option<&str>,
    changed_by: Option<&str>,
    found: &formwork_specs::Problems,
    span: Span,
) -> Problems {
    let mut problems = Problems::default();
    for problem in found.iter() {
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
        match &problem.help {
            Some(help) => problems.push(with_help(span, message, help)),
            None => problems.say(span, message),
        }
    }
    problems
}
