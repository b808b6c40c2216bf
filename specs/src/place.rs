//! From JSON pointers and offsets to lines and columns. Needed only when there is a problem.

use crate::error::{Location, Problem};
use crate::tree::Node;

/// Writes the location of each problem that has none yet.
pub(crate) fn locate_in(text: &str, root: &Node<'_>, problems: &mut [Problem]) {
    let mut due = Vec::new();
    for problem in problems {
        if problem.location.is_none()
            && let Some(node) = nearest(root, &problem.pointer)
        {
            due.push((node.at, problem));
        }
    }
    locate(text, due);
}

/// Writes the locations of problems at these offsets, all in one walk through the text.
pub(crate) fn locate(text: &str, mut due: Vec<(usize, &mut Problem)>) {
    due.sort_by_key(|(offset, _)| *offset);
    let mut passed = 0;
    let mut here = Location { line: 1, column: 1 };
    for (offset, problem) in due {
        for letter in text.get(passed..offset).unwrap_or_default().chars() {
            if letter == '\n' {
                here.line += 1;
                here.column = 1;
            } else {
                here.column += 1;
            }
        }
        passed = offset;
        problem.location = Some(here);
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
    fn one_walk_finds_what_single_ones_find() {
        let text = "{\n  \"é\": [1,\n\n  2]}";
        let offsets = [text.len(), 0, 13, 3, 3, 10];
        let mut problems = offsets.map(|_| Problem::error("", "x"));
        locate(text, offsets.into_iter().zip(&mut problems).collect());
        for (offset, problem) in offsets.into_iter().zip(&problems) {
            assert_eq!(problem.location, Some(location(text, offset)), "{offset}");
        }
    }

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
