//! What the judge decides in hard cases.

use std::collections::BTreeMap;

use formwork::__private::{self, SpecCell};
use formwork::{Resource, Rule, Violation};
use formwork_specs::{bundled, facts};
use formwork_tests::VERDICTS;
use serde_json::Value;

use crate::tree::{Tree, tree};
use crate::widget::Widget;

fn first(text: &str) -> (Rule, String, Option<String>) {
    let violations = Tree::from_json(text).unwrap_err();
    let first = violations.iter().next().unwrap();
    (first.rule(), first.message(), first.help())
}

#[test]
fn numbers_that_doubles_cannot_tell_apart_are_judged_exactly() {
    assert!(Tree::from_json(r#"{"Big": 9007199254740992}"#).is_ok());
    let (rule, message, _) = first(r#"{"Big": 9007199254740993}"#);
    assert_eq!(rule, Rule::Range);
    assert_eq!(
        message,
        "`9007199254740993` is outside the range: at most 9007199254740992"
    );
    assert!(Tree::from_json(r#"{"Step": 0.3}"#).is_ok());
    assert_eq!(first(r#"{"Step": 0.35}"#).0, Rule::MultipleOf);
}

#[test]
fn text_that_reads_as_a_number_is_text_where_both_are_alternatives() {
    assert!(Tree::from_json(r#"{"Kind": "5"}"#).is_ok());
    assert!(Tree::from_json(r#"{"Kind": 5}"#).is_ok());
    assert_eq!(first(r#"{"Kind": []}"#).0, Rule::OneOf);
}

#[test]
fn the_nearest_alternative_is_named_with_what_it_lacks() {
    let (rule, message, help) = first(r#"{"Choice": {"Delay": 1}}"#);
    assert_eq!(rule, Rule::OneOf);
    assert_eq!(message, "none of the alternatives holds");
    let nearest = "the nearest alternative is `Queue`: property `Queue` is missing";
    assert_eq!(help.as_deref(), Some(nearest));
}

#[test]
fn an_alternative_is_not_known_to_hold_for_what_only_deployment_knows() {
    let found = |word: &str| {
        let inner = tree::Inner::builder().word(word).build();
        let twice = tree::Twice::builder().inner(inner).build();
        let verdict = Tree::builder().twice(twice).build().validate();
        verdict.map_err(|found| found.iter().map(Violation::rule).collect::<Vec<_>>())
    };
    // Both alternatives hold.
    assert_eq!(found("word"), Err(vec![Rule::OneOf]));
    assert_eq!(found("{{resolve:ssm:word}}"), Ok(()));
}

#[test]
fn what_is_tolerated_is_reported_if_asked_for() {
    let text = r#"{"Big": "5", "Word": 7}"#;
    assert!(Tree::from_json(text).is_ok());
    let violations = Tree::from_json_strict(text).unwrap_err();
    let lines: Vec<String> = violations
        .iter()
        .map(|one| format!("{}: {}", one.message(), one.help().unwrap_or_default()))
        .collect();
    assert_eq!(
        lines,
        [
            "`\"5\"` is not an integer: CloudFormation reads it as such: write `5` without quotes",
            "`7` is not a string: CloudFormation reads it as text: write `\"7\"`",
        ]
    );
    assert!(Tree::from_yaml_strict("Big: '5'").is_err());
    assert!(Tree::from_yaml_strict("Big: 5").is_ok());
}

/// Every format that a published file names is judged, or somebody wrote down why it is not.
#[test]
fn every_published_format_is_decided() {
    for name in bundled::names() {
        let text = bundled::find(name).unwrap();
        let value: Value = serde_json::from_str(text).unwrap();
        let mut open = vec![(&value, false)];
        while let Some((value, is_names)) = open.pop() {
            for item in value.as_array().into_iter().flatten() {
                open.push((item, false));
            }
            for (key, member) in value.as_object().into_iter().flatten() {
                if let ("format", false, Some(format)) = (key.as_str(), is_names, member.as_str()) {
                    assert!(__private::is_format_decided(format), "{name}: {format}");
                }
                let names = !is_names && matches!(key.as_str(), "properties" | "definitions");
                open.push((member, names));
            }
        }
    }
}

#[test]
fn recorded_verdicts_hold() {
    let mut cells: BTreeMap<String, &'static SpecCell> = BTreeMap::new();
    for line in VERDICTS.lines() {
        let (name, document, problems): (String, Value, Vec<String>) =
            serde_json::from_str(line).unwrap();
        let cell = cells.entry(name.clone()).or_insert_with(|| cell(&name));
        let found = __private::judge(cell, &document, true).unwrap();
        let is_right = __private::is_right(cell, &document, true).unwrap();
        assert_eq!(is_right, found.is_empty(), "{name} {document}");
        let mut found: Vec<String> = found
            .iter()
            .map(|(path, rule)| format!("{path} {rule}"))
            .collect();
        found.sort();
        found.dedup();
        let mut problems = problems;
        problems.sort();
        assert_eq!(found, problems, "{name} {document}");
    }
    assert!(cells.len() > 40);
}

/// The facts of a bundled type, as generated code holds them.
fn cell(name: &str) -> &'static SpecCell {
    let text = facts::text(&bundled::resource(name).unwrap().unwrap());
    Box::leak(Box::new(SpecCell::new(text.leak())))
}

#[test]
fn what_json_has_no_number_for_is_reported() {
    for weight in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let widget = Widget::builder().name("n").weight(weight).build();
        let found = widget.validate().unwrap_err();
        let found: Vec<_> = found.iter().map(|one| (one.path(), one.rule())).collect();
        assert_eq!(found, [("/Weight", Rule::Type)], "{weight}");
    }
}
