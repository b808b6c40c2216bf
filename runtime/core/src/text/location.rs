//! Positions in a text: counted in bytes while reading, shown as line and column.

use std::fmt;

/// A place in a text that was read, as an editor counts: both numbers start at one.
///
/// ```
/// use formwork::Location;
///
/// assert_eq!(Location { line: 3, column: 7 }.to_string(), "3:7");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// The line, from one. A line ends with a line feed, a carriage return, or both.
    pub line: usize,
    /// The column, from one, in Unicode scalar values (so `é` is one column, not two).
    pub column: usize,
}

impl fmt::Display for Location {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.line, self.column)
    }
}

/// Turns offsets into locations, one after the other from the start of the text: cheap for offsets that
/// are asked for in order, as the problems of a document are.
#[derive(Clone, Debug)]
pub(crate) struct Cursor<'t> {
    text: &'t str,
    /// Where the cursor stands.
    byte: usize,
    location: Location,
    /// Whether the character before was a carriage return, which a line feed would complete.
    after_return: bool,
}

impl<'t> Cursor<'t> {
    /// A cursor at the start of a text.
    pub(crate) fn new(text: &'t str) -> Self {
        Self {
            text,
            byte: 0,
            location: Location { line: 1, column: 1 },
            after_return: false,
        }
    }

    /// The location of an offset, and its byte. An offset past the end gives the end.
    pub(crate) fn locate(&mut self, offset: usize) -> (Location, usize) {
        if offset < self.byte {
            *self = Self::new(self.text);
        }
        self.leap(offset);
        for character in self.text.get(self.byte..).unwrap_or_default().chars() {
            if self.byte >= offset {
                break;
            }
            self.step(character);
        }
        (self.location, self.byte)
    }

    /// Goes to an offset at once, if all line ends before it are line feeds.
    fn leap(&mut self, offset: usize) {
        let Some(skipped) = self.text.get(self.byte..offset) else {
            return;
        };
        let is_marked = self.byte == 0 && skipped.starts_with('\u{FEFF}');
        if self.after_return || is_marked {
            return;
        }
        let (feeds, returns) = line_ends(skipped);
        if returns > 0 {
            return;
        }
        if feeds > 0 {
            self.location.line += feeds;
            self.location.column = 1;
        }
        let line = skipped.bytes().rev().take_while(|byte| *byte != b'\n');
        // All but the first bytes of a character are of the form `10xxxxxx`.
        self.location.column += line.filter(|byte| byte & 0xC0 != 0x80).count();
        self.byte = offset;
    }

    /// Steps over one character.
    fn step(&mut self, character: char) {
        match character {
            '\n' if self.after_return => {}
            '\n' | '\r' => {
                self.location.line += 1;
                self.location.column = 1;
            }
            // A byte order mark is not part of the first line.
            '\u{FEFF}' if self.byte == 0 => {}
            _ => self.location.column += 1,
        }
        self.after_return = character == '\r';
        self.byte += character.len_utf8();
    }
}

/// How many line feeds and carriage returns stand in a text: counted in chunks for which a byte is enough, as a
/// processor can do side by side.
fn line_ends(text: &str) -> (usize, usize) {
    let (mut feeds, mut returns) = (0, 0);
    for chunk in text.as_bytes().chunks(128) {
        let (mut some_feeds, mut some_returns) = (0_u8, 0_u8);
        for byte in chunk {
            some_feeds += u8::from(*byte == b'\n');
            some_returns += u8::from(*byte == b'\r');
        }
        feeds += usize::from(some_feeds);
        returns += usize::from(some_returns);
    }
    (feeds, returns)
}

/// The location of a byte of a text.
pub(crate) fn of_byte(text: &str, byte: usize) -> Location {
    Cursor::new(text).locate(byte).0
}

/// The byte of a location of a text.
pub(crate) fn byte_of(text: &str, location: Location) -> usize {
    let mut cursor = Cursor::new(text);
    for character in text.chars() {
        if cursor.location >= location {
            break;
        }
        cursor.step(character);
    }
    cursor.byte
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, offset: usize) -> (usize, usize) {
        let (Location { line, column }, _) = Cursor::new(text).locate(offset);
        (line, column)
    }

    #[test]
    fn counts_lines_and_characters_from_one() {
        let text = "aé\nb\r\nc\rd";
        assert_eq!(at(text, 0), (1, 1));
        assert_eq!(at(text, 3), (1, 3));
        assert_eq!(at(text, 4), (2, 1));
        assert_eq!(at(text, 7), (3, 1));
        assert_eq!(at(text, 9), (4, 1));
        assert_eq!(at(text, 1000), (4, 2));
    }

    #[test]
    fn ignores_a_byte_order_mark() {
        assert_eq!(at("\u{FEFF}x", 3), (1, 1));
    }

    #[test]
    fn leaps_to_where_steps_lead() {
        let text = "\u{FEFF}a\n\né b\nc\r\nd\n\re\n";
        for step in 1..text.len() {
            let mut cursor = Cursor::new(text);
            for offset in (0..=text.len()).step_by(step) {
                let mut stepping = Cursor::new(text);
                for character in text.chars() {
                    if stepping.byte >= offset {
                        break;
                    }
                    stepping.step(character);
                }
                let expected = (stepping.location, stepping.byte);
                assert_eq!(cursor.locate(offset), expected, "{offset} by {step}");
            }
        }
    }

    #[test]
    fn goes_back_if_it_is_asked_to() {
        let text = "é\r\nüber lang\n\r";
        let mut cursor = Cursor::new(text);
        for offset in [9, 3, 12, 0, 3, 4] {
            let fresh = Cursor::new(text).locate(offset);
            assert_eq!(cursor.locate(offset), fresh);
        }
    }
}
