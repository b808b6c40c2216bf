//! Documents that are made to do harm: none panics, hangs or fills the memory.

use std::time::{Duration, Instant};

use formwork::apigatewayv2::IntegrationResponse;
use formwork::{Map, Resource, Rule, Value};

use crate::tree::Tree;
use crate::widget::Widget;

/// Far more than any of these takes, also on a busy machine and without optimisation.
const PATIENCE: Duration = Duration::from_secs(20);

/// The deepest document that readers let through.
const DEEPEST: usize = 256;

fn nested(levels: usize, open: &str, inner: &str, close: &str) -> String {
    format!("{}{inner}{}", open.repeat(levels), close.repeat(levels))
}

#[test]
fn text_of_ten_megabytes_is_read_and_shown_in_short() {
    let long = "x".repeat(10_000_000);
    let text = format!(
        r#"{{"ApiId":"a","IntegrationId":"i","IntegrationResponseKey":"k","ContentHandlingStrategy":"{long}","{long}":1}}"#
    );
    let violations = IntegrationResponse::from_json(&text).unwrap_err();
    let enumerated = violations
        .iter()
        .find(|one| one.rule() == Rule::Enum)
        .unwrap();
    assert!(enumerated.message().len() < 300);
    let unknown = violations
        .iter()
        .find(|one| one.rule() == Rule::UnknownProperty)
        .unwrap();
    assert!(unknown.message().len() < 300);
    assert_eq!(unknown.path().len(), 10_000_001);
}

/// What a report, a violation in one line and every message show, in either format and through serde.
fn shown(text: &str) -> Vec<String> {
    let violations = [Tree::from_json(text), Tree::from_yaml(text)].map(Result::unwrap_err);
    let mut all = vec![
        serde_json::from_str::<Tree>(text).map_or_else(|one| one.to_string(), |_| String::new()),
    ];
    for violations in violations {
        all.push(violations.to_string());
        all.push(format!("{violations:?}"));
        for one in &violations {
            all.extend([one.to_string(), format!("{one:?}"), one.message()]);
            all.extend(one.help());
        }
    }
    all
}

#[test]
fn what_comes_from_outside_never_reaches_the_terminal_as_a_command() {
    let forged = "\\u001b[2J\\n\\nerror[E9999]: forged\\u202e\\u2066\\u0007\\r\\u009b";
    let documents = [
        format!(r#"{{"{forged}":1}}"#),
        format!(r#"{{"Twice":{{"{forged}":1}}}}"#),
        format!(r#"{{"Root":{{"{forged}":{{"{forged}":1}}}}}}"#),
        format!(r#"{{"Any":{{"{forged}":null}}}}"#),
        format!(r#"{{"Any":{{"{forged}":{{"Ref":"{forged}","Fn::Sub":"${{"}},"x":{{"Ref":1}}}}}}"#),
        format!(r#"{{"Word":"{forged}"}}"#),
        format!(r#"{{"Big":"{forged}"}}"#),
        format!(r#"{{"Big":{{"Fn::{forged}":1}},"x":1}}"#),
        format!(r#"{{"Big":{{"Fn::GetAtt":"{forged}"}}}}"#),
        format!(r#"{{"Any":{{"{forged}":1,"{forged}":2}}}}"#),
    ];
    for text in &documents {
        for shown in shown(text) {
            let lines = shown
                .lines()
                .filter(|line| line.starts_with("error[E9999]"))
                .count();
            let raw = shown.chars().find(|one| {
                (one.is_control() && *one != '\n') || ('\u{202a}'..='\u{2069}').contains(one)
            });
            assert_eq!((lines, raw), (0, None), "{text}\n{shown:?}");
        }
    }
    // Paths are data, and stay what they are.
    let violations = Tree::from_json(&documents[0]).unwrap_err();
    let path = violations.iter().next().unwrap().path();
    assert_eq!(
        path,
        "/\u{1b}[2J\n\nerror[E9999]: forged\u{202e}\u{2066}\u{7}\r\u{9b}"
    );
}

#[test]
fn a_name_of_five_megabytes_makes_a_short_report() {
    let long = "n".repeat(5_000_000);
    for text in [
        format!(r#"{{"{long}":1}}"#),
        format!(r#"{{"Any":{{"{long}":[null,{{"{long}":null}}]}}}}"#),
        format!(r#"{{"Any":{{"Fn::{long}":null}},"Big":{{"Fn::{long}":1,"x":1}}}}"#),
        format!(r#"{{"Any":{{"{long}":1,"{long}":2}}}}"#),
        format!(r#"{{"Big":{{"Fn::Split":["{long}","x"]}},"x":"{long}"}}"#),
    ] {
        for shown in shown(&text) {
            assert!(shown.len() < 4_000, "{} bytes: {shown:.300}", shown.len());
        }
    }
}

#[test]
fn maps_of_very_many_members_are_compared_at_once() {
    let start = Instant::now();
    let labels = |order: &mut dyn Iterator<Item = u32>| {
        let members = order.map(|number| (format!("{number:06}"), "x"));
        Widget::builder()
            .name("w")
            .labels(members.collect::<Value<Map<Value<String>>>>())
            .build()
    };
    let (up, down) = (labels(&mut (0..100_000)), labels(&mut (0..100_000).rev()));
    assert_eq!(up, down);
    assert_ne!(up, labels(&mut (1..100_001)));
    assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
}

#[test]
fn of_very_many_problems_a_thousand_are_listed_and_all_are_counted() {
    let members: Vec<String> = (0..1_000_000)
        .map(|number| format!(r#""x{number}":1"#))
        .collect();
    let text = format!("{{{}}}", members.join(","));
    let violations = IntegrationResponse::from_json(&text).unwrap_err();
    assert_eq!((violations.len(), violations.unlisted()), (1000, 999_003));
    let report = violations.to_string();
    assert!(report.ends_with("1000 problems, and 999003 more that are not listed"));
}

#[test]
fn of_very_many_repeated_names_a_thousand_are_listed_and_all_are_counted() {
    let start = Instant::now();
    let object = format!("{{{}}}", [r#""a":1"#; 3].join(","));
    let list = vec![object; 100_000].join(",");
    let text = format!(
        r#"{{"Any":[{list}],"Name":{}}}"#,
        "0,\"Name\":".repeat(100_000) + "1"
    );
    let violations = Tree::from_json(&text).unwrap_err();
    assert_eq!(violations.len(), 1000);
    assert!(violations.unlisted() > 299_000);
    let furthest = violations.iter().last().unwrap();
    assert_eq!(
        (furthest.rule(), furthest.path()),
        (Rule::Syntax, "/Any/499/a")
    );
    assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
}

#[test]
fn problems_below_a_very_long_name_do_not_repeat_it_by_the_thousand() {
    let long = "x".repeat(10_000_000);
    let repeated = [r#""a":null"#; 2].join(",");
    let list = vec![format!("{{{repeated}}}"); 5000].join(",");
    let in_json = format!(r#"{{"Name":"n","Any":{{"{long}":[{list}]}}}}"#);
    let in_map = format!(r#"{{"ResponseTemplates":{{"{long}":[{list}]}},"{long}":[{list}]}}"#);
    let judged = [
        Tree::from_json(&in_json).unwrap_err(),
        IntegrationResponse::from_json(&in_map).unwrap_err(),
    ];
    for violations in judged {
        let bytes: usize = violations.iter().map(|one| one.path().len()).sum();
        // One path of each kind of problem may be long.
        assert!(bytes < 40_000_000, "{bytes}");
        assert!(violations.len() < 10, "{}", violations.len());
        assert!(violations.unlisted() > 4990, "{}", violations.unlisted());
    }
}

#[test]
fn nul_and_other_controls_are_shown_as_escapes() {
    let text = r#"{"ApiId":"a","IntegrationId":"i","IntegrationResponseKey":"k","ContentHandlingStrategy":"\u0000\u001b[31m"}"#;
    let violations = IntegrationResponse::from_json(text).unwrap_err();
    let message = violations.iter().next().unwrap().message();
    assert!(message.contains(r"\0\u{1b}[31m"), "{message}");
}

#[test]
fn documents_as_deep_as_may_be_fit_on_the_stack_of_a_thread() {
    let free = nested(DEEPEST - 2, r#"{"a":"#, "1", "}");
    let text = format!(r#"{{"Any":{free}}}"#);
    let tree = Tree::from_json(&text).unwrap();
    assert_eq!(tree.clone(), tree);
    assert_eq!(tree.validate(), Ok(()));
    assert_eq!(tree.to_value().to_string(), text);
    assert!(format!("{tree:?}").len() > DEEPEST);
    assert_eq!(Tree::from_yaml(&tree.to_yaml()).unwrap(), tree);
    assert_eq!(tree.plan_update(&tree).outcome(), None);

    let typed = nested(
        DEEPEST - 2,
        r#"{"Name":"n","Left":"#,
        r#"{"Name":"n"}"#,
        "}",
    );
    let tree = Tree::from_json(&format!(r#"{{"Root":{typed}}}"#)).unwrap();
    assert_eq!(tree.clone(), tree);
    assert_eq!(tree.validate(), Ok(()));
    assert_eq!(Tree::from_yaml(&tree.to_yaml()).unwrap(), tree);
    assert_eq!(tree.plan_update(&tree).outcome(), None);

    let calls = nested(
        DEEPEST / 2 - 2,
        r#"{"Fn::If":["C","#,
        r#"{"Name":"n"}"#,
        r#",{"Name":"o"}]}"#,
    );
    assert!(Tree::from_json(&format!(r#"{{"Root":{calls}}}"#)).is_ok());

    let too_deep = nested(DEEPEST + 1, "[", "", "]");
    let violations = Tree::from_json(&too_deep).unwrap_err();
    assert_eq!(violations.iter().next().unwrap().rule(), Rule::Syntax);
}

#[test]
fn alternatives_within_alternatives_do_not_double_the_work_of_each_level() {
    let start = Instant::now();
    let good = nested(60, r#"{"Name":"n","Left":"#, r#"{"Name":"n"}"#, "}");
    let tree = Tree::from_json(&format!(r#"{{"Root":{good}}}"#)).unwrap();
    assert_eq!(tree.validate(), Ok(()));
    let bad = nested(
        60,
        r#"{"Name":"n","Left":"#,
        r#"{"Left":{"Name":"n"}}"#,
        "}",
    );
    let violations = Tree::from_json(&format!(r#"{{"Root":{bad}}}"#)).unwrap_err();
    assert!(violations.iter().any(|one| one.rule() == Rule::OneOf));
    assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
}

#[test]
fn a_pattern_that_goes_back_for_ever_gives_up() {
    let start = Instant::now();
    let word = format!("{}!", "a".repeat(50_000));
    let text = format!(r#"{{"Word":"{word}"}}"#);
    // Either answer is right; none is not.
    let _ = Tree::from_json(&text);
    assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
}

#[test]
fn long_lists_of_equal_elements_are_compared_in_reasonable_time() {
    let start = Instant::now();
    let items = vec![r#"{"Name":"n"}"#; 20_000].join(",");
    assert!(Tree::from_json(&format!(r#"{{"Root":{{"Name":"n","Items":[{items}]}}}}"#)).is_ok());
    assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
}
