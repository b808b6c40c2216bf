//! Text from outside, made safe for a terminal: what would move the cursor, change colours, hide
//! letters or turn the direction of writing is shown as an escape instead.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::path::Path;

use formwork_specs::visible::{escaped, is_hidden};

/// A text of one line.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    escaped(text)
}

/// A text whose line breaks are meant.
pub(crate) fn visible_lines(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let lines: Vec<Cow<'_, str>> = text.split('\n').map(escaped).collect();
    Cow::Owned(lines.join("\n"))
}

/// A text of JSON, the same data: what would not be seen can only be inside of its strings.
pub(crate) fn visible_json(text: &str) -> Cow<'_, str> {
    let is_escaped = |letter: char| letter != '\n' && is_hidden(letter);
    if !text.contains(is_escaped) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        if is_escaped(letter) {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                let _infallible = write!(escaped, "\\u{unit:04x}");
            }
        } else {
            escaped.push(letter);
        }
    }
    Cow::Owned(escaped)
}

/// A path in backquotes.
pub(crate) fn named(path: &Path) -> String {
    format!("`{}`", visible(&path.to_string_lossy()))
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
            ("a\nb\r\tc", "a\\nb\\r\\tc"),
            ("\u{9b}2J", "\\u{9b}2J"),
            ("\u{202e}gnp", "\\u{202e}gnp"),
            ("a\u{2066}\u{200b}\u{feff}", "a\\u{2066}\\u{200b}\\u{feff}"),
        ] {
            assert_eq!(visible(text), shown);
        }
        assert_eq!(visible_lines("a\n\u{7}b"), "a\n\\u{7}b");
        let json = "{\n\"\u{202e}\u{e0041}\": 1}";
        assert_eq!(visible_json(json), "{\n\"\\u202e\\udb40\\udc41\": 1}");
    }
}
