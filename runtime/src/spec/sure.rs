//! Which values fulfil a schema for sure, as can be told without a closer look.

use core::ops::RangeInclusive;

use super::schema::{Constraints, Limits, TypeSet};
use crate::coerce;
use crate::document::{Content, NodeRef};
use crate::spec::JsonType;
use crate::view::View;

/// Scalars that fulfil a schema: nothing of it is left to be judged. Others may fulfil it, too.
///
/// It is looked at for nearly every value, so it is small: what is asked next is to be in the same line of the
/// processor's cache.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sure {
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
impl Default for Sure {
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

impl Sure {
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
    pub(crate) fn takes_any_text(&self) -> bool {
        self.bytes == ANY_TEXT
    }

    /// Whether the value fulfils the schema for sure.
    #[inline]
    pub(crate) fn takes(&self, view: &View<'_>) -> bool {
        // Most values are text.
        if let View::Text(text) = view {
            return self.takes_text(text);
        }
        match view {
            View::Bool(_) => self.any_bool,
            View::Integer(value) => within(value, &self.integers),
            View::Float(value) => self.any_float && value.is_finite(),
            View::Node(node) => self.takes_node(*node),
            _ => false,
        }
    }

    /// The same of a part of a document, by what it says without CloudFormation's tolerance.
    #[inline(never)]
    fn takes_node(&self, node: NodeRef<'_>) -> bool {
        match node.content() {
            Content::String(text) => self.takes_text(text),
            Content::Bool(_) => self.any_bool,
            Content::Number(text) => {
                let integer = coerce::plain_integer(text);
                integer.is_some_and(|integer| within(&integer, &self.integers))
            }
            Content::Null | Content::Array(_) | Content::Object(_) => false,
        }
    }

    #[inline]
    pub(crate) fn takes_text(&self, text: &str) -> bool {
        let length = u32::try_from(text.len());
        length.is_ok_and(|length| within(&length, &self.bytes))
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

/// With how many bytes the length of a text is right for sure: a character has one to four of them.
pub(crate) fn sure_bytes(limits: &Constraints) -> RangeInclusive<usize> {
    let size = |limit: u64| usize::try_from(limit).unwrap_or(usize::MAX);
    let least = limits.min_length.map_or(0, size);
    least.saturating_mul(4).saturating_sub(3)..=limits.max_length.map_or(usize::MAX, size)
}

/// The same, where more bytes than can be counted here are not sure unless any number is.
fn bytes(limits: &Constraints) -> (u32, u32) {
    let (least, most) = sure_bytes(limits).into_inner();
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

#[cfg(test)]
mod tests {
    use super::Sure;
    use crate::document::Document;
    use crate::spec::{Constraints, JsonType, TypeSet};
    use crate::view::View;
    use crate::{Json, Number};

    fn sure(types: &[JsonType], constraints: &Constraints) -> Sure {
        let mut set = TypeSet::default();
        for json_type in types {
            set.add(*json_type);
        }
        let texts = constraints.allowed_values.iter().filter_map(Json::as_str);
        let texts = texts.map(|text| &*String::from(text).leak()).collect();
        Sure::new(set, constraints.limits(), constraints, texts)
    }

    #[test]
    fn text_is_sure_by_its_bytes_or_as_it_stands() {
        let lengths = Constraints {
            min_length: Some(2),
            max_length: Some(5),
            ..Constraints::default()
        };
        let by_length = sure(&[JsonType::String], &lengths);
        // Five bytes are two characters at least, and five at most; four may be one.
        for (text, is_sure) in [
            ("abcde", true),
            ("abcd", false),
            ("\u{1D11E}", false),
            ("abcdef", false),
        ] {
            assert_eq!(by_length.takes(&View::Text(text)), is_sure, "{text}");
        }
        assert!(!by_length.takes_any_text());
        assert!(sure(&[], &Constraints::default()).takes_any_text());
        assert!(!sure(&[JsonType::Integer], &Constraints::default()).takes(&View::Text("5")));
        let listed = Constraints {
            allowed_values: vec![Json::from("a"), Json::from(1)],
            ..Constraints::default()
        };
        let listed = sure(&[JsonType::String], &listed);
        assert!(listed.takes(&View::Text("a")) && !listed.takes(&View::Text("1")));
        assert!(!listed.takes(&View::Text("")));
    }

    #[test]
    fn parts_of_a_document_are_sure_as_they_are_written() {
        let taken = |text: &str, json_type: JsonType| {
            let document = Document::from_json(text).unwrap();
            let sure = sure(&[json_type], &Constraints::default());
            sure.takes(&View::Node(document.root()))
        };
        for (text, json_type) in [
            (r#""a""#, JsonType::String),
            ("true", JsonType::Boolean),
            ("-5", JsonType::Integer),
            ("5", JsonType::Number),
        ] {
            assert!(taken(text, json_type), "{text}");
        }
        for (text, json_type) in [
            (r#""5""#, JsonType::Integer),
            ("5", JsonType::String),
            ("0.5", JsonType::Integer),
            ("null", JsonType::Null),
            ("[]", JsonType::Array),
        ] {
            assert!(!taken(text, json_type), "{text}");
        }
    }

    #[test]
    fn numbers_and_booleans_are_sure_by_type_and_limits() {
        let none = Constraints::default();
        let integer = sure(&[JsonType::Integer], &none);
        assert!(integer.takes(&View::Integer(i64::MIN)) && integer.takes(&View::Integer(i64::MAX)));
        assert!(!integer.takes(&View::Float(1.0)) && !integer.takes(&View::Bool(true)));
        let number = sure(&[JsonType::Number], &none);
        assert!(number.takes(&View::Float(0.5)) && number.takes(&View::Integer(5)));
        assert!(
            !number.takes(&View::Float(f64::NAN)) && !number.takes(&View::Float(f64::INFINITY))
        );
        assert!(sure(&[JsonType::Boolean], &none).takes(&View::Bool(false)));
        let range = Constraints {
            minimum: Some(Number::from(1)),
            maximum: Some(Number::from(3)),
            ..Constraints::default()
        };
        let range = sure(&[JsonType::Integer, JsonType::Number], &range);
        for (value, is_sure) in [(0, false), (1, true), (3, true), (4, false)] {
            assert_eq!(range.takes(&View::Integer(value)), is_sure, "{value}");
        }
        assert!(!range.takes(&View::Float(2.0)));
        let steps = Constraints {
            multiple_of: Some(Number::from(2)),
            ..Constraints::default()
        };
        assert!(!sure(&[JsonType::Integer], &steps).takes(&View::Integer(2)));
        assert!(
            !Sure::default().takes(&View::Text("")) && !Sure::default().takes(&View::Integer(0))
        );
    }
}
