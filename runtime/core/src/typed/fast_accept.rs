//! Which views fulfil a schema for sure.

use super::view::View;
use crate::facts::FastAccept;

impl FastAccept {
    /// Whether the value fulfils the schema for sure.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "measured: most values are asked nothing else"
    )]
    pub(crate) fn accepts(&self, view: &View<'_>) -> bool {
        // Most values are text.
        if let View::Text(text) = view {
            return self.accepts_text(text);
        }
        match view {
            View::Bool(_) => self.accepts_bool(),
            View::Integer(value) => self.accepts_integer(*value),
            View::Float(value) => self.accepts_float(*value),
            View::Node(node) => self.accepts_node(*node),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::facts::FastAccept;
    use crate::facts::{Constraints, JsonType, TypeSet};
    use crate::typed::view::View;
    use crate::{Json, Number};

    fn sure(types: &[JsonType], constraints: &Constraints) -> FastAccept {
        let mut set = TypeSet::default();
        for json_type in types {
            set.add(*json_type);
        }
        let texts = constraints.allowed_values.iter().filter_map(Json::as_str);
        let texts = texts.map(|text| &*String::from(text).leak()).collect();
        FastAccept::new(set, constraints.limits(), constraints, texts)
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
            assert_eq!(by_length.accepts(&View::Text(text)), is_sure, "{text}");
        }
        assert!(!by_length.accepts_any_text());
        assert!(sure(&[], &Constraints::default()).accepts_any_text());
        assert!(!sure(&[JsonType::Integer], &Constraints::default()).accepts(&View::Text("5")));
        let listed = Constraints {
            allowed_values: vec![Json::from("a"), Json::from(1)],
            ..Constraints::default()
        };
        let listed = sure(&[JsonType::String], &listed);
        assert!(listed.accepts(&View::Text("a")) && !listed.accepts(&View::Text("1")));
        assert!(!listed.accepts(&View::Text("")));
    }

    #[test]
    fn parts_of_a_document_are_sure_as_they_are_written() {
        let taken = |text: &str, json_type: JsonType| {
            let document = Document::from_json(text).unwrap();
            let sure = sure(&[json_type], &Constraints::default());
            sure.accepts(&View::Node(document.root()))
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
        assert!(
            integer.accepts(&View::Integer(i64::MIN)) && integer.accepts(&View::Integer(i64::MAX))
        );
        assert!(!integer.accepts(&View::Float(1.0)) && !integer.accepts(&View::Bool(true)));
        let number = sure(&[JsonType::Number], &none);
        assert!(number.accepts(&View::Float(0.5)) && number.accepts(&View::Integer(5)));
        assert!(
            !number.accepts(&View::Float(f64::NAN)) && !number.accepts(&View::Float(f64::INFINITY))
        );
        assert!(sure(&[JsonType::Boolean], &none).accepts(&View::Bool(false)));
        let range = Constraints {
            minimum: Some(Number::from(1)),
            maximum: Some(Number::from(3)),
            ..Constraints::default()
        };
        let range = sure(&[JsonType::Integer, JsonType::Number], &range);
        for (value, is_sure) in [(0, false), (1, true), (3, true), (4, false)] {
            assert_eq!(range.accepts(&View::Integer(value)), is_sure, "{value}");
        }
        assert!(!range.accepts(&View::Float(2.0)));
        let steps = Constraints {
            multiple_of: Some(Number::from(2)),
            ..Constraints::default()
        };
        assert!(!sure(&[JsonType::Integer], &steps).accepts(&View::Integer(2)));
        assert!(
            !FastAccept::default().accepts(&View::Text(""))
                && !FastAccept::default().accepts(&View::Integer(0))
        );
    }
}
