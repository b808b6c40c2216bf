//! Strings in YAML: plain where every reader takes them for the same string, else in quotes or as
//! a block of lines.

use std::fmt::Write;

use crate::document::yaml::scalar::{self, Meaning};

/// Writes `text` on one line: plain, in single quotes, or in double quotes.
pub(super) fn write_inline(text: &str, out: &mut String) {
    let doubled_reads_better = text.contains('\'') && !text.contains(['"', '\\']);
    if is_plain(text) {
        out.push_str(text);
    } else if text.chars().all(is_printable) && !doubled_reads_better {
        out.push('\'');
        out.push_str(&text.replace('\'', "''"));
        out.push('\'');
    } else {
        write_double_quoted(text, out);
    }
}

/// How a block of lines of exactly this text begins: `|`, `|-` or `|+` for one line break at the
/// end, none, or several. None if the text is not written as a block.
pub(super) fn block_header(text: &str) -> Option<&'static str> {
    let body = text.trim_end_matches('\n');
    let first = body.split('\n').find(|line| !line.is_empty())?;
    let lines_are_exact = body.split('\n').all(|line| {
        let blank = line.trim_matches([' ', '\t']).is_empty();
        (line.is_empty() || !blank) && line.chars().all(|c| is_printable(c) || c == '\t')
    });
    // The first line tells the reader how far all are indented.
    if !text.contains('\n') || first.starts_with([' ', '\t']) || !lines_are_exact {
        return None;
    }
    Some(match text.len() - body.len() {
        0 => "|-",
        1 => "|",
        _ => "|+",
    })
}

/// Whether `text` may stand without quotes, as a value or as a name: readers of YAML 1.1 and 1.2
/// take it for a string, and for this one.
fn is_plain(text: &str) -> bool {
    let mut characters = text.chars();
    let first_is_safe = match characters.next() {
        None => false,
        Some('-') => characters
            .next()
            .is_some_and(|second| second.is_ascii_alphabetic()),
        Some(first) => !"?:,[]{}#&*!|>'\"%@`=<~".contains(first),
    };
    first_is_safe
        && text.trim() == text
        && text.chars().all(is_printable)
        && !text.contains(": ")
        && !text.ends_with(':')
        && !text.contains(" #")
        && !text.starts_with("...")
        && !looks_numeric(text)
        && matches!(scalar::meaning(text), Meaning::Text)
}

/// Whether some reader might take `text` for a number, a date or a time.
fn looks_numeric(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let numeric = unsigned.starts_with(|first: char| first.is_ascii_digit() || first == '.')
        && unsigned
            .chars()
            .all(|c| c.is_ascii_hexdigit() || "_.:+-xXoOtTzZ ".contains(c));
    // Versions and addresses are no numbers: a second point tells.
    let dotted = unsigned.matches('.').count() > 1 && !unsigned.contains([':', '-']);
    numeric && !dotted || matches!(unsigned.to_ascii_lowercase().as_str(), ".inf" | ".nan")
}

/// Whether a character may stand as it is in one line, in and out of quotes. Tabs may too, but
/// are better seen.
fn is_printable(character: char) -> bool {
    !character.is_control()
        && !matches!(
            character,
            '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}'
        )
}

fn write_double_quoted(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            printable if is_printable(printable) => out.push(printable),
            // All of these have four digits; writing to a string does not fail.
            other => drop(write!(out, "\\u{:04X}", u32::from(other))),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inline(text: &str) -> String {
        let mut out = String::new();
        write_inline(text, &mut out);
        out
    }

    #[test]
    fn quotes_only_what_some_reader_would_take_for_something_else() {
        for text in [
            "a",
            "AWS::Region",
            "10.0.0.0/16",
            "1.2.3",
            "t3.micro",
            "-Xmx1g",
            "a#b",
            "a:b",
            "é",
            "a, b",
            "it's",
            "x = y",
            "arn:aws:s3:::b/*",
            "/400/",
            "$default",
            "Yes please",
            "3000m",
        ] {
            assert_eq!(inline(text), text);
        }
        for text in [
            "",
            " a",
            "a ",
            "yes",
            "No",
            "ON",
            "y",
            "N",
            "null",
            "~",
            "012",
            "089",
            "1e3",
            "0x1F",
            "1_000",
            "+1",
            ".5",
            ".inf",
            "2012-10-17",
            "12:30",
            "2001-12-14 21:59:43Z",
            "=",
            "<<",
            "a: b",
            "a:",
            "a #b",
            "#a",
            "- a",
            "-",
            "---",
            "...",
            "*a",
            "&a",
            "!a",
            "%a",
            "@a",
            "`a",
            "[a]",
            "{a}",
            "|",
            ">",
            "? a",
            "\"a\"",
            ":a",
            "{{resolve:ssm:x}}",
        ] {
            assert_eq!(inline(text), format!("'{text}'"));
        }
    }

    #[test]
    fn escapes_where_quotes_are_not_enough() {
        assert_eq!(inline("'a'"), "\"'a'\"");
        assert_eq!(inline("'a\\"), "'''a\\'");
        assert_eq!(
            inline("a\tb\n\u{0}\u{85}\u{feff}\\\""),
            r#""a\tb\n\u0000\u0085\uFEFF\\\"""#
        );
    }

    #[test]
    fn lines_become_a_block_where_it_says_exactly_them() {
        for (text, header) in [
            ("a\nb", Some("|-")),
            ("a\n", Some("|")),
            ("a\n\n", Some("|+")),
            ("\na", Some("|-")),
            ("# a\n  b\n", Some("|")),
            ("a", None),
            (" a\nb", None),
            ("\n a", None),
            ("\n", None),
            ("a\n \nb", None),
            ("a\r\nb", None),
            ("a\n\u{0}", None),
        ] {
            assert_eq!(block_header(text), header, "{text:?}");
        }
    }
}
