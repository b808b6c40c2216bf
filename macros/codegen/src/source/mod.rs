//! Where specifications come from: the catalog, or a file of the calling crate.
//!
//! A file is named relative to the folder of the calling crate's `Cargo.toml`. It is read when the macro
//! runs, and tracked by a path that is the same on every machine.

mod cache;
mod place;

use std::sync::Arc;

use formwork_specs::bundled;
use formwork_specs::model::ResourceType;
use proc_macro2::Span;
use syn::LitStr;

use crate::problems::{Problems, with_help};
use cache::File;

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
pub(crate) struct Opened {
    /// The specification, if it can be used.
    pub(crate) source: Option<Source>,
    /// The files that have to be tracked, relative to the calling crate; also those with faults.
    pub(crate) tracked: Vec<String>,
}

/// Finds and opens what a call names; none of it is parsed yet.
pub(crate) fn open(spec: Option<&LitStr>, problems: &mut Problems) -> Opened {
    let Some(written) = spec else {
        return Opened {
            source: Some(Source::Catalog),
            tracked: Vec::new(),
        };
    };
    let mut tracked = Vec::new();
    let source = place::find(written).and_then(|place| {
        tracked.push(place.relative.clone());
        let file = cache::open(&place.absolute)
            .map_err(|error| place::unreadable(written, &place.relative, &error))?;
        Ok(Source::File {
            file,
            path: place.relative,
            span: written.span(),
        })
    });
    match source {
        Ok(source) => Opened {
            source: Some(source),
            tracked,
        },
        Err(error) => {
            problems.push(error);
            Opened {
                source: None,
                tracked,
            }
        }
    }
}

impl Source {
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
            Self::File { path, .. } => format!("`{path}`"),
        }
    }

    // property `Subnets` refers to `SubnetList`, which is not defined
    //   at specs/cluster.json:41:19 (/properties/Subnets/$ref)
    // help: a definition named `SubnetIds` exists
    fn complaints(&self, found: &formwork_specs::Problems, span: Span) -> Problems {
        let mut problems = Problems::default();
        for problem in found.iter() {
            let mut message = problem.message.clone();
            if let Self::File { path, .. } = self {
                message.extend(["\n  at ", path]);
                if let Some(location) = problem.location {
                    message.extend([":", location.to_string().as_str()]);
                }
            } else {
                message.push_str("\n  in the catalog");
            }
            if !problem.pointer.is_empty() {
                message.extend([" (", problem.pointer.as_str(), ")"]);
            }
            match &problem.help {
                Some(help) => problems.push(with_help(span, message, help)),
                None => problems.say(span, message),
            }
        }
        problems
    }
}
