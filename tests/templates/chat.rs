//! The chat: a stack of thirteen resources as a new user writes it, its plan, and twenty mistakes in it.

use formwork::{Outcome, Template, Types, Violations};

#[allow(dead_code, reason = "the example is a program of its own")]
#[path = "../examples/chat.rs"]
mod example;

use example::{changed, chat};

fn at(template: &Template, pointer: &str) -> String {
    let value = template.get(pointer);
    value.map_or_else(|| "nothing".to_owned(), |value| value.to_string())
}

#[test]
fn the_chat_is_thirteen_resources_in_documented_order() -> Result<(), Violations> {
    let template = chat()?;
    assert_eq!(template.resources().count(), 13);
    let all = template.to_json_value();
    let names: Vec<&str> = all
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, _)| name)
        .collect();
    let sections = [
        "Description",
        "Parameters",
        "Conditions",
        "Resources",
        "Outputs",
    ];
    assert_eq!(names, sections);
    for (pointer, expected) in [
        ("/Resources/NotFound/Properties/ApiId", r#"{"Ref":"Api"}"#),
        (
            "/Resources/Handler/Properties/Role",
            r#"{"Fn::GetAtt":["Role","Arn"]}"#,
        ),
        (
            "/Resources/Handler/Properties/Environment/Variables",
            r#"{"TABLE":{"Ref":"Connections"},"STAGE":{"Ref":"StageName"}}"#,
        ),
        ("/Resources/Handler/DependsOn", "\"Log\""),
        ("/Resources/Connections/DeletionPolicy", "\"Retain\""),
        (
            "/Resources/Deployment/DependsOn",
            r#"["Connect","Disconnect","Send"]"#,
        ),
        ("/Outputs/TableArn/Condition", "\"IsProd\""),
    ] {
        assert_eq!(at(&template, pointer), expected, "{pointer}");
    }
    let again = Template::from_yaml(&template.to_yaml())?;
    assert_eq!(again, template);
    assert_eq!(chat()?.to_yaml(), template.to_yaml());
    assert!(template.violations(&Types::catalog()).is_empty());
    Ok(())
}

#[test]
fn the_plan_says_what_becomes_of_table_route_and_log() -> Result<(), Violations> {
    let old = chat()?;
    let new = changed(&old)?;
    new.check(&Types::catalog())?;
    let plan = old.plan_update(&new, &Types::catalog());
    let of = |name: &str| {
        plan.resource(name)
            .and_then(formwork::template::ResourcePlan::outcome)
    };
    assert_eq!(of("Send"), Some(Outcome::InPlace));
    assert_eq!(of("Connections"), Some(Outcome::Replace));
    assert_eq!(of("Role"), Some(Outcome::InPlace), "it names the table");
    assert_eq!(of("Api"), None);
    let text = plan.to_string();
    for line in [
        "! Log -> Logs  AWS::Logs::LogGroup       renamed, so replaced; the old one is deleted with all that it holds",
        "if `LogGroupName` stays the same, a replacement is refused, for two resources cannot have one `LogGroupName`",
        "! Connections  AWS::DynamoDB::Table      replaced; the old one is kept outside of the stack",
        "DependsOn: \"Log\" -> \"Logs\"",
        "o TableArn  output: ",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    Ok(())
}

/// What is written, what is written by mistake, and what has to be said of it: code, path, and a part of the message or
/// of the cure.
const MISTAKES: [(&str, &str, &str, &str, &str); 24] = [
    (
        "AllowedValues:",
        "AllowedValue:",
        "E2001",
        "/Parameters/StageName/AllowedValue",
        "a property named `AllowedValues` exists",
    ),
    (
        "Default: dev",
        "Default: test",
        "E2015",
        "/Parameters/StageName/Default",
        "`\"test\"`",
    ),
    (
        "- !Ref StageName\n    - prod",
        "- !Ref StagName\n    - prod",
        "E1020",
        "/Conditions/IsProd/Fn::Equals/0/Ref",
        "there is `StageName`",
    ),
    (
        "KeyType: HASH",
        "KeyType: HSAH",
        "E3018",
        "/Resources/Connections/Properties/KeySchema",
        "`\"HSAH\"` is not `\"HASH\"`, the only value allowed",
    ),
    (
        "PAY_PER_REQUEST",
        "PAY_PER_REQ",
        "E3030",
        "/Resources/Connections/Properties/BillingMode",
        "allowed: `PAY_PER_REQUEST` and `PROVISIONED`",
    ),
    (
        "DeletionPolicy: Retain",
        "DeletionPolicy: Keep",
        "E3035",
        "/Resources/Connections/DeletionPolicy",
        "`\"Keep\"` is not a policy",
    ),
    (
        "lambda/chat-${StageName}",
        "lambda/chat-${StageNam}",
        "E1019",
        "/Resources/Log/Properties/LogGroupName/Fn::Sub",
        "there is `StageName`",
    ),
    (
        "- 90",
        "- 91",
        "E3030",
        "/Resources/Log/Properties/RetentionInDays/Fn::If/1",
        "`91` is not one of the allowed values",
    ),
    (
        "RetentionInDays: !If\n        - IsProd",
        "RetentionInDays: !If\n        - IsPrd",
        "E8002",
        "/Resources/Log/Properties/RetentionInDays/Fn::If/0",
        "there is `IsProd`",
    ),
    (
        "Resource: !GetAtt Connections.Arn",
        "Resource: !GetAtt Connections.ARN",
        "E1010",
        "/Resources/Role/Properties/Policies/0/PolicyDocument/Statement/0/Resource/Fn::GetAtt",
        "there is `Arn`",
    ),
    (
        "Handler: index",
        "Handlr: index",
        "E3002",
        "/Resources/Handler/Properties/Handlr",
        "a property named `Handler` exists",
    ),
    (
        "nodejs22.x",
        "nodejs2.x",
        "E3030",
        "/Resources/Handler/Properties/Runtime",
        "`nodejs22.x`",
    ),
    (
        "ThrottlingBurstLimit: 500",
        "ThrottlingBurstLimit: many",
        "E3012",
        "/Resources/Stage/Properties/DefaultRouteSettings/ThrottlingBurstLimit",
        "`\"many\"` is not an integer",
    ),
    (
        "DependsOn: Log",
        "DependsOn: Logs",
        "E3005",
        "/Resources/Handler/DependsOn",
        "there is `Log`",
    ),
    (
        "Type: AWS::ApiGatewayV2::Stage",
        "Type: AWS::ApiGatewayv2::Stage",
        "E3006",
        "/Resources/Stage/Type",
        "`AWS::ApiGatewayV2::Stage`",
    ),
    (
        "IntegrationType: AWS_PROXY",
        "IntegrationType: [AWS_PROXY]",
        "E3012",
        "/Resources/Integration/Properties/IntegrationType",
        "a list is not a string",
    ),
    (
        "      IntegrationId: !Ref Integration\n",
        "",
        "E3003",
        "/Resources/NotFound/Properties",
        "property `IntegrationId` is missing",
    ),
    (
        "integrations/${Integration}",
        "integrations/${Integration",
        "E1019",
        "/Resources/Connect/Properties/Target/Fn::Sub",
        "`${` has no `}` after it",
    ),
    (
        "FunctionName: !Ref Handler",
        "FunctionName: {'Fn::Ref': Handler}",
        "E1101",
        "/Resources/Permission/Properties/FunctionName/Fn::Ref",
        "a function named `Ref` exists",
    ),
    (
        "DependsOn:\n      - Connect",
        "DependOn:\n      - Connect",
        "E3001",
        "/Resources/Deployment/DependOn",
        "there is `DependsOn`",
    ),
    (
        "ThrottlingRateLimit:",
        "throttlingRateLimit:",
        "E3002",
        "/Resources/Stage/Properties/DefaultRouteSettings/throttlingRateLimit",
        "`ThrottlingRateLimit`",
    ),
    (
        "Action: lambda:InvokeFunction",
        "Action:",
        "E3012",
        "/Resources/Permission/Properties/Action",
        "leave the property out",
    ),
    (
        "Condition: IsProd",
        "Condition: !Ref IsProd",
        "E6005",
        "/Outputs/TableArn/Condition",
        "an object is not the name of a condition",
    ),
    (
        "  Url:",
        "  the-url:",
        "E6004",
        "/Outputs/the-url",
        "`the-url` is not a valid output name",
    ),
];

#[test]
fn each_mistake_is_told_once_where_it_is() {
    let right = chat().unwrap().to_yaml();
    let types = Types::catalog();
    for (written, mistake, code, path, words) in MISTAKES {
        assert!(right.contains(written), "{written}");
        let wrong = right.replacen(written, mistake, 1);
        let found = Template::from_yaml(&wrong).unwrap().violations(&types);
        let report = found.to_string();
        let mut all = found.iter();
        let first = all.next().unwrap_or_else(|| panic!("{mistake}: nothing"));
        assert_eq!((first.code(), first.path()), (code, path), "{report}");
        assert!(report.contains(words), "{words}\n{report}");
        assert_eq!(all.count(), 0, "{mistake}\n{report}");
    }
}
