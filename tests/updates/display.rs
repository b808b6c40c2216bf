//! How plans read.

use formwork::{Json, Types, UpdatePlan};

use crate::LABORATORY;

fn plan(old: &str, new: &str) -> UpdatePlan {
    let types = Types::new().with_specification(LABORATORY).unwrap();
    let bench = types.get("Acme::Lab::Bench").unwrap();
    let [old, new] = [old, new].map(|text| text.parse::<Json>().unwrap());
    bench.plan_update(&old, &new)
}

#[test]
fn one_change() {
    let replaced = plan(r#"{"Place":"north"}"#, r#"{"Place":"south"}"#);
    assert_eq!(
        replaced.to_string(),
        "/Place: \"north\" -> \"south\" (replaced)\n  \
         because the specification says that another `Place` replaces the resource\n\
         outcome: replaced"
    );
    assert_eq!(format!("{replaced:?}"), replaced.to_string());
    let harmless = plan(r#"{"Colour":"red"}"#, "{}");
    assert_eq!(
        harmless.to_string(),
        "/Colour: \"red\" -> nothing (updated in place)\noutcome: updated in place"
    );
    let perhaps = plan(r#"{"Height":1}"#, r#"{"Height":{"Ref":"H"}}"#);
    let first = perhaps.to_string().lines().next().unwrap().to_owned();
    assert_eq!(
        first,
        r#"/Height: 1 -> {"Ref":"H"} (may be replaced, may be interrupted, if the value differs)"#
    );
    assert_eq!(plan("{}", "{}").to_string(), "no change");
}

#[test]
fn a_name_that_stays_comes_with_its_cure() {
    let refused = plan(r#"{"Name":"n","Place":"a"}"#, r#"{"Name":"n","Place":"b"}"#);
    let shown = refused.to_string();
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(lines.len(), 4, "{shown}");
    assert_eq!(lines[0], r#"/Place: "a" -> "b" (refused)"#);
    assert!(lines[1].contains("give it another one in the same update, or leave it out"));
    assert!(
        lines[1].contains("(https://docs.aws.amazon.com/"),
        "{shown}"
    );
    assert!(lines[2].starts_with("  and the specification says"));
    assert_eq!(lines[3], "outcome: refused");
}

#[test]
fn branches_have_names_of_their_own() {
    let found = plan(
        r#"{"Fn::If":["C",{"Name":"n","Place":"a"},{"Name":"m","Place":"a"}]}"#,
        r#"{"Fn::If":["C",{"Name":"n","Place":"b"},{"Name":"o","Place":"a"}]}"#,
    );
    let [place, name] = found.changes() else {
        panic!("{found}");
    };
    let line = |change: &formwork::Change| change.to_string().lines().next().unwrap().to_owned();
    let shown = r#"/Fn::If/1/Place: "a" -> "b" (refused, if this branch counts)"#;
    assert_eq!(line(place), shown);
    // Whichever branch counts, the resource would be replaced: in this one it could be.
    let shown = r#"/Fn::If/2/Name: "m" -> "o" (replaced, if this branch counts)"#;
    assert_eq!(line(name), shown);
    assert!(
        name.reasons()
            .iter()
            .all(|reason| !reason.text().contains("refused")),
        "{name}"
    );
    // The name itself has branches: the one that changes does not stay.
    let found = plan(
        r#"{"Name":{"Fn::If":["C","n","m"]}}"#,
        r#"{"Name":{"Fn::If":["C","o","m"]}}"#,
    );
    assert_eq!(found.changes()[0].reasons().len(), 1, "{found}");
}

#[test]
fn fifty_changes() {
    let shelves = |value: &str| {
        let shelf = |at| format!(r#"{{"Id":"{value}{at}","Width":{at}}}"#);
        (0..25).map(shelf).collect::<Vec<_>>().join(",")
    };
    let labels = |value: &str| {
        let label = |at| format!(r#""l{at}":"{value}""#);
        (0..25).map(label).collect::<Vec<_>>().join(",")
    };
    let [old, new] = ["a", "b"].map(|value| {
        format!(
            r#"{{"Labels":{{{}}},"Shelves":[{}]}}"#,
            labels(value),
            shelves(value)
        )
    });
    let shown = plan(&old, &new).to_string();
    let lines: Vec<&str> = shown.lines().collect();
    // What is worst comes first, with the reason once, and no kind of change fills the screen.
    assert_eq!(lines[0], r#"/Shelves/0/Id: "a0" -> "b0" (replaced)"#);
    assert_eq!(lines[10], "  and 15 more");
    assert!(
        lines[11].starts_with("  because the specification says"),
        "{shown}"
    );
    assert_eq!(lines[12], r#"/Labels/l0: "a" -> "b" (updated in place)"#);
    assert_eq!(lines[22], "  and 15 more");
    assert_eq!(lines[23], "outcome: replaced (25 of 50 changes)");
    assert_eq!(lines.len(), 24, "{shown}");
}

#[test]
fn long_values_are_cut_and_secrets_are_not_shown() {
    let long = "x".repeat(500);
    let found = plan(
        "{}",
        &format!(r#"{{"Colour":"{long}","Secret":"hunter2"}}"#),
    );
    let shown = found.to_string();
    assert!(shown.contains("xxx… (updated in place)"), "{shown}");
    assert!(
        shown.contains("/Secret: nothing -> (not shown) (updated"),
        "{shown}"
    );
    let secret = found
        .changes()
        .iter()
        .find(|change| change.path() == "/Secret")
        .unwrap();
    assert_eq!(secret.after().and_then(Json::as_str), Some("hunter2"));
}

fn published(name: &str, old: &str, new: &str) -> String {
    let found = Types::catalog().get(name).unwrap();
    let [old, new] = [old, new].map(|text| text.parse::<Json>().unwrap());
    found.plan_update(&old, &new).to_string()
}

#[test]
fn properties_of_one_fate_share_a_reason() {
    let shown = published(
        "AWS::RDS::DBInstance",
        r#"{"DBName":"a","MasterUsername":"a","Timezone":"a","CopyTagsToSnapshot":true}"#,
        r#"{"DBName":"b","MasterUsername":"b","Timezone":"b","CopyTagsToSnapshot":false}"#,
    );
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(
        lines[3],
        "  because the specification says that another value replaces the resource \
         (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-rds-dbinstance.html, 2026-08)",
        "{shown}"
    );
    assert_eq!(lines[5], "outcome: replaced (3 of 4 changes)", "{shown}");
    assert_eq!(lines.len(), 6, "{shown}");
}

#[test]
fn what_holds_for_the_whole_resource_is_said_once() {
    let shown = published(
        "AWS::AutoScaling::LaunchConfiguration",
        r#"{"ImageId":"a","InstanceType":"a"}"#,
        r#"{"ImageId":"b","InstanceType":"b"}"#,
    );
    let lines: Vec<&str> = shown.lines().collect();
    assert!(
        lines[2].starts_with("  because the type has no update handler"),
        "{shown}"
    );
    assert_eq!(lines[3], "outcome: replaced (2 changes)", "{shown}");
}
