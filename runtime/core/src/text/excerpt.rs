//! Where a node stands, as a person wants to see it: the line around it.

use std::borrow::Cow;

use crate::text::scan;
use crate::text::visible::is_hidden;

/// The most characters that an excerpt shows before its mark, and after it.
const BEFORE: usize = 70;
const AFTER: usize = 50;

/// A part of one line of a document, and the place in it that is meant.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Excerpt<'t> {
    /// The text, with a blank for each letter that does something instead of being seen.
    pub(crate) text: Cow<'t, str>,
    /// The place, from 1, in characters of `text`.
    pub(crate) column: usize,
}

impl<'t> Excerpt<'t> {
    /// The line around a byte of a text that stands in that column.
    pub(crate) fn of_place(text: &'t str, byte: usize, column: usize) -> Option<Self> {
        Self::of_ascii(text, byte, column).or_else(|| Self::of_byte(text, byte))
    }

    /// The same if all of it is ASCII, as mostly: then a column is a byte.
    fn of_ascii(text: &'t str, byte: usize, column: usize) -> Option<Self> {
        let back = column.saturating_sub(1).min(BEFORE);
        let start = byte.checked_sub(back)?;
        let (before, after) = (
            text.as_bytes().get(start..byte)?,
            text.as_bytes().get(byte..)?,
        );
        let after = after.get(..AFTER).unwrap_or(after);
        let end = scan::shown(after);
        let is_whole = matches!(after.get(end), None | Some(b'\n' | b'\r'));
        if !is_whole || scan::shown(before) < before.len() {
            return None;
        }
        Some(Self {
            text: text.get(start..byte + end)?.into(),
            column: back + 1,
        })
    }

    /// The line around a byte of any text.
    fn of_byte(text: &'t str, byte: usize) -> Option<Self> {
        let (before, after) = text.split_at_checked(byte)?;
        let is_end = |byte: u8| matches!(byte, b'\n' | b'\r');
        // All but the first bytes of a character are of the form `10xxxxxx`.
        let is_first = |byte: u8| byte & 0xC0 != 0x80;
        let mut start = byte;
        let mut column = 1;
        for (place, byte) in before.bytes().enumerate().rev() {
            if is_end(byte) || column > BEFORE {
                break;
            }
            if is_first(byte) {
                start = place;
                column += 1;
            }
        }
        let mut left = AFTER;
        let end = after.bytes().position(|byte| {
            let is_over = left == 0 && is_first(byte);
            left -= usize::from(left > 0 && is_first(byte));
            is_end(byte) || is_over
        });
        let line = text.get(start..end.map_or(text.len(), |end| byte + end))?;
        // Every byte is looked at, for without a way out of the loop many are looked at together.
        let is_plain = line
            .bytes()
            .fold(true, |all, byte| all & matches!(byte, b' '..=b'~'));
        let text = if is_plain {
            line.into()
        } else {
            let shown = |c: char| if is_hidden(c) { ' ' } else { c };
            line.chars().map(shown).collect::<String>().into()
        };
        Some(Self { text, column })
    }
}

#[cfg(test)]
mod tests {
    use super::{AFTER, BEFORE, Excerpt};

    #[test]
    fn of_ascii_it_is_the_same() {
        let long = "0123456789".repeat(13);
        for text in ["", "a", "ab\r\ncd\n\nef", "é\na\tb c", &long] {
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let column = crate::text::location::of_byte(text, byte).column;
                let found = Excerpt::of_place(text, byte, column);
                assert_eq!(found, Excerpt::of_byte(text, byte), "{byte} of {text:?}");
            }
        }
    }

    #[test]
    fn an_excerpt_is_a_part_of_one_line() {
        let text = "first\n\tsecond \u{1b}[0m line\nthird";
        let excerpt = Excerpt::of_byte(text, 7).unwrap();
        assert_eq!((&*excerpt.text, excerpt.column), (" second  [0m line", 2));
        let excerpt = Excerpt::of_byte("a\u{202e}b\u{9b}c", 0).unwrap();
        assert_eq!(excerpt.text, "a b c");
        let long = format!("{}x{}", "a".repeat(1000), "b".repeat(1000));
        let excerpt = Excerpt::of_byte(&long, 1000).unwrap();
        assert_eq!(excerpt.text.chars().count(), BEFORE + AFTER);
        assert_eq!(excerpt.text.chars().nth(excerpt.column - 1), Some('x'));
        let long = long.replace('a', "é").replace('b', "ü");
        let excerpt = Excerpt::of_byte(&long, 2000).unwrap();
        assert_eq!(excerpt.text.chars().count(), BEFORE + AFTER);
        assert_eq!(excerpt.text.chars().nth(excerpt.column - 1), Some('x'));
    }
}
