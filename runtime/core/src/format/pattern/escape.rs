//! What a backslash introduces.

use super::category;
use super::node::{Node, Unread};
use super::parse::{Atom, Parser};
use super::set::{CharSet, SetBuilder};
use std::sync::Arc;

const DIGITS: &[(u32, u32)] = &[(0x30, 0x39)];
const WORD: &[(u32, u32)] = &[(0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)];
/// White space and line ends, as ECMA-262 has them.
const SPACE: &[(u32, u32)] = &[
    (0x09, 0x0D),
    (0x20, 0x20),
    (0xA0, 0xA0),
    (0x1680, 0x1680),
    (0x2000, 0x200A),
    (0x2028, 0x2029),
    (0x202F, 0x202F),
    (0x205F, 0x205F),
    (0x3000, 0x3000),
    (0xFEFF, 0xFEFF),
];

impl Parser<'_> {
    /// What a backslash outside of brackets introduces, and whether it may be repeated.
    pub(super) fn escaped_term(&mut self) -> Result<(Node, bool), Unread> {
        let edge = |negated| Ok((Node::WordEdge { negated }, false));
        match self.peek() {
            Some('b') => {
                self.bump();
                return edge(false);
            }
            Some('B') => {
                self.bump();
                return edge(true);
            }
            // The ends of the text in other dialects; here they would be capital letters, which nobody means.
            Some('A') => {
                self.bump();
                return Ok((Node::Start, false));
            }
            Some('Z' | 'z') => {
                self.bump();
                return Ok((Node::End, false));
            }
            Some('1'..='9') => self.back_reference()?,
            Some('k') if !self.lenient || self.names_groups() => return Err(Unread::BackReference),
            _ => {}
        }
        let node = match self.escape(false)? {
            Atom::Set(set) => Node::Set(Arc::new(set)),
            Atom::Code(code) => match char::from_u32(code) {
                Some(letter) => Node::Char(letter),
                // Half of a surrogate pair, which no text of Unicode characters holds.
                None => Node::Set(Arc::new(SetBuilder::default().finish(false))),
            },
        };
        Ok((node, true))
    }

    /// Refuses a number that means a group; the lenient grammar reads others as octal digits.
    fn back_reference(&mut self) -> Result<(), Unread> {
        let end = self.rest.find(|letter: char| !letter.is_ascii_digit());
        let digits = self.rest.get(..end.unwrap_or(self.rest.len()));
        let number = digits.and_then(|digits| digits.parse::<usize>().ok());
        if number.is_some_and(|number| number <= self.groups()) {
            Err(Unread::BackReference)
        } else if self.lenient {
            Ok(())
        } else {
            Err(Unread::Syntax)
        }
    }

    /// What a backslash introduces that stands for characters.
    pub(super) fn escape(&mut self, in_class: bool) -> Result<Atom, Unread> {
        let letter = self.bump().ok_or(Unread::Syntax)?;
        let ranges = match letter {
            'd' | 'D' => DIGITS,
            'w' | 'W' => WORD,
            's' | 'S' => SPACE,
            'p' | 'P' => return self.property(letter == 'P').map(Atom::Set),
            _ => return self.escaped_code(letter, in_class).map(Atom::Code),
        };
        let mut set = SetBuilder::default();
        set.add_all(ranges);
        Ok(Atom::Set(set.finish(letter.is_ascii_uppercase())))
    }

    /// The property after `\p` or `\P`.
    fn property(&mut self, inverted: bool) -> Result<CharSet, Unread> {
        if self.lenient {
            // The lenient grammar reads the letter `p`; whoever wrote this meant a property.
            return Err(Unread::Dialect);
        }
        let inner = self.rest.strip_prefix('{').ok_or(Unread::Syntax)?;
        let (name, rest) = inner.split_once('}').ok_or(Unread::Syntax)?;
        self.rest = rest;
        let ranges = category::ranges(name).ok_or(Unread::Property)?;
        let mut set = SetBuilder::default();
        set.add_all(ranges);
        Ok(set.finish(inverted))
    }

    /// The code point that a letter after a backslash stands for.
    fn escaped_code(&mut self, letter: char, in_class: bool) -> Result<u32, Unread> {
        Ok(match letter {
            't' => 0x09,
            'n' => 0x0A,
            'v' => 0x0B,
            'f' => 0x0C,
            'r' => 0x0D,
            'b' if in_class => 0x08,
            '-' if in_class => 0x2D,
            '0' if !self.peek().is_some_and(|next| next.is_ascii_digit()) => 0,
            'c' => return self.control(in_class),
            'x' => match self.hex(2) {
                Some(code) => code,
                None => return self.itself(letter),
            },
            'u' => match self.unicode() {
                Some(code) => code,
                None => return self.itself(letter),
            },
            '0'..='7' if self.lenient => self.octal(letter),
            '^' | '$' | '\\' | '.' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '|'
            | '/' => u32::from(letter),
            _ => return self.itself(letter),
        })
    }

    /// A letter that has no meaning after a backslash.
    fn itself(&self, letter: char) -> Result<u32, Unread> {
        if self.lenient {
            Ok(u32::from(letter))
        } else {
            Err(Unread::Syntax)
        }
    }

    fn control(&mut self, in_class: bool) -> Result<u32, Unread> {
        let next = self.peek();
        let control = next.filter(|next| {
            next.is_ascii_alphabetic()
                || self.lenient && in_class && (next.is_ascii_digit() || *next == '_')
        });
        match control {
            Some(letter) => {
                self.bump();
                Ok(u32::from(letter) % 32)
            }
            None if self.lenient => {
                // The backslash stands for itself, and so does the letter after it.
                self.unread_letter();
                Ok(0x5C)
            }
            None => Err(Unread::Syntax),
        }
    }

    /// The digits of `\u`: four, a pair of surrogates in two times four, or any number in braces.
    fn unicode(&mut self) -> Option<u32> {
        if let Some(inner) = self.rest.strip_prefix('{') {
            // In the lenient grammar this is the letter `u`, so many times. Nobody means that, and
            // the reference that the tests compare with does not read it so either.
            let after = inner.trim_start_matches(|letter: char| letter.is_ascii_hexdigit());
            let (digits, rest) = (inner.strip_suffix(after)?, after.strip_prefix('}')?);
            let code = hex(digits).filter(|code| *code <= 0x10_FFFF)?;
            self.rest = rest;
            return Some(code);
        }
        let high = self.hex(4)?;
        let before = self.rest;
        if (0xD800..0xDC00).contains(&high) && self.eat("\\u") {
            if let Some(low @ 0xDC00..0xE000) = self.hex(4) {
                return Some(0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00));
            }
            self.rest = before;
        }
        Some(high)
    }

    /// So many hexadecimal digits, or nothing is read.
    fn hex(&mut self, count: usize) -> Option<u32> {
        let (digits, rest) = self.rest.split_at_checked(count)?;
        let code = hex(digits)?;
        self.rest = rest;
        Some(code)
    }

    /// Up to three octal digits, up to 255, of which the first was read.
    fn octal(&mut self, first: char) -> u32 {
        let mut code = first.to_digit(8).unwrap_or_default();
        for _ in 0..2 {
            let Some(digit) = self.peek().and_then(|next| next.to_digit(8)) else {
                break;
            };
            if code * 8 + digit > 0xFF {
                break;
            }
            code = code * 8 + digit;
            self.bump();
        }
        code
    }
}

fn hex(digits: &str) -> Option<u32> {
    let all = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    u32::from_str_radix(digits, 16).ok().filter(|_| all)
}
