//! Documents from values of `serde_json`.

use serde_json::Value;

use super::{Document, Kind, SyntaxError};

/// A value about to be added, or the end of one whose parts were added.
enum Step<'t> {
    Value { value: &'t Value, depth: usize },
    Key(&'t str),
    EndArray { index: usize, len: usize },
    EndObject { index: usize, len: usize },
}

impl<'t> Document<'t> {
    /// The document of a value of `serde_json`, which has no locations.
    ///
    /// # Errors
    ///
    /// If it is nested too deep.
    pub(crate) fn from_value(value: &'t Value) -> Result<Self, SyntaxError> {
        let mut document = Self::empty(None);
        // The steps still to take, the next one last. There is no recursion, so a value of any depth is
        // refused instead of exhausting the stack.
        let mut steps = vec![Step::Value { value, depth: 0 }];
        while let Some(step) = steps.pop() {
            match step {
                Step::Value { depth, .. } if depth > super::DEPTH_LIMIT => {
                    let message = super::too_deep("document");
                    return Err(SyntaxError {
                        message,
                        help: None,
                        location: None,
                    });
                }
                Step::Value { value, depth } => document.add(value, depth, &mut steps),
                Step::Key(key) => {
                    document.push_string(0, key);
                }
                Step::EndArray { index, len } => document.close_array(index, len),
                Step::EndObject { index, len } => document.close_object(index, len),
            }
        }
        Ok(document)
    }

    /// Adds a value, and the steps to its parts.
    fn add(&mut self, value: &'t Value, depth: usize, steps: &mut Vec<Step<'t>>) {
        let depth = depth + 1;
        let index = match value {
            Value::Null => self.push(0, Kind::Null),
            Value::Bool(value) => self.push(0, Kind::Bool(*value)),
            Value::Number(number) => {
                let own = self.own(|texts| texts.push_str(&number.to_string()));
                self.push(0, Kind::OwnNumber(own))
            }
            Value::String(text) => self.push_string(0, text),
            Value::Array(_) => self.push(0, Kind::Array(0)),
            Value::Object(_) => self.push(0, Kind::Object(0)),
        };
        match value {
            Value::Array(items) => {
                let len = items.len();
                steps.push(Step::EndArray { index, len });
                let items = items.iter().rev();
                steps.extend(items.map(|value| Step::Value { value, depth }));
            }
            Value::Object(members) => {
                let len = members.len();
                steps.push(Step::EndObject { index, len });
                for (key, value) in members.iter().rev() {
                    steps.push(Step::Value { value, depth });
                    steps.push(Step::Key(key));
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_become_the_document_of_their_text() {
        let text = r#"{"a": [1, [], {}, {"b": "c"}, 2.5], "d": null, "e": [true, [false]]}"#;
        let value: Value = text.parse().unwrap();
        let document = Document::from_value(&value).unwrap();
        assert_eq!(document.root().to_json(), text.parse().unwrap());
        assert_eq!(document.root().location(), None);
    }

    #[test]
    fn values_that_are_too_deep_are_refused() {
        let nested = |levels| (0..levels).fold(Value::Null, |inner, _| vec![inner].into());
        assert!(Document::from_value(&nested(256)).is_ok());
        let error = Document::from_value(&nested(257)).unwrap_err();
        assert_eq!(
            error.message,
            "the document is nested more than 256 levels deep"
        );
    }
}
