//! Ways through values of any depth that do not call themselves: a program may nest values deeper than its stack
//! is, and only what judges and reads them can refuse them.

use core::fmt;

use super::{Json, Map, Number};
use crate::json::map;

/// What a value can be made of.
trait Tree: Sized {
    type Items: Iterator<Item = Self>;
    type Members: Iterator<Item = (String, Self)>;

    fn split(self) -> Part<Self>;
}

/// What has no parts, or the parts and how many there are.
enum Part<S: Tree> {
    Scalar(Json),
    Array(S::Items, usize),
    Object(S::Members, usize),
}

/// An array or object whose parts are being made.
enum Open<S: Tree> {
    Array(S::Items, Vec<Json>),
    /// Also the name of the member that is being made.
    Object(S::Members, Map<Json>, String),
}

/// The value that a tree stands for.
fn build<S: Tree>(root: S) -> Json {
    let mut open = Vec::new();
    let mut made = start(root, &mut open);
    while let Some(innermost) = open.last_mut() {
        if let Some(part) = made.take() {
            innermost.take(part);
        }
        made = match innermost.next() {
            Some(part) => start(part, &mut open),
            None => open.pop().map(Open::finish),
        };
    }
    made.unwrap_or_default()
}

fn start<S: Tree>(tree: S, open: &mut Vec<Open<S>>) -> Option<Json> {
    match tree.split() {
        Part::Scalar(json) => return Some(json),
        Part::Array(items, len) => open.push(Open::Array(items, Vec::with_capacity(len))),
        Part::Object(members, len) => {
            open.push(Open::Object(
                members,
                Map::with_capacity(len),
                String::new(),
            ));
        }
    }
    None
}

impl<S: Tree> Open<S> {
    fn next(&mut self) -> Option<S> {
        match self {
            Self::Array(items, _) => items.next(),
            Self::Object(members, _, name) => {
                let (next, value) = members.next()?;
                *name = next;
                Some(value)
            }
        }
    }

    fn take(&mut self, part: Json) {
        match self {
            Self::Array(_, made) => made.push(part),
            Self::Object(_, made, name) => made.push_unchecked(core::mem::take(name), part),
        }
    }

    fn finish(self) -> Json {
        match self {
            Self::Array(_, made) => Json::Array(made),
            Self::Object(_, made, _) => Json::Object(made),
        }
    }
}

/// The members of a value that is copied.
struct Copies<'a>(map::Iter<'a, Json>);

impl<'a> Iterator for Copies<'a> {
    type Item = (String, &'a Json);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(name, value)| (name.to_owned(), value))
    }
}

impl<'a> Tree for &'a Json {
    type Items = core::slice::Iter<'a, Json>;
    type Members = Copies<'a>;

    fn split(self) -> Part<Self> {
        Part::Scalar(match self {
            Json::Null => Json::Null,
            Json::Bool(value) => Json::Bool(*value),
            Json::Number(number) => Json::Number(number.clone()),
            Json::String(text) => Json::String(text.clone()),
            Json::Array(items) => return Part::Array(items.iter(), items.len()),
            Json::Object(members) => return Part::Object(Copies(members.iter()), members.len()),
        })
    }
}

impl Tree for serde_json::Value {
    type Items = std::vec::IntoIter<Self>;
    type Members = serde_json::map::IntoIter;

    fn split(self) -> Part<Self> {
        Part::Scalar(match self {
            Self::Null => Json::Null,
            Self::Bool(value) => Json::Bool(value),
            Self::Number(number) => Json::Number(number.into()),
            Self::String(text) => Json::String(text),
            Self::Array(items) => {
                let len = items.len();
                return Part::Array(items.into_iter(), len);
            }
            Self::Object(members) => {
                let len = members.len();
                return Part::Object(members.into_iter(), len);
            }
        })
    }
}

impl Clone for Json {
    fn clone(&self) -> Self {
        build(self)
    }
}

impl From<serde_json::Value> for Json {
    fn from(value: serde_json::Value) -> Self {
        build(value)
    }
}

/// The parts of an array or object that are left.
pub(crate) enum Parts<'a> {
    Items(core::slice::Iter<'a, Json>),
    Members(map::Iter<'a, Json>),
}

impl<'a> Iterator for Parts<'a> {
    type Item = (Option<&'a str>, &'a Json);

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Self::Items(items) => items.next().map(|item| (None, item)),
            Self::Members(members) => members.next().map(|(name, value)| (Some(name), value)),
        }
    }
}

impl Json {
    /// The parts; none of a scalar.
    pub(crate) fn parts(&self) -> Option<Parts<'_>> {
        match self {
            Self::Array(items) => Some(Parts::Items(items.iter())),
            Self::Object(members) => Some(Parts::Members(members.iter())),
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::String(_) => None,
        }
    }

    /// Whether another value is the same, in whatever order members stand; whether two numbers are is asked.
    pub(crate) fn is_same(
        &self,
        other: &Self,
        are_same: impl Fn(&Number, &Number) -> bool,
    ) -> bool {
        let mut pairs = Vec::new();
        let mut next = Some((self, other));
        while let Some((left, right)) = next {
            let is_same = match (left, right) {
                (Self::Null, Self::Null) => true,
                (Self::Bool(left), Self::Bool(right)) => left == right,
                (Self::Number(left), Self::Number(right)) => are_same(left, right),
                (Self::String(left), Self::String(right)) => left == right,
                (Self::Array(left), Self::Array(right)) => {
                    pairs.extend(left.iter().zip(right));
                    left.len() == right.len()
                }
                (Self::Object(left), Self::Object(right)) => left.pair_up(right, &mut pairs),
                _ => false,
            };
            if !is_same {
                return false;
            }
            next = pairs.pop();
        }
        true
    }

    /// Does something with the value and all parts in it, of which members have names.
    pub(crate) fn each<'a>(&'a self, mut visit: impl FnMut(Option<&'a str>, &'a Self)) {
        visit(None, self);
        let mut open: Vec<Parts<'a>> = self.parts().into_iter().collect();
        while let Some(parts) = open.last_mut() {
            match parts.next() {
                Some((name, part)) => {
                    visit(name, part);
                    open.extend(part.parts());
                }
                None => drop(open.pop()),
            }
        }
    }

    /// Whether there are parts.
    fn has_parts(&self) -> bool {
        match self {
            Self::Array(items) => !items.is_empty(),
            Self::Object(members) => !members.is_empty(),
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::String(_) => false,
        }
    }

    /// Takes the parts out that have parts themselves.
    fn take_nested(&mut self, nested: &mut Vec<Self>) {
        match self {
            Self::Array(items) => {
                let items = items.iter_mut().filter(|item| item.has_parts());
                nested.extend(items.map(core::mem::take));
            }
            Self::Object(members) => {
                let values = members.iter_mut().map(|(_, value)| value);
                nested.extend(
                    values
                        .filter(|value| value.has_parts())
                        .map(core::mem::take),
                );
            }
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::String(_) => {}
        }
    }

    /// Whether more arrays and objects than so many stand in each other.
    pub(crate) fn is_deeper_than(&self, levels: usize) -> bool {
        let Some(mut parts) = self.parts() else {
            return false;
        };
        match levels.checked_sub(1) {
            Some(levels) => parts.any(|(_, part)| part.is_deeper_than(levels)),
            None => true,
        }
    }
}

/// Drops what is nested level by level: what a program nests may be deeper than its stack.
impl Drop for Json {
    fn drop(&mut self) {
        let mut nested = Vec::new();
        self.take_nested(&mut nested);
        while let Some(mut json) = nested.pop() {
            json.take_nested(&mut nested);
        }
    }
}

/// The order of members does not count, nor how numbers are written.
impl PartialEq for Json {
    fn eq(&self, other: &Self) -> bool {
        self.is_same(other, Number::eq)
    }
}

impl Eq for Json {}

/// The text of the value, as `Display` has it.
impl fmt::Debug for Json {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::random::Random;

    /// More than a stack can hold if each level takes a frame of it.
    const DEEP: usize = 100_000;

    fn deep(level: impl Fn(Json) -> Json) -> Json {
        (0..DEEP).fold(Json::from("x"), |inner, _| level(inner))
    }

    #[test]
    fn what_is_deep_is_copied_compared_and_written() {
        let array = |inner| Json::Array(vec![Json::Null, inner]);
        let object = |inner| Json::Object(Map::from([("a", inner), ("b", Json::from(1))]));
        for value in [deep(array), deep(object)] {
            let copy = value.clone();
            assert!(copy == value);
            assert!(copy != deep(|inner| vec![inner].into()));
            let text = format!("{value:?}");
            assert_eq!(text, value.to_string());
            assert!(text.len() > 2 * DEEP && text.contains("\"x\""));
            // So deep there are no lines any more.
            let lines = format!("{value:#}");
            assert!(lines.lines().count() < 1000 && lines.len() < 300 * 600 + 2 * text.len());
            assert!(
                text.parse::<Json>()
                    .unwrap_err()
                    .to_string()
                    .contains("256 levels")
            );
        }
    }

    #[test]
    fn what_is_deep_becomes_no_deep_value_of_another_crate() {
        let value = serde_json::Value::from(deep(|inner| vec![inner].into()));
        let mut inner = &value;
        let mut levels = 0;
        while let Some([next]) = inner.as_array().map(Vec::as_slice) {
            (inner, levels) = (next, levels + 1);
        }
        assert_eq!(levels, 256);
        // What is further in is there as text.
        let rest = inner.as_str().unwrap();
        assert_eq!(rest.matches('[').count(), DEEP - 256);

        let back = Json::from(value);
        assert_eq!(back.to_string().matches('[').count(), DEEP);
        assert!(serde_json::to_string(&deep(|inner| vec![inner].into())).is_err());
    }

    #[test]
    fn levels_are_those_of_arrays_and_objects() {
        for (text, levels) in [
            ("1", 0),
            ("[]", 1),
            ("{}", 1),
            ("[1, [2], {\"a\": [[]]}]", 4),
            ("{\"a\": 1, \"b\": {}}", 2),
        ] {
            let json: Json = text.parse().unwrap();
            for most in 0..6 {
                assert_eq!(json.is_deeper_than(most), levels > most, "{text} {most}");
            }
        }
    }

    #[test]
    fn copies_are_equal_and_keep_the_order_of_members() {
        let mut random = Random::new(23);
        for _ in 0..500 {
            let json = random.json(4);
            let copy = json.clone();
            assert_eq!(copy, json);
            assert_eq!(copy.to_string(), json.to_string());
            let value = serde_json::Value::from(json.clone());
            assert_eq!(Json::from(value.clone()).to_string(), value.to_string());
            let other = random.json(2);
            let other_value = serde_json::Value::from(other.clone());
            assert_eq!(json == other, value == other_value);
        }
    }
}
