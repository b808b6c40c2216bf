//! Text -> tree.

use std::borrow::Cow;
use std::collections::HashSet;

use super::{Member, Node, Value, escape};
use crate::visible::quoted;

/// Nesting beyond this is refused: no published file comes near it, and everything that walks the
/// tree may then recurse.
pub(crate) const MAX_DEPTH: usize = 256;

/// What went wrong, and the offset at which it did.
#[derive(Debug, PartialEq)]
pub struct Fault {
    /// The offset, in bytes.
    pub at: usize,
    /// One sentence in lower case.
    pub message: String,
    /// Where in the tree, for faults that are not of syntax.
    pub pointer: String,
}

/// Which members of which member of the root are wanted: called with both names.
pub type Filter<'f> = &'f dyn Fn(&str, &str) -> bool;

/// Reads a text. Members of the root's members that `filter` does not want are passed over: of
/// their syntax only brackets and strings are checked, and nothing is built of them.
///
/// # Errors
///
/// The fault of syntax at which reading stopped, or every name that an object has twice.
pub fn parse<'t>(text: &'t str, filter: Filter<'_>) -> Result<Node<'t>, Vec<Fault>> {
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

pub(super) struct Parser<'t, 'f> {
    pub(super) text: &'t str,
    pub(super) bytes: &'t [u8],
    pub(super) at: usize,
    path: Vec<Step<'t>>,
    filter: Filter<'f>,
    /// Names that occur twice in one object.
    twice: Vec<Fault>,
}

enum Step<'t> {
    Key(Cow<'t, str>),
    Index(usize),
}

pub(super) type Parsed<T> = Result<T, Fault>;

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
            if is_repeated(&members, &mut seen, key.clone()) {
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
            if !open.is_empty() {
                self.skip_plain();
            }
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
                Some(_) if open.is_empty() => {
                    self.value()?;
                }
                Some(_) => self.at += 1,
            }
            if open.is_empty() {
                return Ok(());
            }
        }
    }

    /// Passes over what is neither bracket nor string, inside of brackets: the usual space, commas,
    /// numbers and words.
    fn skip_plain(&mut self) {
        let mut rest = self.rest();
        while let [
            b' ' | b'\n' | b'\r' | b'\t' | b',' | b':' | b'a'..=b'z',
            tail @ ..,
        ] = rest
        {
            rest = tail;
        }
        self.at = self.bytes.len() - rest.len();
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
        let mut rest = self.rest();
        while let [b' ' | b'\n' | b'\r' | b'\t', tail @ ..] = rest {
            rest = tail;
        }
        self.at = self.bytes.len() - rest.len();
    }

    /// What is still to be read. Loops take slices apart instead of counting: such patterns cost no
    /// call where the code is not optimised.
    pub(super) fn rest(&self) -> &'t [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let is_there = self.peek() == Some(byte);
        if is_there {
            self.at += 1;
        }
        is_there
    }

    pub(super) fn unexpected(&self, due: &str) -> Fault {
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

    pub(super) fn fault(&self, message: &str) -> Fault {
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
        let message = format!("the member {} occurs twice in one object", quoted(key));
        self.twice.push(Fault {
            at,
            message,
            pointer,
        });
    }
}

/// Whether an object has that member already. A scan of the members is fastest for the usual few; a
/// set takes over when they become many.
fn is_repeated<'t>(
    members: &[Member<'t>],
    seen: &mut HashSet<Cow<'t, str>>,
    key: Cow<'t, str>,
) -> bool {
    const FEW: usize = 12;
    if members.len() < FEW {
        return members.iter().any(|member| member.key == key);
    }
    if seen.is_empty() {
        seen.extend(members.iter().map(|member| member.key.clone()));
    }
    !seen.insert(key)
}
