//! What stands for itself.

use super::{IntoValue, Optional};
use crate::typed::slot::Generated;
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

/// Structs of properties, and value sets.
#[diagnostic::do_not_recommend]
impl<T: Generated, P> IntoValue<T, P> for T {
    #[inline]
    fn into_value(self) -> Value<T> {
        Value::Literal(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Generated + Clone, P> IntoValue<T, P> for &T {
    #[inline]
    fn into_value(self) -> Value<T> {
        Value::Literal(self.clone())
    }
}

/// A struct where another one would contain itself.
#[diagnostic::do_not_recommend]
impl<T: Generated, P> IntoValue<Box<T>, P> for T {
    #[inline]
    fn into_value(self) -> Value<Box<T>> {
        Value::Literal(Box::new(self))
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
