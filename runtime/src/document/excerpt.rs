//! Where a node stands, as a person wants to see it: its pointer, and the line around it.

use super::NodeRef;
use crate::pointer;

/// The most characters that an excerpt shows before its mark, and after it.
const BEFORE: usize = 70;
const AFTER: usize = 50;

/// A part of one line of a document, and the place in it that is meant.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Excerpt {
    /// The text, without control characters: nothing reaches the terminal as a command.
    pub(crate) text: String,
    /// The place, from 1, in characters of `text`.
    pub(crate) column: usize,
}

impl Excerpt {
    /// The line around a byte of a text.
    pub(crate) fn of_byte(text: &str, byte: usize) -> Option<Self> {
        let (before, after) = text.split_at_checked(byte)?;
        let is_end = |character: &char| matches!(character, '\n' | '\r');
        let before: Vec<char> = before
            .chars()
            .rev()
            .take_while(|c| !is_end(c))
            .take(BEFORE)
            .collect();
        let after = after.chars().take_while(|c| !is_end(c)).take(AFTER);
        let column = before.len() + 1;
        let line = before.into_iter().rev().chain(after);
        let text = line.map(|c| if c.is_control() { ' ' } else { c }).collect();
        Some(Self { text, column })
    }
}

impl NodeRef<'_> {
    /// The JSON pointer of the node, or of the member whose name it is.
    pub(crate) fn pointer(self) -> String {
        let mut path = String::new();
        let mut container = self.document().root();
        while container.index() < self.index() {
            let member = container
                .members()
                .take_while(|m| m.key_node.index() <= self.index())
                .last();
            let item = container
                .items()
                .take_while(|item| item.index() <= self.index())
                .enumerate();
            path.push('/');
            if let Some(member) = member {
                path.push_str(&pointer::escape(member.key));
                if member.key_node.index() == self.index() {
                    break;
                }
                container = member.value;
            } else if let Some((index, item)) = item.last() {
                path.push_str(&index.to_string());
                container = item;
            } else {
                break;
            }
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::super::Document;
    use super::{AFTER, BEFORE, Excerpt};

    #[test]
    fn every_node_has_the_pointer_that_leads_to_it() {
        let document = Document::from_json(r#"{"a": [1, {"b/c": 2}], "d": 3}"#).unwrap();
        let pointers: Vec<_> = (0..9).map(|index| document.node(index).pointer()).collect();
        let expected = [
            "",
            "/a",
            "/a",
            "/a/0",
            "/a/1",
            "/a/1/b~1c",
            "/a/1/b~1c",
            "/d",
            "/d",
        ];
        assert_eq!(pointers, expected);
    }

    #[test]
    fn an_excerpt_is_a_part_of_one_line() {
        let text = "first\n\tsecond \u{1b}[0m line\nthird";
        let excerpt = Excerpt::of_byte(text, 7).unwrap();
        assert_eq!(
            (excerpt.text.as_str(), excerpt.column),
            (" second  [0m line", 2)
        );
        let long = format!("{}x{}", "a".repeat(1000), "b".repeat(1000));
        let excerpt = Excerpt::of_byte(&long, 1000).unwrap();
        assert_eq!(excerpt.text.chars().count(), BEFORE + AFTER);
        assert_eq!(excerpt.text.chars().nth(excerpt.column - 1), Some('x'));
    }
}
