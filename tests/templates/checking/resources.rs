//! Resources: attributes, types, policies.

use super::{found, messages, nothing, violations};
use formwork::{Severity, Template, Types};

fn with(lines: &str) -> String {
    format!("Resources:\n  Q: {{Type: AWS::SQS::Queue}}\n  A:\n    Type: Custom::A\n    {lines}\n")
}

#[test]
fn a_resource_is_an_object_with_a_type() {
    for (resource, code, path) in [
        ("x", "E3001", ""),
        ("[]", "E3001", ""),
        ("{Properties: {}}", "E3001", ""),
        ("{Type: [x]}", "E3001", "/Type"),
        ("{Type: Nonsense}", "E3006", "/Type"),
        ("{Type: 'AWS::S3'}", "E3006", "/Type"),
        ("{Type: Custom::A, Propreties: {}}", "E3001", "/Propreties"),
        ("{Type: Custom::A, Properties: [x]}", "E3001", "/Properties"),
        ("{Type: Custom::A, Condition: [x]}", "E3015", "/Condition"),
        ("{Type: Custom::A, Metadata: x}", "E3028", "/Metadata"),
        ("{Type: 'AWS::S3::Buckett'}", "E3006", "/Type"),
        ("{Type: 'aws::s3::bucket'}", "E3006", "/Type"),
        ("{Type: 'AWS::Serverless::Function'}", "E3038", "/Type"),
    ] {
        assert_eq!(
            found(&format!("Resources: {{R: {resource}}}\n")),
            [format!("{code} 1 /Resources/R{path}")],
            "{resource}"
        );
    }
    for right in [
        "{Type: Custom::A}",
        "{Type: 'AWS::CloudFormation::CustomResource', Version: '1.0', Properties: {ServiceToken: arn, Any: thing}}",
        "{Type: 'Acme::Garden::Gnome', Properties: {Any: thing}}",
    ] {
        nothing(&format!("Resources: {{R: {right}}}\n"));
    }
}

#[test]
fn a_type_that_may_be_newer_is_a_warning_and_one_of_others_is_none() {
    let template = Template::from_yaml("Resources: {R: {Type: 'AWS::Brandnew::Thing'}}\n").unwrap();
    assert_eq!(template.check(&Types::catalog()), Ok(()));
    let all = template.violations(&Types::catalog());
    let one = all.iter().next().unwrap();
    assert_eq!(
        (one.rule().code(), one.severity()),
        ("E3006", Severity::Warning)
    );
    assert!(template.violations(&Types::new()).is_empty());
}

#[test]
fn properties_are_judged_by_their_type() {
    let text = "Resources:
  Q:
    Type: AWS::SQS::Queue
    Properties:
      DelaySeconds: soon
      QueueNmae: q
  F:
    Type: AWS::Lambda::Function
  S: {Type: AWS::SNS::Subscription}
";
    let expected = [
        "E3012 5 /Resources/Q/Properties/DelaySeconds",
        "E3002 6 /Resources/Q/Properties/QueueNmae",
        "E3003 8 /Resources/F/Properties",
        "E3003 8 /Resources/F/Properties",
        "E3003 9 /Resources/S/Properties",
        "E3003 9 /Resources/S/Properties",
    ];
    assert_eq!(found(text), expected);
    // A program that knows no types still checks everything else.
    assert_eq!(
        Template::from_yaml(text).unwrap().check(&Types::new()),
        Ok(())
    );
}

#[test]
fn what_a_resource_waits_for_is_another_one() {
    nothing(&with("DependsOn: Q"));
    nothing(&with("DependsOn: [Q]"));
    nothing(&with("DependsOn: []"));
    for (line, path) in [
        ("DependsOn: X", ""),
        ("DependsOn: A", ""),
        ("DependsOn: [Q, X]", "/1"),
        ("DependsOn: {a: b}", ""),
        ("DependsOn: [!Ref Q]", "/0"),
        ("DependsOn: !Ref Q", ""),
    ] {
        assert_eq!(
            found(&with(line)),
            [format!("E3005 5 /Resources/A/DependsOn{path}")],
            "{line}"
        );
    }
    assert_eq!(
        messages(&with("DependsOn: A")),
        ["`A` cannot wait for itself"]
    );
}

#[test]
fn a_parameter_and_a_resource_have_different_names() {
    let text = "Parameters: {A: {Type: String}}\nResources: {A: {Type: Custom::A}}\n";
    assert_eq!(found(text), ["E3007 2 /Resources/A"]);
}

#[test]
fn policies_are_of_the_known_ones_and_of_the_type() {
    let of = |ty: &str, line: &str| {
        format!(
            "Parameters: {{P: {{Type: String}}}}\nResources:\n  R:\n    Type: {ty}\n    {line}\nConditions: {{C: !Equals [!Ref P, a]}}\n"
        )
    };
    for (ty, line) in [
        ("AWS::SQS::Queue", "DeletionPolicy: Retain"),
        ("AWS::SQS::Queue", "DeletionPolicy: RetainExceptOnCreate"),
        ("AWS::SQS::Queue", "DeletionPolicy: !Ref P"),
        ("AWS::EC2::Volume", "DeletionPolicy: Snapshot"),
        ("AWS::EC2::Volume", "UpdateReplacePolicy: Snapshot"),
        ("Acme::Data::Store", "DeletionPolicy: Snapshot"),
        ("AWS::SQS::Queue", "DeletionPolicy: !If [C, Retain, Delete]"),
        ("AWS::SQS::Queue", "DeletionPolicy: !If [C, !Ref P, Retain]"),
    ] {
        let all = found(&of(ty, line));
        assert!(
            !all.iter().any(|one| one.contains("Policy")),
            "{line}: {all:?}"
        );
    }
    for (ty, line, expected) in [
        (
            "AWS::SQS::Queue",
            "DeletionPolicy: Keep",
            "E3035 5 /Resources/R/DeletionPolicy",
        ),
        (
            "AWS::SQS::Queue",
            "DeletionPolicy: retain",
            "E3035 5 /Resources/R/DeletionPolicy",
        ),
        (
            "AWS::SQS::Queue",
            "DeletionPolicy: [Retain]",
            "E3035 5 /Resources/R/DeletionPolicy",
        ),
        (
            "AWS::SQS::Queue",
            "DeletionPolicy: Snapshot",
            "E3035 5 /Resources/R/DeletionPolicy",
        ),
        (
            "AWS::SQS::Queue",
            "DeletionPolicy: !Ref Q",
            "E1020 5 /Resources/R/DeletionPolicy/Ref",
        ),
        (
            "AWS::SQS::Queue",
            "UpdateReplacePolicy: RetainExceptOnCreate",
            "E3036 5 /Resources/R/UpdateReplacePolicy",
        ),
        (
            "AWS::SQS::Queue",
            "UpdateReplacePolicy: Snapshot",
            "E3036 5 /Resources/R/UpdateReplacePolicy",
        ),
        (
            "AWS::SQS::Queue",
            "DeletionPolicy: !If [C, Retain, Delet]",
            "E3035 5 /Resources/R/DeletionPolicy/Fn::If/2",
        ),
        (
            "AWS::SQS::Queue",
            "UpdateReplacePolicy: !If [C, Snapshot, Retain]",
            "E3036 5 /Resources/R/UpdateReplacePolicy/Fn::If/1",
        ),
        (
            "AWS::SQS::Queue",
            "UpdatePolicy: {}",
            "E3016 5 /Resources/R/UpdatePolicy",
        ),
        (
            "AWS::SQS::Queue",
            "CreationPolicy: {}",
            "E3055 5 /Resources/R/CreationPolicy",
        ),
    ] {
        assert_eq!(found(&of(ty, line)), [expected], "{line}");
    }
}

#[test]
fn update_policies_have_the_shape_of_their_type() {
    let group = |policy: &str| {
        format!(
            "Resources:\n  G:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties: {{MinSize: '1', MaxSize: '2', AvailabilityZones: [a], LaunchConfigurationName: l}}\n    {policy}\n"
        )
    };
    nothing(&group(
        "UpdatePolicy: {AutoScalingRollingUpdate: {MinInstancesInService: '1', PauseTime: PT5M, WaitOnResourceSignals: 'true'}}",
    ));
    nothing(&group(
        "CreationPolicy: {ResourceSignal: {Count: 1, Timeout: PT5M}}",
    ));
    assert_eq!(
        found(&group(
            "UpdatePolicy: {AutoScalingRollingUpdate: {MinInstancesInService: one}, EnableVersionUpgrade: true}"
        )),
        [
            "E3016 5 /Resources/G/UpdatePolicy/AutoScalingRollingUpdate/MinInstancesInService",
            "E3016 5 /Resources/G/UpdatePolicy/EnableVersionUpgrade",
        ]
    );
    assert_eq!(
        found(&group("CreationPolicy: {ResourceSignal: {Count: many}}")),
        ["E3055 5 /Resources/G/CreationPolicy/ResourceSignal/Count"]
    );
    let domain = "Resources:\n  D:\n    Type: AWS::OpenSearchService::Domain\n    UpdatePolicy: {EnableVersionUpgrade: true}\n";
    nothing(domain);
}

#[test]
fn metadata_is_free_but_its_references_are_followed() {
    let text = with(
        "Metadata: {'AWS::CloudFormation::Init': {config: {files: {/a: {content: !Sub '${Nothing}'}}}}}",
    );
    assert_eq!(found(&text).len(), 1);
    nothing(&format!(
        "Metadata: {{'AWS::CloudFormation::Interface': {{ParameterGroups: []}}, 'com.aws.cloudformation.Context': {{why: x}}, Ref: Nothing}}\n{}",
        with("Metadata: {'com.aws.cloudformation.Context': {mutable: free-to-tune}}")
    ));
}

#[test]
fn nothing_from_outside_is_printed_raw() {
    let text = "{\"Resources\": {\"A\\u001b[31m\": {\"Type\": \"\\u202eX\", \"Properties\": {\"A\": {\"Ref\": \"\\u001b]0;x\\u0007\"}}}}}";
    let template: Template = text.parse().unwrap();
    let found = template.violations(&Types::catalog());
    assert!(found.len() >= 3);
    let report = violations("Resources: {A: {Type: Custom::A}}\n").to_string() + &found.to_string();
    assert!(
        !report.contains(['\u{1b}', '\u{202e}', '\u{7}']),
        "{report:?}"
    );
}

#[test]
fn a_snapshot_that_cannot_be_taken_is_ignored_in_a_replacement_and_refused_in_a_deletion() {
    let of = |line: &str| format!("Resources:\n  R:\n    Type: AWS::SQS::Queue\n    {line}\n");
    let severity = |line: &str| violations(&of(line)).iter().next().unwrap().severity();
    assert_eq!(severity("UpdateReplacePolicy: Snapshot"), Severity::Warning);
    assert_eq!(severity("DeletionPolicy: Snapshot"), Severity::Error);
}

#[test]
fn a_resource_may_be_described() {
    nothing("Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Description: the jobs\n");
    assert_eq!(
        found("Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Descriptoin: the jobs\n"),
        ["E3001 4 /Resources/Q/Descriptoin"]
    );
}

#[test]
fn calls_and_nulls_are_judged_where_the_type_is_not_known() {
    let of = |value: &str| {
        format!(
            "Resources:\n  T:\n    Type: Custom::T\n    Properties:\n      A: {{B: [{value}]}}\n  O: {{Type: Custom::O}}\n"
        )
    };
    for right in [
        "1",
        "!Join ['-', [a, b]]",
        "{'Fn::Newer': 1}",
        "{Ref: a, Other: b}",
        "{Condition: {StringEquals: {a: b}}}",
    ] {
        nothing(&of(right));
    }
    for (wrong, code, path) in [
        ("~", "E3012", ""),
        ("!Join [a]", "E1022", "/Fn::Join"),
        ("!GetAtt [O, B, C]", "E1010", "/Fn::GetAtt"),
        ("!Select [x]", "E1017", "/Fn::Select"),
    ] {
        let all = violations(&of(wrong));
        let all: Vec<_> = all.iter().map(|one| (one.code(), one.path())).collect();
        let path = format!("/Resources/T/Properties/A/B/0{path}");
        assert_eq!(all, [(code, path.as_str())], "{wrong}");
    }
}

#[test]
fn a_null_in_a_policy_is_said_once() {
    let text = "Resources:
  G:
    Type: AWS::AutoScaling::AutoScalingGroup
    UpdatePolicy: {AutoScalingRollingUpdate: {PauseTime: null}}
    Properties: {MinSize: '1', MaxSize: '2', AvailabilityZones: [a], LaunchConfigurationName: l}
";
    let path = "/Resources/G/UpdatePolicy/AutoScalingRollingUpdate/PauseTime";
    assert_eq!(found(text), [format!("E3016 4 {path}")]);
}

#[test]
fn null_is_refused_wherever_it_stands() {
    let text = "Metadata: {A: {b: [~]}}
Parameters: {P: {Type: String, Default: }}
Mappings: {M: {a: {b: null}}}
Conditions: {C: !Equals [!Ref P, null]}
Resources:
  T:
    Type: AWS::SNS::Topic
    Metadata: {a: null}
    Properties: {DisplayName: null}
Outputs: {O: {Value: null}, X: {Value: a, Export: {Name: null}}}
";
    let paths: Vec<String> = found(text);
    assert_eq!(
        paths,
        [
            "E3012 1 /Metadata/A/b/0",
            "E2001 2 /Parameters/P/Default",
            "E3012 3 /Mappings/M/a/b",
            "E3012 4 /Conditions/C/Fn::Equals/1",
            "E3012 8 /Resources/T/Metadata/a",
            "E3012 9 /Resources/T/Properties/DisplayName",
            "E6001 10 /Outputs/O/Value",
            "E6001 10 /Outputs/X/Export/Name",
        ]
    );
}
