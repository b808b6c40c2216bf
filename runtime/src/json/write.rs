//! JSON text.

use std::fmt::{self, Write};

use super::Json;

/// Compact JSON; with `{:#}` one member or item on each line, indented by two spaces.
impl fmt::Display for Json {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let indent = formatter.alternate().then_some(0);
        write_json(self, indent, formatter)
    }
}

/// Writes `json`; `indent` is the number of levels around it, or none for compact text.
fn write_json(json: &Json, indent: Option<usize>, out: &mut fmt::Formatter<'_>) -> fmt::Result {
    let inner = indent.map(|levels| levels + 1);
    match json {
        Json::Null => out.write_str("null"),
        Json::Bool(value) => write!(out, "{value}"),
        Json::Number(number) => write!(out, "{number}"),
        Json::String(text) => write_string(text, out),
        Json::Array(items) if items.is_empty() => out.write_str("[]"),
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                out.write_char(if index == 0 { '[' } else { ',' })?;
                new_line(inner, out)?;
                write_json(item, inner, out)?;
            }
            new_line(indent, out)?;
            out.write_char(']')
        }
        Json::Object(members) if members.is_empty() => out.write_str("{}"),
        Json::Object(members) => {
            for (index, (key, value)) in members.iter().enumerate() {
                out.write_char(if index == 0 { '{' } else { ',' })?;
                new_line(inner, out)?;
                write_string(key, out)?;
                out.write_str(if indent.is_some() { ": " } else { ":" })?;
                write_json(value, inner, out)?;
            }
            new_line(indent, out)?;
            out.write_char('}')
        }
    }
}

fn new_line(indent: Option<usize>, out: &mut impl Write) -> fmt::Result {
    match indent {
        Some(levels) => write!(out, "\n{:width$}", "", width = levels * 2),
        None => Ok(()),
    }
}

/// Writes `text` in double quotes, escaping only what JSON requires; YAML reads the result too.
pub(crate) fn write_string(text: &str, out: &mut impl Write) -> fmt::Result {
    out.write_char('"')?;
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| matches!(c, '"' | '\\' | '\0'..='\x1F')) {
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
