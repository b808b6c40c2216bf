//! Places that hold the value of a property: how each Rust type is looked at and filled.

use crate::Json;
use crate::document::{Content, NodeRef};
use crate::facts::Schema;
use crate::json::intrinsic::Intrinsic;
use crate::judge::{Checked, Judge};
use crate::text::coerce;
use crate::typed::fill;
use crate::typed::fill_error::{FillError, FillResult};
use crate::typed::placeholder::Placeholder;
use crate::typed::value::Value;
use crate::typed::view::{self, View};

/// A place for a value.
///
/// Implemented for `String`, `i64` and smaller integers, `f64`, `bool`, [`Json`], lists, maps, value sets,
/// records, and for `Option` and [`Value`] around each of them.
pub trait Slot {
    /// The value, to be looked at.
    fn view(&self) -> View<'_>;

    /// Judges the value where nothing is written down, and says what is there.
    #[inline]
    fn check<'a>(&'a self, judge: &mut Judge<'a>, schema: &'static Schema) -> Checked {
        judge.check(&self.view(), schema)
    }

    /// Takes the value from a document.
    ///
    /// # Errors
    ///
    /// If the place cannot hold what stands there.
    fn fill(&mut self, node: NodeRef<'_>) -> FillResult;

    /// Finds a value of this type among its digits, in its place and by value: what a [`Placeholder`] asks.
    #[must_use]
    fn of_digits(_digits: &Intrinsic) -> Option<(&Self, Self)>
    where
        Self: Sized,
    {
        None
    }

    /// A place without a value.
    fn empty() -> Self
    where
        Self: Sized;
}

impl Slot for String {
    fn view(&self) -> View<'_> {
        View::Text(self)
    }

    #[inline]
    fn check<'a>(&'a self, judge: &mut Judge<'a>, schema: &'static Schema) -> Checked {
        judge.check_text(self, schema);
        Checked::Value
    }

    fn fill(&mut self, node: NodeRef<'_>) -> FillResult {
        *self = Self::from(fill::text(node)?);
        Ok(())
    }

    fn empty() -> Self {
        Self::new()
    }
}

impl Slot for i64 {
    fn view(&self) -> View<'_> {
        View::Integer(*self)
    }

    #[inline]
    fn check<'a>(&'a self, judge: &mut Judge<'a>, schema: &'static Schema) -> Checked {
        judge.check_integer(*self, schema);
        Checked::Value
    }

    fn fill(&mut self, node: NodeRef<'_>) -> FillResult {
        let number = integer(node);
        *self = number.ok_or_else(|| FillError::kind("an integer of 64 bits", node))?;
        Ok(())
    }

    fn empty() -> Self {
        0
    }
}

/// Integers that hold only a part of what a property may be.
macro_rules! smaller_integers {
    ($($integer:ident)*) => { $(
        impl Slot for $integer {
            fn view(&self) -> View<'_> {
                View::Integer(i64::from(*self))
            }

            fn fill(&mut self, node: NodeRef<'_>) -> FillResult {
                let number = integer(node);
                *self = number.and_then(|number| number.try_into().ok()).ok_or_else(|| {
                    FillError::range(Self::MIN.into(), Self::MAX.into(), node)
                })?;
                Ok(())
            }

            fn empty() -> Self {
                0
            }
        }
    )* };
}

smaller_integers! { i8 i16 i32 u8 u16 u32 }

impl Slot for f64 {
    fn view(&self) -> View<'_> {
        View::Float(*self)
    }

    fn fill(&mut self, node: NodeRef<'_>) -> FillResult {
        let number = node.number_text().and_then(coerce::number);
        *self = number.ok_or_else(|| FillError::kind("a number", node))?;
        Ok(())
    }

    fn of_digits(digits: &Intrinsic) -> Option<(&Self, Self)> {
        digits.number()
    }

    fn empty() -> Self {
        0.0
    }
}

impl Slot for bool {
    fn view(&self) -> View<'_> {
        View::Bool(*self)
    }

    #[inline]
    fn check<'a>(&'a self, judge: &mut Judge<'a>, schema: &'static Schema) -> Checked {
        judge.check_bool(*self, schema);
        Checked::Value
    }

    fn fill(&mut self, node: NodeRef<'_>) -> FillResult {
        let found = match node.content() {
            Content::Bool(found) => Some(found),
            Content::String(text) => coerce::boolean(text),
            _ => None,
        };
        *self = found.ok_or_else(|| FillError::kind("`true` or `false`", node))?;
        Ok(())
    }

    fn empty() -> Self {
        false
    }
}

impl Slot for Json {
    fn view(&self) -> View<'_> {
        View::Json(self)
    }

    fn fill(&mut self, node: NodeRef<'_>) -> FillResult {
        if !node.is_waste() {
            *self = node.to_json();
        }
        Ok(())
    }

    fn empty() -> Self {
        Self::Null
    }
}

impl<T: Slot> Slot for Option<T> {
    #[inline]
    fn view(&self) -> View<'_> {
        match self {
            Some(value) => value.view(),
            None => View::Absent,
        }
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "measured: it is asked of every slot")]
    fn check<'a>(&'a self, judge: &mut Judge<'a>, schema: &'static Schema) -> Checked {
        match self {
            Some(value) => value.check(judge, schema),
            None => Checked::Nothing,
        }
    }

    fn fill(&mut self, node: NodeRef<'_>) -> FillResult {
        // Not `get_or_insert_with`, which the compiler would have to make for each type once more.
        if let Some(value) = self {
            return value.fill(node);
        }
        *self = Some(T::empty());
        match self {
            Some(value) => value.fill(node),
            None => Ok(()),
        }
    }

    fn empty() -> Self {
        None
    }
}

impl<T: Slot> Slot for Value<T> {
    #[inline]
    fn view(&self) -> View<'_> {
        match self {
            Self::Literal(literal) => literal.view(),
            Self::Intrinsic(placeholder) => view::of_intrinsic(&placeholder.call),
        }
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "measured: it is asked of every slot")]
    fn check<'a>(&'a self, judge: &mut Judge<'a>, schema: &'static Schema) -> Checked {
        match self {
            Self::Literal(literal) => literal.check(judge, schema),
            Self::Intrinsic(placeholder) => judge.check_placeholder(&placeholder.call, schema),
        }
    }

    fn fill(&mut self, node: NodeRef<'_>) -> FillResult {
        // Compiled for each type once more: what needs no type stands in functions of their own.
        let call = if fill::may_be_literal(node) {
            *self = Self::Literal(T::empty());
            match self {
                Self::Literal(literal) => {
                    let filled = literal.fill(node);
                    fill::instead(filled, literal.view(), node)
                }
                Self::Intrinsic(_) => Ok(None),
            }
        } else {
            fill::instead_of_any(node, None)
        };
        match call {
            Ok(Some(call)) => {
                let literal = T::of_digits;
                *self = Self::Intrinsic(Placeholder { call, literal });
                Ok(())
            }
            Ok(None) => Ok(()),
            Err(mismatch) => Err(mismatch),
        }
    }

    /// As if `AWS::NoValue` were written: a value that is not there.
    fn empty() -> Self {
        let call = Intrinsic::no_value();
        let literal = T::of_digits;
        Self::Intrinsic(Placeholder { call, literal })
    }
}

/// The integer that a scalar is, or that its text is.
fn integer(node: NodeRef<'_>) -> Option<i64> {
    let text = node.number_text()?;
    match node.content() {
        Content::String(written) if written == text => coerce::integer_of_text(text),
        _ => coerce::integer(text),
    }
}
