//! What becomes of the resources that others refer to, as far as it matters to those.

use std::collections::HashMap;

use super::tokens::Difference;
use crate::facts::ResourceSpec;

/// What becomes of a resource.
#[derive(Clone, Debug, Default)]
pub(super) enum State {
    /// Nothing.
    #[default]
    Kept,
    /// It is updated in place: these properties change, for certain or not.
    Updated(HashMap<String, bool>),
    /// It may be replaced, or may come or go.
    Uncertain,
    /// Another one takes its place, or it comes or goes.
    Replaced,
}

/// What is known of all resources so far.
#[derive(Debug, Default)]
pub(super) struct States<'t> {
    states: HashMap<&'t str, (State, Option<&'static ResourceSpec>)>,
}

impl<'t> States<'t> {
    pub(super) fn set(
        &mut self,
        resource: &'t str,
        state: State,
        spec: Option<&'static ResourceSpec>,
    ) {
        self.states.insert(resource, (state, spec));
    }

    /// Whether `Ref` gives something else after the update.
    pub(super) fn reference(&self, resource: &str) -> Difference {
        match self.states.get(resource) {
            None | Some((State::Kept | State::Updated(_), _)) => Difference::None,
            Some((State::Uncertain, _)) => Difference::Possible,
            Some((State::Replaced, _)) => Difference::Certain,
        }
    }

    /// Whether an attribute gives something else after the update.
    pub(super) fn attribute(&self, resource: &str, attribute: &str) -> Difference {
        let Some((state, spec)) = self.states.get(resource) else {
            return Difference::None;
        };
        match state {
            State::Kept => Difference::None,
            State::Updated(changes) => updated(changes, *spec, attribute),
            State::Replaced if identifies(*spec, attribute) => Difference::Certain,
            State::Uncertain | State::Replaced => Difference::Possible,
        }
    }

    /// Whether the attribute is one that stays for as long as the resource does.
    pub(super) fn is_stable(&self, resource: &str, attribute: &str) -> bool {
        let spec = self.states.get(resource).and_then(|(_, spec)| *spec);
        identifies(spec, attribute)
    }
}

/// What an update in place does to an attribute: one that is a property changes with it, what identifies the
/// resource stays, and of the others only the resource knows.
///
/// Source: the user guide's page "Update behaviors of stack resources": an update without replacement keeps the
/// physical id, and nothing is said of other attributes.
fn updated(
    changes: &HashMap<String, bool>,
    spec: Option<&'static ResourceSpec>,
    attribute: &str,
) -> Difference {
    let top = attribute.split('.').next().unwrap_or(attribute);
    let property = spec.and_then(|spec| spec.properties.iter().find(|one| one.name == top));
    if property.is_some() {
        return match changes.get(top) {
            Some(true) => Difference::Certain,
            Some(false) => Difference::Possible,
            None => Difference::None,
        };
    }
    let is_name = spec.is_some_and(|spec| spec.ref_returns.contains(&attribute));
    if is_name || is_identity(spec, attribute) {
        Difference::None
    } else {
        Difference::Possible
    }
}

/// Whether no two resources of the type give the same for an attribute, not even one after the other.
fn identifies(spec: Option<&'static ResourceSpec>, attribute: &str) -> bool {
    // The old resource may be gone before the new one comes, which takes over its name.
    is_identity(spec, attribute) && spec.is_some_and(|spec| !spec.deletes_before_replacing)
}

/// Whether an attribute tells the resource from all others that are there: an identifier of its schema, or its ARN.
///
/// Source: the schema of the type; that ARNs are unique identifiers:
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>.
fn is_identity(spec: Option<&'static ResourceSpec>, attribute: &str) -> bool {
    let Some(spec) = spec else { return false };
    let identifier = |names: &[&str]| names.len() == 1 && names.first() == Some(&attribute);
    let own = spec.type_name.rsplit("::").next().unwrap_or_default();
    let is_arn = attribute == "Arn" || attribute.strip_suffix("Arn") == Some(own);
    is_arn
        || identifier(spec.primary_identifier)
        || spec
            .additional_identifiers
            .iter()
            .any(|names| identifier(names))
}
