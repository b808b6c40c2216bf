//! What CloudFormation reads in scalars of another type: text as numbers and booleans.

/// The integer that a number is, also when it is written as a fraction without remainder (`5.0`, `1e3`).
pub(crate) fn integer(text: &str) -> Option<i64> {
    if let Some(integer) = plain_integer(text) {
        return Some(integer);
    }
    let number = number(text)?;
    // The bounds are exact powers of two, so every value between them fits.
    let fits = (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&number);
    #[allow(
        clippy::cast_possible_truncation,
        reason = "checked: whole and within the bounds of i64"
    )]
    let whole = (fits && number.fract() == 0.0).then_some(number as i64);
    whole
}

/// The integer that a text is where an integer is due: digits alone, with a sign. `CloudFormation` takes `"+30"` and
/// refuses `"30.0"` and `"1e3"`.
pub(crate) fn integer_of_text(text: &str) -> Option<i64> {
    text.parse().ok()
}

/// Whether a text is such an integer, of any size.
pub(crate) fn is_integer_text(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The integer that a text is, if it is written as digits.
pub(crate) fn plain_integer(text: &str) -> Option<i64> {
    text.parse().ok().filter(|_| !text.starts_with('+'))
}

/// The number that a text is, in JSON's notation; a plus before it may be.
pub(crate) fn number(text: &str) -> Option<f64> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let written_as_number = digits
        .bytes()
        .next()
        .is_some_and(|byte| byte.is_ascii_digit())
        && digits
            .bytes()
            .all(|b| matches!(b, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'));
    if !written_as_number {
        return None;
    }
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

/// The boolean that a text is: `true` and `false`, also with a capital.
pub(crate) fn boolean(text: &str) -> Option<bool> {
    match text {
        "true" | "True" => Some(true),
        "false" | "False" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{boolean, integer, integer_of_text, number};

    #[test]
    fn whole_numbers_are_integers_however_they_are_written() {
        assert_eq!(integer("5"), Some(5));
        assert_eq!(integer("5.0"), Some(5));
        assert_eq!(integer("1e3"), Some(1000));
        assert_eq!(integer("-9223372036854775808"), Some(i64::MIN));
        assert_eq!(integer("9223372036854775808"), None);
        assert_eq!(integer("5.5"), None);
        assert_eq!(integer("five"), None);
        assert_eq!(integer(""), None);
    }

    #[test]
    fn text_of_an_integer_is_digits_alone() {
        assert_eq!(integer_of_text("30"), Some(30));
        assert_eq!(integer_of_text("+30"), Some(30));
        assert_eq!(integer_of_text("-030"), Some(-30));
        for text in [
            "30.0",
            "1e3",
            "",
            "+",
            "-",
            " 30",
            "30 ",
            "1_000",
            "0x1F",
            "+-1",
            "9223372036854775808",
            "٣",
        ] {
            assert_eq!(integer_of_text(text), None, "{text}");
        }
    }

    #[test]
    fn infinities_and_words_are_no_numbers() {
        assert_eq!(number("2.5"), Some(2.5));
        assert_eq!(number("+2.5"), Some(2.5));
        assert_eq!(number("+-2.5"), None);
        assert_eq!(number("inf"), None);
        assert_eq!(number("NaN"), None);
        assert_eq!(number("1e999"), None);
        assert_eq!(number(" 1"), None);
        assert_eq!(number(".5"), None);
    }

    #[test]
    fn only_the_two_words_are_booleans() {
        assert_eq!(boolean("True"), Some(true));
        assert_eq!(boolean("false"), Some(false));
        assert_eq!(boolean("yes"), None);
        assert_eq!(boolean("TRUE"), None);
    }
}
