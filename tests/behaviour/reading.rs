//! Reading: what is tolerated, what is not, and where it says so.

use crate::widget::Widget;
use formwork::{Json, Resource, Rule, Severity};

fn reads(text: &str) -> Widget {
    Widget::from_json(text).unwrap_or_else(|error| panic!("{text}\n{error}"))
}

fn refused(text: &str) -> Vec<(String, Rule)> {
    let violations = Widget::from_json(text).unwrap_err();
    violations
        .iter()
        .map(|violation| (violation.path().to_owned(), violation.rule()))
        .collect()
}

#[test]
fn scalars_of_another_type_are_read_as_cloudformation_reads_them() {
    let widget =
        reads(r#"{"Name":"w","Size":"5","Weight":"2.5","Active":"true","Labels":{"a":1.10}}"#);
    assert_eq!(widget.size.as_ref().unwrap().as_literal(), Some(&5));
    assert_eq!(widget.weight.as_ref().unwrap().as_literal(), Some(&2.5));
    assert_eq!(widget.active.as_ref().unwrap().as_literal(), Some(&true));
    let labels = widget.labels.as_ref().unwrap().as_literal().unwrap();
    assert_eq!(labels.get("a").unwrap().as_literal().unwrap(), "1.10");
    assert_eq!(widget.to_value()["Size"], 5);
    assert_eq!(
        refused(r#"{"Name":"w","Size":"50"}"#),
        [("/Size".into(), Rule::Range)]
    );
    assert_eq!(
        refused(r#"{"Name":"w","Active":"yes"}"#),
        [("/Active".into(), Rule::Type)]
    );
}

#[test]
fn dynamic_references_are_kept_and_not_judged() {
    let text = r#"{"Name":"{{resolve:ssm:Name}}","Size":"{{resolve:ssm:Size}}"}"#;
    let widget = reads(text);
    assert!(widget.size.as_ref().unwrap().is_intrinsic());
    assert_eq!(
        widget.to_value(),
        serde_json::from_str::<serde_json::Value>(text).unwrap()
    );
}

#[test]
fn plain_scalars_of_yaml_are_what_cloudformation_makes_of_them_in_strings() {
    let widget =
        Widget::from_yaml("Name: w\nLabels:\n  a: 012345\n  b: yes\n  c: 2012-10-17\n").unwrap();
    let labels = widget.labels.unwrap().into_literal().unwrap();
    let texts: Vec<_> = labels
        .values()
        .map(|value| value.as_literal().unwrap().as_str())
        .collect();
    assert_eq!(texts, ["012345", "true", "2012-10-17"]);
}

#[test]
fn absent_no_value_false_and_zero_are_four_things() {
    let absent = reads(r#"{"Name":"w"}"#);
    let no_value = reads(r#"{"Name":"w","Active":{"Ref":"AWS::NoValue"}}"#);
    let no = reads(r#"{"Name":"w","Active":false}"#);
    assert_eq!(absent.active, None);
    assert!(no_value.active.as_ref().unwrap().is_no_value());
    assert_eq!(no.active.as_ref().unwrap().as_literal(), Some(&false));
    assert_eq!(
        refused(r#"{"Name":"w","Active":0}"#),
        [("/Active".into(), Rule::Type)]
    );
}

#[test]
fn what_cloudformation_refuses_is_refused() {
    assert_eq!(
        refused(r#"{"Name":"w","Parts":{"Id":"a"}}"#),
        [("/Parts".into(), Rule::Type)]
    );
    assert_eq!(
        refused(r#"{"Name":"w","Size":null}"#),
        [("/Size".into(), Rule::Type)]
    );
    // A name in the wrong case is one mistake: that it is missing under its own name follows.
    assert_eq!(
        refused(r#"{"name":"w"}"#),
        [("/name".into(), Rule::UnknownProperty)]
    );
    assert_eq!(refused("[]"), [(String::new(), Rule::Type)]);
    assert_eq!(
        refused(r#"{"Name":"w","Name":"v"}"#),
        [("/Name".into(), Rule::Syntax)]
    );
}

#[test]
fn text_that_is_no_json_is_one_located_problem() {
    for (text, place) in [("", "1:1"), ("{\n  \"Name\": }", "2:11"), ("{} x", "1:4")] {
        let violations = Widget::from_json(text).unwrap_err();
        assert_eq!(violations.len(), 1);
        let violation = violations.iter().next().unwrap();
        assert_eq!(violation.rule(), Rule::Syntax);
        assert_eq!(violation.location().unwrap().to_string(), place, "{text}");
    }
    let violations = Widget::from_yaml("Name: [a").unwrap_err();
    assert_eq!(violations.iter().next().unwrap().rule(), Rule::Syntax);
}

#[test]
fn serde_reads_structure_and_stops_at_the_first_problem() {
    let read = |text: &str| serde_json::from_str::<Widget>(text);
    // Structure only: the range is not judged.
    assert_eq!(
        read(r#"{"Name":"w","Size":50}"#)
            .unwrap()
            .size
            .unwrap()
            .into_literal(),
        Some(50)
    );
    let error = read(r#"{"Name":"w","Parts":[{"Id":"a","Cnt":1}]}"#)
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("`Part` has no property `Cnt` at /Parts/0/Cnt"),
        "{error}"
    );
    assert!(
        read("{}")
            .unwrap_err()
            .to_string()
            .contains("needs a property `Name`")
    );
}

#[test]
fn deep_documents_get_an_answer() {
    let deep = format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000));
    let violations = Widget::from_json(&format!(r#"{{"Name":"w","Policy":{deep}}}"#)).unwrap_err();
    assert_eq!(violations.iter().next().unwrap().rule(), Rule::Syntax);
    let deep = format!("{}1{}", r#"{"a":["#.repeat(120), "]}".repeat(120));
    let text = format!(r#"{{"Name":"w","Policy":{deep}}}"#);
    assert_eq!(
        reads(&text).to_json().parse::<Json>().unwrap(),
        text.parse().unwrap()
    );
}

/// A call in the place of the whole property object: no struct can hold it, but it is judged, branch by branch.
#[test]
fn a_call_for_all_properties_is_checked_branch_by_branch() {
    let include = r#""Fn::Transform":{"Name":"AWS::Include","Parameters":{"Location":"s3://b/k"}}"#;
    for (call, name) in [
        (
            r#"{"Fn::If":["C",{"Name":"a"},{"Name":"b","Size":2}]}"#,
            "Fn::If",
        ),
        (
            r#"{"Fn::If":["C",{"Name":"a"},{"Fn::If":["D",{"Name":"b"},{"Name":"c"}]}]}"#,
            "Fn::If",
        ),
        (
            r#"{"Fn::ForEach::P":["P",["Name","Since"],{"${P}":"x"}]}"#,
            "Fn::ForEach::P",
        ),
        (&format!("{{{include}}}"), "Fn::Transform"),
        (&format!(r#"{{{include},"Size":2}}"#), "Fn::Transform"),
    ] {
        assert!(Widget::check_json(call).is_empty(), "{call}");
        let yaml = call.parse::<Json>().unwrap().to_yaml();
        assert!(Widget::check_yaml(&yaml).is_empty(), "{yaml}");
        let found = Widget::from_json(call).unwrap_err();
        let lines: Vec<_> = found
            .iter()
            .map(|one| (one.path(), one.rule(), one.message()))
            .collect();
        let message = format!("`{name}` stands for properties, which no struct can hold");
        assert_eq!(lines, [("", Rule::Intrinsic, message)], "{call}");
        let help = found.iter().next().unwrap().help().unwrap();
        assert!(
            help.starts_with("`check_json` and `check_yaml` judge it"),
            "{help}"
        );
        let error = serde_json::from_str::<Widget>(call)
            .unwrap_err()
            .to_string();
        assert!(error.contains("which no struct can hold"), "{error}");
    }
    let wrong =
        r#"{"Fn::If":["C",{"Size":1},{"Fn::If":["D",{"Name":"b","Size":99},{"Nam":"c"}]}]}"#;
    let found = Widget::check_json(wrong);
    let found: Vec<_> = found.iter().map(|one| (one.path(), one.rule())).collect();
    assert_eq!(
        found,
        [
            ("/Fn::If/1", Rule::Required),
            ("/Fn::If/2/Fn::If/1/Size", Rule::Range),
            ("/Fn::If/2/Fn::If/2/Nam", Rule::UnknownProperty),
        ]
    );
}

/// What the service alone sets is ignored where a template sets it: a warning, and the value is not read.
#[test]
fn read_only_properties_are_warned_of_and_left_out() {
    let text = r#"{"Name":"w","Arn":"arn:x","Endpoint":{"Address":"a"},"Size":2}"#;
    let widget = reads(text);
    assert_eq!(widget, reads(r#"{"Name":"w","Size":2}"#));
    assert_eq!(
        Widget::from_yaml("Name: w\nArn: !Ref X\nSize: 2").unwrap(),
        widget
    );
    assert_eq!(serde_json::from_str::<Widget>(text).unwrap(), widget);
    let found = Widget::check_json(text);
    let lines: Vec<_> = found
        .iter()
        .map(|one| {
            let place = one.location().unwrap().to_string();
            (one.severity(), one.rule(), one.path(), place, one.message())
        })
        .collect();
    let warning = |path: &'static str, place: &str| {
        let name = &path[1..];
        let message = format!("`{name}` is read-only, so that its value here is ignored");
        (
            Severity::Warning,
            Rule::ReadOnly,
            path,
            place.to_owned(),
            message,
        )
    };
    assert_eq!(
        lines,
        [warning("/Arn", "1:13"), warning("/Endpoint", "1:27")]
    );
    assert_eq!(Rule::ReadOnly.code(), "E3040");
    let help = found.iter().next().unwrap().help();
    assert_eq!(
        help.as_deref(),
        Some("read it with `Fn::GetAtt`, as the attribute `Arn`")
    );
    // What is near to one, or wrong beside one, is an error as before.
    assert_eq!(
        refused(r#"{"Name":"w","arn":"x","Arn":"x","Size":99}"#),
        [
            ("/arn".to_owned(), Rule::UnknownProperty),
            ("/Size".to_owned(), Rule::Range)
        ]
    );
    assert_eq!(refused(r#"{"Arn":"x"}"#), [(String::new(), Rule::Required)]);
}
