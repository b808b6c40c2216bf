//! `Json` and `Number` as values of serde, and to and from `serde_json::Value`.

use serde_core::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::Error as _,
    ser::{Error as _, SerializeMap},
};

use super::{Json, Number};
use crate::document::Document;
use crate::json::map::Map;

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The number of `serde_json` knows how to keep its text, where that feature is on.
        let text = self.to_string();
        let number: serde_json::Number = text.parse().map_err(S::Error::custom)?;
        number.serialize(serializer)
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => number.serialize(serializer),
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(items) => serializer.collect_seq(items),
            Self::Object(members) => members.serialize(serializer),
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

// These two call themselves once for each level, as dropping either value does.
impl From<serde_json::Value> for Json {
    fn from(value: serde_json::Value) -> Self {
        match value {
            serde_json::Value::Null => Self::Null,
            serde_json::Value::Bool(value) => Self::Bool(value),
            serde_json::Value::Number(number) => Self::Number(number.into()),
            serde_json::Value::String(text) => Self::String(text),
            serde_json::Value::Array(items) => items.into_iter().map(Self::from).collect(),
            serde_json::Value::Object(members) => {
                let mut map = Map::with_capacity(members.len());
                for (key, value) in members {
                    map.push_unchecked(key, value.into());
                }
                Self::Object(map)
            }
        }
    }
}

/// A number that `serde_json` cannot hold exactly becomes the nearest double.
impl From<Json> for serde_json::Value {
    fn from(json: Json) -> Self {
        match json {
            Json::Null => Self::Null,
            Json::Bool(value) => Self::Bool(value),
            Json::Number(number) => number
                .to_string()
                .parse()
                .map_or_else(|_| number.as_f64().into(), Self::Number),
            Json::String(text) => Self::String(text),
            Json::Array(items) => Self::Array(items.into_iter().map(Self::from).collect()),
            Json::Object(members) => Self::Object(
                members
                    .into_iter()
                    .map(|(key, value)| (key, value.into()))
                    .collect(),
            ),
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
