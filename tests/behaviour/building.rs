//! Builders, value sets and plain struct use.

use crate::widget::{Widget, widget};
use formwork::{Json, Resource, Value};

#[test]
fn a_builder_takes_literals_and_functions_for_every_slot() {
    let widget = Widget::builder()
        .name("w")
        .size(3)
        .weight(2.5)
        .active(true)
        .since("2030-01-01T00:00:00Z")
        .policy(r#"{"a":[1]}"#.parse::<Json>().unwrap())
        .owner(
            widget::Owner::builder()
                .name(Value::reference("Owner"))
                .build(),
        )
        .parts([widget::Part::builder()
            .id("p")
            .count(Value::reference("Count"))
            .build()])
        .labels([("a", "1"), ("b", "2")])
        .mode(widget::Mode::_3Way)
        .build();
    widget.validate().unwrap();
    assert_eq!(
        widget.owner.as_ref().unwrap().as_literal().unwrap().team,
        None
    );
    let json = widget.to_value();
    assert_eq!(json["Parts"][0]["Count"]["Ref"], "Count");
    assert_eq!(json["Mode"], "3-way");
    assert_eq!(json["Weight"], 2.5);
}

#[test]
fn required_properties_may_be_given_in_any_order_and_again() {
    let owner = widget::Owner::builder()
        .team("a")
        .name("b")
        .name("c")
        .build();
    assert_eq!(owner.name.as_literal().unwrap(), "c");
}

#[test]
fn types_without_required_properties_have_a_default() {
    let tree = widget::Tree {
        label: Some("leaf".into()),
        ..widget::Tree::default()
    };
    assert_eq!(tree, widget::Tree::builder().label("leaf").build());
}

#[test]
fn a_type_may_contain_itself() {
    let leaf = widget::Tree::builder().label("leaf").build();
    let tree = widget::Tree::builder().child(Box::new(leaf)).build();
    let widget = Widget::builder().name("w").root(tree).build();
    assert_eq!(Widget::from_json(&widget.to_json()).unwrap(), widget);
}

#[test]
fn value_sets_stay_open() {
    let future = widget::Mode::from("warp");
    assert!(!future.is_known());
    assert_eq!(future.as_str(), "warp");
    assert!(widget::Mode::Fast.is_known());
    assert_eq!(widget::Mode::from("fast"), widget::Mode::Fast);
    assert_eq!(widget::Mode::VALUES, ["fast", "slow", "3-way"]);
    assert_eq!(widget::Mode::Slow.to_string(), "slow");
    let widget = Widget::builder().name("w").mode(future).build();
    assert_eq!(widget.to_value()["Mode"], "warp");
    assert!(widget.validate().is_err());
}

#[test]
fn debug_shows_what_is_there_and_redacts_secrets() {
    let widget = Widget::builder().name("w").secret("hunter2").build();
    assert_eq!(
        format!("{widget:?}"),
        r#"Widget { Name: "w", Secret: <redacted> }"#
    );
}

#[test]
fn read_only_properties_are_attributes() {
    assert_eq!(widget::ARN.name(), "Arn");
    assert_eq!(widget::ENDPOINT_ADDRESS.name(), "Endpoint.Address");
    let names: Vec<_> = <Widget as Resource>::spec()
        .properties
        .iter()
        .map(|p| p.name)
        .collect();
    assert!(!names.contains(&"Arn"));
}
