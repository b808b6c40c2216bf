//! Why a value of a document does not fit into its place.

use crate::document::NodeRef;
use crate::rule::Rule;
use crate::{Violation, pointer};

/// What filling a place gives.
pub type Filled = Result<(), Mismatch>;

/// The first reason why a place cannot hold what a document has there. Boxed, because it is rare and
/// every level of a document passes it on.
#[derive(Debug)]
pub struct Mismatch(Box<Reason>);

#[derive(Debug)]
struct Reason {
    rule: Rule,
    message: String,
    help: Option<String>,
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
        Self(Box::new(Reason {
            rule,
            message,
            help: None,
            steps: Vec::new(),
            node: node.index(),
        }))
    }

    /// The value is of another kind than `wanted`.
    pub(crate) fn kind(wanted: &str, node: NodeRef<'_>) -> Self {
        let met = crate::describe::node(node);
        Self::new(Rule::Type, node, format!("{met} is not {wanted}"))
    }

    pub(crate) fn with_help(mut self, help: Option<String>) -> Self {
        self.0.help = help;
        self
    }

    /// The same reason, seen from one level further out.
    pub(crate) fn inside(mut self, step: Step<'_>) -> Self {
        self.0.steps.push(match step {
            Step::Name(name) => pointer::escape(name).into_owned(),
            Step::Index(index) => index.to_string(),
        });
        self
    }

    fn path(&self) -> String {
        let mut path = String::new();
        for step in self.0.steps.iter().rev() {
            path.push('/');
            path.push_str(step);
        }
        path
    }

    /// One line for `serde`, which knows no violations.
    pub(crate) fn line(&self) -> String {
        let path = self.path();
        let place = if path.is_empty() {
            String::new()
        } else {
            format!(" at {path}")
        };
        let help = self
            .0
            .help
            .as_ref()
            .map_or_else(String::new, |help| format!(" ({help})"));
        format!("{}{place}{help}", self.0.message)
    }

    /// The violation, and the node to blame.
    pub(crate) fn into_violation(self) -> (Violation, usize) {
        let path = self.path();
        let Reason {
            rule,
            message,
            help,
            node,
            steps: _,
        } = *self.0;
        (Violation::new(rule, path, message).with_help(help.into()), node)
    }
}
