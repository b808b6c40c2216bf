//! What stands for itself.

use super::{IntoValue, Optional, Required};
use crate::Intrinsic;
use crate::typed::slot::{Generated, Kind};
use crate::typed::value::Value;

#[diagnostic::do_not_recommend]
impl<T, P> IntoValue<T, P> for Value<T> {
    #[inline]
    fn into_value(self) -> Self {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T: Clone, P> IntoValue<T, P> for &Value<T> {
    #[inline]
    fn into_value(self) -> Value<T> {
        self.clone()
    }
}

/// What a struct of properties, a value set, or a builder with every required property stands for.
///
/// A trait without parameters: only so can it be seen that no other type has it.
pub trait StandsFor {
    /// The type of the property.
    type Type;

    /// The value.
    fn literal(self) -> Self::Type;
}

#[diagnostic::do_not_recommend]
impl<T: Generated> StandsFor for T {
    type Type = <T::Kind as Kind<T>>::Literal;

    #[inline]
    fn literal(self) -> Self::Type {
        T::Kind::literal(self)
    }
}

// The type has a name of its own, for rustdoc links to the place of `U::Type` by another name than it gives it.
#[diagnostic::do_not_recommend]
impl<U: StandsFor<Type = T>, T, P> IntoValue<T, P> for U {
    #[inline]
    fn into_value(self) -> Value<T> {
        Value::Literal(self.literal())
    }
}

/// What was read where a struct would contain itself.
#[diagnostic::do_not_recommend]
impl<T: Generated + Clone, P> IntoValue<T, P> for &Value<Box<T>> {
    fn into_value(self) -> Value<T> {
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
