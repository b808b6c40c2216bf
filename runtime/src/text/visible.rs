//! Text from outside, made safe to print: what would move the cursor, change colours, hide letters or turn
//! the direction of writing is shown as an escape instead.

use std::borrow::Cow;
use std::fmt::Write as _;

/// A text of one line.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
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

/// Whether a letter does something to those around it instead of being seen.
fn is_hidden(letter: char) -> bool {
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
    use super::visible;

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
