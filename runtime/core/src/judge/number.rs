//! Numbers, compared exactly: no two that differ are taken for equal because doubles are coarse.

use core::cmp::Ordering;

use crate::json::{Decimal, Number};
use crate::text::coerce;

/// A number wherever it comes from.
#[derive(Clone, Copy, Debug)]
pub(super) enum Numeric<'a> {
    Integer(i64),
    /// The number with the fewest digits that this double is nearest to, as JSON would write it.
    Float(f64),
    /// As it was written.
    Written(&'a str),
}

impl<'a> Numeric<'a> {
    /// The number that a text is.
    pub(super) fn written(text: &'a str) -> Option<Self> {
        coerce::number(text)?;
        let text = text.strip_prefix('+').unwrap_or(text);
        Some(match coerce::plain_integer(text) {
            Some(integer) => Self::Integer(integer),
            None => Self::Written(text),
        })
    }

    pub(super) fn as_f64(self) -> f64 {
        match self {
            #[expect(
                clippy::cast_precision_loss,
                reason = "the nearest double is what is asked"
            )]
            Self::Integer(value) => value as f64,
            Self::Float(value) => value,
            Self::Written(text) => text.parse().unwrap_or_default(),
        }
    }

    pub(super) fn decimal(self) -> Decimal {
        match self {
            Self::Integer(value) => Number::from(value).decimal(),
            Self::Float(value) => Decimal::parse(&format!("{value:?}")),
            Self::Written(text) => Decimal::parse(text),
        }
    }

    /// Whether there is no fraction.
    pub(super) fn is_integer(self) -> bool {
        match self {
            Self::Integer(_) => true,
            Self::Float(value) => value.fract() == 0.0,
            Self::Written(text) => {
                self.as_f64().fract() == 0.0 && Decimal::parse(text).is_integer()
            }
        }
    }

    /// How the number stands to a limit. Doubles decide where they differ: rounding keeps the order.
    pub(super) fn compare(self, limit: &Number) -> Ordering {
        if let (Self::Integer(value), Some(limit)) = (self, limit.as_small()) {
            return value.cmp(&limit);
        }
        let rounded = self.as_f64().partial_cmp(&limit.as_f64());
        match rounded {
            Some(Ordering::Equal) | None => self.decimal().cmp(&limit.decimal()),
            Some(order) => order,
        }
    }

    /// Whether another number is the same.
    pub(super) fn same(self, other: Numeric<'_>) -> bool {
        match (self, other) {
            (Self::Integer(left), Numeric::Integer(right)) => left == right,
            _ => self.decimal() == other.decimal(),
        }
    }

    pub(super) fn equals(self, other: &Number) -> bool {
        self.compare(other) == Ordering::Equal
    }

    /// Whether the number is a multiple; `true` where nobody could tell.
    pub(super) fn is_multiple_of(self, step: &Number) -> bool {
        match (self, step.as_small()) {
            (Self::Integer(value), Some(step)) => {
                value.checked_rem(step).is_none_or(|rest| rest == 0)
            }
            _ => self
                .decimal()
                .is_multiple_of(&step.decimal())
                .unwrap_or(true),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Numeric;
    use crate::Number;

    fn number(text: &str) -> Number {
        text.parse().unwrap()
    }

    #[test]
    fn neighbours_that_one_double_stands_for_are_told_apart() {
        let big = Numeric::written("9007199254740993").unwrap();
        assert!(big.compare(&number("9007199254740992")).is_gt());
        assert!(!big.equals(&number("9007199254740992.0")));
        let long = Numeric::written("0.1000000000000000000000001").unwrap();
        assert!(long.compare(&number("0.1")).is_gt());
        assert!(Numeric::Float(0.1).equals(&number("0.1")));
        assert!(!Numeric::written("9007199254740993.5").unwrap().is_integer());
        assert!(Numeric::written("1e300").unwrap().is_integer());
    }

    #[test]
    fn multiples_are_exact() {
        for (value, step) in [
            ("0.3", "0.1"),
            ("1e300", "7e290"),
            ("0", "3"),
            ("60", "60"),
            ("4.5", "1.5"),
        ] {
            let holds = Numeric::written(value)
                .unwrap()
                .is_multiple_of(&number(step));
            assert_eq!(holds, (value, step) != ("1e300", "7e290"), "{value} {step}");
        }
        for (value, step) in [
            ("0.35", "0.1"),
            ("9007199254740993", "2"),
            ("61", "60"),
            ("0.5", "1"),
        ] {
            assert!(
                !Numeric::written(value)
                    .unwrap()
                    .is_multiple_of(&number(step)),
                "{value} {step}"
            );
        }
    }
}
