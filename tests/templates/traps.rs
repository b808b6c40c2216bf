//! Traps that have no other home, and the list of all of them, `../TRAPS.md`.

use std::fs;
use std::path::Path;

use formwork::{Outcome, Template, TemplatePlan, Types};

#[track_caller]
fn read(text: &str) -> Template {
    match text.parse() {
        Ok(template) => template,
        Err(found) => panic!("{found}"),
    }
}

#[track_caller]
fn edited(text: &str, from: &str, to: &str) -> TemplatePlan {
    assert!(text.contains(from), "{from}");
    read(text).plan_update(&read(&text.replacen(from, to, 1)), &Types::catalog())
}

#[track_caller]
fn nothing(text: &str) {
    let found = read(text).violations(&Types::catalog());
    assert!(found.is_empty(), "{found}");
}

#[test]
fn every_trap_has_a_test_or_a_reason() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(folder.join("TRAPS.md")).unwrap();
    let rows = page
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| trap"));
    let mut count = 0;
    for row in rows {
        count += 1;
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let [_, answer] = cells.as_slice() else {
            panic!("{row}")
        };
        let mut tests = 0;
        for name in answer
            .split('`')
            .skip(1)
            .step_by(2)
            .filter(|name| name.contains("::"))
        {
            let (file, test) = name.rsplit_once("::").unwrap();
            let path = folder.join("..").join(file);
            let source =
                fs::read_to_string(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
            assert!(source.contains(&format!("fn {test}()")), "no test `{name}`");
            tests += 1;
        }
        assert!(tests > 0 || answer.starts_with("left: "), "{row}");
    }
    assert_eq!(count, 55);
}

#[test]
fn words_of_other_readers_are_written_in_quotes() {
    let words = [
        "ON",
        "no",
        "012345678",
        "0888888",
        "1:30",
        "2012-10-17",
        "1e3",
        "~",
        "",
        "0o7",
    ];
    let members: Vec<String> = words
        .iter()
        .map(|word| format!("\"{word}\": \"{word}\""))
        .collect();
    let json = format!(
        "{{ \"Mappings\": {{ \"M\": {{ \"012345678901\": {{ {} }} }} }}, \"Resources\": {{}} }}",
        members.join(", ")
    );
    let template = read(&json);
    let yaml = template.to_yaml();
    for word in words {
        assert!(
            yaml.contains(&format!("'{word}': '{word}'")),
            "{word}: {yaml}"
        );
    }
    assert!(yaml.contains("'012345678901':"), "{yaml}");
    assert_eq!(read(&yaml), template);
}

#[test]
fn the_name_of_a_resource_is_what_ref_gives_and_not_its_primary_identifier() {
    // The primary identifier of the resource of an API begins with the id of the API.
    let text = "Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a}}
  Path: {Type: AWS::ApiGateway::Resource, Properties: {RestApiId: !Ref Api, ParentId: p, PathPart: a}}
  Method:
    Type: AWS::ApiGateway::Method
    Properties: {RestApiId: !Ref Api, ResourceId: !Ref Path, HttpMethod: GET, AuthorizationType: NONE}
";
    let plan = edited(text, "Name: a", "Name: b");
    assert!(
        plan.resource("Path").is_none() && plan.resource("Method").is_none(),
        "{plan}"
    );
    let plan = edited(text, "PathPart: a", "PathPart: b");
    let method = plan.resource("Method").unwrap();
    assert_eq!(
        (method.outcome(), method.dragged_by()),
        (Some(Outcome::Replace), &["Path".to_owned()][..])
    );
}

#[test]
fn a_condition_is_no_edge() {
    nothing(
        "Parameters: {P: {Type: String}}
Conditions: {A: !Equals [!Ref P, a]}
Resources:
  B: {Type: AWS::SNS::Topic, Condition: A}
  C: {Type: AWS::SNS::Topic, Condition: A, Properties: {DisplayName: !GetAtt B.TopicName}}
",
    );
}

#[test]
fn security_groups_that_name_each_other_are_told_the_way_out() {
    let group = |other: &str| {
        format!(
            "{{Type: AWS::EC2::SecurityGroup, Properties: {{GroupDescription: g, SecurityGroupIngress: [{{IpProtocol: tcp, SourceSecurityGroupId: !GetAtt {other}.GroupId}}]}}}}"
        )
    };
    let text = format!("Resources:\n  A: {}\n  B: {}\n", group("B"), group("A"));
    let found = read(&text).violations(&Types::catalog());
    let one = found.iter().next().unwrap();
    assert_eq!(one.code(), "E3004");
    assert!(
        one.help()
            .unwrap()
            .contains("AWS::EC2::SecurityGroupIngress"),
        "{found}"
    );
}

#[test]
fn a_value_that_another_stack_gives_may_be_another_one() {
    let text = "Resources:
  Group: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: g, VpcId: !ImportValue vpc}}
";
    let output = "!GetStackOutput {StackName: network, OutputName: Vpc}";
    let plan = edited(text, "!ImportValue vpc", output);
    assert_eq!(plan.outcome(), Some(Outcome::MayReplace), "{plan}");
}

#[test]
fn an_unchanged_nested_stack_is_not_planned() {
    let text = "Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: a}}
  Nested:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: 'https://a.b/c', Parameters: {Topic: !Ref Topic}}
  User: {Type: AWS::SNS::Topic, Properties: {TopicName: !GetAtt Nested.Outputs.Name}}
";
    let plan = edited(text, "DisplayName: a", "DisplayName: b");
    assert_eq!(plan.resources().len(), 1, "{plan}");
    // Another template of it may give other outputs.
    let plan = edited(text, "https://a.b/c", "https://a.b/d");
    assert_eq!(
        plan.resource("Nested").unwrap().outcome(),
        Some(Outcome::InPlace)
    );
    assert_eq!(
        plan.resource("User").unwrap().outcome(),
        Some(Outcome::MayReplace)
    );
}

#[test]
fn a_default_that_is_written_down_replaces_and_a_transform_of_drift_makes_nothing_equal() {
    let files = "Resources: {F: {Type: AWS::EFS::FileSystem, Properties: {Encrypted: true}}}";
    let plan = edited(
        files,
        "Encrypted: true",
        "Encrypted: true, PerformanceMode: generalPurpose",
    );
    assert_eq!(plan.outcome(), Some(Outcome::Replace), "{plan}");
    let database =
        "Resources: {D: {Type: AWS::RDS::DBInstance, Properties: {DBInstanceIdentifier: ABC}}}";
    let plan = edited(database, "ABC", "abc");
    assert!(plan.outcome() >= Some(Outcome::Replace), "{plan}");
}

#[test]
fn modules_and_their_insides_are_not_judged() {
    nothing(
        "Resources:
  M: {Type: 'Acme::Net::Vpc::MODULE', Properties: {Size: 1}, Overrides: {Inner: {Size: 2}}}
  A: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref M.Inner}}
  B: {Type: AWS::SNS::Topic, Properties: {DisplayName: !GetAtt M.Inner.Arn, TopicName: !Ref MInner}}
",
    );
}

#[test]
fn metadata_of_any_name_survives() {
    let text = "Metadata: {com.aws.cloudformation.Context: {why: w}}
Resources:
  Q:
    Type: AWS::SQS::Queue
    Metadata: {com.aws.cloudformation.Context: {mutable: must-never-change, must: [stay], mutability: {QueueName: free-to-tune}}}
";
    nothing(text);
    let template = read(text);
    for again in [template.to_json(), template.to_yaml()] {
        assert_eq!(read(&again), template);
    }
    let plan = edited(text, "must-never-change", "free-to-tune");
    assert_eq!(plan.outcome(), None, "{plan}");
    assert_eq!(
        plan.resource("Q").unwrap().attributes()[0].name(),
        "Metadata"
    );
}

#[test]
fn whatever_a_macro_gets_is_not_judged() {
    nothing("Transform: [Acme, AWS::LanguageExtensions]\nResources: {A: {Typo: x}}\nNew: 1\n");
    nothing(
        "Resources:\n  A:\n    Type: AWS::SQS::Queue\n    Properties: {'Fn::Transform': {Name: Acme}, New: 1}\n",
    );
}
