//! The changes found so far: which of them are listed, and how much of what they do is certain.

use super::effect::Effect;
use super::limits::{MOST_BYTES, MOST_CHANGES};
use super::plan::{Change, UpdatePlan};
use crate::Json;

/// The changes found so far.
#[derive(Default)]
pub(super) struct Drafts {
    all: Vec<Draft>,
    listed: usize,
    bytes: usize,
    /// Where the branch begins that is looked at.
    branch: usize,
}

/// A change, or several that are not listed.
struct Draft {
    /// None where they are not listed.
    change: Option<Change>,
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

impl Drafts {
    /// Whether one more change is listed, with a path of so many bytes.
    pub(super) fn admit(&mut self, path: usize) -> bool {
        let admits = self.listed < MOST_CHANGES && self.bytes < MOST_BYTES;
        if admits {
            self.listed += 1;
            self.bytes += path;
        }
        admits
    }

    pub(super) fn list(&mut self, change: Change, certain: Effect) {
        let values = [&change.before, &change.after];
        self.bytes += values.into_iter().flatten().map(weight).sum::<usize>();
        self.all.push(Draft {
            count: 1,
            effect: change.effect,
            change: Some(change),
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
        let certain = |drafts: &[Draft]| {
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

    pub(super) fn into_plan(self) -> UpdatePlan {
        let mut plan = UpdatePlan {
            changes: Vec::with_capacity(self.listed),
            unlisted: (0, Effect::NONE),
        };
        for draft in self.all {
            if let Some(mut change) = draft.change {
                change.effect = draft.effect;
                plan.changes.push(change);
            } else {
                let (count, effect) = plan.unlisted;
                plan.unlisted = (count + draft.count, effect.max(draft.effect));
            }
        }
        plan
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
