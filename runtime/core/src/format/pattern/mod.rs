//! Patterns of a specification, compiled when first asked.

mod category;
mod cursor;
mod escape;
#[cfg(feature = "templates")]
pub(crate) mod java;
mod matcher;
mod memo;
mod node;
mod parse;
mod program;
mod set;
mod straight;
#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use self::node::Unread;
use self::program::Program;

/// A pattern: ECMA-262, matched anywhere in the text unless it has anchors.
pub struct Pattern {
    expression: &'static str,
    meaning: Option<&'static str>,
    compiled: OnceLock<Result<Program, Unread>>,
}

impl Pattern {
    pub(crate) fn new(expression: &'static str, meaning: Option<&'static str>) -> Self {
        Self {
            expression,
            meaning,
            compiled: OnceLock::new(),
        }
    }

    /// The regular expression as the specification writes it.
    #[must_use]
    pub fn expression(&self) -> &'static str {
        self.expression
    }

    /// What matching text looks like, in words, where the specification says it.
    #[must_use]
    pub fn meaning(&self) -> Option<&'static str> {
        self.meaning
    }

    /// Whether the text matches; a pattern that cannot be read, or would take too much work on this
    /// text, judges nothing.
    pub(crate) fn admits(&self, text: &str) -> bool {
        self.verdict(text).unwrap_or(true)
    }

    /// Whether the text matches, if that can be said.
    pub(crate) fn verdict(&self, text: &str) -> Option<bool> {
        let compiled = self.compiled.get_or_init(|| compile(self.expression));
        let program = compiled.as_ref().ok()?;
        matcher::is_match(program, text)
    }
}

fn compile(expression: &str) -> Result<Program, Unread> {
    Program::compile(&parse::parse(expression)?)
}
