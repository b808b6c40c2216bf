//! Curated facts of a user's own, from a file of the calling crate.

use std::sync::Arc;

use formwork_specs::curated;
use formwork_specs::model::ResourceType;
use formwork_specs::visible::quoted;
use proc_macro2::Span;

use super::cache::File;
use super::complaints;
use crate::problems::Problems;

/// A file in the format of `specs/curated`, with the path that the user wrote and where it was
/// written.
pub(crate) struct Facts {
    pub(super) file: Arc<File>,
    pub(super) path: String,
    pub(super) span: Span,
}

impl Facts {
    /// Lays the facts over the type that they are about. What is wrong with them is reported, and
    /// the types stay as they are.
    pub(super) fn lay_over(
        &self,
        types: &mut [Result<Arc<ResourceType>, Problems>],
        problems: &mut Problems,
    ) {
        let bytes = self.file.bytes();
        let name = match curated::type_name(bytes) {
            Ok(name) => name,
            Err(found) => {
                problems.extend(complaints(Some(&self.path), None, &found, self.span));
                return;
            }
        };
        // The facts may be about a type that could not be read, which is said elsewhere.
        let is_known = types.iter().all(Result::is_ok);
        let mut types = types.iter_mut().filter_map(|read| read.as_mut().ok());
        let Some(resource) = types.find(|resource| resource.name.as_str() == name) else {
            if is_known {
                let (path, name) = (quoted(&self.path), quoted(&name));
                problems.say_with_help(
                    self.span,
                    format!(
                        "the facts in {path} are about {name}, which is not among the types here"
                    ),
                    "name that type, or another file",
                );
            }
            return;
        };
        match curated::read(bytes, resource) {
            Ok(facts) => curated::lay_over(Arc::make_mut(resource), facts),
            Err(found) => problems.extend(complaints(Some(&self.path), None, &found, self.span)),
        }
    }
}
