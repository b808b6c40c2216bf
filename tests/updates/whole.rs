//! A condition in the place of all properties of a resource, in templates.

use formwork::template::{ParameterValues, ResourcePlan, TemplatePlan};
use formwork::{Outcome, Template, Types};

const HOUSE: &str = "
Parameters: {Stage: {Type: String, Default: prod}}
Conditions: {IsProd: !Equals [!Ref Stage, prod], IsOther: !Equals [!Ref Stage, dev]}
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties: !If [IsProd, {QueueName: a, DelaySeconds: 1}, {DelaySeconds: 2}]
  Watch:
    Type: AWS::SNS::Subscription
    Properties: {TopicArn: t, Protocol: sqs, Endpoint: !GetAtt Jobs.Arn}
";

fn plan(new: &str, values: &ParameterValues) -> TemplatePlan {
    let [old, new] = [HOUSE, new].map(|text| Template::from_yaml(text).unwrap());
    old.plan_update_with(&new, &Types::catalog(), values)
}

/// The plan of the template in which one text takes the place of another.
#[track_caller]
fn edited(from: &str, to: &str, values: &ParameterValues) -> TemplatePlan {
    assert!(HOUSE.contains(from), "{from}");
    plan(&HOUSE.replacen(from, to, 1), values)
}

fn outcome(plan: &TemplatePlan, name: &str) -> (Option<Outcome>, bool) {
    let found = plan.resource(name);
    let outcome = found.and_then(ResourcePlan::outcome);
    (outcome, found.is_none_or(ResourcePlan::certain))
}

#[test]
fn an_open_condition_is_planned_branch_by_branch() {
    let open = ParameterValues::new();
    assert!(plan(HOUSE, &open).resources().is_empty());
    let found = edited("DelaySeconds: 2", "DelaySeconds: 3", &open);
    assert_eq!(
        outcome(&found, "Jobs"),
        (Some(Outcome::InPlace), false),
        "{found}"
    );
    assert_eq!(
        found.resource("Jobs").unwrap().changes()[0].path(),
        "/Fn::If/2/DelaySeconds"
    );
    // What may be replaced may give another address.
    let found = edited("QueueName: a", "QueueName: b", &open);
    assert_eq!(
        outcome(&found, "Jobs"),
        (Some(Outcome::MayReplace), false),
        "{found}"
    );
    assert_eq!(
        outcome(&found, "Watch"),
        (Some(Outcome::MayReplace), false),
        "{found}"
    );
    // Another condition: each branch may come after each.
    let found = edited("!If [IsProd", "!If [IsOther", &open);
    assert_eq!(
        outcome(&found, "Jobs"),
        (Some(Outcome::MayReplace), false),
        "{found}"
    );
    // One branch takes the place of the call.
    let found = edited(
        "!If [IsProd, {QueueName: a, DelaySeconds: 1}, {DelaySeconds: 2}]",
        "{DelaySeconds: 2}",
        &open,
    );
    assert_eq!(
        outcome(&found, "Jobs"),
        (Some(Outcome::MayReplace), false),
        "{found}"
    );
}

#[test]
fn a_decided_condition_is_the_branch_that_counts() {
    let values = ParameterValues::new().with_defaults();
    let found = edited("DelaySeconds: 2", "DelaySeconds: 3", &values);
    assert!(found.resource("Jobs").is_none(), "{found}");
    let found = edited("QueueName: a", "QueueName: b", &values);
    assert_eq!(
        outcome(&found, "Jobs"),
        (Some(Outcome::Replace), true),
        "{found}"
    );
    let found = edited("Default: prod", "Default: dev", &values);
    assert_eq!(
        outcome(&found, "Jobs"),
        (Some(Outcome::Replace), true),
        "{found}"
    );
}
