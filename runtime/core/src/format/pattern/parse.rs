//! Reads a pattern: the grammar of ECMA-262, section "Patterns", with the flag `u`; and where that
//! refuses it, the older and more lenient grammar of its annex B.

use super::node::{Node, Unread};
use super::set::{CharSet, SetBuilder};
use std::sync::Arc;

/// Groups within groups that are followed.
const MOST_DEPTH: u32 = 100;
/// Bytes of a pattern that is read; the longest published one has twelve hundred.
const MOST_LENGTH: usize = 1 << 14;

/// Line ends, which a dot does not match.
const LINE_ENDS: &[(u32, u32)] = &[(0x0A, 0x0A), (0x0D, 0x0D), (0x2028, 0x2029)];

/// The tree of a pattern.
pub(super) fn parse(expression: &str) -> Result<Node, Unread> {
    if expression.len() > MOST_LENGTH {
        return Err(Unread::Large);
    }
    match Parser::new(expression, false).all() {
        Err(Unread::Syntax) => Parser::new(expression, true).all(),
        other => other,
    }
}

pub(super) struct Parser<'a> {
    whole: &'a str,
    pub(super) rest: &'a str,
    /// Whether the lenient grammar is read.
    pub(super) lenient: bool,
    depth: u32,
    /// The number of groups, once it was asked for.
    groups: Option<usize>,
    /// The names of groups, each with the branches around it.
    names: Vec<(&'a str, Vec<Branch>)>,
    /// The branches around this place.
    branches: Vec<Branch>,
    /// How many choices were begun.
    choices: usize,
}

/// One of the alternatives of a choice: the number of the choice, and which of them.
type Branch = (usize, usize);

impl<'a> Parser<'a> {
    fn new(whole: &'a str, lenient: bool) -> Self {
        Self {
            whole,
            rest: whole,
            lenient,
            depth: 0,
            groups: None,
            names: Vec::new(),
            branches: Vec::new(),
            choices: 0,
        }
    }

    fn all(mut self) -> Result<Node, Unread> {
        let node = self.choice()?;
        if self.rest.is_empty() {
            Ok(node)
        } else {
            // A closing parenthesis that nothing opened.
            Err(Unread::Syntax)
        }
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    pub(super) fn bump(&mut self) -> Option<char> {
        let mut letters = self.rest.chars();
        let letter = letters.next();
        self.rest = letters.as_str();
        letter
    }

    pub(super) fn eat(&mut self, text: &str) -> bool {
        let rest = self.rest.strip_prefix(text);
        if let Some(rest) = rest {
            self.rest = rest;
        }
        rest.is_some()
    }

    fn choice(&mut self) -> Result<Node, Unread> {
        let number = self.choices;
        self.choices += 1;
        self.branches.push((number, 0));
        let first = self.sequence()?;
        let mut branches = vec![first];
        while self.eat("|") {
            if let Some((_, branch)) = self.branches.last_mut() {
                *branch += 1;
            }
            branches.push(self.sequence()?);
        }
        self.branches.pop();
        Ok(if branches.len() == 1 {
            branches.pop().unwrap_or(Node::Empty)
        } else {
            Node::Choice(branches)
        })
    }

    /// Notes the name of a group. Another group may have it only where no text matches both.
    fn note_name(&mut self, name: &'a str) -> Result<(), Unread> {
        let here = &self.branches;
        let meets = |(other, there): &(&str, Vec<Branch>)| {
            let parts = there
                .iter()
                .zip(here)
                .any(|(left, right)| left.0 == right.0 && left.1 != right.1);
            *other == name && !parts
        };
        if self.names.iter().any(meets) {
            return Err(Unread::Syntax);
        }
        self.names.push((name, here.clone()));
        Ok(())
    }

    fn sequence(&mut self) -> Result<Node, Unread> {
        let mut parts = Vec::new();
        while !matches!(self.peek(), None | Some('|' | ')')) {
            let (node, repeatable) = self.term()?;
            let node = match self.quantifier()? {
                None => node,
                Some(_) if !repeatable => return Err(Unread::Syntax),
                Some((least, most)) => repeat(node, least, most),
            };
            if !matches!(node, Node::Empty) {
                parts.push(node);
            }
        }
        Ok(if parts.len() == 1 {
            parts.pop().unwrap_or(Node::Empty)
        } else {
            Node::Sequence(parts)
        })
    }

    /// An atom or assertion, and whether it may be repeated.
    fn term(&mut self) -> Result<(Node, bool), Unread> {
        let node = match self.bump().ok_or(Unread::Syntax)? {
            '^' => return Ok((Node::Start, false)),
            '$' => return Ok((Node::End, false)),
            '(' => return self.group(),
            '.' => {
                let mut line_ends = SetBuilder::default();
                line_ends.add_all(LINE_ENDS);
                Node::Set(Arc::new(line_ends.finish(true)))
            }
            '[' => Node::Set(Arc::new(self.class()?)),
            '\\' => return self.escaped_term(),
            '*' | '+' | '?' => return Err(Unread::Syntax),
            '{' | '}' | ']' if !self.lenient => return Err(Unread::Syntax),
            '{' if braces(self.rest).is_some() => return Err(Unread::Syntax),
            letter => Node::Char(letter),
        };
        Ok((node, true))
    }

    /// What a parenthesis opened.
    fn group(&mut self) -> Result<(Node, bool), Unread> {
        self.depth += 1;
        if self.depth > MOST_DEPTH {
            return Err(Unread::Deep);
        }
        let look = if self.eat("?=") {
            Some((false, false))
        } else if self.eat("?!") {
            Some((false, true))
        } else if self.eat("?<=") {
            Some((true, false))
        } else if self.eat("?<!") {
            Some((true, true))
        } else {
            self.group_name()?;
            None
        };
        let body = self.choice()?;
        if !self.eat(")") {
            return Err(Unread::Syntax);
        }
        self.depth -= 1;
        let Some((behind, negated)) = look else {
            return Ok((body, true));
        };
        let body = Box::new(body);
        let node = Node::Look {
            body,
            behind,
            negated,
        };
        Ok((node, self.lenient && !behind))
    }

    /// Passes over `?:` and `?<name>`.
    fn group_name(&mut self) -> Result<(), Unread> {
        if self.eat("?<") {
            let (name, rest) = self.rest.split_once('>').ok_or(Unread::Syntax)?;
            let mut letters = name.chars();
            let starts = |letter: char| letter.is_alphabetic() || matches!(letter, '$' | '_');
            let goes_on = |letter: char| starts(letter) || letter.is_alphanumeric();
            if !letters.next().is_some_and(starts) || !letters.all(goes_on) {
                return Err(Unread::Syntax);
            }
            self.rest = rest;
            self.note_name(name)
        } else if self.eat("?:") || !self.rest.starts_with('?') {
            Ok(())
        } else {
            // Flags for a part of the pattern: each dialect has its own.
            Err(Unread::Dialect)
        }
    }

    /// How often what stands before is repeated, if that is said here.
    fn quantifier(&mut self) -> Result<Option<(u32, Option<u32>)>, Unread> {
        let (least, most) = match self.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => match self.rest.strip_prefix('{').and_then(braces) {
                Some((least, most, rest)) => {
                    self.rest = rest;
                    self.eat("?");
                    let in_order = most.is_none_or(|most| least <= most);
                    return if in_order {
                        Ok(Some((least, most)))
                    } else {
                        Err(Unread::Syntax)
                    };
                }
                None if self.lenient => return Ok(None),
                None => return Err(Unread::Syntax),
            },
            _ => return Ok(None),
        };
        self.bump();
        // As few as possible or as many: the same texts match.
        self.eat("?");
        Ok(Some((least, most)))
    }

    /// What a bracket opened.
    fn class(&mut self) -> Result<CharSet, Unread> {
        let inverted = self.eat("^");
        let mut set = SetBuilder::default();
        loop {
            if self.eat("]") {
                return Ok(set.finish(inverted));
            }
            let first = self.class_atom()?;
            let ranges = self.rest.starts_with('-') && !self.rest.starts_with("-]");
            if !ranges {
                first.add_to(&mut set);
                continue;
            }
            self.bump();
            let last = self.class_atom()?;
            match (first, last) {
                (Atom::Code(first), Atom::Code(last)) if first <= last => {
                    set.add(first, last);
                }
                (Atom::Code(_), Atom::Code(_)) => return Err(Unread::Syntax),
                _ if !self.lenient => return Err(Unread::Syntax),
                (first, last) => {
                    first.add_to(&mut set);
                    last.add_to(&mut set);
                    set.add(0x2D, 0x2D);
                }
            }
        }
    }

    fn class_atom(&mut self) -> Result<Atom, Unread> {
        // `[a-z&&[^x]]` and `[[:alpha:]]`: sets within sets, which other dialects have.
        if self.lenient && (self.rest.starts_with("&&[") || self.rest.starts_with("[:")) {
            return Err(Unread::Dialect);
        }
        match self.bump().ok_or(Unread::Syntax)? {
            '\\' => self.escape(true),
            letter => Ok(Atom::Code(u32::from(letter))),
        }
    }

    /// Whether a group has a name, which makes `\k` a reference in the lenient grammar too.
    pub(super) fn names_groups(&self) -> bool {
        let mut opened = self.whole.split("(?<").skip(1);
        opened.any(|after| !after.starts_with(['=', '!']))
    }

    /// Goes back over the letter just read, which must be of ASCII.
    pub(super) fn unread_letter(&mut self) {
        let at = self.whole.len().saturating_sub(self.rest.len() + 1);
        self.rest = self.whole.get(at..).unwrap_or_default();
    }

    /// The number of groups that a back-reference may mean.
    pub(super) fn groups(&mut self) -> usize {
        let whole = self.whole;
        *self.groups.get_or_insert_with(|| count_groups(whole))
    }
}

fn count_groups(whole: &str) -> usize {
    let (mut groups, mut in_class, mut escaped) = (0, false, false);
    for (at, byte) in whole.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'[' => in_class = true,
            b']' => in_class = false,
            b'(' if !in_class => {
                let after = whole.get(at + 1..).unwrap_or_default();
                let named = after.starts_with("?<")
                    && !after.starts_with("?<=")
                    && !after.starts_with("?<!");
                groups += usize::from(named || !after.starts_with('?'));
            }
            _ => {}
        }
    }
    groups
}

/// One place of a bracket expression: a code point, which may be half of a range, or a set.
pub(super) enum Atom {
    Code(u32),
    Set(CharSet),
}

impl Atom {
    fn add_to(&self, set: &mut SetBuilder) {
        match self {
            Self::Code(code) => set.add(*code, *code),
            Self::Set(other) => set.add_set(other),
        };
    }
}

/// The numbers of `n}`, `n,}` or `n,m}`, and what follows; numbers too large to count to are as
/// large as can be.
fn braces(text: &str) -> Option<(u32, Option<u32>, &str)> {
    let (least, rest) = number(text)?;
    let Some(rest) = rest.strip_prefix(',') else {
        return Some((least, Some(least), rest.strip_prefix('}')?));
    };
    match number(rest) {
        None => Some((least, None, rest.strip_prefix('}')?)),
        Some((most, rest)) => Some((least, Some(most), rest.strip_prefix('}')?)),
    }
}

fn number(text: &str) -> Option<(u32, &str)> {
    let rest = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let digits = text
        .strip_suffix(rest)
        .filter(|digits| !digits.is_empty())?;
    Some((digits.parse().unwrap_or(u32::MAX), rest))
}

fn repeat(node: Node, least: u32, most: Option<u32>) -> Node {
    match (least, most) {
        (_, Some(0)) => Node::Empty,
        (1, Some(1)) => node,
        _ => match node {
            Node::Sequence(parts) if parts.is_empty() => Node::Empty,
            Node::Repeat {
                body,
                least: inner @ (0 | 1),
                most: None,
            } => Node::Repeat {
                // `(a*){3,5}` is `a*`, and `(a+){3,5}` is `a{3,}`.
                body,
                least: inner * least,
                most: None,
            },
            node => Node::Repeat {
                body: Box::new(node),
                least,
                most,
            },
        },
    }
}
