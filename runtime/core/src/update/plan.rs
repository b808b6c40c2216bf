//! The plan of an update, and the changes that it lists.

use super::effect::Effect;
use crate::facts::{Interruption, Outcome, Reason};
use crate::json::Json;

/// What CloudFormation will do when a resource changes from one value to another.
///
/// `Display` lists the changes for a person, the most severe first.
#[derive(Clone, PartialEq)]
#[must_use]
pub struct UpdatePlan {
    pub(super) changes: Vec<Change>,
    /// How many changes are not listed, and what they do.
    pub(super) unlisted: (usize, Effect),
}

/// One property that differs.
#[derive(Clone, PartialEq)]
pub struct Change {
    pub(super) path: String,
    pub(super) before: Option<Json>,
    pub(super) after: Option<Json>,
    pub(super) effect: Effect,
    pub(super) reasons: Vec<Reason>,
    pub(super) certain: bool,
    /// Whether the values are not to be shown.
    pub(super) is_secret: bool,
}

impl UpdatePlan {
    /// What differs, in the order of the specification: the innermost properties, elements and members.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// How many changes there are beyond those that are listed: of very many, ten thousand are. What the others do
    /// is part of the outcome.
    #[must_use]
    pub fn unlisted(&self) -> usize {
        self.unlisted.0
    }

    /// The most severe of all changes; none if there is no change.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        let listed = self.changes.iter().map(Change::outcome).max();
        let (count, Effect { outcome, .. }) = self.unlisted;
        listed.max((count > 0).then_some(outcome))
    }

    /// Whether the resource is interrupted: the most severe of all changes.
    #[must_use]
    pub fn interruption(&self) -> Interruption {
        let all = self.changes.iter().map(Change::interruption);
        let (_, Effect { interruption, .. }) = self.unlisted;
        all.fold(interruption, Interruption::max)
    }

    /// Whether nothing changes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    #[cfg(feature = "templates")]
    pub(crate) fn into_changes(self) -> Vec<Change> {
        self.changes
    }
}

impl Change {
    /// Where, as a JSON pointer from the property object.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The old value; none if it was not there.
    #[must_use]
    pub fn before(&self) -> Option<&Json> {
        self.before.as_ref()
    }

    /// The new value; none if it is not there any more.
    #[must_use]
    pub fn after(&self) -> Option<&Json> {
        self.after.as_ref()
    }

    /// What becomes of the resource.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.effect.outcome
    }

    /// Whether the resource is interrupted.
    #[must_use]
    pub fn interruption(&self) -> Interruption {
        self.effect.interruption
    }

    /// Why: what the outcome and the interruption follow from, the reason for the outcome first. Empty where
    /// the specification states an update without interruption and nothing else is known.
    #[must_use]
    pub fn reasons(&self) -> &[Reason] {
        &self.reasons
    }

    /// Whether the values are not to be shown.
    #[cfg(feature = "templates")]
    pub(crate) fn is_secret(&self) -> bool {
        self.is_secret
    }

    /// The same change of other values.
    #[cfg(feature = "templates")]
    pub(crate) fn map_values(mut self, mut map: impl FnMut(&Json) -> Json) -> Self {
        self.before = self.before.as_ref().map(&mut map);
        self.after = self.after.as_ref().map(&mut map);
        self
    }

    /// Whether the value certainly changes: `false` where a function hides the old or the new value, so
    /// that both may turn out to be the same.
    #[must_use]
    pub fn certain(&self) -> bool {
        self.certain
    }
}
