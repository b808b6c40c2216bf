//! What a macro may rewrite is not judged.

use super::{found, nothing};

#[test]
fn a_macro_over_the_whole_template_hides_all_of_it() {
    let wrong = "Outputs: [x]\nResources:\n  A: {Type: x, Properties: {B: !Ref C}}\n";
    nothing(&format!("Transform: MyMacro\n{wrong}"));
    nothing(&format!(
        "Transform: [AWS::LanguageExtensions, '123::MyMacro']\n{wrong}"
    ));
    nothing(&format!(
        "Transform: [{{Name: MyMacro, Parameters: {{}}}}]\n{wrong}"
    ));
    assert_eq!(
        found(&format!("Transform: AWS::LanguageExtensions\n{wrong}")).len(),
        3
    );
}

#[test]
fn transforms_that_add_hide_names_alone() {
    for transform in [
        "AWS::Serverless-2016-10-31",
        "AWS::SecretsManager-2020-07-23",
        "{Name: 'AWS::Include', Parameters: {Location: s3://a/b}}",
    ] {
        let text = format!(
            "Transform: {transform}\nResources:\n  A:\n    Type: AWS::SQS::Queue\n    DependsOn: Generated\n    Properties: {{QueueName: !Ref Generated, DelaySeconds: !GetAtt GeneratedToo.Arn, Nonsense: 1}}\n"
        );
        assert_eq!(
            found(&text),
            ["E3002 6 /Resources/A/Properties/Nonsense"],
            "{transform}"
        );
    }
}

#[test]
fn serverless_resources_are_filled_in_by_their_transform() {
    nothing(
        "Transform: AWS::Serverless-2016-10-31\nGlobals: {Function: {Runtime: python3.12}}\nResources:\n  F:\n    \
         Type: AWS::Serverless::Function\n    Connectors: {}\n    Properties: {Handler: a.b, CodeUri: .}\n  \
         A: {Type: Custom::A, Properties: {X: !Ref FRole, Y: !GetAtt FRole.Arn, Z: !GetAtt F.Arn}}\n",
    );
    // Its circles are not those of the template.
    nothing(
        "Transform: AWS::Serverless-2016-10-31\nResources:\n  A: {Type: 'AWS::Serverless::Api', Properties: {X: !Ref B}}\n  \
         B: {Type: Custom::B, Properties: {X: !Ref A}}\n",
    );
}

#[test]
fn a_macro_in_an_object_hides_that_object() {
    let text = |name: &str| {
        format!(
            "Resources:\n  A:\n    Type: AWS::KMS::Key\n    Properties:\n      Description: [x]\n      KeyPolicy:\n        \
             a: !Ref Nothing\n        Fn::Transform: {{Name: {name}, Parameters: {{P: !Ref Nothing}}}}\n"
        )
    };
    assert_eq!(
        found(&text("MyMacro")),
        ["E3012 5 /Resources/A/Properties/Description"]
    );
    assert_eq!(
        found(&text("AWS::Include")),
        [
            "E3012 5 /Resources/A/Properties/Description",
            "E1020 7 /Resources/A/Properties/KeyPolicy/a/Ref",
        ]
    );
    nothing(
        "Resources:\n  A:\n    Type: AWS::SQS::Queue\n    Properties: {Nonsense: 1, Fn::Transform: {Name: M}}\n",
    );
    nothing("Resources:\n  A:\n    Type: Nonsense\n    Fn::Transform: {Name: M}\n");
    nothing("Resources:\n  A: {Type: Nonsense}\n  Fn::Transform: {Name: M}\n");
    nothing(
        "Resources:\n  A: {Type: Custom::A, Properties: {X: !Ref Included}}\n  Fn::Transform: {Name: 'AWS::Include', Parameters: {Location: x}}\n",
    );
}

#[test]
fn loops_make_names_and_have_variables() {
    let text = "Transform: AWS::LanguageExtensions
Parameters: {Names: {Type: CommaDelimitedList}}
Conditions:
  Fn::ForEach::Conditions: [C, [A, B], {'Is${C}': !Equals [!Ref C, x]}]
Resources:
  Fn::ForEach::Topics:
    - Name
    - !Ref Names
    - 'Topic${Name}':
        Type: AWS::SNS::Topic
        Properties:
          TopicName: !Sub '${Name}.fifo'
          DisplayName: !Ref Name
      Fn::ForEach::Inner:
        - Part
        - [X, Y]
        - 'Queue${Name}${Part}': {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub '${Name}-${Part}'}}
  User:
    Type: Custom::User
    Condition: IsA
    Properties:
      A: !Ref TopicA
      B: !GetAtt QueueAX.Arn
      C: !GetAtt [!Sub 'Topic${AWS::Region}', TopicArn]
      D: !Ref {'Fn::Sub': 'Topic${AWS::Region}'}
Outputs:
  Fn::ForEach::Out: [Name, [A], {'Out${Name}': {Value: !GetAtt ['Topic${Name}', TopicName]}}]
";
    nothing(text);
    assert_eq!(
        found(&text.replace("!Ref TopicA", "!Ref Other")),
        ["E1020 22 /Resources/User/Properties/A/Ref"]
    );
    assert_eq!(
        found(&text.replace("DisplayName: !Ref Name", "DisplayName: !Ref Nmae")),
        ["E1020 13 /Resources/Fn::ForEach::Topics/2/Topic${Name}/Properties/DisplayName/Ref"]
    );
    nothing(&text.replace("Condition: IsA", "Condition: IsB"));
    assert_eq!(
        found(&text.replace("Condition: IsA", "Condition: Prod")),
        ["E3015 20 /Resources/User/Condition"]
    );
}

#[test]
fn a_transform_names_macros() {
    let with = |transform: &str| {
        format!("Transform: {transform}\nResources: {{A: {{Type: Custom::A}}}}\n")
    };
    for (wrong, path) in [
        ("[]", ""),
        ("{}", ""),
        ("[AWS::Include, {}]", "/1"),
        ("{Name: ''}", ""),
        ("5", ""),
    ] {
        let all = found(&with(wrong));
        assert_eq!(all, [format!("E1005 1 /Transform{path}")], "{wrong}");
    }
}

#[test]
fn the_language_extensions_are_asked_for() {
    let text = "Resources:
  Fn::ForEach::L: [X, [a], {'T${X}': {Type: 'AWS::SNS::Topic'}}]
  A: {Type: Custom::A, Properties: {L: !Length [a], J: {'Fn::ToJsonString': {a: b}}}}
";
    let expected = [
        "E1032 2 /Resources/Fn::ForEach::L",
        "E1030 3 /Resources/A/Properties/L/Fn::Length",
        "E1031 3 /Resources/A/Properties/J/Fn::ToJsonString",
    ];
    assert_eq!(found(text), expected);
    nothing(&format!("Transform: AWS::LanguageExtensions\n{text}"));
    nothing(&format!(
        "Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]\n{text}"
    ));
}
