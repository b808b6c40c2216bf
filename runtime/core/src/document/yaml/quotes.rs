//! What can be wrong with text in quotes.

use granit_parser::ErrorKind;

use super::explain::{Explanation, Stop};
use super::layout;
use crate::document::shown;
use crate::text::location;

/// What the parser says of a text in quotes, in our words.
pub(super) fn explain(kind: &ErrorKind, stop: Stop<'_>) -> Option<Explanation> {
    let start = opening(stop);
    Some(match kind {
        ErrorKind::UnclosedQuotedScalar => unclosed(stop.at, stop),
        ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar => trailing(start?, stop),
        ErrorKind::InvalidQuotedScalarIndent | ErrorKind::InvalidFlowScalarIndent => {
            Explanation::new(stop.at, "this line of a text in quotes is not indented enough")
                .with("indent it deeper than the name before the text")
        }
        ErrorKind::DocumentIndicatorInQuotedScalar => {
            Explanation::new(stop.at, "the text in quotes that starts here has a line `---` or `...`, which ends the document")
                .with("indent that line, or add the closing quotation mark before it")
        }
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate
        | ErrorKind::InvalidUnicodeEscape => escape(stop),
        _ => return None,
    })
}

/// The first quotation mark after what was read.
fn opening(stop: Stop<'_>) -> Option<usize> {
    let rest = stop.text.get(stop.passed..stop.at)?;
    rest.find(['"', '\'']).map(|at| stop.passed + at)
}

/// A text whose quotation mark at this byte has no other.
fn unclosed(start: usize, stop: Stop<'_>) -> Explanation {
    let line = layout::rest_of_line(stop.text, start).trim_end();
    let mark = line.chars().next().unwrap_or('"');
    let help = if mark == '"' && line.ends_with("\\\"") {
        "`\\\"` does not end the text: write a backslash as `\\\\`, or use single quotes".to_owned()
    } else {
        format!("add `{mark}` where it ends")
    };
    Explanation::new(start, "the text in quotes that starts here has no end").with(help)
}

/// Something stands behind the closing quotation mark of the text that starts at this byte.
fn trailing(start: usize, mut stop: Stop<'_>) -> Explanation {
    // The parser looks ahead for a colon before it tells of a bracket.
    let before = stop.text.get(stop.passed..start).unwrap_or_default();
    stop.bracket = stop
        .bracket
        .or(before.rfind(['[', '{']).map(|at| stop.passed + at));
    let written = layout::rest_of_line(stop.text, start);
    let mark = written.chars().next().unwrap_or('"');
    if !layout::is_one_line(stop.text, start, stop.at) {
        let end = location::of_byte(stop.text, stop.at).line;
        let message = format!("the text in quotes that starts here ends only on line {end}");
        return Explanation::new(start, message).with(format!("add `{mark}` where it ends"));
    }
    let message = format!(
        "`{}` stands behind the end of a text in quotes",
        shown(layout::value(stop))
    );
    if stop.bracket.is_some() && stop.here().starts_with(['"', '\'']) {
        return Explanation::new(stop.at, message).with("put a comma between the two");
    }
    // A last quotation mark tells that all of it was meant.
    let inner = written
        .trim_end()
        .strip_prefix(mark)
        .and_then(|rest| rest.strip_suffix(mark));
    let help = match (mark, inner) {
        ('\'', Some(inner)) if !inner.contains(['"', '\\']) => {
            format!(
                "use double quotes for text with `'`: `\"{}\"`",
                shown(inner)
            )
        }
        ('\'', Some(_)) => "write `''` for a `'` in single quotes".to_owned(),
        (_, Some(inner)) if !inner.contains(['\'', '\\']) => {
            format!("use single quotes for text with `\"`: `'{}'`", shown(inner))
        }
        (_, Some(_)) => "write `\\\"` for a `\"` in double quotes".to_owned(),
        (_, None) => "put the whole text in one pair of quotes".to_owned(),
    };
    Explanation::new(stop.at, message).with(help)
}

/// A backslash in double quotes that starts no escape sequence.
fn escape(stop: Stop<'_>) -> Explanation {
    let help = "write a backslash as `\\\\`, or use single quotes";
    let (offset, sequence) = broken_escape(stop.here()).unwrap_or((0, "\\"));
    let message = format!("`{}` is no escape sequence of YAML", shown(sequence));
    Explanation::new(stop.at + offset, message).with(help)
}

/// The first sequence of a text in double quotes that starts with a backslash and stands for nothing.
fn broken_escape(quoted: &str) -> Option<(usize, &str)> {
    let mut at = 0;
    loop {
        at += quoted.get(at..)?.find('\\')?;
        let rest = quoted.get(at..)?;
        let kind = rest.chars().nth(1)?;
        let digits = match kind {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ if "0abt\tnvfre \"/\\N_LP\r\n".contains(kind) => 0,
            _ => return Some((at, rest.get(..1 + kind.len_utf8())?)),
        };
        let end = rest
            .char_indices()
            .skip(2)
            .take(digits)
            .take_while(|(_, digit)| digit.is_ascii_hexdigit())
            .last()
            .map_or(2, |(last, _)| last + 1);
        let code = rest
            .get(2..end)
            .and_then(|code| u32::from_str_radix(code, 16).ok());
        let is_whole =
            digits == 0 || (end == digits + 2 && code.and_then(char::from_u32).is_some());
        if !is_whole {
            // Two halves make a character.
            let is_pair = code.is_some_and(|code| (0xD800..0xDC00).contains(&code))
                && rest.get(end..).is_some_and(is_low_surrogate);
            if !is_pair {
                return Some((at, rest.get(..end)?));
            }
            at += end;
        }
        at += end.max(1 + kind.len_utf8());
    }
}

/// Whether a text starts with the second half of a pair.
fn is_low_surrogate(text: &str) -> bool {
    let code = text.strip_prefix("\\u").and_then(|rest| rest.get(..4));
    code.and_then(|code| u32::from_str_radix(code, 16).ok())
        .is_some_and(|code| (0xDC00..0xE000).contains(&code))
}

/// A text in quotes, to be shown as advice.
pub(super) fn sample(text: &str) -> String {
    let text = shown(text);
    if text.contains('\'') {
        format!("`\"{}\"`", text.replace('\\', "\\\\").replace('"', "\\\""))
    } else {
        format!("`'{text}'`")
    }
}
