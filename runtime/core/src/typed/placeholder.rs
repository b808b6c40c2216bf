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
pub struct Placeholder<T>(pub(super) Content<T>);

/// In one word besides its tag, so that a [`Value`](crate::Value) has two.
#[derive(Clone)]
pub(super) enum Content<T> {
    Call(Intrinsic),
    /// A number, and the digits that it was written with, which its own would not be.
    Written(Box<(T, Intrinsic)>),
}

impl<T> Placeholder<T> {
    /// `{"Ref": "AWS::NoValue"}`, which is as if nothing were written.
    pub(crate) const NO_VALUE: Self = Self(Content::Call(Intrinsic::no_value()));

    /// A literal that was written with other digits than it would be.
    pub(crate) fn written(literal: T, digits: Intrinsic) -> Self {
        Self(Content::Written(Box::new((literal, digits))))
    }

    /// The literal, if it is one.
    pub(crate) fn literal(&self) -> Option<&T> {
        match &self.0 {
            Content::Written(written) => Some(&written.0),
            Content::Call(_) => None,
        }
    }

    /// The literal alone, if it is one.
    pub(crate) fn into_literal(self) -> Option<T> {
        match self.0 {
            Content::Written(written) => Some(written.0),
            Content::Call(_) => None,
        }
    }

    /// Whether it is a literal that is worth exactly what was written, which may have more digits than the literal
    /// can hold.
    pub(crate) fn is_exactly(&self, literal: &T) -> bool
    where
        T: PartialEq,
    {
        match &self.0 {
            Content::Written(written) => written.1.is_exact() && written.0 == *literal,
            Content::Call(_) => false,
        }
    }
}

impl<T: Clone> Clone for Placeholder<T> {
    /// Not part of its callers: most slots hold a literal.
    #[inline(never)]
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Deref for Placeholder<T> {
    type Target = Intrinsic;

    #[inline]
    fn deref(&self) -> &Intrinsic {
        match &self.0 {
            Content::Call(call) => call,
            Content::Written(written) => &written.1,
        }
    }
}

impl<T> From<Intrinsic> for Placeholder<T> {
    fn from(call: Intrinsic) -> Self {
        Self(Content::Call(call))
    }
}

impl<T> From<Placeholder<T>> for Intrinsic {
    fn from(placeholder: Placeholder<T>) -> Self {
        match placeholder.0 {
            Content::Call(call) => call,
            Content::Written(written) => written.1,
        }
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
