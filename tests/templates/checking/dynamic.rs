//! Dynamic references, and functions that stand in some places alone.

use formwork::Severity;

use super::{nothing, violations};

/// The code, severity and path of each finding.
#[track_caller]
fn all(yaml: &str) -> Vec<String> {
    let all = violations(yaml);
    let line = |one: &formwork::Violation| {
        let mark = if one.severity() == Severity::Error {
            "E"
        } else {
            "W"
        };
        format!("{mark} {} {}", one.code(), one.path())
    };
    all.iter().map(line).collect()
}

#[test]
fn a_secure_text_of_the_store_stands_in_listed_properties_alone() {
    let of = |ty: &str, properties: &str| {
        format!("Resources:\n  R:\n    Type: {ty}\n    Properties: {properties}\n")
    };
    let secure = "'{{resolve:ssm-secure:password:1}}'";
    for (ty, properties) in [
        (
            "AWS::RDS::DBInstance",
            format!("{{DBInstanceClass: a, MasterUserPassword: {secure}}}"),
        ),
        (
            "AWS::RDS::DBInstance",
            format!("{{DBInstanceClass: a, MasterUserPassword: !Sub {secure}}}"),
        ),
        (
            "AWS::IAM::User",
            format!("{{LoginProfile: {{Password: {secure}}}}}"),
        ),
        ("Acme::Data::Store", format!("{{Password: {secure}}}")),
        (
            "AWS::SNS::Topic",
            "{DisplayName: '{{resolve:ssm:name}}'}".to_owned(),
        ),
        (
            "AWS::SNS::Topic",
            "{DisplayName: '{{resolve:secretsmanager:name}}'}".to_owned(),
        ),
    ] {
        nothing(&of(ty, &properties));
    }
    for (ty, properties, path) in [
        (
            "AWS::SNS::Topic",
            format!("{{DisplayName: {secure}}}"),
            "/DisplayName",
        ),
        (
            "AWS::SNS::Topic",
            format!("{{DisplayName: !Sub {secure}}}"),
            "/DisplayName/Fn::Sub",
        ),
        (
            "AWS::SNS::Topic",
            format!("{{DisplayName: !Join ['', [a, {secure}]]}}"),
            "/DisplayName/Fn::Join/1/1",
        ),
        (
            "AWS::RDS::DBInstance",
            format!("{{DBInstanceClass: a, DBName: {secure}}}"),
            "/DBName",
        ),
    ] {
        let expected = format!("E E1027 /Resources/R/Properties{path}");
        assert_eq!(all(&of(ty, &properties)), [expected], "{properties}");
    }
}

#[test]
fn a_dynamic_reference_outside_of_properties_stays_text() {
    let text = "Parameters:
  P: {Type: String, Default: '{{resolve:secretsmanager:a}}'}
Conditions:
  C: !Equals [!Ref P, '{{resolve:ssm:a}}']
Resources:
  R:
    Type: AWS::SNS::Topic
    Metadata: {a: '{{resolve:ssm:a}}', b: '{{resolve:secretsmanager:a}}'}
Outputs:
  A: {Value: '{{resolve:ssm:a}}'}
  B: {Value: !Sub '{{resolve:secretsmanager:a}}'}
  D: {Value: x, Export: {Name: '{{resolve:ssm:a}}'}}
";
    assert_eq!(
        all(text),
        [
            "W E1052 /Conditions/C/Fn::Equals/1",
            "W E1051 /Resources/R/Metadata/b",
            "W E1051 /Outputs/B/Value/Fn::Sub",
            "W E1052 /Outputs/D/Export/Name",
        ]
    );
}

#[test]
fn an_output_of_another_stack_is_asked_for_where_stacks_are_known() {
    let output = "!GetStackOutput {StackName: a, OutputName: b}";
    let long = "{'Fn::GetStackOutput': {StackName: a, OutputName: b}}";
    let of = |condition: &str, value: &str, output: &str, export: &str| {
        format!(
            "Conditions: {{C: !Equals [{condition}, x]}}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {{DisplayName: {value}}}\nOutputs: {{O: {{Value: {output}, Export: {{Name: {export}}}}}}}\n"
        )
    };
    nothing(&of("a", output, output, "e"));
    nothing(&of(
        "a",
        &format!("!Join ['', [{output}]]"),
        &format!("!Base64 {long}"),
        "e",
    ));
    nothing(&of(
        "a",
        &format!("!Sub ['${{x}}', {{x: {output}}}]"),
        "a",
        "e",
    ));
    for (text, path) in [
        (
            of(output, "a", "a", "e"),
            "/Conditions/C/Fn::Equals/0/Fn::GetStackOutput",
        ),
        (
            of("a", &format!("!ImportValue {long}"), "a", "e"),
            "/Resources/T/Properties/DisplayName/Fn::ImportValue/Fn::GetStackOutput",
        ),
        (
            of("a", "a", "a", output),
            "/Outputs/O/Export/Name/Fn::GetStackOutput",
        ),
    ] {
        assert_eq!(all(&text), [format!("E E1033 {path}")]);
    }
}

#[test]
fn what_is_imported_depends_on_no_resource() {
    let of = |name: &str| {
        format!(
            "Parameters: {{P: {{Type: String}}}}\nResources:\n  Q: {{Type: AWS::SQS::Queue}}\n  T:\n    Type: AWS::SNS::Topic\n    Properties:\n      DisplayName: {{'Fn::ImportValue': {name}}}\n"
        )
    };
    nothing(&of("!Sub '${P}-${AWS::Region}'"));
    nothing(&of("!Ref P"));
    // What nothing replaces is said as elsewhere.
    let plain = "/Resources/T/Properties/DisplayName/Fn::ImportValue";
    assert_eq!(all(&of("'${AWS::Region}-x'")), [format!("W E1029 {plain}")]);
    let at = "/Resources/T/Properties/DisplayName/Fn::ImportValue";
    assert_eq!(all(&of("!Ref Q")), [format!("E E1020 {at}/Ref")]);
    assert_eq!(all(&of("!Sub '${Q}'")), [format!("E E1019 {at}/Fn::Sub")]);
    assert_eq!(
        all(&of("!GetAtt Q.Arn")),
        [format!("E E1010 {at}/Fn::GetAtt")]
    );
}

#[test]
fn functions_of_rules_stand_in_rules_alone() {
    let text = "Parameters: {P: {Type: 'AWS::EC2::VPC::Id'}}
Rules:
  R:
    Assertions:
      - Assert: !Contains [[a], {'Fn::ValueOf': [P, 'Tags.Stage']}]
Resources:
  Q: {Type: AWS::SQS::Queue, Properties: {QueueName: {'Fn::ValueOf': [P, 'Tags.Stage']}}}
";
    assert_eq!(
        all(text),
        ["E E1101 /Resources/Q/Properties/QueueName/Fn::ValueOf"]
    );
}
