//! Patterns of a specification, compiled when first asked.

use std::sync::OnceLock;

/// A pattern: ECMA-262, matched anywhere in the text unless it has anchors.
#[derive(Debug)]
pub struct Pattern {
    expression: &'static str,
    meaning: Option<&'static str>,
    compiled: OnceLock<Option<regress::Regex>>,
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

    /// Whether the text matches; a pattern that the engine cannot take judges nothing.
    pub(crate) fn admits(&self, text: &str) -> bool {
        let compiled = self.compiled.get_or_init(|| {
            let unicode = regress::Regex::with_flags(self.expression, "u");
            unicode
                .or_else(|_| regress::Regex::new(self.expression))
                .ok()
        });
        compiled
            .as_ref()
            .is_none_or(|regex| regex.find(text).is_some())
    }
}
