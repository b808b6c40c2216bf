//! What a plain scalar of YAML stands for.
//!
//! `CloudFormation` reads YAML 1.1, whose rules are wider than those of 1.2. These are the decisions where the two
//! differ, or where JSON has no such value; the sources are in [`plain`](crate::document::plain):
//!
//! | written | read as |
//! |---|---|
//! | `yes` `no` `on` `off` `true` `false`, also capitalised or in capitals | boolean |
//! | `~`, `null`, also capitalised or in capitals, or nothing | null |
//! | `12`, `-1.5`, `1e3` and other numbers in the grammar of JSON | number, with its digits |
//! | `.5`, `1.` | number, with a zero where JSON wants one |
//! | `+12`, `1_000`, `0x1F`, `0b11`, `014`, `0o14` | text; where a number is due, that number |
//! | `089`, `012345678901`, `1:30`, `.inf`, `1e400`, `y`, `n`, `=` | text |
//! | `2010-09-09`, `02:00`, `1.2.3`, and everything else | text |
//!
//! Of all but the last row some readers make something else, or write it differently, which is kept with them.

use std::borrow::Cow;

use crate::document::plain::{Misread, Plain, PlainValue};
use crate::document::{Document, Kind, narrow};

/// Digits that a double keeps, however the number is written.
const EXACT_DIGITS: usize = 15;

/// What a plain scalar is.
pub(crate) enum Meaning {
    /// Text for all readers.
    Text,
    /// A null, boolean or number that all readers write as it stands there; the number in the grammar of JSON.
    Null,
    Bool(bool),
    Number,
    /// Something else for some readers, or in some places.
    Unstable(PlainValue),
}

impl<'t> Document<'t> {
    /// Adds what a plain `text` stands for.
    pub(super) fn push_plain(&mut self, start: usize, text: Cow<'t, str>) -> usize {
        let kind = match meaning(&text) {
            Meaning::Text => self.string(text),
            Meaning::Null => Kind::Null,
            Meaning::Bool(value) => Kind::Bool(value),
            Meaning::Number => match text {
                Cow::Borrowed(text) => Kind::Number(text),
                Cow::Owned(text) => self.own_number(&text),
            },
            Meaning::Unstable(value) => {
                let number = narrow(self.plains.len());
                let text = text.into_owned();
                self.plains.push(Plain { text, value });
                Kind::Plain(number)
            }
        };
        self.push(start, kind)
    }

    /// Adds the value of `text` that a tag such as `!!int` asks for; none if the text is no such value.
    pub(super) fn push_value_of(&mut self, start: usize, tag: &str, text: &str) -> Option<usize> {
        let kind = match (tag, meaning(text)) {
            ("null", Meaning::Null | Meaning::Unstable(PlainValue::Null)) => Kind::Null,
            ("bool", Meaning::Bool(value) | Meaning::Unstable(PlainValue::Bool(value))) => {
                Kind::Bool(value)
            }
            ("int" | "float", Meaning::Number) if tag == "float" || is_whole(text) => {
                self.own_number(text)
            }
            (
                "int" | "float",
                Meaning::Unstable(
                    PlainValue::Number(number) | PlainValue::Text(Misread::Number(number)),
                ),
            ) if tag == "float" || is_whole(&number) => self.own_number(&number),
            _ => return None,
        };
        Some(self.push(start, kind))
    }

    fn own_number(&mut self, number: &str) -> Kind<'t> {
        Kind::OwnNumber(self.own(|texts| texts.push_str(number)))
    }
}

impl Plain {
    /// What a plain `text` is that is not text for everybody; its meaning as a value does not matter.
    pub(super) fn of(text: &str) -> Option<Self> {
        let value = match meaning(text) {
            Meaning::Text => return None,
            Meaning::Null => PlainValue::Null,
            Meaning::Bool(value) => PlainValue::Bool(value),
            Meaning::Number => PlainValue::Number(text.to_owned()),
            Meaning::Unstable(value) => value,
        };
        let text = text.to_owned();
        Some(Self { text, value })
    }
}

fn is_whole(number: &str) -> bool {
    !number.contains(['.', 'e', 'E'])
}

/// What a plain `text` stands for.
pub(crate) fn meaning(text: &str) -> Meaning {
    let Some(first) = text.bytes().next() else {
        return Meaning::Null;
    };
    match first {
        b'0'..=b'9' | b'+' | b'-' | b'.' => numeric(text),
        b'a'..=b'z' | b'A'..=b'Z' | b'~' | b'=' => word(text),
        _ => Meaning::Text,
    }
}

fn word(text: &str) -> Meaning {
    match text {
        "null" => Meaning::Null,
        "~" | "Null" | "NULL" => Meaning::Unstable(PlainValue::Null),
        "true" => Meaning::Bool(true),
        "false" => Meaning::Bool(false),
        "True" | "TRUE" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" => {
            Meaning::Unstable(PlainValue::Bool(true))
        }
        "False" | "FALSE" | "no" | "No" | "NO" | "off" | "Off" | "OFF" => {
            Meaning::Unstable(PlainValue::Bool(false))
        }
        "y" | "Y" => Meaning::Unstable(PlainValue::Text(Misread::Bool(true))),
        "n" | "N" => Meaning::Unstable(PlainValue::Text(Misread::Bool(false))),
        // The type of a default key, which most readers have no value for.
        "=" => Meaning::Unstable(PlainValue::Text(Misread::Odd)),
        _ => Meaning::Text,
    }
}

fn numeric(text: &str) -> Meaning {
    // Nearly all numbers.
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.bytes().all(|byte| byte.is_ascii_digit())
        && digits.starts_with(|first| matches!(first, '1'..='9'))
        || text == "0"
    {
        return Meaning::Number;
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let is_special =
        matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN");
    if is_special || is_sexagesimal(unsigned) {
        return Meaning::Unstable(PlainValue::Text(Misread::Odd));
    }
    if !unsigned.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
        return Meaning::Text;
    }
    if let Some(number) = decimal(text) {
        return of_decimal(text, number);
    }
    match other_base(text) {
        Some(number) => Meaning::Unstable(PlainValue::Text(Misread::Number(number))),
        // `089`, which is not octal.
        None if unsigned
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'_')) =>
        {
            Meaning::Unstable(PlainValue::Text(Misread::Odd))
        }
        None => Meaning::Text,
    }
}

/// What a decimal number is that JSON writes as `number`.
fn of_decimal(text: &str, number: String) -> Meaning {
    if !number.parse::<f64>().is_ok_and(f64::is_finite) {
        return Meaning::Unstable(PlainValue::Text(Misread::Odd));
    }
    let has_digits_of_json =
        number == text || text.starts_with(['.']) || text.starts_with("-.") || text.ends_with('.');
    if text.starts_with('+') || text.contains('_') || !has_digits_of_json {
        return Meaning::Unstable(PlainValue::Text(Misread::Number(number)));
    }
    if number == text && is_short(text) {
        Meaning::Number
    } else {
        Meaning::Unstable(PlainValue::Number(number))
    }
}

/// Whether a number in the grammar of JSON is written as every reader writes it again.
fn is_short(number: &str) -> bool {
    let Some((whole, fraction)) = number.split_once('.') else {
        return !number.contains(['e', 'E']) && number != "-0";
    };
    let is_shortest = fraction == "0" || !fraction.ends_with('0');
    is_shortest && !fraction.contains(['e', 'E']) && whole.len() + fraction.len() <= EXACT_DIGITS
}

/// A decimal number in the grammar of JSON: a digit on both sides of the point, no sign but `-`, no leading zeros.
/// None if there are leading zeros, of which nobody knows what they mean.
fn decimal(text: &str) -> Option<String> {
    let (sign, unsigned) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let digits = without_lines(unsigned);
    let (mantissa, exponent) = match digits.find(['e', 'E']) {
        Some(at) => digits.split_at_checked(at)?,
        None => (&*digits, ""),
    };
    let power = exponent.get(1..).unwrap_or_default();
    let power = power.strip_prefix(['+', '-']).unwrap_or(power);
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = all_digits(whole)
        && all_digits(fraction)
        && all_digits(power)
        && whole.len() + fraction.len() > 0
        && exponent.is_empty() == power.is_empty();
    if !is_number || (whole.len() > 1 && whole.starts_with('0')) {
        return None;
    }
    let whole = if whole.is_empty() { "0" } else { whole };
    Some(match (mantissa.contains('.'), fraction) {
        (false, _) => format!("{sign}{whole}{exponent}"),
        (true, "") => format!("{sign}{whole}.0{exponent}"),
        (true, fraction) => format!("{sign}{whole}.{fraction}{exponent}"),
    })
}

/// The number that YAML 1.1 or 1.2 makes of digits to another base, or of a fraction with leading zeros.
fn other_base(text: &str) -> Option<String> {
    let (sign, unsigned) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let digits = without_lines(unsigned);
    let in_base = |prefix: &str, base| {
        let digits = digits.strip_prefix(prefix)?;
        let is_number = !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(base));
        // Longer numbers than this one exist in no template.
        let value = u128::from_str_radix(digits, base)
            .ok()
            .filter(|_| is_number)?;
        Some(format!("{sign}{value}"))
    };
    match digits.as_bytes() {
        [b'0', b'x', ..] => in_base("0x", 16),
        [b'0', b'o', ..] => in_base("0o", 8),
        [b'0', b'b', ..] => in_base("0b", 2),
        [b'0', rest @ ..] if rest.iter().all(u8::is_ascii_digit) => in_base("0", 8),
        [b'0', ..] => {
            let number = decimal(digits.trim_start_matches('0'))?;
            Some(format!("{sign}{number}"))
        }
        _ => None,
    }
}

/// Digits without the lines that YAML 1.1 allows between them.
fn without_lines(digits: &str) -> Cow<'_, str> {
    if digits.contains('_') {
        digits.replace('_', "").into()
    } else {
        digits.into()
    }
}

/// Whether YAML 1.1 reads a number of base sixty: `1:30`, but not `01:30`, and with a fraction both.
fn is_sexagesimal(text: &str) -> bool {
    let mut parts = text.split(':');
    let first = parts.next().unwrap_or_default();
    let (last, is_fraction) = match text.rsplit_once(':') {
        Some((_, last)) => (last, last.contains('.')),
        None => return false,
    };
    let is_digit_or_line = |byte: u8| byte.is_ascii_digit() || byte == b'_';
    let is_first = first
        .bytes()
        .next()
        .is_some_and(|byte| byte.is_ascii_digit() && (is_fraction || byte != b'0'))
        && first.bytes().all(is_digit_or_line);
    let is_part =
        |part: &str| matches!(part.as_bytes(), [b'0'..=b'9'] | [b'0'..=b'5', b'0'..=b'9']);
    let (seconds, fraction) = last.split_once('.').unwrap_or((last, ""));
    let count = text.matches(':').count();
    is_first
        && parts.take(count - 1).all(is_part)
        && is_part(seconds)
        && fraction.bytes().all(is_digit_or_line)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The kind, and what is made of it, for each text.
    fn read(text: &str) -> (&'static str, String) {
        match meaning(text) {
            Meaning::Text => ("text", String::new()),
            Meaning::Null => ("null", String::new()),
            Meaning::Bool(value) => ("bool", value.to_string()),
            Meaning::Number => ("number", text.to_owned()),
            Meaning::Unstable(PlainValue::Null) => ("null?", String::new()),
            Meaning::Unstable(PlainValue::Bool(value)) => ("bool?", value.to_string()),
            Meaning::Unstable(PlainValue::Number(number)) => ("number?", number),
            Meaning::Unstable(PlainValue::Text(misread)) => match misread {
                Misread::Bool(value) => ("text?", value.to_string()),
                Misread::Number(number) => ("text?", number),
                Misread::Odd => ("text?", String::new()),
            },
        }
    }

    fn check(kind: &str, texts: &[(&str, &str)]) {
        for (text, value) in texts {
            assert_eq!(read(text), (kind, (*value).to_owned()), "{text}");
        }
    }

    #[test]
    fn booleans_and_nulls_have_three_casings() {
        check("bool", &[("true", "true"), ("false", "false")]);
        for text in ["True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"] {
            check("bool?", &[(text, "true")]);
        }
        for text in ["False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"] {
            check("bool?", &[(text, "false")]);
        }
        check("null", &[("", ""), ("null", "")]);
        check("null?", &[("~", ""), ("Null", ""), ("NULL", "")]);
        check(
            "text?",
            &[
                ("y", "true"),
                ("Y", "true"),
                ("n", "false"),
                ("N", "false"),
                ("=", ""),
            ],
        );
        for text in ["yEs", "tRUE", "nUll", "None", "yes please", "~a", "=="] {
            check("text", &[(text, "")]);
        }
    }

    #[test]
    fn numbers_of_json_keep_their_digits() {
        for text in [
            "0",
            "12",
            "-3",
            "80.0",
            "-1.5",
            "0.25",
            "12345678901234567890",
        ] {
            check("number", &[(text, text)]);
        }
        for text in ["-0", "1.10", "1e3", "1.5E-3", "0.1234567890123456"] {
            check("number?", &[(text, text)]);
        }
        check(
            "number?",
            &[
                (".5", "0.5"),
                ("-.5", "-0.5"),
                ("1.", "1.0"),
                ("-0.", "-0.0"),
            ],
        );
    }

    #[test]
    fn other_numbers_are_text_with_a_number() {
        check(
            "text?",
            &[
                ("+12", "12"),
                ("+.5", "0.5"),
                ("1_000", "1000"),
                ("1_0.5", "10.5"),
                ("0x1F", "31"),
                ("-0b11", "-3"),
                ("014", "12"),
                ("0o14", "12"),
                ("012345670123", "1402433619"),
                ("00.5", "0.5"),
                ("1.e3", "1.0e3"),
            ],
        );
        for text in [
            "089",
            "-08",
            "012345678901",
            "1:30",
            "+22:22",
            "10:30:00",
            "02:00.5",
            ".inf",
            "-.INF",
            ".nan",
            "1e400",
        ] {
            check("text?", &[(text, "")]);
        }
    }

    #[test]
    fn everything_else_is_text() {
        for text in [
            "2010-09-09",
            "02:00",
            "02:00-03:00",
            "1:60",
            "1:2:99",
            ":30",
            "1:",
            "10.0.0.0/16",
            "1.2.3",
            "_1",
            "1e",
            "e3",
            ".",
            "-",
            "+",
            "..",
            "...",
            "0x",
            "0xG",
            "1 2",
            "٣",
            "--1",
            "+-1",
            "0o8",
            "-_1",
            "-.nan",
            "1-2",
            "3000m",
            "a",
        ] {
            check("text", &[(text, "")]);
        }
    }
}
