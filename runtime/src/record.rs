//! What the runtime needs of a struct whose fields are properties.

use crate::slot::{Generated, OfProperties, Slot};
use crate::spec::RecordSpec;
use crate::view::Views;

/// A struct whose fields are the properties of a resource or of one of its property types.
///
/// Implemented by generated code. Slots are numbered as the properties of [`RecordSpec::properties`].
pub trait Properties: Generated<Kind = OfProperties> {
    /// Of a struct that derives `Resource` or `PropertyType`, the resource type and the property type; the
    /// latter is empty for a resource. Of a generated struct, an empty text and its name in Rust.
    const NAME: (&'static str, &'static str);

    /// The facts about the struct.
    fn table() -> &'static RecordSpec;

    /// The values of all properties: in one go, for a processor foresees the way through a row of values better
    /// than through a call for each.
    fn views<'a>(&'a self, views: &mut dyn Views<'a>);

    /// The property with that number, to be filled; none if the struct does not hold it.
    fn slot_mut(&mut self, index: usize) -> Option<&mut dyn Slot>;

    /// A struct without any property: what a reader or a builder fills.
    fn empty() -> Self;
}

impl<P: Properties> Properties for Box<P> {
    const NAME: (&'static str, &'static str) = P::NAME;

    fn table() -> &'static RecordSpec {
        P::table()
    }

    fn views<'a>(&'a self, views: &mut dyn Views<'a>) {
        P::views(self, views);
    }

    fn slot_mut(&mut self, index: usize) -> Option<&mut dyn Slot> {
        P::slot_mut(self, index)
    }

    fn empty() -> Self {
        Self::new(P::empty())
    }
}

impl<P: Properties> Generated for Box<P> {
    type Kind = OfProperties;
}

/// A struct with [`Properties`], without its type.
pub trait Record {
    /// The facts about the struct.
    fn spec(&self) -> &'static RecordSpec;

    /// The values of all properties.
    fn views<'a>(&'a self, views: &mut dyn Views<'a>);

    /// The property with that number, to be filled; none if the struct does not hold it.
    fn slot_mut(&mut self, index: usize) -> Option<&mut dyn Slot>;
}

impl<P: Properties> Record for P {
    #[inline]
    fn spec(&self) -> &'static RecordSpec {
        P::table()
    }

    #[inline]
    fn views<'a>(&'a self, views: &mut dyn Views<'a>) {
        Properties::views(self, views);
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> Option<&mut dyn Slot> {
        Properties::slot_mut(self, index)
    }
}
