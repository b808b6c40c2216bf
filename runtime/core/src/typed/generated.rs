//! Places of types that generated code defines: structs of properties, and sets of values.

use crate::document::NodeRef;
use crate::facts::Schema;
use crate::judge::{Checked, Judge};
use crate::typed::fill;
use crate::typed::fill_error::FillResult;
use crate::typed::record::Properties;
use crate::typed::slot::Slot;
use crate::typed::value_set::{Other, ValueSet, value_set_from, value_set_text};
use crate::typed::view::View;

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
