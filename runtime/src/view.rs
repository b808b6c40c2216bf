//! One look at a value, wherever it is held: in a struct, in free JSON, or in a document just read.

use core::iter::Zip;

use serde_core::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::document::{Content, NodeRef};
use crate::intrinsic::Intrinsic;
use crate::record::Record;
use crate::spec::PropertySpec;
use crate::spec::RecordSpec;
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

/// Elements by number.
pub trait Sequence {
    /// How many there are.
    fn len(&self) -> usize;
    /// One of them.
    fn item(&self, index: usize) -> View<'_>;
}

/// Members by number and by name.
pub trait Members {
    /// How many there are.
    fn len(&self) -> usize;
    /// One of them.
    fn member(&self, index: usize) -> Option<(&str, View<'_>)>;
    /// The one of that name.
    fn find(&self, key: &str) -> View<'_>;
}

/// Where a struct puts the values of its properties.
pub struct Views<'a>(Wanted<'a>);

enum Wanted<'a> {
    /// All, one struct after the other.
    All(Vec<View<'a>>),
    /// The one of that number.
    One(usize, View<'a>),
}

impl<'a> Views<'a> {
    pub(crate) fn new() -> Self {
        Self(Wanted::All(Vec::new()))
    }

    /// The values of a struct.
    pub(crate) fn of(record: &'a dyn Record) -> Vec<View<'a>> {
        let mut views = Self::new();
        record.views(&mut views);
        match views.0 {
            Wanted::All(all) => all,
            Wanted::One(..) => Vec::new(),
        }
    }

    /// The value of one property of a struct.
    pub(crate) fn one(record: &'a dyn Record, index: usize) -> View<'a> {
        let mut views = Self(Wanted::One(index, View::Absent));
        record.views(&mut views);
        match views.0 {
            Wanted::One(_, view) => view,
            Wanted::All(_) => View::Absent,
        }
    }

    /// Takes the values of all properties, in the order of their numbers.
    pub fn put(&mut self, views: &[View<'a>]) {
        match &mut self.0 {
            Wanted::All(all) => all.extend_from_slice(views),
            Wanted::One(index, view) => {
                *view = views.get(*index).copied().unwrap_or(View::Absent);
            }
        }
    }

    /// The same of a struct that holds only some properties: each with its number.
    pub fn put_numbered(&mut self, spec: &'static RecordSpec, views: &[(usize, View<'a>)]) {
        let mut all = vec![View::Absent; spec.properties().len()];
        for (index, view) in views {
            if let Some(place) = all.get_mut(*index) {
                *place = *view;
            }
        }
        self.put(&all);
    }

    /// How many there are.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        match &self.0 {
            Wanted::All(all) => all.len(),
            Wanted::One(..) => 0,
        }
    }

    /// One of them.
    #[inline]
    pub(crate) fn at(&self, index: usize) -> View<'a> {
        match &self.0 {
            Wanted::All(all) => all.get(index).copied().unwrap_or(View::Absent),
            Wanted::One(..) => View::Absent,
        }
    }

    /// Leaves only the first ones.
    #[inline]
    pub(crate) fn truncate(&mut self, len: usize) {
        if let Wanted::All(all) = &mut self.0 {
            all.truncate(len);
        }
    }
}

impl<'a> View<'a> {
    /// Whether nothing is there, or `AWS::NoValue`, which is the same.
    #[inline]
    pub(crate) fn is_nothing(self) -> bool {
        match self {
            Self::Absent => true,
            Self::Call(call) => call.is_no_value(),
            Self::Json(_) | Self::Node(_) => self.is_no_value(),
            _ => false,
        }
    }

    fn is_no_value(self) -> bool {
        let is_one = match self {
            Self::Json(Json::Object(object)) => object.len() == 1,
            Self::Node(node) => matches!(node.content(), Content::Object(1)),
            _ => false,
        };
        is_one
            && self.members().next().is_some_and(|(key, argument)| {
                key == "Ref" && argument.text() == Some(crate::intrinsic::NO_VALUE)
            })
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

    /// Whether this is a list of two elements or more.
    #[inline]
    pub(crate) fn has_several_items(self) -> bool {
        match self {
            Self::List(list) => list.len() > 1,
            _ => self.items().nth(1).is_some(),
        }
    }

    /// The members of an object that are there; none of anything else.
    pub(crate) fn members(self) -> MemberViews<'a> {
        match self {
            Self::Map(map) => MemberViews::Map(map, 0),
            Self::Record(record) => {
                let properties = record.spec().properties().iter();
                MemberViews::Record(properties.zip(Views::of(record)))
            }
            Self::Json(Json::Object(object)) => MemberViews::Json(object.iter()),
            Self::Call(call) => Self::Json(call.as_json()).members(),
            Self::Node(node) => MemberViews::Node(node.members()),
            _ => MemberViews::None,
        }
    }

    /// A member of an object.
    pub(crate) fn member(self, key: &str) -> Self {
        match self {
            Self::Map(map) => map.find(key),
            Self::Record(record) => {
                let index = record.spec().position(key);
                index.map_or(Self::Absent, |index| Views::one(record, index))
            }
            Self::Json(Json::Object(object)) => object.get(key).map_or(Self::Absent, Self::Json),
            Self::Call(call) => Self::Json(call.as_json()).member(key),
            Self::Node(node) => node.get(key).map_or(Self::Absent, Self::Node),
            _ => Self::Absent,
        }
    }

    /// The number of the node, in a document.
    pub(crate) fn node(self) -> Option<usize> {
        match self {
            Self::Node(node) => Some(node.index()),
            _ => None,
        }
    }
}

/// The elements of a list.
pub(crate) enum Items<'a> {
    Typed(&'a dyn Sequence, core::ops::Range<usize>),
    Json(core::slice::Iter<'a, Json>),
    Node(crate::document::Items<'a>),
}

impl<'a> Iterator for Items<'a> {
    type Item = View<'a>;

    fn next(&mut self) -> Option<View<'a>> {
        match self {
            Self::Typed(list, range) => range.next().map(|index| list.item(index)),
            Self::Json(items) => items.next().map(View::Json),
            Self::Node(items) => items.next().map(View::Node),
        }
    }
}

/// The members of an object that are there.
pub(crate) enum MemberViews<'a> {
    None,
    Map(&'a dyn Members, usize),
    Record(Zip<core::slice::Iter<'static, PropertySpec>, std::vec::IntoIter<View<'a>>>),
    Json(crate::map::Iter<'a, Json>),
    Node(crate::document::Members<'a>),
}

impl<'a> Iterator for MemberViews<'a> {
    type Item = (&'a str, View<'a>);

    fn next(&mut self) -> Option<(&'a str, View<'a>)> {
        match self {
            Self::None => None,
            Self::Map(map, index) => {
                *index += 1;
                map.member(*index - 1)
            }
            Self::Record(properties) => properties
                .find(|(_, view)| !matches!(view, View::Absent))
                .map(|(property, view)| (property.name, view)),
            Self::Json(members) => members.next().map(|(key, value)| (key, View::Json(value))),
            Self::Node(members) => members
                .next()
                .map(|member| (member.key, View::Node(member.value))),
        }
    }
}

/// The value as free JSON; `null` if nothing is there.
pub(crate) fn to_json(view: View<'_>) -> Json {
    match view {
        View::Absent => Json::Null,
        View::Bool(value) => Json::Bool(value),
        View::Integer(value) => Json::from(value),
        View::Float(value) => Json::from(value),
        View::Text(text) => Json::from(text),
        View::List(_) => Json::Array(view.items().map(to_json).collect()),
        View::Map(_) | View::Record(_) => {
            let mut object = Map::new();
            for (key, value) in view.members() {
                object.push_unchecked(key.to_owned(), to_json(value));
            }
            Json::Object(object)
        }
        View::Call(call) => call.as_json().clone(),
        View::Json(json) => json.clone(),
        View::Node(node) => node.to_json(),
    }
}

impl Serialize for View<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            View::Absent => serializer.serialize_unit(),
            View::Bool(value) => serializer.serialize_bool(value),
            View::Integer(value) => serializer.serialize_i64(value),
            View::Float(value) => serializer.serialize_f64(value),
            View::Text(text) => serializer.serialize_str(text),
            View::List(list) => {
                let mut sequence = serializer.serialize_seq(Some(list.len()))?;
                for item in self.items() {
                    sequence.serialize_element(&item)?;
                }
                sequence.end()
            }
            View::Map(_) | View::Record(_) => {
                let mut map = serializer.serialize_map(Some(self.members().count()))?;
                for (key, value) in self.members() {
                    map.serialize_entry(key, &value)?;
                }
                map.end()
            }
            View::Call(call) => call.as_json().serialize(serializer),
            View::Json(json) => json.serialize(serializer),
            View::Node(node) => node.to_json().serialize(serializer),
        }
    }
}
