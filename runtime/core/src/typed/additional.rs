//! Members beside the properties of a struct, under names of the user's choice: where the specification of an
//! object allows any (`additionalProperties`), or names that match a pattern (`patternProperties`).

use std::collections::BTreeMap;

use crate::Map;
use crate::document::NodeRef;
use crate::typed::fill_error::FillResult;
use crate::typed::holds::Holds;
use crate::typed::into_value::IntoValue;
use crate::typed::record::Record;
use crate::typed::slot::Slot;
use crate::typed::value::Value;
use crate::typed::view::View;

/// A place for members beside the properties.
pub trait AdditionalSlot {
    /// Takes one member from a document.
    ///
    /// # Errors
    ///
    /// If no member here can hold what stands there.
    fn fill(&mut self, name: &str, value: NodeRef<'_>) -> FillResult;
}

impl<T: Slot> AdditionalSlot for Map<T> {
    fn fill(&mut self, name: &str, value: NodeRef<'_>) -> FillResult {
        let mut member = T::empty();
        member.fill(value)?;
        if !value.is_waste() {
            self.push_unchecked(name.to_owned(), member);
        }
        Ok(())
    }
}

impl<T: Slot> AdditionalSlot for BTreeMap<String, T> {
    fn fill(&mut self, name: &str, value: NodeRef<'_>) -> FillResult {
        let mut member = T::empty();
        member.fill(value)?;
        if !value.is_waste() {
            self.insert(name.to_owned(), member);
        }
        Ok(())
    }
}

/// Holds for types that can hold members beside the properties, each of kind `K`, in a struct that derives
/// `Resource` or `PropertyType`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold the additional properties",
    label = "a map of `{K}` is due here",
    note = "write `formwork::Map<T>` or `BTreeMap<String, T>`; a `formwork::Value` inside takes functions as well"
)]
pub trait HoldsAdditional<K>: Sized {
    /// The members, to be looked at.
    fn view(&self) -> View<'_>;

    /// The place, to be filled.
    fn slot_mut(&mut self) -> &mut dyn AdditionalSlot;

    /// The place without any member.
    #[must_use]
    fn vacant() -> Self;
}

macro_rules! holds_additional {
    ($($map:ty)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<K, T: Slot + Holds<K>> HoldsAdditional<K> for $map {
            #[inline]
            fn view(&self) -> View<'_> {
                View::Map(self)
            }

            #[inline]
            fn slot_mut(&mut self) -> &mut dyn AdditionalSlot {
                self
            }

            #[inline]
            fn vacant() -> Self {
                Self::new()
            }
        }
    )* };
}

holds_additional! { Map<T> BTreeMap<String, T> }

/// What the setter of additional properties does: one of a name that is there already is replaced.
pub fn add<T, K: Into<String>, V: IntoValue<T>>(
    place: &mut Map<Value<T>>,
    members: impl IntoIterator<Item = (K, V)>,
) {
    place.extend(
        members
            .into_iter()
            .map(|(name, value)| (name.into(), value.into_value())),
    );
}

/// The members beside the properties of a struct whose properties have these values. One that bears the name of
/// a property that is there is left out: a document has each name once.
pub(crate) fn members<'a>(
    record: &'a dyn Record,
    values: &[View<'a>],
) -> impl Iterator<Item = (&'a str, View<'a>)> {
    let spec = record.spec();
    let is_hidden = move |name: &str| {
        let own = spec.position(name).and_then(|index| values.get(index));
        own.is_some_and(|own| !matches!(own, View::Absent))
    };
    let members = record.additional().members();
    members.filter(move |(name, _)| !is_hidden(name))
}
