//! Patterns and texts made to take long.

use crate::format::pattern::node::Unread;
use crate::format::pattern::{Pattern, compile, matcher};

/// Verdict of a pattern: that it comes at all is what most tests here are about.
fn verdict(expression: &str, text: &str) -> Option<bool> {
    Pattern::new(expression.to_owned().leak(), None).verdict(text)
}

const SLOW: &[(&str, &str)] = &[
    ("(a+)+$", "b"),
    ("^(a+)+$", "b"),
    ("(a|a)*b", "c"),
    ("^(a|aa)+$", "b"),
    ("^(([a-z])+.)+[A-Z]([a-z])+$", "!"),
    (".*.*.*.*x", "y"),
    ("(.*){1,5} (.*){1,5}x", "y"),
    ("(?=(a+)+b)c", "c"),
    ("(?<=(a+)+b)c", "c"),
    ("^((?!(a|aa)*b).)*$", "b"),
    ("a+:", "b"),
    ("[a-z]{3,}:", "b"),
    ("[a-z]{3,9}:", "b"),
    ("^(a[ab]*c|a)*$", "b"),
];

#[test]
fn exponential_and_polynomial_patterns_are_judged_exactly() {
    for (expression, end) in SLOW {
        let text = "a".repeat(3_000) + end;
        assert_eq!(verdict(expression, &text), Some(false), "{expression}");
    }
    assert_eq!(verdict("(a|a)*b$", &("a".repeat(3_000) + "b")), Some(true));
    assert_eq!(verdict("^(a+)+$", &"a".repeat(3_000)), Some(true));
}

#[test]
fn long_texts_come_to_an_end() {
    // Ten million characters; fewer where nothing is optimized.
    let long = "a".repeat(if cfg!(debug_assertions) {
        1 << 19
    } else {
        10 << 20
    });
    assert_eq!(verdict("^[a-z]+$", &long), Some(true));
    assert_eq!(verdict("^[a-z]{1,64}$", &long), Some(false));
    assert_eq!(verdict("arn:aws:.+", &long), Some(false));
    assert_eq!(verdict("^(?!.*b)[a-z]*$", &long), Some(true));
    for (expression, end) in SLOW {
        let verdict = verdict(expression, &(long.clone() + end));
        assert!(matches!(verdict, None | Some(false)), "{expression}");
    }
}

#[test]
fn enormous_patterns_are_refused() {
    let unread = |expression: &str| compile(expression).err();
    assert_eq!(unread("(x{1000}){1000}"), None);
    assert_eq!(unread("((ab){1000}){1000}"), Some(Unread::Large));
    assert_eq!(unread("(((){9999}){9999}){9999}"), None);
    assert_eq!(
        unread("((((a|){9999}){9999}){9999}){9999}"),
        Some(Unread::Large)
    );
    assert_eq!(unread(&"a".repeat(1 << 20)), Some(Unread::Large));
    assert_eq!(unread(&"(".repeat(1 << 14)), Some(Unread::Deep));
    assert_eq!(unread(&"(?=".repeat(5_000)), Some(Unread::Deep));
    assert_eq!(
        unread(&("((a*)*b)*".repeat(6_000) + "$")),
        Some(Unread::Large)
    );
    assert_eq!(unread("[a-z]{0,99999999999999999999}"), None);
    assert_eq!(verdict("(x{1000}){1000}", &"x".repeat(1_999)), Some(false));
    assert_eq!(verdict("(x{1000}){1000}", &"x".repeat(999_999)), None);
    assert_eq!(
        verdict("(x{1000}){1000}", &"x".repeat(1_000_000)),
        Some(true)
    );
}

#[test]
fn long_patterns_are_read_or_refused() {
    for piece in [
        "\\9",
        "\\k",
        "\\u{",
        "\\c",
        "{1",
        "[]",
        "(?=)",
        "a|",
        "(?<!a)",
        "\\p{L}",
        "[^\\p{L}]",
    ] {
        let long = piece.repeat(((1 << 14) - 1) / piece.len());
        verdict(&long, "a");
        verdict(&(long + "]"), "a");
    }
}

#[test]
fn what_is_no_pattern_says_why() {
    for (expression, reason) in [
        ("(", Unread::Syntax),
        (")", Unread::Syntax),
        ("[a", Unread::Syntax),
        ("[z-a]", Unread::Syntax),
        ("a**", Unread::Syntax),
        ("*", Unread::Syntax),
        ("a{2,1}", Unread::Syntax),
        ("^*", Unread::Syntax),
        ("\\", Unread::Syntax),
        ("(?<1>a)", Unread::Syntax),
        ("(a)\\1", Unread::BackReference),
        ("(?<x>a)\\k<x>", Unread::BackReference),
        ("(?<a>x)(?<a>y)", Unread::Syntax),
        ("(?<a>x(?<a>y))", Unread::Syntax),
        ("(?:(?<a>x)|y)(?<a>z)", Unread::Syntax),
        ("(?i)abc", Unread::Dialect),
        ("^\\p{Print}\\_$", Unread::Property),
        ("^[\\w-.\\p{L}]$", Unread::Dialect),
        ("[a-z&&[^x]]", Unread::Dialect),
        ("[[:alpha:]_]", Unread::Dialect),
        ("\\p{Script=Greek}", Unread::Property),
    ] {
        assert_eq!(compile(expression).err(), Some(reason), "{expression}");
    }
}

#[test]
fn ends_of_the_text_are_read_as_other_dialects_write_them() {
    for (pattern, right, wrong) in [
        ("\\A[a-z]+\\Z", "abc", "A1"),
        ("\\Aa|b\\z", "xb", "xa"),
        // Where one character is due they are the letters.
        ("^[\\A\\z]+$", "Az", "b"),
        ("\\\\A", "\\A", "A"),
    ] {
        let program = compile(pattern).unwrap();
        assert_eq!(matcher::is_match(&program, right), Some(true), "{pattern}");
        assert_eq!(matcher::is_match(&program, wrong), Some(false), "{pattern}");
    }
}

#[test]
fn one_name_may_stand_in_two_branches() {
    let program = compile("^(?:(?<a>x)|(?<a>y))$").unwrap();
    assert_eq!(matcher::is_match(&program, "y"), Some(true));
}

#[test]
fn an_escaped_pair_of_surrogates_is_one_character_in_both_grammars() {
    // The brace that closes nothing makes the second one lenient.
    for pattern in ["^\\ud83d\\ude00$", "^\\ud83d\\ude00}$"] {
        let program = compile(pattern).unwrap();
        let text = pattern
            .replace("^\\ud83d\\ude00", "\u{1f600}")
            .replace('$', "");
        assert_eq!(matcher::is_match(&program, &text), Some(true), "{pattern}");
    }
}
