//! How many and how much: numbers, counts of parts, versions.

use core::cmp::Ordering;

use super::calls;
use super::gives;
use super::kind::{self, Kind};
use super::levels::is_extended;
use super::truth::Truth;
use crate::facts::{Count, Trend};
use crate::text::function;
use crate::typed::view::View;

/// A number of which only the bounds are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) least: u64,
    /// None if there is no bound.
    pub(super) most: Option<u64>,
}

impl Range {
    pub(super) const fn exactly(number: u64) -> Self {
        Self {
            least: number,
            most: Some(number),
        }
    }

    const ANY: Self = Self {
        least: 0,
        most: None,
    };

    /// How many elements a list has, or members an object; what is absent has none.
    pub(super) fn of_parts(view: View<'_>) -> Self {
        match kind::of(view) {
            Kind::Nothing => Self::exactly(0),
            Kind::Call(_) | Kind::Scalar(_) => Self::ANY,
            Kind::List => view
                .items()
                .map(Self::of_one)
                .fold(Self::exactly(0), Self::plus),
            Kind::Object => {
                let written = view
                    .members()
                    .filter(|(name, _)| !function::adds_members(name));
                let members = written.map(|(_, member)| Self::of_one(member));
                let count = members.fold(Self::exactly(0), Self::plus);
                let most = count.most.filter(|_| !is_extended(view));
                Self { most, ..count }
            }
        }
    }

    /// How many parts one that is written turns out to be.
    fn of_one(view: View<'_>) -> Self {
        match kind::of(view) {
            Kind::Nothing => Self::exactly(0),
            Kind::Call(call) if calls::fork(&call).is_none() && gives::may_be_nothing(&call) => {
                Self::ANY
            }
            Kind::Call(call) if gives::may_be_nothing(&call) => Self {
                least: 0,
                most: Some(1),
            },
            Kind::Object if is_extended(view) => Self::ANY,
            Kind::Call(_) | Kind::Scalar(_) | Kind::List | Kind::Object => Self::exactly(1),
        }
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            least: self.least.saturating_add(other.least),
            most: self
                .most
                .zip(other.most)
                .map(|(one, other)| one.saturating_add(other)),
        }
    }

    /// Whether the number is as a rule asks.
    pub(super) fn is_within(self, Count { least, most }: Count) -> Truth {
        let below = |bound: Option<u64>| {
            self.most
                .zip(bound)
                .is_some_and(|(most, bound)| most <= bound)
        };
        if self.most.is_some_and(|greatest| greatest < least)
            || most.is_some_and(|most| self.least > most)
        {
            Truth::No
        } else if self.least >= least && (most.is_none() || below(most)) {
            Truth::Yes
        } else {
            Truth::HIDDEN
        }
    }

    /// Whether the number is greater than another.
    fn exceeds(self, other: Self) -> Truth {
        if other.most.is_some_and(|most| self.least > most) {
            Truth::Yes
        } else if self.most.is_some_and(|most| most <= other.least) {
            Truth::No
        } else {
            Truth::HIDDEN
        }
    }
}

/// Whether a number, or the number of parts of a list or map, becomes more or fewer; what is absent is 0.
pub(super) fn moves(before: View<'_>, after: View<'_>, trend: Trend) -> Truth {
    let (low, high) = match trend {
        Trend::Up => (before, after),
        Trend::Down => (after, before),
    };
    match (kind::of(low), kind::of(high)) {
        (Kind::Scalar(low), Kind::Scalar(high)) => match (low.number(), high.number()) {
            (Some(low), Some(high)) => (high.decimal() > low.decimal()).into(),
            _ => Truth::HIDDEN,
        },
        (Kind::Nothing, Kind::Scalar(high)) => match high.number() {
            Some(high) => (high.decimal() > zero()).into(),
            None => Truth::HIDDEN,
        },
        (Kind::Scalar(low), Kind::Nothing) => match low.number() {
            Some(low) => (zero() > low.decimal()).into(),
            None => Truth::HIDDEN,
        },
        _ => Range::of_parts(high).exceeds(Range::of_parts(low)),
    }
}

fn zero() -> crate::json::Decimal {
    crate::Number::from(0).decimal()
}

/// Whether numbers between dots become greater or smaller. Nobody can tell of any other text, and where one
/// version says more than the other.
pub(super) fn version(before: View<'_>, after: View<'_>, trend: Trend) -> Truth {
    let numbers = |view| match kind::of(view) {
        Kind::Scalar(scalar) => parts(&scalar.text()),
        _ => None,
    };
    if before.is_nothing() || after.is_nothing() {
        return Truth::No;
    }
    let (Some(before), Some(after)) = (numbers(before), numbers(after)) else {
        return Truth::HIDDEN;
    };
    let wanted = match trend {
        Trend::Up => Ordering::Less,
        Trend::Down => Ordering::Greater,
    };
    let mut pairs = before
        .iter()
        .zip(&after)
        .map(|(before, after)| before.cmp(after));
    match pairs.find(|order| order.is_ne()) {
        Some(order) => (order == wanted).into(),
        None if before.len() == after.len() => Truth::No,
        None => Truth::HIDDEN,
    }
}

fn parts(text: &str) -> Option<Vec<u64>> {
    let is_number =
        |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split('.')
        .map(|part| {
            Some(part)
                .filter(is_number)
                .and_then(|part| part.parse().ok())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Truth::{No, Yes};
    use super::*;
    use crate::Json;

    fn both(before: &str, after: &str, ask: fn(View<'_>, View<'_>, Trend) -> Truth) -> [Truth; 2] {
        let [before, after] = [before, after].map(|text| match text {
            "" => None,
            text => Some(text.parse::<Json>().unwrap()),
        });
        let [before, after] =
            [&before, &after].map(|json| json.as_ref().map_or(View::Absent, View::Json));
        [Trend::Up, Trend::Down].map(|trend| ask(before, after, trend))
    }

    #[test]
    fn numbers_and_counts_grow_and_shrink() {
        let hidden = Truth::HIDDEN;
        for (before, after, expected) in [
            ("1", "2", [Yes, No]),
            ("2", r#""1""#, [No, Yes]),
            ("2", "2.0", [No, No]),
            ("", "1", [Yes, No]),
            ("", "0", [No, No]),
            ("5", "", [No, Yes]),
            ("[1]", "[1,2]", [Yes, No]),
            ("[1,2]", "", [No, Yes]),
            (r#"{"a":1}"#, r#"{"b":1}"#, [No, No]),
            (r#"{"a":1}"#, "{}", [No, Yes]),
            ("1", r#"{"Ref":"A"}"#, [hidden, hidden]),
            ("[1]", r#"{"Ref":"A"}"#, [hidden, hidden]),
            (
                "[1]",
                r#"[{"Fn::If":["C",1,{"Ref":"AWS::NoValue"}]},2]"#,
                [hidden, No],
            ),
            ("[1]", r#"[{"Ref":"AWS::NoValue"},2]"#, [No, No]),
            (
                r#"{"a":1}"#,
                r#"{"a":1,"b":2,"Fn::Transform":{}}"#,
                [Yes, No],
            ),
            (r#""gp2""#, r#""gp3""#, [hidden, hidden]),
        ] {
            assert_eq!(both(before, after, moves), expected, "{before} {after}");
        }
    }

    #[test]
    fn versions_are_compared_number_by_number() {
        let hidden = Truth::HIDDEN;
        for (before, after, expected) in [
            (r#""5.9""#, r#""5.10""#, [Yes, No]),
            (r#""14.2""#, r#""13.9""#, [No, Yes]),
            (r#""1.2""#, r#""1.2""#, [No, No]),
            (r#""14""#, r#""14.2""#, [hidden, hidden]),
            ("5.7", r#""8.0""#, [Yes, No]),
            (
                r#""OpenSearch_1.0""#,
                r#""OpenSearch_2.0""#,
                [hidden, hidden],
            ),
            (r#""1.x""#, r#""2.x""#, [hidden, hidden]),
            ("", r#""1.0""#, [No, No]),
            (r#""1.0""#, r#"{"Ref":"A"}"#, [hidden, hidden]),
        ] {
            assert_eq!(both(before, after, version), expected, "{before} {after}");
        }
    }
}
