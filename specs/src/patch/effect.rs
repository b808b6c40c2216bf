//! What an operation did.

/// What one operation did.
pub(super) enum Effect {
    /// It was a test, which holds.
    Tested,
    /// Nothing is other than before, and why.
    Nothing(String),
    /// The places that are.
    Changes(Vec<Changed>),
}

/// A place of a specification that is other than before.
pub(super) struct Changed {
    pub(super) pointer: String,
    /// The text that came there or went away, if it is one.
    pub(super) value: Option<String>,
    pub(super) because: Option<String>,
}
