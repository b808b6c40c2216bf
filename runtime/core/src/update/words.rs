//! What the published words say of one place.

use super::chain::Chain;
use super::effect::Effect;
use super::walk::Step;
use crate::facts::{Reason, ResourceSpec, Said, UpdateBehavior};
use crate::text::visible::shortened;

/// So much of a name is shown.
const LONGEST_NAME: usize = 60;

/// Adds the words of a place: of its property, or of the type for the resource itself, and of the path that leads
/// there. `depth` counts the steps from the resource.
pub(super) fn add(
    step: Option<Step<'_>>,
    said: Option<Said>,
    depth: usize,
    spec: &ResourceSpec,
    chain: &mut Chain,
) {
    match step {
        None if !spec.updatable => {
            let text = "the type has no update handler, so every change replaces the resource";
            let replaced = Effect::of(UpdateBehavior::Immutable);
            chain.word(replaced, || {
                Reason::new(text, spec.documentation, spec.as_of)
            });
        }
        // The published word holds what the specification says, and more.
        Some(Step::Property(_)) if said.and_then(Said::published).is_some() => {}
        // Without an update handler everything replaces, which was said of the resource.
        Some(Step::Property(_)) if !spec.updatable => {}
        Some(Step::Property(property)) => {
            chain.word(Effect::of(property.update), || {
                reason(property.update, property.name, property.documentation, spec)
            });
        }
        // Inside of a property its own word holds.
        Some(step @ Step::Unnamed(name)) if depth == 1 && !step.adds_members() => {
            let unknown = Effect::of(UpdateBehavior::Conditional);
            chain.word(unknown, || {
                let text = format!(
                    "what a change of `{}` does is not known: the specification does not name it",
                    shortened(name, LONGEST_NAME)
                );
                Reason::new(text, spec.documentation, spec.as_of)
            });
        }
        _ => {}
    }
    if let Some(word) = said.and_then(Said::published) {
        let effect = Effect {
            outcome: word.outcome,
            interruption: word.interruption,
        };
        chain.word(effect, || word.reason.clone());
    }
    if let Some(said) = said {
        let name = match step {
            Some(Step::Property(property)) => property.name,
            _ => "an element",
        };
        chain.word(Effect::of(said.word()), || {
            reason(said.word(), name, "", spec)
        });
    }
}

/// Whether anything is said of a place itself.
pub(super) fn are_said(step: Option<Step<'_>>, said: Option<Said>) -> bool {
    let of_property = match step {
        Some(Step::Property(property)) => property.update,
        _ => UpdateBehavior::Mutable,
    };
    let of_path = said.is_some_and(|said| {
        said.word() > UpdateBehavior::Mutable
            || said.published().is_some()
            || !said.rules().is_empty()
    });
    of_property > UpdateBehavior::Mutable || of_path
}

/// The word of the specification. Where a place has no page of its own, that of the type is named.
fn reason(word: UpdateBehavior, name: &str, page: &'static str, spec: &ResourceSpec) -> Reason {
    let effect = match word {
        UpdateBehavior::Immutable => "replaces the resource",
        UpdateBehavior::Conditional | UpdateBehavior::Mutable => {
            "may replace or interrupt the resource"
        }
    };
    let page = if page.is_empty() {
        spec.documentation
    } else {
        page
    };
    Reason::said_of(name, effect, page, spec.as_of)
}
