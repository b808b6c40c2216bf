//! What stands in a slot where there is no plain literal.

use core::fmt;
use core::ops::Deref;

use crate::json::intrinsic::Intrinsic;

/// What stands in the place of a plain literal: a function call, or a literal with what was written for it.
///
/// It derefs to the [`Intrinsic`] that a document has there; one is made of a call by `From`.
///
/// ```
/// use formwork::Value;
///
/// let value: Value<String> = Value::reference("MyApi");
/// let Value::Intrinsic(call) = &value else { unreachable!() };
/// assert_eq!(call.name(), Some("Ref"));
/// ```
pub struct Placeholder<T> {
    /// What a document has there.
    pub(super) call: Intrinsic,
    /// Where the literal is, if what a document has there is its digits. A function and no `T`, so that the compiler makes
    /// no code to drop and clone placeholders for each type once more.
    pub(super) literal: OfDigits<T>,
}

/// Finds a number among its digits, in its place and by value; none of what is no number.
pub(crate) type OfDigits<T> = fn(&Intrinsic) -> Option<(&T, T)>;

impl<T> Placeholder<T> {
    /// `{"Ref": "AWS::NoValue"}`, which is as if nothing were written.
    pub(crate) const NO_VALUE: Self = Self::of_call(Intrinsic::no_value());

    const fn of_call(call: Intrinsic) -> Self {
        Self {
            call,
            literal: |_| None,
        }
    }

    /// The literal, if it is one.
    pub(crate) fn literal(&self) -> Option<&T> {
        (self.literal)(&self.call).map(|(literal, _)| literal)
    }

    /// The literal alone, if it is one.
    pub(crate) fn into_literal(self) -> Option<T> {
        (self.literal)(&self.call).map(|(_, literal)| literal)
    }

    /// Whether it is a literal that is worth exactly what was written, which may have more digits than the literal
    /// can hold.
    pub(crate) fn is_exactly(&self, literal: &T) -> bool
    where
        T: PartialEq,
    {
        self.call.is_exact() && self.literal() == Some(literal)
    }
}

impl Placeholder<f64> {
    /// A number that was written with other digits than it would be.
    pub(crate) fn of_digits(digits: Intrinsic) -> Self {
        Self {
            call: digits,
            literal: Intrinsic::number,
        }
    }
}

impl<T> Clone for Placeholder<T> {
    /// Not part of its callers: most slots hold a literal.
    #[inline(never)]
    fn clone(&self) -> Self {
        Self {
            call: self.call.clone(),
            literal: self.literal,
        }
    }
}

impl<T> Deref for Placeholder<T> {
    type Target = Intrinsic;

    #[inline]
    fn deref(&self) -> &Intrinsic {
        &self.call
    }
}

impl<T> From<Intrinsic> for Placeholder<T> {
    fn from(call: Intrinsic) -> Self {
        Self::of_call(call)
    }
}

impl<T> From<Placeholder<T>> for Intrinsic {
    fn from(placeholder: Placeholder<T>) -> Self {
        placeholder.call
    }
}

/// Two are the same if what is written is.
impl<T> PartialEq for Placeholder<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

/// The JSON that a document has there.
impl<T> fmt::Debug for Placeholder<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}
