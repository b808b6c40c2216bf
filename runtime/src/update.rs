//! What an update does to a resource, before any deployment.

use core::fmt;

use crate::intrinsic;
use crate::json::Json;
use crate::pointer;
use crate::record::Record;
use crate::spec::{ResourceSpec, UpdateBehavior};
use crate::view;

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
    /// The properties that differ, in the order of the specification.
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
        f.write_str(if self.certain { ")" } else { ", if the value differs)" })
    }
}

/// Compares the properties of two structs of one type.
pub(crate) fn plan(old: &dyn Record, new: &dyn Record, spec: &ResourceSpec) -> UpdatePlan {
    let mut changes = Vec::new();
    for (index, property) in spec.properties.iter().enumerate() {
        let view = |record: &dyn Record| {
            let slot = record.slot(index)?;
            let view = slot.view();
            (!view.is_nothing()).then(|| view::to_json(view))
        };
        let (before, after) = (view(old), view(new));
        if before == after {
            continue;
        }
        let certain = ![&before, &after].into_iter().flatten().any(hides);
        let update = if spec.updatable { property.update } else { UpdateBehavior::Immutable };
        let path = format!("/{}", pointer::escape(property.name));
        changes.push(Change { path, before, after, update, certain });
    }
    UpdatePlan { changes }
}

/// Whether a value holds something that is only known at deployment.
fn hides(value: &Json) -> bool {
    match value {
        Json::String(text) => intrinsic::is_dynamic(text),
        Json::Array(items) => items.iter().any(hides),
        Json::Object(object) => {
            object.iter().any(|(key, value)| intrinsic::is_function(key) || hides(value))
        }
        _ => false,
    }
}
