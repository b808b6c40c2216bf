//! Writing: wire names in the order of the specification, and back.

use crate::widget::Widget;
use formwork::Resource;

#[test]
fn properties_are_written_in_the_order_of_the_specification() {
    let widget = Widget::from_json(r#"{"Active":true,"Size":1,"Name":"w"}"#).unwrap();
    assert_eq!(
        widget.to_json(),
        "{\n  \"Name\": \"w\",\n  \"Size\": 1,\n  \"Active\": true\n}"
    );
    assert_eq!(widget.to_yaml(), "Name: w\nSize: 1\nActive: true\n");
    assert_eq!(
        serde_json::to_string(&widget).unwrap(),
        r#"{"Name":"w","Size":1,"Active":true}"#
    );
}

#[test]
fn what_serde_writes_is_what_the_resource_writes() {
    let text = include_str!("../corpus/widget.json");
    let widget = Widget::from_json(text).unwrap();
    assert_eq!(serde_json::to_value(&widget).unwrap(), widget.to_value());
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(text).unwrap(),
        widget.to_value()
    );
    assert_eq!(Widget::from_value(&widget.to_value()).unwrap(), widget);
    assert_eq!(Widget::from_yaml(&widget.to_yaml()).unwrap(), widget);
}
