//! What is written down: problems and warnings, each with the path to where the judge stands.

use super::{Judge, Purpose, advice, slip};
use crate::Violation;
use crate::facts::Schema;
use crate::report::help::Help;
use crate::report::limit::ReportLimit;
use crate::report::rule::Rule;
use crate::text::function;
use crate::text::pointer::Step;
use crate::typed::view::View;
use crate::typed::{describe, secret};

/// A problem, and the node of the document to blame for it.
pub(crate) struct Found {
    pub(crate) violation: Violation,
    pub(crate) node: Option<usize>,
}

/// Everything wrong with a value.
#[derive(Default)]
pub(crate) struct Findings {
    /// What `CloudFormation` refuses.
    pub(crate) found: Vec<Found>,
    pub(crate) limit: ReportLimit,
    /// What it takes, but ignores or changes.
    pub(crate) warnings: Vec<Found>,
    pub(crate) warning_limit: ReportLimit,
}

impl Findings {
    /// The same without what two schemas of one value say alike.
    pub(super) fn without_repetitions(mut self) -> Self {
        remove_repetitions(&mut self.found);
        remove_repetitions(&mut self.warnings);
        self
    }
}

fn remove_repetitions(found: &mut Vec<Found>) {
    let mut index = 0;
    while let Some((one, earlier)) = found.get(..=index).and_then(<[_]>::split_last) {
        if earlier.iter().any(|said| said.violation == one.violation) {
            found.remove(index);
        } else {
            index += 1;
        }
    }
}

impl<'a> Judge<'a> {
    /// Goes into a part of a value.
    #[inline]
    pub(super) fn enter(&mut self, step: Step<'a>) {
        if self.writes() {
            self.push(step);
        }
    }

    #[cold]
    fn push(&mut self, step: Step<'a>) {
        self.path.push(step);
    }

    /// Goes back to the whole.
    #[inline]
    pub(super) fn leave(&mut self) {
        if self.writes() {
            self.path.pop();
        }
    }

    /// Writes a problem down. The words are only made if somebody will read them.
    pub(super) fn report(
        &mut self,
        rule: Rule,
        at: View<'a>,
        words: impl FnOnce() -> (String, Help),
    ) {
        self.report_value(rule, None, at, words);
    }

    /// The same, with a more exact code.
    #[cold]
    pub(super) fn report_value(
        &mut self,
        rule: Rule,
        code: Option<&'static str>,
        at: View<'a>,
        words: impl FnOnce() -> (String, Help),
    ) {
        if let Some(path) = self.place_of_a_problem() {
            let words = words();
            let words = if self.is_secret(rule, at) {
                secret::words(rule, at, words)
            } else {
                words
            };
            self.write_down(rule, code, at.node(), path, words);
        }
    }

    /// Whether what is said of a value where the judge stands must not show it.
    pub(super) fn is_secret(&self, rule: Rule, at: View<'a>) -> bool {
        let root = self.root;
        root.is_some_and(|root| secret::is_judged(&self.path, root, at, rule))
    }

    /// The same about a name or the shape of a call, with the node to blame and a more exact code.
    #[cold]
    pub(super) fn report_as(
        &mut self,
        rule: Rule,
        code: Option<&'static str>,
        node: Option<usize>,
        words: impl FnOnce() -> (String, Help),
    ) {
        if let Some(path) = self.place_of_a_problem() {
            self.write_down(rule, code, node, path, words());
        }
    }

    #[inline(never)]
    fn write_down(
        &mut self,
        rule: Rule,
        code: Option<&'static str>,
        node: Option<usize>,
        path: String,
        words: (String, Help),
    ) {
        self.findings.found.push(Found {
            violation: Violation::of(rule, code, path, words),
            node,
        });
    }

    /// Notes that there is a problem where the judge stands; if somebody will read of it, the path to there.
    #[inline(never)]
    fn place_of_a_problem(&mut self) -> Option<String> {
        if !self.writes() {
            self.failed = true;
            return None;
        }
        // Of alternatives that are compared only the first problem is shown.
        if self.purpose == Purpose::Compare && !self.findings.found.is_empty() {
            self.findings.limit.more += 1;
            return None;
        }
        let length = self.path_length();
        let admits = self.findings.limit.admits(length);
        admits.then(|| self.pointer(length))
    }

    /// Writes down what `CloudFormation` takes but ignores or changes: no verdict depends on it.
    #[cold]
    pub(super) fn warn(
        &mut self,
        rule: Rule,
        node: Option<usize>,
        words: impl FnOnce() -> (String, Help),
    ) {
        if self.purpose != Purpose::Report {
            return;
        }
        let length = self.path_length();
        if self.findings.warning_limit.admits(length) {
            self.write_down_warning(rule, node, length, words());
        }
    }

    #[inline(never)]
    fn write_down_warning(
        &mut self,
        rule: Rule,
        node: Option<usize>,
        length: usize,
        words: (String, Help),
    ) {
        let violation = Violation::of(rule, None, self.pointer(length), words).into_warning();
        self.findings.warnings.push(Found { violation, node });
    }

    /// A value of a type that may not stand here.
    #[cold]
    pub(super) fn wrong_type(&mut self, view: View<'a>, schema: &Schema) {
        let types = schema.types;
        if let Some((name, argument)) = view.only_member()
            && let Some(meant) = function::meant(name)
        {
            return self.misspelt(name, argument, meant);
        }
        self.report(Rule::Type, view, || {
            let message = describe::view(view) + " is not " + &types.words();
            let help = || advice::wrong_type(view, schema);
            (message, slip::cure(view.text().unwrap_or_default(), help))
        });
    }

    /// A name that is none of a function, but near to one.
    pub(super) fn misspelt(&mut self, name: &str, argument: View<'a>, meant: &str) {
        self.report_as(Rule::Intrinsic, None, argument.name_node(), || {
            let message = format!("`{}` is not the name of a function", describe::name(name));
            (message, format!("a function named `{meant}` exists").into())
        });
    }

    /// About how long the path to where the judge stands is.
    fn path_length(&self) -> usize {
        let steps: usize = self.path.iter().map(Step::length).sum();
        self.base.len() + steps
    }

    /// The path to where the judge stands, with room for so many bytes.
    pub(super) fn pointer(&self, length: usize) -> String {
        let mut path = String::with_capacity(length);
        path.push_str(self.base);
        for step in &self.path {
            step.push(&mut path);
        }
        path
    }
}
