//! Allowed values become variants.
//!
//! Words are what stands between signs. A word in capitals becomes lower case behind its first letter,
//! any other keeps its letters; two digits that would meet are kept apart by `_`. A value made of signs
//! alone is spelled.
//!
//! | value | variant | because |
//! |---|---|---|
//! | `CONVERT_TO_TEXT` | `ConvertToText` | |
//! | `lowestPrice`, `Enabled` | `LowestPrice`, `Enabled` | |
//! | `t2.micro`, `us-east-1` | `T2Micro`, `UsEast1` | |
//! | `1.0`, `TLSv1.2_2021` | `_1_0`, `TLSv1_2_2021` | digits stay apart |
//! | `3des` | `_3des` | digits cannot begin an identifier |
//! | `*`, `>=` | `Asterisk`, `GreaterEqual` | signs alone are spelled |
//! | (empty) | `Empty` | |
//! | `Self` | `Self_` | keyword |
//! | `GLACIER` beside `Glacier` | `Glacier`, `Glacier2` | the first keeps its name |
//! | `lowest-price` beside `lowestPrice` | `LowestPrice`, `LowestPrice2` | |
//! | `+1` beside `-1` | `_1`, `Minus1` | the later one is spelled, if that helps |

use super::{Taken, ascii};

/// The variants of the values, in their order; the rules are those of this module.
pub(crate) fn variants(values: &[String]) -> Vec<String> {
    let mut taken = Taken::default();
    values
        .iter()
        .map(|value| {
            let plain = simple(value).unwrap_or_else(|| upper_camel(value));
            if taken.is_free(&plain) {
                return taken.take(plain);
            }
            let spelled = camel(&words_of(value, true));
            taken.take_first_of(&[plain, spelled])
        })
        .collect()
}

/// The short way for values like `CONVERT_TO_TEXT` and `Enabled`.
fn simple(value: &str) -> Option<String> {
    let mut name = String::with_capacity(value.len());
    let shouted = !value.as_bytes().iter().any(u8::is_ascii_lowercase);
    let mut begins = true;
    for &byte in value.as_bytes() {
        match byte {
            b'_' if shouted && !begins => begins = true,
            b'A'..=b'Z' if begins || !shouted => {
                name.push(char::from(byte));
                begins = false;
            }
            b'A'..=b'Z' => name.push(char::from(byte.to_ascii_lowercase())),
            b'a'..=b'z' if !begins => name.push(char::from(byte)),
            _ => return None,
        }
    }
    (!name.is_empty() && name != "Self").then_some(name)
}

/// A name in upper camel case.
pub(super) fn upper_camel(text: &str) -> String {
    let words = words_of(text, false);
    if words.is_empty() {
        camel(&words_of(text, true))
    } else {
        camel(&words)
    }
}

fn camel(words: &[String]) -> String {
    let mut name = String::new();
    for word in words {
        let meets = name.ends_with(|c: char| c.is_ascii_digit())
            && word.starts_with(|c: char| c.is_ascii_digit());
        if meets {
            name.push('_');
        }
        let shouted = !word.contains(|c: char| c.is_ascii_lowercase());
        let mut letters = word.chars();
        name.extend(letters.next().map(|c| c.to_ascii_uppercase()));
        name.extend(letters.map(|c| if shouted { c.to_ascii_lowercase() } else { c }));
    }
    match name.as_str() {
        "" => "Empty".to_owned(),
        "Self" => "Self_".to_owned(),
        name if name.starts_with(|c: char| c.is_ascii_digit()) => format!("_{name}"),
        _ => name,
    }
}

fn words_of(text: &str, spelling: bool) -> Vec<String> {
    let mut words = vec![String::new()];
    for c in text.chars() {
        if c.is_ascii() && !c.is_ascii_alphanumeric() {
            if spelling && let Some(name) = spelled(c) {
                words.push(name.to_owned());
            }
            words.push(String::new());
        } else if let Some(word) = words.last_mut() {
            word.push(c);
        }
    }
    words.retain(|word| !word.is_empty());
    words.iter().map(|word| ascii(word)).collect()
}

fn spelled(sign: char) -> Option<&'static str> {
    Some(match sign {
        '!' => "Not",
        '"' => "Quote",
        '#' => "Hash",
        '$' => "Dollar",
        '%' => "Percent",
        '&' => "And",
        '\'' => "Apostrophe",
        '(' => "Open",
        ')' => "Close",
        '*' => "Asterisk",
        '+' => "Plus",
        ',' => "Comma",
        '-' => "Minus",
        '.' => "Dot",
        '/' => "Slash",
        ':' => "Colon",
        ';' => "Semicolon",
        '<' => "Less",
        '=' => "Equal",
        '>' => "Greater",
        '?' => "Question",
        '@' => "At",
        '\\' => "Backslash",
        '^' => "Caret",
        '_' => "Underscore",
        '`' => "Backquote",
        '|' => "Or",
        '~' => "Tilde",
        ' ' => "Space",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(values: &[&str]) -> Vec<String> {
        let values: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
        variants(&values)
    }

    #[test]
    fn hard_cases() {
        let cases = [
            ("CONVERT_TO_TEXT", "ConvertToText"),
            ("lowestPrice", "LowestPrice"),
            ("Enabled", "Enabled"),
            ("t2.micro", "T2Micro"),
            ("us-east-1", "UsEast1"),
            ("1.0", "_1_0"),
            ("10", "_10"),
            ("TLSv1.2_2021", "TLSv1_2_2021"),
            ("BUILD_GENERAL1_SMALL", "BuildGeneral1Small"),
            ("X86_64", "X86_64"),
            ("3des", "_3des"),
            ("*", "Asterisk"),
            (">=", "GreaterEqual"),
            ("", "Empty"),
            ("Self", "Self_"),
            ("self", "Self_"),
            ("application/json", "ApplicationJson"),
        ];
        for (value, expected) in cases {
            assert_eq!(named(&[value]), [expected], "{value}");
        }
    }

    #[test]
    fn the_short_way_leads_where_the_long_way_does() {
        for value in [
            "GLACIER",
            "Glacier",
            "CONVERT_TO_TEXT",
            "A__B",
            "A_",
            "_A",
            "",
            "Self",
            "SELF",
            "aB",
            "aB_C",
            "A_b",
            "ABcD",
            "A1",
        ] {
            if let Some(name) = simple(value) {
                assert_eq!(name, upper_camel(value), "{value}");
            }
        }
        assert_eq!(simple("ONE_TWO").as_deref(), Some("OneTwo"));
    }

    #[test]
    fn clashes() {
        assert_eq!(named(&["GLACIER", "Glacier"]), ["Glacier", "Glacier2"]);
        assert_eq!(
            named(&["lowest-price", "lowestPrice"]),
            ["LowestPrice", "LowestPrice2"]
        );
        assert_eq!(
            named(&["lowestPrice", "lowest-price"]),
            ["LowestPrice", "LowestMinusPrice"]
        );
        assert_eq!(named(&["+1", "-1"]), ["_1", "Minus1"]);
        assert_eq!(named(&["a", "a2", "A"]), ["A", "A2", "A3"]);
    }

    #[test]
    fn whatever_comes_out_is_an_identifier() {
        for value in [
            "", "é", "\u{202e}", " ", "\u{0}", "self", "crate", "0", "-", "a b",
        ] {
            let name = named(&[value]).remove(0);
            assert!(
                syn::parse_str::<syn::Ident>(&name).is_ok(),
                "{value:?} -> {name:?}"
            );
        }
    }
}
