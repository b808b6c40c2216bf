//! Ranges of counts and of numbers.

use crate::decimal::Decimal;
use crate::model::{Limits, Number};

/// How many there may be, both ends included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Count {
    min: u64,
    max: u64,
}

impl Count {
    pub(crate) fn new(min: Option<u64>, max: Option<u64>) -> Self {
        Self {
            min: min.unwrap_or(0),
            max: max.unwrap_or(u64::MAX),
        }
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            min: self.min.max(other.min),
            max: self.max.min(other.max),
        }
    }

    /// The smallest range that holds both.
    pub(crate) fn or(self, other: Self) -> Self {
        Self {
            min: self.min.min(other.min),
            max: self.max.max(other.max),
        }
    }

    pub(crate) fn is_empty(self) -> bool {
        self.min > self.max
    }

    pub(crate) fn holds(self, count: usize) -> bool {
        let count = u64::try_from(count).unwrap_or(u64::MAX);
        self.min <= count && count <= self.max
    }
}

/// One end of a range of numbers.
#[derive(Clone, Debug, PartialEq)]
struct End {
    value: Decimal,
    is_included: bool,
}

/// Numbers between two ends, each of which may be missing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Numbers {
    min: Option<End>,
    max: Option<End>,
}

impl Numbers {
    pub(crate) fn of(limits: &Limits) -> Self {
        let ends = |included: &Option<Number>, excluded: &Option<Number>| {
            let end = |number: &Number, is_included| End {
                value: Decimal::of(&number.0),
                is_included,
            };
            let included = included.as_ref().map(|number| end(number, true));
            let excluded = excluded.as_ref().map(|number| end(number, false));
            [included, excluded]
        };
        let [min, above] = ends(&limits.minimum, &limits.exclusive_minimum);
        let [max, below] = ends(&limits.maximum, &limits.exclusive_maximum);
        Self { min, max }.and(Self {
            min: above,
            max: below,
        })
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            min: tighter(self.min, other.min, |left, right| left > right),
            max: tighter(self.max, other.max, |left, right| left < right),
        }
    }

    /// A range that holds both.
    pub(crate) fn or(self, other: Self) -> Self {
        let both =
            |left: Option<End>, right: Option<End>, is_wider: fn(&Decimal, &Decimal) -> bool| {
                let (left, right) = (left?, right?);
                if left.value == right.value {
                    let is_included = left.is_included || right.is_included;
                    return Some(End {
                        is_included,
                        ..left
                    });
                }
                Some(if is_wider(&left.value, &right.value) {
                    left
                } else {
                    right
                })
            };
        Self {
            min: both(self.min, other.min, |left, right| left < right),
            max: both(self.max, other.max, |left, right| left > right),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        let (Some(min), Some(max)) = (&self.min, &self.max) else {
            return false;
        };
        let is_one_value = min.value == max.value;
        min.value > max.value || (is_one_value && !(min.is_included && max.is_included))
    }

    /// Whether no whole number is between the ends.
    pub(crate) fn holds_no_whole(&self) -> bool {
        let (Some(min), Some(max)) = (&self.min, &self.max) else {
            return false;
        };
        let first = min.value.next_whole(min.is_included);
        first.is_some_and(|first| first > max.value || (first == max.value && !max.is_included))
    }

    pub(crate) fn holds(&self, number: &Decimal) -> bool {
        let is_above = |end: &End| *number > end.value || (end.is_included && *number == end.value);
        let is_below = |end: &End| *number < end.value || (end.is_included && *number == end.value);
        self.min.as_ref().is_none_or(is_above) && self.max.as_ref().is_none_or(is_below)
    }
}

fn tighter(
    left: Option<End>,
    right: Option<End>,
    is_tighter: fn(&Decimal, &Decimal) -> bool,
) -> Option<End> {
    let (left, right) = match (left, right) {
        (Some(left), Some(right)) => (left, right),
        (one, other) => return one.or(other),
    };
    if left.value == right.value {
        let is_included = left.is_included && right.is_included;
        return Some(End {
            is_included,
            ..left
        });
    }
    Some(if is_tighter(&left.value, &right.value) {
        left
    } else {
        right
    })
}
