//! What is wrong with a specification, where, and what helps.

use std::borrow::Cow;
use std::fmt;

use crate::visible;

/// A place in a text, counted from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// Whether something stops the reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The specification cannot be used as it is.
    Error,
    /// The mistake could be read around; the message says what was made of it.
    Warning,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// One sentence in lower case, names in backquotes. Whatever comes from a file is in it with
    /// its control and direction characters escaped, and shortened where it is long.
    pub message: String,
    /// The cure, where one is known.
    pub help: Option<String>,
    /// JSON pointer to the value that the sentence is about, exactly as it is; empty for the whole
    /// text.
    pub pointer: String,
    /// Where that value starts in the text; none for warnings until [`locate`](crate::locate)
    /// looks it up.
    pub location: Option<Location>,
    /// Whether it stops the reading.
    pub severity: Severity,
}

impl Problem {
    /// An error at a pointer.
    #[must_use]
    pub fn error(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, pointer.into(), message.into())
    }

    /// A warning at a pointer.
    #[must_use]
    pub fn warning(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, pointer.into(), message.into())
    }

    fn new(severity: Severity, pointer: String, message: String) -> Self {
        Self {
            message: printable(message),
            help: None,
            pointer,
            location: None,
            severity,
        }
    }

    /// The same problem with its cure.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(printable(help.into()));
        self
    }
}

/// The text as it was, unless something in it would not be seen.
fn printable(text: String) -> String {
    match visible::escaped(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(escaped) => escaped,
    }
}

/// Prints the sentence, then the place, then the cure, each on a line of its own.
///
/// ```
/// use formwork_specs::{Location, Problem};
///
/// let mut problem = Problem::error("/properties/A/$ref", "definition `B` does not exist")
///     .with_help("a definition named `C` exists");
/// problem.location = Some(Location { line: 3, column: 9 });
/// assert_eq!(
///     problem.to_string(),
///     "definition `B` does not exist\n  at 3:9 (/properties/A/$ref)\nhelp: a definition named `C` exists",
/// );
/// ```
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        match (&self.location, visible::pointer(&self.pointer).as_ref()) {
            (Some(location), "") => write!(f, "\n  at {location}")?,
            (Some(location), pointer) => write!(f, "\n  at {location} ({pointer})")?,
            (None, "") => {}
            (None, pointer) => write!(f, "\n  at {pointer}")?,
        }
        match &self.help {
            Some(help) => write!(f, "\nhelp: {help}"),
            None => Ok(()),
        }
    }
}

/// Everything that stops the reading of a specification: at least one [`Problem`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems {
    // Boxed, so that a result that may hold it stays small.
    first: Box<Problem>,
    rest: Vec<Problem>,
}

impl Problems {
    /// All of a list; `None` if the list is empty.
    #[must_use]
    pub fn from_list(problems: Vec<Problem>) -> Option<Self> {
        let mut problems = problems.into_iter();
        let first = Box::new(problems.next()?);
        Some(Self {
            first,
            rest: problems.collect(),
        })
    }

    /// The problems, in the order of the text where that is known.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        std::iter::once(self.first()).chain(&self.rest)
    }

    /// The first one.
    #[must_use]
    pub fn first(&self) -> &Problem {
        &self.first
    }

    /// How many there are; never zero.
    #[must_use]
    #[allow(clippy::len_without_is_empty, reason = "it is never empty")]
    pub fn len(&self) -> usize {
        1 + self.rest.len()
    }

    /// The same problems as a list.
    #[must_use]
    pub fn into_vec(self) -> Vec<Problem> {
        let mut all = vec![*self.first];
        all.extend(self.rest);
        all
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self {
            first: Box::new(problem),
            rest: Vec::new(),
        }
    }
}

impl IntoIterator for Problems {
    type Item = Problem;
    type IntoIter = std::vec::IntoIter<Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.into_vec().into_iter()
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_problems_are_printed() {
        let problems = Problems::from_list(vec![
            Problem::error("", "the text is empty"),
            Problem::error("/a", "`a` is odd").with_help("make it even"),
        ]);
        let text = problems.map(|problems| problems.to_string());
        assert_eq!(
            text.as_deref(),
            Some("the text is empty\n`a` is odd\n  at /a\nhelp: make it even")
        );
    }

    #[test]
    fn nothing_is_printed_raw() {
        let mut problem = Problem::error("/a\u{1b}[2J\nerror: b", "c\u{202e}d").with_help("e\rf");
        problem.location = Some(Location { line: 1, column: 2 });
        assert_eq!(
            problem.to_string(),
            "c\\u{202e}d\n  at 1:2 (/a\\u{1b}[2J\\nerror: b)\nhelp: e\\rf"
        );
        assert_eq!(problem.pointer, "/a\u{1b}[2J\nerror: b");
    }

    #[test]
    fn an_empty_list_is_no_problem() {
        assert_eq!(Problems::from_list(Vec::new()), None);
    }
}
