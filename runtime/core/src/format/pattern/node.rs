//! What a pattern says, as a tree.

use std::sync::Arc;

use super::set::CharSet;

/// A part of a pattern.
#[derive(Debug)]
pub(super) enum Node {
    /// Nothing, which is found everywhere.
    Empty,
    /// One character.
    Char(char),
    /// One character of a set.
    Set(Arc<CharSet>),
    /// One after the other.
    Sequence(Vec<Node>),
    /// One of several.
    Choice(Vec<Node>),
    /// The same several times; without a greatest number, any number of times.
    Repeat {
        body: Box<Node>,
        least: u32,
        most: Option<u32>,
    },
    /// The beginning of the text.
    Start,
    /// The end of the text.
    End,
    /// Between a character of words and one of no word; or anywhere but there.
    WordEdge { negated: bool },
    /// What must follow here, or stand before here; or must not.
    Look {
        body: Box<Node>,
        behind: bool,
        negated: bool,
    },
}

/// Why a pattern judges no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unread {
    /// ECMA-262 does not allow it.
    Syntax,
    /// Only by accident valid in ECMA-262: it says something else in the dialect it is written in.
    Dialect,
    /// Text that a group matched, asked for again.
    BackReference,
    /// A property of characters that is not a general category.
    Property,
    /// Groups within groups, beyond what is followed.
    Deep,
    /// Longer than what is compiled.
    Large,
}
