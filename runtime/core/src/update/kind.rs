//! What stands in a place, wherever the value is held.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};

use crate::document::Content;
use crate::facts::TypeSpec;
use crate::json::call;
use crate::text::{coerce, function};
use crate::typed::view::View;
use crate::{Json, Number};

/// What stands in a place.
#[derive(Clone, Copy)]
pub(super) enum Kind<'a> {
    /// Nothing, or `AWS::NoValue`, which is the same.
    Nothing,
    /// The call of a function.
    Call(Call<'a>),
    Scalar(Scalar<'a>),
    List,
    /// An object, also one that deployment adds members to.
    Object,
}

/// The call of a function.
#[derive(Clone, Copy)]
pub(super) struct Call<'a> {
    pub(super) name: &'a str,
    pub(super) argument: View<'a>,
}

/// A value without parts.
#[derive(Clone, Copy)]
pub(super) enum Scalar<'a> {
    Null,
    Bool(bool),
    Integer(i64),
    Float(f64),
    Number(&'a Number),
    /// A number as it was written.
    Written(&'a str),
    Text(&'a str),
}

/// What stands there.
pub(super) fn of(view: View<'_>) -> Kind<'_> {
    let scalar = match view {
        View::Absent => return Kind::Nothing,
        View::Bool(value) => Scalar::Bool(value),
        View::Integer(value) => Scalar::Integer(value),
        View::Float(value) if !value.is_finite() => Scalar::Null,
        View::Float(value) => Scalar::Float(value),
        View::Text(text) => Scalar::Text(text),
        View::List(_) => return Kind::List,
        View::Map(_) | View::Record(_) => return Kind::Object,
        View::Call(call) => return of(View::Json(call.as_json())),
        View::Json(json) => match json {
            Json::Null => Scalar::Null,
            Json::Bool(value) => Scalar::Bool(*value),
            Json::Number(number) => Scalar::Number(number),
            Json::String(text) => Scalar::Text(text),
            Json::Array(_) => return Kind::List,
            Json::Object(_) => return object(call::of(json).map(|(n, v)| (n, View::Json(v)))),
        },
        View::Node(node) => match node.content() {
            Content::Null => Scalar::Null,
            Content::Bool(value) => Scalar::Bool(value),
            Content::Number(text) => Scalar::Written(text),
            Content::String(text) => Scalar::Text(text),
            Content::Array(_) => return Kind::List,
            Content::Object(_) => return object(call::of(node).map(|(n, v)| (n, View::Node(v)))),
        },
    };
    Kind::Scalar(scalar)
}

fn object<'a>(call: Option<(&'a str, View<'a>)>) -> Kind<'a> {
    match call {
        Some((name, argument)) if removes(name, argument) => Kind::Nothing,
        Some((name, argument)) => Kind::Call(Call { name, argument }),
        None => Kind::Object,
    }
}

fn removes(name: &str, argument: View<'_>) -> bool {
    name == function::REF && argument.text() == Some(function::NO_VALUE)
}

impl Scalar<'_> {
    /// Whether only deployment knows the text.
    pub(super) fn is_dynamic(&self) -> bool {
        matches!(self, Self::Text(text) if function::is_dynamic(text))
    }

    /// The text that CloudFormation makes of it where a string is due.
    pub(super) fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Null => "null".into(),
            Self::Bool(value) => value.to_string().into(),
            Self::Integer(value) => value.to_string().into(),
            Self::Float(_) => self.number().map_or("".into(), |it| it.to_string().into()),
            Self::Number(number) => number.to_string().into(),
            Self::Written(text) | Self::Text(text) => (*text).into(),
        }
    }

    /// The number that it is, or that its text is.
    pub(super) fn number(&self) -> Option<Number> {
        match self {
            Self::Null | Self::Bool(_) => None,
            Self::Integer(value) => Some(Number::from(*value)),
            Self::Float(value) => Number::from_f64(*value),
            Self::Number(number) => Some((*number).clone()),
            Self::Written(text) => Some(Number::from_checked(text)),
            Self::Text(text) => coerce::number(text).map(|_| Number::from_checked(text)),
        }
    }

    /// The boolean that it is, or that its text is.
    fn boolean(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            Self::Text(text) => coerce::boolean(text),
            _ => None,
        }
    }

    /// Whether two are one value in a place of that type: text stands for the number or boolean that it
    /// spells, and where a string is due, a number stands for its digits.
    pub(super) fn is_same(&self, other: &Self, ty: TypeSpec) -> bool {
        let is_text = |scalar: &Self| matches!(scalar, Self::Text(_));
        match (self, other) {
            (Self::Text(left), Self::Text(right)) if left == right => return true,
            (Self::Null, _) | (_, Self::Null) => {
                return matches!((self, other), (Self::Null, Self::Null));
            }
            _ => {}
        }
        match ty {
            TypeSpec::Integer | TypeSpec::Number => {
                let numbers = self.number().zip(other.number());
                numbers.is_some_and(|(left, right)| left == right)
            }
            TypeSpec::Boolean => {
                let values = self.boolean().zip(other.boolean());
                values.is_some_and(|(left, right)| left == right)
            }
            TypeSpec::Json if !is_text(self) && !is_text(other) => {
                match (self.number(), other.number()) {
                    (Some(left), Some(right)) => left == right,
                    (None, None) => self.boolean() == other.boolean(),
                    _ => false,
                }
            }
            _ => self.text() == other.text(),
        }
    }

    /// A hash that is one for all scalars that are one value in a place of some type.
    pub(super) fn hash(&self, hasher: &mut impl Hasher) {
        match (self.boolean(), self.number()) {
            (Some(value), _) => value.hash(hasher),
            (None, Some(number)) => number.hash(hasher),
            (None, None) => self.text().hash(hasher),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(left: &str, right: &str, ty: TypeSpec) -> bool {
        let scalars = [left, right].map(|text| text.parse::<Json>().unwrap());
        let [Kind::Scalar(left), Kind::Scalar(right)] =
            [&scalars[0], &scalars[1]].map(|json| of(View::Json(json)))
        else {
            panic!("scalars are compared");
        };
        let is_same = left.is_same(&right, ty);
        assert_eq!(is_same, right.is_same(&left, ty));
        let hash = |scalar: Scalar<'_>| {
            let mut hasher = std::hash::DefaultHasher::new();
            scalar.hash(&mut hasher);
            hasher.finish()
        };
        assert!(!is_same || hash(left) == hash(right));
        is_same
    }

    #[test]
    fn text_stands_for_what_it_spells_where_that_is_due() {
        assert!(same("5", r#""5""#, TypeSpec::Integer));
        assert!(same("5", r#""5.0""#, TypeSpec::Number));
        assert!(same("1.50", r#""1.50""#, TypeSpec::String));
        assert!(!same("1.50", r#""1.5""#, TypeSpec::String));
        assert!(!same("1.50", "1.5", TypeSpec::String));
        assert!(same("1.50", "1.5", TypeSpec::Json));
        assert!(same("true", r#""true""#, TypeSpec::String));
        assert!(same("true", r#""True""#, TypeSpec::Boolean));
        assert!(!same("true", r#""True""#, TypeSpec::String));
        assert!(!same("1", "true", TypeSpec::Json));
        assert!(!same("false", "true", TypeSpec::Json));
        assert!(same("null", "null", TypeSpec::Json));
        assert!(!same("null", r#""null""#, TypeSpec::String));
        assert!(!same(
            "12345678901234567890",
            "12345678901234567891",
            TypeSpec::Json
        ));
        assert!(!same(r#""012""#, "12", TypeSpec::String));
    }
}
