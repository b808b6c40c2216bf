//! Prose of a specification as Markdown that rustdoc shows as it was meant, and nothing else.
//!
//! The prose is not trusted: it may hold markup of other languages, placeholders in angle brackets,
//! brackets that are no links, and indentation that would become a code block and so a test. What is
//! kept: code between backquotes, links to web pages, lists, and fenced blocks, marked as text. Every line
//! is a paragraph of its own, because that is what a line break in these files stands for.

use std::borrow::Cow;

use super::inline::{inline, printable};

/// Markup that is turned into Markdown, and what it becomes. Anything else in angle brackets is text.
const MARKUP: &[(&str, &str)] = &[
    ("p", "\n"),
    ("br", "\n"),
    ("ul", "\n"),
    ("ol", "\n"),
    ("dl", "\n"),
    ("div", "\n"),
    ("note", "\n"),
    ("important", "\n"),
    ("li", "\n- "),
    ("code", "`"),
    ("a", ""),
    ("b", ""),
    ("i", ""),
    ("em", ""),
    ("strong", ""),
    ("span", ""),
    ("para", ""),
];

/// A whole text, in paragraphs.
pub(super) fn prose(text: &str) -> String {
    let text = without_markup(text);
    let mut paragraphs: Vec<String> = Vec::new();
    let mut lines = text.lines();
    let mut in_list = false;
    while let Some(line) = lines.next() {
        let line = line.trim();
        if let Some(fence) = fence(line) {
            let block = lines
                .by_ref()
                .take_while(|line| !line.trim().starts_with(fence));
            let block: Vec<&str> = block.collect();
            paragraphs.push(format!(
                "{fence}text\n{}\n{fence}",
                printable(&block.join("\n"))
            ));
            in_list = false;
            continue;
        }
        let item = list_item(line);
        let content = item.unwrap_or(line);
        if content.is_empty() || is_ruler(content) {
            continue;
        }
        let content = inline(content);
        match (item, paragraphs.last_mut()) {
            (Some(_), Some(list)) if in_list => list.extend(["\n- ", content.as_str()]),
            (Some(_), _) => paragraphs.push(format!("- {content}")),
            (None, _) => paragraphs.push(begin(&content)),
        }
        in_list = item.is_some();
    }
    paragraphs.join("\n\n")
}

/// Text for a cell of a table.
pub(super) fn cell(text: &str) -> Cow<'_, str> {
    if text.contains('|') || text.contains('\n') {
        return text.replace('|', "\\|").replace('\n', " ").into();
    }
    Cow::Borrowed(text)
}

/// Divides prose into its first sentence and the rest.
pub(super) fn first_sentence(prose: &str) -> (&str, &str) {
    let paragraph = prose.find("\n\n").unwrap_or(prose.len());
    let mut end = paragraph;
    let mut in_code = false;
    for (at, c) in prose.get(..paragraph).unwrap_or(prose).char_indices() {
        in_code ^= c == '`';
        if c == '.' && !in_code && ends_sentence(prose, at) {
            end = at + 1;
            break;
        }
    }
    let (first, rest) = prose.split_at_checked(end).unwrap_or((prose, ""));
    (first.trim(), rest.trim())
}

/// A full stop that a capital follows, and that is not part of `e.g.` and the like.
fn ends_sentence(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let after = text.get(at + 1..).unwrap_or_default();
    let word = before.rsplit([' ', '(']).next().unwrap_or_default();
    let mut following = after.chars();
    let is_break = following.next() == Some(' ');
    let next = following.find(|c| *c != ' ');
    let begins = next.is_some_and(|c| c.is_uppercase() || matches!(c, '`' | '\\' | '['));
    is_break && begins && word.len() > 1 && !word.contains('.')
}

fn fence(line: &str) -> Option<&'static str> {
    ["```", "~~~"]
        .into_iter()
        .find(|fence| line.starts_with(fence) && !line.trim_start_matches('`').contains('`'))
}

fn list_item(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(['-', '*', '+', '\u{2022}'])?;
    rest.starts_with(char::is_whitespace).then(|| rest.trim())
}

/// `---`, `===`: a heading or a line, not text.
fn is_ruler(line: &str) -> bool {
    // Few lines begin so, and the others are to cost nothing.
    let sign = line.chars().next().filter(|c| "-=*_".contains(*c));
    let is_one = |sign| line.chars().all(|c| c == sign || c.is_whitespace());
    line.len() > 1 && sign.is_some_and(is_one)
}

/// The beginning of a paragraph, so that it is not taken for a heading, a quotation or a list.
fn begin(line: &str) -> String {
    let special = line.starts_with(['#', '>', '|', '=', '-', '+', '~', ':'])
        || (line.starts_with("* ") || line.starts_with("*\t"));
    if special {
        format!("\\{line}")
    } else {
        line.to_owned()
    }
}

fn without_markup(text: &str) -> Cow<'_, str> {
    if !text.contains('<') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, tagged) = rest.split_at(at);
        out.push_str(before);
        let (becomes, length) = tag(tagged).unwrap_or(("<", 1));
        out.push_str(becomes);
        rest = tagged.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// What a tag at the beginning of the text becomes, and its length.
fn tag(text: &str) -> Option<(&'static str, usize)> {
    let end = text.find('>')?;
    let content = text.get(1..end)?.trim_matches('/');
    let name = content.split_whitespace().next()?;
    let found = MARKUP
        .iter()
        .find(|(tag, _)| tag.eq_ignore_ascii_case(name))?;
    let closes_item = found.0 == "li" && text.starts_with("</");
    Some((if closes_item { "" } else { found.1 }, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_is_meant() {
        let cases = [
            ("use ``A`` or `b`", "use `A` or `b`"),
            (
                "see [the page](https://x.y/z).",
                "see [the page](https://x.y/z).",
            ),
            ("see https://x.y/z.", "see <https://x.y/z>."),
            ("a *word*", "a *word*"),
        ];
        for (text, expected) in cases {
            assert_eq!(prose(text), expected);
        }
    }

    #[test]
    fn escapes_what_is_not() {
        let cases = [
            ("a <name> here", "a \\<name> here"),
            ("list[0] and [x]", "list\\[0\\] and \\[x\\]"),
            ("[x](javascript:y)", "\\[x\\](javascript:y)"),
            ("a ` alone", "a \\` alone"),
            ("C:\\dir", "C:\\\\dir"),
            ("# no heading", "\\# no heading"),
            ("a\u{202e}b\u{0}", "ab"),
            ("-1 is less", "\\-1 is less"),
        ];
        for (text, expected) in cases {
            assert_eq!(prose(text), expected);
        }
    }

    #[test]
    fn lines_are_paragraphs_and_never_code() {
        assert_eq!(prose("one\n    two\n\n\n\tthree"), "one\n\ntwo\n\nthree");
        assert_eq!(prose("one\n + a\n + b\nend"), "one\n\n- a\n- b\n\nend");
        assert_eq!(
            prose("a\n```json\n{ \"x\": 1 }\n```\nb"),
            "a\n\n```text\n{ \"x\": 1 }\n```\n\nb"
        );
        assert_eq!(prose("a\n```\nopen"), "a\n\n```text\nopen\n```");
        assert_eq!(prose("title\n====="), "title");
        assert_eq!(prose("a\n* * *\nb\n-=-"), "a\n\nb\n\n\\-=-");
    }

    #[test]
    fn markup_becomes_markdown() {
        assert_eq!(
            prose("<p>One <code>x</code>.</p><p>Two.</p>"),
            "One `x`.\n\nTwo."
        );
        assert_eq!(prose("<ul><li>a</li><li>b</li></ul>"), "- a\n- b");
        assert_eq!(prose("<script>x"), "\\<script>x");
    }

    #[test]
    fn sentences() {
        assert_eq!(first_sentence("One. Two."), ("One.", "Two."));
        assert_eq!(
            first_sentence("One e.g. this. Two"),
            ("One e.g. this.", "Two")
        );
        assert_eq!(
            first_sentence("Version 1.0 of `A. B` ends"),
            ("Version 1.0 of `A. B` ends", "")
        );
        assert_eq!(first_sentence("One\n\nTwo"), ("One", "Two"));
    }
}
