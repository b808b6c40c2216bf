//! The example programs, run.

use formwork::{Template, Types};

use check_templates::check;
use what_is_replaced::what_is_replaced;

#[allow(dead_code, reason = "the example is a program of its own")]
#[path = "../examples/check_templates.rs"]
mod check_templates;

#[allow(dead_code, reason = "the example is a program of its own")]
#[path = "../examples/what_is_replaced.rs"]
mod what_is_replaced;

#[test]
fn files_are_checked_and_told_apart() {
    let types = Types::catalog();
    let right = "Resources: {Jobs: {Type: AWS::SQS::Queue}}\n";
    assert_eq!(
        check("a.yaml", right, &types),
        ("a.yaml: nothing is wrong".to_owned(), 0)
    );
    let wrong = "Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties: {DelaySeconds: 901, Nmae: x}\n";
    let (report, errors) = check("b.yaml", wrong, &types);
    assert_eq!(errors, 2);
    assert!(
        report.contains(" --> b.yaml:4:32 (/Resources/Jobs/Properties/DelaySeconds)"),
        "{report}"
    );
    let (report, errors) = check("c.yaml", "Resources: [", &types);
    assert!(errors == 1 && report.contains("c.yaml:1:"), "{report}");
}

#[test]
fn what_a_change_replaces_is_listed_with_what_it_drags_along() {
    let text = "Resources:
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: chat, ProtocolType: WEBSOCKET}}
  Route: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: $default}}
  Table:
    Type: AWS::DynamoDB::Table
    Properties: {TableName: abc, AttributeDefinitions: [{AttributeName: a, AttributeType: S}], KeySchema: [{AttributeName: a, KeyType: HASH}]}
  Old: {Type: AWS::SNS::Topic}
";
    let new = text
        .replace("WEBSOCKET", "HTTP")
        .replace("abc", "abcd")
        .replace("  Old: {Type: AWS::SNS::Topic}\n", "");
    let read = |text: &str| text.parse::<Template>().unwrap();
    assert_eq!(
        what_is_replaced(&read(text), &read(&new), &Types::catalog()),
        [
            "Old is removed",
            "Table is replaced, and its data is gone",
            "Api is replaced",
            "Route is replaced, because of Api",
        ]
    );
}
