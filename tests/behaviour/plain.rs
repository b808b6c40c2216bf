//! Words and numbers of YAML without quotes: one rule for all places, and a warning where others read them
//! otherwise.

use formwork::{Resource, Rule, Severity, Violations};

use crate::scalars::Gauge;

/// What is said of a text: place, message and cure, warnings marked.
fn said(text: &str) -> Vec<String> {
    let describe = |violations: &Violations| {
        let one = |violation: &formwork::Violation| {
            let mark = match violation.severity() {
                Severity::Warning => "? ",
                Severity::Error => "",
            };
            let place = violation
                .location()
                .map_or_else(|| "nowhere".to_owned(), |place| place.to_string());
            let help = violation
                .help()
                .map_or_else(String::new, |help| format!(" ({help})"));
            format!("{mark}{place}: {}{help}", violation.message())
        };
        violations.iter().map(one).collect()
    };
    describe(&Gauge::check_yaml(text))
}

fn read(text: &str) -> String {
    let gauge = Gauge::from_yaml(text).unwrap_or_else(|error| panic!("{text}\n{error}"));
    gauge.to_json().split_whitespace().collect()
}

#[test]
fn a_word_of_a_boolean_is_that_boolean_in_every_place() {
    for (word, value) in [
        ("yes", "true"),
        ("On", "true"),
        ("TRUE", "true"),
        ("no", "false"),
        ("Off", "false"),
        ("False", "false"),
    ] {
        assert_eq!(
            read(&format!("Name: {word}")),
            format!(r#"{{"Name":"{value}"}}"#)
        );
        assert_eq!(
            read(&format!("Enabled: {word}")),
            format!(r#"{{"Enabled":{value}}}"#)
        );
        assert_eq!(
            read(&format!("Free: {{a: [{word}]}}")),
            format!(r#"{{"Free":{{"a":[{value}]}}}}"#)
        );
        assert_eq!(
            read(&format!("Labels: {{a: {word}}}")),
            format!(r#"{{"Labels":{{"a":"{value}"}}}}"#)
        );
        assert_eq!(
            read(&format!("Name: !If [C, {word}, long]")),
            format!(r#"{{"Name":{{"Fn::If":["C",{value},"long"]}}}}"#)
        );
        assert_eq!(
            read(&format!("Name: '{word}x'")),
            format!(r#"{{"Name":"{word}x"}}"#)
        );
        assert_eq!(
            read(&format!("Labels: {{a: \"{word}\"}}")),
            format!(r#"{{"Labels":{{"a":"{word}"}}}}"#)
        );
    }
}

#[test]
fn where_something_else_is_deployed_it_says_so_once() {
    let warning = |place: &str, word: &str, value: &str| {
        format!(
            "? {place}: `{word}` without quotes is the boolean `{value}`, and deployed as that (put it in quotes: `'{word}'`)"
        )
    };
    assert_eq!(
        said("Name: Yes\nEnabled: Yes"),
        [warning("1:7", "Yes", "true")]
    );
    assert_eq!(
        said("Name: 'Yes'\nEnabled: true\nLabels: {a: true}\nFree: {b: false}"),
        [""; 0]
    );
    assert_eq!(
        said("Labels:\n  a: on\n  b: True\nFree: {c: [no]}"),
        [
            warning("2:6", "on", "true"),
            warning("3:6", "True", "true"),
            warning("4:12", "no", "false")
        ]
    );
    assert_eq!(
        said("Name: !If [C, yes, !Join ['', [off]]]\nPath: !Select [0, [A, No]]"),
        [
            warning("1:15", "yes", "true"),
            warning("1:32", "off", "false"),
            warning("2:23", "No", "false"),
        ]
    );
    // A boolean for everybody, where one may stand.
    assert_eq!(
        said("Free: {a: True, b: [FALSE, TRUE], c: False}\nEnabled: True"),
        [""; 0]
    );
    assert_eq!(
        said("Free: {a: True, b: [Yes]}"),
        [warning("1:21", "Yes", "true")]
    );
    // Alternatives ask for one value more than once.
    assert_eq!(said("Kind: yes"), [warning("1:7", "yes", "true")]);
    assert!(Gauge::from_yaml("Name: Yes").is_ok());
}

#[test]
fn a_value_set_judges_the_boolean_and_the_cure_is_quotes() {
    let error = "`ON`, which is `true` without quotes, is not one of the allowed values";
    for (text, place) in [("Mode: ON", "1:7"), ("Mode: !If [A, ON, 'OFF']", "1:15")] {
        let expected = format!("{place}: {error} (put it in quotes: `'ON'`)");
        assert_eq!(said(text), [expected], "{text}");
    }
    assert_eq!(said("Mode: 'ON'"), [""; 0]);
    assert_eq!(
        said("Mode: yes"),
        [
            "1:7: `yes`, which is `true` without quotes, is not one of the allowed values (allowed: `OFF`, `ON` and `OPTIONAL`)"
        ]
    );
    assert_eq!(
        said("Path: Yes"),
        [
            "1:7: `Yes`, which is `true` without quotes, does not match the pattern `^[A-Z]` (put it in quotes: `'Yes'`)"
        ]
    );
    assert_eq!(
        said("Count: yes"),
        ["1:8: `yes`, which is `true` without quotes, is not an integer"]
    );
}

#[test]
fn a_number_keeps_its_digits_in_every_place() {
    for (number, json) in [
        ("12", "12"),
        ("80.0", "80.0"),
        ("1.10", "1.10"),
        ("1e3", "1e3"),
        ("-0", "-0"),
        ("12345678901234567890", "12345678901234567890"),
        ("+4915112345", "\"+4915112345\""),
        ("012345670123", "\"012345670123\""),
        ("089", "\"089\""),
        ("0x1F", "\"0x1F\""),
        ("1_000", "\"1_000\""),
        ("1:30", "\"1:30\""),
        ("2012-10-17", "\"2012-10-17\""),
        (".inf", "\".inf\""),
    ] {
        assert_eq!(
            read(&format!("Labels: {{a: {number}}}")),
            format!(r#"{{"Labels":{{"a":"{number}"}}}}"#)
        );
        assert_eq!(
            read(&format!("Free: {{a: {number}}}")),
            format!(r#"{{"Free":{{"a":{json}}}}}"#)
        );
        assert_eq!(
            read(&format!("Path: !Join ['', [A, {number}]]")),
            format!(r#"{{"Path":{{"Fn::Join":["",["A",{json}]]}}}}"#)
        );
    }
    for (number, value) in [
        ("12", "12"),
        ("0x1F", "31"),
        ("1_000", "1000"),
        ("014", "12"),
        ("0b11", "3"),
        ("+12", "12"),
        ("089", "89"),
    ] {
        assert_eq!(
            read(&format!("Count: {number}")),
            format!(r#"{{"Count":{value}}}"#),
            "{number}"
        );
    }
    assert_eq!(said("Count: 1:30"), ["1:8: `1:30` is not an integer"]);
}

#[test]
fn where_readers_differ_it_says_so_once() {
    let number = |place: &str, text: &str, value: &str| {
        format!(
            "? {place}: `{text}` without quotes is the number `{value}` for some readers (put it in quotes: `'{text}'`)"
        )
    };
    assert_eq!(
        said("Account: 012345670123\nFree: {AWS: 012345670123}"),
        [
            number("1:10", "012345670123", "1402433619"),
            number("2:13", "012345670123", "1402433619")
        ]
    );
    assert_eq!(
        said(
            "Labels: {a: 1.10, b: 1.1, c: 3.0, d: 2012-10-17, e: 02:00-03:00, f: 1.2.3, g: 123456789012}"
        ),
        [
            "? 1:13: `1.10` without quotes is a number, which may be deployed as `1.1` (put it in quotes: `'1.10'`)"
        ]
    );
    assert_eq!(
        said("Free: {CC: 1.10, a: 50.0}\nPath: 'A'\nLabels: {v: 1e3}"),
        [
            "? 1:12: `1.10` without quotes is a number, which may be deployed as `1.1` (put it in quotes: `'1.10'`)",
            "? 3:13: `1e3` without quotes is a number, which may be deployed as `1000` (put it in quotes: `'1e3'`)",
        ]
    );
    assert_eq!(
        said("Labels: {a: y, b: N, c: 089, d: 22:22}"),
        [
            "? 1:13: `y` without quotes is the boolean `true` for some readers (put it in quotes: `'y'`)",
            "? 1:19: `N` without quotes is the boolean `false` for some readers (put it in quotes: `'N'`)",
            "? 1:25: `089` without quotes is something else for some readers (put it in quotes: `'089'`)",
            "? 1:33: `22:22` without quotes is something else for some readers (put it in quotes: `'22:22'`)",
        ]
    );
    // Where a number is due, how it is written does not matter, as long as all read the same one.
    assert_eq!(said("Threshold: 80.0\nCount: 100"), [""; 0]);
    assert_eq!(said("Threshold: 1.10"), [""; 0]);
    assert_eq!(
        said("Count: 014"),
        ["? 1:8: `014` without quotes is the number `12` for some readers (write `12`)"]
    );
    assert_eq!(
        said("Labels: {a: '1.10', b: \"y\", c: '012345670123'}"),
        [""; 0]
    );
}

#[test]
fn names_are_text_and_nothing_else() {
    assert_eq!(
        said("Labels:\n  123456789012: a\n  ~: b\n  '8080': c\n  y: d\n  2012-10-17: e"),
        [
            "2:3: `123456789012` without quotes is a number, and no name (put it in quotes: `'123456789012'`)",
            "3:3: `~` without quotes is `null`, and no name (put it in quotes: `'~'`)",
        ]
    );
    assert_eq!(
        said("Labels:\n  on: a\n  012345670123: b"),
        [
            "? 2:3: `on` without quotes is the boolean `true`, and no name, for some readers (put it in quotes: `'on'`)",
            "? 3:3: `012345670123` without quotes is a number, and no name, for some readers (put it in quotes: `'012345670123'`)",
        ]
    );
    assert_eq!(
        read("Labels: {on: a, 012345670123: b}"),
        r#"{"Labels":{"on":"a","012345670123":"b"}}"#
    );
}

#[test]
fn null_is_refused_however_it_is_written() {
    for (text, met) in [
        ("Name: null", "`null`"),
        ("Name: ~", "`~`, which is `null` without quotes,"),
        ("Name: NULL", "`NULL`, which is `null` without quotes,"),
        ("Name:", "nothing, which is `null`,"),
        ("Name: # later", "nothing, which is `null`,"),
    ] {
        let found = said(text);
        assert!(
            found[0].contains(&format!("{met} is not a value")),
            "{found:?}"
        );
        assert_eq!(found.len(), 1);
    }
}

#[test]
fn in_quotes_and_without_is_a_change_where_cloudformation_sees_one() {
    let plan = |old: &str, new: &str| {
        let (old, new) = (
            Gauge::from_yaml(old).unwrap(),
            Gauge::from_yaml(new).unwrap(),
        );
        old.plan_update(&new).changes().len()
    };
    assert_eq!(plan("Labels: {a: yes}", "Labels: {a: 'yes'}"), 1);
    assert_eq!(plan("Labels: {a: yes}", "Labels: {a: 'true'}"), 0);
    assert_eq!(plan("Labels: {a: 1.10}", "Labels: {a: '1.10'}"), 0);
    assert_eq!(plan("Free: {a: yes}", "Free: {a: 'yes'}"), 1);
    assert_eq!(plan("Enabled: yes", "Enabled: true"), 0);
}

#[test]
fn json_has_no_such_words() {
    let text = r#"{"Name": "yes", "Free": {"a": "012", "b": 1.10}, "Labels": {"on": "y"}}"#;
    assert!(Gauge::check_json(text).is_empty());
    let violations = Gauge::check_yaml("Name: Yes");
    assert!(
        violations
            .iter()
            .all(|violation| violation.rule() == Rule::Syntax)
    );
}
