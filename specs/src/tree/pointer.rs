//! JSON pointers (RFC 6901): a way through a tree, written as one text.

use std::borrow::Cow;

use super::{Node, Value};

/// What is wrong with a text that should be a pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PointerFault {
    /// It is not empty and does not start with `/`.
    Start,
    /// A `~` is followed by neither `0` nor `1`.
    Escape,
}

/// Whether a text is a pointer.
pub(crate) fn check_pointer(text: &str) -> Result<(), PointerFault> {
    if !text.is_empty() && !text.starts_with('/') {
        return Err(PointerFault::Start);
    }
    let mut escapes = text.split('~').skip(1);
    if escapes.any(|after| !after.starts_with(['0', '1'])) {
        return Err(PointerFault::Escape);
    }
    Ok(())
}

/// The place in an array that a segment names. RFC 6901 allows digits without a leading zero, and
/// nothing else: no sign, no blank.
pub(crate) fn array_index(segment: &str) -> Option<usize> {
    let is_plain = segment.bytes().all(|byte| byte.is_ascii_digit());
    if !is_plain || (segment.len() > 1 && segment.starts_with('0')) {
        return None;
    }
    segment.parse().ok()
}

/// A segment of a JSON pointer as the name it stands for.
#[must_use]
pub fn unescape(segment: &str) -> Cow<'_, str> {
    if segment.contains('~') {
        Cow::Owned(segment.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(segment)
    }
}

/// A name as a segment of a JSON pointer.
#[must_use]
pub fn escape(name: &str) -> Cow<'_, str> {
    if name.contains(['~', '/']) {
        Cow::Owned(name.replace('~', "~0").replace('/', "~1"))
    } else {
        Cow::Borrowed(name)
    }
}

impl<'t> Node<'t> {
    /// The value that a JSON pointer leads to, starting here; none if the text is no pointer.
    #[must_use]
    pub fn at_pointer(&self, pointer: &str) -> Option<&Node<'t>> {
        check_pointer(pointer).ok()?;
        let mut node = self;
        for segment in pointer.split('/').skip(1) {
            let segment = unescape(segment);
            node = match &node.value {
                Value::Object(_) => node.get(&segment)?,
                Value::Array(elements) => elements.get(array_index(&segment)?)?,
                _ => return None,
            };
        }
        Some(node)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree;

    #[test]
    fn places_in_arrays_are_plain_numbers() {
        assert_eq!(array_index("0"), Some(0));
        assert_eq!(array_index("10"), Some(10));
        for other in [
            "",
            "00",
            "01",
            "+1",
            "-1",
            "-",
            " 1",
            "1 ",
            "1e0",
            "١",
            "9".repeat(30).as_str(),
        ] {
            assert_eq!(array_index(other), None, "{other:?}");
        }
    }

    #[test]
    fn pointers_start_with_a_slash_and_know_two_escapes() {
        for good in ["", "/", "//", "/a~0b~1", "/~01"] {
            assert_eq!(check_pointer(good), Ok(()), "{good}");
        }
        for (bad, fault) in [
            ("a", PointerFault::Start),
            ("#/a", PointerFault::Start),
            ("/a~", PointerFault::Escape),
            ("/~2", PointerFault::Escape),
            ("/~~0", PointerFault::Escape),
        ] {
            assert_eq!(check_pointer(bad), Err(fault), "{bad}");
        }
    }

    #[test]
    fn escapes_are_read_in_one_step() {
        assert_eq!(unescape("~01"), "~1");
        for name in ["", "a/b~c", "~1", "~0~1//"] {
            assert_eq!(unescape(&escape(name)), name);
        }
    }

    #[test]
    fn a_pointer_leads_to_the_value_it_names_and_to_no_other() {
        let root = tree::parse(r#"{"a/b": [1, {"~": 7}], "": {"": 2}}"#, &|_, _| true).unwrap();
        let number = |pointer: &str| match root.at_pointer(pointer)?.value {
            Value::Number(number) => Some(number),
            _ => None,
        };
        assert_eq!(number("/a~1b/1/~0"), Some("7"));
        assert_eq!(number("//"), Some("2"));
        assert_eq!(root.at_pointer(""), Some(&root));
        for nowhere in [
            "a~1b/0", "x/a~1b/0", "/a~1b/00", "/a~1b/+0", "/a~1b/2", "/a~1b/-",
        ] {
            assert_eq!(root.at_pointer(nowhere), None, "{nowhere}");
        }
    }
}
