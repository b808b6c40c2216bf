//! Pieces of JSON that are made here and stand nowhere in a text.

use std::borrow::Cow;

use formwork_specs::tree::{Member, Node, Value};

/// An object.
pub(super) fn object(members: Vec<Member<'_>>) -> Node<'_> {
    Node {
        at: 0,
        value: Value::Object(members),
    }
}

/// A list.
pub(super) fn array(elements: Vec<Node<'_>>) -> Node<'_> {
    Node {
        at: 0,
        value: Value::Array(elements),
    }
}

/// A string.
pub(super) fn text<'t>(text: impl Into<Cow<'t, str>>) -> Node<'t> {
    Node {
        at: 0,
        value: Value::String(text.into()),
    }
}

/// A list of strings.
pub(super) fn texts<'t>(texts: impl IntoIterator<Item = String>) -> Node<'t> {
    array(texts.into_iter().map(text).collect())
}

/// One member of an object.
pub(super) fn member<'t>(key: impl Into<Cow<'t, str>>, node: Node<'t>) -> Member<'t> {
    Member {
        key: key.into(),
        node,
    }
}
