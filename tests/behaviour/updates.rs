//! What an update does, before it is done.

use crate::widget::Widget;
use formwork::{Interruption, Outcome, Resource, UpdateBehavior};

/// `path outcome` of each change, `?` where it is not certain. The name changes besides, so that it forbids no
/// replacement.
fn changes(old: &str, new: &str) -> Vec<String> {
    let read = |name: &str, text: &str| {
        Widget::from_json(&format!(r#"{{"Name":"{name}",{text}}}"#)).unwrap()
    };
    let plan = read("old", old).plan_update(&read("new", new));
    let (name, others) = plan.changes().split_first().unwrap();
    assert_eq!((name.path(), name.outcome()), ("/Name", Outcome::Replace));
    let lines = others.iter().map(|change| {
        let doubt = if change.certain() { "" } else { "?" };
        format!("{} {:?}{doubt}", change.path(), change.outcome())
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
    assert_eq!(plan.outcome(), Some(Outcome::Replace));
    assert_eq!(plan.interruption(), Interruption::Possible);
    let text = plan.to_string();
    assert!(
        text.contains("/Name: \"w\" -> \"v\" (replaced)\n  because "),
        "{text}"
    );
    assert!(
        text.contains("/Size: 1 -> 2 (may be replaced, may be interrupted)\n  because "),
        "{text}"
    );
    assert!(
        text.contains("/Active: nothing -> true (updated in place)\n"),
        "{text}"
    );
    assert!(
        text.ends_with("outcome: replaced (1 of 3 changes)"),
        "{text}"
    );
    assert!(UpdateBehavior::Mutable < UpdateBehavior::Conditional);
    assert!(UpdateBehavior::Conditional < UpdateBehavior::Immutable);
    assert_eq!(UpdateBehavior::Conditional.to_string(), "may be replaced");
}

#[test]
fn nested_properties_are_compared_one_by_one() {
    let old = r#""Owner":{"Name":"a","Team":"t"},"Parts":[{"Id":"a","Count":1}]"#;
    let owner = r#""Owner":{"Name":"b","Team":"t"},"Parts":[{"Id":"a","Count":2}]"#;
    assert_eq!(
        changes(old, owner),
        ["/Owner/Name InPlace", "/Parts/0/Count InPlace"]
    );
    let team = r#""Owner":{"Name":"a","Team":"u"},"Parts":[{"Id":"b","Count":1}]"#;
    assert_eq!(
        changes(old, team),
        ["/Owner/Team Replace", "/Parts/0/Id Replace"]
    );
}

#[test]
fn a_record_that_comes_or_goes_is_as_severe_as_what_is_in_it() {
    assert_eq!(
        changes(r#""Size":1"#, r#""Size":1,"Owner":{"Name":"a"}"#),
        ["/Owner InPlace"]
    );
    let with_team = r#""Size":1,"Owner":{"Name":"a","Team":"t"}"#;
    assert_eq!(changes(r#""Size":1"#, with_team), ["/Owner Replace"]);
    assert_eq!(changes(with_team, r#""Size":1"#), ["/Owner Replace"]);
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
        ["/Tags/1 InPlace", "/Tags/0 InPlace"]
    );
    let parts =
        |ids: [&str; 2]| format!(r#""Parts":[{{"Id":"{}"}},{{"Id":"{}"}}]"#, ids[0], ids[1]);
    assert_eq!(
        changes(&parts(["a", "b"]), &parts(["b", "a"])),
        ["/Parts/0/Id Replace", "/Parts/1/Id Replace"]
    );
}

#[test]
fn a_function_hides_whether_the_value_changes() {
    assert_eq!(
        changes(r#""Size":1"#, r#""Size":{"Ref":"S"}"#),
        ["/Size MayReplace?"]
    );
    assert_eq!(
        changes(r#""Size":{"Ref":"S"}"#, r#""Size":{"Ref":"S"}"#),
        [""; 0]
    );
    let branches = |value: i32| format!(r#""Size":{{"Fn::If":["C",1,{value}]}}"#);
    assert_eq!(
        changes(&branches(2), &branches(3)),
        ["/Size/Fn::If/2 MayReplace?"]
    );
    let nothing = r#""Active":{"Ref":"AWS::NoValue"}"#;
    assert_eq!(changes(nothing, r#""Size":1"#), ["/Size MayReplace"]);
}
