//! What is no value where one has to be given: said here as well, so that the compiler does not advise to make of the
//! required property an optional one.

use super::{IntoValue, Required};
use crate::Attribute;
use crate::typed::value::Value;

/// Holds for no `Option`: a required property needs a value for certain.
pub trait Certain {}

#[diagnostic::do_not_recommend]
impl<T, U> IntoValue<T, Required> for Option<U>
where
    Self: Certain,
{
    fn into_value(self) -> Value<T> {
        Value::no_value()
    }
}

/// Holds for no name of an attribute: what has a value is a resource.
pub trait OfAResource {}

#[diagnostic::do_not_recommend]
impl<R, A, T, P> IntoValue<T, P> for Attribute<R, A>
where
    Self: OfAResource,
{
    fn into_value(self) -> Value<T> {
        Value::no_value()
    }
}
