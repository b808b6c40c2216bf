//! The collector that a file's problems are pushed into, and the pointer carried along while
//! walking.

use std::fmt::Write as _;

use crate::error::{Problem, Severity};
use crate::tree::escape;

/// Where a walk is: a list that lives on the stack and becomes text only for a problem.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pointer<'p> {
    parent: Option<&'p Pointer<'p>>,
    step: Step<'p>,
}

#[derive(Clone, Copy, Debug)]
enum Step<'p> {
    Root,
    Name(&'p str),
    Index(usize),
}

impl<'p> Pointer<'p> {
    /// The whole text.
    pub(crate) const ROOT: Pointer<'static> = Pointer {
        parent: None,
        step: Step::Root,
    };

    /// A member of the value here.
    pub(crate) fn name(&'p self, name: &'p str) -> Pointer<'p> {
        Pointer {
            parent: Some(self),
            step: Step::Name(name),
        }
    }

    /// An element of the value here.
    pub(crate) fn index(&'p self, index: usize) -> Pointer<'p> {
        Pointer {
            parent: Some(self),
            step: Step::Index(index),
        }
    }

    /// The pointer as RFC 6901 writes it.
    pub(crate) fn text(&self) -> String {
        let mut steps = Vec::new();
        let mut next = Some(self);
        while let Some(pointer) = next {
            steps.push(pointer.step);
            next = pointer.parent;
        }
        let mut text = String::new();
        for step in steps.iter().rev() {
            match step {
                Step::Root => {}
                Step::Name(name) => {
                    text.push('/');
                    text.push_str(&escape(name));
                }
                Step::Index(index) => {
                    let _infallible = write!(text, "/{index}");
                }
            }
        }
        text
    }
}

/// All problems of one file.
#[derive(Debug, Default)]
pub(crate) struct Report {
    problems: Vec<Problem>,
}

impl Report {
    /// How many there are so far.
    pub(crate) fn len(&self) -> usize {
        self.problems.len()
    }

    /// Of those after the first `count`, keeps what is wanted.
    pub(crate) fn retain_from(&mut self, count: usize, is_wanted: impl Fn(&Problem) -> bool) {
        let mut index = 0;
        self.problems.retain(|problem| {
            index += 1;
            index <= count || is_wanted(problem)
        });
    }

    /// Forgets those that came after the first `count`.
    pub(crate) fn truncate(&mut self, count: usize) {
        self.problems.truncate(count);
    }

    pub(crate) fn push(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    pub(crate) fn error(&mut self, at: &Pointer<'_>, message: impl Into<String>) {
        self.push(Problem::error(at.text(), message));
    }

    pub(crate) fn error_with_help(
        &mut self,
        at: &Pointer<'_>,
        message: impl Into<String>,
        help: Option<String>,
    ) {
        let problem = Problem::error(at.text(), message);
        self.push(match help {
            Some(help) => problem.with_help(help),
            None => problem,
        });
    }

    pub(crate) fn warning(&mut self, at: &Pointer<'_>, message: impl Into<String>) {
        self.push(Problem::warning(at.text(), message));
    }

    /// Adds what another report says about the value at `pointer`, unless it is known already.
    pub(crate) fn push_new_below(&mut self, pointer: &str, other: Report) {
        for mut problem in other.problems {
            problem.pointer = format!("{pointer}{}", problem.pointer);
            if !self.problems.contains(&problem) {
                self.problems.push(problem);
            }
        }
    }

    /// Forgets the warnings.
    pub(crate) fn drop_warnings(&mut self) {
        self.problems
            .retain(|problem| problem.severity == Severity::Error);
    }

    /// Errors and warnings, each in the order in which they were found.
    pub(crate) fn split(self) -> (Vec<Problem>, Vec<Problem>) {
        self.problems
            .into_iter()
            .partition(|problem| problem.severity == Severity::Error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_are_escaped() {
        let properties = Pointer::ROOT.name("properties");
        let odd = properties.name("a/b~c");
        assert_eq!(odd.index(3).text(), "/properties/a~1b~0c/3");
        assert_eq!(Pointer::ROOT.text(), "");
    }
}
