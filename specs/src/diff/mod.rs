//! What differs between two models: any pair of formats, files or catalogs.
//!
//! ```
//! use formwork_specs::diff::{self, Part};
//!
//! let schema = |required: &str| {
//!     format!(
//!         r#"{{ "typeName": "Acme::Garden::Gnome", "additionalProperties": false,
//!             "properties": {{ "Name": {{ "type": "string" }} }}, "required": {required} }}"#
//!     )
//! };
//! let old = formwork_specs::read(schema("[]").as_bytes())?;
//! let new = formwork_specs::read(schema(r#"["Name"]"#).as_bytes())?;
//! let diff = diff::specifications(&old.resources, &new.resources);
//! let change = &diff.changes[0];
//! assert_eq!((change.path.as_str(), change.fact()), ("/Name", Some("required")));
//! assert!(matches!(change.part, Part::Fact { .. }));
//! # Ok::<(), formwork_specs::Problems>(())
//! ```
//!
//! Values are compared by their place in a document, `/Rules/*/Status`, and not by the names of the definitions on
//! the way: formats and versions name them differently. A pair of definitions that several places share is compared
//! once, at the first of them. Prose takes no part.
//!
//! | file | for |
//! |---|---|
//! | `resource` | what a type says of itself |
//! | `walk` | places, pair by pair |
//! | `facts` | what is said of a value at one place |
//! | `canonical` | schemas as text: branches and conditions |
//! | `effect` | what a change means for stacks that are deployed |

mod beside;
mod branches;
mod canonical;
mod describe;
mod effect;
mod facts;
mod limits;
mod names;
mod pairing;
mod place;
mod reach;
mod resource;
mod walk;

use std::collections::{BTreeMap, BTreeSet};

use crate::model::ResourceType;

pub use effect::Effect;

/// Everything that differs, type by type in the order of names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Diff {
    /// The changes.
    pub changes: Vec<Change>,
    /// How many types are in both, and equal.
    pub equal: usize,
}

/// One thing that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The type.
    pub type_name: String,
    /// Where, as a pointer into the property object; empty for the type itself.
    ///
    /// `*` stands for every element or member, `*(^a)` for the members whose names match a pattern, `*(others)`
    /// for those that match none. What a branch demands is behind the branch, `/Rule[anyOf/1]/Name`, by its
    /// position afterwards. Attributes are behind `@`: `@Arn`; definitions that no property leads to behind `#`.
    pub path: String,
    /// What.
    pub part: Part,
    effect: Effect,
}

/// What differs.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A type, property or attribute is there only afterwards.
    Added {
        /// Whether it has to be there.
        required: bool,
    },
    /// A type, property or attribute is there only before.
    Removed,
    /// A property has the same facts under a name that differs in case alone.
    Renamed {
        /// The name before.
        from: String,
    },
    /// A fact says something else. What is not said is empty; lists have several values.
    Fact {
        /// The name of the fact, a keyword of a schema where it has one.
        name: &'static str,
        /// What it says before.
        old: Vec<String>,
        /// What it says afterwards.
        new: Vec<String>,
    },
}

impl Change {
    /// The name of the fact, if that is what differs.
    #[must_use]
    pub fn fact(&self) -> Option<&'static str> {
        match self.part {
            Part::Fact { name, .. } => Some(name),
            Part::Added { .. } | Part::Removed | Part::Renamed { .. } => None,
        }
    }

    /// What the change means for stacks that are deployed.
    #[must_use]
    pub fn effect(&self) -> Effect {
        self.effect
    }
}

/// Compares two sets of types.
#[must_use]
pub fn specifications(old: &[ResourceType], new: &[ResourceType]) -> Diff {
    let named = |types: &'_ [ResourceType]| -> BTreeMap<String, usize> {
        let types = types.iter().enumerate();
        types
            .map(|(at, one)| (one.name.as_str().to_owned(), at))
            .collect()
    };
    let (before, after) = (named(old), named(new));
    let mut diff = Diff::default();
    let all: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    for name in all {
        let one = before.get(name).and_then(|at| old.get(*at));
        let other = after.get(name).and_then(|at| new.get(*at));
        let whole = |part, effect| Change {
            type_name: name.clone(),
            path: String::new(),
            part,
            effect,
        };
        match (one, other) {
            (Some(one), Some(other)) => {
                let changes = types(one, other);
                diff.equal += usize::from(changes.is_empty());
                diff.changes.extend(changes);
            }
            (None, Some(_)) => {
                let part = Part::Added { required: false };
                diff.changes.push(whole(part, Effect::Looser));
            }
            (Some(_), None) => diff.changes.push(whole(Part::Removed, Effect::Gone)),
            (None, None) => {}
        }
    }
    diff
}

/// Compares two states of one type.
#[must_use]
pub fn types(old: &ResourceType, new: &ResourceType) -> Vec<Change> {
    walk::types(old, new)
}
