//! Strings of JSON: found quickly, borrowed where they need no unescaping.

use super::{ReadResult, Reader, SyntaxFault};
use crate::document::{Kind, Own};
use crate::text::scan;

/// Room that is made for a text with escapes at once.
const USUAL_LENGTH: usize = 80;

impl Reader<'_> {
    /// Reads a string, from its first quotation mark to its last, and adds its node. What needs no
    /// unescaping is borrowed.
    pub(super) fn string(&mut self) -> ReadResult {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let end = start + 1 + scan::plain(bytes.get(start + 1..).unwrap_or_default());
        if bytes.get(end) == Some(&b'"') {
            let text = self.text.get(start + 1..end).unwrap_or_default();
            self.at = end + 1;
            self.document.push(start, Kind::String(text));
            return Ok(());
        }
        let own = self.unescaped()?;
        self.document.push(start, Kind::OwnString(own));
        Ok(())
    }

    /// Reads a string that is more than plain characters, with escapes or with a fault, into the document's own
    /// texts.
    fn unescaped(&mut self) -> ReadResult<Own> {
        let opening = self.at;
        self.at += 1;
        let start = self.document.texts.len();
        self.document.texts.reserve(USUAL_LENGTH);
        loop {
            let copied = self.at;
            self.at += scan::plain(self.text.as_bytes().get(self.at..).unwrap_or_default());
            let plain = self.text.get(copied..self.at).unwrap_or_default();
            self.document.texts.push_str(plain);
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    let len = self.document.texts.len() - start;
                    return Ok(Own { start, len });
                }
                Some(b'\\') => {
                    let character = self.escape()?;
                    self.document.texts.push(character);
                }
                Some(_) => {
                    let help = "write line breaks as `\\n` and tabs as `\\t`";
                    let message = format!("a string may not contain {} itself", self.here());
                    return Err(SyntaxFault::new(self.at, message, Some(help)));
                }
                None => {
                    let message = "the string that starts here has no end".to_owned();
                    return Err(SyntaxFault::new(
                        opening,
                        message,
                        Some("add `\"` after it"),
                    ));
                }
            }
        }
    }

    fn escape(&mut self) -> ReadResult<char> {
        let start = self.at;
        self.at += 1;
        let byte = self.peek();
        self.at += 1;
        Ok(match byte {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'n') => '\n',
            Some(b't') => '\t',
            Some(b'r') => '\r',
            Some(b'b') => '\x08',
            Some(b'f') => '\x0C',
            Some(b'u') => return self.unicode_escape(start),
            _ => {
                let help = "write a backslash as `\\\\`";
                let message = "JSON does not have this escape sequence".to_owned();
                return Err(SyntaxFault::new(start, message, Some(help)));
            }
        })
    }

    /// Reads what follows `\u`: four digits, or a pair of surrogates.
    fn unicode_escape(&mut self, start: usize) -> ReadResult<char> {
        let first = self.hex4(start)?;
        let code = match first {
            0xD800..=0xDBFF => {
                let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
                let paired = rest.starts_with(b"\\u");
                self.at += if paired { 2 } else { 0 };
                match if paired { self.hex4(start)? } else { 0 } {
                    second @ 0xDC00..=0xDFFF => {
                        0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00)
                    }
                    _ => first,
                }
            }
            _ => first,
        };
        // What is left of the surrogates here is alone, and not a character.
        char::from_u32(code).ok_or_else(|| {
            let help = "a character beyond `\\uFFFF` is written as two surrogates, or as itself";
            let message = format!("`\\u{first:04X}` is half a character");
            SyntaxFault::new(start, message, Some(help))
        })
    }

    fn hex4(&mut self, start: usize) -> ReadResult<u32> {
        let digits = self.text.get(self.at..self.at + 4);
        let digits = digits.filter(|text| text.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        self.at += 4;
        code.ok_or_else(|| {
            let message = "`\\u` is not followed by four hexadecimal digits".to_owned();
            SyntaxFault::new(start, message, None)
        })
    }
}
