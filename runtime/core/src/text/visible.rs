//! Text from outside, made safe to print: what would move the cursor, change colours, hide letters or turn
//! the direction of writing is shown as an escape instead.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::text::scan;

/// A text of one line.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    // Mostly all of it is ASCII, which is seen faster than any one letter.
    if scan::are_shown(text.as_bytes()) || !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '\0' => escaped.push_str("\\0"),
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            '\t' => escaped.push_str("\\t"),
            _ if is_hidden(letter) => {
                let _infallible = write!(escaped, "\\u{{{:x}}}", u32::from(letter));
            }
            _ => escaped.push(letter),
        }
    }
    Cow::Owned(escaped)
}

/// As much of a text as a message shows of a name or value, on one line; what is left out is marked.
pub(crate) fn shortened(text: &str, most: usize) -> Cow<'_, str> {
    let start = first(text, most);
    let shown = visible(start);
    if start.len() == text.len() {
        return shown;
    }
    Cow::Owned(shown.into_owned() + "…")
}

/// As much of a path as a message shows: its start, and its end, which says most.
pub(crate) fn shortened_path(path: &str) -> Cow<'_, str> {
    if path.len() <= LONGEST_PATH {
        return visible(path);
    }
    let start = visible(first(path, LONGEST_PATH / 2));
    let end = visible(last(path, LONGEST_PATH / 2));
    Cow::Owned([&*start, "…", &*end].concat())
}

/// About so many characters of a path are shown.
const LONGEST_PATH: usize = 240;

/// The first characters of a text.
pub(crate) fn first(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let end = text.char_indices().nth(most);
    end.and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// The last characters of a text.
fn last(text: &str, most: usize) -> &str {
    let start = text.char_indices().rev().nth(most.saturating_sub(1));
    start
        .and_then(|(start, _)| text.get(start..))
        .unwrap_or(text)
}

/// Whether a letter does something to those around it instead of being seen.
pub(crate) fn is_hidden(letter: char) -> bool {
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
    use super::{LONGEST_PATH, shortened, shortened_path, visible};

    #[test]
    fn long_text_is_cut_between_letters() {
        assert_eq!(shortened("größe", 5), "größe");
        assert_eq!(shortened("größer", 5), "größe…");
        assert_eq!(shortened("\u{1b}[2Jx", 4), "\\u{1b}[2J…");
        assert_eq!(shortened("", 0), "");
    }

    #[test]
    fn of_a_long_path_both_ends_are_shown() {
        assert_eq!(shortened_path("/A/0"), "/A/0");
        let long = format!("/Start/{}/End\n", "ä".repeat(1_000_000));
        let shown = shortened_path(&long);
        assert!(
            shown.starts_with("/Start/ä") && shown.ends_with("ä/End\\n"),
            "{shown}"
        );
        assert!(shown.chars().count() <= LONGEST_PATH + 2, "{shown}");
    }

    #[test]
    fn what_is_not_seen_is_shown() {
        for (text, shown) in [
            ("AWS::S3::Bucket", "AWS::S3::Bucket"),
            ("größe 😀", "größe 😀"),
            ("\u{1b}[31mred", "\\u{1b}[31mred"),
            ("a\nb\r\tc", "a\\nb\\r\\tc"),
            (
                "\u{202e}gnp\u{2066}\u{feff}",
                "\\u{202e}gnp\\u{2066}\\u{feff}",
            ),
        ] {
            assert_eq!(visible(text), shown);
        }
    }
}
