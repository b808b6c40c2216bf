//! What the runtime needs of a struct whose fields are properties.

use crate::facts::{RecordSpec, Schema};
use crate::judge::{Checker, Judge};
use crate::typed::additional::AdditionalSlot;
use crate::typed::generated::{Generated, OfBoxes};
use crate::typed::slot::Slot;
use crate::typed::view::View;

/// A struct whose fields are the properties of a resource or of one of its property types.
///
/// Implemented by generated code. Slots are numbered as the properties of [`RecordSpec::properties`].
pub trait Properties: Generated {
    /// Of a struct that derives `Resource` or `PropertyType`, the resource type and the property type; the
    /// latter is empty for a resource. Of a generated struct, an empty text and its name in Rust.
    const NAME: (&'static str, &'static str);

    /// The properties of which plans refuse a change that may replace the resource.
    const NEVER_REPLACE: &'static [usize] = &[];

    /// The facts about the struct.
    fn table() -> &'static RecordSpec;

    /// Shows each property that the struct holds, with its number.
    fn each<'a, V: Visitor<'a>>(&'a self, visitor: &mut V);

    /// The property with that number, to be filled; none if the struct does not hold it.
    fn slot_mut(&mut self, index: usize) -> Option<&mut dyn Slot>;

    /// The field for members beside the properties, if the struct has one. Functions as data: most structs have none,
    /// and no code is made for them.
    const BESIDE: Option<Beside<Self>> = None;

    /// A struct without any property: what a reader or a builder fills.
    fn empty() -> Self;
}

/// The field for members beside the properties of a struct.
pub struct Beside<R> {
    /// The members, to be looked at: a map.
    pub view: fn(&R) -> View<'_>,
    /// The place, to be filled.
    pub slot_mut: fn(&mut R) -> Option<&mut dyn AdditionalSlot>,
}

impl<P: Properties> Properties for Box<P> {
    const NAME: (&'static str, &'static str) = P::NAME;
    const NEVER_REPLACE: &'static [usize] = P::NEVER_REPLACE;
    const BESIDE: Option<Beside<Self>> = match P::BESIDE {
        Some(_) => Some(Beside {
            view: |record| P::BESIDE.map_or(View::Absent, |beside| (beside.view)(record)),
            slot_mut: |record| P::BESIDE.and_then(|beside| (beside.slot_mut)(record)),
        }),
        None => None,
    };

    fn table() -> &'static RecordSpec {
        P::table()
    }

    fn each<'a, V: Visitor<'a>>(&'a self, visitor: &mut V) {
        P::each(self, visitor);
    }

    fn slot_mut(&mut self, index: usize) -> Option<&mut dyn Slot> {
        P::slot_mut(self, index)
    }

    fn empty() -> Self {
        Self::new(P::empty())
    }
}

impl<P: Properties> Generated for Box<P> {
    type Kind = OfBoxes;
}

/// What the properties of a struct are shown to.
pub trait Visitor<'a> {
    /// Takes the property with that number.
    fn slot<T: Slot + ?Sized>(&mut self, index: usize, slot: &'a T);
}

/// Collects the values of properties in places where nothing is.
struct Collector<'p, 'a> {
    places: &'p mut [View<'a>],
}

impl<'a> Visitor<'a> for Collector<'_, 'a> {
    #[inline]
    fn slot<T: Slot + ?Sized>(&mut self, index: usize, slot: &'a T) {
        let Some(place) = self.places.get_mut(index) else {
            return;
        };
        match slot.view() {
            // As the place is.
            View::Absent => {}
            value => *place = value,
        }
    }
}

/// A struct with [`Properties`], without its type.
pub trait Record {
    /// The facts about the struct.
    fn spec(&self) -> &'static RecordSpec;

    /// The numbers of the properties of which plans refuse a change that may replace the resource.
    fn never_replace(&self) -> &'static [usize];

    /// Puts the values of all properties in their places, which have the same numbers, and in which nothing is.
    fn views<'a>(&'a self, places: &mut [View<'a>]);

    /// Judges all properties, and the members beside them, by the struct's own schema where nothing is written
    /// down; how many required properties are there.
    fn check<'a>(&'a self, judge: &mut Judge<'a>, schema: &'static Schema) -> usize;

    /// The property with that number, to be filled; none if the struct does not hold it.
    fn slot_mut(&mut self, index: usize) -> Option<&mut dyn Slot>;

    /// The members beside the properties: a map, or nothing where the struct has no field for them.
    fn additional(&self) -> View<'_>;

    /// The place for members beside the properties, if the struct has one.
    fn additional_mut(&mut self) -> Option<&mut dyn AdditionalSlot>;
}

impl<P: Properties> Record for P {
    #[inline]
    fn spec(&self) -> &'static RecordSpec {
        P::table()
    }

    fn never_replace(&self) -> &'static [usize] {
        P::NEVER_REPLACE
    }

    fn views<'a>(&'a self, places: &mut [View<'a>]) {
        self.each(&mut Collector { places });
    }

    #[inline(never)]
    fn check<'a>(&'a self, judge: &mut Judge<'a>, schema: &'static Schema) -> usize {
        let mut checker = Checker::new(judge, schema);
        self.each(&mut checker);
        let met = checker.met;
        judge.additional(self.additional(), schema);
        met
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> Option<&mut dyn Slot> {
        Properties::slot_mut(self, index)
    }

    #[inline]
    fn additional(&self) -> View<'_> {
        match P::BESIDE {
            Some(beside) => (beside.view)(self),
            None => View::Absent,
        }
    }

    #[inline]
    fn additional_mut(&mut self) -> Option<&mut dyn AdditionalSlot> {
        match P::BESIDE {
            Some(beside) => (beside.slot_mut)(self),
            None => None,
        }
    }
}
