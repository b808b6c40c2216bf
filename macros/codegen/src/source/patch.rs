//! Changes to a specification, from a file of the calling crate.

use std::sync::Arc;

use formwork_specs::curated::{self, model::Curated};
use formwork_specs::model::ResourceType;
use formwork_specs::visible::quoted;
use formwork_specs::{PatchedError, bundled};
use proc_macro2::Span;

use super::cache::File;
use super::{Source, complaints};
use crate::problems::{Problems, with_help};

/// A JSON Patch (RFC 6902), with the path that the user wrote and where it was written.
pub(crate) struct Patch {
    pub(super) file: Arc<File>,
    pub(super) path: String,
    pub(super) span: Span,
}

impl Patch {
    /// The types of those names, as they are after the patch, each with its own problems. What is wrong
    /// with the patch itself is said once.
    pub(crate) fn read(
        &self,
        source: &Source,
        wanted: &[(&str, Span)],
    ) -> Vec<Result<Arc<ResourceType>, Problems>> {
        if let (Source::Catalog, [_, (_, second), ..]) = (source, wanted) {
            let mut problems = Problems::default();
            problems.say_with_help(
                *second,
                "a patch of the catalog changes one type, and this call names several",
                "write one call for each type",
            );
            return refused(problems, wanted.len());
        }
        let patched = match source {
            Source::File { file, .. } => self.apply(file.bytes(), wanted, None),
            Source::Catalog => {
                let name = wanted.first().map(|(name, _)| *name).unwrap_or_default();
                let text = bundled::find(name).unwrap_or_default();
                // A patch changes the published specification; the curated facts hold as before.
                self.apply(text.as_bytes(), wanted, bundled::curated(name))
            }
        };
        match patched {
            Ok(found) => found,
            Err(PatchedError::Patch(found)) => {
                let problems = complaints(Some(&self.path), None, &found, self.span);
                refused(problems, wanted.len())
            }
            Err(PatchedError::Specification(found)) => {
                let specification = match source {
                    Source::File { path, .. } => Some(path.as_str()),
                    Source::Catalog => None,
                };
                let problems = complaints(specification, Some(&self.path), &found, self.span);
                refused(problems, wanted.len())
            }
        }
    }

    fn apply(
        &self,
        specification: &[u8],
        wanted: &[(&str, Span)],
        facts: Option<Curated>,
    ) -> Result<Vec<Result<Arc<ResourceType>, Problems>>, PatchedError> {
        let is_wanted = |name: &str| wanted.iter().any(|(wanted, _)| *wanted == name);
        let mut spec = formwork_specs::read_patched(specification, self.file.bytes(), &is_wanted)?;
        if let (Some(resource), Some(facts)) = (spec.resources.first_mut(), facts) {
            curated::lay_over(resource, facts);
        }
        let resources: Vec<Arc<ResourceType>> = spec.resources.into_iter().map(Arc::new).collect();
        let take = |(name, span): &(&str, Span)| {
            let found = resources
                .iter()
                .find(|resource| resource.name.as_str() == *name);
            found.cloned().ok_or_else(|| {
                let message = format!(
                    "after {} the type {} is gone",
                    quoted(&self.path),
                    quoted(name)
                );
                with_help(*span, message, "leave its `typeName` as it is").into()
            })
        };
        Ok(wanted.iter().map(take).collect())
    }
}

/// No type can be read; the first stands for the reason.
fn refused(problems: Problems, count: usize) -> Vec<Result<Arc<ResourceType>, Problems>> {
    let others = (1..count).map(|_| Err(Problems::default()));
    core::iter::once(Err(problems)).chain(others).collect()
}
