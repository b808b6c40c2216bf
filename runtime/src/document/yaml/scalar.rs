//! What a plain scalar of YAML stands for.
//!
//! CloudFormation reads YAML 1.1, whose rules are wider than those of 1.2. Both sets are read, with
//! these decisions where they differ or where JSON has no such value:
//!
//! | written | read as |
//! |---|---|
//! | `yes` `no` `on` `off` `true` `false`, also capitalised or in capitals | boolean |
//! | `~`, `null`, also capitalised or in capitals, or nothing | null |
//! | `12`, `+12`, `1_000`, `0x1F`, `0b11`, `014` and `0o14` (octal) | whole number |
//! | `1.5`, `.5`, `1.`, `1e3`, `1_0.5` | number |
//! | `089`, `012345678901` (neither octal nor decimal in 1.1) | string |
//! | `.inf`, `.nan` (JSON has neither), numbers larger than a double can hold | string |
//! | `12:30` (base sixty in 1.1, a surprise everywhere), `2010-09-09`, `y`, `n` | string |
//!
//! Whatever it is read as, the text is kept, and a property that is a string takes the text.

use std::borrow::Cow;

use crate::document::{Document, Kind, Plain, PlainValue, narrow};

impl<'t> Document<'t> {
    /// Adds what a plain `text` stands for.
    pub(super) fn push_plain(&mut self, start: usize, text: Cow<'t, str>) {
        match plain_value(&text) {
            None => self.push_string(start, text),
            // Written as JSON writes them: nothing to keep.
            Some(PlainValue::Null) if text == "null" => self.push(start, Kind::Null),
            Some(PlainValue::Bool(true)) if text == "true" => self.push(start, Kind::Bool(true)),
            Some(PlainValue::Bool(false)) if text == "false" => self.push(start, Kind::Bool(false)),
            Some(PlainValue::Number(number)) if number == text => {
                let kind = match text {
                    Cow::Borrowed(text) => Kind::Number(text),
                    Cow::Owned(text) => Kind::OwnNumber(self.own(|texts| texts.push_str(&text))),
                };
                self.push(start, kind)
            }
            Some(value) => self.push_value(start, &text, value),
        };
    }

    /// Adds a value with its text.
    pub(super) fn push_value(&mut self, start: usize, text: &str, value: PlainValue) -> usize {
        let number = narrow(self.plains.len());
        self.plains.push(Plain {
            text: text.to_owned(),
            value,
        });
        self.push(start, Kind::Plain(number))
    }
}

/// What `text` stands for if a tag says which `kind` it is; none if it is not.
pub(super) fn value_of(kind: &str, text: &str) -> Option<PlainValue> {
    match (kind, plain_value(text)?) {
        ("float", PlainValue::Number(number)) => Some(PlainValue::Number(number)),
        ("int", PlainValue::Number(number)) if !number.contains(['.', 'e', 'E']) => {
            Some(PlainValue::Number(number))
        }
        ("null", PlainValue::Null) => Some(PlainValue::Null),
        ("bool", PlainValue::Bool(value)) => Some(PlainValue::Bool(value)),
        _ => None,
    }
}

/// Whether a plain `text` is read as a string.
pub(crate) fn is_text(text: &str) -> bool {
    plain_value(text).is_none()
}

fn plain_value(text: &str) -> Option<PlainValue> {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Some(PlainValue::Null),
        "true" | "True" | "TRUE" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" => {
            Some(PlainValue::Bool(true))
        }
        "false" | "False" | "FALSE" | "no" | "No" | "NO" | "off" | "Off" | "OFF" => {
            Some(PlainValue::Bool(false))
        }
        _ => number(text).map(PlainValue::Number),
    }
}

/// The number that `text` stands for, in the grammar of JSON.
fn number(text: &str) -> Option<String> {
    let (sign, unsigned) = match text.as_bytes().first()? {
        b'-' => ("-", text.get(1..)?),
        b'+' => ("", text.get(1..)?),
        _ => ("", text),
    };
    // Underscores may stand between digits, not before them.
    if !unsigned.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
        return None;
    }
    let digits: Cow<'_, str> = if unsigned.contains('_') {
        unsigned.replace('_', "").into()
    } else {
        unsigned.into()
    };
    let in_base = |prefix: &str, base| {
        let digits = digits.strip_prefix(prefix)?;
        let valid = !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(base));
        // Longer numbers than this one exist in no template.
        let value = u128::from_str_radix(digits, base).ok().filter(|_| valid)?;
        Some(format!("{sign}{value}"))
    };
    match digits.as_bytes() {
        [b'0', b'x', ..] => in_base("0x", 16),
        [b'0', b'o', ..] => in_base("0o", 8),
        [b'0', b'b', ..] => in_base("0b", 2),
        [b'0', rest @ ..] if !rest.is_empty() && rest.iter().all(u8::is_ascii_digit) => {
            in_base("0", 8)
        }
        _ => decimal(sign, &digits),
    }
}

/// A decimal number in the grammar of JSON: a digit on both sides of the point, no leading zeros.
fn decimal(sign: &str, text: &str) -> Option<String> {
    let (mantissa, exponent) = match text.find(['e', 'E']) {
        Some(at) => text.split_at_checked(at)?,
        None => (text, ""),
    };
    let power = exponent.get(1..).unwrap_or_default();
    let power = power.strip_prefix(['+', '-']).unwrap_or(power);
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let valid = all_digits(whole)
        && all_digits(fraction)
        && all_digits(power)
        && whole.len() + fraction.len() > 0
        && exponent.is_empty() == power.is_empty();
    if !valid {
        return None;
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let number = match (mantissa.contains('.'), fraction) {
        (false, _) => format!("{sign}{whole}{exponent}"),
        (true, "") => format!("{sign}{whole}.0{exponent}"),
        (true, fraction) => format!("{sign}{whole}.{fraction}{exponent}"),
    };
    number
        .parse::<f64>()
        .is_ok_and(f64::is_finite)
        .then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        plain_value(text).map(|value| match value {
            PlainValue::Null => "null".to_owned(),
            PlainValue::Bool(value) => value.to_string(),
            PlainValue::Number(number) => number,
        })
    }

    #[test]
    fn reads_booleans_and_nulls_in_their_three_casings() {
        for text in [
            "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE",
        ] {
            assert_eq!(read(text).as_deref(), Some("true"), "{text}");
        }
        for text in [
            "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE",
        ] {
            assert_eq!(read(text).as_deref(), Some("false"), "{text}");
        }
        for text in ["", "~", "null", "Null", "NULL"] {
            assert_eq!(read(text).as_deref(), Some("null"), "{text}");
        }
        for text in ["yEs", "tRUE", "nUll", "y", "n", "None"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn reads_numbers_into_the_grammar_of_json() {
        for (text, number) in [
            ("12", "12"),
            ("+12", "12"),
            ("-0", "-0"),
            ("1_000", "1000"),
            ("0x1F", "31"),
            ("-0b11", "-3"),
            ("014", "12"),
            ("0o14", "12"),
            ("1.50", "1.50"),
            (".5", "0.5"),
            ("-1.", "-1.0"),
            ("00.5", "0.5"),
            ("1e3", "1e3"),
            ("1.5E-3", "1.5E-3"),
        ] {
            assert_eq!(read(text).as_deref(), Some(number), "{text}");
        }
    }

    #[test]
    fn leaves_everything_else_a_string() {
        for text in [
            "089",
            "012345678901",
            ".inf",
            "-.INF",
            ".nan",
            "1e400",
            "12:30",
            "2010-09-09",
            "_1",
            "1e",
            "e3",
            ".",
            "-",
            "+",
            "..",
            "1.2.3",
            "0x",
            "0xG",
            "1 2",
            "٣",
            "--1",
            "0o8",
            "-_1",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
