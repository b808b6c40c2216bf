//! Values that are made to do harm: no plan panics, hangs or fills the memory.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use formwork::{Json, Outcome, Types, UpdatePlan};

use crate::LABORATORY;

/// Far more than any of these takes, also on a busy machine and without optimisation.
const PATIENCE: Duration = Duration::from_secs(20);

/// The deepest document that readers let through.
const DEEPEST: usize = 256;

fn plan(old: &str, new: &str) -> UpdatePlan {
    let types = Types::new().with_specification(LABORATORY).unwrap();
    let bench = types.get("Acme::Lab::Bench").unwrap();
    let [old, new] = [old, new].map(|text| text.parse::<Json>().unwrap());
    let start = Instant::now();
    let plan = bench.plan_update(&old, &new);
    assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
    plan
}

fn nested(levels: usize, open: &str, inner: &str, close: &str) -> String {
    format!("{}{inner}{}", open.repeat(levels), close.repeat(levels))
}

fn list(elements: impl Iterator<Item = String>) -> String {
    elements.collect::<Vec<_>>().join(",")
}

#[test]
fn deep_values_do_not_double_the_work_of_each_level() {
    let levels = DEEPEST - 2;
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}"), (r#"[{"a":["#, "]}]")] {
        let levels = levels / open.matches(['[', '{']).count();
        let [old, new] = ["1", "2"].map(|inner| nested(levels, open, inner, close));
        let [old, new] = [old, new].map(|value| format!(r#"{{"Policy":{value}}}"#));
        assert_eq!(plan(&old, &new).changes().len(), 1);
        assert_eq!(plan(&old, &old).outcome(), None);
    }
    let tree = |leaf: &str| {
        let inner = format!(r#"{{"Leaf":"{leaf}"}}"#);
        let tree = nested(levels, r#"{"Below":"#, &inner, "}");
        format!(r#"{{"Tree":{tree}}}"#)
    };
    let found = plan(&tree("a"), &tree("b"));
    assert_eq!(found.outcome(), Some(Outcome::InPlace));
    assert_eq!(found.changes().len(), 1);
}

#[test]
fn conditions_within_conditions_are_not_multiplied() {
    let levels = DEEPEST / 2 - 4;
    let chain = |name: &str, last: &str| {
        let mut open = String::new();
        for number in 0..levels {
            write!(open, r#"{{"Fn::If":["{name}{number}","{number}","#).unwrap();
        }
        format!(r#"{{"Place":{open}"{last}"{}}}"#, "]}".repeat(levels))
    };
    let same = plan(&chain("C", "x"), &chain("C", "y"));
    assert_eq!(
        (same.changes().len(), same.outcome()),
        (1, Some(Outcome::MayReplace))
    );
    let crossed = plan(&chain("C", "x"), &chain("D", "x"));
    assert_eq!(crossed.outcome(), Some(Outcome::MayReplace));
    // Both branches go on: twice as many with each level.
    let tree = |name: &str, levels: usize| {
        let mut value = "\"x\"".to_owned();
        for number in 0..levels {
            value = format!(r#"{{"Fn::If":["{name}{number}",{value},{value}]}}"#);
        }
        format!(r#"{{"Place":{value}}}"#)
    };
    // No branch holds anything else, so nothing changes, if anybody looks at them all.
    assert_eq!(plan(&tree("C", 5), &tree("D", 5)).outcome(), None);
    let given_up = plan(&tree("C", 12), &tree("D", 12));
    assert_eq!(given_up.outcome(), Some(Outcome::MayReplace));
    let wide = |value: &str| {
        let branch =
            list((0..2_000).map(|number| format!(r#"{{"Id":"{number}","Width":{value}}}"#)));
        format!("[{branch}]")
    };
    let crossed = format!(
        r#"{{"Nested":{{"Fn::If":["C",{},{}]}}}}"#,
        wide("1"),
        wide("2")
    );
    let other = format!(
        r#"{{"Nested":{{"Fn::If":["D",{},{}]}}}}"#,
        wide("3"),
        wide("4")
    );
    assert_eq!(plan(&crossed, &other).outcome(), Some(Outcome::InPlace));
}

#[test]
fn long_lists_and_maps_are_compared_in_reasonable_time() {
    const MANY: usize = 20_000;
    let texts =
        |order: &dyn Fn(usize) -> usize| list((0..MANY).map(|at| format!("\"e{}\"", order(at))));
    let forward = texts(&|at| at);
    for backward in [texts(&|at| MANY - 1 - at), texts(&|at| (at + 1) % MANY)] {
        for name in ["Set", "Unique", "FixedSet"] {
            let [old, new] = [&forward, &backward].map(|list| format!(r#"{{"{name}":[{list}]}}"#));
            assert_eq!(plan(&old, &new).outcome(), None);
        }
    }
    let calls =
        |step: usize| list((0..MANY).map(|at| format!(r#"{{"Ref":"R{}"}}"#, (at + step) % MANY)));
    let [old, new] = [calls(0), calls(7)].map(|list| format!(r#"{{"Set":[{list}]}}"#));
    assert_eq!(plan(&old, &new).outcome(), None);
    let conditions = |value: &str| {
        let one = format!(r#"{{"Fn::If":["C","{value}","x"]}}"#);
        list((0..MANY / 10).map(|_| one.clone()))
    };
    let [old, new] = ["a", "b"].map(|value| format!(r#"{{"Set":[{}]}}"#, conditions(value)));
    assert_eq!(plan(&old, &new).outcome(), Some(Outcome::InPlace));
    let tags = |step: usize| {
        list((0..MANY).map(|at| format!(r#"{{"Key":"k{}","Value":"v"}}"#, (at + step) % MANY)))
    };
    let [old, new] = [tags(0), tags(5)].map(|list| format!(r#"{{"Tags":[{list}]}}"#));
    assert_eq!(plan(&old, &new).outcome(), None);
    let twins = list((0..MANY).map(|_| r#"{"Key":"k","Value":"v"}"#.to_owned()));
    let [old, new] = [
        twins.clone(),
        format!(r#"{twins},{{"Key":"l","Value":"v"}}"#),
    ]
    .map(|list| format!(r#"{{"Tags":[{list}]}}"#));
    assert_eq!(plan(&old, &new).changes().len(), 1);
    let members = |value: &str| list((0..MANY).map(|at| format!(r#""m{at}":"{value}""#)));
    for name in ["Labels", "Policy"] {
        let [old, new] = ["a", "b"].map(|value| format!(r#"{{"{name}":{{{}}}}}"#, members(value)));
        assert_eq!(plan(&old, &new).outcome(), Some(Outcome::InPlace));
    }
    let [old, new] = ["a", "b"].map(|value| format!("{{{}}}", members(value)));
    assert_eq!(plan(&old, &new).outcome(), Some(Outcome::MayReplace));
}

#[test]
fn of_very_many_changes_ten_thousand_are_listed_and_all_count() {
    let labels = |value: &str| list((0..30_000).map(|at| format!(r#""m{at}":"{value}""#)));
    let [old, new] = ["a", "b"].map(|value| {
        format!(
            r#"{{"Labels":{{{}}},"Tree":{{"Root":"{value}"}}}}"#,
            labels(value)
        )
    });
    let found = plan(&old, &new);
    assert_eq!((found.changes().len(), found.unlisted()), (10_000, 20_001));
    assert_eq!(
        found.outcome(),
        Some(Outcome::Replace),
        "the last one counts"
    );
    let shown = found.to_string();
    assert!(shown.contains("  and 9990 more\n"), "{shown}");
    assert!(
        shown.contains("and 20001 more that are not listed"),
        "{shown}"
    );
    assert!(shown.len() < 4_000, "{} bytes", shown.len());
}

#[test]
fn changes_below_a_very_long_name_do_not_repeat_it_by_the_thousand() {
    let long = "x".repeat(10_000_000);
    let locks = |value: &str| {
        let drawer = |at| format!(r#""d{at}":{{"Code":"{value}"}}"#);
        list((0..5_000).map(drawer))
    };
    let below = |value: &str| {
        format!(
            r#"{{"Policy":{{"{long}":1}},"Drawers":{{{}}}}}"#,
            locks(value)
        )
    };
    assert_eq!(plan(&below("a"), &below("b")).changes().len(), 5_000);
    let named = |value: &str| {
        format!(r#"{{"Drawers":{{"{long}":{{"Code":"{value}","Kind":"{value}"}}}}}}"#)
    };
    let found = plan(&named("a"), &named("b"));
    assert_eq!(found.outcome(), Some(Outcome::Replace));
    let shown = found.to_string();
    assert!(shown.len() < 4_000, "{} bytes", shown.len());
}

#[test]
fn nothing_from_outside_is_shown_raw() {
    let name = r"\u001b[31m\n\u202ename";
    let old = format!(r#"{{"Labels":{{"{name}":"{name}"}},"{name}":1,"Secret":"hunter1"}}"#);
    let new = r#"{"Labels":{},"Secret":"hunter2"}"#;
    let found = plan(&old, new);
    for shown in [
        found.to_string(),
        format!("{found:?}"),
        format!("{:?}", found.changes()),
    ] {
        assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown:?}");
        assert!(shown.contains("u{1b}[31m"), "{shown:?}");
        assert!(!shown.contains("hunter"), "{shown}");
    }
}
