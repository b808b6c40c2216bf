//! Where blocks start: of the lines of a text (`|` or `>`) the parser only tells where they stand, and of a
//! list in the column of its name where its first item does.

use std::ops::Range;

/// From the `|` or `>` of a block of lines, which comes after `from`, to the end of its last line that is
/// not blank. `lines` is what the parser tells of.
pub(super) fn extent(text: &str, from: usize, lines: &Range<usize>) -> Range<usize> {
    let start = indicator(text, from, &['|', '>']).unwrap_or(lines.start);
    let block = text.get(start..lines.end).unwrap_or_default();
    start..start + block.trim_end_matches([' ', '\t', '\r', '\n']).len()
}

/// The first of some characters after `from` that is not part of a comment, anchor or tag.
pub(super) fn indicator(text: &str, from: usize, wanted: &[char]) -> Option<usize> {
    let mut rest = text.get(from..)?;
    loop {
        let skipped = match rest.chars().next()? {
            found if wanted.contains(&found) => return Some(text.len() - rest.len()),
            '#' => rest.find(['\r', '\n'])?,
            '&' | '!' => rest.find([' ', '\t', '\r', '\n'])?,
            other => other.len_utf8(),
        };
        rest = rest.get(skipped..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::extent;

    #[test]
    fn a_block_starts_with_its_header_and_ends_with_its_last_line() {
        for (text, block) in [
            ("a: |\n  x\n  y\n\nb: c", "|\n  x\n  y"),
            ("a: # x | y\n  >-\n  x", ">-\n  x"),
            ("a: &b| !c|d |2-  # |\n\n   x\n \n", "|2-  # |\n\n   x"),
            ("a: |\n\n", "|"),
        ] {
            // The parser tells of everything up to the next name.
            let end = text.find("b: c").unwrap_or(text.len());
            let found = extent(text, 1, &(end..end));
            assert_eq!(text.get(found), Some(block));
        }
    }
}
