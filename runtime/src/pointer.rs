//! JSON pointers (RFC 6901).

use std::borrow::Cow;

/// Room that is made for a pointer at once.
pub(crate) const USUAL_LENGTH: usize = 64;

/// One step of a path.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step<'a> {
    /// A member of an object.
    Name(&'a str),
    /// An element of a list.
    Index(usize),
}

/// One segment as a pointer holds it: `~` becomes `~0` and `/` becomes `~1`.
pub(crate) fn escape(segment: &str) -> Cow<'_, str> {
    if segment.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
        Cow::Owned(segment.replace('~', "~0").replace('/', "~1"))
    } else {
        Cow::Borrowed(segment)
    }
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn only_tilde_and_slash_are_escaped() {
        assert_eq!(escape("a/b~c"), "a~1b~0c");
        assert_eq!(escape("~1"), "~01");
        assert_eq!(escape("plain name"), "plain name");
    }
}
