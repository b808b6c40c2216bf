//! What is wrong with a file is told all at once, each complaint with its place.

use formwork_specs::Severity;

use super::{EVIDENCE, file, refused, rule};

#[test]
fn everything_wrong_is_told_at_once_each_with_its_place() {
    let text = r#"{
  "typeName": "Acme::Garden::Bad",
  "rulez": [],
  "rules": [
    {"path": "/Sail", "outcome": "replaced", "because": "b", "source": "http://s", "asOf": "2026-13"},
    {"path": "/Plants/Kind", "because": " "},
    {"path": "Name", "outcome": "refused", "because": "b", "source": "s", "asOf": "2026-01", "wen": {}}
  ],
  "names": [{"path": "/Name", "because": "b", "source": "s", "asOf": "2026-01"}],
  "ref": {"returns": ["Nam"], "because": "b", "source": "s", "asOf": "2026-01"}
}"#;
    let problems = refused(text);
    let seen: Vec<(String, &str)> = problems
        .iter()
        .map(|problem| {
            assert_eq!(problem.severity, Severity::Error);
            let place = problem.location.map(|place| place.to_string());
            (place.expect("each has a place"), problem.message.as_str())
        })
        .collect();
    for (place, message) in [
        (
            "2:15",
            "the facts are about `Acme::Garden::Bad`, not about `Acme::Garden::Bed`",
        ),
        ("3:12", "`rulez` is not known here"),
        ("5:14", "there is no property `Sail` here"),
        ("5:34", "`replaced` is none of the words that stand here"),
        ("5:72", "`http://s` is a link without `https`"),
        ("5:92", "`2026-13` is no day of the calendar"),
        ("6:5", "the rule has no effect"),
        (
            "6:5",
            "`source` is missing: every fact says why, who says so and when",
        ),
        ("6:14", "there is no property `Kind` here"),
        ("7:14", "`Name` is no pointer"),
        ("7:101", "`wen` is not known here"),
        ("9:13", "`custom` is missing"),
        ("10:23", "the type has no property or attribute `Nam`"),
    ] {
        assert!(
            seen.contains(&(place.to_owned(), message)),
            "{place} {message}\n{problems}"
        );
    }
    let help = |word: &str| {
        let found = problems
            .iter()
            .find(|problem| problem.message.contains(word));
        found
            .and_then(|problem| problem.help.clone())
            .unwrap_or_default()
    };
    assert_eq!(help("rulez"), "did you mean `rules`?");
    assert_eq!(help("Sail"), "did you mean `Soil`?");
    assert_eq!(help("wen"), "did you mean `when`?");
}

#[test]
fn conditions_that_ask_for_nothing_or_too_much_are_refused() {
    for (condition, message) in [
        ("{}", "asks for nothing"),
        (r#"{"property":"/Name"}"#, "asks for nothing"),
        (r#"{"anyOf":[]}"#, "list of conditions is empty"),
        (r#"{"anyOf":{}}"#, "an array is due"),
        (r#"{"before":{}}"#, "a test is one word"),
        (r#"{"before":[]}"#, "a test is one word"),
        (
            r#"{"before":{"equals":1,"oneOf":[1]}}"#,
            "a test is one word",
        ),
        (r#"{"before":"gone"}"#, "`gone` is none of the words"),
        (r#"{"change":true}"#, "a string is due"),
        (
            r#"{"elements":{"key":["/Kind"]},"property":"/Plants"}"#,
            "nothing is counted",
        ),
        (
            r#"{"elements":{"key":["/Knd"],"added":{}},"property":"/Plants"}"#,
            "`Knd`",
        ),
        (
            r#"{"elements":{"added":{"least":2,"most":1}},"property":"/Plants"}"#,
            "that small",
        ),
        (
            r#"{"elements":{"added":{"least":-1}},"property":"/Plants"}"#,
            "a whole number is due",
        ),
        (
            r#"{"elements":{"edited":{"at":["/Kind"],"except":["/Kind"]}},"property":"/Plants"}"#,
            "side by side",
        ),
        (
            r#"{"property":"/Name","attribute":"/UpdatePolicy/A","change":"any"}"#,
            "not both",
        ),
        (
            r#"{"attribute":"/UpdatePolice/A","change":"any"}"#,
            "no attribute `UpdatePolice`",
        ),
        (r#"{"besides":["/Nme"]}"#, "`Nme`"),
        ("7", "an object is due"),
    ] {
        let text = rule(&format!(
            r#""path":"/Soil","when":{condition},"outcome":"in place""#
        ));
        let problems = refused(&text);
        assert!(
            problems.to_string().contains(message),
            "{condition}\n{problems}"
        );
    }
}

#[test]
fn what_is_wrong_with_the_condition_of_several_paths_is_told_once() {
    let condition = r#""when":{"chnge":"any"},"outcome":"in place""#;
    let problems = refused(&rule(&format!(r#""path":["/Name","/Soil"],{condition}"#)));
    let messages: Vec<&str> = problems.iter().map(|one| one.message.as_str()).collect();
    assert_eq!(messages, ["`chnge` is not known here"]);
    for paths in [String::new(), vec![r#""/Name""#; 65].join(",")] {
        let problems = refused(&rule(&format!(r#""path":[{paths}],"outcome":"in place""#)));
        assert!(
            problems.first().message.starts_with("the rule is about"),
            "{problems}"
        );
    }
}

#[test]
fn hostile_files_end_in_located_errors() {
    let deep = |open: &str, close: &str| {
        let condition = format!("{}{{}}{}", open.repeat(5000), close.repeat(5000));
        rule(&format!(
            r#""path":"/Soil","when":{condition},"outcome":"in place""#
        ))
    };
    for text in [
        String::new(),
        "[]".to_owned(),
        "{".to_owned(),
        "null".to_owned(),
        file(r#""rules":7"#),
        file(r#""rules":[7]"#),
        file(r#""names":[null]"#),
        file(r#""values":{"a":1}"#),
        file(r#""ref":[]"#),
        file(r#""attributes":"all""#),
        deep(r#"{"not":"#, "}"),
        deep(r#"{"anyOf":["#, "]}"),
        rule("\"path\":\"/So\u{202e}il\",\"outcome\":\"in place\""),
        rule(r#""path":"/So\u001b[31mil","outcome":"in place""#),
    ] {
        let problems = refused(&text);
        assert!(
            problems.iter().all(|problem| problem.location.is_some()),
            "{problems}"
        );
        let shown = problems.to_string();
        assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown:?}");
    }
}

#[test]
fn an_unknown_keyword_of_a_value_is_an_error() {
    let text = file(&format!(
        r#""values":[{{"path":"/Soil","schema":{{"minLenght":1}},{EVIDENCE}}}]"#
    ));
    assert!(refused(&text).to_string().contains("minLenght"));
}
