//! What a value is, before anything is demanded of it.

use core::fmt;

use super::number::Numeric;
use crate::document::plain::{Plain, PlainValue};
use crate::document::{Content, NodeRef};
use crate::json::Json;
use crate::json::call::{self, Written};
use crate::text::coerce;
use crate::text::function;
use crate::typed::view::View;

/// What a value is.
#[derive(Clone, Copy)]
pub(super) enum Class<'a> {
    /// Nothing is there, or `AWS::NoValue`, which is the same.
    Nothing,
    /// A function call.
    Call { name: &'a str, argument: View<'a> },
    /// `null`.
    Null,
    /// A boolean, number or string.
    Scalar(Scalar<'a>),
    /// A list.
    List,
    /// An object.
    Object,
}

/// A boolean, number or string.
#[derive(Clone, Copy)]
pub(super) enum Scalar<'a> {
    Bool(bool),
    Integer(i64),
    Float(f64),
    /// A number as it was written.
    Number(&'a str),
    /// A number of YAML that is written otherwise, or that is text for some readers.
    Plain(&'a Plain),
    Text(&'a str),
}

#[inline]
pub(super) fn classify(view: View<'_>) -> Class<'_> {
    match view {
        View::Absent => Class::Nothing,
        View::Text(text) => Class::Scalar(Scalar::Text(text)),
        View::Bool(value) => Class::Scalar(Scalar::Bool(value)),
        View::Integer(value) => Class::Scalar(Scalar::Integer(value)),
        // JSON has no number for what is infinite or no number at all: it is written as `null`.
        View::Float(value) if !value.is_finite() => Class::Null,
        View::Float(value) => Class::Scalar(Scalar::Float(value)),
        View::List(_) => Class::List,
        View::Map(_) | View::Record(_) => Class::Object,
        View::Call(call) if call.is_no_value() => Class::Nothing,
        View::Call(call) => json(call.as_json()),
        View::Json(value) => json(value),
        View::Node(value) => node(value),
    }
}

/// The name of the function that is called in the place of a value.
#[inline]
pub(super) fn function(view: View<'_>) -> Option<&str> {
    if !view.may_be_call() {
        return None;
    }
    match classify(view) {
        Class::Call { name, .. } => Some(name),
        _ => None,
    }
}

fn node(node: NodeRef<'_>) -> Class<'_> {
    match node.content() {
        Content::Null => Class::Null,
        Content::Bool(value) => Class::Scalar(Scalar::Bool(value)),
        Content::Number(text) => Class::Scalar(plain(node).unwrap_or(Scalar::Number(text))),
        Content::String(text) => Class::Scalar(plain(node).unwrap_or(Scalar::Text(text))),
        Content::Array(_) => Class::List,
        Content::Object(1) => object(node, View::Node),
        Content::Object(_) => Class::Object,
    }
}

fn plain(node: NodeRef<'_>) -> Option<Scalar<'_>> {
    let plain = node.plain().filter(|plain| plain.number().is_some())?;
    Some(Scalar::Plain(plain))
}

fn json(value: &Json) -> Class<'_> {
    match value {
        Json::Null => Class::Null,
        Json::Bool(value) => Class::Scalar(Scalar::Bool(*value)),
        Json::Number(number) => Class::Scalar(match number.written() {
            Ok(text) => Scalar::Number(text),
            Err(integer) => Scalar::Integer(integer),
        }),
        Json::String(text) => Class::Scalar(Scalar::Text(text)),
        Json::Array(_) => Class::List,
        Json::Object(_) => object(value, View::Json),
    }
}

fn object<'a, V: Written<'a>>(value: V, view: impl FnOnce(V) -> View<'a>) -> Class<'a> {
    match call::of(value) {
        Some((name, argument)) if call::removes(name, argument) => Class::Nothing,
        Some((name, argument)) => Class::Call {
            name,
            argument: view(argument),
        },
        None => Class::Object,
    }
}

impl<'a> Scalar<'a> {
    /// Whether only deployment knows the value: text with a dynamic reference.
    pub(super) fn is_unknown(self) -> bool {
        matches!(self, Self::Text(text) if function::is_dynamic(text))
    }

    /// The number that this is, or that its text is.
    pub(super) fn number(self) -> Option<Numeric<'a>> {
        match self {
            Self::Bool(_) => None,
            Self::Integer(value) => Some(Numeric::Integer(value)),
            Self::Float(value) => Some(Numeric::Float(value)),
            Self::Number(text) | Self::Text(text) => Numeric::written(text),
            Self::Plain(plain) => Numeric::written(plain.number()?),
        }
    }

    /// Whether this is an integer, or text that is taken for one.
    pub(super) fn is_integer(self) -> bool {
        match self {
            Self::Text(text) => coerce::is_integer_text(text),
            _ => self.number().is_some_and(Numeric::is_integer),
        }
    }

    /// The text that this is.
    pub(super) fn text(self) -> Option<&'a str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Plain(Plain {
                text,
                value: PlainValue::Text(_),
            }) => Some(text),
            _ => None,
        }
    }

    /// The boolean that this is, or that its text is.
    pub(super) fn boolean(self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(value),
            Self::Text(text) => coerce::boolean(text),
            _ => None,
        }
    }
}

/// The text that CloudFormation makes of the value where a string is due.
impl fmt::Display for Scalar<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(value) => write!(f, "{value}"),
            Self::Integer(value) => write!(f, "{value}"),
            Self::Float(value) => write!(f, "{value}"),
            Self::Number(text) | Self::Text(text) => f.write_str(text),
            Self::Plain(plain) => f.write_str(&plain.text),
        }
    }
}
