//! Reports: every problem, at its place, in words that help.

use formwork::apigatewayv2::IntegrationResponse;
use formwork::{Resource, Rule, Violations};

fn places(violations: &Violations) -> Vec<(Rule, &str, String)> {
    let place = |v: &formwork::Violation| v.location().map(|at| at.to_string()).unwrap_or_default();
    violations
        .iter()
        .map(|v| (v.rule(), v.path(), place(v)))
        .collect()
}

#[test]
fn six_faults_in_json_are_six_violations_at_their_places() {
    let text = include_str!("../corpus/flagship/broken.json");
    let violations = IntegrationResponse::from_json(text).unwrap_err();
    assert_eq!(
        places(&violations),
        [
            (Rule::Required, "", "1:1".into()),
            (Rule::Intrinsic, "/ApiId/Fn::GetAtt", "2:28".into()),
            (Rule::Type, "/IntegrationId", "3:20".into()),
            (Rule::Enum, "/ContentHandlingStrategy", "4:30".into()),
            (
                Rule::Pattern,
                "/ResponseParameters/header.X-Trace",
                "7:5".into()
            ),
            (
                Rule::UnknownProperty,
                "/TemplateSelectionExpresion",
                "9:3".into()
            ),
        ]
    );
}

#[test]
fn six_faults_in_yaml_are_six_violations_at_their_places() {
    let text = include_str!("../corpus/flagship/broken.yaml");
    let violations = IntegrationResponse::from_yaml(text).unwrap_err();
    assert_eq!(
        places(&violations),
        [
            (Rule::Required, "", "1:1".into()),
            (Rule::Intrinsic, "/ApiId/Fn::GetAtt", "1:16".into()),
            (Rule::Type, "/IntegrationId", "2:16".into()),
            (Rule::Enum, "/ContentHandlingStrategy", "3:26".into()),
            (
                Rule::Pattern,
                "/ResponseParameters/header.X-Trace",
                "6:3".into()
            ),
            (
                Rule::UnknownProperty,
                "/TemplateSelectionExpresion",
                "7:1".into()
            ),
        ]
    );
}

#[test]
fn a_report_shows_the_line_and_the_cure() {
    let text = "{\n  \"ApiId\": \"a\",\n  \"IntegrationId\": \"i\",\n  \"IntegrationResponseKey\": \"k\",\n  \
        \"ContentHandlingStrategy\": \"CONVERT_TO_TXT\"\n}";
    let report = IntegrationResponse::from_json(text)
        .unwrap_err()
        .to_string();
    let expected = r#"error[E3030]: `"CONVERT_TO_TXT"` is not one of the allowed values
 --> 5:30 (/ContentHandlingStrategy)
  |
5 |   "ContentHandlingStrategy": "CONVERT_TO_TXT"
  |                              ^
  = help: allowed: `CONVERT_TO_BINARY` and `CONVERT_TO_TEXT`

1 problem"#;
    assert_eq!(report, expected);
}

#[test]
fn violations_can_be_taken_apart() {
    let violations = IntegrationResponse::from_json("{}").unwrap_err();
    assert_eq!(violations.len(), 3);
    assert!(!violations.is_empty());
    let first = violations.iter().next().unwrap();
    assert_eq!(first.rule().code(), "E3003");
    assert_eq!(first.message(), "property `ApiId` is missing");
    assert_eq!(
        violations
            .into_iter()
            .map(|violation| violation.rule())
            .max(),
        Some(Rule::Required)
    );
}

/// `main`, `unwrap` and `expect` show `Debug`: of a type that is made of itself as well.
#[test]
fn debug_is_the_report_and_facts_are_short() {
    use crate::tree::Tree;

    let violations = Tree::from_json(r#"{"Rot":{},"Root":{"Lef":1}}"#).unwrap_err();
    assert_eq!(format!("{violations:?}"), violations.to_string());
    for violation in &violations {
        assert_eq!(format!("{violation:?}"), violation.to_string());
    }
    let shown = format!("{:?} {:?}", Tree::spec(), Tree::spec().properties);
    assert!(shown.len() < 1_000, "{shown}");
    assert!(
        shown.starts_with("ResourceSpec(Acme::Hostile::Tree, 8 properties)"),
        "{shown}"
    );
}
