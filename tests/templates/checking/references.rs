//! References of all kinds.

use super::{found, messages, nothing, topic, violations};

const BUCKETS: &str = "Parameters:\n  Stage: {Type: String}\nResources:\n  Bucket: {Type: AWS::S3::Bucket}\n  \
                       Other:\n    Type: Custom::Thing\n    Properties:\n";

fn with(line: &str) -> String {
    format!("{BUCKETS}      Value: {line}\n")
}

#[test]
fn what_is_named_is_there() {
    for right in [
        "!Ref Stage",
        "!Ref Bucket",
        "!Ref AWS::Region",
        "!Ref AWS::NoValue",
        "!GetAtt Bucket.Arn",
        "!GetAtt [Bucket, Arn]",
        "{'Fn::GetAtt': Bucket.Arn}",
        "!Sub '${Stage}-${Bucket}-${Bucket.Arn}-${AWS::AccountId}-${ Stage }'",
        "!Sub ['${Own}-${Stage}', {Own: !Ref Bucket}]",
        "!Sub '${!Stage} ${!Nothing} $${Stage} $Nothing'",
        "!Sub ['${Stage}', {Stage: own}]",
    ] {
        nothing(&with(right));
    }
    for (wrong, code, path) in [
        ("!Ref Stagee", "E1020", "/Ref"),
        ("!Ref stage", "E1020", "/Ref"),
        ("!Ref AWS::Regoin", "E1020", "/Ref"),
        ("!GetAtt Bukcet.Arn", "E1010", "/Fn::GetAtt"),
        ("!GetAtt Stage.Arn", "E1010", "/Fn::GetAtt"),
        ("!GetAtt Bucket.Arm", "E1010", "/Fn::GetAtt"),
        ("!GetAtt [Bucket, Nothing]", "E1010", "/Fn::GetAtt"),
        ("!Sub '${Nothing}'", "E1019", "/Fn::Sub"),
        ("!Sub '${Bucket.Nothing}'", "E1019", "/Fn::Sub"),
        ("!Sub '${Nothing.Arn}'", "E1019", "/Fn::Sub"),
        ("!Sub '${Stage:-default}'", "E1019", "/Fn::Sub"),
        ("!Sub '${AWS::NoValue}'", "E1019", "/Fn::Sub"),
        ("!Sub ['${Nothing}${Own}', {Own: x}]", "E1019", "/Fn::Sub/0"),
        (
            "!Sub ['${Own}', {Own: !Ref Nothing}]",
            "E1020",
            "/Fn::Sub/1/Own/Ref",
        ),
        (
            "!Join ['', [a, !Select [0, !Split [',', !Ref Nothing]]]]",
            "E1020",
            "/Fn::Join/1/1/Fn::Select/1/Fn::Split/1/Ref",
        ),
        (
            "{'Fn::GetStackOutput': {StackName: !Ref Nothing, OutputName: x}}",
            "E1020",
            "/Fn::GetStackOutput/StackName/Ref",
        ),
    ] {
        let expected = format!("{code} 8 /Resources/Other/Properties/Value{path}");
        assert_eq!(found(&with(wrong)), [expected], "{wrong}");
    }
}

#[test]
fn near_names_are_proposed() {
    let help = |line: &str| violations(&with(line)).iter().next().unwrap().help();
    assert_eq!(help("!Ref Stagee").as_deref(), Some("there is `Stage`"));
    assert_eq!(
        help("!GetAtt Bukcet.Arn").as_deref(),
        Some("there is `Bucket`")
    );
    assert_eq!(
        help("!GetAtt Bucket.Arm").as_deref(),
        Some("there is `Arn`")
    );
    assert_eq!(help("!Ref Xyzzyxyz"), None);
    assert_eq!(
        messages(&with("!GetAtt Stage.Arn")),
        ["`Stage` is a parameter, which has no attributes"]
    );
}

#[test]
fn a_variable_that_the_text_does_not_use_is_a_warning() {
    let all = violations(&with("!Sub ['${Stage}', {Own: x}]"));
    let one = all.iter().next().unwrap();
    assert_eq!(
        (one.rule().code(), one.path()),
        ("W1019", "/Resources/Other/Properties/Value/Fn::Sub/1/Own")
    );
    assert_eq!(one.severity(), formwork::Severity::Warning);
    assert_eq!(one.location().unwrap().to_string(), "8:33");
}

#[test]
fn some_types_have_any_attribute() {
    let text = "Resources:
  Nested: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: 'https://a.b/c'}}
  Thing: {Type: Custom::Thing, Properties: {ServiceToken: arn}}
  Module: {Type: 'Acme::Net::Vpc::MODULE'}
  User:
    Type: Custom::User
    Properties:
      A: !GetAtt Nested.Outputs.Anything
      B: !Sub '${Nested.Outputs.Other}'
      C: !GetAtt Thing.Whatever
      D: !GetAtt Module.Inner.Arn
      E: !Ref ModuleInner
      F: !GetAtt ModuleInner.Arn
";
    nothing(text);
    // An output has a name of letters and digits.
    for wrong in [
        "Output.Anything",
        "Outputs",
        "Outputs.",
        "Outputs.With.Dots",
    ] {
        assert_eq!(
            found(&text.replace("Nested.Outputs.Anything", &format!("Nested.{wrong}"))),
            ["E1010 8 /Resources/User/Properties/A/Fn::GetAtt"],
            "{wrong}"
        );
    }
}

#[test]
fn a_plain_text_with_a_variable_is_text() {
    nothing(&topic("DisplayName: '${topic()} ${Nothing}'"));
    let all = found(&topic("DisplayName: 'in ${AWS::Region}'"));
    assert_eq!(all, ["E1029 5 /Resources/Topic/Properties/DisplayName"]);
    assert_eq!(
        violations(&topic("DisplayName: 'in ${AWS::Region}'"))
            .iter()
            .next()
            .unwrap()
            .severity(),
        formwork::Severity::Warning
    );
    // A program or a template of its own.
    nothing(
        "Resources:\n  A:\n    Type: Custom::A\n    Properties:\n      Body: |\n        x: !Sub ${AWS::Region}\n        y: 1\n",
    );
}

#[test]
fn keys_of_mappings_are_there() {
    let with = |line: &str| {
        format!(
            "Mappings: {{M: {{k: {{v: x}}, '012345678901': {{v: y}}}}}}\nParameters: {{P: {{Type: String}}}}\n{}",
            topic(&format!("TopicName: {line}"))
        )
    };
    for right in [
        "!FindInMap [M, k, v]",
        "!FindInMap [M, '012345678901', v]",
        "!FindInMap [M, !Ref P, v]",
        "!FindInMap [M, k, !Ref P]",
        "!FindInMap [!Ref P, k, v]",
        "!FindInMap [M, x, v, {DefaultValue: d}]",
    ] {
        nothing(&with(right));
    }
    for (wrong, index) in [
        ("!FindInMap [Nope, k, v]", 0),
        ("!FindInMap [M, x, v]", 1),
        ("!FindInMap [M, k, w]", 2),
    ] {
        let path = format!("/Resources/Topic/Properties/TopicName/Fn::FindInMap/{index}");
        assert_eq!(found(&with(wrong)), [format!("E1011 7 {path}")], "{wrong}");
    }
}

#[test]
fn circles_are_found_in_all_kinds_of_references() {
    for (first, second) in [
        ("Properties: {X: !Ref B}", "Properties: {X: !GetAtt A.Y}"),
        ("Properties: {X: !Sub '${B.Y}'}", "DependsOn: A"),
        (
            "DependsOn: [B]",
            "Properties: {X: [{Y: !Join ['', [!Ref A]]}]}",
        ),
        ("Metadata: {X: !Ref B}", "DependsOn: A"),
    ] {
        let text = format!(
            "Resources:\n  A:\n    Type: Custom::A\n    {first}\n  B:\n    Type: Custom::B\n    {second}\n"
        );
        assert_eq!(found(&text), ["E3004 2 /Resources/A"], "{text}");
        assert_eq!(
            messages(&text),
            ["`A` needs `B`, which needs the first one again"]
        );
    }
    let own = "Resources:\n  A:\n    Type: Custom::A\n    Properties: {X: !Ref A}\n";
    assert_eq!(messages(own), ["`A` needs itself"]);
    // Names of conditions and literals in texts make no circle.
    nothing(
        "Parameters: {P: {Type: String}}\nConditions: {B: !Equals [!Ref P, x]}\nResources:\n  A:\n    Type: Custom::A\n    \
             Condition: B\n  B:\n    Type: Custom::B\n    Condition: B\n    Properties: {X: !Ref A, Y: '!Ref B'}\n  C:\n    Type: Custom::C\n    \
             Properties: {Y: !Sub '${!C}'}\n",
    );
}

#[test]
fn circles_through_branches_are_reported_only_if_one_assumption_closes_them() {
    let text = |first: &str, second: &str| {
        format!(
            "Parameters: {{P: {{Type: String}}}}\nConditions: {{C: !Equals [!Ref P, x], D: !Equals [!Ref P, y]}}\nResources:\n  \
         A:\n    Type: Custom::A\n    Properties: {{X: !If [{first}]}}\n  B:\n    Type: Custom::B\n    Properties: {{X: !If [{second}]}}\n"
        )
    };
    nothing(&text("C, !Ref B, x", "C, x, !Ref A"));
    nothing(&text("C, !Ref B, x", "D, !Ref A, x"));
    assert_eq!(
        found(&text("C, !Ref B, x", "C, !Ref A, x")),
        ["E3004 4 /Resources/A"]
    );
}

#[test]
fn a_wrong_name_in_a_call_is_said_once() {
    for ty in ["AWS::SNS::Topic", "Custom::Topic"] {
        let text = format!(
            "Resources:\n  T:\n    Type: {ty}\n    Properties:\n      TopicName: !Ref AWS::StackID\n      \
             DisplayName: !Sub '${{A-B}}'\nOutputs:\n  V:\n    Value: !Sub '${{A-B}} ${{C-D}} ${{AWS::StackID}}'\n"
        );
        assert_eq!(
            messages(&text),
            [
                "there is no pseudo parameter `AWS::StackID`",
                "`${A-B}` is no name: `Fn::Sub` takes letters, digits, `_`, `.` and `:`",
                "`${A-B}` is no name: `Fn::Sub` takes letters, digits, `_`, `.` and `:`",
                "`${C-D}` is no name: `Fn::Sub` takes letters, digits, `_`, `.` and `:`",
                "there is no pseudo parameter `AWS::StackID`",
            ],
            "{ty}"
        );
    }
}
