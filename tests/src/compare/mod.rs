//! What differs between two published files, found without the readers of formwork, and whether `formwork diff`
//! tells all of it.
//!
//! The raw JSON is walked here, in either format, from the properties of a type along references; nothing of the
//! model takes part. What a keyword means is stated a second time, so that a fact that the readers drop, or that
//! the comparison of models passes over, is missed by one side alone and shows.

mod keywords;
mod schema;
mod specification;
mod told;
mod types;
mod walk;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

pub use told::{Told, check};
pub use types::Source;
pub use walk::differences;

/// A fact of one place that two files state differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The type.
    pub type_name: String,
    /// The value: a pointer into the property object, `*` for every element or member, `@` before attributes.
    pub place: String,
    /// The fact, in the words of the report.
    pub fact: &'static str,
    /// What it says before.
    pub old: BTreeSet<String>,
    /// What it says afterwards.
    pub new: BTreeSet<String>,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            type_name,
            place,
            fact,
            old,
            new,
        } = self;
        write!(f, "{type_name} {place} {fact}: {old:?} -> {new:?}")
    }
}

/// Facts by name.
type Facts = BTreeMap<&'static str, BTreeSet<String>>;

/// The lists of pointers that name something, and the way to it.
type Listed<'f> = BTreeSet<(&'static str, &'f str)>;

/// A value of either format.
#[derive(Clone, Copy)]
enum Node<'f> {
    Specified(specification::Node<'f>),
    Schema(schema::Node<'f>),
}

impl<'f> Node<'f> {
    /// What the file says of the value at a path of data.
    fn said(self, path: &[String]) -> Said<'f> {
        match self {
            Self::Specified(node) => node.said(),
            Self::Schema(node) => node.said(path),
        }
    }

    /// What the lists of pointers say of what is in it: each list with the rest of the way.
    fn listed(self, path: &[String]) -> Listed<'f> {
        match self {
            Self::Specified(_) => Listed::new(),
            Self::Schema(node) => node.listed(path),
        }
    }

    /// Where in the file it stands.
    fn address(self) -> usize {
        match self {
            Self::Specified(node) => node.address(),
            Self::Schema(node) => node.address(),
        }
    }
}

/// What a file says of one value.
#[derive(Default)]
struct Said<'f> {
    facts: Facts,
    members: BTreeMap<String, Member<'f>>,
    /// What each element or member is.
    element: Option<Node<'f>>,
    /// Further demands of the same value, by keyword.
    branches: Vec<(&'static str, Vec<Node<'f>>)>,
}

/// A named member of an object.
struct Member<'f> {
    /// What is said beside its value.
    facts: Facts,
    /// Where its value is described: in several branches, perhaps.
    nodes: Vec<Node<'f>>,
}

fn word(facts: &mut Facts, name: &'static str, value: impl Into<String>) {
    facts.entry(name).or_default().insert(value.into());
}
