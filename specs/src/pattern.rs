//! Whether a regular expression is one: the grammar of ECMA-262, section "Patterns", in its lenient
//! form of annex B. What is said to be broken is broken in every form of the grammar; some that is
//! broken goes unsaid, such as names of properties of letters that nobody knows.

use std::iter::Peekable;
use std::str::CharIndices;

/// Groups deeper than this are left alone.
const MOST_DEPTH: usize = 1_000;

/// What is wrong, and at which character, counted from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PatternFault {
    pub(crate) place: usize,
    pub(crate) reason: &'static str,
}

/// The first thing that is wrong with a pattern.
pub(crate) fn fault(expression: &str) -> Option<PatternFault> {
    let mut check = Check {
        whole: expression,
        rest: expression.char_indices().peekable(),
        open: Vec::new(),
        is_repeatable: false,
    };
    let (at, reason) = check.all().err()?;
    let before = expression.get(..at).unwrap_or_default();
    Some(PatternFault {
        place: before.chars().count() + 1,
        reason,
    })
}

/// What an escape stands for.
#[derive(Clone, Copy, PartialEq)]
enum Escaped {
    /// A place: `\b`.
    Assertion,
    /// One letter.
    Letter(u32),
    /// One of several letters, or one that is not worked out.
    Other,
}

type Checked<T> = Result<T, (usize, &'static str)>;

struct Check<'a> {
    whole: &'a str,
    rest: Peekable<CharIndices<'a>>,
    /// Where each open group starts, and whether it may be repeated as a whole.
    open: Vec<(usize, bool)>,
    /// Whether what was read last may be repeated.
    is_repeatable: bool,
}

impl Check<'_> {
    fn all(&mut self) -> Checked<()> {
        while let Some((at, letter)) = self.rest.next() {
            self.is_repeatable = match letter {
                '^' | '$' | '|' => false,
                '(' => {
                    let may_repeat = self.group(at)?;
                    if self.open.len() < MOST_DEPTH {
                        self.open.push((at, may_repeat));
                    } else {
                        return Ok(());
                    }
                    false
                }
                ')' => match self.open.pop() {
                    Some((_, may_repeat)) => may_repeat,
                    None => return Err((at, "`)` closes nothing")),
                },
                '[' => {
                    self.class(at)?;
                    true
                }
                '\\' => self.escape(at)? != Escaped::Assertion,
                '*' | '+' | '?' => self.repeated(at)?,
                '{' if self.braces(at)? => self.repeated(at)?,
                _ => true,
            };
        }
        match self.open.pop() {
            Some((at, _)) => Err((at, "`(` is not closed")),
            None => Ok(()),
        }
    }

    /// A quantifier was read. What it repeats may not be repeated once more.
    fn repeated(&mut self, at: usize) -> Checked<bool> {
        if !self.is_repeatable {
            return Err((at, "nothing that could be repeated stands before this"));
        }
        self.rest.next_if(|(_, letter)| *letter == '?');
        Ok(false)
    }

    /// What follows `(`. Says whether the group may be repeated: looks behind may not.
    fn group(&mut self, at: usize) -> Checked<bool> {
        let after = self.whole.get(at + 1..).unwrap_or_default();
        let Some(kind) = after.strip_prefix('?') else {
            return Ok(true);
        };
        let (length, may_repeat) = if kind.starts_with(['=', '!', ':']) {
            (2, true)
        } else if kind.starts_with("<=") || kind.starts_with("<!") {
            (3, false)
        } else if let Some(name) = kind.strip_prefix('<') {
            let name = name.split_once('>').map(|(name, _)| name);
            let is_name = |name: &str| {
                let is_letter =
                    |letter: char| letter.is_alphanumeric() || "$_\\{}".contains(letter);
                !name.is_empty() && name.chars().all(is_letter)
            };
            let Some(name) = name.filter(|name| is_name(name)) else {
                return Err((at, "the name of the group is none"));
            };
            (name.chars().count() + 3, true)
        } else if let Some(length) = modifiers(kind) {
            (length + 1, true)
        } else {
            return Err((at, "ECMA-262 has no group that begins like this"));
        };
        for _ in 0..length {
            self.rest.next();
        }
        Ok(may_repeat)
    }

    /// What follows `{`: whether it is a quantifier, and passes over it if so. If it is none, it stands
    /// for itself.
    fn braces(&mut self, at: usize) -> Checked<bool> {
        let after = self.whole.get(at + 1..).unwrap_or_default();
        let inner = prefix(after, |letter| letter.is_ascii_digit() || letter == ',');
        if !after
            .get(inner.len()..)
            .is_some_and(|rest| rest.starts_with('}'))
        {
            return Ok(false);
        }
        let (least, most) = inner.split_once(',').unwrap_or((inner, inner));
        let is_number =
            |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(least) || !(most.is_empty() || is_number(most)) {
            return Ok(false);
        }
        for _ in 0..=inner.len() {
            self.rest.next();
        }
        let (least, most) = (least.trim_start_matches('0'), most.trim_start_matches('0'));
        let is_open = inner.ends_with(',');
        if !is_open && (least.len(), least) > (most.len(), most) {
            return Err((at, "the first number is the larger one"));
        }
        Ok(true)
    }

    /// What follows `[`, up to its end.
    fn class(&mut self, start: usize) -> Checked<()> {
        self.rest.next_if(|(_, letter)| *letter == '^');
        loop {
            let Some((at, letter)) = self.rest.next() else {
                return Err((start, "`[` is not closed"));
            };
            if letter == ']' {
                return Ok(());
            }
            let first = self.member(at, letter)?;
            if !self.is_range() {
                continue;
            }
            self.rest.next();
            let Some((last_at, letter)) = self.rest.next() else {
                return Err((start, "`[` is not closed"));
            };
            let last = self.member(last_at, letter)?;
            if let (Some(first), Some(last)) = (first, last)
                && first > last
            {
                return Err((at, "the range ends before it begins"));
            }
        }
    }

    /// Whether a `-` follows, and something else than the end of the class after it.
    fn is_range(&mut self) -> bool {
        let mut ahead = self.rest.clone();
        ahead.next().is_some_and(|(_, letter)| letter == '-')
            && ahead.next().is_some_and(|(_, letter)| letter != ']')
    }

    /// One member of a class: the letter that it stands for, if it is a certain one.
    fn member(&mut self, at: usize, letter: char) -> Checked<Option<u32>> {
        match letter {
            '\\' => match self.escape(at)? {
                Escaped::Letter(code) => Ok(Some(code)),
                Escaped::Assertion | Escaped::Other => Ok(None),
            },
            letter => Ok(Some(u32::from(letter))),
        }
    }

    /// What follows `\`.
    fn escape(&mut self, at: usize) -> Checked<Escaped> {
        let Some((_, letter)) = self.rest.next() else {
            return Err((at, "`\\` has nothing behind it"));
        };
        let code = match letter {
            'b' | 'B' => return Ok(Escaped::Assertion),
            'u' => self.code(),
            'x' => self.hexadecimal(),
            'c' => {
                self.rest
                    .next_if(|(_, letter)| letter.is_ascii_alphanumeric());
                None
            }
            '0'..='9' => {
                while self
                    .rest
                    .next_if(|(_, letter)| letter.is_ascii_digit())
                    .is_some()
                {}
                None
            }
            't' => Some(9),
            'n' => Some(10),
            'v' => Some(11),
            'f' => Some(12),
            'r' => Some(13),
            letter if letter.is_ascii_alphanumeric() => None,
            letter => Some(u32::from(letter)),
        };
        Ok(code.map_or(Escaped::Other, Escaped::Letter))
    }

    /// The two digits behind `\x`.
    fn hexadecimal(&mut self) -> Option<u32> {
        let from = self.rest.peek().map_or(self.whole.len(), |(at, _)| *at);
        let code = number(self.whole.get(from..from + 2)?)?;
        self.rest.next();
        self.rest.next();
        Some(code)
    }

    /// The digits behind `\u`. With a second escape they may be one letter; then it is not looked at
    /// more closely.
    fn code(&mut self) -> Option<u32> {
        let from = self.rest.peek().map_or(self.whole.len(), |(at, _)| *at);
        let after = self.whole.get(from..).unwrap_or_default();
        let (digits, length) = match after.strip_prefix('{') {
            Some(braced) => {
                let digits = prefix(braced, |letter| letter.is_ascii_hexdigit());
                braced.get(digits.len()..)?.strip_prefix('}')?;
                (digits, digits.len() + 2)
            }
            None => (after.get(..4)?, 4),
        };
        let code = number(digits)?;
        for _ in 0..length {
            self.rest.next();
        }
        let is_half = (0xd800..0xe000).contains(&code);
        let follows = self.whole.get(from + length..).unwrap_or_default();
        if is_half && follows.starts_with("\\u") {
            for _ in 0..6 {
                self.rest
                    .next_if(|(_, letter)| *letter == '\\' || letter.is_ascii_alphanumeric());
            }
        }
        (!is_half).then_some(code)
    }
}

/// A hexadecimal number, without a sign.
fn number(digits: &str) -> Option<u32> {
    let is_plain = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    u32::from_str_radix(digits, 16).ok().filter(|_| is_plain)
}

/// The letters at the start that are wanted.
fn prefix(text: &str, is_wanted: impl Fn(char) -> bool) -> &str {
    let rest = text.trim_start_matches(is_wanted);
    text.strip_suffix(rest).unwrap_or_default()
}

/// The length of the flags that hold inside of a group: `i-s:`.
fn modifiers(kind: &str) -> Option<usize> {
    let (flags, _) = kind.split_once(':')?;
    let is_flag = |letter: char| matches!(letter, 'i' | 'm' | 's' | '-');
    (flags.chars().all(is_flag) && flags.matches('-').count() < 2).then_some(flags.len() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_left_in_peace() {
        for good in [
            "",
            "^[a-zA-Z0-9-_]{1,64}$",
            "^arn:aws[a-z-]*:iam::\\d{12}:role/.+$",
            "^(?!aws:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$",
            "(?<=a|bc)d(?<!e)",
            "(?=a)*",
            "(?:a|)+?",
            "a{,3}",
            "a{x}{",
            "{",
            "}",
            "]",
            "a{2}?",
            "[]",
            "[^]",
            "[\\w-a]",
            "[a\\-z]",
            "[z-]",
            "[-a]",
            "[[:alpha:]]",
            "[a-z&&[^b]]",
            "\\A\\w+\\Z",
            "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}]",
            "[\\ud83c\\udf00-\\ud83d\\ude4f]",
            "[\\x00--\\x7F]",
            "[\\u0020-\\u+007E]",
            "[\\0-\\12]\\1",
            "[\\cA-\\cZ]",
            "(?<name>a)\\k<name>",
            "(?i:a)|(?-s:b)",
        ] {
            assert_eq!(fault(good), None, "{good}");
        }
    }

    #[test]
    fn broken_ones_are_told_with_their_place() {
        for (bad, place, reason) in [
            ("a(b", 2, "`(` is not closed"),
            ("(a|(?:b)", 1, "`(` is not closed"),
            ("é)", 2, "`)` closes nothing"),
            ("ab[c", 3, "`[` is not closed"),
            ("[a-", 1, "`[` is not closed"),
            ("[a\\]", 1, "`[` is not closed"),
            ("a\\", 2, "`\\` has nothing behind it"),
            ("*a", 1, "nothing that could be repeated"),
            ("a|+", 3, "nothing that could be repeated"),
            ("(?)", 1, "no group that begins like this"),
            ("a**", 3, "nothing that could be repeated"),
            ("a++", 3, "nothing that could be repeated"),
            ("a{1}{2}", 5, "nothing that could be repeated"),
            ("^*", 2, "nothing that could be repeated"),
            ("${1,128}", 2, "nothing that could be repeated"),
            ("\\b+", 3, "nothing that could be repeated"),
            ("(?<=a)*", 7, "nothing that could be repeated"),
            ("a{3,2}", 2, "the first number is the larger one"),
            ("a{10,9}", 2, "the first number is the larger one"),
            ("[z-a]", 2, "the range ends before it begins"),
            ("[\\u{7a}-\\u{61}]", 2, "the range ends before it begins"),
            ("[a-\\n]", 2, "the range ends before it begins"),
            ("(?i)a", 1, "no group that begins like this"),
            ("(?P<name>a)", 1, "no group that begins like this"),
            ("(?>a)", 1, "no group that begins like this"),
            ("(?<>a)", 1, "the name of the group is none"),
            ("(?<a", 1, "the name of the group is none"),
        ] {
            let found = fault(bad).unwrap_or_else(|| panic!("{bad} passes"));
            assert_eq!(found.place, place, "{bad}: {found:?}");
            assert!(found.reason.contains(reason), "{bad}: {found:?}");
        }
    }

    #[test]
    fn long_and_deep_ones_end() {
        assert_eq!(fault(&"(".repeat(100_000)), None);
        assert!(fault(&"(".repeat(100)).is_some());
        assert_eq!(fault(&"a{1}".repeat(100_000)), None);
        assert_eq!(fault(&"[a-z]".repeat(100_000)), None);
        assert_eq!(fault(&"{".repeat(100_000)), None);
        assert_eq!(fault(&"\\u{".repeat(100_000)), None);
        assert_eq!(fault(&"(?<a>b)".repeat(100_000)), None);
    }
}
