//! Why a value of a document does not fit into its place.

use crate::document::NodeRef;
use crate::help::Help;
use crate::rule::Rule;
use crate::{Violation, fill, pointer};

/// What filling a place gives.
pub type Filled = Result<(), Mismatch>;

/// How many reasons are kept: a report that is longer helps nobody.
const MOST: usize = 100;

/// Why a place cannot hold what a document has there. Boxed, because it is rare and every level of a
/// document passes it on.
#[derive(Debug)]
pub struct Mismatch(Box<Reasons>);

#[derive(Debug)]
struct Reasons {
    first: Reason,
    others: Vec<Reason>,
}

#[derive(Debug)]
struct Reason {
    rule: Rule,
    message: String,
    help: Help,
    /// From the inside out.
    steps: Vec<String>,
    /// The node to blame.
    node: usize,
}

/// One step of a path.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step<'a> {
    /// A member of an object.
    Name(&'a str),
    /// An element of a list.
    Index(usize),
}

impl Mismatch {
    pub(crate) fn new(rule: Rule, node: NodeRef<'_>, message: String) -> Self {
        let first = Reason {
            rule,
            message,
            help: Help::None,
            steps: Vec::new(),
            node: node.index(),
        };
        Self(Box::new(Reasons {
            first,
            others: Vec::new(),
        }))
    }

    /// The value is of another kind than `wanted`.
    pub(crate) fn kind(wanted: &str, node: NodeRef<'_>) -> Self {
        if let Some(function) = fill::function(node) {
            return Self::function(function, node);
        }
        let met = crate::describe::node(node);
        Self::new(Rule::Type, node, format!("{met} is not {wanted}"))
    }

    /// A function stands where the program only has a place for the value itself.
    pub(crate) fn function(name: &str, node: NodeRef<'_>) -> Self {
        let message =
            format!("`{name}` stands where the struct has room for the value itself only");
        let error = Self::new(Rule::Intrinsic, node, message);
        error.with_help("make the type of the field a `Value<…>`")
    }

    pub(crate) fn with_help(mut self, help: impl Into<Help>) -> Self {
        self.0.first.help = help.into();
        self
    }

    /// The same reasons, seen from one level further out.
    pub(crate) fn inside(mut self, step: Step<'_>) -> Self {
        let step = match step {
            Step::Name(name) => pointer::escape(name).into_owned(),
            Step::Index(index) => index.to_string(),
        };
        for reason in &mut self.0.others {
            reason.steps.push(step.clone());
        }
        self.0.first.steps.push(step);
        self
    }

    /// These reasons and others.
    fn and(mut self, other: Self) -> Self {
        let Reasons { first, others } = *other.0;
        self.0.others.push(first);
        self.0.others.extend(others);
        self.0.others.truncate(MOST);
        self
    }

    /// One line for `serde`, which knows no violations: the first reason.
    pub(crate) fn line(&self) -> String {
        let reason = &self.0.first;
        let path = reason.path();
        let place = if path.is_empty() {
            String::new()
        } else {
            format!(" at {path}")
        };
        let help = reason.help.text();
        let help = help.map_or_else(String::new, |help| format!(" ({help})"));
        format!("{}{place}{help}", reason.message)
    }

    /// The violations, each with the node to blame.
    pub(crate) fn into_violations(self) -> impl Iterator<Item = (Violation, usize)> {
        let Reasons { first, others } = *self.0;
        std::iter::once(first)
            .chain(others)
            .map(Reason::into_violation)
    }
}

impl Reason {
    fn path(&self) -> String {
        let mut path = String::new();
        for step in self.steps.iter().rev() {
            path.push('/');
            path.push_str(step);
        }
        path
    }

    fn into_violation(self) -> (Violation, usize) {
        let path = self.path();
        let violation = Violation::new(self.rule, path, self.message).with_help(self.help);
        (violation, self.node)
    }
}

/// What the parts of a place report, all together.
#[derive(Default)]
pub(crate) struct Mismatches(Option<Mismatch>);

impl Mismatches {
    /// Takes what filling one part gave.
    pub(crate) fn take(&mut self, filled: Filled) {
        if let Err(new) = filled {
            self.0 = Some(match self.0.take() {
                Some(all) => all.and(new),
                None => new,
            });
        }
    }

    /// Whether no more reasons are kept, so that none need be put into words.
    pub(crate) fn is_full(&self) -> bool {
        let kept = self.0.as_ref();
        kept.is_some_and(|kept| kept.0.others.len() >= MOST)
    }

    /// What filling the whole gives.
    pub(crate) fn finish(self) -> Filled {
        match self.0 {
            Some(mismatch) => Err(mismatch),
            None => Ok(()),
        }
    }
}
