//! Any JSON value, as CloudFormation's free-form properties hold it.

use std::str::FromStr;

use serde_core::Serialize;

use crate::document::Document;
use crate::json::map::Map;
use crate::text::pointer;

pub(crate) mod call;
mod error;
mod from_node;
pub(crate) mod intrinsic;
pub(crate) mod map;

mod serde;
pub(crate) mod walk;

pub use self::error::JsonError;
#[allow(unused_imports, reason = "the judge compares numbers by it")]
pub(crate) use crate::text::number::Decimal;
pub use crate::text::number::Number;

/// Any JSON value. Objects keep the order of their members and numbers what was written, so that
/// a document that is read and written again is the same document.
///
/// Equality ignores the order of members, and numbers are equal if their values are.
///
/// What is read, from text or through serde, is at most [256 levels](Json::from_str) deep, and a value made by a
/// program that is deeper is a violation where it is validated. Copying, comparing, writing and dropping a value
/// take any depth. Since dropping is its own matter, patterns cannot move parts out of a value: match on a reference,
/// or take them with [`into_array`](Json::into_array), [`into_object`](Json::into_object) and
/// [`into_string`](Json::into_string).
///
/// ```
/// use formwork::Json;
///
/// let policy: Json = r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow"}]}"#.parse()?;
/// assert_eq!(policy.pointer("/Statement/0/Effect").and_then(Json::as_str), Some("Allow"));
/// # Ok::<(), formwork::JsonError>(())
/// ```
#[derive(Default)]
pub enum Json {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Json>),
    /// An object.
    Object(Map<Json>),
}

impl Json {
    /// The JSON that `value` serializes to.
    ///
    /// # Errors
    ///
    /// If its `Serialize` fails, or writes something that JSON does not have, such as a map whose
    /// keys are not strings.
    pub fn from_serialize(value: &impl Serialize) -> Result<Self, serde_json::Error> {
        serde_json::to_value(value).map(Self::from)
    }

    /// The member `name`, if this is an object that has it.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.as_object()?.get(name)
    }

    /// What a JSON pointer (RFC 6901) leads to: `/Statement/0/Effect`. The empty pointer is the
    /// value itself.
    #[must_use]
    pub fn pointer(&self, pointer: &str) -> Option<&Self> {
        if pointer.is_empty() {
            return Some(self);
        }
        pointer
            .strip_prefix('/')?
            .split('/')
            .try_fold(self, |value, token| match value {
                Self::Object(members) => members.get(&token.replace("~1", "/").replace("~0", "~")),
                Self::Array(items) => items.get(pointer::index(token)?),
                _ => None,
            })
    }

    /// The boolean, if this is one.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// The number, if this is one.
    #[must_use]
    pub fn as_number(&self) -> Option<&Number> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The whole number, if this is one in the range of `i64`.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.as_number().and_then(Number::as_i64)
    }

    /// The whole number, if this is one in the range of `u64`.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        self.as_number().and_then(Number::as_u64)
    }

    /// The number as a double, if this is one.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        self.as_number().map(Number::as_f64)
    }

    /// The text, if this is a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The items, if this is an array.
    #[must_use]
    pub fn as_array(&self) -> Option<&[Self]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The members, if this is an object.
    #[must_use]
    pub fn as_object(&self) -> Option<&Map<Self>> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The text, if this is a string.
    ///
    /// # Errors
    ///
    /// The value itself, if it is something else.
    pub fn into_string(mut self) -> Result<String, Self> {
        match &mut self {
            Self::String(text) => Ok(core::mem::take(text)),
            _ => Err(self),
        }
    }

    /// The items, if this is an array.
    ///
    /// # Errors
    ///
    /// The value itself, if it is something else.
    pub fn into_array(mut self) -> Result<Vec<Self>, Self> {
        match &mut self {
            Self::Array(items) => Ok(core::mem::take(items)),
            _ => Err(self),
        }
    }

    /// The members, if this is an object.
    ///
    /// # Errors
    ///
    /// The value itself, if it is something else.
    ///
    /// ```
    /// use formwork::Json;
    ///
    /// let policy: Json = r#"{"Version": "2012-10-17"}"#.parse()?;
    /// let mut members = policy.into_object().unwrap_or_default();
    /// members.insert("Id", Json::from("policy"));
    /// assert_eq!(Json::from(members).to_string(), r#"{"Version":"2012-10-17","Id":"policy"}"#);
    /// # Ok::<(), formwork::JsonError>(())
    /// ```
    pub fn into_object(mut self) -> Result<Map<Self>, Self> {
        match &mut self {
            Self::Object(members) => Ok(core::mem::take(members)),
            _ => Err(self),
        }
    }

    /// Whether this is `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

/// Reads a JSON text (RFC 8259), at most 256 levels deep.
///
/// Two members of the same name in one object are an error: one of them would be lost.
impl FromStr for Json {
    type Err = JsonError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        whole(&Document::from_json(text).map_err(JsonError)?)
    }
}

impl FromStr for Number {
    type Err = JsonError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match &text.parse()? {
            Json::Number(number) if text.trim() == text => Ok(number.clone()),
            _ => Err(JsonError::not_a_number(text)),
        }
    }
}

#[cfg(feature = "yaml")]
impl Json {
    /// Reads a YAML text, short forms such as `!Ref` included, at most 256 levels deep.
    ///
    /// # Errors
    ///
    /// If the text is not YAML, or holds what JSON cannot: the first such problem.
    ///
    /// ```
    /// use formwork::Json;
    ///
    /// let json = Json::from_yaml("ApiId: !Ref MyApi")?;
    /// assert_eq!(json.to_string(), r#"{"ApiId":{"Ref":"MyApi"}}"#);
    /// # Ok::<(), formwork::JsonError>(())
    /// ```
    pub fn from_yaml(text: &str) -> Result<Self, JsonError> {
        whole(&Document::from_yaml(text).map_err(JsonError)?)
    }
}

/// A document without a problem as a value.
fn whole(document: &Document<'_>) -> Result<Json, JsonError> {
    match document.problems().first() {
        Some(problem) => Err(JsonError(document.problem_as_error(problem))),
        None => Ok(document.root().to_json()),
    }
}

macro_rules! from_numbers {
    ($($integer:ty)*) => {$(
        impl From<$integer> for Json {
            fn from(value: $integer) -> Self {
                Self::Number(value.into())
            }
        }
    )*};
}

from_numbers!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize i128 u128 Number);

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

/// `null` for infinities and for what is not a number, as `serde_json` has it.
impl From<f64> for Json {
    fn from(value: f64) -> Self {
        Number::from_f64(value).map_or(Self::Null, Self::Number)
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl<T: Into<Json>> From<Vec<T>> for Json {
    fn from(items: Vec<T>) -> Self {
        items.into_iter().collect()
    }
}

impl<T: Into<Json>, const N: usize> From<[T; N]> for Json {
    fn from(items: [T; N]) -> Self {
        items.into_iter().collect()
    }
}

impl<T: Into<Json>> FromIterator<T> for Json {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::Array(items.into_iter().map(Into::into).collect())
    }
}

impl From<Map<Json>> for Json {
    fn from(members: Map<Json>) -> Self {
        Self::Object(members)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::location::Location;

    fn json(text: &str) -> Json {
        text.parse().unwrap()
    }

    #[test]
    fn follows_pointers() {
        let value = json(r#"{"a/b": [1, {"~": true}], "": 2}"#);
        assert_eq!(value.pointer(""), Some(&value));
        assert_eq!(value.pointer("/"), Some(&Json::from(2)));
        assert_eq!(value.pointer("/a~1b/1/~0"), Some(&Json::from(true)));
        for nowhere in ["a", "/a~1b/01", "/a~1b/-", "/a~1b/2", "/x/y", "/a~1b/0/0"] {
            assert_eq!(value.pointer(nowhere), None, "{nowhere}");
        }
    }

    #[test]
    fn converts_from_rust_values() {
        let members = Map::from([("list", Json::from(vec![1, 2])), ("text", "x".into())]);
        assert_eq!(
            Json::from(members),
            json(r#"{"text": "x", "list": [1, 2]}"#)
        );
        assert_eq!(Json::from(f64::INFINITY), Json::Null);
        assert_eq!(Json::from(u64::MAX), json("18446744073709551615"));
        assert_eq!(
            Json::from_serialize(&Some(["a"])).unwrap(),
            json(r#"["a"]"#)
        );
    }

    #[test]
    fn two_members_of_one_name_are_an_error() {
        let error = "{\"a\": 1,\n \"a\": 2}".parse::<Json>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "2:2: `a` stands twice in one object\nhelp: keep one of the two"
        );
        assert_eq!(error.location(), Some(Location { line: 2, column: 2 }));
    }

    #[test]
    fn gives_each_kind_to_its_accessor_only() {
        let value = json(r#"[null, true, 1.5, "s", [], {}]"#);
        let items = value.as_array().unwrap();
        let kinds = |of: fn(&Json) -> bool| items.iter().map(of).collect::<Vec<_>>();
        assert_eq!(
            kinds(Json::is_null),
            [true, false, false, false, false, false]
        );
        assert_eq!(
            kinds(|v| v.as_bool().is_some()),
            [false, true, false, false, false, false]
        );
        assert_eq!(
            kinds(|v| v.as_f64().is_some()),
            [false, false, true, false, false, false]
        );
        assert_eq!(
            kinds(|v| v.as_str().is_some()),
            [false, false, false, true, false, false]
        );
        assert_eq!(
            kinds(|v| v.as_array().is_some()),
            [false, false, false, false, true, false]
        );
        assert_eq!(
            kinds(|v| v.as_object().is_some()),
            [false, false, false, false, false, true]
        );
    }
}
