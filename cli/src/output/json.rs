//! What the command prints for other programs.

use std::borrow::Cow;

use crate::catalog;
use formwork_specs::model::{Literal, Number};
use formwork_specs::tree::{Member, Node, Value};

/// The text of a value, in the form that files of the catalog have.
pub(crate) fn print(literal: &Literal) -> String {
    catalog::print(&node(literal))
}

pub(crate) fn text(text: impl Into<String>) -> Literal {
    Literal::String(text.into())
}

pub(crate) fn count(count: impl TryInto<u64>) -> Literal {
    Literal::Number(Number(count.try_into().unwrap_or(u64::MAX).to_string()))
}

pub(crate) fn texts<T: Into<String>>(values: impl IntoIterator<Item = T>) -> Literal {
    Literal::Array(values.into_iter().map(text).collect())
}

pub(crate) fn object<'k>(members: impl IntoIterator<Item = (&'k str, Literal)>) -> Literal {
    let members = members
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value));
    Literal::Object(members.collect())
}

/// The same value as a tree. Literals nest as deep as the text they were read from, which is
/// limited, or as deep as they are built here.
fn node(literal: &Literal) -> Node<'_> {
    let value = match literal {
        Literal::Null => Value::Null,
        Literal::Bool(flag) => Value::Bool(*flag),
        Literal::Number(Number(number)) => Value::Number(number),
        Literal::String(text) => Value::String(Cow::Borrowed(text)),
        Literal::Array(elements) => Value::Array(elements.iter().map(node).collect()),
        Literal::Object(members) => {
            let members = members.iter().map(|(key, value)| Member {
                key: Cow::Borrowed(key.as_str()),
                node: node(value),
            });
            Value::Object(members.collect())
        }
    };
    Node { at: 0, value }
}

/// A value on one line.
pub(crate) fn line(literal: &Literal) -> String {
    catalog::print_line(&node(literal))
}
