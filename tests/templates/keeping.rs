//! What an update keeps, and what it may take away.

use formwork::template::Fate;
use formwork::{Outcome, Template, TemplatePlan, Types};

#[track_caller]
fn plan(old: &str, new: &str) -> TemplatePlan {
    let read = |text: &str| match Template::from_yaml(text) {
        Ok(template) => template,
        Err(found) => panic!("{found}"),
    };
    read(old).plan_update(&read(new), &Types::catalog())
}

#[test]
fn an_export_that_a_condition_may_take_away_is_listed() {
    let old = "Conditions: {C: !Equals [!Ref AWS::Region, a]}
Resources: {Q: {Type: AWS::SQS::Queue}}
Outputs: {O: {Value: !GetAtt Q.Arn, Export: {Name: e}}}
";
    let under_condition = old.replace("Value:", "Condition: C, Value:");
    let change = plan(old, &under_condition);
    let output = &change.outputs()[0];
    assert!(output.before().is_some() && output.after().is_none() && !output.certain());
    assert_eq!(output.lost_export().unwrap().as_str(), Some("e"));
    assert!(
        change
            .to_string()
            .contains("-> nothing, unless its condition holds"),
        "{change}"
    );
    // The other way round it can only come.
    let change = plan(&under_condition, old);
    assert!(
        change.to_string().contains("o O  output: nothing -> "),
        "{change}"
    );
    // The same condition is the same, another one is not.
    assert!(plan(&under_condition, &under_condition).is_empty());
    let other = under_condition.replace("Region, a", "Region, b");
    assert_eq!(plan(&under_condition, &other).outputs().len(), 1);
    // What is taken out is gone for certain.
    let without = old.replace(
        "O: {Value: !GetAtt Q.Arn, Export: {Name: e}}",
        "P: {Value: x}",
    );
    let change = plan(old, &without);
    let gone = change
        .outputs()
        .iter()
        .find(|output| output.name() == "O")
        .unwrap();
    assert!(gone.certain() && gone.after().is_none());
}

#[test]
fn nobody_says_what_a_property_becomes_that_is_taken_out() {
    let text = "Resources:
  Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties: {VpcId: vpc-12345678, ServiceName: s, VpcEndpointType: Interface, PrivateDnsEnabled: true}
";
    let change = plan(text, &text.replace(", PrivateDnsEnabled: true", ""));
    assert_eq!(change.outcome(), Some(Outcome::InPlace));
    let notes: Vec<&str> = change.notes().collect();
    assert_eq!(
        notes,
        [
            "what becomes of a property that is taken out depends on the type: some keep the old value, others go \
             back to their default (`Endpoint`)"
        ]
    );
    let changed = plan(text, &text.replace("true", "false"));
    assert_eq!(changed.notes().count(), 0);
}

#[test]
fn a_snapshot_is_only_kept_of_what_has_snapshots() {
    let fate = |ty: &str, from: &str, to: &str| {
        let of = |properties: &str| {
            format!(
                "Resources:\n  R:\n    Type: {ty}\n    UpdateReplacePolicy: Snapshot\n    Properties: {properties}\n"
            )
        };
        plan(&of(from), &of(to)).resources()[0].fate()
    };
    let volume = fate(
        "AWS::EC2::Volume",
        "{AvailabilityZone: a, Size: 1}",
        "{AvailabilityZone: b, Size: 1}",
    );
    assert_eq!(volume, Some(Fate::Snapshot));
    let table = fate(
        "AWS::DynamoDB::Table",
        "{TableName: abc}",
        "{TableName: abd}",
    );
    assert_eq!(table, Some(Fate::Deleted));
}

#[test]
fn a_custom_resource_gets_numbers_as_texts() {
    let of = |ty: &str, properties: &str| {
        format!(
            "Resources:\n  R:\n    Type: {ty}\n    Properties: {{ServiceToken: t, {properties}}}\n"
        )
    };
    for ty in ["Custom::Thing", "AWS::CloudFormation::CustomResource"] {
        let text = |properties: &str| of(ty, properties);
        let same = plan(&text("N: 1, B: [true]"), &text("N: '1', B: ['true']"));
        assert!(same.is_empty(), "{same}");
        let other = plan(&text("N: 1"), &text("N: '2'"));
        assert!(
            !other.is_empty() && other.outcome() >= Some(Outcome::MayReplace),
            "{other}"
        );
        let types = Types::new();
        let read = |text: String| Template::from_yaml(&text).unwrap();
        let same = read(text("N: 1")).plan_update(&read(text("N: '1'")), &types);
        assert_eq!(same.is_empty(), ty == "Custom::Thing");
    }
}

#[test]
fn data_is_known_by_the_type_or_by_what_its_specification_says_of_backups() {
    let removed = |ty: &str, types: &Types| {
        let text = format!("Resources:\n  Kept: {{Type: Custom::A}}\n  R: {{Type: {ty}}}\n");
        let old = Template::from_yaml(&text).unwrap();
        let new = Template::from_yaml("Resources: {Kept: {Type: Custom::A}}").unwrap();
        old.plan_update(&new, types)
            .resource("R")
            .unwrap()
            .holds_data()
    };
    let (all, none) = (Types::catalog(), Types::new());
    for ty in [
        "AWS::DynamoDB::Table",
        "AWS::DocDB::DBInstance",
        "AWS::CloudFormation::Stack",
    ] {
        assert!(removed(ty, &all) && removed(ty, &none), "{ty}");
    }
    for ty in [
        "AWS::MemoryDB::Cluster",
        "AWS::ECR::Repository",
        "AWS::Cassandra::Table",
    ] {
        assert!(removed(ty, &all) && !removed(ty, &none), "{ty}");
    }
    for ty in [
        "AWS::SNS::Topic",
        "AWS::IAM::Role",
        "AWS::RDS::DBSubnetGroup",
    ] {
        assert!(!removed(ty, &all), "{ty}");
    }
}

#[test]
fn a_condition_that_is_not_decided_may_take_data_away() {
    let text = "Conditions: {C: !Equals [!Ref AWS::Region, a]}
Resources:
  Bucket: {Type: AWS::S3::Bucket}
  Topic: {Type: AWS::SNS::Topic}
";
    let under_condition = text.replace("AWS::S3::Bucket}", "AWS::S3::Bucket, Condition: C}");
    let change = plan(text, &under_condition);
    let bucket = change.resource("Bucket").unwrap();
    assert!(
        bucket.may_be_removed() && bucket.loses_data() && !bucket.certain(),
        "{change}"
    );
    assert!(
        change
            .to_string()
            .contains("may be removed; it would be deleted with all that it holds"),
        "{change}"
    );
    assert_eq!(
        change
            .to_json()
            .pointer("/resources/0/mayBeRemoved")
            .unwrap()
            .as_bool(),
        Some(true)
    );
    // A policy keeps it.
    let keep = |text: &str| {
        text.replace(
            "{Type: AWS::S3::Bucket",
            "{DeletionPolicy: Retain, Type: AWS::S3::Bucket",
        )
    };
    let change = plan(&keep(text), &keep(&under_condition));
    assert!(!change.resource("Bucket").unwrap().loses_data(), "{change}");
    // The other way round it can only come.
    let change = plan(&under_condition, text);
    let bucket = change.resource("Bucket").unwrap();
    assert!(!bucket.may_be_removed() && !bucket.loses_data(), "{change}");
    assert!(change.to_string().contains("may be added"), "{change}");
}
