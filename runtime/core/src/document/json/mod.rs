//! Our own reader of JSON text (RFC 8259): it keeps positions and the text of numbers, borrows
//! strings, and does not recurse.

use super::{DEPTH_LIMIT, Document, Kind, SyntaxError, shown};
use crate::text::scan;

mod extent;
mod fault;
mod string;

pub(super) use extent::length;
use fault::SyntaxFault;

impl<'t> Document<'t> {
    /// Reads a JSON text. A byte order mark before it is ignored, as the RFC allows.
    ///
    /// # Errors
    ///
    /// At the first place where the text is not JSON, or nests too deep, or has a number larger
    /// than a double can hold.
    pub(crate) fn from_json(text: &'t str) -> Result<Self, SyntaxError> {
        super::check_size(text)?;
        let document = Self::of_text(text);
        let at = if text.starts_with('\u{FEFF}') {
            '\u{FEFF}'.len_utf8()
        } else {
            0
        };
        let reader = Reader {
            text,
            at,
            document,
            open: Vec::with_capacity(USUAL_DEPTH),
        };
        reader.read().map_err(|fault| fault.in_text(text))
    }
}

/// Open arrays and objects for which there is room from the start.
const USUAL_DEPTH: usize = 16;

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

type ReadResult<T = ()> = Result<T, SyntaxFault>;

impl<'t> Reader<'t> {
    fn read(mut self) -> ReadResult<Document<'t>> {
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

    /// Mostly nothing or one space stands between two parts, or a line break with spaces after it.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "measured: it is asked twice for every value"
    )]
    fn skip_space(&mut self) {
        self.at += usize::from(self.peek() == Some(b' '));
        if self.peek().is_some_and(|byte| byte <= b' ') {
            self.at += scan::space(self.text.as_bytes().get(self.at..).unwrap_or_default());
        }
    }

    /// Reads one value; true if it is an array or object that is not empty, whose first value is
    /// next.
    fn value(&mut self) -> ReadResult<bool> {
        let start = self.at;
        match self.peek() {
            Some(b'"') => {
                self.string()?;
            }
            Some(b'{') => return self.open(true),
            Some(b'[') => return self.open(false),
            Some(b'-' | b'0'..=b'9') => {
                let text = self.number()?;
                self.document.push(start, Kind::Number(text));
            }
            Some(b't') => self.word("true", Kind::Bool(true))?,
            Some(b'f') => self.word("false", Kind::Bool(false))?,
            Some(b'n') => self.word("null", Kind::Null)?,
            _ => return Err(self.no_value()),
        }
        Ok(false)
    }

    fn open(&mut self, object: bool) -> ReadResult<bool> {
        if self.open.len() >= DEPTH_LIMIT {
            return Err(self.fault(super::too_deep("document")));
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
    fn after_value(&mut self) -> ReadResult<bool> {
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
    fn key(&mut self) -> ReadResult {
        if self.peek() != Some(b'"') {
            return Err(self.no_key());
        }
        self.string()?;
        self.skip_space();
        if self.peek() != Some(b':') {
            return Err(self.fault(format!("`:` is due after the name, not {}", self.here())));
        }
        self.at += 1;
        Ok(())
    }

    fn word(&mut self, word: &str, kind: Kind<'t>) -> ReadResult {
        let rest = self.text.get(self.at..).unwrap_or_default();
        if !rest.starts_with(word) {
            return Err(self.no_value());
        }
        self.document.push(self.at, kind);
        self.at += word.len();
        Ok(())
    }

    /// Reads a number; what may follow it is somebody else's question.
    fn number(&mut self) -> ReadResult<&'t str> {
        let start = self.at;
        self.skip_byte(|byte| byte == b'-');
        let whole = self.at;
        self.digits()?;
        if self.text.as_bytes().get(whole) == Some(&b'0') && self.at - whole > 1 {
            let help = "write it without leading zeros, or as a string";
            let message = "a number does not start with `0`".to_owned();
            return Err(SyntaxFault::new(start, message, Some(help)));
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
            let message = format!("`{}` is larger than a number can be", shown(text));
            return Err(SyntaxFault::new(start, message, None));
        }
        Ok(text)
    }

    fn skip_byte(&mut self, wanted: impl Fn(u8) -> bool) -> bool {
        let found = self.peek().is_some_and(wanted);
        self.at += usize::from(found);
        found
    }

    fn digits(&mut self) -> ReadResult {
        let start = self.at;
        while self.skip_byte(|byte| byte.is_ascii_digit()) {}
        if self.at == start {
            return Err(self.fault(format!("a digit is due, not {}", self.here())));
        }
        Ok(())
    }
}
