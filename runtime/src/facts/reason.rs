//! Why a change does what it does.

use core::fmt;
use std::borrow::Cow;

/// Why a change does what it does: one sentence, who says so, and when.
///
/// `Display` shows all three.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    text: Cow<'static, str>,
    source: &'static str,
    as_of: &'static str,
}

impl Reason {
    /// A reason whose source is out in the world.
    pub(crate) fn new(
        text: impl Into<Cow<'static, str>>,
        source: &'static str,
        as_of: &'static str,
    ) -> Self {
        Self {
            text: text.into(),
            source,
            as_of,
        }
    }

    /// Another sentence from the same source.
    pub(crate) fn with_text(&self, text: impl Into<Cow<'static, str>>) -> Self {
        Self::new(text, self.source, self.as_of)
    }

    /// One sentence.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where it is written: a link, or the name of a published file. Empty if that is not known.
    #[must_use]
    pub fn source(&self) -> &str {
        self.source
    }

    /// Of which day the source is, `2026-09-29` or `2026-09`. Empty if that is not known.
    #[must_use]
    pub fn as_of(&self) -> &str {
        self.as_of
    }
}

// the domain is replaced … (https://docs.aws.amazon.com/…, 2026-09-29)
impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)?;
        match (self.source, self.as_of) {
            ("", "") => Ok(()),
            ("", as_of) => write!(f, " (as of {as_of})"),
            (source, "") => write!(f, " ({source})"),
            (source, as_of) => write!(f, " ({source}, {as_of})"),
        }
    }
}
