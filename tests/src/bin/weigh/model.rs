//! What a word is: outcome, interruption, and who says what.

use formwork_specs::model::Update;

use formwork_tests::published::{Error, guide::Word};

/// What becomes of the resource, from least to most severe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    InPlace,
    MayReplace,
    Replace,
    Refused,
}

impl Outcome {
    const ALL: [(&'static str, Self); 4] = [
        ("in place", Self::InPlace),
        ("may replace", Self::MayReplace),
        ("replace", Self::Replace),
        ("refused", Self::Refused),
    ];

    pub(crate) fn text(self) -> &'static str {
        let found = Self::ALL.iter().find(|(_, outcome)| *outcome == self);
        found.map_or("", |(text, _)| text)
    }

    pub(crate) fn named(text: &str) -> Result<Self, Error> {
        let found = Self::ALL.iter().find(|(known, _)| *known == text);
        let (_, outcome) = found.ok_or_else(|| format!("there is no outcome `{text}`"))?;
        Ok(*outcome)
    }
}

impl From<Update> for Outcome {
    fn from(update: Update) -> Self {
        match update {
            Update::Mutable => Self::InPlace,
            Update::Conditional => Self::MayReplace,
            Update::Immutable => Self::Replace,
        }
    }
}

/// What was decided about a property on which the sources disagree.
#[derive(Clone, Debug)]
pub(crate) struct Decision {
    pub(crate) outcome: Outcome,
    pub(crate) interruption: Option<String>,
    pub(crate) because: String,
    pub(crate) source: String,
    pub(crate) as_of: String,
}

/// What the three sources say of one property.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Statements {
    /// None: silent.
    pub(crate) registry: Option<Update>,
    /// None if it does not have the property.
    pub(crate) specification: Option<Update>,
    pub(crate) guide: Option<Word>,
}

/// The word that counts for one path.
#[derive(Clone, Debug)]
pub(crate) struct Weighed {
    pub(crate) path: Vec<String>,
    pub(crate) outcome: Outcome,
    /// `possible` or `certain`.
    pub(crate) interruption: Option<String>,
    pub(crate) statements: Statements,
    pub(crate) decision: Option<Decision>,
}
