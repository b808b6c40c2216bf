//! Replacing ranges of a text.

use core::ops::Range;

/// What stands in the place of a range.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Patch {
    pub(super) at: Range<usize>,
    pub(super) text: String,
}

/// The text with all patches; none if two of them are about the same bytes.
pub(super) fn apply(text: &str, mut patches: Vec<Patch>) -> Option<String> {
    patches.sort_by_key(|patch| (patch.at.start, patch.at.end));
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for Patch { at, text: new } in patches {
        out.push_str(text.get(done..at.start)?);
        out.push_str(&new);
        done = at.end;
    }
    out.push_str(text.get(done..)?);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::{Patch, apply};

    fn patch(at: core::ops::Range<usize>, text: &str) -> Patch {
        let text = text.to_owned();
        Patch { at, text }
    }

    #[test]
    fn patches_stand_in_any_order_and_may_touch() {
        let patches = vec![patch(3..4, "X"), patch(0..1, ""), patch(4..4, "+")];
        assert_eq!(apply("abcde", patches).as_deref(), Some("bcX+e"));
    }

    #[test]
    fn patches_of_the_same_bytes_are_refused() {
        assert_eq!(
            apply("abcde", vec![patch(0..3, "x"), patch(2..4, "y")]),
            None
        );
        assert_eq!(apply("aé", vec![patch(2..2, "x")]), None);
    }
}
