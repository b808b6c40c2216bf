//! Values in messages: short, quoted, and safe for a terminal. Each stands in a string with room for the rest of
//! the sentence, to which that is added.

use std::borrow::Cow;

use crate::document::{Content, NodeRef};
use crate::text::{scan, visible};
use crate::typed::view::View;

/// Text longer than this is cut, in characters.
const LONGEST: usize = 60;

/// Room for the sentence behind a value.
const ROOM: usize = 80;

/// The value of a document.
pub(crate) fn node(node: NodeRef<'_>) -> String {
    if let Some(plain) = node.plain() {
        return code(&plain.text) + &plain.aside();
    }
    match node.content() {
        Content::Null if node.span().is_some_and(|span| span.is_empty()) => {
            words("nothing, which is `null`,")
        }
        Content::Null => words("`null`"),
        Content::Bool(_) | Content::Number(_) => node.text().map_or_else(String::new, code),
        Content::String(text) => text_value(text),
        Content::Array(_) => words("a list"),
        Content::Object(_) => words("an object"),
    }
}

/// Any value.
pub(crate) fn view(view: View<'_>) -> String {
    match view {
        View::Absent => words("nothing"),
        View::Bool(value) => code(&value.to_string()),
        View::Integer(value) => code(&value.to_string()),
        View::Float(value) => code(&value.to_string()),
        View::Text(text) => text_value(text),
        View::List(_) => words("a list"),
        View::Map(_) | View::Record(_) => words("an object"),
        View::Call(call) => code(call.name().unwrap_or("a dynamic reference")),
        View::Json(json) => match json {
            crate::Json::Array(_) => words("a list"),
            crate::Json::Object(_) => words("an object"),
            crate::Json::String(text) => text_value(text),
            scalar => code(&scalar.to_string()),
        },
        View::Node(found) => node(found),
    }
}

/// A string, in its quotes.
pub(crate) fn text_value(text: &str) -> String {
    let cut = visible::first(text, LONGEST);
    let dots = if cut.len() < text.len() { "…" } else { "" };
    let mut quoted = with_room(cut);
    quoted.push_str("`\"");
    if scan::are_printable(cut.as_bytes()) {
        quoted.push_str(cut);
    } else {
        let escaped = cut.replace('\\', "\\\\").replace('"', "\\\"");
        quoted.push_str(&visible::visible(&escaped));
    }
    quoted.push_str(dots);
    quoted.push_str("\"`");
    quoted
}

/// A name that comes from outside, as it stands between backquotes.
pub(crate) fn name(name: &str) -> Cow<'_, str> {
    visible::shortened(name, LONGEST)
}

/// `1 to 5`, for how many there may be.
pub(crate) fn range(least: Option<u64>, most: Option<u64>) -> String {
    match (least, most) {
        (Some(least), Some(most)) if least == most => format!("exactly {least}"),
        (Some(least), Some(most)) => format!("{least} to {most}"),
        (Some(least), None) => format!("{least} or more"),
        (None, Some(most)) => format!("at most {most}"),
        (None, None) => "any number".to_owned(),
    }
}

fn code(text: &str) -> String {
    let text = visible::shortened(text, LONGEST);
    let mut code = with_room(&text);
    code.push('`');
    code.push_str(&text);
    code.push('`');
    code
}

fn words(words: &str) -> String {
    with_room(words) + words
}

fn with_room(text: &str) -> String {
    String::with_capacity(text.len() + ROOM)
}

#[cfg(test)]
mod tests {
    use super::text_value;

    #[test]
    fn text_is_quoted_escaped_and_cut() {
        assert_eq!(text_value("five"), "`\"five\"`");
        assert_eq!(text_value("a\u{1b}[0m"), "`\"a\\u{1b}[0m\"`");
        assert_eq!(
            text_value(&"x".repeat(100)),
            format!("`\"{}…\"`", "x".repeat(60))
        );
    }
}
