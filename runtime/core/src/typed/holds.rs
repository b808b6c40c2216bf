//! Which Rust types can hold the values of a property, checked while compiling a struct that derives
//! `Resource` or `PropertyType`.
//!
//! The derive names the kind of a property's values as a type and asks for [`Holds`]; which types have it
//! is decided here and nowhere else.

use core::marker::PhantomData;
use std::collections::BTreeMap;

use crate::typed::record::Properties;
use crate::typed::slot::Slot;
use crate::typed::value::Value;
use crate::typed::value_set::ValueSet;
use crate::{Json, Map};

/// The kind of a property whose values are objects with properties of their own: a struct that derives
/// `PropertyType`, or a generated one. It has the name of the derive, because the compiler shows it.
#[doc(hidden)]
#[derive(Debug)]
pub enum PropertyType {}

/// Holds for types that can hold the values of a property of kind `K`.
///
/// The kind is the type that a generated struct has there, without `Value` around anything, and
/// [`PropertyType`] for any struct: the compiler shows it when a type does not fit.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold the values of this property",
    label = "the property takes `{K}`",
    note = "inside of a `formwork::Value`, a function can stand in the place of the value",
    note = "smaller integers, value sets, `BTreeMap` and `formwork::Json` hold values as well, and structs \
            that derive `formwork::PropertyType` or were generated hold objects"
)]
pub trait Holds<K>: Sized {
    /// The place, to be looked at.
    fn slot(&self) -> &dyn Slot;

    /// The place, to be filled.
    fn slot_mut(&mut self) -> &mut dyn Slot;

    /// The place without a value.
    #[must_use]
    fn vacant() -> Self;
}

/// One impl for each line. They are not recommended, so that the compiler names the type of the whole field
/// and what the property takes, not some step on the way from one to the other.
macro_rules! holds {
    ($([$($parameters:tt)*] $kind:ty => $ty:ty,)+) => { $(
        #[diagnostic::do_not_recommend]
        impl<$($parameters)*> Holds<$kind> for $ty {
            #[inline]
            fn slot(&self) -> &dyn Slot {
                self
            }

            #[inline]
            fn slot_mut(&mut self) -> &mut dyn Slot {
                self
            }

            #[inline]
            fn vacant() -> Self {
                Self::empty()
            }
        }
    )+ };
}

holds! {
    [] String => String,
    [S: ValueSet] String => S,
    [] i64 => i8,
    [] i64 => i16,
    [] i64 => i32,
    [] i64 => i64,
    [] i64 => u8,
    [] i64 => u16,
    [] i64 => u32,
    [] f64 => f64,
    [] bool => bool,
    [P: Properties] PropertyType => P,
    [K, T: Slot + Holds<K>] Vec<K> => Vec<T>,
    [K, T: Slot + Holds<K>] Map<K> => Map<T>,
    [K, T: Slot + Holds<K>] Map<K> => BTreeMap<String, T>,
    [K, T: Slot + Holds<K>] K => Value<T>,
    [K, T: Slot + Holds<K>] Option<K> => Option<T>,
}

// Free JSON holds everything but what may be left out.
holds! {
    [] String => Json,
    [] i64 => Json,
    [] f64 => Json,
    [] bool => Json,
    [] PropertyType => Json,
    [K] Vec<K> => Json,
    [K] Map<K> => Json,
    [] Json => Json,
}

// Where any JSON may stand, a program can demand more.
holds! {
    [] Json => String,
    [] Json => i8,
    [] Json => i16,
    [] Json => i32,
    [] Json => i64,
    [] Json => u8,
    [] Json => u16,
    [] Json => u32,
    [] Json => f64,
    [] Json => bool,
    [P: Properties] Json => P,
    [T: Slot + Holds<Json>] Json => Vec<T>,
    [T: Slot + Holds<Json>] Json => Map<T>,
    [T: Slot + Holds<Json>] Json => BTreeMap<String, T>,
}

/// Which property type a struct stands for, also inside of lists and the like.
pub trait Named {
    /// As [`Properties::NAME`].
    const NAME: (&'static str, &'static str);
}

impl<P: Properties> Named for P {
    const NAME: (&'static str, &'static str) = P::NAME;
}

impl<T: Named> Named for Option<T> {
    const NAME: (&'static str, &'static str) = T::NAME;
}

impl<T: Named> Named for Value<T> {
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
/// `generated` is what the struct is called that `resource!` generates for it.
#[must_use]
pub const fn stands_for(
    found: Option<(&'static str, &'static str)>,
    resource: &str,
    property_type: &str,
    generated: &str,
) -> bool {
    match found {
        Some((of, name)) if of.is_empty() => is_same(name, generated),
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
        let tag = |found| stands_for(found, "A::B::C", "tag", "Tag");
        assert!(tag(Some(("A::B::C", "tag"))));
        assert!(!tag(Some(("A::B::C", "tags"))));
        assert!(!tag(Some(("A::B::C", "ta"))));
        assert!(!tag(Some(("A::B::D", "tag"))));
        assert!(tag(Some(("", "Tag"))));
        assert!(!tag(Some(("", "tag"))));
        assert!(tag(None));
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
