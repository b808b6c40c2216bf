//! Documents from any self-describing format of serde.

use std::fmt;

use serde_core::{
    Deserializer,
    de::{DeserializeSeed, Error, MapAccess, SeqAccess, Unexpected, Visitor},
};

use super::{DEPTH_LIMIT, Document, Kind};
use crate::text::number::Number;

/// The only member of the object that `serde_json` makes of a number if a program switches its
/// feature `arbitrary_precision` on, which changes what every crate in that program reads.
const NUMBER_TOKEN: &str = "$serde_json::private::Number";

impl Document<'static> {
    /// The document that `deserializer` yields, which has no locations.
    ///
    /// # Errors
    ///
    /// If the deserializer fails, or yields what JSON does not have (bytes, infinities, names
    /// that are not strings), or nests too deep.
    pub(crate) fn from_deserializer<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Self, D::Error> {
        let mut document = Self::empty(None);
        NextValue {
            document: &mut document,
            depth: 0,
        }
        .deserialize(deserializer)?;
        Ok(document)
    }

    fn push_own(&mut self, text: &str) -> usize {
        let own = self.own(|texts| texts.push_str(text));
        self.push(0, Kind::OwnString(own))
    }
}

/// Adds the name of a member to the document.
struct Name<'a>(&'a mut Document<'static>);

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = usize;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_str<E>(self, text: &str) -> Result<usize, E> {
        Ok(self.0.push_own(text))
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<usize, E> {
        let invalid = |_| E::invalid_value(Unexpected::Bytes(bytes), &self);
        let text = str::from_utf8(bytes).map_err(invalid)?;
        Ok(self.0.push_own(text))
    }
}

/// Adds the next value to the document. Serde leaves no choice but to recurse, so depth is limited.
struct NextValue<'a> {
    document: &'a mut Document<'static>,
    depth: usize,
}

impl NextValue<'_> {
    #[allow(
        clippy::unnecessary_wraps,
        reason = "what every method of a visitor returns"
    )]
    fn leaf<E>(self, kind: Kind<'static>) -> Result<(), E> {
        self.document.push(0, kind);
        Ok(())
    }

    fn number<E>(self, number: &Number) -> Result<(), E> {
        let own = self.document.own(|texts| number.push_to(texts));
        self.leaf(Kind::OwnNumber(own))
    }

    fn inner(&mut self) -> NextValue<'_> {
        NextValue {
            document: self.document,
            depth: self.depth + 1,
        }
    }

    fn check_depth<E: Error>(&self) -> Result<(), E> {
        if self.depth > DEPTH_LIMIT {
            Err(E::custom(super::too_deep("document")))
        } else {
            Ok(())
        }
    }
}

impl<'de> DeserializeSeed<'de> for NextValue<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.check_depth()?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for NextValue<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.leaf(Kind::Null)
    }

    fn visit_none<E>(self) -> Result<(), E> {
        self.leaf(Kind::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.leaf(Kind::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<(), E> {
        self.number(&value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<(), E> {
        self.number(&value.into())
    }

    fn visit_i128<E>(self, value: i128) -> Result<(), E> {
        self.number(&value.into())
    }

    fn visit_u128<E>(self, value: u128) -> Result<(), E> {
        self.number(&value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        match Number::from_f64(value) {
            Some(number) => self.number(&number),
            None => Err(E::custom(format_args!(
                "`{value}` is a number that JSON does not have"
            ))),
        }
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.document.push_own(text);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        let index = self.document.push(0, Kind::Array(0));
        let mut len = 0;
        while items.next_element_seed(self.inner())?.is_some() {
            len += 1;
        }
        self.document.close_array(index, len);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut members: A) -> Result<(), A::Error> {
        let index = self.document.push(0, Kind::Object(0));
        let mut len = 0;
        while let Some(key) = members.next_key_seed(Name(self.document))? {
            if len == 0 && self.document.node(key).text() == Some(NUMBER_TOKEN) {
                let number: Number = members
                    .next_value::<String>()?
                    .parse()
                    .map_err(Error::custom)?;
                self.document.nodes.truncate(index);
                return self.number(&number);
            }
            members.next_value_seed(self.inner())?;
            len += 1;
        }
        self.document.close_object(index, len);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_core::de::{IntoDeserializer, value};

    use super::*;

    #[test]
    fn reads_what_serde_json_reads() {
        let text = r#"{"a":[1,-2,2.5,"x",null,true,{"b":{}}],"c":18446744073709551615}"#;
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let document = Document::from_deserializer(&mut deserializer).unwrap();
        assert_eq!(document.root().to_json(), text.parse().unwrap());
        assert_eq!(document.root().get("a").unwrap().location(), None);
    }

    #[test]
    fn refuses_what_json_does_not_have() {
        let infinite: value::F64Deserializer<value::Error> = f64::INFINITY.into_deserializer();
        let error = Document::from_deserializer(infinite).unwrap_err();
        assert_eq!(
            error.to_string(),
            "`inf` is a number that JSON does not have"
        );
    }
}
