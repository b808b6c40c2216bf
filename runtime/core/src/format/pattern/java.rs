//! Patterns of Java, as far as they say the same in ECMA-262.

use super::node::Unread;
use super::program::Program;
use super::{matcher, parse};

/// Whether all of a text matches; none if that cannot be said: the pattern cannot be read, may mean something else
/// than in ECMA-262, or takes too much work on this text.
pub(crate) fn matches_whole(expression: &str, text: &str) -> Option<bool> {
    if !means_the_same(expression) {
        return None;
    }
    let compile = |expression: &str| -> Result<Program, Unread> {
        Program::compile(&parse::parse(expression)?)
    };
    let program = compile(&format!("^(?:{expression})$")).ok()?;
    matcher::is_match(&program, text)
}

/// Whether a pattern has nothing that the two languages read in different ways.
fn means_the_same(expression: &str) -> bool {
    let mut letters = expression.chars().peekable();
    let mut in_class = false;
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                // `\s` and `.` differ in characters beyond ASCII alone.
                Some('d' | 'D' | 'w' | 'W' | 's' | 'S' | 't' | 'n' | 'r' | 'f') => {}
                Some('b' | 'B') if !in_class => {}
                Some(escaped) if !escaped.is_alphanumeric() => {}
                _ => return false,
            },
            // Java has classes in classes, and takes their intersection.
            '[' if in_class => return false,
            '&' if in_class && letters.peek() == Some(&'&') => return false,
            '[' => {
                in_class = true;
                if letters.peek() == Some(&'^') {
                    letters.next();
                }
                // A bracket right at the start is a letter of the class in Java alone.
                if letters.peek() == Some(&']') {
                    return false;
                }
            }
            ']' => in_class = false,
            '(' if !in_class && letters.peek() == Some(&'?') => {
                letters.next();
                if !matches!(letters.next(), Some(':' | '=' | '!')) {
                    return false;
                }
            }
            '*' | '+' | '?' | '}' if !in_class && letters.peek() == Some(&'+') => return false,
            _ => {}
        }
    }
    !in_class
}

#[cfg(test)]
mod tests {
    use super::matches_whole;

    #[test]
    fn all_of_the_text_has_to_match() {
        assert_eq!(matches_whole("[a-z]+", "abc"), Some(true));
        assert_eq!(matches_whole("[a-z]+", "abc1"), Some(false));
        assert_eq!(matches_whole("a|b", "ab"), Some(false));
        assert_eq!(matches_whole("^a$|^b$", "b"), Some(true));
        assert_eq!(matches_whole(r"\d{1,3}\.\d+", "10.5"), Some(true));
        assert_eq!(matches_whole("(?=.*[A-Z]).{4,}", "abCd"), Some(true));
        assert_eq!(matches_whole("[-a-zA-Z0-9.@:]*", "a@b"), Some(true));
    }

    #[test]
    fn what_java_reads_in_another_way_is_not_judged() {
        for expression in [
            r"\A\w+\Z",
            r"\p{Alpha}",
            "[a-z&&[^b]]",
            "[[a]b]",
            "(?i)a",
            "(?<name>a)",
            "a++",
            "a*+",
            "a{2}+",
            r"\Qa\E",
            r"\h",
            "[]a]",
            "(",
            "[a",
            r"\u0041",
        ] {
            assert_eq!(matches_whole(expression, "zz"), None, "{expression}");
        }
    }
}
