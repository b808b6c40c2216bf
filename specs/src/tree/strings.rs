//! Strings and their escapes.

use std::borrow::Cow;

use super::parse::{Fault, Parsed, Parser};

const CONTROL: &str = "a string holds a control character that is not escaped";

impl<'t> Parser<'t, '_> {
    /// Passes over one string. `find` is compiled with the standard library, hence fast even where
    /// this crate is not optimised.
    pub(super) fn skip_string(&mut self) -> Parsed<()> {
        self.at += 1;
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let Some(end) = rest.find('"') else {
                return Err(self.fault("the text ends inside a string"));
            };
            let is_escaped = end > 0 && self.slashes_before(self.at + end) % 2 == 1;
            self.at += end + 1;
            if !is_escaped {
                return Ok(());
            }
        }
    }

    fn slashes_before(&self, end: usize) -> usize {
        let mut start = end;
        while start > 0 && self.bytes.get(start - 1) == Some(&b'\\') {
            start -= 1;
        }
        end - start
    }

    pub(super) fn string(&mut self) -> Parsed<Cow<'t, str>> {
        self.at += 1;
        let start = self.at;
        self.at = self.bytes.len() - plain_tail(self.rest()).len();
        match self.peek() {
            Some(b'"') => {
                let text = self.text.get(start..self.at).unwrap_or_default();
                self.at += 1;
                Ok(Cow::Borrowed(text))
            }
            Some(b'\\') => self.string_with_escapes(start),
            Some(_) => Err(self.fault(CONTROL)),
            None => Err(self.fault("the text ends inside a string")),
        }
    }

    fn string_with_escapes(&mut self, start: usize) -> Parsed<Cow<'t, str>> {
        let mut text = String::from(self.text.get(start..self.at).unwrap_or_default());
        let mut plain = self.at;
        loop {
            match self.peek() {
                Some(b'"') => {
                    text.push_str(self.text.get(plain..self.at).unwrap_or_default());
                    self.at += 1;
                    return Ok(Cow::Owned(text));
                }
                Some(b'\\') => {
                    text.push_str(self.text.get(plain..self.at).unwrap_or_default());
                    text.push(self.escape()?);
                    plain = self.at;
                }
                Some(0..=0x1f) => return Err(self.fault(CONTROL)),
                Some(_) => self.at += 1,
                None => return Err(self.fault("the text ends inside a string")),
            }
        }
    }

    fn escape(&mut self) -> Parsed<char> {
        let start = self.at;
        self.at += 1;
        let letter = self.peek();
        self.at += 1;
        Ok(match letter {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode_escape(start),
            _ => {
                self.at = start;
                return Err(self.fault("`\\` starts no escape that JSON knows"));
            }
        })
    }

    fn unicode_escape(&mut self, start: usize) -> Parsed<char> {
        let first = self.four_digits(start)?;
        let mut code = first;
        if (0xd800..0xdc00).contains(&first) && self.bytes.get(self.at..self.at + 2) == Some(br"\u")
        {
            self.at += 2;
            let second = self.four_digits(start)?;
            if (0xdc00..0xe000).contains(&second) {
                code = 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00);
            }
        }
        char::from_u32(code).ok_or_else(|| Fault {
            at: start,
            message: "this escape is half of a surrogate pair".to_owned(),
            pointer: String::new(),
        })
    }

    fn four_digits(&mut self, start: usize) -> Parsed<u32> {
        let digits = self.text.get(self.at..self.at + 4).unwrap_or_default();
        let is_hex = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        match u32::from_str_radix(digits, 16) {
            Ok(code) if is_hex => {
                self.at += 4;
                Ok(code)
            }
            _ => {
                self.at = start;
                Err(self.fault("`\\u` is not followed by four hexadecimal digits"))
            }
        }
    }
}

/// The text from the first byte on that ends a string or needs a closer look.
fn plain_tail(mut text: &[u8]) -> &[u8] {
    while let [b' '..=b'!' | b'#'..=b'[' | b']'..=0xff, tail @ ..] = text {
        text = tail;
    }
    text
}
