//! Positions in a text: counted in bytes or characters while reading, shown as line and column.

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

/// What an offset counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// UTF-8 bytes, as our JSON reader counts.
    Byte,
    /// Unicode scalar values, as the YAML parser counts.
    #[cfg_attr(
        not(feature = "yaml"),
        allow(dead_code, reason = "only YAML counts so")
    )]
    Character,
}

/// How many units lie between two checkpoints: small enough that a look-up is instant also in a
/// text of a single very long line, large enough that the index is much smaller than the text.
const STRIDE: usize = 1024;

/// Turns offsets into locations. Built only when somebody asks for a location, once per text.
#[derive(Clone, Debug)]
pub(crate) struct LineIndex {
    unit: Unit,
    checkpoints: Vec<Checkpoint>,
}

/// The state of the count just before the first character at or after a multiple of [`STRIDE`].
#[derive(Clone, Copy, Debug)]
struct Checkpoint {
    /// Where that character stands, in bytes and in units.
    byte: usize,
    offset: usize,
    location: Location,
    /// Whether the character before was a carriage return, which a line feed would complete.
    after_return: bool,
}

impl Checkpoint {
    const START: Self = Self {
        byte: 0,
        offset: 0,
        location: Location { line: 1, column: 1 },
        after_return: false,
    };

    /// Steps over one character.
    fn step(&mut self, character: char, unit: Unit) {
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
        self.offset += match unit {
            Unit::Byte => character.len_utf8(),
            Unit::Character => 1,
        };
    }
}

impl LineIndex {
    /// Counts the lines of `text` once.
    pub(crate) fn new(text: &str, unit: Unit) -> Self {
        let mut at = Checkpoint::START;
        let mut checkpoints = vec![at];
        for character in text.chars() {
            at.step(character, unit);
            if at.offset >= checkpoints.len() * STRIDE {
                checkpoints.push(at);
            }
        }
        Self { unit, checkpoints }
    }

    /// The location of `offset` in `text`, which is the text the index was made from. An offset
    /// past the end gives the end.
    pub(crate) fn locate(&self, text: &str, offset: usize) -> Location {
        self.seek(text, offset).location
    }

    /// The same place as a byte offset.
    pub(crate) fn byte(&self, text: &str, offset: usize) -> usize {
        self.seek(text, offset).byte
    }

    fn seek(&self, text: &str, offset: usize) -> Checkpoint {
        let after = self
            .checkpoints
            .partition_point(|point| point.offset <= offset);
        let mut at = after
            .checked_sub(1)
            .and_then(|index| self.checkpoints.get(index))
            .copied()
            .unwrap_or(Checkpoint::START);
        for character in text.get(at.byte..).unwrap_or_default().chars() {
            if at.offset >= offset {
                break;
            }
            at.step(character, self.unit);
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, unit: Unit, offset: usize) -> (usize, usize) {
        let Location { line, column } = LineIndex::new(text, unit).locate(text, offset);
        (line, column)
    }

    #[test]
    fn counts_lines_and_characters_from_one() {
        let text = "aé\nb\r\nc\rd";
        assert_eq!(at(text, Unit::Byte, 0), (1, 1));
        assert_eq!(at(text, Unit::Byte, 3), (1, 3));
        assert_eq!(at(text, Unit::Character, 2), (1, 3));
        assert_eq!(at(text, Unit::Byte, 4), (2, 1));
        assert_eq!(at(text, Unit::Byte, 7), (3, 1));
        assert_eq!(at(text, Unit::Byte, 9), (4, 1));
        assert_eq!(at(text, Unit::Byte, 1000), (4, 2));
    }

    #[test]
    fn ignores_a_byte_order_mark() {
        assert_eq!(at("\u{FEFF}x", Unit::Byte, 3), (1, 1));
        assert_eq!(at("\u{FEFF}x", Unit::Character, 1), (1, 1));
    }

    #[test]
    fn agrees_with_counting_every_character_in_long_texts() {
        let text = "é\r\nüber lang\n\r".repeat(700);
        for unit in [Unit::Byte, Unit::Character] {
            let index = LineIndex::new(&text, unit);
            let mut slow = Checkpoint::START;
            for character in text.chars() {
                assert_eq!(index.locate(&text, slow.offset), slow.location);
                slow.step(character, unit);
            }
        }
    }
}
