//! Text with known values that stays open for values that the specification does not know yet.

use core::fmt;
use core::hash::{Hash, Hasher};

use crate::typed::generated::{Generated, OfValues};

/// A value that the specification does not know. Only `From<&str>` makes one, so that a program cannot
/// come to depend on a value being unknown.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Other(Box<str>);

impl Other {
    /// Of a value that is not there yet.
    #[must_use]
    pub fn empty() -> Self {
        Self("".into())
    }

    /// The value as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An enum with one variant per known value and one for all others. Implemented by generated code.
///
/// The message is for the one conversion that users meet it in: text for a [`Value`](crate::Value).
#[diagnostic::on_unimplemented(
    message = "text is no value of type `{Self}`",
    label = "a value of type `{Self}` is due here",
    note = "properties take literals of their type, and functions such as `Value::reference`"
)]
pub trait ValueSet: Generated<Kind = OfValues> + 'static {
    /// The known values on the wire, in the order of the specification.
    const TEXTS: &'static [&'static str];

    /// Which of the known values this is, or else the one that is not known.
    ///
    /// # Errors
    ///
    /// The value that is not known.
    fn known(&self) -> Result<usize, &Other>;

    /// The known value of that number, or one that is not known. A number beyond all known values gives an empty
    /// one.
    fn make(known: Result<usize, Other>) -> Self;
}

/// The value on the wire.
#[inline]
pub fn value_set_text<S: ValueSet>(value: &S) -> &str {
    match value.known() {
        Ok(index) => known_text(S::TEXTS, index),
        Err(other) => other.as_str(),
    }
}

/// What a value of a set is compared with: text, and values of sets.
pub trait IsText {
    /// The text.
    fn text(&self) -> &str;
}

impl<S: ValueSet> IsText for S {
    fn text(&self) -> &str {
        value_set_text(self)
    }
}

/// What becomes a value of a set by `From`.
pub trait FromText {
    /// The text.
    fn text(&self) -> &str;
}

macro_rules! texts {
    ($from:ident: $($text:ty)*) => { $(
        impl $from for $text {
            fn text(&self) -> &str {
                self
            }
        }
    )* };
}

texts! { IsText: str &str String }
texts! { FromText: &str String &String }

/// Hashes the value on the wire.
pub fn value_set_hash<S: ValueSet, H: Hasher>(value: &S, hasher: &mut H) {
    value_set_text(value).hash(hasher);
}

/// The value of that text, known or not.
#[must_use]
pub fn value_set_from<S: ValueSet>(text: &str) -> S {
    S::make(find(S::TEXTS, text))
}

// What needs no type is compiled once, and not once more for each set.

fn known_text(texts: &'static [&'static str], index: usize) -> &'static str {
    texts.get(index).copied().unwrap_or_default()
}

fn find(texts: &[&str], text: &str) -> Result<usize, Other> {
    let known = texts.iter().position(|known| *known == text);
    known.ok_or_else(|| Other(text.into()))
}

/// The same value once more.
#[must_use]
pub fn value_set_clone<S: ValueSet>(value: &S) -> S {
    match value.known() {
        Ok(index) => S::make(Ok(index)),
        Err(other) => S::make(Err(other.clone())),
    }
}

/// Shows the value as a person would write it: quoted text.
///
/// # Errors
///
/// If the formatter fails.
pub fn value_set_debug<S: ValueSet>(value: &S, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    fmt::Debug::fmt(value_set_text(value), f)
}
