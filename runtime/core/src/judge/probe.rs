//! Asking a question about a value beside the walk: whether it fulfils a schema, and what is wrong with it alone.

use super::findings::Findings;
use super::{Judge, Purpose};
use crate::facts::Schema;
use crate::typed::view::View;

/// The answer to whether a value fulfils a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Yes,
    No,
    /// It depends on values that are only known at deployment.
    Maybe,
}

/// What is let pass although the letter of a specification does not take it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tolerance {
    /// What CloudFormation makes of a value counts: of text that is a number, a number.
    Usual,
    /// The same, and a list without elements is as good as none, as where members exclude each other.
    EmptyLists,
    /// Nothing: only the types of JSON count.
    Nothing,
}

impl Tolerance {
    pub(super) fn of(strict: bool) -> Self {
        if strict { Self::Nothing } else { Self::Usual }
    }
}

impl<'a> Judge<'a> {
    /// Whether a value fulfils a schema, without writing anything down.
    pub(super) fn probe(&mut self, view: View<'a>, schema: &'static Schema) -> Verdict {
        self.memo.asked();
        let before = (self.purpose, self.failed, self.unsure);
        (self.purpose, self.failed, self.unsure) = (Purpose::Probe, false, false);
        self.value(&view, schema);
        let verdict = self.verdict();
        (self.purpose, self.failed, self.unsure) = before;
        if verdict == Verdict::Maybe {
            self.unsure = true;
        }
        verdict
    }

    /// The same with another tolerance; by the letter nothing else is asked.
    pub(super) fn probe_with(
        &mut self,
        tolerance: Tolerance,
        view: View<'a>,
        schema: &'static Schema,
    ) -> Verdict {
        let before = self.tolerance;
        if before != Tolerance::Nothing {
            self.tolerance = tolerance;
        }
        let verdict = self.probe(view, schema);
        self.tolerance = before;
        verdict
    }

    pub(super) fn verdict(&self) -> Verdict {
        match (self.failed, self.unsure) {
            (true, _) => Verdict::No,
            (false, true) => Verdict::Maybe,
            (false, false) => Verdict::Yes,
        }
    }

    /// What one schema alone finds wrong with a value that stands where the judge stands.
    pub(super) fn alone(&self, view: View<'a>, schema: &'static Schema) -> Findings {
        let mut judge = Judge::new(Purpose::Compare, self.tolerance);
        judge.base = self.base;
        judge.root = self.root;
        judge.is_text_due = self.is_text_due;
        judge.path.clone_from(&self.path);
        (judge.depth, judge.is_measured) = (self.depth, self.is_measured);
        judge.value(&view, schema);
        judge.findings
    }
}
