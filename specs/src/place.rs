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

/// The line and column of an offset.
pub(crate) fn location(text: &str, offset: usize) -> Location {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
    Location { line, column }
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
}
