//! What an update does, before it is done.

use crate::widget::Widget;
use formwork::{Resource, UpdateBehavior};

/// `path behaviour` of each change, `?` where it is not certain.
fn changes(old: &str, new: &str) -> Vec<String> {
    let read = |text: &str| Widget::from_json(&format!(r#"{{"Name":"w",{text}}}"#)).unwrap();
    let plan = read(old).plan_update(&read(new));
    let lines = plan.changes().iter().map(|change| {
        let doubt = if change.certain() { "" } else { "?" };
        format!("{} {:?}{doubt}", change.path(), change.update())
    });
    lines.collect()
}

#[test]
fn nothing_changes() {
    let widget = Widget::builder().name("w").build();
    let plan = widget.plan_update(&widget);
    assert!(plan.changes().is_empty());
    assert_eq!(plan.outcome(), None);
    assert_eq!(plan.to_string(), "no change");
}

#[test]
fn the_most_severe_change_is_the_outcome() {
    let old = Widget::builder().name("w").size(1).build();
    let new = Widget::builder().name("v").size(2).active(true).build();
    let plan = old.plan_update(&new);
    assert_eq!(plan.outcome(), Some(UpdateBehavior::Immutable));
    let text = plan.to_string();
    assert!(
        text.contains("/Name: \"w\" -> \"v\" (replacement)"),
        "{text}"
    );
    assert!(
        text.contains("/Size: 1 -> 2 (some interruptions)"),
        "{text}"
    );
    assert!(
        text.contains("/Active: nothing -> true (no interruption)"),
        "{text}"
    );
    assert!(UpdateBehavior::Mutable < UpdateBehavior::Conditional);
    assert!(UpdateBehavior::Conditional < UpdateBehavior::Immutable);
}

#[test]
fn nested_properties_are_compared_one_by_one() {
    let old = r#""Owner":{"Name":"a","Team":"t"},"Parts":[{"Id":"a","Count":1}]"#;
    let owner = r#""Owner":{"Name":"b","Team":"t"},"Parts":[{"Id":"a","Count":2}]"#;
    assert_eq!(
        changes(old, owner),
        ["/Owner/Name Mutable", "/Parts/0/Count Mutable"]
    );
    let team = r#""Owner":{"Name":"a","Team":"u"},"Parts":[{"Id":"b","Count":1}]"#;
    assert_eq!(
        changes(old, team),
        ["/Owner/Team Immutable", "/Parts/0/Id Immutable"]
    );
}

#[test]
fn a_record_that_comes_or_goes_is_as_severe_as_what_is_in_it() {
    assert_eq!(
        changes(r#""Size":1"#, r#""Size":1,"Owner":{"Name":"a"}"#),
        ["/Owner Mutable"]
    );
    let with_team = r#""Size":1,"Owner":{"Name":"a","Team":"t"}"#;
    assert_eq!(changes(r#""Size":1"#, with_team), ["/Owner Immutable"]);
    assert_eq!(changes(with_team, r#""Size":1"#), ["/Owner Immutable"]);
}

#[test]
fn order_counts_only_where_the_specification_says_so() {
    let tags = |keys: [&str; 2]| {
        let tags = keys.map(|key| format!(r#"{{"Key":"{key}","Value":"v"}}"#));
        format!(r#""Tags":[{}]"#, tags.join(","))
    };
    assert_eq!(changes(&tags(["a", "b"]), &tags(["b", "a"])), [""; 0]);
    assert_eq!(
        changes(&tags(["a", "b"]), &tags(["c", "a"])),
        ["/Tags/0/Key Mutable"]
    );
    let parts =
        |ids: [&str; 2]| format!(r#""Parts":[{{"Id":"{}"}},{{"Id":"{}"}}]"#, ids[0], ids[1]);
    assert_eq!(
        changes(&parts(["a", "b"]), &parts(["b", "a"])),
        ["/Parts/0/Id Immutable", "/Parts/1/Id Immutable"]
    );
}

#[test]
fn a_function_hides_whether_the_value_changes() {
    assert_eq!(
        changes(r#""Size":1"#, r#""Size":{"Ref":"S"}"#),
        ["/Size Conditional?"]
    );
    assert_eq!(
        changes(r#""Size":{"Ref":"S"}"#, r#""Size":{"Ref":"S"}"#),
        [""; 0]
    );
    let branches = |value: i32| format!(r#""Size":{{"Fn::If":["C",1,{value}]}}"#);
    assert_eq!(
        changes(&branches(2), &branches(3)),
        ["/Size/Fn::If/2 Conditional?"]
    );
    let nothing = r#""Active":{"Ref":"AWS::NoValue"}"#;
    assert_eq!(changes(nothing, r#""Size":1"#), ["/Size Conditional"]);
}
