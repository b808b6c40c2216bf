//! Facts of one's own, laid over types that a program knows at run time.

use formwork::apigatewayv2::IntegrationResponse;
use formwork::{Json, Outcome, Types, Violations};

/// A queue that is moved when its delay grows, and that has one of two names.
const QUEUE: &str = r#"{
  "typeName": "AWS::SQS::Queue",
  "rules": [{
    "path": "/DelaySeconds",
    "when": {"size": "grows"},
    "outcome": "replace",
    "because": "our pipeline makes a new queue for a longer delay",
    "source": "https://wiki.example.com/queues",
    "asOf": "2026-10-01"
  }],
  "values": [{
    "path": "/QueueName",
    "schema": {"enum": ["jobs", "mails"]},
    "because": "we have two queues",
    "source": "https://wiki.example.com/queues",
    "asOf": "2026-10-01"
  }]
}"#;

fn outcome(types: &Types, old: &str, new: &str) -> Option<Outcome> {
    let queue = types.get("AWS::SQS::Queue").unwrap();
    let [old, new] = [old, new].map(|text| text.parse::<Json>().unwrap());
    queue.plan_update(&old, &new).outcome()
}

#[test]
fn they_go_before_what_is_published() {
    let published = Types::catalog();
    let own = Types::catalog().with_facts(QUEUE).unwrap();
    let [short, long] = [r#"{"DelaySeconds":1}"#, r#"{"DelaySeconds":2}"#];
    assert_eq!(outcome(&published, short, long), Some(Outcome::InPlace));
    assert_eq!(outcome(&own, short, long), Some(Outcome::Replace));
    assert_eq!(outcome(&own, long, short), Some(Outcome::InPlace));
    // What the facts do not speak of is as it was.
    let fifo = r#"{"FifoQueue":true}"#;
    assert_eq!(outcome(&own, "{}", fifo), Some(Outcome::Replace));
    let queue = own.get("AWS::SQS::Queue").unwrap();
    let found = queue.check_json(r#"{"QueueName":"other"}"#);
    assert_eq!(found.iter().next().unwrap().path(), "/QueueName");
    assert!(queue.check_json(r#"{"QueueName":"jobs"}"#).is_empty());
    // Others keep their types.
    let queue = published.get("AWS::SQS::Queue").unwrap();
    assert!(queue.check_json(r#"{"QueueName":"other"}"#).is_empty());
}

#[test]
fn later_ones_go_before_earlier_ones() {
    let refused = QUEUE.replace(r#""replace""#, r#""refused""#);
    let types = Types::catalog().with_facts(QUEUE).unwrap();
    let types = types.with_facts(&refused).unwrap();
    let found = outcome(&types, r#"{"DelaySeconds":1}"#, r#"{"DelaySeconds":2}"#);
    assert_eq!(found, Some(Outcome::Refused));
}

fn refused(types: Types, facts: &str) -> Violations {
    types.with_facts(facts).unwrap_err()
}

#[test]
fn mistakes_are_reported_where_they_stand() {
    let broken = QUEUE
        .replace("/QueueName", "/QueueNames")
        .replace(r#""grows""#, r#""widens""#);
    let found = refused(Types::catalog(), &broken).to_string();
    for part in [
        "5:22 (/rules/0/when/size)",
        "12:13 (/values/0/path)",
        "did you mean `QueueName`?",
        "2 problems",
    ] {
        assert!(found.contains(part), "{part}\n{found}");
    }
    let nameless = refused(Types::catalog(), "{\"rules\": []}");
    assert!(
        nameless.to_string().contains(r#"write `"typeName": "#),
        "{nameless}"
    );
    let no_json = refused(Types::catalog(), "{\n  oops");
    assert!(
        no_json.iter().next().unwrap().location().is_some(),
        "{no_json}"
    );
    assert!(Types::catalog().with_facts("").is_err());
}

#[test]
fn the_type_has_to_be_there() {
    let misspelt = QUEUE.replace("SQS::Queue", "SQS::Queues");
    let found = refused(Types::catalog(), &misspelt).to_string();
    assert!(
        found.contains("`AWS::SQS::Queues`, which is not among the types here"),
        "{found}"
    );
    assert!(found.contains("2:15 (/typeName)"), "{found}");
    assert!(found.contains("`AWS::SQS::Queue`"), "{found}");
    let found = refused(Types::new(), QUEUE).to_string();
    assert!(
        found.contains("add its specification before the facts"),
        "{found}"
    );
    let response = r#"{"typeName": "AWS::ApiGatewayV2::IntegrationResponse"}"#;
    let types = Types::new().with::<IntegrationResponse>();
    let found = refused(types, response).to_string();
    assert!(found.contains("which is a type of the program"), "{found}");
}
