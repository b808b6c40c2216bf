//! What stands for a value in the macros that write lists, maps and JSON.

use super::{IntoValue, Setter, Takes};
use crate::Json;
use crate::typed::slot::Slot;
use crate::typed::value::Value;

/// A value of the type that is due where it stands.
#[inline]
pub fn value<T>(value: impl IntoValue<T>) -> Value<T> {
    value.into_value()
}

/// A value that becomes JSON.
///
/// A function in it may be of a type that nothing decides, as `Value::reference` is: what a type has itself comes
/// before what traits give it, and so the type becomes that of free JSON.
#[derive(Debug)]
pub struct ToJson<V>(pub V);

impl ToJson<Value<Json>> {
    /// The value as a document holds it.
    #[must_use]
    pub fn to_json(self) -> Json {
        self.0.into()
    }
}

/// What free JSON takes.
pub trait AnyToJson {
    /// The value as a document holds it.
    fn to_json(self) -> Json;
}

impl<V: IntoValue<Json>> AnyToJson for ToJson<V> {
    fn to_json(self) -> Json {
        self.0.into_value().into()
    }
}

/// Values of other types.
pub trait ValueToJson {
    /// The value as a document holds it.
    fn to_json(self) -> Json;
}

impl<T: Slot> ValueToJson for ToJson<Value<T>> {
    fn to_json(self) -> Json {
        self.0.to_json()
    }
}

impl<T: Slot> ValueToJson for ToJson<&Value<T>> {
    fn to_json(self) -> Json {
        self.0.to_json()
    }
}

/// What is left: a method found last, behind a reference, only to say what free JSON takes.
pub trait NothingToJson<V> {
    /// Cannot be called.
    fn to_json(self) -> Json
    where
        Setter: Takes<V, Value<Json>>;
}

impl<V> NothingToJson<V> for &ToJson<V> {
    fn to_json(self) -> Json
    where
        Setter: Takes<V, Value<Json>>,
    {
        Json::Null
    }
}
