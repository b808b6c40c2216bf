//! `Json` and `Number` as values of serde, and to and from `serde_json::Value`.

use serde_core::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::Error as _,
    ser::{Error as _, SerializeMap},
};

use super::{Json, Number};
use crate::document::{DEPTH_LIMIT, Document, too_deep};
use crate::json::map::Map;

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The number of `serde_json` knows how to keep its text, where that feature is on.
        let text = self.to_string();
        let number: serde_json::Number = text.parse().map_err(S::Error::custom)?;
        number.serialize(serializer)
    }
}

/// At most 256 levels: a serializer calls itself for each.
impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Level(self, 0).serialize(serializer)
    }
}

/// A value, and how many are around it.
struct Level<'a>(&'a Json, usize);

impl Serialize for Level<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(json, depth) = *self;
        match json {
            Json::Null => serializer.serialize_unit(),
            Json::Bool(value) => serializer.serialize_bool(*value),
            Json::Number(number) => number.serialize(serializer),
            Json::String(text) => serializer.serialize_str(text),
            Json::Array(_) | Json::Object(_) if depth == DEPTH_LIMIT => {
                Err(S::Error::custom(too_deep("value")))
            }
            Json::Array(items) => {
                serializer.collect_seq(items.iter().map(|item| Level(item, depth + 1)))
            }
            Json::Object(members) => {
                let members = members.iter();
                serializer.collect_map(members.map(|(key, value)| (key, Level(value, depth + 1))))
            }
        }
    }
}

impl<V: Serialize> Serialize for Map<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.len()))?;
        for (key, value) in self {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

/// Reads any value of a self-describing format, at most 256 levels deep.
impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let document = Document::from_deserializer(deserializer)?;
        match document.problems().first() {
            Some(problem) => Err(D::Error::custom(&problem.message)),
            None => Ok(document.root().to_json()),
        }
    }
}

impl From<serde_json::Number> for Number {
    fn from(number: serde_json::Number) -> Self {
        Self::from_checked(&number.to_string())
    }
}

/// A number that `serde_json` cannot hold exactly becomes the nearest double. What is nested deeper than 256 levels
/// is there as its JSON text: it would be too deep to be dropped.
impl From<Json> for serde_json::Value {
    fn from(json: Json) -> Self {
        to_value(json, 0)
    }
}

fn to_value(mut json: Json, depth: usize) -> serde_json::Value {
    use serde_json::Value;

    match &mut json {
        Json::Null => Value::Null,
        Json::Bool(value) => Value::Bool(*value),
        Json::Number(number) => number
            .to_string()
            .parse()
            .map_or_else(|_| number.as_f64().into(), Value::Number),
        Json::String(text) => Value::String(core::mem::take(text)),
        deep @ (Json::Array(_) | Json::Object(_)) if depth == DEPTH_LIMIT => {
            Value::String(deep.to_string())
        }
        Json::Array(items) => Value::Array(
            core::mem::take(items)
                .into_iter()
                .map(|item| to_value(item, depth + 1))
                .collect(),
        ),
        Json::Object(members) => {
            let mut object = serde_json::Map::new();
            for (key, value) in core::mem::take(members) {
                object.insert(key, to_value(value, depth + 1));
            }
            Value::Object(object)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_through_serde_unchanged() {
        let text = r#"{"z":[1,-2,2.5,null,true],"a":{"b":"c"},"u":18446744073709551615}"#;
        let json: Json = serde_json::from_str(text).unwrap();
        assert_eq!(json, text.parse().unwrap());
        assert_eq!(serde_json::to_string(&json).unwrap(), text);
    }

    #[test]
    fn goes_through_a_value_unchanged() {
        let json: Json = r#"{"z": [1, 2.5, null], "a": {"b": "c"}, "t": false}"#
            .parse()
            .unwrap();
        let value = serde_json::Value::from(json.clone());
        assert_eq!(value["z"][1], 2.5);
        assert_eq!(Json::from(value), json);
    }

    #[test]
    fn refuses_what_would_lose_a_member_and_what_is_too_deep() {
        let error = serde_json::from_str::<Json>(r#"{"a": 1, "a": 2}"#).unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("`a` stands twice in one object"),
            "{error}"
        );

        let mut value = serde_json::Value::Null;
        for _ in 0..600 {
            value = vec![value].into();
        }
        let error = serde_json::from_value::<Json>(value).unwrap_err();
        assert!(error.to_string().contains("256 levels"), "{error}");
    }
}
