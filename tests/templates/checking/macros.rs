//! What a macro may rewrite is not judged.

use formwork::Severity;

use super::{found, nothing, violations};

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

/// A template with the transform for serverless resources.
fn serverless(rest: &str) -> String {
    format!("Transform: AWS::Serverless-2016-10-31\n{rest}")
}

#[test]
fn serverless_resources_are_judged_by_their_types() {
    let text = serverless(
        "Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Handlr: a.b\n      \
         MemorySize: 64\n      Events: {E: {Type: Api, Properties: {Path: /, Method: get}}}\n  \
         A: {Type: AWS::Serverless::Api}\n",
    );
    assert_eq!(
        found(&text),
        [
            "E3002 6 /Resources/F/Properties/Handlr",
            "E3034 7 /Resources/F/Properties/MemorySize",
            "E3003 9 /Resources/A/Properties",
        ]
    );
}

#[test]
fn globals_give_what_a_serverless_resource_lacks() {
    let text = |globals: &str| {
        serverless(&format!(
            "Globals: {globals}\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Connectors: {{}}\n    \
             Properties: {{CapacityProviderConfig: {{PerExecutionEnvironmentMaxConcurrency: 3}}}}\n"
        ))
    };
    nothing(&text(
        "{Function: {CapacityProviderConfig: {Arn: 'arn:aws:x'}}}",
    ));
    for other in [
        "{Function: {Timeout: 3}}",
        "{Api: {CapacityProviderConfig: {Arn: x}}}",
    ] {
        let missing = ["E3003 7 /Resources/F/Properties/CapacityProviderConfig"];
        assert_eq!(found(&text(other)), missing, "{other}");
    }
}

#[test]
fn names_that_the_serverless_transform_makes_are_there() {
    let text = |name: &str| {
        serverless(&format!(
            "Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties: {{Handler: a.b, CodeUri: ., Events: {{E: \
             {{Type: Schedule, Properties: {{Schedule: rate(1 day), DeadLetterConfig: {{Type: SQS, QueueLogicalId: Dead}}}}}}}}}}\n  \
             T: {{Type: AWS::SNS::Topic, Connectors: {{ToF: {{Properties: {{Destination: {{Id: F}}, Permissions: [Write]}}}}}}}}\n  \
             O: {{Type: Custom::O, Properties: {{X: !Ref '{name}'}}}}\n"
        ))
    };
    for name in [
        "FRole",
        "F.Version",
        "FE",
        "TToFPolicy",
        "ServerlessRestApi",
        "ServerlessHttpApi",
        "Dead",
        "F",
    ] {
        nothing(&text(name));
    }
    for name in ["Nothing", "f", "ORole", "Dea"] {
        assert_eq!(
            found(&text(name)),
            ["E1020 7 /Resources/O/Properties/X/Ref"],
            "{name}"
        );
    }
}

#[test]
fn circles_of_serverless_resources_are_not_those_of_the_template() {
    nothing(&serverless(
        "Resources:\n  A: {Type: 'AWS::Serverless::Api', Properties: {StageName: !Ref B}}\n  \
         B: {Type: Custom::B, Properties: {X: !Ref A}}\n",
    ));
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

#[test]
fn what_the_serverless_transform_ignores_is_a_warning() {
    let text = serverless(
        "Resources:
  Api:
    Type: AWS::Serverless::Api
    OpenApiVersion: 3.0.1
    Properties:
      StageName: a
      EndpointConfiguration: REGIONAL
      Auth:
        Authorizers:
          Lambda: {FunctionArn: arn:aws:lambda:eu-west-1:123456789012:function:f, EnableSimpleResponses: true}
",
    );
    let all = violations(&text);
    let all: Vec<_> = all.iter().map(|one| (one.severity(), one.path())).collect();
    assert_eq!(all, [(Severity::Warning, "/Resources/Api/OpenApiVersion")]);
    // Elsewhere it is an error.
    let text = text.replace("AWS::Serverless::Api", "AWS::SQS::Queue");
    assert!(found(&text)[0].starts_with("E3001"), "{:?}", found(&text));
    // What is no type of an endpoint at all.
    let text = serverless(
        "Resources:\n  Api:\n    Type: AWS::Serverless::Api\n    Properties: {StageName: a, EndpointConfiguration: [REGIONAL]}\n",
    );
    assert_eq!(
        found(&text),
        ["E3012 5 /Resources/Api/Properties/EndpointConfiguration"]
    );
}

#[test]
fn what_loops_make_is_counted() {
    let text = |rounds: usize| {
        let list: Vec<String> = (0..rounds).map(|number| format!("a{number}")).collect();
        format!(
            "Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::All:\n    - N\n    - [{}]\n    - A${{N}}: {{Type: AWS::SNS::Topic}}\n      B${{N}}: {{Type: AWS::SNS::Topic}}\n",
            list.join(", ")
        )
    };
    nothing(&text(250));
    let all = violations(&text(251));
    assert_eq!(
        all.iter().next().unwrap().message(),
        "the template has 502 resources where 500 are allowed"
    );
    // How many a list of a parameter has is not known.
    let open =
        text(251).replacen("[a0", "!Ref P #", 1) + "Parameters: {P: {Type: CommaDelimitedList}}\n";
    nothing(&open);
}
