//! Changes to a specification before it is read: JSON Patch (RFC 6902).
//!
//! A specification that is wrong can be mended without copying it: the patch is a file beside it.
//! `test` says what the specification must be like for the patch to make sense, so that a newer
//! specification that no longer needs the patch is noticed.

mod apply;
mod operation;

use crate::error::{Problem, Problems};
use crate::tree::Node;

/// What is wrong with a patched specification, and in which of the two files.
#[derive(Debug)]
pub enum PatchedError {
    /// In the specification, as it is after the patch.
    Specification(Problems),
    /// In the patch itself, or where it does not fit the specification.
    Patch(Problems),
}

/// Applies every operation of a patch to the root of a specification. What the patch brings in
/// stands, for later messages, where it was put.
pub(crate) fn apply<'t>(root: &mut Node<'t>, patch: &Node<'t>) -> Result<(), Vec<Problem>> {
    let operations = operation::read(patch)?;
    let mut target = apply::Target::new(root);
    for operation in &operations {
        // After the first operation that does not fit, the others cannot be judged.
        target.change(operation).map_err(|problem| vec![problem])?;
    }
    Ok(())
}
