//! Texts that patterns match, or nearly match.

use crate::format::pattern::node::Node;
use crate::format::pattern::set::CharSet;

/// Makes texts, the same ones in each run.
pub(super) struct Generator {
    state: u64,
}

/// Characters that mutations put in, and that sets are asked for first.
const LETTERS: &str =
    "abzAZ09-_.:/ =+@,{}[]()\\\"'<>#%&*!?$^|~`;\t\n\r\u{7f}\u{a0}éßλ語🙂\u{2028}\u{fffd}½\u{301}";

impl Generator {
    pub(super) fn new(seed: &str) -> Self {
        let mix = |state: u64, byte: u8| (state ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3);
        Self {
            state: seed.bytes().fold(0xCBF2_9CE4_8422_2325, mix) | 1,
        }
    }

    /// A number below the bound.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        usize::try_from(self.state >> 33).unwrap() % bound.max(1)
    }

    /// A text that the part matches, looks aside.
    pub(super) fn text(&mut self, node: &Node) -> String {
        let mut text = String::new();
        self.write(node, &mut text);
        text
    }

    fn write(&mut self, node: &Node, text: &mut String) {
        match node {
            Node::Char(letter) => text.push(*letter),
            Node::Set(set) => text.extend(self.letter_of(set)),
            Node::Sequence(parts) => parts.iter().for_each(|part| self.write(part, text)),
            Node::Choice(branches) => {
                let branch = self.below(branches.len());
                self.write(&branches[branch], text);
            }
            Node::Repeat { body, least, most } => {
                let spare = most.map_or(6, |most| most - least);
                let extra = match self.below(4) {
                    0 => 0,
                    1 => spare.min(40),
                    _ => u32::try_from(self.below(6)).unwrap().min(spare),
                };
                for _ in 0..(least + extra) {
                    if text.len() < 600 {
                        self.write(body, text);
                    }
                }
            }
            Node::Empty | Node::Start | Node::End | Node::WordEdge { .. } | Node::Look { .. } => {}
        }
    }

    fn letter_of(&mut self, set: &CharSet) -> Option<char> {
        let mut near: Vec<char> = (' '..='~').chain(LETTERS.chars()).collect();
        near.retain(|letter| set.contains(*letter));
        if near.is_empty() {
            return ('\0'..=char::MAX).find(|letter| set.contains(*letter));
        }
        Some(near[self.below(near.len())])
    }

    /// The text with one character changed, added or taken away, or a part of it repeated.
    pub(super) fn mutated(&mut self, text: &str) -> String {
        let mut letters: Vec<char> = text.chars().collect();
        let at = self.below(letters.len() + 1);
        let some: Vec<char> = LETTERS.chars().collect();
        let some = some[self.below(some.len())];
        match self.below(5) {
            0 => letters.insert(at, some),
            1 if at < letters.len() => letters[at] = some,
            2 if at < letters.len() => {
                letters.remove(at);
            }
            3 => letters.truncate(at),
            _ => letters.extend_from_within(at..),
        }
        letters.into_iter().collect()
    }
}
