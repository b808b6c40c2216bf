//! Lines that a program holds: what may not be replaced.

use formwork::{Interruption, Outcome, PropertyType, Resource, Value, assert_no_replacement};

use crate::widget::Widget;

#[derive(Clone, Debug, PartialEq, PropertyType)]
#[resource(spec = "corpus/specs/laboratory.json", property = "Lock")]
struct Lock {
    #[resource(never_replace)]
    kind: Option<String>,
    code: Option<Value<String>>,
}

#[derive(Clone, Debug, PartialEq, Resource)]
#[resource(spec = "corpus/specs/laboratory.json")]
struct Bench {
    #[resource(never_replace)]
    place: Option<Value<String>>,
    #[resource(never_replace, rename = "Height")]
    tall: Option<i64>,
    material: Option<String>,
    shelves: Option<formwork::Json>,
    lock: Option<Lock>,
    #[resource(never_replace)]
    drawers: Option<formwork::Map<Lock>>,
}

fn bench() -> Bench {
    Bench {
        place: Some("north".into()),
        tall: Some(90),
        material: None,
        shelves: None,
        lock: Some(Lock {
            kind: Some("bolt".to_owned()),
            code: None,
        }),
        drawers: None,
    }
}

/// The outcome, and the reasons of the first change.
fn plan(change: impl FnOnce(&mut Bench)) -> (Option<Outcome>, Vec<String>) {
    let old = bench();
    let mut new = old.clone();
    change(&mut new);
    let plan = old.plan_update(&new);
    let first = plan.changes().first();
    let reasons = first.into_iter().flat_map(formwork::Change::reasons);
    (
        plan.outcome(),
        reasons.map(|reason| reason.text().to_owned()).collect(),
    )
}

#[test]
fn a_field_that_never_replaces_refuses_what_would() {
    let (outcome, reasons) = plan(|bench| bench.place = Some("south".into()));
    assert_eq!(outcome, Some(Outcome::Refused));
    assert_eq!(
        reasons[0],
        "the program says that a change of `Place` never replaces the resource"
    );
    assert!(reasons[1].contains("replaces the resource"), "{reasons:?}");
    let (outcome, _) = plan(|bench| bench.tall = Some(91));
    assert_eq!(outcome, Some(Outcome::Refused), "it may be replaced");
    let (outcome, _) = plan(|bench| bench.place = Some(Value::reference("Place")));
    assert_eq!(outcome, Some(Outcome::Refused), "it may be replaced");
}

#[test]
fn the_line_holds_for_what_is_inside_and_for_nothing_else() {
    let kind = |kind: &str| Lock {
        kind: Some(kind.to_owned()),
        code: None,
    };
    let (outcome, _) = plan(|bench| bench.lock = Some(kind("latch")));
    assert_eq!(
        outcome,
        Some(Outcome::Refused),
        "a field of a property type"
    );
    let (outcome, _) = plan(|bench| bench.lock.as_mut().unwrap().code = Some("1".into()));
    assert_eq!(outcome, Some(Outcome::InPlace), "its neighbour");
    let (outcome, _) = plan(|bench| {
        bench.drawers = Some([("a".to_owned(), kind("bolt"))].into_iter().collect());
    });
    assert_eq!(
        outcome,
        Some(Outcome::Refused),
        "something inside of a field"
    );
    let (outcome, _) = plan(|bench| bench.material = Some("oak".to_owned()));
    assert_eq!(outcome, Some(Outcome::InPlace));
    let (outcome, _) = plan(|bench| bench.shelves = Some(r#"[{"Id":"a"}]"#.parse().unwrap()));
    assert_eq!(outcome, Some(Outcome::Replace), "a field without a line");
}

#[test]
fn an_update_in_place_passes_the_assertion() {
    let old = Widget::builder().name("w").active(true).build();
    let new = Widget::builder().name("w").active(false).build();
    assert_no_replacement!(old, new);
    assert_no_replacement!(&old, &new);
    assert_no_replacement!(old.clone(), Widget::builder().name("w").build(),);
    assert_eq!(old.plan_update(&new).interruption(), Interruption::None);
}

#[test]
fn what_the_assertion_says_is_the_plan() {
    let old = Widget::builder().name("w").size(1).build();
    let message = |new: Widget| {
        let failed = std::panic::catch_unwind(|| assert_no_replacement!(old, new)).unwrap_err();
        failed.downcast_ref::<String>().unwrap().clone()
    };
    let replaced = message(Widget::builder().name("v").size(1).build());
    assert!(
        replaced.starts_with("the resource is not updated in place\n/Name: "),
        "{replaced}"
    );
    assert!(replaced.ends_with("outcome: replaced"), "{replaced}");
    let perhaps = message(Widget::builder().name("w").size(2).build());
    assert!(perhaps.contains("may be replaced"), "{perhaps}");
}
