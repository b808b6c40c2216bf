//! JSON pointers (RFC 6901).

use std::borrow::Cow;

use crate::text::digits;
use crate::text::scan;

/// One step of a path.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step<'a> {
    /// A member of an object.
    Name(&'a str),
    /// An element of a list.
    Index(usize),
}

impl Step<'_> {
    /// About how long the step is in a pointer.
    pub(crate) fn length(&self) -> usize {
        match self {
            Self::Name(name) => 1 + name.len(),
            Self::Index(_) => 1 + digits::USUAL,
        }
    }

    /// Adds the step to a pointer.
    pub(crate) fn push(&self, pointer: &mut String) {
        pointer.push('/');
        match *self {
            Self::Name(name) => pointer.push_str(&escape(name)),
            Self::Index(index) => digits::push(index as u64, pointer),
        }
    }
}

/// One segment as a pointer holds it: `~` becomes `~0` and `/` becomes `~1`.
pub(crate) fn escape(segment: &str) -> Cow<'_, str> {
    if scan::are_unescaped(segment.as_bytes()) {
        Cow::Borrowed(segment)
    } else {
        Cow::Owned(segment.replace('~', "~0").replace('/', "~1"))
    }
}

/// The name that a segment of a pointer stands for: the reverse of [`escape`].
pub(crate) fn unescape(segment: &str) -> Cow<'_, str> {
    if segment.contains('~') {
        Cow::Owned(segment.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(segment)
    }
}

/// The position in a list that a segment of a pointer stands for: digits, without leading zeros.
pub(crate) fn index(segment: &str) -> Option<usize> {
    let canonical = segment == "0" || segment.starts_with(|first: char| matches!(first, '1'..='9'));
    if canonical {
        segment.parse().ok()
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{escape, unescape};

    #[test]
    fn what_was_escaped_is_read_as_it_was() {
        for name in ["plain", "a/b", "~", "~1", "~0/", "~01", "/~/"] {
            assert_eq!(unescape(&escape(name)), name);
        }
    }

    #[test]
    fn only_tilde_and_slash_are_escaped() {
        assert_eq!(escape("a/b~c"), "a~1b~0c");
        assert_eq!(escape("~1"), "~01");
        assert_eq!(escape("plain name"), "plain name");
    }
}
