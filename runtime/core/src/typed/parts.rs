//! The elements and members of what a view shows, one by one.

use core::iter::Zip;

use crate::Json;
use crate::facts::PropertySpec;
use crate::typed::record::Record;
use crate::typed::view::{Sequence, View};

/// The members of an object, to be found by name.
#[derive(Clone, Copy)]
pub(crate) enum Named<'v, 'a> {
    /// A struct, and the values of all its properties.
    Slots(&'a dyn Record, &'v [View<'a>]),
    /// Any other object.
    Members(View<'a>),
}

impl<'a> Named<'_, 'a> {
    /// The member of that name.
    pub(crate) fn get(self, name: &str) -> View<'a> {
        match self {
            Self::Slots(record, views) => {
                let value = record.spec().position(name);
                let value = value.and_then(|index| views.get(index)).copied();
                value.unwrap_or_else(|| record.additional().member(name))
            }
            Self::Members(view) => view.member(name),
        }
    }
}

/// The elements of a list.
pub(crate) enum Items<'a> {
    Typed(&'a dyn Sequence, core::ops::Range<usize>),
    Json(core::slice::Iter<'a, Json>),
    Node(crate::document::Items<'a>),
}

impl<'a> Items<'a> {
    /// How many there are.
    #[inline]
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Typed(_, range) => range.len(),
            Self::Json(items) => items.len(),
            Self::Node(items) => items.len(),
        }
    }

    /// Puts them into the places, as many as both have.
    #[inline]
    pub(super) fn hand_over(self, places: &mut [View<'a>]) {
        for (place, item) in places.iter_mut().zip(self) {
            *place = item;
        }
    }
}

impl<'a> Iterator for Items<'a> {
    type Item = View<'a>;

    fn next(&mut self) -> Option<View<'a>> {
        match self {
            Self::Typed(list, range) => range.next().map(|index| {
                let mut place = [View::Absent];
                list.hand_over(index, &mut place);
                let [item] = place;
                item
            }),
            Self::Json(items) => items.next().map(View::Json),
            Self::Node(items) => items.next().map(View::Node),
        }
    }
}

/// The members of an object that are there.
pub(crate) enum MemberViews<'a> {
    None,
    Map(std::vec::IntoIter<(&'a str, View<'a>)>),
    /// The properties of a struct, and the members beside them.
    Record(
        Zip<core::slice::Iter<'static, PropertySpec>, std::vec::IntoIter<View<'a>>>,
        std::vec::IntoIter<(&'a str, View<'a>)>,
    ),
    Json(crate::json::map::Iter<'a, Json>),
    Node(crate::document::Members<'a>),
}

impl<'a> Iterator for MemberViews<'a> {
    type Item = (&'a str, View<'a>);

    fn next(&mut self) -> Option<(&'a str, View<'a>)> {
        match self {
            Self::None => None,
            Self::Map(members) => members.next(),
            Self::Record(properties, beside) => properties
                .find(|(_, view)| !matches!(view, View::Absent))
                .map(|(property, view)| (property.name, view))
                .or_else(|| beside.next()),
            Self::Json(members) => members.next().map(|(key, value)| (key, View::Json(value))),
            Self::Node(members) => members
                .next()
                .map(|member| (member.key, View::Node(member.value))),
        }
    }
}
