//! Changes to a specification before it is read: JSON Patch (RFC 6902).
//!
//! A specification that is wrong can be mended without copying it: the patch is a file beside it.
//! `test` says what the specification must be like for the patch to make sense, so that a newer
//! specification that no longer needs the patch is noticed.

mod apply;
mod effect;
mod mark;
mod operation;
mod same;
mod shown;

pub use mark::PatchedFact;

use crate::error::{Problem, Problems};
use crate::model::Spec;
use crate::tree::Node;
use effect::{Changed, Effect};
use operation::Operation;
use same::same;

/// What is wrong with a patched specification, and in which of the two files.
#[derive(Debug)]
pub enum PatchedError {
    /// In the specification, as it is after the patch.
    Specification(Problems),
    /// In the patch itself, or where it does not fit the specification.
    Patch(Problems),
}

/// The cure for what changes nothing.
const OBSOLETE: &str = "the specification says so by itself: take it out of the patch";

/// What a patch did to a specification.
pub(crate) struct Applied {
    changes: Vec<Changed>,
    /// What of it changes nothing, by its place in the patch.
    pub(crate) obsolete: Vec<Problem>,
}

/// Applies every operation of a patch to the root of a specification. What the patch brings in
/// stands, for later messages, where it was put.
pub(crate) fn apply<'t>(root: &mut Node<'t>, patch: &Node<'t>) -> Result<Applied, Vec<Problem>> {
    let operations = operation::read(patch)?;
    // What one operation takes away another may bring back.
    let takes_away = operations.iter().any(Operation::takes_away);
    let before = takes_away.then(|| root.clone());
    let (mut changes, mut obsolete) = (Vec::new(), Vec::new());
    let mut target = apply::Target::new(root);
    for operation in &operations {
        // After the first operation that does not fit, the others cannot be judged.
        let effect = target.change(operation);
        match effect.map_err(|problem| vec![problem])? {
            Effect::Changes(new) => changes.extend(new),
            Effect::Nothing(why) => {
                let message = format!("this operation changes nothing: {why}");
                let problem = Problem::warning(operation.at.as_str(), message);
                obsolete.push(problem.with_help(OBSOLETE));
            }
            Effect::Tested => {}
        }
    }
    if before.is_some_and(|before| same(&before, root)) {
        let message = "this patch changes nothing: the specification is the same after it";
        obsolete = vec![Problem::warning("", message).with_help(OBSOLETE)];
        changes.clear();
    }
    Ok(Applied { changes, obsolete })
}

impl Applied {
    /// Notes at each type what was changed about it.
    pub(crate) fn mark(&self, spec: &mut Spec) {
        for resource in &mut spec.resources {
            mark::mark(resource, &self.changes);
        }
    }
}
