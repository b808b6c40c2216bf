//! Values that a program nests too deep: refused where they are judged, and never more than the stack can hold.

use formwork::{Json, Map, Resource, Rule, Value};

use crate::scalars::Gauge;
use crate::widget::{Widget, widget};

/// More than the stack of a thread holds if each level takes a usual frame of it, and far more.
const DEEP: [usize; 2] = [5_000, 100_000];

/// What a thread has, unless it is the first.
const STACK: usize = 2 << 20;

fn with_little_stack(work: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(STACK);
    thread.spawn(work).unwrap().join().unwrap();
}

fn nested(levels: usize, level: impl Fn(Json) -> Json) -> Json {
    (0..levels).fold(Json::from("x"), |inner, _| level(inner))
}

fn lists(levels: usize) -> Json {
    nested(levels, |inner| Json::Array(vec![inner]))
}

fn objects(levels: usize) -> Json {
    nested(levels, |inner| Json::Object(Map::from([("a", inner)])))
}

fn calls(levels: usize) -> Json {
    nested(levels, |inner| {
        Json::Object(Map::from([("Fn::Base64", inner)]))
    })
}

fn branches(levels: usize) -> Json {
    nested(levels, |inner| {
        let argument = Json::Array(vec!["C".into(), inner, "y".into()]);
        Json::Object(Map::from([("Fn::If", argument)]))
    })
}

fn deep_values() -> impl Iterator<Item = Json> {
    let kinds = [lists, objects, calls, branches];
    DEEP.into_iter()
        .flat_map(move |levels| kinds.map(|kind| kind(levels)))
}

fn gauge(free: Json) -> Gauge {
    let free = Json::Object(Map::from([("free", free)]));
    Gauge {
        free: Some(Value::Literal(free)),
        ..Gauge::builder().build()
    }
}

fn violations(resource: &impl Resource) -> Vec<(String, Rule, String)> {
    let violations = resource.validate().err().unwrap_or_default();
    let one = |one: formwork::Violation| (one.path().to_owned(), one.rule(), one.message());
    violations.into_iter().map(one).collect()
}

const MESSAGE: &str = "the value is nested more than 256 levels deep";

#[test]
fn what_is_too_deep_is_a_violation_and_nothing_overflows() {
    with_little_stack(|| {
        for free in deep_values() {
            let gauge = gauge(free);
            assert_eq!(
                violations(&gauge),
                [("/Free".to_owned(), Rule::Syntax, MESSAGE.to_owned())]
            );
            let copy = gauge.clone();
            assert_eq!(copy, gauge);
            assert!(gauge.plan_update(&copy).is_empty());
            let plan = gauge.plan_update(&self::gauge(lists(3)));
            assert_eq!(plan.changes().len(), 1);
            assert!(!plan.to_string().is_empty());
            let json = gauge.to_json();
            for text in [format!("{gauge:?}"), gauge.to_yaml(), json.clone()] {
                // A few bytes for each level, and the blanks of no more lines than a document has.
                assert!((10_000..4_000_000).contains(&text.len()), "{}", text.len());
            }
            let refused = Gauge::from_json(&json).unwrap_err().to_string();
            assert!(refused.contains("nested more than 256 levels deep"));
            assert!(Gauge::from_yaml(&gauge.to_yaml()).is_err());
            // What another crate could not drop is there as text.
            assert!(Gauge::from_value(&gauge.to_value()).is_ok());
            assert!(serde_json::to_string(&gauge).is_err());
        }
    });
}

#[test]
fn a_difference_far_inside_is_seen_or_said_to_be_unknown() {
    with_little_stack(|| {
        for levels in DEEP {
            let one = gauge(lists(levels));
            let other = gauge(lists(levels + 1));
            assert!(one != other);
            assert!(!one.plan_update(&other).is_empty());
        }
    });
}

#[test]
fn calls_in_the_place_of_a_value_are_as_deep_as_values() {
    with_little_stack(|| {
        let named = |name: Value<String>| Gauge {
            name: Some(name),
            ..Gauge::builder().build()
        };
        let text = || Value::<String>::from("x");
        assert_eq!(violations(&named(Value::base64(text()))), []);
        for levels in DEEP {
            let joined = (0..levels).fold(text(), |inner, _| Value::join("-", [inner]));
            let chosen =
                (0..levels).fold(Value::from("y"), |inner, _| Value::if_("C", inner, text()));
            for deep in [joined, chosen] {
                let gauge = named(deep);
                let found = violations(&gauge);
                assert_eq!(
                    found,
                    [("/Name".to_owned(), Rule::Syntax, MESSAGE.to_owned())]
                );
                assert_eq!(gauge.clone(), gauge);
                let other = named(text());
                assert!(!gauge.plan_update(&other).is_empty());
                assert!(!other.plan_update(&gauge).is_empty());
                assert!(gauge.plan_update(&gauge.clone()).is_empty());
            }
        }
    });
}

#[test]
fn branches_that_are_too_deep_are_not_asked_whether_they_remove_what_is_required() {
    with_little_stack(|| {
        for levels in DEEP {
            let deep = (0..levels).fold(Value::<String>::no_value(), |inner, _| {
                Value::if_("C", inner, Value::<String>::from("x"))
            });
            let widget = Widget::builder().name(deep).build();
            let found = violations(&widget);
            assert!(found.contains(&("/Name".to_owned(), Rule::Syntax, MESSAGE.to_owned())));
        }
    });
}

#[test]
fn what_validates_is_read_again_and_what_does_not_is_refused() {
    // Two levels are around it: the property object, and the object in it.
    for (levels, is_right) in [
        (1, true),
        (200, true),
        (254, true),
        (255, false),
        (300, false),
    ] {
        for free in [lists(levels), objects(levels)] {
            let gauge = gauge(free);
            assert_eq!(violations(&gauge).is_empty(), is_right, "{levels}");
            assert_eq!(
                Gauge::from_json(&gauge.to_json()).is_ok(),
                is_right,
                "{levels}"
            );
            assert_eq!(
                Gauge::from_yaml(&gauge.to_yaml()).is_ok(),
                is_right,
                "{levels}"
            );
            if is_right {
                assert_eq!(Gauge::from_value(&gauge.to_value()).as_ref(), Ok(&gauge));
            }
        }
    }
}

#[test]
fn types_that_contain_themselves_are_as_deep_as_documents() {
    let widget = |levels: usize| {
        let leaf = widget::Tree::builder().label("leaf").build();
        let node = (1..levels).fold(leaf, |inner, _| {
            widget::Tree::builder().label("n").child(inner).build()
        });
        Widget::builder().name("w").root(node).build()
    };
    for (levels, is_right) in [(10, true), (255, true), (256, false), (400, false)] {
        let widget = widget(levels);
        assert_eq!(widget.validate().is_ok(), is_right, "{levels}");
        assert_eq!(
            Widget::from_json(&widget.to_json()).is_ok(),
            is_right,
            "{levels}"
        );
        assert_eq!(widget.clone() == widget, is_right, "{levels}");
    }
}
