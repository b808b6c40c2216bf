//! One line of untrusted prose as Markdown: code, links and addresses are kept, all else is text.

use std::borrow::Cow;

/// One line of text.
pub(super) fn inline(text: &str) -> String {
    let text = printable(text);
    if is_plain(&text) {
        return text.into_owned();
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = &*text;
    while let Some(c) = rest.chars().next() {
        let taken = match c {
            '`' => take_code(rest, &mut out),
            '[' => take_link(rest, &mut out),
            'h' => take_url(rest, &mut out),
            _ => None,
        };
        if let Some(taken) = taken {
            rest = rest.get(taken..).unwrap_or_default();
            continue;
        }
        if matches!(c, '\\' | '`' | '<' | '[' | ']') {
            out.push('\\');
        }
        out.push(if c.is_whitespace() { ' ' } else { c });
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    out
}

/// Text as code, whatever it holds.
pub(super) fn code(text: &str) -> String {
    // Names of properties and the like.
    if !text.is_empty() && text.as_bytes().iter().all(u8::is_ascii_alphanumeric) {
        let mut code = String::with_capacity(text.len() + 2);
        code.push('`');
        code.push_str(text);
        code.push('`');
        return code;
    }
    let text = printable(text);
    let text = if text.contains('\n') {
        text.replace('\n', "\\n").into()
    } else {
        text
    };
    let longest = longest_run(&text);
    if longest == 0 && !text.trim().is_empty() {
        return format!("`{text}`");
    }
    if text.trim().is_empty() {
        return "an empty string".to_owned();
    }
    let fence = "`".repeat(longest + 1);
    format!("{fence} {text} {fence}")
}

/// The length of the longest run of backquotes.
fn longest_run(text: &str) -> usize {
    if !text.contains('`') {
        return 0;
    }
    text.split(|c| c != '`')
        .map(str::len)
        .max()
        .unwrap_or_default()
}

/// The address, if it can stand in a link.
pub(super) fn url(text: &str) -> Option<&str> {
    let good = text.starts_with("https://") || text.starts_with("http://");
    (good && text.as_bytes().iter().all(|byte| is_clean(*byte))).then_some(text)
}

/// Whether a byte can stand in the address of a link: visible, and no end of a link or of code.
fn is_clean(byte: u8) -> bool {
    matches!(byte, b'!'..=b'~')
        && !matches!(
            byte,
            b'<' | b'>' | b'(' | b')' | b'[' | b']' | b'\\' | b'"' | b'`'
        )
}

/// Leaves out what is invisible or turns the direction of writing.
pub(super) fn printable(text: &str) -> Cow<'_, str> {
    // Nearly every text is plain. A plain walk over bytes is what is fast without optimisation.
    let plain = |byte: &u8| matches!(byte, b' '..=b'~' | b'\n');
    if text.as_bytes().iter().all(plain) {
        return Cow::Borrowed(text);
    }
    let hidden = |c: char| {
        matches!(
            c,
            '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}'
                | '\u{feff}'
        )
    };
    let shown = |c: &char| *c == '\n' || (!c.is_control() && !hidden(*c));
    Cow::Owned(text.chars().filter(shown).collect())
}

/// Whether a line holds nothing that means something in Markdown. Most lines do not, and macros are
/// compiled without optimisation: searching for one character at a time is what is fast there.
fn is_plain(line: &str) -> bool {
    line.is_ascii()
        && !['`', '[', ']', '<', '\\', '\t']
            .iter()
            .any(|sign| line.contains(*sign))
        // Every address has a colon.
        && !(line.contains(':') && line.contains("http"))
}

/// Code between backquotes of equal number; the result is the length taken.
fn take_code(text: &str, out: &mut String) -> Option<usize> {
    let marks = text.len() - text.trim_start_matches('`').len();
    let content = text.get(marks..)?;
    let mut from = 0;
    loop {
        let at = from + content.get(from..)?.find('`')?;
        let tail = content.get(at..)?;
        let found = tail.len() - tail.trim_start_matches('`').len();
        if found == marks {
            let inside = content.get(..at)?.trim();
            if inside.is_empty() {
                return None;
            }
            out.push_str(&code(inside));
            return Some(marks + at + marks);
        }
        from = at + found;
    }
}

/// `[text](https://…)`.
fn take_link(text: &str, out: &mut String) -> Option<usize> {
    let close = text.find("](")?;
    let label = text.get(1..close)?;
    if label.contains(['[', ']']) || label.trim().is_empty() {
        return None;
    }
    let target = text.get(close + 2..)?;
    let end = target.find(')')?;
    let address = url(target.get(..end)?.trim())?;
    let label = if label.contains("http") {
        code(label)
    } else {
        inline_label(label)
    };
    out.extend(["[", label.as_str(), "](", address, ")"]);
    Some(close + 2 + end + 1)
}

/// The text of a link, which cannot hold another one.
fn inline_label(label: &str) -> String {
    let mut out = String::with_capacity(label.len());
    for c in label.chars() {
        if matches!(c, '\\' | '<') {
            out.push('\\');
        }
        if c != '`' {
            out.push(c);
        }
    }
    out
}

/// A bare address.
fn take_url(text: &str, out: &mut String) -> Option<usize> {
    if !text.starts_with("https://") && !text.starts_with("http://") {
        return None;
    }
    let is_part = |c: char| c.is_ascii_graphic() && !"<>()[]\\\"`'*{}|".contains(c);
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    let address = text
        .get(..end)?
        .trim_end_matches(['.', ',', ';', ':', '!', '?']);
    let host = address.split("//").nth(1).unwrap_or_default();
    if host.is_empty() {
        return None;
    }
    out.extend(["<", address, ">"]);
    Some(address.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_of_any_text() {
        assert_eq!(code("^a|b$"), "`^a|b$`");
        assert_eq!(code("a`b"), "`` a`b ``");
        assert_eq!(code(""), "an empty string");
    }
}
