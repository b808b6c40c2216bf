//! Which values fulfil a schema for sure, as can be told without a closer look.

use core::ops::RangeInclusive;

use super::schema::{Constraints, Limits, TypeSet};
use crate::document::{Content, NodeRef};
use crate::facts::JsonType;
use crate::text::coerce;
use crate::text::function::may_be_dynamic;

/// Scalars that fulfil a schema: nothing of it is left to be judged. Others may fulfil it, too.
///
/// It is looked at for nearly every value, so it is small: what is asked next is to be in the same line of the
/// processor's cache.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FastAccept {
    /// The least and the greatest integer; none if the first exceeds the second.
    integers: (i64, i64),
    /// Of text, the least and the greatest number of bytes.
    bytes: (u32, u32),
    /// Texts that are allowed one by one.
    texts: Option<&'static Vec<&'static str>>,
    any_bool: bool,
    any_float: bool,
}

/// Nothing is sure.
impl Default for FastAccept {
    fn default() -> Self {
        Self {
            integers: NONE,
            bytes: NO_TEXT,
            texts: None,
            any_bool: false,
            any_float: false,
        }
    }
}

const NONE: (i64, i64) = (1, 0);
const NO_TEXT: (u32, u32) = (1, 0);
const ANY_TEXT: (u32, u32) = (0, u32::MAX);

impl FastAccept {
    /// What is sure by types and limits, where these are all that the schema says of scalars. The texts are
    /// those among the allowed values.
    pub(crate) fn new(
        types: TypeSet,
        limits: Limits,
        constraints: &Constraints,
        texts: Vec<&'static str>,
    ) -> Self {
        if limits.any {
            let others = &constraints.allowed_values_ignoring_case;
            let has_texts = types.allows(JsonType::String)
                && !limits.text
                && constraints.constant.is_none()
                && others.is_empty();
            return Self {
                texts: has_texts.then(|| &*Box::leak(Box::new(texts))),
                ..Self::default()
            };
        }
        let takes_number = types.allows(JsonType::Number);
        let takes_integer = takes_number || types.allows(JsonType::Integer);
        let has_bytes = types.allows(JsonType::String) && !limits.beyond_length;
        Self {
            integers: if takes_integer {
                integers(constraints)
            } else {
                NONE
            },
            bytes: if has_bytes {
                bytes(constraints)
            } else {
                NO_TEXT
            },
            texts: None,
            any_bool: types.allows(JsonType::Boolean),
            any_float: takes_number && !limits.number,
        }
    }

    /// Whether every text fulfils the schema.
    pub(crate) fn accepts_any_text(&self) -> bool {
        self.bytes == ANY_TEXT
    }

    #[inline]
    pub(crate) fn accepts_bool(&self) -> bool {
        self.any_bool
    }

    #[inline]
    pub(crate) fn accepts_integer(&self, value: i64) -> bool {
        within(&value, &self.integers)
    }

    #[inline]
    pub(crate) fn accepts_float(&self, value: f64) -> bool {
        self.any_float && value.is_finite()
    }

    /// Whether a part of a document fulfils the schema for sure, by what it says without CloudFormation's tolerance.
    #[inline(never)]
    pub(crate) fn accepts_node(&self, node: NodeRef<'_>) -> bool {
        // What is not what it looks like has to be looked at.
        match node.plain_to_see() {
            Some(Content::String(text)) => self.accepts_text(text),
            Some(Content::Bool(_)) => self.any_bool,
            Some(Content::Number(text)) => {
                let integer = coerce::plain_integer(text);
                integer.is_some_and(|integer| within(&integer, &self.integers))
            }
            Some(Content::Null | Content::Array(_) | Content::Object(_)) | None => false,
        }
    }

    #[inline]
    pub(crate) fn accepts_text(&self, text: &str) -> bool {
        let length = u32::try_from(text.len());
        // Two braces may begin a dynamic reference, which needs a closer look.
        length.is_ok_and(|length| within(&length, &self.bytes) && !may_be_dynamic(text))
            || self.texts.is_some_and(|texts| has(texts, text))
    }
}

#[inline(never)]
fn has(texts: &[&str], text: &str) -> bool {
    texts.contains(&text)
}

#[inline]
fn within<T: PartialOrd>(value: &T, (least, most): &(T, T)) -> bool {
    least <= value && value <= most
}

/// With how many bytes the length of a text is certainly right: a character has one to four of them.
pub(crate) fn certain_bytes(limits: &Constraints) -> RangeInclusive<usize> {
    let size = |limit: u64| usize::try_from(limit).unwrap_or(usize::MAX);
    let least = limits.min_length.map_or(0, size);
    least.saturating_mul(4).saturating_sub(3)..=limits.max_length.map_or(usize::MAX, size)
}

/// The same, where more bytes than can be counted here are not sure unless any number is.
fn bytes(limits: &Constraints) -> (u32, u32) {
    let (least, most) = certain_bytes(limits).into_inner();
    match (u32::try_from(least), most) {
        (Ok(least), usize::MAX) => (least, u32::MAX),
        (Ok(least), most) => (least, u32::try_from(most).unwrap_or(u32::MAX - 1)),
        (Err(_), _) => NO_TEXT,
    }
}

/// The integers that the limits allow, if they are integers themselves.
fn integers(limits: &Constraints) -> (i64, i64) {
    let has_others = limits.exclusive_minimum.is_some()
        || limits.exclusive_maximum.is_some()
        || limits.multiple_of.is_some();
    let least = limits
        .minimum
        .as_ref()
        .map_or(Some(i64::MIN), crate::Number::as_small);
    let most = limits
        .maximum
        .as_ref()
        .map_or(Some(i64::MAX), crate::Number::as_small);
    match (least, most) {
        (Some(least), Some(most)) if !has_others => (least, most),
        _ => NONE,
    }
}
