//! Text from outside, made safe to print: what would move the cursor, change colours, hide letters
//! or turn the direction of writing is shown as an escape instead, and long texts are shortened.

use std::borrow::Cow;
use std::fmt;

/// How many letters of a name are shown at most, and of a longer one at its start and end.
const NAME: [usize; 3] = [100, 60, 30];

/// The same for pointers, which hold several names.
const POINTER: [usize; 3] = [400, 240, 150];

/// A name in backquotes, for a sentence.
///
/// ```
/// use formwork_specs::visible::quoted;
///
/// assert_eq!(quoted("Name").to_string(), "`Name`");
/// assert_eq!(quoted("a\u{1b}[2J\nb").to_string(), "`a\\u{1b}[2J\\nb`");
/// assert_eq!(quoted(&"x".repeat(5_000_000)).to_string().chars().count(), 93);
/// ```
#[must_use]
pub fn quoted(name: &str) -> Quoted<'_> {
    Quoted(name)
}

/// What [`quoted`] gives.
#[derive(Clone, Copy, Debug)]
pub struct Quoted<'n>(&'n str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", shortened(self.0, NAME))
    }
}

/// A name without backquotes.
#[must_use]
pub fn name(name: &str) -> Cow<'_, str> {
    shortened(name, NAME)
}

/// A JSON pointer.
#[must_use]
pub fn pointer(pointer: &str) -> Cow<'_, str> {
    shortened(pointer, POINTER)
}

/// A text of any length. Line breaks are escaped as well.
#[must_use]
pub fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            '\t' => escaped.push_str("\\t"),
            _ if is_hidden(letter) => escaped.extend(letter.escape_unicode()),
            _ => escaped.push(letter),
        }
    }
    Cow::Owned(escaped)
}

/// A text with its middle left out, if it is longer than the first number.
fn shortened(text: &str, [most, start, end]: [usize; 3]) -> Cow<'_, str> {
    if text.chars().nth(most).is_none() {
        return escaped(text);
    }
    let first = text.char_indices().nth(start).map_or(0, |(at, _)| at);
    let last = text.char_indices().rev().nth(end.saturating_sub(1));
    let last = last.map_or(text.len(), |(at, _)| at);
    let first = escaped(text.get(..first).unwrap_or_default());
    let last = escaped(text.get(last..).unwrap_or_default());
    Cow::Owned(format!("{first}…{last}"))
}

/// Whether a letter does something to those around it instead of being seen.
#[must_use]
pub fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_is_shown() {
        for (text, shown) in [
            ("AWS::S3::Bucket", "AWS::S3::Bucket"),
            ("größe 😀", "größe 😀"),
            ("\u{1b}[31mred", "\\u{1b}[31mred"),
            ("a\nb\r\tc\0", "a\\nb\\r\\tc\\u{0}"),
            ("\u{9b}2J", "\\u{9b}2J"),
            (
                "\u{202e}gnp\u{2066}\u{feff}",
                "\\u{202e}gnp\\u{2066}\\u{feff}",
            ),
        ] {
            assert_eq!(escaped(text), shown);
            assert_eq!(name(text), shown);
            assert_eq!(pointer(text), shown);
        }
    }

    #[test]
    fn the_middle_of_long_texts_is_left_out() {
        let hundred = "é".repeat(100);
        assert_eq!(name(&hundred), hundred);
        let more = format!("{}{hundred}\n{}", "a".repeat(60), "z".repeat(29));
        assert_eq!(
            name(&more),
            format!("{}…\\n{}", "a".repeat(60), "z".repeat(29))
        );
        assert_eq!(pointer(&more), more.replace('\n', "\\n"));
        assert_eq!(pointer(&"/a".repeat(1_000)).chars().count(), 391);
    }
}
