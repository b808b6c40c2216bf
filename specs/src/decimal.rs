//! Numbers as a file writes them, compared by value: `1.50` is `15e-1`, and nothing is rounded.

use std::cmp::Ordering;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Negative,
    Zero,
    Positive,
}

/// A number of JSON, taken apart: its digits without zeros at either end, times a power of ten. Two of
/// the same value are equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decimal {
    sign: Sign,
    digits: String,
    exponent: i128,
}

impl Decimal {
    /// Takes a number apart that the grammar of JSON has accepted.
    pub(crate) fn of(number: &str) -> Self {
        let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
        let (is_negative, mantissa) = match mantissa.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, mantissa),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = format!("{whole}{fraction}");
        let digits = all.trim_end_matches('0');
        let dropped = all.len() - digits.len();
        let digits = digits.trim_start_matches('0').to_owned();
        if digits.is_empty() {
            return Self {
                sign: Sign::Zero,
                digits,
                exponent: 0,
            };
        }
        Self {
            sign: if is_negative {
                Sign::Negative
            } else {
                Sign::Positive
            },
            digits,
            exponent: power(exponent) + length(dropped) - length(fraction.len()),
        }
    }

    /// Takes a text apart, if it is a number.
    pub(crate) fn of_text(text: &str) -> Option<Self> {
        // A number of Rust may also have a sign in front or be a word.
        let starts_well = text
            .trim_start_matches('-')
            .starts_with(|first: char| first.is_ascii_digit());
        (starts_well && text.parse::<f64>().is_ok()).then(|| Self::of(text))
    }

    /// Whether it is above zero.
    pub(crate) fn is_positive(&self) -> bool {
        self.sign == Sign::Positive
    }

    /// The first whole number from here on, this one itself only if it `is_included`; none for
    /// numbers so large that nobody cares.
    pub(crate) fn next_whole(&self, is_included: bool) -> Option<Self> {
        const MOST_DIGITS: i128 = 30;
        if self.sign == Sign::Zero && is_included {
            return Some(self.clone());
        }
        let size = self.size();
        if size > MOST_DIGITS {
            return None;
        }
        let whole = usize::try_from(size).unwrap_or(0).min(self.digits.len());
        let has_fraction = whole < self.digits.len();
        let mut floor: i128 = format!("0{}", self.digits.get(..whole)?).parse().ok()?;
        floor =
            floor.checked_mul(10_i128.checked_pow(u32::try_from(self.exponent).unwrap_or(0))?)?;
        // Towards zero so far: the next one above a positive number, and this one below it.
        let next = match self.sign {
            Sign::Positive if has_fraction || !is_included => floor + 1,
            Sign::Zero => 1,
            Sign::Positive => floor,
            Sign::Negative if !has_fraction && !is_included => 1 - floor,
            Sign::Negative => -floor,
        };
        Some(Self::of(&next.to_string()))
    }

    /// Where its first digit stands, counted from the point.
    fn size(&self) -> i128 {
        length(self.digits.len()) + self.exponent
    }
}

/// An exponent; one that no machine can count to is as good as the largest that fits here.
fn power(text: &str) -> i128 {
    const MOST: i128 = 1 << 96;
    let text = text.strip_prefix('+').unwrap_or(text);
    let limit = if text.starts_with('-') { -MOST } else { MOST };
    text.parse()
        .map_or(limit, |power: i128| power.clamp(-MOST, MOST))
}

fn length(length: usize) -> i128 {
    i128::try_from(length).unwrap_or(i128::MAX)
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let rank = |sign| match sign {
            Sign::Negative => 0,
            Sign::Zero => 1,
            Sign::Positive => 2,
        };
        let by_sign = rank(self.sign).cmp(&rank(other.sign));
        // Digits compare as texts once they start at the same place.
        let by_size = self
            .size()
            .cmp(&other.size())
            .then_with(|| self.digits.cmp(&other.digits));
        match self.sign {
            Sign::Positive => by_sign.then(by_size),
            Sign::Zero => by_sign,
            Sign::Negative => by_sign.then(by_size.reverse()),
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_value_are_equal() {
        for spellings in [
            &["0", "-0", "0.0", "0e5", "-0.00E-3"][..],
            &["1", "1.0", "10e-1", "0.1e1", "1E+0", "0.001e3"],
            &["-1500", "-1.5e3", "-15e2", "-1500.00"],
            &[
                "9007199254740993",
                "9007199254740993.0",
                "9007199254.740993e6",
            ],
        ] {
            for spelling in spellings {
                assert_eq!(
                    Decimal::of(spelling),
                    Decimal::of(spellings[0]),
                    "{spelling}"
                );
            }
        }
    }

    #[test]
    fn words_are_no_numbers() {
        assert_eq!(Decimal::of_text("-1.50"), Some(Decimal::of("-1.5")));
        for text in ["", "-", "inf", "NaN", "+1", ".5", " 1", "1 ", "0x1", "--1"] {
            assert_eq!(Decimal::of_text(text), None, "{text}");
        }
    }

    #[test]
    fn the_next_whole_number() {
        for (number, included, excluded) in [
            ("0", "0", "1"),
            ("1", "1", "2"),
            ("1.2", "2", "2"),
            ("0.01", "1", "1"),
            ("1e-400", "1", "1"),
            ("120", "120", "121"),
            ("12.0e1", "120", "121"),
            ("-1", "-1", "0"),
            ("-1.5", "-1", "-1"),
            ("-0.5", "0", "0"),
            ("-120.5", "-120", "-120"),
            ("9007199254740992.5", "9007199254740993", "9007199254740993"),
        ] {
            let next = |is_included| Decimal::of(number).next_whole(is_included);
            assert_eq!(next(true), Some(Decimal::of(included)), "{number}");
            assert_eq!(next(false), Some(Decimal::of(excluded)), "{number}");
        }
        assert_eq!(Decimal::of("1e400").next_whole(true), None);
    }

    #[test]
    fn values_are_ordered_without_rounding() {
        let ascending = [
            "-1e99999999999999999999999999999999999999999",
            "-10",
            "-9.5",
            "-9",
            "-0.01",
            "-1e-99999999999999999999",
            "0",
            "1e-400",
            "0.1",
            "0.11",
            "1",
            "9",
            "9.01",
            "10",
            "9007199254740992",
            "9007199254740993",
            "1e400",
        ];
        for (at, left) in ascending.iter().enumerate() {
            for (other, right) in ascending.iter().enumerate() {
                let order = Decimal::of(left).cmp(&Decimal::of(right));
                assert_eq!(order, at.cmp(&other), "{left} {right}");
            }
        }
    }
}
