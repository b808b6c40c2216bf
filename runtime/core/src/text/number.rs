//! Numbers that keep what was written.

use std::{cmp::Ordering, fmt, hash, str::FromStr};

use crate::text::digits;

/// A JSON number, kept exactly as it was written: `1.10` stays `1.10`, and an identifier of thirty
/// digits keeps all of them.
///
/// Two numbers are equal if they denote the same value: `1`, `1.0` and `10e-1` are equal. The
/// comparison is decimal and exact, so two long integers that a double cannot tell apart differ.
///
/// ```
/// use formwork::{Json, Number};
///
/// let number: Number = "1.10".parse()?;
/// assert_eq!(number.to_string(), "1.10");
/// assert_eq!(number, "1.1".parse()?);
/// assert_eq!(number.as_f64(), 1.1);
/// assert_eq!(number.as_i64(), None);
/// # Ok::<(), formwork::JsonError>(())
/// ```
#[derive(Clone)]
pub struct Number(Repr);

#[derive(Clone)]
enum Repr {
    Integer(i64),
    /// Anything else, as the grammar of JSON has it, and not larger than a double can hold.
    Written(Box<str>),
}

impl Number {
    /// The number that `value` is, with the fewest digits that denote it: a whole one has no fraction. None for
    /// infinities and for what is not a number, which JSON cannot write.
    ///
    /// ```
    /// let text = |value| formwork::Number::from_f64(value).map(|number| number.to_string());
    /// assert_eq!(text(80.0).as_deref(), Some("80"));
    /// assert_eq!(text(0.5).as_deref(), Some("0.5"));
    /// assert_eq!(text(f64::NAN), None);
    /// ```
    #[must_use]
    pub fn from_f64(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        // Zero has a sign that an integer has not, and beyond the range of an integer digits are made up.
        let text = match whole(value) {
            Some(0) if value.is_sign_negative() => "-0".to_owned(),
            Some(integer) => return Some(Self(Repr::Integer(integer))),
            None => format!("{value:?}"),
        };
        Some(Self(Repr::Written(text.into())))
    }

    /// A number that a reader has checked: the grammar of JSON, and within the range of a double.
    pub(crate) fn from_checked(text: &str) -> Self {
        // `i64` would also take `+1` and `007`, which no reader lets through, and `-0`, which it
        // would write as `0`.
        match text.parse() {
            Ok(value) if text != "-0" => Self(Repr::Integer(value)),
            _ => Self(Repr::Written(text.into())),
        }
    }

    /// The value as an `i64`, if it is a whole number in its range: also of `1.0` and `1e3`.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        match &self.0 {
            Repr::Integer(value) => Some(*value),
            Repr::Written(text) => Decimal::parse(text).to_i64(),
        }
    }

    /// The value as a `u64`, if it is a whole number in its range.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        match &self.0 {
            Repr::Integer(value) => u64::try_from(*value).ok(),
            Repr::Written(text) => Decimal::parse(text).to_u64(),
        }
    }

    /// The double nearest to the value.
    #[must_use]
    pub fn as_f64(&self) -> f64 {
        match &self.0 {
            #[expect(
                clippy::cast_precision_loss,
                reason = "the nearest double is what is asked"
            )]
            Repr::Integer(value) => *value as f64,
            Repr::Written(text) => text.parse().unwrap_or_default(),
        }
    }

    /// Whether the value is a whole number, of any size.
    #[must_use]
    pub fn is_integer(&self) -> bool {
        match &self.0 {
            Repr::Integer(_) => true,
            Repr::Written(text) => Decimal::parse(text).is_integer(),
        }
    }

    /// Adds the number as it was written.
    pub(crate) fn push_to(&self, out: &mut String) {
        match &self.0 {
            Repr::Integer(value) => digits::push_signed(*value, out),
            Repr::Written(text) => out.push_str(text),
        }
    }

    /// The text of the number; where it was written as an `i64`, that.
    pub(crate) fn written(&self) -> Result<&str, i64> {
        match &self.0 {
            Repr::Integer(value) => Err(*value),
            Repr::Written(text) => Ok(text),
        }
    }

    /// The value, if it was written as an `i64`.
    pub(crate) fn as_small(&self) -> Option<i64> {
        match self.0 {
            Repr::Integer(value) => Some(value),
            Repr::Written(_) => None,
        }
    }

    /// The value, to be compared or hashed.
    pub(crate) fn decimal(&self) -> Decimal {
        Decimal::parse(&self.to_string())
    }
}

impl fmt::Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Integer(value) => write!(formatter, "{value}"),
            Repr::Written(text) => formatter.write_str(text),
        }
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self}")
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Repr::Integer(left), Repr::Integer(right)) => left == right,
            (Repr::Written(left), Repr::Written(right)) if left == right => true,
            _ => self.decimal() == other.decimal(),
        }
    }
}

impl Eq for Number {}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Repr::Integer(left), Repr::Integer(right)) => left.cmp(right),
            _ => self.decimal().cmp(&other.decimal()),
        }
    }
}

impl hash::Hash for Number {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.decimal().hash(state);
    }
}

/// The integer that a double is.
fn whole(value: f64) -> Option<i64> {
    // The bounds are exact powers of two, so every value between them fits.
    let fits = (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&value);
    #[expect(
        clippy::cast_possible_truncation,
        reason = "checked: whole and within the bounds of i64"
    )]
    let whole = (fits && value.fract() == 0.0).then_some(value as i64);
    whole
}

macro_rules! from_integers {
    ($($integer:ty)*) => {$(
        impl From<$integer> for Number {
            fn from(value: $integer) -> Self {
                match i64::try_from(value) {
                    Ok(value) => Self(Repr::Integer(value)),
                    Err(_) => Self(Repr::Written(value.to_string().into())),
                }
            }
        }
    )*};
}

from_integers!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize i128 u128);

/// How many zeros are written out to find a multiple: more than any double has.
const MOST_ZEROS: usize = 1000;

/// The value of a number: an integer of `digits`, without zeros at either end, times ten to the
/// power of `exponent`. Zero has no digits. The exponent saturates, far beyond any real number.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Decimal {
    negative: bool,
    digits: String,
    exponent: i64,
}

impl Decimal {
    pub(crate) fn parse(text: &str) -> Self {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, power) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = format!("{whole}{fraction}");
        let significant = all.trim_start_matches('0');
        let digits = significant.trim_end_matches('0');
        if digits.is_empty() {
            return Self {
                negative: false,
                digits: String::new(),
                exponent: 0,
            };
        }
        let saturated = if power.starts_with('-') {
            i64::MIN
        } else {
            i64::MAX
        };
        let exponent = power
            .parse::<i64>()
            .unwrap_or(saturated)
            .saturating_sub_unsigned(fraction.len() as u64)
            .saturating_add_unsigned((significant.len() - digits.len()) as u64);
        Self {
            negative,
            digits: digits.to_owned(),
            exponent,
        }
    }

    pub(crate) fn is_integer(&self) -> bool {
        self.exponent >= 0
    }

    /// Whether this is a whole number of steps; none if the step has too many digits to tell.
    pub(crate) fn is_multiple_of(&self, step: &Self) -> Option<bool> {
        if self.digits.is_empty() {
            return Some(true);
        }
        // Neither has a zero at its end: one zero more of the step would have to be in this number.
        let zeros = self.exponent.saturating_sub(step.exponent);
        if zeros < 0 {
            return Some(false);
        }
        let zeros = usize::try_from(zeros)
            .ok()
            .filter(|zeros| *zeros <= MOST_ZEROS)?;
        let step: u64 = step.digits.parse().ok().filter(|step| *step > 0)?;
        let digits = self.digits.bytes().chain(std::iter::repeat_n(b'0', zeros));
        let rest = digits.fold(0_u128, |rest, digit| {
            (rest * 10 + u128::from(digit - b'0')) % u128::from(step)
        });
        Some(rest == 0)
    }

    fn to_i64(&self) -> Option<i64> {
        self.to_integer()
    }

    fn to_u64(&self) -> Option<u64> {
        self.to_integer()
    }

    fn to_integer<T: FromStr>(&self) -> Option<T> {
        // No integer asked for has more than twenty digits.
        let zeros = usize::try_from(self.exponent)
            .ok()
            .filter(|zeros| *zeros <= 20)?;
        let sign = if self.negative { "-" } else { "" };
        let digits = if self.digits.is_empty() {
            "0"
        } else {
            &self.digits
        };
        format!("{sign}{digits}{}", "0".repeat(zeros)).parse().ok()
    }

    /// Compares magnitudes: first by the place of the first digit, then digit by digit.
    fn cmp_magnitude(&self, other: &Self) -> Ordering {
        let place = |decimal: &Self| {
            let empty = decimal.digits.is_empty();
            let place = decimal
                .exponent
                .saturating_add_unsigned(decimal.digits.len() as u64);
            (!empty, place)
        };
        place(self)
            .cmp(&place(other))
            .then_with(|| self.digits.cmp(&other.digits))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.negative, other.negative) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (false, false) => self.cmp_magnitude(other),
            (true, true) => other.cmp_magnitude(self),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        text.parse().unwrap()
    }

    #[test]
    fn keeps_what_was_written() {
        for text in [
            "0",
            "-0",
            "1.10",
            "1E+2",
            "123456789012345678901234567890",
            "-9",
        ] {
            assert_eq!(number(text).to_string(), text);
        }
        for (value, text) in [
            (1.0, "1"),
            (-80.0, "-80"),
            (0.0, "0"),
            (-0.0, "-0"),
            (0.1, "0.1"),
            (1e16, "10000000000000000"),
            (9_007_199_254_740_994.0, "9007199254740994"),
            (-9_223_372_036_854_775_808.0, "-9223372036854775808"),
            (9_223_372_036_854_775_808.0, "9.223372036854776e18"),
            (1e300, "1e300"),
            (1e-7, "1e-7"),
        ] {
            let number = Number::from_f64(value).unwrap();
            assert_eq!(number.to_string(), text);
            assert_eq!(number.as_f64().to_bits(), value.to_bits());
        }
        assert_eq!(Number::from_f64(f64::NAN), None);
        assert_eq!(Number::from(u64::MAX).to_string(), "18446744073709551615");
    }

    #[test]
    fn equal_values_are_equal_however_written() {
        for (left, right) in [
            ("1", "1.0"),
            ("100", "1e2"),
            ("-0", "0"),
            ("0.0e9", "0"),
            ("1.50", "15e-1"),
        ] {
            assert_eq!(number(left), number(right));
            assert_eq!(number(left).decimal(), number(right).decimal());
        }
        assert_ne!(number("9007199254740993"), number("9007199254740992.0"));
        assert_ne!(number("1"), number("-1"));
    }

    #[test]
    fn orders_by_value() {
        let sorted = [
            "-1e3", "-2", "-1.5", "0", "1e-5", "0.5", "1", "1.01", "20", "1e2",
        ];
        for pair in sorted.windows(2) {
            assert!(number(pair[0]) < number(pair[1]), "{pair:?}");
        }
    }

    #[test]
    fn converts_whole_numbers_only_within_range() {
        assert_eq!(number("1e3").as_i64(), Some(1000));
        assert_eq!(number("-0").as_i64(), Some(0));
        assert_eq!(number("1.5").as_i64(), None);
        assert_eq!(number("9223372036854775808").as_i64(), None);
        assert_eq!(number("9223372036854775808").as_u64(), Some(1 << 63));
        assert_eq!(number("1e300").as_i64(), None);
        assert!(number("1e300").is_integer());
        assert!(!number("0.1").is_integer());
    }

    #[test]
    fn reads_numbers_only() {
        for text in [
            "", "01", "+1", "1.", ".5", "true", "1e400", "1 2", "NaN", " 1", "1\n",
        ] {
            assert!(text.parse::<Number>().is_err(), "{text}");
        }
    }
}
