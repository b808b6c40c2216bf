//! The changes found so far: which of them are listed, and how much of what they do is certain.

use super::effect::Effect;
use super::limits::{MOST_BYTES, MOST_CHANGES};
use super::plan::{Change, UpdatePlan};
use crate::Json;

/// What the conditions of the branches around a change come to.
pub(super) type Answers<'a> = Box<[(&'a str, bool)]>;

/// The changes found so far.
#[derive(Default)]
pub(super) struct Drafts<'a> {
    all: Vec<Draft<'a>>,
    listed: usize,
    bytes: usize,
    /// Where the branch begins that is looked at.
    branch: usize,
}

/// A change, or several that are not listed.
struct Draft<'a> {
    /// None where they are not listed.
    change: Option<Change>,
    answers: Answers<'a>,
    count: usize,
    effect: Effect,
    /// How much of the effect is certain as long as the branches around it count.
    certain: Effect,
}

/// The state at the beginning of a branch.
pub(super) struct Mark {
    start: usize,
    branch: usize,
}

impl<'a> Drafts<'a> {
    /// Whether one more change is listed, with a path of so many bytes.
    pub(super) fn admit(&mut self, path: usize) -> bool {
        let admits = self.listed < MOST_CHANGES && self.bytes < MOST_BYTES;
        if admits {
            self.listed += 1;
            self.bytes += path;
        }
        admits
    }

    pub(super) fn list(&mut self, change: Change, answers: &[(&'a str, bool)], certain: Effect) {
        let values = [&change.before, &change.after];
        self.bytes += values.into_iter().flatten().map(weight).sum::<usize>();
        self.all.push(Draft {
            count: 1,
            effect: change.effect,
            change: Some(change),
            answers: answers.into(),
            certain,
        });
    }

    /// Counts a change that is not listed.
    pub(super) fn count(&mut self, effect: Effect, certain: Effect) {
        let in_branch = self.all.get_mut(self.branch..).unwrap_or_default();
        match in_branch.last_mut() {
            Some(last) if last.change.is_none() => {
                last.count += 1;
                last.effect = last.effect.max(effect);
                last.certain = last.certain.max(certain);
            }
            _ => self.all.push(Draft {
                change: None,
                answers: Box::default(),
                count: 1,
                effect,
                certain,
            }),
        }
    }

    pub(super) fn begin_branch(&mut self) -> Mark {
        let start = self.all.len();
        let branch = core::mem::replace(&mut self.branch, start);
        Mark { start, branch }
    }

    /// Only what both branches do is certain.
    pub(super) fn end_branches(&mut self, first: &Mark, second: &Mark) {
        let certain = |drafts: &[Draft<'_>]| {
            let effects = drafts.iter().map(|draft| draft.certain);
            effects.fold(Effect::NONE, Effect::max)
        };
        let of_both = self.all.get_mut(first.start..).unwrap_or_default();
        let middle = second.start.saturating_sub(first.start).min(of_both.len());
        let (one, other) = of_both.split_at(middle);
        let least = certain(one).min(certain(other));
        for draft in of_both {
            draft.effect = draft.effect.in_doubt_beyond(least);
            draft.certain = draft.certain.min(least);
        }
        self.branch = first.branch;
    }

    /// The plan, and the answers for each change that it lists.
    pub(super) fn into_plan(self) -> (UpdatePlan, Vec<Answers<'a>>) {
        let mut plan = UpdatePlan {
            changes: Vec::with_capacity(self.listed),
            unlisted: (0, Effect::NONE),
        };
        let mut answers = Vec::with_capacity(self.listed);
        for draft in self.all {
            if let Some(mut change) = draft.change {
                change.effect = draft.effect;
                plan.changes.push(change);
                answers.push(draft.answers);
            } else {
                let (count, effect) = plan.unlisted;
                plan.unlisted = (count + draft.count, effect.max(draft.effect));
            }
        }
        (plan, answers)
    }
}

/// About how many bytes a value has.
fn weight(value: &Json) -> usize {
    let mut weight = 0;
    value.each(|name, part| {
        let text = part.as_str().map_or(0, str::len);
        weight += size_of::<Json>() + name.map_or(0, str::len) + text;
    });
    weight
}
