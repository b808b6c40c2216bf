//! Makes changes of differences: what each does, and why.

use std::collections::HashSet;

use super::chain::Chain;
use super::conditions::{Around, Questions};
use super::drafts::{Answers, Drafts, Mark};
use super::effect::Effect;
use super::inside::Inside;
use super::levels::Level;
use super::plan::{Change, UpdatePlan};
use super::walk::{Difference, Known, Sink, Step};
use super::words;
use crate::facts::{Outcome, Reason, TypeSpec};
use crate::json::Json;
use crate::text::{digits, pointer};
use crate::typed::secret;
use crate::typed::view::{self, View};

/// About how many bytes a number takes in a path.
const SHORT_STEP: usize = 8;

/// So many reasons of one change are listed.
const MOST_REASONS: usize = 8;

/// Makes changes of differences.
pub(super) struct Planner<'a> {
    around: Option<Around<'a>>,
    levels: Vec<Level<'a>>,
    /// What is said along the path to each level, as far as somebody asked.
    chains: Vec<Option<Chain>>,
    drafts: Drafts<'a>,
    /// Where each branch around begins, and the one before it of the same condition.
    branches: Vec<Mark>,
}

impl<'a> Planner<'a> {
    pub(super) fn new(
        before: View<'a>,
        after: View<'a>,
        around: Option<Around<'a>>,
        known: &Known<'a>,
    ) -> Self {
        Self {
            around,
            levels: vec![Level::resource(before, after, known)],
            chains: vec![None],
            drafts: Drafts::default(),
            branches: Vec::new(),
        }
    }

    /// The plan, and the answers of the conditions around each change that it lists.
    pub(super) fn plan(self) -> (UpdatePlan, Vec<Answers<'a>>) {
        self.drafts.into_plan()
    }

    /// The innermost level.
    pub(super) fn level(&self) -> Option<&Level<'a>> {
        self.levels.last()
    }

    /// One step further in.
    pub(super) fn push(
        &mut self,
        step: Step<'a>,
        before: View<'a>,
        after: View<'a>,
        known: &Known<'a>,
    ) {
        if let Some(level) = self.levels.last() {
            let level = level.further(step, before, after, known);
            self.levels.push(level);
            self.chains.push(None);
        }
    }

    pub(super) fn pop(&mut self) {
        self.levels.pop();
        self.chains.pop();
    }

    /// What is said along the path to the innermost level.
    pub(super) fn chain(&mut self, known: &mut Known<'a>) -> Chain {
        let known_before = self.chains.iter().rposition(Option::is_some);
        for index in known_before.map_or(0, |index| index + 1)..self.levels.len() {
            let chain = self.chain_of(index, known);
            if let Some(place) = self.chains.get_mut(index) {
                *place = Some(chain);
            }
        }
        let last = self.chains.last().and_then(Option::clone);
        last.unwrap_or(Chain::new())
    }

    /// The chain of a level, if those of the levels around are known.
    fn chain_of(&self, index: usize, known: &mut Known<'a>) -> Chain {
        let levels = self.levels.get(..=index).unwrap_or_default();
        let Some(level) = levels.last() else {
            return Chain::new();
        };
        // A branch stands in the place of the whole value: what is said there is asked of the branch alone.
        let whole = levels.iter().rposition(|level| !level.is_branch());
        let around = whole.and_then(|whole| whole.checked_sub(1));
        let around = around.and_then(|around| self.chains.get(around)?.clone());
        let mut chain = around.unwrap_or(Chain::new());
        let step = whole.and_then(|whole| levels.get(whole)?.step);
        words::add(step, level.said, levels.len() - 1, known.spec, &mut chain);
        let Some(rules) = level
            .said
            .map(crate::facts::Said::rules)
            .filter(|rules| !rules.is_empty())
        else {
            return chain;
        };
        // What is known further in does not count here.
        let further = known
            .answers
            .split_off(level.answers.min(known.answers.len()));
        let mut questions = Questions {
            levels,
            around: self.around,
            known,
        };
        chain.rules(rules.iter().map(|rule| (*rule, questions.holds(rule))));
        known.answers.extend(further);
        chain
    }

    fn steps(&self) -> impl Iterator<Item = Step<'a>> {
        self.levels.iter().filter_map(|level| level.step)
    }

    /// About how long the path to the innermost level is.
    fn path_length(&self) -> usize {
        let length = |step| match step {
            Step::Property(property) => property.name.len(),
            Step::Unnamed(name) | Step::Member(name) => name.len(),
            Step::Element { .. } | Step::Branch(_) => SHORT_STEP,
        };
        self.steps().map(length).sum()
    }

    fn path(&self) -> String {
        let mut path = String::new();
        for step in self.steps() {
            path.push('/');
            match step {
                Step::Property(property) => path.push_str(&pointer::escape(property.name)),
                Step::Unnamed(name) | Step::Member(name) => path.push_str(&pointer::escape(name)),
                Step::Element { from, to } => {
                    digits::push(to.or(from).unwrap_or_default() as u64, &mut path);
                }
                Step::Branch(number) => {
                    path.push_str("Fn::If/");
                    digits::push(number as u64, &mut path);
                }
            }
        }
        path
    }

    /// The line that the program holds, if the way to the innermost level crosses one.
    fn line(&self) -> Option<Reason> {
        let pairs = self.levels.iter().zip(self.levels.iter().skip(1));
        let mut crossed = pairs.filter_map(|(around, level)| {
            let Some(Step::Property(property)) = level.step else {
                return None;
            };
            let holds = |view: View<'_>| match view {
                View::Record(record) => {
                    let number = record.spec().position(property.name);
                    number.is_some_and(|number| record.never_replace().contains(&number))
                }
                _ => false,
            };
            (holds(around.before) || holds(around.after)).then_some(property.name)
        });
        let name = crossed.next()?;
        let text =
            format!("the program says that a change of `{name}` never replaces the resource");
        Some(Reason::new(text, "", ""))
    }

    /// Whether the values at the innermost level are secrets, or hold some.
    fn is_secret(&self, before: View<'a>, after: View<'a>) -> bool {
        let mut steps = self.steps();
        let ty = self.level().map_or(TypeSpec::Json, |level| level.place.ty);
        steps.any(|step| matches!(step, Step::Property(property) if property.secret))
            || secret::is_in(before, ty)
            || secret::is_in(after, ty)
    }
}

fn value(view: View<'_>) -> Option<Json> {
    (!view.is_nothing()).then(|| view::to_json(view))
}

impl<'a> Sink<'a> for Planner<'a> {
    fn is_question(&self) -> bool {
        false
    }

    fn enter(&mut self, step: Step<'a>, before: View<'a>, after: View<'a>, known: &Known<'a>) {
        self.push(step, before, after, known);
    }

    fn leave(&mut self) {
        self.pop();
    }

    fn differ(&mut self, difference: Difference<'a>, known: &mut Known<'a>) {
        let Difference {
            before,
            after,
            certain,
        } = difference;
        let mut inside = Inside::new(self.chain(known));
        inside.look(self, known);
        let mut effect = inside.effect();
        let mut reasons = inside.reasons();
        reasons.truncate(MOST_REASONS);
        if effect.outcome > Outcome::InPlace
            && let Some(reason) = self.line()
        {
            effect.outcome = Outcome::Refused;
            reasons.insert(0, reason);
        }
        let sure = if certain { effect } else { Effect::NONE };
        let effect = effect.in_doubt_beyond(sure);
        if !self.drafts.admit(self.path_length()) {
            return self.drafts.count(effect, sure);
        }
        let is_branch = self.levels.iter().any(Level::is_branch);
        let change = Change {
            path: self.path(),
            before: value(before),
            after: value(after),
            effect,
            reasons,
            certain: certain && !is_branch,
            is_secret: self.is_secret(before, after),
        };
        self.drafts.list(change, &known.answers, sure);
    }

    /// Free JSON is compared as a whole, unless the facts speak of its parts.
    fn is_about_parts_of_json(&self) -> bool {
        let said = self.level().and_then(|level| level.said);
        said.is_some_and(|said| said.below().next().is_some())
    }

    fn is_settled(&self) -> bool {
        false
    }

    fn begin_first_branch(&mut self) {
        self.branches.push(self.drafts.begin_branch());
    }

    fn begin_second_branch(&mut self) {
        self.begin_first_branch();
    }

    fn end_branches(&mut self) {
        if let (Some(second), Some(first)) = (self.branches.pop(), self.branches.pop()) {
            self.drafts.end_branches(&first, &second);
        }
    }
}

/// The places inside of a value that were looked at already.
pub(super) type Visited = HashSet<*const crate::facts::RecordSpec>;
