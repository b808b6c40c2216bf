//! What an update from one template to another does.

use formwork::template::{Action, Fate, ParameterValues, ResourcePlan, TemplatePlan};
use formwork::{Interruption, Outcome, Template, Types};

fn yaml(text: &str) -> Template {
    match Template::from_yaml(text) {
        Ok(template) => template,
        Err(found) => panic!("{found}"),
    }
}

fn plan(old: &str, new: &str) -> TemplatePlan {
    yaml(old).plan_update(&yaml(new), &Types::catalog())
}

/// The plan of a template in which one text takes the place of another.
#[track_caller]
fn edited(text: &str, from: &str, to: &str) -> TemplatePlan {
    assert!(text.contains(from), "{from}");
    plan(text, &text.replacen(from, to, 1))
}

fn ids<'p>(resources: impl Iterator<Item = &'p ResourcePlan>) -> Vec<&'p str> {
    resources.map(ResourcePlan::logical_id).collect()
}

const CHAT: &str = "
Parameters:
  Stage: {Type: String, Default: prod}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Mappings:
  Sizes: {prod: {memory: 512}, dev: {memory: 128}}
Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties: {Name: chat, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action}
  Connect:
    Type: AWS::ApiGatewayV2::Integration
    Properties: {ApiId: !Ref Api, IntegrationType: AWS_PROXY, IntegrationUri: !GetAtt Worker.Arn}
  ConnectRoute:
    Type: AWS::ApiGatewayV2::Route
    Properties: {ApiId: !Ref Api, RouteKey: $connect, Target: !Sub 'integrations/${Connect}'}
  Send:
    Type: AWS::ApiGatewayV2::Integration
    Properties: {ApiId: !Ref Api, IntegrationType: AWS_PROXY, IntegrationUri: !GetAtt Worker.Arn}
  SendRoute:
    Type: AWS::ApiGatewayV2::Route
    Properties: {ApiId: !Ref Api, RouteKey: send, Target: !Join [/, [integrations, !Ref Send]]}
  Deployment:
    Type: AWS::ApiGatewayV2::Deployment
    DependsOn: [ConnectRoute, SendRoute]
    Properties: {ApiId: !Ref Api}
  Production:
    Type: AWS::ApiGatewayV2::Stage
    Properties: {ApiId: !Ref Api, StageName: !Ref Stage, DeploymentId: !Ref Deployment}
  NotFound:
    Type: AWS::ApiGatewayV2::IntegrationResponse
    Properties: {ApiId: !Ref Api, IntegrationId: !Ref Send, IntegrationResponseKey: /404/}
  Connections:
    Type: AWS::DynamoDB::Table
    Properties:
      AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
      KeySchema: [{AttributeName: id, KeyType: HASH}]
      BillingMode: PAY_PER_REQUEST
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Action: 'sts:AssumeRole', Principal: {Service: lambda.amazonaws.com}}]}
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs20.x
      Handler: index.handler
      Code: {ZipFile: x}
      Role: !GetAtt Role.Arn
      MemorySize: !FindInMap [Sizes, !Ref Stage, memory]
      Environment: {Variables: {TABLE: !Ref Connections, STAGE: !If [IsProd, live, test]}}
  Permission:
    Type: AWS::Lambda::Permission
    Properties: {Action: 'lambda:InvokeFunction', FunctionName: !Ref Worker, Principal: apigateway.amazonaws.com, SourceArn: !Sub 'arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*'}
Outputs:
  Url: {Value: !Sub 'wss://${Api}.execute-api.${AWS::Region}.amazonaws.com/${Stage}', Export: {Name: chat-url}}
";

#[test]
fn nothing_differs_where_nothing_was_changed() {
    let plan = plan(CHAT, CHAT);
    assert!(plan.is_empty(), "{plan}");
    assert_eq!(
        (plan.outcome(), plan.interruption()),
        (None, Interruption::None)
    );
    assert_eq!(plan.to_string(), "no change");
    // Nor where the same is written in another way.
    let same = CHAT
        .replace(
            "DependsOn: [ConnectRoute, SendRoute]",
            "DependsOn: [SendRoute, ConnectRoute]",
        )
        .replace("!GetAtt Role.Arn", "!GetAtt [Role, Arn]")
        .replace(
            "!Sub 'integrations/${Connect}'",
            "!Join ['', [integrations/, !Ref Connect]]",
        )
        .replace(
            "{Type: String, Default: prod}",
            "{Default: prod, Type: String, Description: d}",
        );
    let plan = self::plan(CHAT, &same);
    assert!(plan.is_empty(), "{plan}");
}

#[test]
fn a_replaced_resource_replaces_those_that_refer_to_it() {
    let plan = edited(CHAT, "ProtocolType: WEBSOCKET", "ProtocolType: HTTP");
    let expected = [
        "Api",
        "Connect",
        "ConnectRoute",
        "Send",
        "SendRoute",
        "Deployment",
        "Production",
        "NotFound",
        "Permission",
    ];
    assert_eq!(ids(plan.replaced()), expected, "{plan}");
    assert_eq!(ids(plan.changed()), expected);
    assert_eq!(plan.outcome(), Some(Outcome::Replace));
    assert!(plan.resource("Api").unwrap().dragged_by().is_empty());
    assert_eq!(
        plan.resource("SendRoute").unwrap().dragged_by(),
        ["Api", "Send"]
    );
    assert_eq!(plan.resource("Permission").unwrap().dragged_by(), ["Api"]);
    assert!(plan.resource("Connections").is_none() && plan.resource("Worker").is_none());
    // The values are shown as they were written.
    let route = plan.resource("ConnectRoute").unwrap();
    let target = route
        .changes()
        .iter()
        .find(|change| change.path() == "/Target")
        .unwrap();
    assert_eq!(
        target.before().unwrap().to_string(),
        r#"{"Fn::Sub":"integrations/${Connect}"}"#
    );
    assert!(target.certain());
    // What another stack imports changes as well.
    let output = &plan.outputs()[0];
    assert_eq!(output.name(), "Url");
    assert_eq!(output.lost_export().unwrap().as_str(), Some("chat-url"));
    assert!(plan.to_string().contains("because of `Api`"), "{plan}");
}

#[test]
fn an_update_in_place_leaves_names_of_a_resource_as_they_are() {
    let plan = edited(
        CHAT,
        "RouteSelectionExpression: $request.body.action",
        "Description: d",
    );
    assert_eq!(ids(plan.changed()), ["Api"], "{plan}");
    assert_eq!(plan.outcome(), Some(Outcome::InPlace));
    assert!(plan.outputs().is_empty());
}

#[test]
fn an_attribute_that_is_a_property_changes_with_it() {
    let text = "Resources:
  Template:
    Type: AWS::EC2::LaunchTemplate
    Properties: {LaunchTemplateData: {InstanceType: t3.micro}}
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      MinSize: '1'
      MaxSize: '1'
      AvailabilityZones: [a]
      LaunchTemplate: {LaunchTemplateId: !Ref Template, Version: !GetAtt Template.LatestVersionNumber}
";
    let plan = edited(text, "t3.micro", "t3.small");
    // A group without an update policy stays.
    let group = plan.resource("Group").unwrap();
    assert_eq!(
        (group.outcome(), group.certain()),
        (Some(Outcome::InPlace), false),
        "{plan}"
    );
    assert_eq!(group.dragged_by(), ["Template"]);
    let paths: Vec<&str> = group.changes().iter().map(formwork::Change::path).collect();
    assert_eq!(paths, ["/LaunchTemplate/Version"]);
}

#[test]
fn conditions_mappings_and_parameters_are_followed_where_they_are_decided() {
    let types = Types::catalog();
    let template = yaml(CHAT);
    let values = ParameterValues::new()
        .before("Stage", "dev")
        .after("Stage", "prod");
    let plan = template.plan_update_with(&template, &types, &values);
    let worker = plan.resource("Worker").unwrap();
    let changes: Vec<_> = worker
        .changes()
        .iter()
        .map(|change| {
            let value = |value: Option<&formwork::Json>| value.unwrap().to_string();
            (
                change.path(),
                value(change.before()),
                value(change.after()),
                change.certain(),
            )
        })
        .collect();
    let expected = [
        (
            "/Environment/Variables/STAGE",
            "\"test\"".to_owned(),
            "\"live\"".to_owned(),
            true,
        ),
        ("/MemorySize", "128".to_owned(), "512".to_owned(), true),
    ];
    let mut changes = changes;
    changes.sort();
    assert_eq!(changes, expected);
    assert_eq!(ids(plan.replaced()), ["Production"], "{plan}");
    // The same values on both sides are no change.
    let values = ParameterValues::new().both("Stage", "dev");
    assert!(
        template
            .plan_update_with(&template, &types, &values)
            .is_empty()
    );
}

#[test]
fn what_is_not_decided_is_the_same_unless_the_templates_differ_there() {
    // A mapping.
    let plan = edited(CHAT, "{memory: 512}", "{memory: 1024}");
    let worker = plan.resource("Worker").unwrap();
    assert_eq!(
        (worker.outcome(), worker.certain()),
        (Some(Outcome::InPlace), false),
        "{plan}"
    );
    assert_eq!(worker.changes().len(), 1);
    // A default, which counts only for who gives no value.
    let plan = edited(CHAT, "Default: prod", "Default: live");
    let stage = plan.resource("Production").unwrap();
    assert_eq!(
        (stage.outcome(), stage.certain()),
        (Some(Outcome::MayReplace), false),
        "{plan}"
    );
    assert_eq!(ids(plan.may_be_replaced()), ["Production"]);
    let values = ParameterValues::new().with_defaults();
    let new = yaml(&CHAT.replace("Default: prod", "Default: live"));
    let plan = yaml(CHAT).plan_update_with(&new, &Types::catalog(), &values);
    assert_eq!(ids(plan.replaced()), ["Production"], "{plan}");
    // A condition.
    let plan = edited(
        CHAT,
        "!Equals [!Ref Stage, prod]",
        "!Equals [!Ref Stage, live]",
    );
    let worker = plan.resource("Worker").unwrap();
    assert_eq!(
        worker.changes()[0].path(),
        "/Environment/Variables/STAGE/Fn::If/1/Fn::If/2",
        "{plan}"
    );
    assert!(!worker.certain());
}

#[test]
fn what_is_added_and_removed_is_said() {
    let old = "Resources:\n  A: {Type: AWS::SNS::Topic}\n  B: {Type: AWS::SQS::Queue}\n";
    let new = "Resources:\n  C: {Type: AWS::KMS::Alias, Properties: {AliasName: alias/a, TargetKeyId: k}}\n  B: {Type: AWS::SQS::Queue}\n";
    let plan = plan(old, new);
    assert_eq!(
        (ids(plan.added()), ids(plan.removed())),
        (vec!["C"], vec!["A"]),
        "{plan}"
    );
    assert_eq!(plan.outcome(), None);
    let words = plan.to_string();
    assert!(words.contains("- A  AWS::SNS::Topic  removed"), "{words}");
    assert!(words.contains("+ C  AWS::KMS::Alias  added"), "{words}");
    assert!(words.ends_with("1 removed, 1 added"), "{words}");
}

#[test]
fn loss_of_data_is_said_first() {
    let old = "Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {TopicName: a}}
  Kept: {Type: AWS::S3::Bucket, DeletionPolicy: Retain}
  Bucket: {Type: AWS::S3::Bucket}
  Database: {Type: AWS::RDS::DBInstance, Properties: {DBInstanceClass: db.t3.micro, Engine: mysql}}
  Reader: {Type: AWS::RDS::DBInstance, Properties: {DBInstanceClass: db.t3.micro, DBClusterIdentifier: c}}
  Volume: {Type: AWS::EC2::Volume, DeletionPolicy: Snapshot, Properties: {AvailabilityZone: a, Size: 1}}
";
    let plan = plan(old, "Resources: {Other: {Type: Custom::Other}}\n");
    let order: Vec<(&str, Option<Fate>)> = plan
        .resources()
        .iter()
        .map(|one| (one.logical_id(), one.fate()))
        .collect();
    let expected = [
        ("Bucket", Some(Fate::Deleted)),
        ("Reader", Some(Fate::Deleted)),
        ("Topic", Some(Fate::Deleted)),
        ("Kept", Some(Fate::Retained)),
        ("Database", Some(Fate::Snapshot)),
        ("Volume", Some(Fate::Snapshot)),
        ("Other", None),
    ];
    assert_eq!(order, expected, "{plan}");
    assert!(
        plan.resource("Bucket").unwrap().loses_data()
            && !plan.resource("Kept").unwrap().loses_data()
    );
    assert!(
        plan.to_string()
            .contains("the deletion fails while objects are in the bucket")
    );
}

#[test]
fn a_deletion_policy_says_nothing_of_a_replacement() {
    let table = |policies: &str, key: &str| {
        format!(
            "Resources:\n  T:\n    Type: AWS::DynamoDB::Table\n{policies}    Properties:\n      AttributeDefinitions: \
             [{{AttributeName: {key}, AttributeType: S}}]\n      KeySchema: [{{AttributeName: {key}, KeyType: HASH}}]\n"
        )
    };
    for (policies, fate) in [
        ("", Fate::Deleted),
        ("    DeletionPolicy: Retain\n", Fate::Deleted),
        ("    UpdateReplacePolicy: Retain\n", Fate::Retained),
        // No snapshot is taken of a table: the guide says that this is `Delete`.
        ("    UpdateReplacePolicy: Snapshot\n", Fate::Deleted),
    ] {
        let plan = plan(&table(policies, "a"), &table(policies, "b"));
        let table = plan.resource("T").unwrap();
        assert_eq!(
            (table.outcome(), table.fate()),
            (Some(Outcome::Replace), Some(fate)),
            "{plan}"
        );
    }
    // Where the two templates differ, the worse counts.
    let plan = plan(
        &table("    UpdateReplacePolicy: Retain\n", "a"),
        &table("", "b"),
    );
    assert_eq!(plan.resource("T").unwrap().fate(), Some(Fate::Deleted));
}

#[test]
fn a_rename_says_that_a_name_may_be_taken() {
    let log = |id: &str, properties: &str| {
        format!(
            "Parameters: {{P: {{Type: String}}}}\nResources:\n  {id}: {{Type: AWS::Logs::LogGroup{properties}}}\n"
        )
    };
    for (properties, outcome, words) in [
        (
            ", Properties: {LogGroupName: a}",
            Outcome::Refused,
            "a replacement is refused, for two resources cannot have one `LogGroupName`",
        ),
        (
            ", Properties: {LogGroupName: !Sub 'a-${P}'}",
            Outcome::Replace,
            "if `LogGroupName` stays the same, a replacement is refused",
        ),
        (", Properties: {RetentionInDays: 7}", Outcome::Replace, ""),
    ] {
        let plan = plan(&log("Old", properties), &log("New", properties));
        let renamed = plan.resource("New").unwrap();
        assert_eq!(renamed.outcome(), Some(outcome), "{plan}");
        let text = plan.to_string();
        assert!(text.contains(words), "{text}");
        assert_eq!(
            text.contains("two resources cannot"),
            !words.is_empty(),
            "{text}"
        );
    }
}

#[test]
fn a_logical_id_that_changes_is_a_rename_if_that_is_sure() {
    let text = "Resources:
  Old: {Type: AWS::SNS::Topic, Properties: {DisplayName: d}}
  Policy: {Type: AWS::SNS::TopicPolicy, DependsOn: Old, Properties: {PolicyDocument: {}, Topics: [!Ref Old]}}
  User: {Type: AWS::SNS::Subscription, Properties: {Protocol: sqs, TopicArn: !Sub '${Old}', Endpoint: e}}
";
    let plan = plan(
        text,
        &text
            .replace("Old", "New")
            .replace("Policy:", "Rule:")
            .replace("TopicRule:", "TopicPolicy:"),
    );
    assert_eq!(ids(plan.renamed()), ["New", "Rule"], "{plan}");
    let topic = plan.resource("New").unwrap();
    assert_eq!(
        (topic.renamed_from(), topic.outcome(), topic.action()),
        (Some("Old"), Some(Outcome::Replace), Action::Rename)
    );
    assert!(plan.added().next().is_none() && plan.removed().next().is_none());
    // What refers to it gets another resource.
    assert_eq!(
        plan.resource("User").unwrap().outcome(),
        Some(Outcome::Replace)
    );

    // Two that are the same, or another property: nobody can tell.
    let two = "Resources:\n  A: {Type: AWS::SNS::Topic}\n  B: {Type: AWS::SNS::Topic}\n";
    let plan = self::plan(
        two,
        "Resources:\n  C: {Type: AWS::SNS::Topic}\n  D: {Type: AWS::SNS::Topic}\n",
    );
    assert_eq!(
        (
            plan.renamed().count(),
            plan.added().count(),
            plan.removed().count()
        ),
        (0, 2, 2)
    );
    let plan = edited(
        text,
        "Old: {Type: AWS::SNS::Topic, Properties: {DisplayName: d}}",
        "New: {Type: AWS::SNS::Topic, Properties: {DisplayName: e}}",
    );
    assert_eq!(
        (ids(plan.added()), ids(plan.removed())),
        (vec!["New"], vec!["Old"])
    );
}

#[test]
fn a_rename_of_a_resource_with_a_name_of_its_own_is_refused() {
    let text = "Resources:\n  Old: {Type: AWS::DynamoDB::Table, Properties: {TableName: t, KeySchema: [{AttributeName: a, KeyType: HASH}]}}\n";
    let plan = plan(text, &text.replace("Old", "New"));
    let table = plan.resource("New").unwrap();
    assert_eq!(
        (table.action(), table.outcome()),
        (Action::Rename, Some(Outcome::Refused)),
        "{plan}"
    );
    assert!(table.reasons()[0].text().contains("TableName"), "{plan}");
}

#[test]
fn a_custom_name_refuses_what_is_dragged_into_a_replacement() {
    let text = "Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Group: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: d, GroupName: g, VpcId: !Ref Vpc}}
  Balancer: {Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: {Name: n, VpcId: !Ref Vpc, Port: 80, Protocol: HTTP}}
";
    let plan = edited(text, "10.0.0.0/16", "10.1.0.0/16");
    assert_eq!(
        plan.resource("Vpc").unwrap().outcome(),
        Some(Outcome::Replace)
    );
    let balancer = plan.resource("Balancer").unwrap();
    assert_eq!(balancer.outcome(), Some(Outcome::Refused), "{plan}");
    assert_eq!(balancer.dragged_by(), ["Vpc"]);
}

#[test]
fn resource_attributes_decide_where_rules_ask_for_them() {
    let domain = |policy: &str, version: &str| {
        format!(
            "Resources:\n  D:\n    Type: AWS::OpenSearchService::Domain\n{policy}    Properties: {{EngineVersion: OpenSearch_{version}}}\n"
        )
    };
    let with = "    UpdatePolicy: {EnableVersionUpgrade: true}\n";
    let planned = |old: &str, new: &str| plan(&domain(old, "1.0"), &domain(new, "2.0"));
    let without = planned("", "");
    assert_eq!(
        without.resource("D").unwrap().outcome(),
        Some(Outcome::Replace),
        "{without}"
    );
    assert!(without.resource("D").unwrap().loses_data());
    let upgraded = planned(with, with);
    assert_eq!(
        upgraded.resource("D").unwrap().outcome(),
        Some(Outcome::InPlace),
        "{upgraded}"
    );
}

#[test]
fn attributes_beside_the_properties_are_listed() {
    let text = "Resources:\n  A: {Type: AWS::SNS::Topic, DeletionPolicy: Retain, Metadata: {a: 1}}\n  B: {Type: AWS::SQS::Queue, DependsOn: A}\n";
    let plan = plan(
        text,
        &text
            .replace("DeletionPolicy: Retain, ", "")
            .replace("a: 1", "a: 2")
            .replace(", DependsOn: A", ", DependsOn: [A]"),
    );
    let topic = plan.resource("A").unwrap();
    let names: Vec<&str> = topic
        .attributes()
        .iter()
        .map(formwork::template::AttributeChange::name)
        .collect();
    assert_eq!(names, ["DeletionPolicy", "Metadata"], "{plan}");
    assert_eq!(
        (topic.outcome(), topic.attributes()[0].after()),
        (None, None)
    );
    assert!(plan.resource("B").is_none());
}

#[test]
fn a_type_that_changes_is_refused_and_one_that_is_unknown_is_said_to_be() {
    let plan = edited(
        "Resources:\n  A: {Type: AWS::SNS::Topic}\n",
        "AWS::SNS::Topic",
        "AWS::SQS::Queue",
    );
    let resource = plan.resource("A").unwrap();
    assert_eq!(resource.outcome(), Some(Outcome::Refused), "{plan}");
    assert!(resource.reasons()[0].text().contains("`AWS::SNS::Topic`"));

    let text = "Resources:\n  A: {Type: Acme::Garden::Gnome, Properties: {Hat: red}}\n  B: {Type: Acme::Garden::Pond, Properties: {Gnome: !Ref A}}\n";
    let plan = edited(text, "red", "blue");
    let gnome = plan.resource("A").unwrap();
    assert!(
        gnome.is_unknown() && gnome.outcome() == Some(Outcome::MayReplace),
        "{plan}"
    );
    assert!(
        plan.to_string().contains("the type is not known here"),
        "{plan}"
    );
    assert!(plan.resource("B").unwrap().is_unknown());
    assert_eq!(plan.resource("B").unwrap().dragged_by(), ["A"]);
}

#[test]
fn a_condition_brings_and_takes_resources() {
    let text = "Parameters:\n  P: {Type: String}\nConditions:\n  C: !Equals [!Ref P, a]\nResources:\n  R: {Type: AWS::S3::Bucket, Condition: C}\n  S: {Type: AWS::SNS::Topic}\n";
    let types = Types::catalog();
    let plan_with = |before: &str, after: &str| {
        let values = ParameterValues::new().before("P", before).after("P", after);
        yaml(text).plan_update_with(&yaml(text), &types, &values)
    };
    assert_eq!(ids(plan_with("a", "b").removed()), ["R"]);
    assert!(plan_with("a", "b").resource("R").unwrap().loses_data());
    assert_eq!(ids(plan_with("b", "a").added()), ["R"]);
    assert!(plan_with("b", "c").is_empty() && plan_with("a", "a").is_empty());
    // Not decided: it may go.
    let plan = edited(text, "[!Ref P, a]", "[!Ref P, b]");
    let bucket = plan.resource("R").unwrap();
    assert!(
        !bucket.certain() && bucket.action() == Action::Change,
        "{plan}"
    );
    assert!(
        plan.to_string()
            .contains("depends on a condition that is not decided"),
        "{plan}"
    );
    let plan = edited(text, ", Condition: C", "");
    assert!(
        plan.resource("R").is_some() && !plan.resource("R").unwrap().certain(),
        "{plan}"
    );
}

#[test]
fn values_that_another_stack_gives_and_new_functions_are_not_known() {
    let text =
        "Resources:\n  A: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !ImportValue vpc}}\n";
    // The value is known after the deployment alone.
    let plan = edited(
        text,
        "!ImportValue vpc",
        "{'Fn::GetStackOutput': {StackName: s, OutputName: o}}",
    );
    let subnet = plan.resource("A").unwrap();
    assert_eq!(
        (subnet.outcome(), subnet.certain()),
        (Some(Outcome::MayReplace), false),
        "{plan}"
    );
}

#[test]
fn outputs_and_exports_that_go_are_listed() {
    let text = "Resources: {A: {Type: AWS::SNS::Topic}}\nOutputs:\n  X: {Value: !Ref A, Export: {Name: x}}\n  Y: {Value: y}\n";
    let plan = edited(text, ", Export: {Name: x}", "");
    assert_eq!(plan.outputs().len(), 1);
    assert_eq!(plan.outputs()[0].lost_export().unwrap().as_str(), Some("x"));
    let plan = edited(text, "  Y: {Value: y}\n", "  Z: {Value: z}\n");
    let names: Vec<_> = plan
        .outputs()
        .iter()
        .map(|one| {
            (
                one.name(),
                one.after().is_some(),
                one.lost_export().is_some(),
            )
        })
        .collect();
    assert_eq!(names, [("Y", false, false), ("Z", true, false)], "{plan}");
    assert!(plan.outcome().is_none());
}

#[test]
fn macros_and_loops_are_noted() {
    let text = "Transform: AWS::Serverless-2016-10-31\nResources: {A: {Type: AWS::SNS::Topic}}\n";
    assert!(
        plan(text, text)
            .notes()
            .any(|note| note.contains("AWS::Serverless-2016-10-31"))
    );
    let text = "Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::L: [X, [a], {'T${X}': {Type: 'AWS::SNS::Topic'}}]\n";
    assert_eq!(plan(text, text).notes().count(), 0);
    assert_eq!(edited(text, "[a]", "[a, b]").notes().count(), 1);
}

#[test]
fn the_plan_is_written_for_people_and_programs() {
    let plan = edited(CHAT, "ProtocolType: WEBSOCKET", "ProtocolType: HTTP");
    let markdown = plan.to_markdown();
    assert!(
        markdown.contains("| `Api` | `AWS::ApiGatewayV2::Api` | **replaced** |"),
        "{markdown}"
    );
    assert!(
        markdown.contains("* because of `Api`, `Send`"),
        "{markdown}"
    );
    let mermaid = plan.to_mermaid();
    assert!(
        mermaid.contains("r0[\"Api<br>AWS::ApiGatewayV2::Api<br>replaced\"]:::bad"),
        "{mermaid}"
    );
    assert!(mermaid.contains("r0 --> r1"), "{mermaid}");
    let json = plan.to_json();
    let text = |pointer: &str| json.pointer(pointer).unwrap().as_str().unwrap().to_owned();
    assert_eq!(text("/outcome"), "replace");
    assert_eq!(text("/resources/0/changes/0/path"), "/ProtocolType");
    assert_eq!(text("/resources/1/draggedBy/0"), "Api");
    assert_eq!(text("/outputs/0/lostExport"), "chat-url");
    assert_eq!(json.to_string().parse::<formwork::Json>().unwrap(), json);
}

#[test]
fn a_long_chain_is_followed_to_its_end_in_one_pass() {
    let count = 400;
    let mut text =
        "Resources:\n  R0: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}\n"
            .to_owned();
    for number in 1..count {
        let before = number - 1;
        let line = format!(
            "  R{number}: {{Type: AWS::SSM::Parameter, Properties: {{Type: String, Value: v, Name: !Sub '/${{R{before}}}'}}}}\n"
        );
        text.push_str(&line);
    }
    let plan = edited(&text, "10.0.0.0/16", "10.1.0.0/16");
    assert_eq!(
        plan.replaced().count(),
        count,
        "{}",
        plan.to_string().lines().take(5).collect::<String>()
    );
    // Whatever the order in which they are written.
    let mut lines: Vec<&str> = text.lines().skip(1).collect();
    lines.reverse();
    let reversed = format!("Resources:\n{}\n", lines.join("\n"));
    assert_eq!(
        edited(&reversed, "10.0.0.0/16", "10.1.0.0/16")
            .replaced()
            .count(),
        count
    );
}
