//! Structs of one's own, checked against a specification.

use std::collections::BTreeMap;

use formwork::{Json, Map, Outcome, PropertyType, Resource, Rule, Value, Violation};
use serde_json::json;

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("AWS::ApiGatewayV2::IntegrationResponse")]
struct NotFound {
    api_id: Value<String>,
    integration_id: Value<String>,
    integration_response_key: String,
    #[resource(rename = "TemplateSelectionExpression")]
    selector: Option<String>,
    #[resource(skip)]
    note: u32,
}

#[derive(Clone, Debug, PartialEq, PropertyType)]
#[resource(spec = "corpus/specs/widget.json", property = "Tag")]
struct Label {
    key: String,
    value: Value<String>,
}

#[derive(Clone, Debug, PartialEq, PropertyType)]
#[resource(
    spec = "corpus/specs/widget.json",
    type = "Acme::Shop::Widget",
    property = "Tree"
)]
struct Tree {
    label: Option<String>,
    child: Option<Box<Self>>,
}

/// Plain types wherever the specification lets a program choose.
#[derive(Clone, Debug, PartialEq, Resource)]
#[resource(spec = "corpus/specs/widget.json")]
struct Widget {
    name: String,
    size: Option<u8>,
    weight: Option<f64>,
    active: Option<bool>,
    since: Option<String>,
    policy: Option<BTreeMap<String, Json>>,
    owner: Option<crate::widget::widget::Owner>,
    parts: Option<Vec<crate::widget::widget::Part>>,
    labels: Option<BTreeMap<String, String>>,
    tags: Option<Value<Vec<Value<Label>>>>,
    mode: Option<crate::widget::widget::Mode>,
    root: Option<Tree>,
}

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource("Acme::Shop::Widget", spec = "corpus/specs/widget.json", crate = ::formwork)]
struct Generic<T, const N: usize = 0>
where
    T: Clone,
{
    name: T,
    labels: Option<Map<T>>,
    #[resource(skip)]
    padding: [u8; N],
}

fn not_found() -> NotFound {
    NotFound {
        api_id: Value::reference("Api"),
        integration_id: "i".into(),
        integration_response_key: "/404/".to_owned(),
        selector: None,
        note: 7,
    }
}

#[test]
fn a_struct_of_ones_own_is_a_resource() {
    let response = not_found();
    assert_eq!(
        NotFound::TYPE_NAME,
        "AWS::ApiGatewayV2::IntegrationResponse"
    );
    assert_eq!(<NotFound as Resource>::spec().properties.len(), 7);
    response.validate().unwrap();
    assert_eq!(
        response.to_value(),
        json!({ "ApiId": { "Ref": "Api" }, "IntegrationId": "i", "IntegrationResponseKey": "/404/" })
    );
}

#[test]
fn it_is_read_and_written_alike() {
    let text = r#"{
        "ApiId": { "Ref": "Api" }, "IntegrationId": "i", "IntegrationResponseKey": "/404/",
        "TemplateSelectionExpression": "$integration.response.statuscode"
    }"#;
    let response = NotFound::from_json(text).unwrap();
    let selector = Some("$integration.response.statuscode".to_owned());
    assert_eq!(
        response,
        NotFound {
            selector,
            note: 0,
            ..not_found()
        }
    );
    assert_eq!(NotFound::from_json(&response.to_json()).unwrap(), response);
    assert_eq!(NotFound::from_yaml(&response.to_yaml()).unwrap(), response);
    let written = serde_json::to_string(&response).unwrap();
    assert_eq!(
        serde_json::from_str::<NotFound>(&written).unwrap(),
        response
    );
}

#[test]
fn what_the_specification_forbids_is_reported_as_for_a_generated_struct() {
    let own = NotFound {
        integration_response_key: String::new(),
        ..not_found()
    };
    let violations = own.validate().unwrap_err();
    let first = violations.iter().next().unwrap();
    assert_eq!(
        (first.rule(), first.path()),
        (Rule::Length, "/IntegrationResponseKey")
    );
    assert_eq!(NotFound::from_json("{}").unwrap_err().len(), 3);
}

#[test]
fn what_the_struct_has_no_room_for_is_reported_in_one_go() {
    let text = r#"{
  "ApiId": "a",
  "IntegrationId": "i",
  "IntegrationResponseKey": { "Ref": "Key" },
  "ContentHandlingStrategy": "CONVERT_TO_TEXT",
  "TemplateSelectionExpression": 5,
  "ResponseParameters": 1
}"#;
    let violations = NotFound::from_json(text).unwrap_err();
    let found: Vec<_> = violations
        .iter()
        .map(|violation| {
            (
                violation.rule(),
                violation.path(),
                violation.location().unwrap().line,
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            (Rule::Intrinsic, "/IntegrationResponseKey", 4),
            (Rule::UnknownProperty, "/ContentHandlingStrategy", 5),
            (Rule::Type, "/ResponseParameters", 7),
        ]
    );
    let messages: Vec<String> = violations.iter().map(Violation::message).collect();
    assert_eq!(
        messages.get(..2).unwrap(),
        [
            "`Ref` stands where the struct has room for the value itself only",
            "the struct for `IntegrationResponse` has no field for its property \
             `ContentHandlingStrategy`",
        ]
    );
    let error = serde_json::from_str::<NotFound>(text)
        .unwrap_err()
        .to_string();
    assert!(error.starts_with("`Ref` stands where"), "{error}");
}

fn widget() -> Widget {
    Widget {
        name: "w".to_owned(),
        size: Some(3),
        weight: Some(0.5),
        active: Some(false),
        since: Some("2024-01-02T03:04:05Z".to_owned()),
        policy: Some(BTreeMap::from([(
            "Version".to_owned(),
            "2012-10-17".into(),
        )])),
        owner: Some(crate::widget::widget::Owner {
            name: "o".into(),
            team: None,
        }),
        parts: Some(vec![crate::widget::widget::Part {
            id: "p".into(),
            count: Some(1.into()),
        }]),
        labels: Some(BTreeMap::from([
            ("b".to_owned(), "2".to_owned()),
            ("a".to_owned(), "1".to_owned()),
        ])),
        tags: Some(
            [Label {
                key: "k".to_owned(),
                value: Value::reference("V"),
            }]
            .into(),
        ),
        mode: Some("fast".into()),
        root: Some(Tree {
            label: None,
            child: Some(Box::new(Tree {
                label: Some("leaf".to_owned()),
                child: None,
            })),
        }),
    }
}

#[test]
fn plain_types_hold_everything() {
    let widget = widget();
    widget.validate().unwrap();
    let value = widget.to_value();
    assert_eq!(
        value,
        json!({
            "Name": "w", "Size": 3, "Weight": 0.5, "Active": false, "Since": "2024-01-02T03:04:05Z",
            "Policy": { "Version": "2012-10-17" },
            "Owner": { "Name": "o" },
            "Parts": [{ "Id": "p", "Count": 1 }],
            "Labels": { "a": "1", "b": "2" },
            "Tags": [{ "Key": "k", "Value": { "Ref": "V" } }],
            "Mode": "fast",
            "Root": { "Child": { "Label": "leaf" } },
        })
    );
    assert_eq!(Widget::from_value(&value).unwrap(), widget);
}

#[test]
fn after_what_does_not_fit_everything_is_looked_at() {
    let call = json!({ "Ref": "R" });
    let document = json!({
        "Name": call,
        "Size": call,
        "Owner": { "Name": call },
        "Labels": { "a": "1", "b": call },
        "Policy": { "Version": call },
        "Tags": [{ "Key": "k", "Value": call }, { "Key": call, "Value": "v" }, call],
        "Mode": "fast",
        "Root": { "Label": "x", "Child": { "Label": call } },
        "Parts": [{ "Id": "p" }, { "Id": call, "Count": call }],
        "Active": call,
    });
    let violations = Widget::from_json(&document.to_string()).unwrap_err();
    let paths: Vec<&str> = violations.iter().map(Violation::path).collect();
    let misfits = [
        "/Active",
        "/Labels/b",
        "/Name",
        "/Root/Child/Label",
        "/Size",
        "/Tags/1/Key",
    ];
    assert_eq!(paths, misfits);
    assert!(violations.iter().all(|one| one.rule() == Rule::Intrinsic));
}

#[test]
fn an_integer_has_to_fit_into_its_type() {
    let violations = Widget::from_json(r#"{ "Name": "w", "Size": 300 }"#).unwrap_err();
    let judged = violations.iter().next().unwrap();
    assert_eq!((judged.rule(), judged.path()), (Rule::Range, "/Size"));
    let error = serde_json::from_str::<Widget>(r#"{ "Name": "w", "Size": 300 }"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`300` is not an integer from 0 to 255 at /Size"
    );
}

#[test]
fn functions_are_not_taken_for_what_they_would_become() {
    for (property, call) in [
        ("Labels", json!({ "Fn::GetAtt": ["A", "B"] })),
        (
            "Owner",
            json!({ "Fn::If": ["C", { "Name": "a" }, { "Name": "b" }] }),
        ),
        (
            "Parts",
            json!([{ "Fn::If": ["C", { "Id": "a" }, { "Ref": "AWS::NoValue" }] }]),
        ),
        ("Active", json!({ "Fn::If": ["C", true, false] })),
    ] {
        let violations = Widget::from_value(&json!({ "Name": "w", property: call })).unwrap_err();
        let rules: Vec<Rule> = violations.iter().map(Violation::rule).collect();
        assert_eq!(rules, [Rule::Intrinsic], "{property}");
    }
}

#[test]
// The replacement would keep the name of the widget.
fn updates_are_planned_by_the_same_facts() {
    let old = widget();
    let mut new = old.clone();
    new.owner.as_mut().unwrap().team = Some("t".into());
    new.tags = None;
    let plan = old.plan_update(&new);
    let changes: Vec<_> = plan
        .changes()
        .iter()
        .map(|change| (change.path(), change.outcome()))
        .collect();
    assert_eq!(
        changes,
        [
            ("/Owner/Team", Outcome::Refused),
            ("/Tags", Outcome::InPlace)
        ]
    );
}

#[test]
fn property_types_are_read_and_written_by_themselves() {
    let label: Label = serde_json::from_str(r#"{ "Key": "k", "Value": { "Ref": "V" } }"#).unwrap();
    assert_eq!(
        label,
        Label {
            key: "k".to_owned(),
            value: Value::reference("V")
        }
    );
    assert_eq!(
        serde_json::to_value(&label).unwrap(),
        json!({ "Key": "k", "Value": { "Ref": "V" } })
    );
    let error = serde_json::from_str::<Label>(r#"{ "Key": "k" }"#).unwrap_err();
    assert_eq!(error.to_string(), "`Tag` needs a property `Value`");
}

#[test]
fn a_type_parameter_stands_for_any_type_that_fits() {
    let plain = Generic::<String> {
        name: "w".to_owned(),
        labels: None,
        padding: [],
    };
    let value = Generic::<Value<String>, 0> {
        name: Value::reference("N"),
        labels: None,
        padding: [],
    };
    assert_eq!(plain.to_value(), json!({ "Name": "w" }));
    assert_eq!(value.to_value(), json!({ "Name": { "Ref": "N" } }));
    plain.validate().unwrap();
    assert!(Generic::<String>::from_json(r#"{ "Name": { "Ref": "N" } }"#).is_err());
    assert!(Generic::<Value<String>>::from_json(r#"{ "Name": { "Ref": "N" } }"#).is_ok());
}

#[test]
fn a_patch_counts_for_a_derived_struct_as_well() {
    #[derive(Clone, Debug, PartialEq, Resource)]
    #[resource(
        spec = "corpus/specs/widget.json",
        patch = "corpus/specs/widget-fixes.json"
    )]
    struct Patched {
        name: String,
        size: Option<i32>,
        color: Option<String>,
    }

    let widget = Patched {
        name: "w".to_owned(),
        size: Some(50),
        color: Some("red".to_owned()),
    };
    widget.validate().unwrap();
    assert_eq!(Patched::from_json(&widget.to_json()).unwrap(), widget);
}

/// A struct of one's own is narrower than its specification: so it is in each branch of a call for all properties.
#[test]
fn branches_of_all_properties_are_held_one_by_one() {
    let branch = |key: &str| {
        format!(r#"{{"ApiId":"a","IntegrationId":"i","IntegrationResponseKey":{key}}}"#)
    };
    let call = format!(
        r#"{{"Fn::If":["C",{},{}]}}"#,
        branch(r#""/200/""#),
        branch(r#"{"Ref":"K"}"#)
    );
    let found = NotFound::check_json(&call);
    let found: Vec<_> = found.iter().map(|one| (one.path(), one.rule())).collect();
    assert_eq!(
        found,
        [("/Fn::If/2/IntegrationResponseKey", Rule::Intrinsic)]
    );
    let held = call.replace(r#"{"Ref":"K"}"#, r#""/400/""#);
    assert!(NotFound::check_json(&held).is_empty());
}

#[test]
fn what_the_resource_returns_are_constants_of_the_struct() {
    #[derive(Clone, Debug, PartialEq, formwork::Resource)]
    #[resource("AWS::RDS::DBInstance")]
    struct Database<T: Clone + std::fmt::Debug + PartialEq>
    where
        Value<T>: Clone,
    {
        #[resource(skip)]
        note: Vec<T>,
        engine: Option<String>,
    }

    assert_eq!(Database::<u8>::ENDPOINT_ADDRESS.name(), "Endpoint.Address");
    assert_eq!(Database::<u8>::DB_INSTANCE_ARN.name(), "DBInstanceArn");
}
