//! What a file may say, and how it is read.

use formwork_specs::curated::model::{Claim, Condition, Outcome, Subject, Test};
use formwork_specs::curated::read;
use formwork_specs::facts;
use formwork_specs::model::Literal;

use super::{file, garden, good, rule};

#[test]
fn a_rule_says_where_when_what_and_why() {
    let text = rule(
        r#""path":"/Soil","when":{"before":"present","after":{"equals":"sand"}},
           "unless":{"attribute":"/UpdatePolicy/Rake","after":{"equals":true}},
           "outcome":"replace","interruption":"possible""#,
    );
    let curated = good(&text);
    let [rule] = curated.rules.as_slice() else {
        panic!("one rule: {curated:?}");
    };
    assert_eq!(rule.path.0, ["Soil"]);
    assert_eq!(rule.outcome, Some(Outcome::Replace));
    assert_eq!(rule.evidence.source, "https://s.example");
    let sand = Test::OneOf(vec![Literal::String("sand".to_owned())]);
    assert_eq!(
        rule.when,
        Some(Condition::All(vec![
            Condition::Claim(Subject::Own, Claim::Before(Test::Present)),
            Condition::Claim(Subject::Own, Claim::After(sand)),
        ]))
    );
    let Some(Condition::Claim(Subject::Attribute(path), Claim::After(_))) = &rule.unless else {
        panic!("an attribute: {:?}", rule.unless);
    };
    assert_eq!(path.0, ["UpdatePolicy", "Rake"]);
}

/// Every member, word and form of a condition.
const CONDITIONS: &[&str] = &[
    r#"{"before":"absent"}"#,
    r#"{"after":["absent",{"equals":0}]}"#,
    r#"{"after":{"oneOf":["a",1,true,null,[1],{"a":"\"\n"}]}}"#,
    r#"{"after":{"startsWith":"aurora"}}"#,
    r#"{"after":{"not":{"equals":"a"}}}"#,
    r#"{"after":{"count":{"least":0,"most":1}},"property":"/Plants"}"#,
    r#"{"change":"none","property":"/Name"}"#,
    r#"{"change":"any"}"#,
    r#"{"change":"added"}"#,
    r#"{"change":"removed"}"#,
    r#"{"change":"edited"}"#,
    r#"{"size":"grows"}"#,
    r#"{"size":"shrinks","property":"/Size"}"#,
    r#"{"version":"later"}"#,
    r#"{"version":"earlier"}"#,
    r#"{"elements":{"key":["/Kind"],"added":{"least":2}},"property":"/Plants"}"#,
    r#"{"elements":{"removed":{"least":1,"most":3},"addedOrRemoved":{}},"property":"/Plants"}"#,
    r#"{"elements":{"edited":{"at":["/Count"]},"key":["/Kind"]},"property":"/Plants"}"#,
    r#"{"elements":{"edited":{"except":["/Care/Water"]}},"property":"/Plants"}"#,
    r#"{"elements":{"edited":{}},"property":"/Labels"}"#,
    r#"{"attribute":"/UpdatePolicy/EnableVersionUpgrade","after":{"equals":true}}"#,
    r#"{"besides":["/Name","/Size"]}"#,
    r#"{"anyOf":[{"change":"any"},{"allOf":[{"change":"any"},{"not":{"change":"none"}}]}]}"#,
];

#[test]
fn what_is_printed_is_read_back_the_same() {
    for condition in CONDITIONS {
        let text = rule(&format!(
            r#""path":"/Soil","when":{condition},"unless":{condition},"outcome":"in place""#
        ));
        let first = good(&text);
        let printed = facts::rules(&first.rules);
        let again = good(&file(&format!(r#""rules":{printed}"#)));
        assert_eq!(again, first, "{printed}");
    }
}

#[test]
fn a_list_of_paths_is_a_rule_each_and_an_empty_path_is_the_resource() {
    let text = rule(r#""path":["/Name","/Plants/*/Care/Water","/Labels/*"],"outcome":"refused""#);
    let paths: Vec<String> = good(&text)
        .rules
        .iter()
        .map(|rule| rule.path.0.join("/"))
        .collect();
    assert_eq!(paths, ["Name", "Plants/*/Care/Water", "Labels/*"]);
    let whole = good(&rule(r#""path":"","interruption":"certain""#));
    assert!(whole.rules[0].path.0.is_empty());
}

#[test]
fn a_star_means_the_element_that_the_rule_is_about() {
    let condition = |property: &str| {
        let text = format!(
            r#""path":"/Plants/*/Care","when":{{"property":"{property}","change":"any"}},"outcome":"refused""#
        );
        read(rule(&text).as_bytes(), &garden())
    };
    assert!(condition("/Plants/*/Kind").is_ok());
    let problems = condition("/Labels/*").expect_err("which label is not said");
    assert!(
        problems.first().message.contains("which element"),
        "{problems}"
    );
}
