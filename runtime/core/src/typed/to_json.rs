//! JSON text.

use std::fmt;

use crate::document::DEPTH_LIMIT;
use crate::json::Json;
use crate::json::walk::Parts;
use crate::text::digits;
use crate::text::scan;
use crate::typed::additional;
use crate::typed::view::{self, View};

/// Room that is made for a text at once.
const USUAL_LENGTH: usize = 1024;

/// Compact JSON; with `{:#}` one member or item on each line, indented by two spaces.
impl fmt::Display for Json {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let indent = formatter.alternate().then_some(0);
        let mut text = String::new();
        push_json(self, indent, &mut text);
        formatter.write_str(&text)
    }
}

/// A value as text over several lines.
pub(crate) fn pretty(view: View<'_>) -> String {
    let mut text = String::with_capacity(USUAL_LENGTH);
    push_view(view, Some(0), 0, &mut text);
    text
}

/// Adds a value; `indent` is the number of levels around it, or none for compact text. So many are around it.
fn push_view(view: View<'_>, indent: Option<usize>, depth: usize, out: &mut String) {
    match view {
        View::Bool(value) => out.push_str(if value { "true" } else { "false" }),
        View::Integer(value) => digits::push_signed(value, out),
        View::Float(value) => push_json(&Json::from(value), indent, out),
        View::Text(text) => push_string(text, out),
        View::Json(json) => push_json(json, indent, out),
        View::Call(call) => push_json(call.as_json(), indent, out),
        View::Node(node) => push_json(&node.to_json(), indent, out),
        // A type that contains itself can be nested without end.
        View::List(_) | View::Record(_) | View::Map(_) if depth == DEPTH_LIMIT => {
            out.push_str("null");
        }
        View::List(_) => {
            let mut list = Brackets::open('[', indent, out);
            for item in view.items() {
                list.push_view(None, item, depth);
            }
            list.close(']');
        }
        View::Record(record) => {
            let mut object = Brackets::open('{', indent, out);
            let properties = record.spec().properties().iter();
            view::all(record, |views| {
                for (property, view) in properties.zip(views) {
                    if !matches!(view, View::Absent) {
                        object.push_view(Some(property.name), *view, depth);
                    }
                }
                for (name, view) in additional::members(record, views) {
                    object.push_view(Some(name), view, depth);
                }
            });
            object.close('}');
        }
        View::Map(_) => {
            let mut object = Brackets::open('{', indent, out);
            for (key, value) in view.members() {
                object.push_view(Some(key), value, depth);
            }
            object.close('}');
        }
        View::Absent => out.push_str("null"),
    }
}

/// Adds a value of any depth.
fn push_json(json: &Json, indent: Option<usize>, out: &mut String) {
    // What is open, and whether its next part is its first.
    let mut open: Vec<(Parts<'_>, bool)> = Vec::new();
    let mut next = Some(json);
    loop {
        if let Some(json) = next.take() {
            match json.parts() {
                None => push_scalar(json, out),
                Some(parts) => {
                    out.push(if matches!(parts, Parts::Items(_)) {
                        '['
                    } else {
                        '{'
                    });
                    open.push((parts, true));
                }
            }
        }
        // Deeper than readers go there are no lines: a person sees nothing in them but blanks.
        let inner = indent.map(|levels| levels + open.len());
        let inner = inner.filter(|levels| *levels <= DEPTH_LIMIT);
        let Some((parts, is_first)) = open.last_mut() else {
            return;
        };
        if let Some((key, part)) = parts.next() {
            push_before(key, is_first, inner, out);
            next = Some(part);
            continue;
        }
        if !*is_first {
            push_line(inner.map(|levels| levels - 1), out);
        }
        out.push(if matches!(parts, Parts::Items(_)) {
            ']'
        } else {
            '}'
        });
        open.pop();
    }
}

fn push_scalar(json: &Json, out: &mut String) {
    match json {
        Json::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Json::Number(number) => number.push_to(out),
        Json::String(text) => push_string(text, out),
        Json::Null | Json::Array(_) | Json::Object(_) => out.push_str("null"),
    }
}

/// Adds what stands before a part: a comma, a new line, a name.
#[inline]
fn push_before(key: Option<&str>, is_first: &mut bool, inner: Option<usize>, out: &mut String) {
    if !core::mem::replace(is_first, false) {
        out.push(',');
    }
    push_line(inner, out);
    if let Some(key) = key {
        push_string(key, out);
        out.push_str(if inner.is_some() { ": " } else { ":" });
    }
}

/// Items, or members with their names, between brackets.
struct Brackets<'o> {
    /// How many levels are around each part, where there are lines.
    inner: Option<usize>,
    is_empty: bool,
    out: &'o mut String,
}

impl<'o> Brackets<'o> {
    fn open(bracket: char, indent: Option<usize>, out: &'o mut String) -> Self {
        out.push(bracket);
        Self {
            inner: indent.map(|levels| levels + 1),
            is_empty: true,
            out,
        }
    }

    fn push_view(&mut self, key: Option<&str>, value: View<'_>, depth: usize) {
        push_before(key, &mut self.is_empty, self.inner, self.out);
        push_view(value, self.inner, depth + 1, self.out);
    }

    fn close(self, bracket: char) {
        if !self.is_empty {
            push_line(self.inner.map(|levels| levels - 1), self.out);
        }
        self.out.push(bracket);
    }
}

/// Begins a line, where there are lines.
fn push_line(indent: Option<usize>, out: &mut String) {
    const LINE: &str = "\n                                ";
    let Some(levels) = indent else {
        return;
    };
    if let Some(line) = LINE.get(..=levels * 2) {
        return out.push_str(line);
    }
    out.push('\n');
    let mut left = levels * 2;
    while left > 0 {
        let blanks = LINE.get(1..=left).or_else(|| LINE.get(1..)).unwrap_or(" ");
        out.push_str(blanks);
        left -= blanks.len();
    }
}

/// Adds `text` in double quotes, escaping only what JSON requires.
fn push_string(text: &str, out: &mut String) {
    out.reserve(text.len() + 2);
    out.push('"');
    let mut rest = text;
    while let Some((plain, from)) = rest.split_at_checked(scan::plain(rest.as_bytes())) {
        out.push_str(plain);
        let mut characters = from.chars();
        match characters.next() {
            Some('"') => out.push_str("\\\""),
            Some('\\') => out.push_str("\\\\"),
            Some('\n') => out.push_str("\\n"),
            Some('\r') => out.push_str("\\r"),
            Some('\t') => out.push_str("\\t"),
            Some('\x08') => out.push_str("\\b"),
            Some('\x0C') => out.push_str("\\f"),
            Some(other) => {
                out.push_str("\\u");
                let digit = |shift: u32| char::from_digit(u32::from(other) >> shift & 0xF, 16);
                out.extend([12, 8, 4, 0].into_iter().filter_map(digit));
            }
            None => break,
        }
        rest = characters.as_str();
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_as_serde_json_does() {
        let text = r#"{"a":[],"b":{},"c":[1,{"d":null}],"e":"\"\\\n\r\t\b\f\u0001é/"}"#;
        let json: Json = text.parse().unwrap();
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        assert_eq!(json.to_string(), value.to_string());
        assert_eq!(
            format!("{json:#}"),
            serde_json::to_string_pretty(&value).unwrap()
        );
    }

    #[test]
    fn keeps_the_order_of_members_and_the_text_of_numbers() {
        let text = r#"{"z":1.10,"a":1e5,"m":123456789012345678901234567890}"#;
        assert_eq!(text.parse::<Json>().unwrap().to_string(), text);
    }
}
