//! Our own reader of JSON text (RFC 8259): it keeps positions and the text of numbers, borrows
//! strings, and does not recurse.

use std::borrow::Cow;

use super::{DEPTH_LIMIT, Document, Kind, SyntaxError};
use crate::location::{LineIndex, Unit};

impl<'t> Document<'t> {
    /// Reads a JSON text. A byte order mark before it is ignored, as the RFC allows.
    ///
    /// # Errors
    ///
    /// At the first place where the text is not JSON, or nests too deep, or has a number larger
    /// than a double can hold.
    pub(crate) fn from_json(text: &'t str) -> Result<Self, SyntaxError> {
        super::check_size(text)?;
        let document = Self::of_text(text, Unit::Byte);
        let at = if text.starts_with('\u{FEFF}') {
            '\u{FEFF}'.len_utf8()
        } else {
            0
        };
        let reader = Reader {
            text,
            at,
            document,
            open: Vec::new(),
        };
        reader
            .read()
            .map_err(|Fault { at, message, help }| SyntaxError {
                message,
                help: help.map(str::to_owned),
                location: Some(LineIndex::new(text, Unit::Byte).locate(text, at)),
            })
    }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    document: Document<'t>,
    /// The arrays and objects around this place, the innermost last.
    open: Vec<Open>,
}

/// An array or object that is not closed yet.
struct Open {
    index: usize,
    len: usize,
    object: bool,
}

/// What is wrong with the text, at a byte offset.
struct Fault {
    at: usize,
    message: String,
    help: Option<&'static str>,
}

type Step<T = ()> = Result<T, Fault>;

impl<'t> Reader<'t> {
    fn read(mut self) -> Step<Document<'t>> {
        // Each turn reads one value, and then closes all that ends with it.
        loop {
            self.skip_space();
            let opened = self.value()?;
            if !opened && self.after_value()? {
                break;
            }
        }
        if self.at < self.text.len() {
            return Err(self.fault(format!(
                "{} stands after the end of the document",
                self.here()
            )));
        }
        Ok(self.document)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// Reads one value; true if it is an array or object that is not empty, whose first value is
    /// next.
    fn value(&mut self) -> Step<bool> {
        let start = self.at;
        match self.peek() {
            Some(b'"') => {
                let text = self.string()?;
                self.document.push(start, Kind::String(text));
            }
            Some(b'{') => return self.open(true),
            Some(b'[') => return self.open(false),
            Some(b'-' | b'0'..=b'9') => {
                let text = self.number()?;
                self.document.push(start, Kind::Number(text.into()));
            }
            Some(b't') => self.word("true", Kind::Bool(true))?,
            Some(b'f') => self.word("false", Kind::Bool(false))?,
            Some(b'n') => self.word("null", Kind::Null)?,
            _ => return Err(self.no_value()),
        }
        Ok(false)
    }

    fn open(&mut self, object: bool) -> Step<bool> {
        if self.open.len() >= DEPTH_LIMIT {
            return Err(self.fault(super::too_deep()));
        }
        let (kind, close) = if object {
            (Kind::Object(0), b'}')
        } else {
            (Kind::Array(0), b']')
        };
        let index = self.document.push(self.at, kind);
        self.at += 1;
        self.skip_space();
        if self.peek() == Some(close) {
            self.at += 1;
            return Ok(false);
        }
        self.open.push(Open {
            index,
            len: 0,
            object,
        });
        if object {
            self.key()?;
        }
        Ok(true)
    }

    /// Goes on after a value: closes what ends here, and stands before the next value. True at
    /// the end of the document.
    fn after_value(&mut self) -> Step<bool> {
        loop {
            self.skip_space();
            let byte = self.peek();
            let Some(open) = self.open.last_mut() else {
                return Ok(true);
            };
            open.len += 1;
            let &mut Open { index, len, object } = open;
            match byte {
                Some(b',') => {
                    self.at += 1;
                    if object {
                        self.skip_space();
                        self.key()?;
                    }
                    return Ok(false);
                }
                Some(b'}') if object => self.document.close_object(index, len),
                Some(b']') if !object => self.document.close_array(index, len),
                _ => return Err(self.no_comma(object)),
            }
            self.at += 1;
            self.open.pop();
        }
    }

    /// Reads the name of a member and the colon after it.
    fn key(&mut self) -> Step {
        let start = self.at;
        if self.peek() != Some(b'"') {
            return Err(self.no_key());
        }
        let text = self.string()?;
        self.document.push(start, Kind::String(text));
        self.skip_space();
        if self.peek() != Some(b':') {
            return Err(self.fault(format!("`:` is due after the name, not {}", self.here())));
        }
        self.at += 1;
        Ok(())
    }

    fn word(&mut self, word: &str, kind: Kind<'t>) -> Step {
        let rest = self.text.get(self.at..).unwrap_or_default();
        if !rest.starts_with(word) {
            return Err(self.no_value());
        }
        self.document.push(self.at, kind);
        self.at += word.len();
        Ok(())
    }

    /// Reads a number; what may follow it is somebody else's question.
    fn number(&mut self) -> Step<&'t str> {
        let start = self.at;
        self.skip_byte(|byte| byte == b'-');
        let whole = self.at;
        self.digits()?;
        if self.text.as_bytes().get(whole) == Some(&b'0') && self.at - whole > 1 {
            let help = "write it without leading zeros, or as a string";
            let message = "a number does not start with `0`".to_owned();
            return Err(Fault {
                at: start,
                message,
                help: Some(help),
            });
        }
        if self.skip_byte(|byte| byte == b'.') {
            self.digits()?;
        }
        let exponent = self.skip_byte(|byte| matches!(byte, b'e' | b'E'));
        if exponent {
            self.skip_byte(|byte| matches!(byte, b'+' | b'-'));
            self.digits()?;
        }
        let text = self.text.get(start..self.at).unwrap_or_default();
        // Without an exponent, only more than three hundred digits leave the range of a double.
        if (exponent || text.len() > 300) && !text.parse::<f64>().is_ok_and(f64::is_finite) {
            let message = format!("`{}` is larger than a number can be", excerpt(text));
            return Err(Fault {
                at: start,
                message,
                help: None,
            });
        }
        Ok(text)
    }

    fn skip_byte(&mut self, wanted: impl Fn(u8) -> bool) -> bool {
        let found = self.peek().is_some_and(wanted);
        self.at += usize::from(found);
        found
    }

    fn digits(&mut self) -> Step {
        let start = self.at;
        while self.skip_byte(|byte| byte.is_ascii_digit()) {}
        if self.at == start {
            return Err(self.fault(format!("a digit is due, not {}", self.here())));
        }
        Ok(())
    }

    /// Reads a string, from its first quotation mark to its last. What needs no unescaping is
    /// borrowed.
    fn string(&mut self) -> Step<Cow<'t, str>> {
        let opening = self.at;
        self.at += 1;
        let mut unescaped = String::new();
        let mut copied = self.at;
        loop {
            self.at += plain_length(self.text.as_bytes().get(self.at..).unwrap_or_default());
            let run = self.text.get(copied..self.at).unwrap_or_default();
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    if unescaped.is_empty() {
                        return Ok(Cow::Borrowed(run));
                    }
                    unescaped.push_str(run);
                    return Ok(Cow::Owned(unescaped));
                }
                Some(b'\\') => {
                    unescaped.push_str(run);
                    unescaped.push(self.escape()?);
                    copied = self.at;
                }
                Some(_) => {
                    let help = "write line breaks as `\\n` and tabs as `\\t`";
                    let message = format!("a string may not contain {} itself", self.here());
                    return Err(Fault {
                        at: self.at,
                        message,
                        help: Some(help),
                    });
                }
                None => {
                    let message = "the string that starts here has no end".to_owned();
                    return Err(Fault {
                        at: opening,
                        message,
                        help: Some("add `\"` after it"),
                    });
                }
            }
        }
    }

    fn escape(&mut self) -> Step<char> {
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
                return Err(Fault {
                    at: start,
                    message,
                    help: Some(help),
                });
            }
        })
    }

    /// Reads what follows `\u`: four digits, or a pair of surrogates.
    fn unicode_escape(&mut self, start: usize) -> Step<char> {
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
            Fault {
                at: start,
                message,
                help: Some(help),
            }
        })
    }

    fn hex4(&mut self, start: usize) -> Step<u32> {
        let digits = self.text.get(self.at..self.at + 4);
        let digits = digits.filter(|text| text.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        self.at += 4;
        code.ok_or_else(|| {
            let message = "`\\u` is not followed by four hexadecimal digits".to_owned();
            Fault {
                at: start,
                message,
                help: None,
            }
        })
    }
}

/// What is wrong, in words.
impl Reader<'_> {
    fn fault(&self, message: String) -> Fault {
        Fault {
            at: self.at,
            message,
            help: None,
        }
    }

    /// What stands here, to be shown.
    fn here(&self) -> String {
        let rest = self.text.get(self.at..).unwrap_or_default();
        match rest.chars().next() {
            None => "the end of the text".to_owned(),
            Some('\n' | '\r') => "a line break".to_owned(),
            Some('\t') => "a tab".to_owned(),
            Some(control) if control.is_control() => {
                format!("the character U+{:04X}", u32::from(control))
            }
            Some(character) if character.is_alphanumeric() => {
                let end = rest
                    .find(|c: char| !c.is_alphanumeric())
                    .unwrap_or(rest.len());
                format!("`{}`", excerpt(rest.get(..end).unwrap_or_default()))
            }
            Some(character) => format!("`{character}`"),
        }
    }

    fn no_value(&self) -> Fault {
        let after_comma = self
            .text
            .get(..self.at)
            .unwrap_or_default()
            .trim_end()
            .ends_with(',');
        let help = match self.peek() {
            Some(b']') if after_comma => Some("remove the comma before it"),
            Some(b'\'') => Some("JSON has strings in double quotes only"),
            Some(b'/' | b'#') => Some("JSON has no comments"),
            Some(byte) if byte.is_ascii_alphabetic() => Some("put a string in double quotes"),
            _ => None,
        };
        let message = match self.peek() {
            Some(b']' | b'}' | b',' | b':') => format!("a value is missing before {}", self.here()),
            _ => format!("a value is due, not {}", self.here()),
        };
        Fault {
            at: self.at,
            message,
            help,
        }
    }

    fn no_key(&self) -> Fault {
        let help = match self.peek() {
            Some(b'}') => Some("remove the comma before it"),
            Some(b'\'') => Some("JSON has strings in double quotes only"),
            Some(b'/' | b'#') => Some("JSON has no comments"),
            Some(byte) if byte.is_ascii_alphanumeric() => Some("put the name in double quotes"),
            _ => None,
        };
        let message = format!("the name of a member is due, not {}", self.here());
        Fault {
            at: self.at,
            message,
            help,
        }
    }

    fn no_comma(&self, object: bool) -> Fault {
        let close = if object { '}' } else { ']' };
        let help = match self.peek() {
            Some(b'/' | b'#') => Some("JSON has no comments"),
            _ => None,
        };
        let message = format!("`,` or `{close}` is due, not {}", self.here());
        Fault {
            at: self.at,
            message,
            help,
        }
    }
}

/// At most the first characters of something long.
fn excerpt(text: &str) -> String {
    match text.char_indices().nth(32) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// How many bytes at the start of `bytes` are part of a string as they stand: neither quotation
/// mark nor backslash nor control character. Looks at eight bytes at a time.
fn plain_length(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::from_ne_bytes([0x01; 8]);
    const HIGHS: u64 = u64::from_ne_bytes([0x80; 8]);
    let mut length = 0;
    while let Some(chunk) = bytes.get(length..).and_then(<[u8]>::first_chunk::<8>) {
        let word = u64::from_le_bytes(*chunk);
        // The high bit of each byte that is (at least) the lowest one to be zero, or below 0x20.
        let zero = |word: u64| word.wrapping_sub(ONES) & !word;
        let quote = zero(word ^ (ONES * u64::from(b'"')));
        let backslash = zero(word ^ (ONES * u64::from(b'\\')));
        let control = word.wrapping_sub(ONES * 0x20) & !word;
        let found = (quote | backslash | control) & HIGHS;
        if found != 0 {
            return length + (found.trailing_zeros() / 8) as usize;
        }
        length += 8;
    }
    let rest = bytes.get(length..).unwrap_or_default();
    let special = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..0x20);
    length + rest.iter().position(special).unwrap_or(rest.len())
}
