//! Answers that are kept once a walk takes long.
//!
//! Where alternatives stand in alternatives, each level of a document asks the next one several times: without
//! memory the work doubles with each level. A walk over an ordinary document never gets to the point
//! where remembering is cheaper than judging again.

use std::collections::BTreeMap;

use super::probe::{Tolerance, Verdict};
use super::{Judge, Purpose};
use crate::facts::Schema;
use crate::typed::view::View;

/// So many alternatives are judged before answers are kept.
const PATIENCE: usize = 2000;

/// What was asked so far. A map that costs nothing to make, since most walks keep no answer.
#[derive(Default)]
pub(super) struct Memo {
    asked: usize,
    answers: BTreeMap<MemoKey, Verdict>,
}

/// A value and what is demanded of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct MemoKey {
    value: usize,
    schema: usize,
    purpose: Purpose,
    tolerance: Tolerance,
    is_text_due: bool,
}

impl Memo {
    /// Counts an alternative.
    pub(super) fn asked(&mut self) {
        self.asked += 1;
    }

    /// Whether the walk takes so long that answers are kept.
    pub(super) fn is_needed(&self) -> bool {
        self.asked > PATIENCE
    }
}

impl MemoKey {
    /// None for small values, which are judged at once.
    pub(super) fn of(judge: &Judge<'_>, view: View<'_>, schema: &'static Schema) -> Option<Self> {
        let value = match view {
            View::Node(node) => node.index(),
            View::Record(record) => address(record),
            View::Map(map) => address(map),
            View::List(list) => address(list),
            View::Json(json) => address(json),
            _ => return None,
        };
        Some(Self {
            value,
            schema: address(schema),
            purpose: judge.purpose,
            tolerance: judge.tolerance,
            is_text_due: judge.is_text_due,
        })
    }
}

fn address<T: ?Sized>(value: &T) -> usize {
    core::ptr::from_ref(value).cast::<()>().addr()
}

impl<'a> Judge<'a> {
    /// Judges a value unless the same was asked before.
    pub(super) fn remembered(
        &mut self,
        question: MemoKey,
        view: View<'a>,
        schema: &'static Schema,
    ) {
        if let Some(verdict) = self.memo.answers.get(&question) {
            // What was reported once is not reported again.
            self.failed |= !self.writes() && *verdict == Verdict::No;
            self.unsure |= *verdict == Verdict::Maybe;
            return;
        }
        let before = (self.failed, self.unsure);
        (self.failed, self.unsure) = (false, false);
        self.judge(&view, schema);
        let verdict = self.verdict();
        self.memo.answers.insert(question, verdict);
        self.failed |= before.0;
        self.unsure |= before.1;
    }
}
