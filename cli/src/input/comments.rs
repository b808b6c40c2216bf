//! The comments of a YAML text, found by its lines: what a parser of data passes over.

/// A comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Comment<'t> {
    /// The line, from one.
    pub(crate) line: usize,
    /// What stands behind the `#`.
    pub(crate) text: &'t str,
    /// Whether nothing stands before it.
    pub(crate) is_alone: bool,
}

/// Every comment of a text, in its order.
pub(crate) fn of(text: &str) -> Vec<Comment<'_>> {
    let mut comments = Vec::new();
    let mut state = State::default();
    for (index, line) in text.lines().enumerate() {
        if let Some(at) = state.line(line) {
            let (before, comment) = line.split_at(at);
            comments.push(Comment {
                line: index + 1,
                text: comment.trim_start_matches('#').trim(),
                is_alone: before.trim().is_empty(),
            });
        }
    }
    comments
}

/// What goes on from one line to the next.
#[derive(Default)]
struct State {
    /// The quote that a scalar of several lines began with.
    quote: Option<char>,
    /// Lines that are indented further than this belong to a block scalar.
    block: Option<usize>,
}

impl State {
    /// Where the comment of a line starts.
    fn line(&mut self, line: &str) -> Option<usize> {
        let indent = line.len() - line.trim_start_matches(' ').len();
        if let Some(block) = self.block {
            if line.trim().is_empty() || indent >= block {
                return None;
            }
            self.block = None;
        }
        let starts_quoted = self.quote.is_some();
        let comment = self.scan(line);
        let end = comment.unwrap_or(line.len());
        let content = line.get(..end).unwrap_or(line).trim_end();
        if self.quote.is_none() && !starts_quoted && opens_block(content) {
            self.block = Some(column_of_key(line) + 1);
        }
        comment
    }

    /// Goes through the quotes of a line up to its comment.
    fn scan(&mut self, line: &str) -> Option<usize> {
        let mut letters = line.char_indices().peekable();
        let mut before = ' ';
        while let Some((at, letter)) = letters.next() {
            match (self.quote, letter) {
                (Some('"'), '\\') => {
                    letters.next();
                }
                (Some('\''), '\'') if letters.peek().is_some_and(|(_, next)| *next == '\'') => {
                    letters.next();
                }
                (Some(quote), _) if quote == letter => self.quote = None,
                (None, '#') if before.is_whitespace() => return Some(at),
                // Elsewhere it is a letter like any other: `it's`.
                (None, '"' | '\'') if before.is_whitespace() || "[{,:".contains(before) => {
                    self.quote = Some(letter);
                }
                (Some(_) | None, _) => {}
            }
            before = letter;
        }
        None
    }
}

/// Whether a line ends with the sign of a block scalar: `|`, `>-`, `|2`.
fn opens_block(content: &str) -> bool {
    let word = content.rsplit([' ', '\t']).next().unwrap_or_default();
    let mut letters = word.chars();
    let is_sign = matches!(letters.next(), Some('|' | '>'))
        && word.len() <= 3
        && letters.all(|letter| matches!(letter, '+' | '-' | '1'..='9'));
    let before = content.strip_suffix(word).unwrap_or_default().trim_end();
    // Behind a name, the dash of a list, a tag, or nothing.
    let last = before.rsplit([' ', '\t']).next().unwrap_or_default();
    is_sign
        && (before.is_empty()
            || last.ends_with(':')
            || last == "-"
            || last.starts_with(['!', '&'])
            || last == "---")
}

/// The column at which the name of a line starts, behind the dashes of lists; that of the last dash
/// if there is no name.
fn column_of_key(line: &str) -> usize {
    let mut column = 0;
    let mut rest = line;
    loop {
        let trimmed = rest.trim_start_matches(' ');
        let start = column + rest.len() - trimmed.len();
        match trimmed.strip_prefix("- ") {
            Some(behind) if behind.contains(':') => {
                column = start + 2;
                rest = behind;
            }
            _ => return start,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<(usize, &str)> {
        let comments = of(text);
        comments
            .iter()
            .map(|comment| (comment.line, comment.text))
            .collect()
    }

    #[test]
    fn comments_stand_behind_values_and_alone() {
        let text = "# one\nA: b # two\n  # three\nB: [c, d] #four\n";
        assert_eq!(
            texts(text),
            [(1, "one"), (2, "two"), (3, "three"), (4, "four")]
        );
        let alone: Vec<bool> = of(text).iter().map(|comment| comment.is_alone).collect();
        assert_eq!(alone, [true, false, true, false]);
    }

    #[test]
    fn a_sign_inside_of_a_value_is_no_comment() {
        for text in [
            "A: b#c",
            "A: 'b # c'",
            "A: \"b \\\" # c\"",
            "A: 'it''s # c'",
            "A: \"one\n  # still\n  two\"",
            "A: {'b':' # c'}",
            "A: !Sub '${X} # y'",
        ] {
            assert_eq!(texts(text), [], "{text}");
        }
        assert_eq!(texts("A: it's # real"), [(1, "real")]);
    }

    #[test]
    fn block_scalars_hold_what_looks_like_comments() {
        for sign in ["|", ">", "|-", ">+", "|2", "!Sub |", "&a |"] {
            let text = format!("A: {sign} # real\n  #!/bin/sh\n\n   # no\nB: c # real\n");
            assert_eq!(texts(&text), [(1, "real"), (5, "real")], "{sign}");
        }
        let list = "- A: |\n    # no\n  B: c # real\n- |\n  # no\n- d # real\n";
        assert_eq!(texts(list), [(3, "real"), (6, "real")]);
        // A `|` at the end of a plain text opens nothing.
        assert_eq!(texts("A: a |\n# real\n"), [(2, "real")]);
    }
}
