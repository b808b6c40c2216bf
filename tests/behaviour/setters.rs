//! What setters take.

#![allow(
    clippy::needless_borrows_for_generic_args,
    reason = "that borrowed values are taken is what is tested"
)]

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, LinkedList, VecDeque};

use crate::scalars::{Gauge, gauge};
use crate::widget::{Widget, widget};
use formwork::{IntoValue, Json, Map, Resource, Template, Value, json, values};

/// The JSON of one property of a gauge.
fn gauge(built: gauge::GaugeBuilder<Gauge>, property: &str) -> String {
    built.build().to_value()[property].to_string()
}

#[test]
fn strings() {
    let text = String::from("x");
    let taken: [Value<String>; 9] = [
        Widget::builder().name("x").build().name,
        Widget::builder().name(&"x").build().name,
        Widget::builder().name(text.clone()).build().name,
        Widget::builder().name(&text).build().name,
        Widget::builder().name(Cow::Borrowed("x")).build().name,
        Widget::builder().name(Cow::from(text.clone())).build().name,
        Widget::builder().name(text.into_boxed_str()).build().name,
        Widget::builder().name('x').build().name,
        Widget::builder().name(Value::from("x")).build().name,
    ];
    for value in &taken {
        assert_eq!(*value, "x");
        assert_eq!(*value, "x".to_owned());
        assert_eq!("x", *value);
    }
    assert_eq!(Widget::builder().name(&taken[0]).build().name, "x");
}

#[test]
fn value_sets() {
    let text = String::from("fast");
    let taken = [
        Widget::builder().name("w").mode("fast"),
        Widget::builder().name("w").mode(text.clone()),
        Widget::builder().name("w").mode(&text),
        Widget::builder().name("w").mode(Cow::from("fast")),
        Widget::builder().name("w").mode(widget::Mode::Fast),
        Widget::builder().name("w").mode(Some("fast")),
        Widget::builder()
            .name("w")
            .mode(text.parse::<widget::Mode>().unwrap()),
        Widget::builder()
            .name("w")
            .mode(widget::Mode::from(text.clone())),
    ];
    for builder in taken {
        assert_eq!(builder.build().mode.unwrap(), "fast");
    }
    assert_eq!(widget::Mode::Fast, "fast");
    assert_ne!(widget::Mode::Fast, *"slow");
}

#[test]
fn integers() {
    let taken = [
        Gauge::builder().count(7),
        Gauge::builder().count(7_i8),
        Gauge::builder().count(7_i16),
        Gauge::builder().count(7_i64),
        Gauge::builder().count(7_u8),
        Gauge::builder().count(7_u16),
        Gauge::builder().count(7_u32),
        Gauge::builder().count(7_u64),
        Gauge::builder().count(7_usize),
        Gauge::builder().count(7_isize),
        Gauge::builder().count(7_i128),
        Gauge::builder().count(Some(7)),
    ];
    for builder in taken {
        assert_eq!(builder.build().count.unwrap(), 7);
    }
}

#[test]
fn an_integer_that_no_property_holds_is_kept_and_reported() {
    let gauge = Gauge::builder().count(u64::MAX).build();
    assert_eq!(gauge.to_value()["Count"].to_string(), u64::MAX.to_string());
    let violations = gauge.validate().unwrap_err();
    assert_eq!(violations.iter().next().unwrap().path(), "/Count");
    let least = Gauge::builder().count(i128::from(i64::MIN)).build();
    assert_eq!(least.count.unwrap(), i64::MIN);
}

#[test]
fn numbers() {
    for (builder, written) in [
        (Gauge::builder().threshold(0.5), "0.5"),
        (Gauge::builder().threshold(0.5_f32), "0.5"),
        (Gauge::builder().threshold(3), "3"),
        (Gauge::builder().threshold(3_u8), "3"),
        (Gauge::builder().threshold(3_u64), "3"),
        (Gauge::builder().threshold(-3_i64), "-3"),
        (
            Gauge::builder().threshold(9_007_199_254_740_993_u64),
            "9007199254740993",
        ),
        (Gauge::builder().threshold(i64::MAX), "9223372036854775807"),
    ] {
        let json = builder.build().to_json();
        assert!(json.contains(&format!(": {written}\n")), "{json}");
    }
    let exact = Gauge::builder().threshold(i64::MAX).build();
    exact.validate().unwrap();
    assert!(exact.threshold.unwrap().is_literal());
}

#[test]
fn lists() {
    let expected = "[1,2]";
    let owned = vec![1, 2];
    for builder in [
        Gauge::builder().days([1, 2]),
        Gauge::builder().days(&[1, 2]),
        Gauge::builder().days([1_u64, 2]),
        Gauge::builder().days(vec![1_u16, 2]),
        Gauge::builder().days(&owned),
        Gauge::builder().days(&owned[..]),
        Gauge::builder().days(owned.clone().into_boxed_slice()),
        Gauge::builder().days(VecDeque::from([1, 2])),
        Gauge::builder().days(LinkedList::from([1, 2])),
        Gauge::builder().days(BTreeSet::from([2, 1])),
        Gauge::builder().days(HashSet::from([2, 1])),
        Gauge::builder().days([Value::Literal(1), Value::Literal(2)]),
        Gauge::builder().days(vec![Value::Literal(1), Value::Literal(2)]),
        Gauge::builder().days(owned.iter().copied().collect::<Value<_>>()),
        Gauge::builder().days(Some([1, 2])),
    ] {
        assert_eq!(gauge(builder, "Days"), expected);
    }
    let mixed = Gauge::builder().days([1.into(), Value::reference("Day")]);
    assert_eq!(gauge(mixed, "Days"), r#"[1,{"Ref":"Day"}]"#);
    let mixed = Gauge::builder().days(values![1, Value::reference("Day"), 3_u8]);
    assert_eq!(gauge(mixed, "Days"), r#"[1,{"Ref":"Day"},3]"#);
}

#[test]
fn an_array_without_elements_needs_no_type() {
    assert_eq!(gauge(Gauge::builder().days([]), "Days"), "[]");
    assert_eq!(gauge(Gauge::builder().days(&[]), "Days"), "[]");
    assert_eq!(gauge(Gauge::builder().labels([]), "Labels"), "{}");
    assert_eq!(gauge(Gauge::builder().document([]), "Document"), "[]");
    assert_eq!(
        gauge(Gauge::builder().days(Vec::<i64>::new()), "Days"),
        "[]"
    );
    let long: [u8; 256] = [1; 256];
    assert_eq!(gauge(Gauge::builder().days(long), "Days").len(), 513);
}

#[test]
fn maps() {
    let expected = r#"{"a":"1","b":"2"}"#;
    let pairs = [("b", "2"), ("a", "1")];
    let ordered = BTreeMap::from(pairs);
    let hashed = HashMap::from(pairs);
    for builder in [
        Gauge::builder().labels([("a", "1"), ("b", "2")]),
        Gauge::builder().labels(&[("a", "1"), ("b", "2")]),
        Gauge::builder().labels([('a', '1'), ('b', '2')]),
        Gauge::builder().labels(vec![
            ("a".to_owned(), "1".to_owned()),
            ("b".to_owned(), "2".into()),
        ]),
        Gauge::builder().labels(&ordered),
        Gauge::builder().labels(ordered.clone()),
        Gauge::builder().labels(&hashed),
        Gauge::builder().labels(hashed.clone()),
        Gauge::builder().labels(Map::from([("a", "1"), ("b", "2")])),
        Gauge::builder().labels(&Map::from([("a", "1"), ("b", "2")])),
        Gauge::builder().labels(values! { "a" => "1", String::from("b") => '2' }),
        Gauge::builder().labels(Some(ordered.clone())),
    ] {
        assert_eq!(
            builder.build().labels.unwrap().to_json().to_string(),
            expected
        );
    }
    // The names of a hash map have no order of their own.
    let many: HashMap<String, i32> = (10..40).map(|n| (format!("n{n}"), n)).collect();
    let json = Gauge::builder().free(many).build().free.unwrap().to_json();
    let names: Vec<&str> = json.as_object().unwrap().keys().collect();
    assert!(names.is_sorted());
}

#[test]
fn builders_that_are_complete() {
    let owner = widget::Owner::builder().name("o");
    let part = |id: &str| widget::Part::builder().id(id);
    let widget = Widget::builder()
        .name("w")
        .owner(owner.clone())
        .parts([part("a"), part("b").count(2)])
        .tags(vec![widget::Tag::builder().key("k").value("v").build()])
        .root(widget::Tree::builder().child(widget::Tree::builder().label("leaf")));
    let built = widget.clone().owner(owner.team("t")).build();
    built.validate().unwrap();
    assert_eq!(
        built.to_value().to_string(),
        r#"{"Name":"w","Owner":{"Name":"o","Team":"t"},"Parts":[{"Id":"a"},{"Count":2,"Id":"b"}],"Root":{"Child":{"Label":"leaf"}},"Tags":[{"Key":"k","Value":"v"}]}"#
    );
    let tag = built.tags.unwrap().into_literal().unwrap().remove(0);
    let other = Widget::builder().name("o").tags([tag]).build();
    assert_eq!(other.to_value()["Tags"][0]["Key"], "k");
}

#[test]
fn options_of_optional_properties() {
    let team: Option<&str> = None;
    let owner = widget::Owner::builder()
        .name("o")
        .team("before")
        .team(team)
        .build();
    assert_eq!(owner.team, None);
    let tree = Some(widget::Tree::builder().label(Some(String::from("l"))));
    let widget = Widget::builder()
        .name("w")
        .root(tree)
        .size(None::<i64>)
        .build();
    assert_eq!(
        widget.to_value().to_string(),
        r#"{"Name":"w","Root":{"Label":"l"}}"#
    );
    let copy = Widget::builder()
        .name(&widget.name)
        .root(widget.root.clone())
        .build();
    assert_eq!(copy, widget);
}

#[test]
fn free_json() {
    let reference: Value<String> = Value::reference("R");
    for (builder, expected) in [
        (Gauge::builder().document("a"), r#""a""#),
        (Gauge::builder().document(String::from("a")), r#""a""#),
        (Gauge::builder().document(true), "true"),
        (Gauge::builder().document(1), "1"),
        (Gauge::builder().document(1.5_f32), "1.5"),
        (Gauge::builder().document(u64::MAX), "18446744073709551615"),
        (Gauge::builder().document(["a", "b"]), r#"["a","b"]"#),
        (Gauge::builder().document(vec![vec![1], vec![]]), "[[1],[]]"),
        (
            Gauge::builder().document([("b", 1), ("a", 2)]),
            r#"{"b":1,"a":2}"#,
        ),
        (
            Gauge::builder().document(BTreeMap::from([("a", [1])])),
            r#"{"a":[1]}"#,
        ),
        (
            Gauge::builder().document(serde_json::json!({ "a": [null] })),
            r#"{"a":[null]}"#,
        ),
        (Gauge::builder().document(Json::from(vec![1])), "[1]"),
        (
            Gauge::builder().document(Value::reference("R")),
            r#"{"Ref":"R"}"#,
        ),
        (
            Gauge::builder().document(["a".into(), Value::reference("R")]),
            r#"["a",{"Ref":"R"}]"#,
        ),
        (
            Gauge::builder().document(values!["a", 1, Value::reference("R")]),
            r#"["a",1,{"Ref":"R"}]"#,
        ),
        (
            Gauge::builder().document([("a", "x".into()), ("b", Value::reference("R"))]),
            r#"{"a":"x","b":{"Ref":"R"}}"#,
        ),
        (
            Gauge::builder().document(serde_json::json!({ "a": reference })),
            r#"{"a":{"Ref":"R"}}"#,
        ),
        (Gauge::builder().document(Some(false)), "false"),
    ] {
        assert_eq!(
            builder.build().document.unwrap().to_json().to_string(),
            expected
        );
    }
}

#[test]
fn json_as_it_is_written() {
    let reference: Value<String> = Value::reference("R");
    let number: Value<i64> = Value::Literal(3);
    let name = "k";
    let written = json!({
        "b": null, "a": [1, -2.5, true, "x", null, [], {}, { "n": 1 }, Value::reference("Y"), &reference],
        (format!("{name}1")): reference, "f": number, "e": 1 + 2,
    });
    assert_eq!(
        written.to_string(),
        r#"{"b":null,"a":[1,-2.5,true,"x",null,[],{},{"n":1},{"Ref":"Y"},{"Ref":"R"}],"k1":{"Ref":"R"},"f":3,"e":3}"#
    );
    assert_eq!(json!(null), Json::Null);
    assert_eq!(json!("a").as_str(), Some("a"));
    assert_eq!(json!([]).to_string(), "[]");
}

#[test]
fn json_for_properties_of_any_type() {
    let widget = Widget::builder()
        .name(json!("w"))
        .size(json!("3"))
        .owner(serde_json::json!({ "Name": "o", "Team": { "Ref": "Team" } }))
        .parts(json!([{ "Id": "a" }, Value::reference("Part")]))
        .labels(json!({ "a": "1" }))
        .build();
    widget.validate().unwrap();
    assert_eq!(widget.size.as_ref().unwrap(), &3);
    let owner = widget.owner.as_ref().unwrap().as_literal().unwrap();
    assert_eq!(owner.name, "o");
    assert!(owner.team.as_ref().unwrap().is_intrinsic());
    assert_eq!(Widget::from_json(&widget.to_json()).unwrap(), widget);
}

#[test]
fn json_that_a_type_cannot_hold_is_kept_and_reported() {
    let widget = Widget::builder()
        .name("w")
        .owner(json!({ "Name": "o", "Taem": 1 }))
        .parts(json!("none"))
        .build();
    assert_eq!(
        widget.to_value().to_string(),
        r#"{"Name":"w","Owner":{"Name":"o","Taem":1},"Parts":"none"}"#
    );
    let violations = widget.validate().unwrap_err();
    let paths: Vec<&str> = violations.iter().map(formwork::Violation::path).collect();
    assert_eq!(paths, ["/Owner/Taem", "/Parts"]);
}

#[test]
fn handles() {
    let mut template = Template::new();
    let widget = template.add("Widget", Widget::builder().name("w")).unwrap();
    let stage = template
        .parameter("Stage", formwork::Parameter::string())
        .unwrap();
    let other = Widget::builder()
        .name(&widget)
        .mode(&stage)
        .owner(widget::Owner::builder().name(widget.get_att(widget::ARN)))
        .labels([("a", &widget)])
        .policy(json!({ "a": &widget, "b": widget.get_att(widget::ARN), "c": &stage }))
        .build();
    assert_eq!(
        other.to_value().to_string(),
        r#"{"Labels":{"a":{"Ref":"Widget"}},"Mode":{"Ref":"Stage"},"Name":{"Ref":"Widget"},"Owner":{"Name":{"Fn::GetAtt":["Widget","Arn"]}},"Policy":{"a":{"Ref":"Widget"},"b":{"Fn::GetAtt":["Widget","Arn"]},"c":{"Ref":"Stage"}}}"#
    );
}

#[test]
fn types_of_the_program() {
    struct Stage;
    impl<P> IntoValue<String, P> for Stage {
        fn into_value(self) -> Value<String> {
            "prod".into()
        }
    }
    let widget = Widget::builder()
        .name(Stage)
        .secret(Stage)
        .secret(Some(Stage))
        .build();
    assert_eq!(widget.secret.unwrap(), "prod");
    assert_eq!(widget.name, "prod");
}

/// The type of a half-filled builder: its key was given, its value was not.
fn team() -> widget::TagBuilder<formwork::Given> {
    widget::Tag::builder().key("team")
}

/// Whatever was given already.
fn labelled<K, V>(
    tag: widget::TagBuilder<K, V>,
    key: &str,
) -> widget::TagBuilder<formwork::Given, V> {
    tag.key(key)
}

#[test]
fn half_filled_builders_have_a_type() {
    let tags = [team().value("a"), labelled(team(), "k").value("b")];
    let widget = Widget::builder().name("w").tags(tags).build();
    assert_eq!(widget.to_value()["Tags"][1]["Key"], "k");
}

#[test]
fn values_and_serde() {
    let value: Value<i64> = Value::Literal(1);
    assert_eq!(serde_json::to_string(&value).unwrap(), "1");
    let value: Value<String> = Value::reference("R");
    assert_eq!(serde_json::to_string(&value).unwrap(), r#"{"Ref":"R"}"#);
    assert_ne!(value, "R");
    assert_ne!(value, String::from("R"));
}
