//! Compact JSON.

use crate::model::Literal;

/// A string in quotes. Only what JSON demands is escaped, and what would not be seen in a source text.
pub(super) fn string(text: &str, out: &mut String) {
    out.push('"');
    // Nearly every text is plain, and macros are compiled without optimisation.
    if text.as_bytes().iter().all(|byte| is_plain(*byte)) {
        out.push_str(text);
        out.push('"');
        return;
    }
    let mut plain = 0;
    for (at, c) in text.char_indices() {
        if !needs_escape(c) {
            continue;
        }
        out.push_str(text.get(plain..at).unwrap_or_default());
        plain = at + c.len_utf8();
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c => {
                let mut units = [0; 2];
                for unit in c.encode_utf16(&mut units) {
                    out.extend(["\\u", format!("{unit:04x}").as_str()]);
                }
            }
        }
    }
    out.push_str(text.get(plain..).unwrap_or_default());
    out.push('"');
}

/// Whether a byte stands for itself: a visible letter of ASCII that is no quote and no backslash.
fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\')
}

/// Quotes, control characters, and characters that turn the direction of writing, which rustc refuses.
fn needs_escape(c: char) -> bool {
    matches!(c, '"' | '\\')
        || c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Any value. Its nesting is bounded by the reader of specifications.
pub fn literal(literal: &Literal, out: &mut String) {
    match literal {
        Literal::Null => out.push_str("null"),
        Literal::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Literal::Number(number) => out.push_str(&number.0),
        Literal::String(text) => string(text, out),
        Literal::Array(elements) => list(elements, out, self::literal),
        Literal::Object(members) => {
            let mut object = Object::begin(out);
            for (name, value) in members {
                self::literal(value, object.key(name));
            }
            object.end();
        }
    }
}

/// A list, each element written by a function.
pub(super) fn list<T>(
    elements: impl IntoIterator<Item = T>,
    out: &mut String,
    write: impl Fn(T, &mut String),
) {
    out.push('[');
    for (at, element) in elements.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        write(element, out);
    }
    out.push(']');
}

/// An object that is being written.
pub(super) struct Object<'o> {
    out: &'o mut String,
    empty: bool,
}

impl<'o> Object<'o> {
    /// Begins an object.
    pub(super) fn begin(out: &'o mut String) -> Self {
        out.push('{');
        Self { out, empty: true }
    }

    /// The place for the value of a key.
    pub(super) fn key(&mut self, key: &str) -> &mut String {
        if !self.empty {
            self.out.push(',');
        }
        self.empty = false;
        string(key, self.out);
        self.out.push(':');
        self.out
    }

    /// The place for the value of a key that needs no escapes: a keyword.
    pub(super) fn keyword(&mut self, key: &str) -> &mut String {
        self.out.push_str(if self.empty { "\"" } else { ",\"" });
        self.empty = false;
        self.out.push_str(key);
        self.out.push_str("\":");
        self.out
    }

    /// A member that is a string; nothing for none.
    pub(super) fn text(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            string(value, self.keyword(key));
        }
    }

    /// A member that is written as it is; nothing for none.
    pub(super) fn raw(&mut self, key: &str, value: Option<impl AsRef<str>>) {
        if let Some(value) = value {
            self.keyword(key).push_str(value.as_ref());
        }
    }

    /// A member that is a flag; nothing if it does not hold.
    pub(super) fn flag(&mut self, key: &str, holds: bool, value: &str) {
        if holds {
            self.keyword(key).push_str(value);
        }
    }

    /// A member that is a list of strings; nothing for none.
    pub(super) fn texts(&mut self, key: &str, values: &[String]) {
        if !values.is_empty() {
            list(values, self.keyword(key), |text, out| string(text, out));
        }
    }

    /// Ends the object.
    pub(super) fn end(self) {
        self.out.push('}');
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Number;

    use super::*;

    #[test]
    fn strings() {
        let mut out = String::new();
        string("a\"b\\c\n\u{1}\u{202e}ü😀", &mut out);
        assert_eq!(out, "\"a\\\"b\\\\c\\n\\u0001\\u202eü😀\"");
    }

    #[test]
    fn values() {
        let value = Literal::Object(vec![
            (
                "a".to_owned(),
                Literal::Array(vec![Literal::Null, Literal::Bool(true)]),
            ),
            ("b".to_owned(), Literal::Number(Number("1.50".to_owned()))),
        ]);
        let mut out = String::new();
        literal(&value, &mut out);
        assert_eq!(out, r#"{"a":[null,true],"b":1.50}"#);
    }
}
