//! For code scanning: SARIF 2.1.0
//! (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>).

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use formwork::{Rule, Violation};
use formwork_specs::model::Literal;

use super::{findings, message_and_help, word};
use crate::check::judge::{Outcome, Report};
use crate::output::json::{count, object, print, text as string};

/// The whole log.
pub(super) fn text(reports: &[Report]) -> String {
    let mut rules: BTreeMap<&str, Rule> = BTreeMap::new();
    for violation in reports.iter().flat_map(findings) {
        rules.entry(violation.code()).or_insert(violation.rule());
    }
    let places: BTreeMap<&str, usize> = rules.keys().copied().zip(0..).collect();
    let results = reports
        .iter()
        .flat_map(|report| findings(report).map(move |found| (report, found)))
        .map(|(report, found)| result(&report.name, found, &places))
        .collect();
    let driver = object([
        ("name", string("formwork")),
        ("version", string(env!("CARGO_PKG_VERSION"))),
        (
            "rules",
            Literal::Array(rules.into_iter().map(rule).collect()),
        ),
    ]);
    let run = object([
        ("tool", object([("driver", driver)])),
        ("columnKind", string("unicodeCodePoints")),
        ("invocations", Literal::Array(vec![invocation(reports)])),
        ("results", Literal::Array(results)),
    ]);
    print(&object([
        (
            "$schema",
            string("https://json.schemastore.org/sarif-2.1.0.json"),
        ),
        ("version", string("2.1.0")),
        ("runs", Literal::Array(vec![run])),
    ]))
}

fn rule((code, rule): (&str, Rule)) -> Literal {
    object([
        ("id", string(code)),
        ("name", string(rule.to_string())),
        (
            "shortDescription",
            object([("text", string(in_words(rule)))]),
        ),
    ])
}

/// `UnknownProperty` -> `unknown property`.
fn in_words(rule: Rule) -> String {
    let mut words = String::new();
    for letter in rule.to_string().chars() {
        if letter.is_ascii_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.push(letter.to_ascii_lowercase());
    }
    words
}

/// Whether every file could be used, and what is wrong with those that could not.
fn invocation(reports: &[Report]) -> Literal {
    let unusable = reports.iter().filter_map(|report| match &report.outcome {
        Outcome::Unusable(message) => Some(object([
            ("level", string("error")),
            ("message", object([("text", string(message))])),
        ])),
        Outcome::Checked(_) | Outcome::PassedOver => None,
    });
    let unusable: Vec<Literal> = unusable.collect();
    object([
        ("executionSuccessful", Literal::Bool(unusable.is_empty())),
        ("toolExecutionNotifications", Literal::Array(unusable)),
    ])
}

fn result(file: &str, violation: &Violation, places: &BTreeMap<&str, usize>) -> Literal {
    let code = violation.code();
    let mut physical = vec![("artifactLocation", object([("uri", string(uri(file)))]))];
    if let Some(at) = violation.location() {
        let region = object([
            ("startLine", count(at.line)),
            ("startColumn", count(at.column)),
        ]);
        physical.push(("region", region));
    }
    let mut location = vec![("physicalLocation", object(physical))];
    if !violation.path().is_empty() {
        let logical = object([("fullyQualifiedName", string(violation.path()))]);
        location.push(("logicalLocations", Literal::Array(vec![logical])));
    }
    object([
        ("ruleId", string(code)),
        (
            "ruleIndex",
            count(places.get(code).copied().unwrap_or_default()),
        ),
        ("level", string(word(violation.severity()))),
        (
            "message",
            object([("text", string(message_and_help(violation)))]),
        ),
        ("locations", Literal::Array(vec![object(location)])),
    ])
}

/// A path as a reference: relative ones stay so, which code scanning takes as relative to the
/// repository.
fn uri(file: &str) -> String {
    let is_absolute = Path::new(file).is_absolute();
    let file = file.replace('\\', "/");
    let file = file.strip_prefix("./").unwrap_or(&file);
    let mut uri = String::new();
    if is_absolute {
        uri.push_str("file://");
        if !file.starts_with('/') {
            uri.push('/');
        }
    }
    for byte in file.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => {
                let _infallible = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_references() {
        for (path, expected) in [
            ("a/b.yaml", "a/b.yaml"),
            ("./a.yaml", "a.yaml"),
            ("a b#c%.yaml", "a%20b%23c%25.yaml"),
            ("ü.yaml", "%C3%BC.yaml"),
            ("<stdin>", "%3Cstdin%3E"),
        ] {
            assert_eq!(uri(path), expected);
        }
        #[cfg(unix)]
        assert_eq!(uri("/a/b.yaml"), "file:///a/b.yaml");
    }

    #[test]
    fn rules_are_called_in_words() {
        assert_eq!(in_words(Rule::UnknownProperty), "unknown property");
        assert_eq!(in_words(Rule::Enum), "enum");
    }
}
