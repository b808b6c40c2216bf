//! When two resources are equal.

use crate::widget::Widget;

/// A widget with something in every place.
const WHOLE: &str = r#"{
    "Name": "name", "Size": 5, "Weight": 1.5, "Active": true, "Secret": { "Ref": "Secret" },
    "Policy": { "a": [1, { "b": null }] }, "Owner": { "Name": "o", "Team": "t" },
    "Parts": [{ "Id": "1", "Count": 1 }, { "Id": "2" }], "Labels": { "a": "1", "b": "2" },
    "Tags": [{ "Key": "k", "Value": "v" }], "Mode": "fast", "Root": { "Child": { "Label": "leaf" } }
}"#;

fn widget(text: &str) -> Widget {
    // Not all of what is compared here is valid.
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_difference_in_any_place_is_one() {
    let whole = widget(WHOLE);
    assert_eq!(whole, whole.clone());
    assert_eq!(whole, widget(WHOLE));
    for (from, to) in [
        ("\"name\"", "\"other\""),
        ("\"name\"", "{ \"Ref\": \"name\" }"),
        ("5", "6"),
        ("1.5", "1.25"),
        ("true", "false"),
        ("{ \"Ref\": \"Secret\" }", "{ \"Ref\": \"Other\" }"),
        ("[1, {", "[2, {"),
        ("\"Team\": \"t\"", "\"Team\": \"u\""),
        (", \"Team\": \"t\"", ""),
        ("\"Id\": \"2\"", "\"Id\": \"3\""),
        (", { \"Id\": \"2\" }", ""),
        ("\"b\": \"2\"", "\"b\": \"3\""),
        (", \"b\": \"2\"", ""),
        ("\"b\": \"2\"", "\"c\": \"2\""),
        ("\"fast\"", "\"slow\""),
        ("\"fast\"", "\"unheard of\""),
        ("\"leaf\"", "\"branch\""),
    ] {
        let changed = WHOLE.replacen(from, to, 1);
        assert_ne!(changed, WHOLE, "{from}");
        assert_ne!(whole, widget(&changed), "{from} -> {to}");
        assert_eq!(widget(&changed), widget(&changed), "{from} -> {to}");
    }
}

#[test]
fn what_means_the_same_is_equal() {
    let whole = widget(WHOLE);
    let turned = WHOLE.replace(r#""a": "1", "b": "2""#, r#""b": "2", "a": "1""#);
    assert_eq!(whole, widget(&turned));
    let written = WHOLE.replace("\"Size\": 5", "\"Size\": \"5\"");
    assert_eq!(whole, widget(&written));
    let unknown = WHOLE.replace("fast", "unheard of");
    assert_eq!(widget(&unknown), widget(&unknown));
}

#[test]
fn numbers_are_compared_as_floats_are() {
    let build = |weight: f64| Widget::builder().name("n").weight(weight).build();
    assert_eq!(build(0.0), build(-0.0));
    assert_ne!(build(f64::NAN), build(f64::NAN));
}
