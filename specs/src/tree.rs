//! A JSON text as a tree that loses nothing: members in file order, numbers as written, and the
//! offset of every value, so that a problem can say where it is.
//!
//! A parser of our own, because three things are wanted that no general one has together: strings
//! borrowed from the text (reading is on the path of every compilation, mostly unoptimised), entries
//! of a large map passed over without being built, and nesting beyond 128 levels that still has a
//! limit.

mod parse;
mod strings;

use std::borrow::Cow;

pub(crate) use parse::{Filter, parse};

/// One value and where it starts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node<'t> {
    /// Offset in bytes.
    pub(crate) at: usize,
    pub(crate) value: Value<'t>,
}

/// The kinds of JSON values.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value<'t> {
    Null,
    Bool(bool),
    /// As written.
    Number(&'t str),
    String(Cow<'t, str>),
    Array(Vec<Node<'t>>),
    Object(Vec<Member<'t>>),
}

/// One member of an object.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Member<'t> {
    pub(crate) key: Cow<'t, str>,
    pub(crate) node: Node<'t>,
}

impl<'t> Node<'t> {
    /// The members, if it is an object.
    pub(crate) fn members(&self) -> Option<&[Member<'t>]> {
        match &self.value {
            Value::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The elements, if it is an array.
    pub(crate) fn elements(&self) -> Option<&[Node<'t>]> {
        match &self.value {
            Value::Array(elements) => Some(elements),
            _ => None,
        }
    }

    /// The text, if it is a string.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// The member of that name, if it is an object that has it.
    pub(crate) fn get(&self, key: &str) -> Option<&Node<'t>> {
        self.members()?
            .iter()
            .find(|member| member.key == key)
            .map(|member| &member.node)
    }

    /// What it is, with an article, for messages.
    pub(crate) fn kind(&self) -> &'static str {
        match &self.value {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "an array",
            Value::Object(_) => "an object",
        }
    }

    /// The value a JSON pointer leads to, starting here.
    pub(crate) fn at_pointer(&self, pointer: &str) -> Option<&Node<'t>> {
        let mut node = self;
        for segment in pointer.split('/').skip(1) {
            let segment = unescape(segment);
            node = match &node.value {
                Value::Object(_) => node.get(&segment)?,
                Value::Array(elements) => elements.get(segment.parse::<usize>().ok()?)?,
                _ => return None,
            };
        }
        Some(node)
    }
}

/// A segment of a JSON pointer as the name it stands for.
pub(crate) fn unescape(segment: &str) -> Cow<'_, str> {
    if segment.contains('~') {
        Cow::Owned(segment.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(segment)
    }
}

/// A name as a segment of a JSON pointer.
pub(crate) fn escape(name: &str) -> Cow<'_, str> {
    if name.contains(['~', '/']) {
        Cow::Owned(name.replace('~', "~0").replace('/', "~1"))
    } else {
        Cow::Borrowed(name)
    }
}
