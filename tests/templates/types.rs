//! Types that are known at run time.

use formwork::{Json, Resource, Rule, Severity, Types};

formwork::resource!("AWS::SQS::Queue");

const POND: &str = r#"{
  "typeName": "Acme::Garden::Pond",
  "properties": {
    "Name": { "type": "string" },
    "Depth": { "type": "integer", "maximum": 3 },
    "Arn": { "type": "string" }
  },
  "required": ["Name"],
  "readOnlyProperties": ["/properties/Arn"],
  "createOnlyProperties": ["/properties/Name"],
  "primaryIdentifier": ["/properties/Name"],
  "additionalProperties": false
}"#;

/// The other published format, with two types.
const FLAT: &str = r#"{
  "ResourceSpecificationVersion": "1.0.0",
  "PropertyTypes": {},
  "ResourceTypes": {
    "Acme::Garden::Pond": { "Documentation": "http://acme.example/pond", "Properties": {
      "Fish": { "PrimitiveType": "Integer", "Required": true, "UpdateType": "Mutable" } } },
    "Acme::Garden::Tree": { "Documentation": "http://acme.example/tree", "Properties": {} }
  }
}"#;

#[test]
fn a_type_of_either_format_reads_and_judges() {
    let types = Types::new().with_specification(POND).unwrap();
    let pond = types.get("Acme::Garden::Pond").unwrap();
    assert_eq!(pond.type_name(), "Acme::Garden::Pond");
    assert_eq!(pond.spec().properties.len(), 2);

    let properties = pond.from_json(r#"{"Name": "P", "Depth": "2"}"#).unwrap();
    assert_eq!(properties.to_string(), r#"{"Name":"P","Depth":"2"}"#);
    let properties = pond.from_yaml("Name: !Ref P\nDepth: 1.0\n").unwrap();
    assert_eq!(
        properties.to_string(),
        r#"{"Name":{"Ref":"P"},"Depth":1.0}"#
    );

    let found = pond.from_yaml("Nmae: P\nDepth: 4\n").unwrap_err();
    let found: Vec<_> = found
        .iter()
        .map(|one| (one.rule(), one.path(), one.location().unwrap().to_string()))
        .collect();
    let expected = [
        (Rule::UnknownProperty, "/Nmae", "1:1".to_owned()),
        (Rule::Range, "/Depth", "2:8".to_owned()),
    ];
    assert_eq!(found, expected);
    assert!(pond.check_json(r#"{"Name": "P"}"#).is_empty());
    let value: Json = r#"{"Name": ["P"]}"#.parse().unwrap();
    assert_eq!(pond.validate(&value).unwrap_err().len(), 1);

    let types = types.with_specification(FLAT).unwrap();
    assert_eq!(
        types.names().collect::<Vec<_>>(),
        ["Acme::Garden::Pond", "Acme::Garden::Tree"]
    );
    let pond = types.get("Acme::Garden::Pond").unwrap();
    assert!(
        pond.from_json(r#"{"Fish": 3}"#).is_ok(),
        "the one that was added last counts"
    );
}

#[test]
fn a_text_that_is_read_again_is_kept_once() {
    let spec = || {
        let types = Types::new().with_specification(POND).unwrap();
        types.get("Acme::Garden::Pond").unwrap().spec()
    };
    let first = spec();
    for _ in 0..50 {
        assert!(core::ptr::eq(first, spec()));
    }
    // White space is no difference, a fact is one.
    let types = Types::new()
        .with_specification(&POND.replace('\n', " "))
        .unwrap();
    assert!(core::ptr::eq(
        first,
        types.get("Acme::Garden::Pond").unwrap().spec()
    ));
    let types = Types::new()
        .with_specification(&POND.replace("3 }", "4 }"))
        .unwrap();
    assert!(!core::ptr::eq(
        first,
        types.get("Acme::Garden::Pond").unwrap().spec()
    ));
}

#[test]
fn what_is_wrong_with_a_specification_is_said_with_its_place() {
    let text = POND.replace("\"maximum\": 3", "\"$ref\": \"#/definitions/Gone\"");
    let found = Types::new().with_specification(&text).unwrap_err();
    let problem = found.iter().next().unwrap();
    assert_eq!(
        (problem.rule(), problem.severity()),
        (Rule::Syntax, Severity::Error)
    );
    assert_eq!(problem.path(), "/properties/Depth/$ref");
    assert_eq!(problem.location().unwrap().line, 5);
    assert!(found.to_string().contains("5 |     \"Depth\""), "{found}");
    assert!(Types::new().with_specification("").is_err());
    assert!(Types::new().with_specification("[1,").is_err());
}

#[test]
fn generated_types_and_the_catalog_agree() {
    let types = Types::new().with::<Queue>();
    assert!(core::ptr::eq(
        types.get("AWS::SQS::Queue").unwrap().spec(),
        Queue::spec()
    ));
    assert!(types.get("AWS::S3::Bucket").is_none());

    let catalog = Types::catalog();
    let queue = catalog.get("AWS::SQS::Queue").unwrap();
    assert!(core::ptr::eq(
        queue.spec(),
        Types::catalog().get("AWS::SQS::Queue").unwrap().spec()
    ));
    assert!(
        catalog.get("AWS::SQS::Nonsense").is_none()
            && Types::new().get("AWS::SQS::Queue").is_none()
    );
    assert!(catalog.names().count() > 1500);
    for text in [
        r#"{"QueueName": "jobs", "DelaySeconds": "5", "Tags": [{"Key": "a", "Value": "b"}]}"#,
        r#"{"QueueName": ["jobs"], "DelaySeconds": 5.5, "Tags": [{"Key": "a"}], "Arn": "x"}"#,
    ] {
        assert_eq!(queue.check_json(text), Queue::check_json(text));
    }
    let own = POND.replace("Acme::Garden::Pond", "AWS::SQS::Queue");
    let types = catalog.with_specification(&own).unwrap();
    assert_eq!(
        types
            .get("AWS::SQS::Queue")
            .unwrap()
            .spec()
            .properties
            .len(),
        2
    );
    assert!(types.get("AWS::SNS::Topic").is_some());
}

#[test]
fn every_published_type_can_be_had() {
    let types = Types::catalog();
    let lost: Vec<&str> = types
        .names()
        .filter(|name| types.get(name).is_none())
        .collect();
    assert_eq!(lost, Vec::<&str>::new());
}
