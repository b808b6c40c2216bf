//! Documents from values that are in memory already.

use super::{Document, Kind, SyntaxError};
use crate::json::Json;

/// A value about to be added, or the end of one whose parts were added.
enum Step<'t, V> {
    Value { value: &'t V, depth: usize },
    Key(&'t str),
    EndArray { index: usize, len: usize },
    EndObject { index: usize, len: usize },
}

/// The steps still to take, the next one last. There is no recursion, so a value of any depth is
/// refused instead of exhausting the stack.
type Steps<'t, V> = Vec<Step<'t, V>>;

impl<'t> Document<'t> {
    /// The document of a value of `serde_json`, which has no locations.
    ///
    /// # Errors
    ///
    /// If it is nested too deep.
    pub(crate) fn from_value(value: &'t serde_json::Value) -> Result<Self, SyntaxError> {
        Self::from_tree(value, |document, value, depth, steps| match value {
            serde_json::Value::Null => document.leaf(Kind::Null),
            serde_json::Value::Bool(value) => document.leaf(Kind::Bool(*value)),
            serde_json::Value::Number(number) => {
                document.push_number(0, number.to_string());
            }
            serde_json::Value::String(text) => {
                document.push_string(0, text);
            }
            serde_json::Value::Array(items) => document.open_array(items.iter(), depth, steps),
            serde_json::Value::Object(members) => {
                let members = members.iter().map(|(key, value)| (key.as_str(), value));
                document.open_object(members, depth, steps);
            }
        })
    }

    /// The document of a [`Json`], which has no locations.
    ///
    /// # Errors
    ///
    /// If it is nested too deep.
    #[allow(dead_code, reason = "what a program made is judged through it")]
    pub(crate) fn from_json_tree(json: &'t Json) -> Result<Self, SyntaxError> {
        Self::from_tree(json, |document, json, depth, steps| match json {
            Json::Null => document.leaf(Kind::Null),
            Json::Bool(value) => document.leaf(Kind::Bool(*value)),
            Json::Number(number) => {
                document.push_number(0, number.to_string());
            }
            Json::String(text) => {
                document.push_string(0, text);
            }
            Json::Array(items) => document.open_array(items.iter(), depth, steps),
            Json::Object(members) => document.open_object(members.iter(), depth, steps),
        })
    }

    fn from_tree<V>(
        root: &'t V,
        add: impl Fn(&mut Self, &'t V, usize, &mut Steps<'t, V>),
    ) -> Result<Self, SyntaxError> {
        let mut document = Self::empty(None);
        let mut steps = vec![Step::Value {
            value: root,
            depth: 0,
        }];
        while let Some(step) = steps.pop() {
            match step {
                Step::Value { depth, .. } if depth > super::DEPTH_LIMIT => {
                    let message = super::too_deep();
                    return Err(SyntaxError {
                        message,
                        help: None,
                        location: None,
                    });
                }
                Step::Value { value, depth } => add(&mut document, value, depth, &mut steps),
                Step::Key(key) => {
                    document.push_string(0, key);
                }
                Step::EndArray { index, len } => document.close_array(index, len),
                Step::EndObject { index, len } => document.close_object(index, len),
            }
        }
        Ok(document)
    }

    fn leaf(&mut self, kind: Kind<'t>) {
        self.push(0, kind);
    }

    fn open_array<V>(
        &mut self,
        items: impl DoubleEndedIterator<Item = &'t V> + ExactSizeIterator,
        depth: usize,
        steps: &mut Steps<'t, V>,
    ) {
        let index = self.push(0, Kind::Array(0));
        steps.push(Step::EndArray {
            index,
            len: items.len(),
        });
        steps.extend(items.rev().map(|value| Step::Value {
            value,
            depth: depth + 1,
        }));
    }

    fn open_object<V>(
        &mut self,
        members: impl DoubleEndedIterator<Item = (&'t str, &'t V)> + ExactSizeIterator,
        depth: usize,
        steps: &mut Steps<'t, V>,
    ) {
        let index = self.push(0, Kind::Object(0));
        steps.push(Step::EndObject {
            index,
            len: members.len(),
        });
        for (key, value) in members.rev() {
            steps.push(Step::Value {
                value,
                depth: depth + 1,
            });
            steps.push(Step::Key(key));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_become_the_document_of_their_text() {
        let text = r#"{"a": [1, [], {}, {"b": "c"}, 2.50], "d": null, "e": [true, [false]]}"#;
        let json: Json = text.parse().unwrap();
        let value: serde_json::Value = text.parse().unwrap();
        assert_eq!(
            Document::from_json_tree(&json).unwrap().root().to_json(),
            json
        );
        assert_eq!(Document::from_value(&value).unwrap().root().to_json(), json);
        assert_eq!(
            Document::from_value(&value).unwrap().root().location(),
            None
        );
    }

    #[test]
    fn values_that_are_too_deep_are_refused() {
        let nested = |levels| (0..levels).fold(Json::Null, |inner, _| vec![inner].into());
        assert!(Document::from_json_tree(&nested(256)).is_ok());
        let error = Document::from_json_tree(&nested(257)).unwrap_err();
        assert_eq!(
            error.message,
            "the document is nested more than 256 levels deep"
        );
    }
}
