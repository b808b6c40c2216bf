//! What stands for itself.

use super::{IntoValue, Make, Optional, Required, Setter, Takes};
use crate::Intrinsic;
use crate::typed::generated::Generated;
use crate::typed::value::Value;

// Not of [`Make`]: of a trait with one implementation the compiler says what else it holds for.
#[diagnostic::do_not_recommend]
impl<T> Takes<Value<T>, Value<T>> for Setter {
    #[inline]
    fn take(given: Value<T>) -> Value<T> {
        given
    }
}

#[diagnostic::do_not_recommend]
impl<T: Clone> Make<Value<T>> for &Value<T> {
    #[inline]
    fn make(self) -> Value<T> {
        self.clone()
    }
}

// Not of all that stands for a `T`, as a builder does: of this one it is seen without a further look that it does not hold
// for the type of a setter's argument, wherever one is compiled.
#[diagnostic::do_not_recommend]
impl<T: Generated> Make<Value<T>> for T {
    #[inline]
    fn make(self) -> Value<T> {
        Value::Literal(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Generated> Make<Value<T>> for Box<T> {
    #[inline]
    fn make(self) -> Value<T> {
        Value::Literal(*self)
    }
}

/// What was read where a struct would contain itself.
#[diagnostic::do_not_recommend]
impl<T: Generated + Clone> Make<Value<T>> for &Value<Box<T>> {
    fn make(self) -> Value<T> {
        match self {
            Value::Literal(literal) => Value::Literal(T::clone(literal)),
            Value::Intrinsic(call) => Value::Intrinsic(Intrinsic::clone(call).into()),
        }
    }
}

/// Without a value it is as if the setter were not called, but for a value that was given before.
#[diagnostic::do_not_recommend]
impl<T, U: IntoValue<T>> IntoValue<T, Optional> for Option<U> {
    #[inline]
    fn into_value(self) -> Value<T> {
        self.into_optional().unwrap_or_else(Value::no_value)
    }

    #[inline]
    fn into_optional(self) -> Option<Value<T>> {
        self.map(U::into_value)
    }
}

/// Holds for no `Option`.
pub trait Certain {}

/// A required property needs a value for certain. It is said here too, so that the compiler does not advise to make the
/// property an optional one.
#[diagnostic::do_not_recommend]
impl<T, U> IntoValue<T, Required> for Option<U>
where
    Self: Certain,
{
    fn into_value(self) -> Value<T> {
        Value::no_value()
    }
}
