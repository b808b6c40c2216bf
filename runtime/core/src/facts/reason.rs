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

/// How a word of the specification about a property begins.
const SAID: &str = "the specification says that another ";

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

    /// What the specification says of a property, if another value of it has an effect.
    pub(crate) fn said_of(
        name: &str,
        effect: &str,
        source: &'static str,
        as_of: &'static str,
    ) -> Self {
        Self::new(format!("{SAID}`{name}` {effect}"), source, as_of)
    }

    /// The reason as it holds for several properties: without the name of one, and from the page of them all.
    pub(crate) fn of_all(&self) -> Cow<'_, Self> {
        let named = self.text.strip_prefix(SAID);
        let effect = named.and_then(|named| named.rsplit_once("` "));
        let Some((_, effect)) = effect else {
            return Cow::Borrowed(self);
        };
        let page = self
            .source
            .split_once('#')
            .map_or(self.source, |(page, _)| page);
        Cow::Owned(Self::new(format!("{SAID}value {effect}"), page, self.as_of))
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
