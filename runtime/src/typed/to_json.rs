//! JSON text.

use std::fmt;

use crate::json::Json;
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
        push_view(View::Json(self), indent, &mut text);
        formatter.write_str(&text)
    }
}

/// A value as text over several lines.
pub(crate) fn pretty(view: View<'_>) -> String {
    let mut text = String::with_capacity(USUAL_LENGTH);
    push_view(view, Some(0), &mut text);
    text
}

/// Adds a value; `indent` is the number of levels around it, or none for compact text.
fn push_view(view: View<'_>, indent: Option<usize>, out: &mut String) {
    match view {
        View::Absent | View::Json(Json::Null) => out.push_str("null"),
        View::Bool(value) | View::Json(&Json::Bool(value)) => {
            out.push_str(if value { "true" } else { "false" });
        }
        View::Integer(value) => digits::push_signed(value, out),
        View::Float(value) => push_view(View::Json(&Json::from(value)), indent, out),
        View::Json(Json::Number(number)) => number.push_to(out),
        View::Text(text) => push_string(text, out),
        View::Json(Json::String(text)) => push_string(text, out),
        View::Call(call) => push_view(View::Json(call.as_json()), indent, out),
        View::Node(node) => push_view(View::Json(&node.to_json()), indent, out),
        View::List(_) | View::Json(Json::Array(_)) => {
            let mut list = Parts::open('[', indent, out);
            for item in view.items() {
                list.push(None, item);
            }
            list.close(']');
        }
        View::Record(record) => {
            let mut object = Parts::open('{', indent, out);
            let properties = record.spec().properties().iter();
            view::all(record, |views| {
                for (property, view) in properties.zip(views) {
                    object.push_property(property.name, *view);
                }
                for (name, view) in additional::members(record, views) {
                    object.push_property(name, view);
                }
            });
            object.close('}');
        }
        View::Map(_) | View::Json(Json::Object(_)) => {
            let mut object = Parts::open('{', indent, out);
            for (key, value) in view.members() {
                object.push(Some(key), value);
            }
            object.close('}');
        }
    }
}

/// Items, or members with their names, between brackets.
struct Parts<'o> {
    /// How many levels are around each part, where there are lines.
    inner: Option<usize>,
    is_empty: bool,
    out: &'o mut String,
}

impl<'o> Parts<'o> {
    fn open(bracket: char, indent: Option<usize>, out: &'o mut String) -> Self {
        out.push(bracket);
        Self {
            inner: indent.map(|levels| levels + 1),
            is_empty: true,
            out,
        }
    }

    /// Adds a property if it is there.
    fn push_property(&mut self, name: &str, value: View<'_>) {
        if !matches!(value, View::Absent) {
            self.push(Some(name), value);
        }
    }

    fn push(&mut self, key: Option<&str>, value: View<'_>) {
        if !self.is_empty {
            self.out.push(',');
        }
        self.is_empty = false;
        push_line(self.inner, self.out);
        if let Some(key) = key {
            push_string(key, self.out);
            self.out
                .push_str(if self.inner.is_some() { ": " } else { ":" });
        }
        push_view(value, self.inner, self.out);
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
        out.push_str(line);
    } else {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", levels));
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
