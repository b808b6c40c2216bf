//! Sets of kinds of values.

use crate::decimal::Decimal;
use crate::model::{JsonType, Literal};

/// A set. Whole numbers and others are kinds of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kinds(u8);

impl Kinds {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const TEXT: Self = Self(1);
    pub(crate) const WHOLE: Self = Self(1 << 1);
    pub(crate) const FRACTION: Self = Self(1 << 2);
    pub(crate) const BOOLEAN: Self = Self(1 << 3);
    pub(crate) const OBJECT: Self = Self(1 << 4);
    pub(crate) const ARRAY: Self = Self(1 << 5);
    pub(crate) const NULL: Self = Self(1 << 6);
    pub(crate) const NUMBER: Self = Self::WHOLE.or(Self::FRACTION);
    pub(crate) const ALL: Self = Self((1 << 7) - 1);

    /// Those that a list of types names; all, if it names none.
    pub(crate) fn of_types(types: &[JsonType]) -> Self {
        if types.is_empty() {
            return Self::ALL;
        }
        let kinds = types.iter().map(|json_type| match json_type {
            JsonType::String => Self::TEXT,
            JsonType::Integer => Self::WHOLE,
            JsonType::Number => Self::NUMBER,
            JsonType::Boolean => Self::BOOLEAN,
            JsonType::Object => Self::OBJECT,
            JsonType::Array => Self::ARRAY,
            JsonType::Null => Self::NULL,
        });
        kinds.fold(Self::NONE, Self::or)
    }

    /// Those that a value of a list of allowed values can stand for.
    pub(crate) fn of_literal(literal: &Literal) -> Self {
        match literal {
            Literal::Null => Self::NULL,
            Literal::Bool(_) => Self::BOOLEAN.or(Self::TEXT),
            Literal::Number(_) => Self::NUMBER.or(Self::TEXT),
            Literal::String(text) if Decimal::of_text(text).is_some() => {
                Self::NUMBER.or(Self::TEXT)
            }
            Literal::String(text) if matches!(text.as_str(), "true" | "false") => {
                Self::BOOLEAN.or(Self::TEXT)
            }
            Literal::String(_) => Self::TEXT,
            Literal::Array(_) => Self::ARRAY,
            Literal::Object(_) => Self::OBJECT,
        }
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(crate) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether the two have a kind in common.
    pub(crate) fn meets(self, other: Self) -> bool {
        self.and(other) != Self::NONE
    }

    /// What they are called, for a sentence; none for sets that say nothing or too much.
    pub(crate) fn named(self) -> Option<&'static str> {
        [
            (Self::TEXT, "a string"),
            (Self::WHOLE, "an integer"),
            (Self::NUMBER, "a number"),
            (Self::BOOLEAN, "a boolean"),
            (Self::OBJECT, "an object"),
            (Self::ARRAY, "an array"),
            (Self::NULL, "null"),
        ]
        .into_iter()
        .find(|(kinds, _)| *kinds == self)
        .map(|(_, name)| name)
    }
}
