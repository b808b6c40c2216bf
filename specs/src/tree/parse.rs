//! Text -> tree.

use std::borrow::Cow;
use std::collections::HashSet;

use super::{Member, Node, Value, escape};

/// Nesting beyond this is refused: no published file comes near it, and everything that walks the
/// tree may then recurse.
const MAX_DEPTH: usize = 256;

/// What went wrong, and the offset at which it did.
#[derive(Debug, PartialEq)]
pub(crate) struct Fault {
    pub(crate) at: usize,
    pub(crate) message: String,
    /// Where in the tree, for faults that are not of syntax.
    pub(crate) pointer: String,
}

/// Which members of which member of the root are wanted: called with both names.
pub(crate) type Filter<'f> = &'f dyn Fn(&str, &str) -> bool;

/// Reads a text. Members of the root's members that `filter` does not want are passed over: their
/// syntax is checked, but nothing is built of them.
pub(crate) fn parse<'t>(text: &'t str, filter: Filter<'_>) -> Result<Node<'t>, Vec<Fault>> {
    let mut parser = Parser {
        text,
        bytes: text.as_bytes(),
        at: 0,
        path: Vec::new(),
        filter,
        twice: Vec::new(),
    };
    let root = parser.document().map_err(|fault| vec![fault])?;
    if parser.twice.is_empty() {
        Ok(root)
    } else {
        Err(parser.twice)
    }
}

struct Parser<'t, 'f> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    path: Vec<Step<'t>>,
    filter: Filter<'f>,
    /// Names that occur twice in one object.
    twice: Vec<Fault>,
}

enum Step<'t> {
    Key(Cow<'t, str>),
    Index(usize),
}

type Parsed<T> = Result<T, Fault>;

impl<'t> Parser<'t, '_> {
    fn document(&mut self) -> Parsed<Node<'t>> {
        self.space();
        let root = self.value()?;
        self.space();
        if self.at < self.bytes.len() {
            return Err(self.fault("the text goes on after the JSON value has ended"));
        }
        Ok(root)
    }

    fn value(&mut self) -> Parsed<Node<'t>> {
        let at = self.at;
        let value = match self.peek() {
            Some(b'{') => self.object()?,
            Some(b'[') => self.array()?,
            Some(b'"') => Value::String(self.string()?),
            Some(b'-' | b'0'..=b'9') => Value::Number(self.number()?),
            Some(b't') => self.word("true", Value::Bool(true))?,
            Some(b'f') => self.word("false", Value::Bool(false))?,
            Some(b'n') => self.word("null", Value::Null)?,
            Some(_) => return Err(self.unexpected("a value")),
            None => return Err(self.fault("the text ends where a value is due")),
        };
        Ok(Node { at, value })
    }

    fn object(&mut self) -> Parsed<Value<'t>> {
        self.deeper()?;
        self.at += 1;
        let mut members: Vec<Member<'t>> = Vec::new();
        self.space();
        if self.take(b'}') {
            return Ok(Value::Object(members));
        }
        let mut seen = HashSet::new();
        loop {
            self.space();
            if self.peek() != Some(b'"') {
                return Err(self.unexpected("a name in double quotes"));
            }
            let key_at = self.at;
            let key = self.string()?;
            self.space();
            if !self.take(b':') {
                return Err(self.unexpected("`:` after the name of a member"));
            }
            self.space();
            if is_repeated(&members, &mut seen, &key) {
                self.note_repeated(&key, key_at);
            }
            if self.is_wanted(&key) {
                self.path.push(Step::Key(key));
                let node = self.value()?;
                if let Some(Step::Key(key)) = self.path.pop() {
                    members.push(Member { key, node });
                }
            } else {
                self.path.push(Step::Key(key));
                self.skip()?;
                self.path.pop();
            }
            self.space();
            if self.take(b'}') {
                return Ok(Value::Object(members));
            }
            if !self.take(b',') {
                return Err(self.unexpected("`,` or `}` after a member"));
            }
        }
    }

    fn is_wanted(&self, key: &str) -> bool {
        match self.path.as_slice() {
            [Step::Key(parent)] => (self.filter)(parent, key),
            _ => true,
        }
    }

    fn array(&mut self) -> Parsed<Value<'t>> {
        self.deeper()?;
        self.at += 1;
        let mut elements = Vec::new();
        self.space();
        if self.take(b']') {
            return Ok(Value::Array(elements));
        }
        loop {
            self.space();
            self.path.push(Step::Index(elements.len()));
            elements.push(self.value()?);
            self.path.pop();
            self.space();
            if self.take(b']') {
                return Ok(Value::Array(elements));
            }
            if !self.take(b',') {
                return Err(self.unexpected("`,` or `]` after an element"));
            }
        }
    }

    /// Passes over one value. Brackets are matched by kind; what stands between them is only
    /// looked at as far as that needs.
    fn skip(&mut self) -> Parsed<()> {
        let mut open = Vec::new();
        loop {
            match self.peek() {
                None => return Err(self.fault("the text ends before this value does")),
                Some(b'"') => self.skip_string()?,
                Some(bracket @ (b'{' | b'[')) => {
                    open.push(bracket);
                    self.at += 1;
                }
                Some(bracket @ (b'}' | b']')) => {
                    let opener = if bracket == b'}' { b'{' } else { b'[' };
                    if open.pop() != Some(opener) {
                        return Err(self.unexpected("the matching bracket"));
                    }
                    self.at += 1;
                }
                Some(b',') if open.is_empty() => return Err(self.unexpected("a value")),
                Some(_) => self.at += 1,
            }
            if open.is_empty()
                && matches!(
                    self.peek(),
                    None | Some(b',' | b'}' | b']' | b' ' | b'\n' | b'\r' | b'\t')
                )
            {
                return Ok(());
            }
        }
    }

    /// Passes over one string. `find` is compiled with the standard library, hence fast even where
    /// this crate is not optimised.
    fn skip_string(&mut self) -> Parsed<()> {
        self.at += 1;
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let Some(end) = rest.find('"') else {
                return Err(self.fault("the text ends inside a string"));
            };
            let before = rest.get(..end).unwrap_or_default();
            let slashes = before
                .bytes()
                .rev()
                .take_while(|byte| *byte == b'\\')
                .count();
            self.at += end + 1;
            if slashes % 2 == 0 {
                return Ok(());
            }
        }
    }

    fn string(&mut self) -> Parsed<Cow<'t, str>> {
        self.at += 1;
        let start = self.at;
        loop {
            match self.peek() {
                Some(b'"') => {
                    let text = self.text.get(start..self.at).unwrap_or_default();
                    self.at += 1;
                    return Ok(Cow::Borrowed(text));
                }
                Some(b'\\') => return self.string_with_escapes(start),
                Some(0..=0x1f) => return Err(self.fault(CONTROL)),
                Some(_) => self.at += 1,
                None => return Err(self.fault("the text ends inside a string")),
            }
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

    fn number(&mut self) -> Parsed<&'t str> {
        let start = self.at;
        self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(self.text.get(start..self.at).unwrap_or_default())
    }

    fn digits(&mut self) -> Parsed<()> {
        if !matches!(self.peek(), Some(b'0'..=b'9')) {
            return Err(self.unexpected("a digit"));
        }
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        Ok(())
    }

    fn word(&mut self, word: &str, value: Value<'t>) -> Parsed<Value<'t>> {
        if self.bytes.get(self.at..self.at + word.len()) == Some(word.as_bytes()) {
            self.at += word.len();
            Ok(value)
        } else {
            Err(self.unexpected("a value"))
        }
    }

    fn deeper(&self) -> Parsed<()> {
        if self.path.len() < MAX_DEPTH {
            return Ok(());
        }
        Err(self.fault(&format!(
            "objects and arrays nest deeper than {MAX_DEPTH} levels"
        )))
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let is_there = self.peek() == Some(byte);
        if is_there {
            self.at += 1;
        }
        is_there
    }

    fn unexpected(&self, due: &str) -> Fault {
        match self
            .text
            .get(self.at..)
            .and_then(|rest| rest.chars().next())
        {
            Some(found) => self.fault(&format!(
                "{due} is due here, but `{}` follows",
                found.escape_default()
            )),
            None => self.fault(&format!("the text ends where {due} is due")),
        }
    }

    fn fault(&self, message: &str) -> Fault {
        Fault {
            at: self.at,
            message: message.to_owned(),
            pointer: String::new(),
        }
    }

    fn note_repeated(&mut self, key: &str, at: usize) {
        let mut pointer = String::new();
        for step in &self.path {
            pointer.push('/');
            match step {
                Step::Key(key) => pointer.push_str(&escape(key)),
                Step::Index(index) => pointer.push_str(&index.to_string()),
            }
        }
        pointer.push('/');
        pointer.push_str(&escape(key));
        let message = format!("the member `{key}` occurs twice in one object");
        self.twice.push(Fault {
            at,
            message,
            pointer,
        });
    }
}

const CONTROL: &str = "a string holds a control character that is not escaped";

/// Whether an object has that member already. A scan of the members is fastest for the usual few; a
/// set takes over when they become many.
fn is_repeated<'t>(
    members: &[Member<'t>],
    seen: &mut HashSet<Cow<'t, str>>,
    key: &Cow<'t, str>,
) -> bool {
    const FEW: usize = 12;
    if members.len() < FEW {
        return members.iter().any(|member| member.key == *key);
    }
    if seen.is_empty() {
        seen.extend(members.iter().map(|member| member.key.clone()));
    }
    !seen.insert(key.clone())
}
