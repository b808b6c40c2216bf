//! What the runtime needs of a struct whose fields are properties.

use crate::slot::Slot;
use crate::spec::RecordSpec;

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

    /// The property with that number; none if the struct does not hold it.
    fn slot(&self, index: usize) -> Option<&dyn Slot>;

    /// The property with that number, to be filled.
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

    fn slot(&self, index: usize) -> Option<&dyn Slot> {
        (**self).slot(index)
    }

    fn slot_mut(&mut self, index: usize) -> Option<&mut dyn Slot> {
        (**self).slot_mut(index)
    }

    fn empty() -> Self {
        Self::new(R::empty())
    }
}
