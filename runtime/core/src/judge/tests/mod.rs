//! Each demand by itself: what it lets pass, and what it reports where.

mod calls;
mod codes;
mod members;
mod values;

use crate::document::Document;
use crate::facts::SpecCell;
use crate::typed::view::View;

/// `path rule` of everything wrong with a property object whose only property `P` has the schema.
fn problems(schema: &str, value: &str) -> Vec<String> {
    object(
        &format!(r#""properties":{{"P":{schema}}}"#),
        &format!(r#"{{"P":{value}}}"#),
    )
}

/// The same for an object with the demands.
fn object(demands: &str, value: &str) -> Vec<String> {
    let cell = cell(demands);
    let document = Document::from_json(value).unwrap();
    let (root, spec) = (View::Node(document.root()), cell.resource());
    let found = crate::judge::whole(root, spec, false, "").found;
    let is_right = crate::judge::is_right(root, spec, false);
    assert_eq!(is_right, found.is_empty(), "{demands} {value}");
    let line = |violation: &crate::Violation| format!("{} {}", violation.path(), violation.rule());
    found.iter().map(|found| line(&found.violation)).collect()
}

fn cell(demands: &str) -> &'static SpecCell {
    let table = format!(
        r#"{{"typeName":"A::B::C","definitions":{{"":{{"type":"object",{demands},"additionalProperties":false}}}}}}"#
    );
    Box::leak(Box::new(SpecCell::new(Box::leak(table.into()))))
}

#[track_caller]
fn passes(schema: &str, values: &[&str]) {
    for value in values {
        assert_eq!(problems(schema, value), [""; 0], "{schema} {value}");
    }
}

#[track_caller]
fn fails(schema: &str, values: &[&str], problem: &str) {
    for value in values {
        assert_eq!(problems(schema, value), [problem], "{schema} {value}");
    }
}
