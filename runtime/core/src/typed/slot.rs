//! Places that hold the value of a property: how each Rust type is looked at and filled.

use std::collections::BTreeMap;

use crate::document::{Content, NodeRef};
use crate::facts::Schema;
use crate::json::call;
use crate::json::intrinsic::Intrinsic;
use crate::judge::{Checked, Judge};
use crate::text::{coerce, function};
use crate::typed::fill;
use crate::typed::fill_error::{FillError, FillErrors, FillResult};
use crate::typed::placeholder::Placeholder;
use crate::typed::record::Properties;
use crate::typed::value::Value;
use crate::typed::value_set::{Other, ValueSet, value_set_from, value_set_text};
use crate::typed::view::{self, Members, Sequence, View};
use crate::{Json, Map};

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

impl<T: Slot> Slot for Vec<T> {
    fn view(&self) -> View<'_> {
        View::List(self)
    }

    fn check<'a>(&'a self, judge: &mut Judge<'a>, schema: &'static Schema) -> Checked {
        let Some(element) = judge.element_schema(schema) else {
            return judge.check_with_care(&self.view(), schema);
        };
        if judge.descend(self.view()) {
            for item in self {
                if judge.is_over() {
                    break;
                }
                item.check(judge, element);
            }
            if judge.demands_together(self.as_slice().len(), schema) {
                judge.elements_together(self, schema);
            }
            judge.ascend();
        }
        Checked::Value
    }

    fn fill(&mut self, node: NodeRef<'_>) -> FillResult {
        let Content::Array(length) = node.content() else {
            return Err(FillError::kind("a list", node));
        };
        *self = Self::with_capacity(if node.is_waste() { 0 } else { length });
        let mut mismatches = FillErrors::default();
        for item in node.items() {
            let item = item.as_waste(mismatches.are_there());
            if item.is_waste() {
                mismatches.take(T::empty().fill(item));
                continue;
            }
            // FillResult where it stays: elements may be large.
            self.push(T::empty());
            if let Some(element) = self.last_mut() {
                mismatches.take(element.fill(item));
            }
        }
        mismatches.finish()
    }

    fn empty() -> Self {
        Self::new()
    }
}

impl<T: Slot> Sequence for Vec<T> {
    fn len(&self) -> usize {
        self.as_slice().len()
    }

    fn hand_over<'a>(&'a self, start: usize, places: &mut [View<'a>]) {
        // Few types beyond that of the element: compiled for each kind of list.
        for (index, place) in (start..).zip(places) {
            let Some(item) = self.get(index) else { return };
            *place = item.view();
        }
    }
}

impl<T: Slot> Slot for Map<T> {
    fn view(&self) -> View<'_> {
        View::Map(self)
    }

    fn fill(&mut self, node: NodeRef<'_>) -> FillResult {
        let Content::Object(length) = node.content() else {
            return Err(FillError::kind("a map", node));
        };
        if call::of(node).is_some() {
            return Err(FillError::kind("a map", node));
        }
        *self = Self::with_capacity(if node.is_waste() { 0 } else { length });
        let mut mismatches = FillErrors::default();
        for member in node.members() {
            if function::adds_members(member.key) {
                return Err(FillError::kind("a map", node));
            }
            let value = member.value.as_waste(mismatches.are_there());
            let mut element = T::empty();
            mismatches.take(element.fill(value));
            if !value.is_waste() {
                self.push_unchecked(member.key.to_owned(), element);
            }
        }
        mismatches.finish()
    }

    fn empty() -> Self {
        Self::new()
    }
}

impl<T: Slot> Members for Map<T> {
    fn len(&self) -> usize {
        Map::len(self)
    }

    fn hand_over<'a>(&'a self, places: &mut [(&'a str, View<'a>)]) {
        for (index, place) in places.iter_mut().enumerate() {
            let Some((key, value)) = self.at(index) else {
                return;
            };
            *place = (key, value.view());
        }
    }

    fn find(&self, key: &str) -> View<'_> {
        self.get(key).map_or(View::Absent, Slot::view)
    }
}

/// Members in the order of their names.
impl<T: Slot> Slot for BTreeMap<String, T> {
    fn view(&self) -> View<'_> {
        View::Map(self)
    }

    fn fill(&mut self, node: NodeRef<'_>) -> FillResult {
        let mut members = Map::<T>::empty();
        members.fill(node)?;
        self.extend(members);
        Ok(())
    }

    fn empty() -> Self {
        Self::new()
    }
}

impl<T: Slot> Members for BTreeMap<String, T> {
    fn len(&self) -> usize {
        BTreeMap::len(self)
    }

    fn hand_over<'a>(&'a self, places: &mut [(&'a str, View<'a>)]) {
        for (place, (key, value)) in places.iter_mut().zip(self) {
            *place = (key, value.view());
        }
    }

    fn find(&self, key: &str) -> View<'_> {
        self.get(key).map_or(View::Absent, Slot::view)
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

/// What generated code defines, and of which kind it is. One trait for both kinds, because no type can be
/// seen to be of one alone.
pub trait Generated: Sized {
    /// [`OfProperties`] or [`OfValues`].
    type Kind: Kind<Self>;
}

/// How the types of a kind are places.
pub trait Kind<T> {
    /// As [`Slot::view`].
    fn view(place: &T) -> View<'_>;

    /// As [`Slot::check`].
    fn check<'a>(place: &'a T, judge: &mut Judge<'a>, schema: &'static Schema) -> Checked;

    /// As [`Slot::fill`].
    ///
    /// # Errors
    ///
    /// As [`Slot::fill`].
    fn fill(place: &mut T, node: NodeRef<'_>) -> FillResult;

    /// As [`Slot::empty`].
    fn empty() -> T;
}

/// Structs whose fields are properties.
#[derive(Debug)]
pub enum OfProperties {}

/// Structs whose fields are properties, in a box.
#[derive(Debug)]
pub enum OfBoxes {}

/// Enums of known values.
#[derive(Debug)]
pub enum OfValues {}

impl<T: Generated> Slot for T {
    #[inline]
    fn view(&self) -> View<'_> {
        T::Kind::view(self)
    }

    #[inline]
    fn check<'a>(&'a self, judge: &mut Judge<'a>, schema: &'static Schema) -> Checked {
        T::Kind::check(self, judge, schema)
    }

    #[inline]
    fn fill(&mut self, node: NodeRef<'_>) -> FillResult {
        T::Kind::fill(self, node)
    }

    #[inline]
    fn empty() -> Self {
        T::Kind::empty()
    }
}

impl<P: Properties> Kind<P> for OfProperties {
    fn view(place: &P) -> View<'_> {
        View::Record(place)
    }

    fn check<'a>(place: &'a P, judge: &mut Judge<'a>, schema: &'static Schema) -> Checked {
        judge.check_record(place, P::table(), schema)
    }

    fn fill(place: &mut P, node: NodeRef<'_>) -> FillResult {
        fill::record(place, node)
    }

    fn empty() -> P {
        P::empty()
    }
}

impl<P: Properties> Kind<Box<P>> for OfBoxes {
    fn view(place: &Box<P>) -> View<'_> {
        View::Record(place)
    }

    fn check<'a>(place: &'a Box<P>, judge: &mut Judge<'a>, schema: &'static Schema) -> Checked {
        judge.check_record(place, P::table(), schema)
    }

    fn fill(place: &mut Box<P>, node: NodeRef<'_>) -> FillResult {
        fill::record(place, node)
    }

    fn empty() -> Box<P> {
        Box::new(P::empty())
    }
}

impl<S: ValueSet> Kind<S> for OfValues {
    fn view(place: &S) -> View<'_> {
        View::Text(value_set_text(place))
    }

    #[inline]
    fn check<'a>(place: &'a S, judge: &mut Judge<'a>, schema: &'static Schema) -> Checked {
        judge.check_text(value_set_text(place), schema);
        Checked::Value
    }

    fn fill(place: &mut S, node: NodeRef<'_>) -> FillResult {
        *place = value_set_from(fill::text(node)?);
        Ok(())
    }

    fn empty() -> S {
        S::make(Err(Other::empty()))
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
