//! One look at a value, wherever it is held: in a struct, in free JSON, or in a document just read.

use crate::document::{Content, DEPTH_LIMIT, NodeRef};
use crate::json::call::{self, Written};
use crate::json::intrinsic::Intrinsic;
use crate::typed::additional;
pub(crate) use crate::typed::parts::Named;
use crate::typed::parts::{Items, MemberViews};
use crate::typed::record::Record;
use crate::{Json, Map};

/// A value to be judged, compared or written.
///
/// The representation is that of three words, whatever the value: small values in the gaps of others would have
/// it copied by the byte.
#[derive(Clone, Copy)]
#[repr(u64)]
pub enum View<'a> {
    /// Nothing is there.
    Absent,
    /// A boolean.
    Bool(bool),
    /// An integer.
    Integer(i64),
    /// A number.
    Float(f64),
    /// A string.
    Text(&'a str),
    /// A list of typed elements.
    List(&'a dyn Sequence),
    /// A map of typed elements.
    Map(&'a dyn Members),
    /// A struct.
    Record(&'a dyn Record),
    /// A function call in the place of a value.
    Call(&'a Intrinsic),
    /// Free JSON.
    Json(&'a Json),
    /// A part of a document.
    Node(NodeRef<'a>),
}

/// What stands in the place of a literal: mostly a call, seldom a value that is known.
#[inline]
pub(crate) fn of_intrinsic(intrinsic: &Intrinsic) -> View<'_> {
    if intrinsic.is_known() {
        View::Json(intrinsic.as_json())
    } else {
        View::Call(intrinsic)
    }
}

/// Elements in their order.
pub trait Sequence {
    /// How many there are.
    fn len(&self) -> usize;
    /// Puts the elements from this number on into the places, as many as both have.
    fn hand_over<'a>(&'a self, start: usize, places: &mut [View<'a>]);
}

/// Members in their order and by name.
pub trait Members {
    /// How many there are.
    fn len(&self) -> usize;
    /// Puts the first members into the places, as many as both have.
    fn hand_over<'a>(&'a self, places: &mut [(&'a str, View<'a>)]);
    /// The one of that name.
    fn find(&self, key: &str) -> View<'_>;
}

/// What a function makes of the values of all properties of a struct.
pub(crate) fn all<'a, T>(record: &'a dyn Record, make: impl FnOnce(&[View<'a>]) -> T) -> T {
    let count = record.spec().properties().len();
    let (mut few, mut many) = ([View::Absent; FEW_PROPERTIES], Vec::new());
    let places = places(count, &mut few, &mut many);
    record.views(places);
    make(places)
}

/// Places for so many values: the few there are, or as many as it takes.
#[inline]
fn places<'p, 'a>(
    count: usize,
    few: &'p mut [View<'a>],
    many: &'p mut Vec<View<'a>>,
) -> &'p mut [View<'a>] {
    if let Some(few) = few.get_mut(..count) {
        return few;
    }
    many.resize(count, View::Absent);
    many
}

/// Does something with all elements of a list together.
#[inline]
pub(crate) fn all_items<'a>(list: &'a dyn Sequence, take: impl FnOnce(&[View<'a>])) {
    let (mut few, mut many) = ([View::Absent; FEW], Vec::new());
    let places = places(list.len(), &mut few, &mut many);
    list.hand_over(0, places);
    take(places);
}

/// What a function makes of the values of all properties of two structs.
pub(crate) fn both<'a, T>(
    left: &'a dyn Record,
    right: &'a dyn Record,
    make: impl FnOnce(&[View<'a>], &[View<'a>]) -> T,
) -> T {
    all(left, |left| all(right, |right| make(left, right)))
}

/// Up to so many properties are handed over without an allocation.
const FEW_PROPERTIES: usize = 24;

/// Up to so many elements or members are handed over without an allocation.
const FEW: usize = 8;

impl<'a> View<'a> {
    /// Whether nothing is there, or `AWS::NoValue`, which is the same.
    #[inline]
    pub(crate) fn is_nothing(self) -> bool {
        match self {
            Self::Absent => true,
            Self::Call(call) => call.is_no_value(),
            Self::Json(json) => call::is_no_value(json),
            Self::Node(node) => call::is_no_value(node),
            _ => false,
        }
    }

    /// Whether this can be a function call; what is typed is none.
    #[inline]
    pub(crate) fn may_be_call(self) -> bool {
        matches!(self, Self::Call(_) | Self::Json(_) | Self::Node(_))
    }

    /// The text of a string.
    pub(crate) fn text(self) -> Option<&'a str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Json(json) => json.as_str(),
            Self::Node(node) => match node.content() {
                Content::String(text) => Some(text),
                _ => None,
            },
            _ => None,
        }
    }

    /// The elements of a list; none of anything else.
    pub(crate) fn items(self) -> Items<'a> {
        match self {
            Self::List(list) => Items::Typed(list, 0..list.len()),
            Self::Json(Json::Array(items)) => Items::Json(items.iter()),
            Self::Node(node) => Items::Node(node.items()),
            _ => Items::Json([].iter()),
        }
    }

    /// Does something with all elements of a list together; none of anything else.
    pub(crate) fn all_items(self, take: impl FnOnce(&[Self])) {
        if let Self::List(list) = self {
            return all_items(list, take);
        }
        let items = self.items();
        let (mut few, mut many) = ([Self::Absent; FEW], Vec::new());
        let places = places(items.len(), &mut few, &mut many);
        items.hand_over(places);
        take(places);
    }

    /// The members of an object that are there; none of anything else.
    pub(crate) fn members(self) -> MemberViews<'a> {
        match self {
            Self::Map(map) => {
                let mut all = vec![("", Self::Absent); map.len()];
                map.hand_over(&mut all);
                MemberViews::Map(all.into_iter())
            }
            Self::Record(record) => {
                let properties = record.spec().properties().iter();
                all(record, |values| {
                    let beside: Vec<_> = additional::members(record, values).collect();
                    MemberViews::Record(properties.zip(values.to_vec()), beside.into_iter())
                })
            }
            Self::Json(Json::Object(object)) => MemberViews::Json(object.iter()),
            Self::Call(call) => Self::Json(call.as_json()).members(),
            Self::Node(node) => MemberViews::Node(node.members()),
            _ => MemberViews::None,
        }
    }

    /// Does something with each member of an object that is there, until it was enough.
    #[inline]
    pub(crate) fn each_member(self, mut go_on: impl FnMut(&'a str, Self) -> bool) {
        if let Self::Map(map) = self {
            let mut few = [("", Self::Absent); FEW];
            if let Some(few) = few.get_mut(..map.len()) {
                map.hand_over(few);
                let _ = few.iter().all(|(key, value)| go_on(key, *value));
                return;
            }
        }
        if let Self::Node(node) = self {
            let _ = node
                .members()
                .all(|member| go_on(member.key, Self::Node(member.value)));
            return;
        }
        let _ = self.members().all(|(key, value)| go_on(key, value));
    }

    /// What a function makes of the members of an object, to be found by name; a struct is looked at once for all.
    pub(crate) fn named<T>(self, make: impl FnOnce(Named<'_, 'a>) -> T) -> T {
        match self {
            Self::Record(record) => all(record, |values| make(Named::Slots(record, values))),
            _ => make(Named::Members(self)),
        }
    }

    /// A member of an object.
    pub(crate) fn member(self, key: &str) -> Self {
        match self {
            Self::Map(map) => map.find(key),
            Self::Record(_) => self.named(|members| members.get(key)),
            Self::Json(Json::Object(object)) => object.get(key).map_or(Self::Absent, Self::Json),
            Self::Call(call) => Self::Json(call.as_json()).member(key),
            Self::Node(node) => node.get(key).map_or(Self::Absent, Self::Node),
            _ => Self::Absent,
        }
    }

    /// The only member of an object that was written or made as JSON.
    #[inline]
    pub(crate) fn only_member(self) -> Option<(&'a str, Self)> {
        // Few objects have one member alone.
        if self.member_count() != Some(1) {
            return None;
        }
        self.find(|_| true)
    }

    /// The number of the node of a member's name, in a document: it stands right before the value.
    pub(crate) fn name_node(self) -> Option<usize> {
        self.node().map(|value| value.saturating_sub(1))
    }

    /// The number of the node, in a document.
    pub(crate) fn node(self) -> Option<usize> {
        match self {
            Self::Node(node) => Some(node.index()),
            _ => None,
        }
    }
}

/// What is typed is no call, whatever its members are named.
impl<'a> Written<'a> for View<'a> {
    #[inline]
    fn member_count(self) -> Option<usize> {
        match self {
            Self::Call(call) => call.as_json().member_count(),
            Self::Json(json) => json.member_count(),
            Self::Node(node) => node.member_count(),
            _ => None,
        }
    }

    fn members(self) -> impl Iterator<Item = (&'a str, Self)> {
        Self::members(self)
    }

    fn text(self) -> Option<&'a str> {
        Self::text(self)
    }

    fn find(self, is_wanted: fn(&str) -> bool) -> Option<(&'a str, Self)> {
        match self {
            Self::Node(node) => {
                Written::find(node, is_wanted).map(|(key, value)| (key, Self::Node(value)))
            }
            _ => self.members().find(|(name, _)| is_wanted(name)),
        }
    }
}

/// The value as free JSON; `null` if nothing is there, or where a type that contains itself is nested too deep.
pub(crate) fn to_json(view: View<'_>) -> Json {
    level_to_json(view, DEPTH_LIMIT)
}

fn level_to_json(view: View<'_>, levels: usize) -> Json {
    match view {
        View::Absent => Json::Null,
        View::Bool(value) => Json::Bool(value),
        View::Integer(value) => Json::from(value),
        View::Float(value) => Json::from(value),
        View::Text(text) => Json::from(text),
        View::List(_) | View::Map(_) | View::Record(_) if levels == 0 => Json::Null,
        View::List(_) => {
            let items = view.items();
            Json::Array(items.map(|item| level_to_json(item, levels - 1)).collect())
        }
        View::Map(_) | View::Record(_) => {
            let mut object = Map::new();
            for (key, value) in view.members() {
                object.push_unchecked(key.to_owned(), level_to_json(value, levels - 1));
            }
            Json::Object(object)
        }
        View::Call(call) => call.as_json().clone(),
        View::Json(json) => json.clone(),
        View::Node(node) => node.to_json(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{FEW, View};
    use crate::Map;
    use crate::typed::slot::Slot;

    #[test]
    fn few_and_many_elements_are_handed_over_whole() {
        for length in [0, 1, FEW, FEW + 1, 100] {
            let list: Vec<i64> = (0..).take(length).collect();
            let mut met = Vec::new();
            let integer = |view: &View<'_>| match view {
                View::Integer(integer) => *integer,
                _ => -1,
            };
            list.view().all_items(&mut |views: &[View<'_>]| {
                met.extend(views.iter().map(integer));
            });
            assert_eq!(met, list);
            assert_eq!(
                list.view()
                    .items()
                    .map(|view| integer(&view))
                    .collect::<Vec<_>>(),
                list
            );
        }
    }

    #[test]
    fn few_and_many_members_are_met_one_by_one_until_it_is_enough() {
        for length in [0, 1, FEW, FEW + 1, 100] {
            let names: Vec<String> = (0..length).map(|number| format!("{number:03}")).collect();
            let members = names.iter().map(|name| (name.clone(), true));
            let sorted: BTreeMap<String, bool> = members.clone().collect();
            let map: Map<bool> = members.collect();
            for view in [sorted.view(), map.view()] {
                let mut met = Vec::new();
                view.each_member(|name, _| {
                    met.push(name);
                    true
                });
                assert_eq!(met, names);
                assert_eq!(
                    view.members().map(|(name, _)| name).collect::<Vec<_>>(),
                    names
                );
                let mut count = 0;
                view.each_member(|_, _| {
                    count += 1;
                    count < 2
                });
                assert_eq!(count, length.min(2));
            }
        }
    }
}
