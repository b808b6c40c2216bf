//! What is wrong with a JSON text, in words.

use super::Reader;
use crate::document::{SyntaxError, shown};
use crate::text::location;

/// What is wrong with the text. It is boxed, for what is returned for each value should be small.
pub(super) struct SyntaxFault(Box<Details>);

struct Details {
    /// The byte offset of what is wrong.
    at: usize,
    message: String,
    help: Option<&'static str>,
}

impl SyntaxFault {
    pub(super) fn new(at: usize, message: String, help: Option<&'static str>) -> Self {
        Self(Box::new(Details { at, message, help }))
    }

    /// The error for who asked to read `text`.
    pub(super) fn in_text(self, text: &str) -> SyntaxError {
        let Details { at, message, help } = *self.0;
        SyntaxError {
            message,
            help: help.map(str::to_owned),
            location: Some(location::of_byte(text, at)),
        }
    }
}

impl Reader<'_> {
    pub(super) fn fault(&self, message: String) -> SyntaxFault {
        SyntaxFault::new(self.at, message, None)
    }

    /// What stands here, to be shown.
    pub(super) fn here(&self) -> String {
        let rest = self.text.get(self.at..).unwrap_or_default();
        match rest.chars().next() {
            None => "the end of the text".to_owned(),
            Some('\n' | '\r') => "a line break".to_owned(),
            Some('\t') => "a tab".to_owned(),
            Some(control) if control.is_control() => {
                format!("the character U+{:04X}", u32::from(control))
            }
            Some(character) if character.is_alphanumeric() => {
                let end = rest
                    .find(|c: char| !c.is_alphanumeric())
                    .unwrap_or(rest.len());
                format!("`{}`", shown(rest.get(..end).unwrap_or_default()))
            }
            Some(character) => format!("`{character}`"),
        }
    }

    pub(super) fn no_value(&self) -> SyntaxFault {
        let after_comma = self
            .text
            .get(..self.at)
            .unwrap_or_default()
            .trim_end()
            .ends_with(',');
        let help = match self.peek() {
            Some(b']') if after_comma => Some("remove the comma before it"),
            Some(b'\'') => Some("JSON has strings in double quotes only"),
            Some(b'/' | b'#') => Some("JSON has no comments"),
            Some(byte) if byte.is_ascii_alphabetic() => Some("put a string in double quotes"),
            _ => None,
        };
        let message = match self.peek() {
            Some(b']' | b'}' | b',' | b':') => format!("a value is missing before {}", self.here()),
            _ => format!("a value is due, not {}", self.here()),
        };
        SyntaxFault::new(self.at, message, help)
    }

    pub(super) fn no_key(&self) -> SyntaxFault {
        let help = match self.peek() {
            Some(b'}') => Some("remove the comma before it"),
            Some(b'\'') => Some("JSON has strings in double quotes only"),
            Some(b'/' | b'#') => Some("JSON has no comments"),
            Some(byte) if byte.is_ascii_alphanumeric() => Some("put the name in double quotes"),
            _ => None,
        };
        let message = format!("the name of a member is due, not {}", self.here());
        SyntaxFault::new(self.at, message, help)
    }

    pub(super) fn no_comma(&self, object: bool) -> SyntaxFault {
        let close = if object { '}' } else { ']' };
        let help = match self.peek() {
            Some(b'/' | b'#') => Some("JSON has no comments"),
            _ => None,
        };
        let message = format!("`,` or `{close}` is due, not {}", self.here());
        SyntaxFault::new(self.at, message, help)
    }
}
