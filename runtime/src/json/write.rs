//! JSON text.

use std::fmt::{self, Write};

use super::Json;
use crate::view::View;

/// Room that is made for a text at once.
const USUAL_LENGTH: usize = 1024;

/// Compact JSON; with `{:#}` one member or item on each line, indented by two spaces.
impl fmt::Display for Json {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let indent = formatter.alternate().then_some(0);
        write_view(View::Json(self), indent, formatter)
    }
}

/// A value as text over several lines.
pub(crate) fn pretty(view: View<'_>) -> String {
    let mut text = String::with_capacity(USUAL_LENGTH);
    // A string takes everything.
    let _ = write_view(view, Some(0), &mut text);
    text
}

/// Writes a value; `indent` is the number of levels around it, or none for compact text.
fn write_view(view: View<'_>, indent: Option<usize>, out: &mut dyn Write) -> fmt::Result {
    match view {
        View::Absent | View::Json(Json::Null) => out.write_str("null"),
        View::Bool(value) | View::Json(&Json::Bool(value)) => {
            out.write_str(if value { "true" } else { "false" })
        }
        View::Integer(value) => write!(out, "{value}"),
        View::Float(value) => write!(out, "{}", Json::from(value)),
        View::Json(Json::Number(number)) => write!(out, "{number}"),
        View::Text(text) => write_string(text, out),
        View::Json(Json::String(text)) => write_string(text, out),
        View::Call(call) => write_view(View::Json(call.as_json()), indent, out),
        View::Node(node) => write_view(View::Json(&node.to_json()), indent, out),
        View::List(_) | View::Json(Json::Array(_)) => {
            let items = view.items().map(|item| (None, item));
            write_parts(['[', ']'], items, indent, out)
        }
        View::Map(_) | View::Record(_) | View::Json(Json::Object(_)) => {
            let members = view.members().map(|(key, value)| (Some(key), value));
            write_parts(['{', '}'], members, indent, out)
        }
    }
}

/// Writes items, or members with their names, between brackets.
fn write_parts<'a>(
    [open, close]: [char; 2],
    parts: impl Iterator<Item = (Option<&'a str>, View<'a>)>,
    indent: Option<usize>,
    out: &mut dyn Write,
) -> fmt::Result {
    let inner = indent.map(|levels| levels + 1);
    out.write_char(open)?;
    let mut is_empty = true;
    for (key, value) in parts {
        if !is_empty {
            out.write_char(',')?;
        }
        is_empty = false;
        new_line(inner, out)?;
        if let Some(key) = key {
            write_string(key, out)?;
            out.write_str(if indent.is_some() { ": " } else { ":" })?;
        }
        write_view(value, inner, out)?;
    }
    if !is_empty {
        new_line(indent, out)?;
    }
    out.write_char(close)
}

fn new_line(indent: Option<usize>, out: &mut dyn Write) -> fmt::Result {
    const SPACES: &str = "                                ";
    let Some(levels) = indent else {
        return Ok(());
    };
    out.write_char('\n')?;
    match SPACES.get(..levels * 2) {
        Some(spaces) => out.write_str(spaces),
        None => write!(out, "{:width$}", "", width = levels * 2),
    }
}

/// Writes `text` in double quotes, escaping only what JSON requires; YAML reads the result too.
pub(crate) fn write_string(text: &str, out: &mut dyn Write) -> fmt::Result {
    out.write_char('"')?;
    let mut rest = text;
    let is_special = |byte: u8| matches!(byte, b'"' | b'\\' | 0..=0x1F);
    while let Some(at) = rest.bytes().position(is_special) {
        let (plain, from) = rest.split_at(at);
        out.write_str(plain)?;
        let mut characters = from.chars();
        match characters.next() {
            Some('"') => out.write_str("\\\"")?,
            Some('\\') => out.write_str("\\\\")?,
            Some('\n') => out.write_str("\\n")?,
            Some('\r') => out.write_str("\\r")?,
            Some('\t') => out.write_str("\\t")?,
            Some('\x08') => out.write_str("\\b")?,
            Some('\x0C') => out.write_str("\\f")?,
            Some(other) => write!(out, "\\u{:04x}", u32::from(other))?,
            None => {}
        }
        rest = characters.as_str();
    }
    out.write_str(rest)?;
    out.write_char('"')
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
