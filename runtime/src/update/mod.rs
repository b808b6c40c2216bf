//! What an update does to a resource, before any deployment.

mod compare;

use core::fmt;

pub(crate) use self::compare::plan;
use crate::facts::UpdateBehavior;
use crate::json::Json;

/// What CloudFormation will do when a resource changes from one value to another.
///
/// `Display` lists the changes for a person.
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct UpdatePlan {
    changes: Vec<Change>,
}

/// One property that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    path: String,
    before: Option<Json>,
    after: Option<Json>,
    update: UpdateBehavior,
    certain: bool,
}

impl UpdatePlan {
    /// What differs, in the order of the specification: the innermost properties, elements and members.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The most severe of all changes; none if there is no change.
    #[must_use]
    pub fn outcome(&self) -> Option<UpdateBehavior> {
        self.changes.iter().map(Change::update).max()
    }

    /// Whether nothing changes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
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

    /// What the change does to the resource.
    #[must_use]
    pub fn update(&self) -> UpdateBehavior {
        self.update
    }

    /// Whether the value certainly changes: `false` where a function hides the old or the new value, so
    /// that both may turn out to be the same.
    #[must_use]
    pub fn certain(&self) -> bool {
        self.certain
    }
}

impl fmt::Display for UpdatePlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(outcome) = self.outcome() else {
            return f.write_str("no change");
        };
        for change in &self.changes {
            writeln!(f, "{change}")?;
        }
        write!(f, "outcome: {outcome}")
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |value: &Option<Json>| match value {
            Some(value) => value.to_string(),
            None => "nothing".to_owned(),
        };
        let (before, after) = (shown(&self.before), shown(&self.after));
        write!(f, "{}: {before} -> {after} ({}", self.path, self.update)?;
        f.write_str(if self.certain {
            ")"
        } else {
            ", if the value differs)"
        })
    }
}
