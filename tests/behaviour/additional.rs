//! Properties beside those that a specification lists: read, judged, compared and written like any other.

use std::collections::BTreeMap;

use formwork::{Json, Map, Resource, UpdateBehavior, Value, Violations};

formwork::resource!(spec = "corpus/specs/open.json");
formwork::resource!("AWS::CloudFormation::CustomResource");

/// Code, path and message of each violation.
fn said(found: &Violations) -> Vec<String> {
    let lines = found.iter();
    let lines = lines.map(|one| format!("{} {} {}", one.rule().code(), one.path(), one.message()));
    lines.collect()
}

fn refused(text: &str) -> Vec<String> {
    said(&Open::from_json(text).unwrap_err())
}

/// What is read is written as it was, and equal to what is read of that.
fn kept(text: &str) -> Open {
    let read = Open::from_json(text).unwrap();
    let expected: serde_json::Value = serde_json::from_str(text).unwrap();
    assert_eq!(read.to_value(), expected);
    assert_eq!(serde_json::to_value(&read).unwrap(), expected);
    assert_eq!(Open::from_json(&read.to_json()).unwrap(), read);
    assert_eq!(Open::from_yaml(&read.to_yaml()).unwrap(), read);
    assert_eq!(serde_json::from_str::<Open>(text).unwrap(), read);
    assert!(read.validate().is_ok());
    read
}

#[test]
fn custom_resources_take_what_they_are_given() {
    let text = r#"{
  "ServiceToken": {
    "Fn::GetAtt": [
      "Function",
      "Arn"
    ]
  },
  "Region": "eu-central-1",
  "Retries": 3,
  "Tables": [
    {
      "Ref": "Table"
    },
    "b"
  ],
  "Id": "mine"
}"#;
    let read = CustomResource::from_json(text).unwrap();
    assert_eq!(read.to_json(), text);
    assert_eq!(read.additional_properties.len(), 4);

    let built = CustomResource::builder()
        .service_token(Value::get_att("Function", "Arn"))
        .additional_properties([
            ("Region", Json::from("eu-central-1")),
            ("Retries", Json::from(3)),
        ])
        .additional_properties([("Tables", Json::from(vec![Json::from("a")]))])
        .additional_properties([("Retries", Json::from(4))])
        .build();
    assert!(built.validate().is_ok());
    let value = built.to_value();
    assert_eq!(value["Region"], "eu-central-1");
    assert_eq!(
        (&value["Retries"], &value["Tables"][0]),
        (&4.into(), &"a".into())
    );
    let plan = read.plan_update(&built);
    let paths: Vec<_> = plan.changes().iter().map(formwork::Change::path).collect();
    assert_eq!(paths, ["/Retries", "/Tables", "/Id"]);
}

#[test]
fn everything_is_kept_in_the_order_in_which_it_came() {
    let read = kept(
        r#"{"Name":"n","b":"2","a":{"Ref":"P"},"Any":{"A":"a","Other":{"Fn::Sub":"${X}"}},
            "Mixed":{"x-1":1,"y-1":2,"z":true},"Nested":{"Id":"i","n":{"m":{"Id":"j"}}},
            "Taken":{"AdditionalProperties":"p","additional_properties":true,"more":7},
            "Choice":{"c":"on"},"Patterned":{"x-a":1},"Lists":{"a1":[{"A":"q"}]},"Size":1}"#,
    );
    let names: Vec<_> = read.additional_properties.keys().collect();
    assert_eq!(names, ["b", "a"]);
    assert!(
        read.to_json()
            .ends_with("\"b\": \"2\",\n  \"a\": {\n    \"Ref\": \"P\"\n  }\n}")
    );
    let shown = format!("{read:?}");
    assert!(
        shown.contains(r#"b: "2""#) && shown.contains("Nested { Id"),
        "{shown}"
    );
}

#[test]
fn values_have_the_type_that_the_specification_gives_them() {
    use open::{
        Choice, ChoiceAdditionalProperties, Closed, Lists, Mixed, Nested, Patterned, Taken,
    };

    let nested = Nested::builder()
        .additional_properties([("n", Nested::builder().id("i").build())])
        .build();
    let taken = Taken::builder()
        .additional_properties("p")
        .additional_properties_2(true)
        .additional_properties_3([("more", 7)])
        .build();
    let own = Open::builder()
        .name("n")
        .nested(nested)
        .taken(taken)
        .choice(
            Choice::builder()
                .additional_properties([("c", ChoiceAdditionalProperties::On)])
                .build(),
        )
        .patterned(
            Patterned::builder()
                .additional_properties([("x-a", 1)])
                .build(),
        )
        .mixed(
            Mixed::builder()
                .additional_properties([("x-a", Json::from(1))])
                .build(),
        )
        .lists(
            Lists::builder()
                .additional_properties([("a1", vec![Closed::builder().a("q").build()])])
                .build(),
        )
        .additional_properties(BTreeMap::from([("b", "2"), ("a", "1")]))
        .build();
    assert!(own.validate().is_ok());
    assert_eq!(Open::from_json(&own.to_json()).unwrap(), own);
    let literal = Open {
        additional_properties: Map::from([("b", "2".into())]),
        ..own.clone()
    };
    assert_ne!(literal, own);
    assert_eq!(literal.to_value()["b"], "2");
}

#[test]
fn each_is_judged_by_its_schema() {
    assert_eq!(
        refused(r#"{"Name":"n","long":"123456","other":{"Fn::GetAtt":["X"]}}"#).len(),
        2
    );
    assert_eq!(
        refused(r#"{"Name":"n","Patterned":{"x-a":0,"y":1}}"#),
        [
            "E3034 /Patterned/x-a `0` is outside the range: at least 1",
            "E3002 /Patterned/y `\"y\"` is not a property"
        ]
    );
    assert_eq!(
        refused(r#"{"Name":"n","Mixed":{"x-a":"b","z":3}}"#).len(),
        2
    );
    assert_eq!(refused(r#"{"Name":"n","Choice":{"c":"of"}}"#).len(), 1);
    assert_eq!(
        refused(r#"{"Name":"n","Any":{"A":"a","B":"b"}}"#).len(),
        1,
        "what a property demands may stand beside the properties"
    );
    assert_eq!(
        refused(r#"{"Name":"n","Any":{"B":"b","c":1,"d":2,"e":3}}"#).len(),
        1
    );
    assert_eq!(
        refused(r#"{"Name":"n","Sets":[{"x":1,"y":2},{"y":2,"x":1}]}"#).len(),
        1
    );
    assert!(Open::from_json(r#"{"Name":"n","Sets":[{"x":1},{"x":2}]}"#).is_ok());
    let closed = refused(r#"{"Name":"n","Closed":{"B":"b"}}"#);
    assert_eq!(closed, ["E3002 /Closed/B `\"B\"` is not a property"]);
}

#[test]
fn values_made_in_memory_are_judged_as_documents_are() {
    let made = |members: [(&str, &str); 2]| {
        let open = Open::builder()
            .name("n")
            .additional_properties(members)
            .build();
        open.validate().map_err(|found| said(&found))
    };
    assert!(made([("a", "1"), ("b", "2")]).is_ok());
    assert_eq!(made([("a", "123456"), ("b", "2")]).unwrap_err().len(), 1);
    let misplaced = made([("Size", "1"), ("Name", "m")]).unwrap_err();
    assert_eq!(
        misplaced,
        [
            "E3002 /Size `\"Size\"` is a property, and no additional one",
            "E3002 /Name `\"Name\"` is a property, and no additional one"
        ]
    );
    // A document has each name once, and the property goes first.
    let open = Open::builder()
        .name("n")
        .additional_properties([("Name", "m"), ("a", "1")])
        .build();
    assert_eq!(open.to_json(), "{\n  \"Name\": \"n\",\n  \"a\": \"1\"\n}");
}

#[test]
fn a_call_among_the_properties_is_still_no_property() {
    let text = r#"{"Name":"n","Fn::Transform":{"Name":"M"}}"#;
    assert!(Open::from_json(text).is_err(), "a struct cannot hold it");
    assert!(
        Open::check_json(text)
            .iter()
            .all(|one| one.path().is_empty() || one.path() == "/Fn::Transform")
    );
}

#[test]
fn what_the_service_alone_sets_is_no_additional_property() {
    let text = r#"{"Name":"n","Arn":"a","b":"c"}"#;
    let read = Open::from_json(text).unwrap();
    assert_eq!(read.additional_properties.keys().collect::<Vec<_>>(), ["b"]);
    let found = Open::check_json(text);
    assert_eq!(found.len(), 1, "{found}");
    assert!(found.iter().all(|one| one.path() == "/Arn"));
}

#[test]
fn updates_tell_what_changes_beside_the_properties() {
    let changes = |old: &str, new: &str| {
        let [old, new] = [old, new].map(|text| Open::from_json(text).unwrap());
        let plan = old.plan_update(&new);
        let lines = plan.changes().iter();
        let lines =
            lines.map(|one| format!("{} {:?} {}", one.path(), one.outcome(), one.certain()));
        lines.collect::<Vec<_>>()
    };
    assert_eq!(
        changes(
            r#"{"Name":"n","a":"1","b":"2"}"#,
            r#"{"b":"2","a":"1","Name":"n"}"#
        ),
        [""; 0]
    );
    assert_eq!(
        changes(
            r#"{"Name":"n","a":"1","b":"2"}"#,
            r#"{"Name":"n","a":"3","c":{"Ref":"P"}}"#
        ),
        [
            "/a MayReplace true",
            "/b MayReplace true",
            "/c MayReplace true"
        ],
        "nobody says what a change of these does"
    );
    assert_eq!(
        changes(
            r#"{"Name":"n","Nested":{"m":{"Id":"1"}}}"#,
            r#"{"Name":"n","Nested":{"m":{"Id":"2"}}}"#
        ),
        ["/Nested/m/Id InPlace true"]
    );
    assert_eq!(
        changes(
            r#"{"Name":"n","Lists":{"a1":[{"A":"q"}]}}"#,
            r#"{"Name":"n","Lists":{"a1":[{"A":"r"}]}}"#
        ),
        ["/Lists/a1/0/A Replace true"]
    );
    let whole = r#"{"Name":"n","Lists":{"A":"a","a1":[{"A":"q"}]}}"#;
    assert_eq!(changes(r#"{"Name":"n"}"#, whole), ["/Lists Replace true"]);
    assert_eq!(
        changes(whole, r#"{"Name":"n","Lists":{"A":"a"}}"#),
        ["/Lists/a1 Replace true"]
    );
    assert_eq!(
        changes(
            r#"{"Name":"n","Lists":{"Ref":"P"}}"#,
            r#"{"Name":"n","Lists":{"Ref":"Q"}}"#
        ),
        ["/Lists MayReplace false"]
    );
}

#[test]
fn facts_say_what_may_stand_beside_the_properties() {
    use formwork::TypeSpec;

    let beside = |name: &str| {
        let mut properties = Open::spec().properties.iter();
        let property = properties.find(|property| property.name == name).unwrap();
        match property.ty {
            TypeSpec::Record(record) => record.additional_properties(),
            _ => panic!("`{name}` is no record"),
        }
    };
    assert!(matches!(beside("Any"), Some(TypeSpec::Json)));
    assert!(matches!(beside("Patterned"), Some(TypeSpec::Integer)));
    assert!(matches!(beside("Mixed"), Some(TypeSpec::Json)));
    assert!(matches!(beside("Nested"), Some(TypeSpec::Record(record)) if record.name == "Nested"));
    assert!(matches!(
        beside("Lists"),
        Some(TypeSpec::List(TypeSpec::Record(_)))
    ));
    assert!(beside("Closed").is_none());
    let first = Open::spec().properties.first().unwrap();
    assert_eq!(first.update, UpdateBehavior::Immutable);
}

/// A struct of one's own.
mod own {
    use super::*;

    #[derive(Clone, Debug, PartialEq, formwork::Resource)]
    #[resource(spec = "corpus/specs/open.json")]
    struct Own {
        name: String,
        any: Option<Any>,
        additional_properties: BTreeMap<String, String>,
    }

    #[derive(Clone, Debug, PartialEq, formwork::PropertyType)]
    #[resource(spec = "corpus/specs/open.json", property = "Any")]
    struct Any<T = Value<Json>> {
        b: Option<String>,
        #[resource(additional)]
        rest: Map<T>,
    }

    /// It has no field for additional properties.
    #[derive(Clone, Debug, PartialEq, formwork::Resource)]
    #[resource(spec = "corpus/specs/open.json")]
    struct Narrow {
        name: String,
    }

    #[test]
    fn additional_properties_have_a_field() {
        let text = r#"{"Name":"n","Any":{"B":"b","Other":{"Ref":"P"}},"x":"1","a":"2"}"#;
        let own = Own::from_json(text).unwrap();
        assert_eq!(own.additional_properties.len(), 2);
        assert_eq!(own.any.as_ref().unwrap().rest.len(), 1);
        let expected: serde_json::Value = serde_json::from_str(text).unwrap();
        assert_eq!(own.to_value(), expected);
        assert_eq!(serde_json::from_value::<Own>(expected).unwrap(), own);
        let found = Own::from_json(r#"{"Name":"n","x":{"Ref":"P"},"y":"123456"}"#).unwrap_err();
        assert_eq!(found.len(), 2, "{found}");
    }

    #[test]
    fn what_has_no_field_is_reported_and_not_lost() {
        assert!(Narrow::from_json(r#"{"Name":"n"}"#).is_ok());
        let found = Narrow::from_json(r#"{"Name":"n","x":"1","Size":1}"#).unwrap_err();
        assert_eq!(found.len(), 2, "{found}");
        let found = said(&found);
        assert!(
            found.iter().all(|line| !line.contains("is not a property")),
            "{found:?}"
        );
    }
}

/// A name that a pattern admits is a member of its own, even one slip away from a required property: that is missing.
#[test]
fn a_name_that_a_pattern_admits_stands_for_no_required_property() {
    for text in [
        r#"{"serviceToken": "123456789012"}"#,
        r#"{"ServiceTokens": "123456789012"}"#,
        r#"{"Other": 1}"#,
    ] {
        let found = CustomResource::from_json(text).unwrap_err();
        assert!(
            found
                .to_string()
                .contains("property `ServiceToken` is missing"),
            "{text}: {found}"
        );
        assert!(!CustomResource::check_json(text).is_empty(), "{text}");
    }
}
