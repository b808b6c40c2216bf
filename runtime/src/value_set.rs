//! Text with known values that stays open for values that the specification does not know yet.

use core::fmt;

use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use crate::document::NodeRef;
use crate::fill;
use crate::mismatch::Filled;

/// A value that the specification does not know. Only `From<&str>` makes one, so that a program cannot
/// come to depend on a value being unknown.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Other(Box<str>);

impl Other {
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
pub trait ValueSet: Clone + 'static {
    /// The known values on the wire, in the order of the specification.
    const VALUES: &'static [&'static str];

    /// The variants of the known values, in the same order.
    fn known() -> &'static [Self];

    /// Which of the known values this is; any larger number if none.
    fn position(&self) -> usize;

    /// The value that is not known.
    fn other(&self) -> Option<&Other>;

    /// A value that is not known.
    fn from_other(other: Other) -> Self;
}

/// The value on the wire.
#[inline]
pub fn value_set_text<S: ValueSet>(value: &S) -> &str {
    match S::VALUES.get(value.position()) {
        Some(known) => known,
        None => value.other().map_or("", Other::as_str),
    }
}

/// The value of that text, known or not.
#[must_use]
pub fn value_set_from<S: ValueSet>(text: &str) -> S {
    match position(S::VALUES, text).and_then(|position| S::known().get(position)) {
        Some(known) => known.clone(),
        None => S::from_other(Other(text.into())),
    }
}

/// Where a value stands among those that are known. Not part of its caller, of which there is one for each set.
#[inline(never)]
fn position(values: &[&str], text: &str) -> Option<usize> {
    values.iter().position(|known| *known == text)
}

/// Shows the value as a person would write it: quoted text.
///
/// # Errors
///
/// If the formatter fails.
pub fn value_set_debug<S: ValueSet>(value: &S, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    fmt::Debug::fmt(value_set_text(value), f)
}

/// Writes the value.
///
/// # Errors
///
/// If the serializer fails.
pub fn value_set_serialize<S: ValueSet, Z: Serializer>(
    value: &S,
    serializer: Z,
) -> Result<Z::Ok, Z::Error> {
    value_set_text(value).serialize(serializer)
}

/// Reads the value, known or not.
///
/// # Errors
///
/// If there is no text.
pub fn value_set_deserialize<'de, S: ValueSet, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<S, D::Error> {
    let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
    Ok(value_set_from(&text))
}

/// Takes the value from a document.
///
/// # Errors
///
/// If no text stands there.
pub fn value_set_fill<S: ValueSet>(value: &mut S, node: NodeRef<'_>) -> Filled {
    *value = value_set_from(fill::text(node)?);
    Ok(())
}

/// A value that is not there yet.
#[must_use]
pub fn value_set_empty<S: ValueSet>() -> S {
    S::from_other(Other("".into()))
}
