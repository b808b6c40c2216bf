//! Which Rust types can hold the values of a property, checked while compiling a struct that derives
//! `Resource` or `PropertyType`.
//!
//! The derive names the kind of a property's values as a type of [`kind`] and asks for [`Holds`]; which
//! types have it is decided here and nowhere else.

use core::marker::PhantomData;
use std::collections::BTreeMap;

use crate::record::Record;
use crate::slot::Slot;
use crate::value::Value;
use crate::value_set::ValueSet;
use crate::{Json, Map};

/// What a property takes, as types. They are named for the message of the compiler.
pub mod kind {
    use core::marker::PhantomData;

    /// A string: `String`, or a value set.
    #[derive(Debug)]
    pub enum Text {}
    /// A whole number: an integer type of at most 64 bits, but not `u64`.
    #[derive(Debug)]
    pub enum Integer {}
    /// A number: `f64`.
    #[derive(Debug)]
    pub enum Number {}
    /// `true` or `false`: `bool`.
    #[derive(Debug)]
    pub enum Boolean {}
    /// Any JSON: `Json`, or whatever the program expects there.
    #[derive(Debug)]
    pub enum AnyJson {}
    /// A list: `Vec`.
    #[derive(Debug)]
    pub struct List<K>(PhantomData<K>);
    /// Members of any name: `Map`, or a sorted map of the standard library.
    #[derive(Debug)]
    pub struct MapOf<K>(PhantomData<K>);
    /// An object with properties of its own: a property type.
    #[derive(Debug)]
    pub enum PropertyType {}
    /// What may be left out: `Option`.
    #[derive(Debug)]
    pub struct Optional<K>(PhantomData<K>);
}

use self::kind::{AnyJson, Boolean, Integer, List, MapOf, Number, Optional, PropertyType, Text};

/// Holds for types that can hold the values of a property of kind `K`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold the values of this property",
    label = "the property takes `{K}`",
    note = "`Text` is held by `String` and by value sets, `Integer` by `i64` and smaller integers, `Number` \
            by `f64`, `Boolean` by `bool`, `List` by `Vec`, `MapOf` by `formwork::Map` and `BTreeMap`, \
            `PropertyType` by structs that derive `PropertyType` or were generated",
    note = "`formwork::Json` holds everything; inside of a `formwork::Value`, a function can stand instead"
)]
pub trait Holds<K>: Slot + Sized {
    /// The place, to be looked at.
    #[inline]
    fn slot(&self) -> &dyn Slot {
        self
    }

    /// The place, to be filled.
    #[inline]
    fn slot_mut(&mut self) -> &mut dyn Slot {
        self
    }

    /// The place without a value.
    #[inline]
    #[must_use]
    fn vacant() -> Self {
        Self::empty()
    }
}

macro_rules! holds {
    ($($kind:ty: $($ty:ty),+;)+) => { $($(
        impl Holds<$kind> for $ty {}
    )+)+ };
}

holds! {
    Text: String, Json;
    Integer: i8, i16, i32, i64, u8, u16, u32, Json;
    Number: f64, Json;
    Boolean: bool, Json;
    PropertyType: Json;
    AnyJson: Json, String, i8, i16, i32, i64, u8, u16, u32, f64, bool;
}

impl<K> Holds<List<K>> for Json {}
impl<K> Holds<MapOf<K>> for Json {}

impl<S: ValueSet + Slot> Holds<Text> for S {}
impl<R: Record> Holds<PropertyType> for R {}

impl<K, T: Holds<K>> Holds<List<K>> for Vec<T> {}
impl<K, T: Holds<K>> Holds<MapOf<K>> for Map<T> {}
impl<K, T: Holds<K>> Holds<MapOf<K>> for BTreeMap<String, T> {}

impl<R: Record> Holds<AnyJson> for R {}
impl<T: Holds<AnyJson>> Holds<AnyJson> for Vec<T> {}
impl<T: Holds<AnyJson>> Holds<AnyJson> for Map<T> {}
impl<T: Holds<AnyJson>> Holds<AnyJson> for BTreeMap<String, T> {}

impl<K, T: Holds<K>> Holds<K> for Value<T> {}
impl<K, T: Holds<K>> Holds<Optional<K>> for Option<T> {}

/// Which property type a struct stands for, also inside of lists and the like. Structs that derive it
/// have it.
pub trait Named {
    /// The resource type and the property type; the latter is empty for the resource itself.
    const NAME: (&'static str, &'static str);
}

impl<T: Named> Named for Option<T> {
    const NAME: (&'static str, &'static str) = T::NAME;
}

impl<T: Named> Named for Value<T> {
    const NAME: (&'static str, &'static str) = T::NAME;
}

impl<T: Named> Named for Box<T> {
    const NAME: (&'static str, &'static str) = T::NAME;
}

impl<T: Named> Named for Vec<T> {
    const NAME: (&'static str, &'static str) = T::NAME;
}

impl<T: Named> Named for Map<T> {
    const NAME: (&'static str, &'static str) = T::NAME;
}

impl<T: Named> Named for BTreeMap<String, T> {
    const NAME: (&'static str, &'static str) = T::NAME;
}

/// Asks a type for its name: `Probe::<T>::FOUND`, where [`Unnamed`] is in scope, is the name if there is
/// one, because what a type has itself comes before what a trait gives it.
#[derive(Debug)]
pub struct Probe<T>(PhantomData<T>);

impl<T: Named> Probe<T> {
    /// The name.
    pub const FOUND: Option<(&'static str, &'static str)> = Some(T::NAME);
}

/// The answer of a [`Probe`] for types without a name.
pub trait Unnamed {
    /// No name.
    const FOUND: Option<(&'static str, &'static str)> = None;
}

impl<T> Unnamed for Probe<T> {}

/// Whether a type that was asked for its name may stand for a property type: it does, or has no name.
#[must_use]
pub const fn stands_for(
    found: Option<(&'static str, &'static str)>,
    resource: &str,
    property_type: &str,
) -> bool {
    match found {
        Some((of, name)) => is_same(of, resource) && is_same(name, property_type),
        None => true,
    }
}

/// `==` on strings is not yet const.
const fn is_same(left: &str, right: &str) -> bool {
    let (mut left, mut right) = (left.as_bytes(), right.as_bytes());
    while let ([a, more_left @ ..], [b, more_right @ ..]) = (left, right) {
        if *a != *b {
            return false;
        }
        (left, right) = (more_left, more_right);
    }
    left.is_empty() && right.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_whole() {
        assert!(stands_for(Some(("A::B::C", "Tag")), "A::B::C", "Tag"));
        assert!(!stands_for(Some(("A::B::C", "Tag")), "A::B::C", "Tags"));
        assert!(!stands_for(Some(("A::B::C", "Tags")), "A::B::C", "Tag"));
        assert!(!stands_for(Some(("A::B::D", "Tag")), "A::B::C", "Tag"));
        assert!(stands_for(None, "A::B::C", "Tag"));
    }

    #[test]
    fn a_probe_finds_the_name_inside_of_wrappers() {
        struct Tag;
        impl Named for Tag {
            const NAME: (&'static str, &'static str) = ("A::B::C", "Tag");
        }
        type Tags = Option<Value<Vec<Value<Tag>>>>;
        assert_eq!(Probe::<Tags>::FOUND, Some(("A::B::C", "Tag")));
        assert_eq!(<Probe<Vec<String>> as Unnamed>::FOUND, None);
        assert_eq!(Probe::<Vec<String>>::FOUND, None);
    }
}
