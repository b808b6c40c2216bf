//! Values through serde.

use serde_core::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::Number;
use crate::document::{DEPTH_LIMIT, too_deep};
use crate::typed::view::View;

/// At most 256 levels: a serializer calls itself for each.
impl Serialize for View<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Leveled(*self, DEPTH_LIMIT).serialize(serializer)
    }
}

/// A value, and how many levels may still be in it.
struct Leveled<'a>(View<'a>, usize);

impl Serialize for Leveled<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(view, levels) = *self;
        match view {
            View::Absent => serializer.serialize_unit(),
            View::Bool(value) => serializer.serialize_bool(value),
            View::Integer(value) => serializer.serialize_i64(value),
            View::Float(value) => {
                match Number::from_f64(value).and_then(|whole| whole.as_small()) {
                    Some(whole) => serializer.serialize_i64(whole),
                    None => serializer.serialize_f64(value),
                }
            }
            View::Text(text) => serializer.serialize_str(text),
            View::List(_) | View::Map(_) | View::Record(_) if levels == 0 => {
                Err(S::Error::custom(too_deep("value")))
            }
            View::List(list) => {
                let mut sequence = serializer.serialize_seq(Some(list.len()))?;
                for item in view.items() {
                    sequence.serialize_element(&Self(item, levels - 1))?;
                }
                sequence.end()
            }
            View::Map(_) | View::Record(_) => {
                let mut map = serializer.serialize_map(Some(view.members().count()))?;
                for (key, value) in view.members() {
                    map.serialize_entry(key, &Self(value, levels - 1))?;
                }
                map.end()
            }
            View::Call(call) => call.as_json().serialize(serializer),
            View::Json(json) => json.serialize(serializer),
            View::Node(node) => node.to_json().serialize(serializer),
        }
    }
}
