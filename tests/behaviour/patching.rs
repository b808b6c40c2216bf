//! A specification that is wrong, mended by a patch beside it.

use formwork::Resource;

formwork::resource! {
    spec = "corpus/specs/widget.json",
    patch = "corpus/specs/widget-fixes.json",
}

#[test]
fn the_patched_specification_is_what_counts() {
    let widget = Widget::builder().name("w").size(50).color("red").build();
    widget.validate().unwrap();
    assert_eq!(widget.to_value()["Color"], "red");
    assert!(crate::widget::Widget::from_json(&widget.to_json()).is_err());
}
