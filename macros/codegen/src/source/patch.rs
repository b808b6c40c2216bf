//! Changes to a specification, from a file of the calling crate.

use std::sync::Arc;

use formwork_specs::curated::{self, model::Curated};
use formwork_specs::model::ResourceType;
use formwork_specs::visible::quoted;
use formwork_specs::{PatchedError, Problem, bundled};
use proc_macro2::Span;

use super::cache::{File, is_about};
use super::{Source, Warnings, complaints};
use crate::problems::{Problems, with_help};

/// One type after another, each with its own problems.
type Types = Vec<Result<Arc<ResourceType>, Problems>>;

/// A JSON Patch (RFC 6902), with the path that the user wrote and where it was written.
pub(crate) struct Patch {
    pub(super) file: Arc<File>,
    pub(super) path: String,
    pub(super) span: Span,
}

impl Patch {
    /// The types of those names, as they are after the patch, each with its own problems. What is wrong
    /// with the patch itself is said once.
    pub(super) fn read(
        &self,
        source: &Source,
        wanted: &[(&str, Span)],
        problems: &mut Problems,
    ) -> Types {
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
            Ok(Patched {
                types,
                warnings,
                obsolete,
            }) => {
                self.warn(source, wanted, &warnings, problems);
                let mut own = Warnings::new(Some(&self.path), None);
                own.add(&obsolete, self.span);
                own.tell(problems);
                types
            }
            Err(PatchedError::Patch(found)) => {
                let problems = complaints(Some(&self.path), None, &found, self.span);
                refused(problems, wanted.len())
            }
            Err(PatchedError::Specification(found)) => {
                let problems = complaints(source.path(), Some(&self.path), &found, self.span);
                refused(problems, wanted.len())
            }
        }
    }

    fn apply(
        &self,
        specification: &[u8],
        wanted: &[(&str, Span)],
        facts: Option<Curated>,
    ) -> Result<Patched, PatchedError> {
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
        Ok(Patched {
            types: wanted.iter().map(take).collect(),
            warnings: spec.warnings,
            obsolete: spec.obsolete,
        })
    }

    /// Tells the warnings that are left after the patch; of the catalog those that it brings in.
    fn warn(
        &self,
        source: &Source,
        wanted: &[(&str, Span)],
        found: &[Problem],
        problems: &mut Problems,
    ) {
        let mut warnings = Warnings::new(source.path(), Some(&self.path));
        for (name, span) in wanted {
            let text = match source {
                Source::File { .. } => None,
                Source::Catalog => bundled::find(name),
            };
            let known = text.and_then(|text| formwork_specs::read(text.as_bytes()).ok());
            let known = known.map(|spec| spec.warnings).unwrap_or_default();
            let is_new = |one: &Problem| {
                let same =
                    |other: &Problem| other.pointer == one.pointer && other.message == one.message;
                is_about(one, name) && !known.iter().any(same)
            };
            let new: Vec<Problem> = found.iter().filter(|one| is_new(one)).cloned().collect();
            warnings.add(&new, *span);
        }
        warnings.tell(problems);
    }
}

/// A specification after the patch.
struct Patched {
    /// What came of each wanted type.
    types: Types,
    /// What the reader warns of.
    warnings: Vec<Problem>,
    /// What of the patch changes nothing.
    obsolete: Vec<Problem>,
}

/// No type can be read; the first stands for the reason.
fn refused(problems: Problems, count: usize) -> Types {
    let others = (1..count).map(|_| Err(Problems::default()));
    core::iter::once(Err(problems)).chain(others).collect()
}
