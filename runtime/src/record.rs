//! What the runtime needs of a struct whose fields are properties.

use crate::slot::Slot;
use crate::spec::RecordSpec;
use crate::view::Views;

/// A struct whose fields are the properties of a resource or of one of its property types.
///
/// Implemented by generated code. Slots are numbered as the properties of [`RecordSpec::properties`].
pub trait Record {
    /// The facts about the struct.
    fn table() -> &'static RecordSpec
    where
        Self: Sized;

    /// The same, of a struct that is not known.
    fn spec(&self) -> &'static RecordSpec;

    /// The values of all properties: in one go, for a processor foresees the way through a row of values better
    /// than through a call for each.
    fn views<'a>(&'a self, views: &mut Views<'a>);

    /// The property with that number, to be filled; none if the struct does not hold it.
    fn slot_mut(&mut self, index: usize) -> Option<&mut dyn Slot>;

    /// A struct without any property: what a reader or a builder fills.
    fn empty() -> Self
    where
        Self: Sized;
}

impl<R: Record> Record for Box<R> {
    fn table() -> &'static RecordSpec {
        R::table()
    }

    fn spec(&self) -> &'static RecordSpec {
        (**self).spec()
    }

    fn views<'a>(&'a self, views: &mut Views<'a>) {
        (**self).views(views);
    }

    fn slot_mut(&mut self, index: usize) -> Option<&mut dyn Slot> {
        (**self).slot_mut(index)
    }

    fn empty() -> Self {
        Self::new(R::empty())
    }
}
