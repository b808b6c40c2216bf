//! From JSON pointers and offsets to lines and columns. Needed only when there is a problem.

use crate::error::{Location, Problem};
use crate::tree::Node;

/// Writes the location of each problem that has none yet.
pub(crate) fn locate_in(text: &str, root: &Node<'_>, problems: &mut [Problem]) {
    for problem in problems {
        if problem.location.is_none()
            && let Some(node) = nearest(root, &problem.pointer)
        {
            problem.location = Some(location(text, node.at));
        }
    }
}

/// The value a pointer leads to; where it leads to nothing, the last value on its way.
fn nearest<'n, 't>(root: &'n Node<'t>, pointer: &str) -> Option<&'n Node<'t>> {
    let mut pointer = pointer;
    loop {
        match root.at_pointer(pointer) {
            Some(node) => return Some(node),
            None => pointer = pointer.get(..pointer.rfind('/')?)?,
        }
    }
}

/// The line and column of an offset. A line ends with a line feed, a carriage return, or both; a byte order
/// mark before the first is no part of it.
pub(crate) fn location(text: &str, offset: usize) -> Location {
    let before = text.get(..offset).unwrap_or(text);
    let before = before.strip_prefix('\u{FEFF}').unwrap_or(before);
    let line_start = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let ends = before
        .bytes()
        .filter(|byte| matches!(byte, b'\n' | b'\r'))
        .count();
    let pairs = before.matches("\r\n").count();
    let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
    Location {
        line: ends - pairs + 1,
        column,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_and_in_characters() {
        let text = "é\"x\ny";
        assert_eq!(location(text, 0), Location { line: 1, column: 1 });
        assert_eq!(location(text, 2), Location { line: 1, column: 2 });
        assert_eq!(location(text, 5), Location { line: 2, column: 1 });
        assert_eq!(location(text, 99), Location { line: 2, column: 2 });
    }

    #[test]
    fn lines_end_as_in_any_editor() {
        let place = |text: &str| {
            let Location { line, column } = location(text, text.find('x').unwrap_or(0));
            (line, column)
        };
        for (text, expected) in [
            ("\nx", (2, 1)),
            ("\rx", (2, 1)),
            ("\r\nx", (2, 1)),
            ("a\r\r\nb\n\r x", (5, 2)),
            ("\u{FEFF}ax", (1, 2)),
            ("a\u{FEFF}x", (1, 3)),
        ] {
            assert_eq!(place(text), expected, "{text:?}");
        }
    }
}
