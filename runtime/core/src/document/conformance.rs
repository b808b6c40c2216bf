//! Our JSON reader against the one of `serde_json`, on many texts.

use super::{Content, Document, random::Random};
use crate::json::Json;

/// Reads `text` with both readers and compares.
fn compare(text: &str) {
    let ours = Document::from_json(text);
    let theirs = serde_json::from_str::<serde_json::Value>(text);
    match (ours, theirs) {
        (Ok(document), Ok(value)) => {
            let ours = serde_json::Value::from(document.root().to_json());
            assert_eq!(ours, value, "{text:?}");
        }
        (Err(error), Err(theirs)) => {
            let location = error.location.unwrap();
            assert!(
                location.line <= theirs.line(),
                "{text:?}: {error} / {theirs}"
            );
            assert!(!error.message.is_empty());
        }
        (Ok(_), Err(theirs)) => panic!("only we read {text:?}: {theirs}"),
        (Err(ours), Ok(_)) => panic!("only they read {text:?}: {ours}"),
    }
}

#[test]
fn agrees_on_the_edges_of_the_grammar() {
    for text in [
        "",
        " ",
        "null",
        "nul",
        "nulll",
        "true",
        "True",
        "false ",
        "\u{b}1",
        "\u{a0}1",
        "1",
        "-1",
        "-",
        "--1",
        "+1",
        "01",
        "00",
        "-0",
        "-01",
        "0.",
        "0.5",
        ".5",
        "1.e3",
        "1e",
        "1e+",
        "1E-2",
        "1e400",
        "-1e400",
        "1e-400",
        "0e999",
        "NaN",
        "Infinity",
        "[",
        "]",
        "[]",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1]]",
        "{",
        "}",
        "{}",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{a:1}",
        "{1:1}",
        "{\"a\" 1}",
        "{\"a\"::1}",
        "{,}",
        "{\"a\":1 \"b\":2}",
        "[{]}",
        "[}",
        "{]",
        "\"",
        "\"a",
        "\"\\\"",
        "\"\\\\\"",
        "\"\\x\"",
        "\"\\u\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\u+123\"",
        "\"\\u0000\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\ude00\"",
        "\"\\ud83d\\u0041\"",
        "\"\\ud83dx\"",
        "\"\\ud83d\\n\"",
        "\"\\ud83d\\ud83d\\ude00\"",
        "\"\n\"",
        "\"\t\"",
        "\"\u{7f}\"",
        "\"é日😀\"",
        "\"\\/\\b\\f\\n\\r\\t\"",
        "'a'",
        "//x\n1",
        "/**/1",
        "#\n1",
        "1 2",
        "\"a\"\"b\"",
        "[[[]]]",
        "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\\\"b\u{1}\"",
        "\"12345678\u{1f}\"",
        "\"1234567é\"",
    ] {
        compare(text);
    }
}

#[test]
fn agrees_on_random_texts_and_on_mutated_ones() {
    let mut random = Random::new(7);
    for round in 0..1500 {
        let json = random.json(4);
        let text = if round % 2 == 0 {
            json.to_string()
        } else {
            format!("{json:#}")
        };
        assert_eq!(text.parse::<Json>().unwrap(), json, "{text}");
        compare(&text);
        for _ in 0..4 {
            compare(&random.mutate(&text, "{}[]\":,\\u0d8e+-.E1 \n\tabtrfnls\u{1}é😀"));
        }
    }
}

#[test]
fn agrees_on_strings_of_every_length_around_the_words_they_are_scanned_in() {
    for length in 0..40 {
        for special in [
            "\"", "\\", "\u{1}", "\u{1f}", " ", "é", "\u{7f}", "\\n", "!", "#", "[", "]",
        ] {
            let before = "x".repeat(length);
            compare(&format!("\"{before}{special}yyyyyyyyyyyy\""));
            compare(&format!("\"{before}{special}\""));
        }
    }
}

#[test]
fn depth_is_limited_and_nothing_recurses() {
    let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    assert!(Document::from_json(&nested(256)).is_ok());
    let error = Document::from_json(&nested(257)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "1:257: the document is nested more than 256 levels deep"
    );
    assert!(Document::from_json(&"[{\"a\":".repeat(100_000)).is_err());
}

#[test]
fn large_texts_are_read_in_one_pass() {
    let long = format!("\"{}\"", "x".repeat(2_000_000));
    assert_eq!(
        Document::from_json(&long)
            .unwrap()
            .root()
            .text()
            .map(str::len),
        Some(2_000_000)
    );

    let members: Vec<String> = (0..100_000).map(|n| format!("\"k{n}\":{n}")).collect();
    let text = format!("{{{}}}", members.join(","));
    let document = Document::from_json(&text).unwrap();
    assert_eq!(document.root().content(), Content::Object(100_000));
    assert_eq!(document.problems(), []);
    assert_eq!(
        document
            .root()
            .to_json()
            .as_object()
            .map(crate::json::map::Map::len),
        Some(100_000)
    );
}

#[test]
fn errors_say_where_and_how_to_mend_it() {
    let error = |text: &str| Document::from_json(text).unwrap_err().to_string();
    assert_eq!(
        error("{\n  \"é\": 'x'\n}"),
        "2:8: a value is due, not `'`\nhelp: JSON has strings in double quotes only"
    );
    assert_eq!(
        error("{\"a\": 1,\n}"),
        "2:1: the name of a member is due, not `}`\nhelp: remove the comma before it"
    );
    assert_eq!(
        error("{\"a\": 1\n \"b\": 2}"),
        "2:2: `,` or `}` is due, not `\"`"
    );
    assert_eq!(
        error("[1] x"),
        "1:5: `x` stands after the end of the document"
    );
    assert_eq!(
        error("[\"a"),
        "1:2: the string that starts here has no end\nhelp: add `\"` after it"
    );
    assert_eq!(
        error("[007]"),
        "1:2: a number does not start with `0`\nhelp: write it without leading zeros, or as a string"
    );
    assert_eq!(
        error("[1e999]"),
        "1:2: `1e999` is larger than a number can be"
    );
    assert_eq!(error(""), "1:1: a value is due, not the end of the text");
}

#[test]
fn a_byte_order_mark_is_ignored() {
    let document = Document::from_json("\u{feff}[1]").unwrap();
    assert_eq!(document.root().location().unwrap().to_string(), "1:1");
    assert!(Document::from_json("[\u{feff}1]").is_err());
}
