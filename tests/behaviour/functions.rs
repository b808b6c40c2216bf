//! Functions in every slot survive reading and writing.

use crate::widget::Widget;
use formwork::{Json, Resource, Rule, Value};

const CALLS: [&str; 12] = [
    r#"{"Ref":"P"}"#,
    r#"{"Fn::GetAtt":["R","A.B"]}"#,
    r#"{"Fn::If":["C",{"Ref":"A"},{"Ref":"B"}]}"#,
    r#"{"Fn::FindInMap":["M","a","b"]}"#,
    r#"{"Fn::ImportValue":"E"}"#,
    r#"{"Fn::Select":[0,[{"Ref":"A"}]]}"#,
    r#"{"Fn::Transform":{"Name":"M","Parameters":{"a":1}}}"#,
    r#"{"Fn::Whatever":["a",{"b":[true]}]}"#,
    r#"{"Fn::ValueOf":["P","A"]}"#,
    r#"{"Fn::RefAll":"AWS::EC2::VPC::Id"}"#,
    r#"{"Fn::If":["C",{"Ref":"AWS::NoValue"},{"Ref":"B"}]}"#,
    r#"{"Fn::FindInMap":["M","a","b",{"DefaultValue":{"Ref":"D"}}]}"#,
];

const OPTIONAL: [&str; 11] = [
    "Size", "Weight", "Active", "Since", "Policy", "Owner", "Parts", "Labels", "Tags", "Mode",
    "Root",
];

#[test]
fn any_call_in_any_slot() {
    for call in CALLS {
        for slot in OPTIONAL {
            let text = format!(r#"{{"Name":"w","{slot}":{call}}}"#);
            let widget = Widget::from_json(&text).unwrap_or_else(|error| panic!("{text}\n{error}"));
            let document: Json = text.parse().unwrap();
            assert_eq!(widget.to_json().parse::<Json>().unwrap(), document);
            assert_eq!(
                Json::from_yaml(&widget.to_yaml()).unwrap(),
                document,
                "{}",
                widget.to_yaml()
            );
            assert_eq!(Widget::from_yaml(&widget.to_yaml()).unwrap(), widget);
            assert_eq!(serde_json::from_str::<Widget>(&text).unwrap(), widget);
        }
    }
}

#[test]
fn calls_stand_inside_lists_maps_and_records() {
    let text = r#"{"Name":"w","Parts":[{"Id":{"Fn::Sub":"${A}"},"Count":{"Ref":"C"}},{"Ref":"P"}],
        "Labels":{"a":{"Ref":"L"}},"Policy":{"Statement":[{"Fn::If":["C",{"x":1},{"Ref":"AWS::NoValue"}]}]}}"#;
    let widget = Widget::from_json(text).unwrap();
    assert_eq!(
        widget.to_json().parse::<Json>().unwrap(),
        text.parse().unwrap()
    );
}

#[test]
fn every_constructor_gives_a_call_that_the_judge_accepts() {
    type Text = Value<String>;
    let list = || Value::<Vec<Value<String>>>::from(["a", "b"]);
    let calls: Vec<Text> = vec![
        Value::reference("A"),
        Value::get_att("A", "B.C"),
        Value::sub("${A.B}-${!C}"),
        Value::sub_with("${x}", [("x", Text::reference("A"))]),
        Value::join("-", [Text::from("a"), Value::reference("A")]),
        Value::select(1, list()),
        Value::if_("C", "2030-01-01T00:00:00Z", Text::no_value()),
        Value::find_in_map("M", Text::reference("A"), "k"),
        Value::find_in_map_or("M", "a", "b", "c"),
        Value::import_value(Text::sub("${A}")),
        Value::get_stack_output("network", Text::reference("A")),
        Value::base64("x"),
        Value::transform("M", [("a", 1)]),
        Value::to_json_string(Json::from_iter(["a"])),
    ];
    for call in calls {
        let widget = Widget::builder().name("w").since(call.clone()).build();
        widget
            .validate()
            .unwrap_or_else(|error| panic!("{call:?}\n{error}"));
        assert_eq!(Widget::from_json(&widget.to_json()).unwrap(), widget);
    }
    let lists: Vec<Value<Vec<Value<String>>>> = vec![
        Value::split(",", "a,b"),
        Value::get_azs(""),
        Value::cidr("10.0.0.0/16", 4, 8),
    ];
    for call in lists {
        let name = call.as_intrinsic().unwrap().name().unwrap().to_owned();
        let parts = Value::function(name, call.as_intrinsic().unwrap().argument().clone());
        Widget::builder()
            .name("w")
            .parts(parts)
            .build()
            .validate()
            .unwrap();
    }
    Widget::builder()
        .name("w")
        .size(Value::length(list()))
        .build()
        .validate()
        .unwrap();
    let conditions = [
        Value::<bool>::equals("a", "b"),
        Value::and([Value::condition("A"), Value::condition("B")]),
        Value::or([Value::condition("A"), Value::not(Value::condition("B"))]),
        Value::contains(list(), "a"),
        Value::each_member_equals(list(), "a"),
        Value::each_member_in(list(), list()),
    ];
    assert_eq!(
        conditions[1].to_json().to_string(),
        r#"{"Fn::And":[{"Condition":"A"},{"Condition":"B"}]}"#
    );
    for condition in conditions {
        let widget = Widget::builder().name("w").active(condition).build();
        // A condition's outcome is no value of a property; only `Condition` itself looks like an object.
        assert!(widget.validate().is_err());
    }
}

#[test]
fn a_required_property_may_be_missing_in_a_branch() {
    let name = |removed: bool| {
        let other = if removed {
            Value::no_value()
        } else {
            "b".into()
        };
        let name: Value<String> = Value::if_("C", "a", other);
        Widget::builder().name(name).build().validate()
    };
    assert_eq!(name(false), Ok(()));
    let found = name(true).unwrap_err();
    let found: Vec<_> = found.iter().map(|one| (one.path(), one.rule())).collect();
    assert_eq!(found, [("/Name/Fn::If/2", Rule::Required)]);
}

/// What looks like a call and has another member beside it: in free JSON it is an object like any other, for the
/// judge, the reader, the plan and the writers alike.
#[test]
fn a_call_stands_alone_or_is_none() {
    let widget = |policy: &str| {
        let text = format!(r#"{{"Name":"w","Policy":{policy}}}"#);
        Widget::from_json(&text).unwrap_or_else(|error| panic!("{policy}\n{error}"))
    };
    for (before, after) in [
        (r#"{"Ref":"A","x":1}"#, r#"{"Ref":"A","x":2}"#),
        (r#"{"Ref":1,"x":1}"#, r#"{"Ref":1,"x":2}"#),
        (r#"{"Fn::Sub":"${","x":1}"#, r#"{"Fn::Sub":"${","x":2}"#),
        (
            r#"{"Ref":"AWS::NoValue","x":1}"#,
            r#"{"Ref":"AWS::NoValue","x":2}"#,
        ),
    ] {
        let (old, new) = (widget(before), widget(after));
        assert!(old.policy.as_ref().unwrap().is_literal(), "{before}");
        let plan = old.plan_update(&new);
        let certain: Vec<bool> = plan
            .changes()
            .iter()
            .map(formwork::Change::certain)
            .collect();
        assert_eq!(certain, [true], "{before}");
        assert_eq!(Widget::from_yaml(&old.to_yaml()).unwrap(), old, "{before}");
        assert!(!old.to_yaml().contains('!'), "{before}");
    }
    let call = widget(r#"{"Ref":"A"}"#);
    assert!(call.policy.as_ref().unwrap().is_intrinsic());
    let plan = call.plan_update(&widget(r#"{"Ref":"B"}"#));
    assert!(!plan.changes()[0].certain());
    assert!(call.to_yaml().contains("!Ref A"));
}

#[test]
fn a_call_made_as_free_json_equals_the_call() {
    let json: Json = r#"{"Ref":"A"}"#.parse().unwrap();
    let made = Widget::builder().name("w").policy(json).build();
    let read = Widget::from_json(r#"{"Name":"w","Policy":{"Ref":"A"}}"#).unwrap();
    assert_eq!(made, read);
    assert!(made.plan_update(&read).changes().is_empty());
    let other = Widget::from_json(r#"{"Name":"w","Policy":{"Ref":"B"}}"#).unwrap();
    assert_ne!(made, other);
}

/// Members that a loop or a macro brings stand beside those that are written, in records, maps, lists and free JSON:
/// all are kept, and what they may bring is not missing.
#[test]
fn loops_and_macros_beside_members_are_kept() {
    let each = r#""Fn::ForEach::Each":["E",["Team","Name"],{"${E}":"x"}]"#;
    let include = r#""Fn::Transform":{"Name":"AWS::Include","Parameters":{"Location":"s3://b/k"}}"#;
    let list = r#""Fn::Transform":[{"Name":"AWS::Include"},{"Name":"Mine"}]"#;
    for added in [each, include, list] {
        for properties in [
            format!(r#""Owner":{{"Team":"a",{added}}}"#),
            format!(r#""Owner":{{{added},"Team":{{"Ref":"T"}}}}"#),
            format!(r#""Owner":{{{added}}}"#),
            format!(r#""Parts":[{{"Count":1,{added}}},{{"Id":"b"}}]"#),
            format!(r#""Labels":{{"a":"b",{added}}}"#),
            format!(r#""Policy":{{"a":"b",{added}}}"#),
            format!(r#""Root":{{"Label":"a","Child":{{"Label":"b",{added}}}}}"#),
        ] {
            let text = format!(r#"{{"Name":"w",{properties}}}"#);
            let widget = Widget::from_json(&text).unwrap_or_else(|error| panic!("{text}\n{error}"));
            assert!(Widget::check_json(&text).is_empty(), "{text}");
            let document: Json = text.parse().unwrap();
            assert_eq!(widget.to_json().parse::<Json>().unwrap(), document);
            let yaml = widget.to_yaml();
            assert_eq!(Widget::from_yaml(&yaml).unwrap(), widget, "{yaml}");
            widget.validate().unwrap();
            let changed =
                Widget::from_json(&text.replace("Include", "Other").replace("\"x\"", "\"y\""));
            if let Ok(changed) = changed {
                let plan = widget.plan_update(&changed);
                assert!(
                    plan.changes().iter().all(|change| !change.certain()),
                    "{text}"
                );
            }
        }
        // What is written is judged all the same.
        for (properties, path, rule) in [
            (r#""Owner":{"Team":[],ADDED}"#, "/Owner/Team", Rule::Type),
            (
                r#""Parts":[{"Count":"x",ADDED}]"#,
                "/Parts/0/Count",
                Rule::Type,
            ),
            (r#""Labels":{"A":"b",ADDED}"#, "/Labels/A", Rule::Pattern),
            (
                r#""Policy":{"a":{"Ref":1},ADDED}"#,
                "/Policy/a/Ref",
                Rule::Intrinsic,
            ),
        ] {
            let text = format!(r#"{{"Name":"w",{}}}"#, properties.replace("ADDED", added));
            let found = Widget::check_json(&text);
            let found: Vec<_> = found.iter().map(|one| (one.path(), one.rule())).collect();
            // A macro is given what stands beside it, so that a member may be meant for it alone.
            let is_for_the_macro = added == list && rule == Rule::Pattern;
            let expected = if is_for_the_macro {
                vec![]
            } else {
                vec![(path, rule)]
            };
            assert_eq!(found, expected, "{text}");
        }
    }
}

/// Functions that nobody knows are kept as they were written, in either form and in every slot; those near to a known
/// one are told so at their place.
#[test]
fn unknown_functions_stay_as_they_are_and_misspelt_ones_are_named() {
    for (slot, written) in [
        ("Size", "!Foo x"),
        ("Since", "!Rain::S3 file.txt"),
        ("Owner", "!Foo\n  - a\n  - !Ref B"),
        ("Parts", "!Foo\n  Ref: A"),
        ("Policy", "\n  a: !Foo x\n  b:\n    - !Bar\n      c: d"),
        ("Mode", "\n  Fn::Uppercase: x"),
    ] {
        let text = format!(
            "Name: w\n{slot}:{}{written}\n",
            if written.starts_with('\n') { "" } else { " " }
        );
        let widget = Widget::from_yaml(&text).unwrap_or_else(|error| panic!("{text}\n{error}"));
        assert_eq!(widget.to_yaml(), text);
        assert_eq!(Widget::from_json(&widget.to_json()).unwrap(), widget);
    }
    for (text, place, path) in [
        ("Name: w\nSize: !ref S", "2:7", "/Size/!ref"),
        ("Name: !Ref: S", "1:7", "/Name/!Ref:"),
        (
            "Name: w\nParts:\n  - Id: !Getatt X.Y",
            "3:9",
            "/Parts/0/Id/!Getatt",
        ),
        (
            "Name: w\nPolicy: {a: [!Joins ['', [b]]]}",
            "2:14",
            "/Policy/a/0/!Joins",
        ),
        (
            "Name: w\nMode:\n  Fn::GetAttr: [A, B]",
            "3:3",
            "/Mode/Fn::GetAttr",
        ),
        ("Name: w\nMode:\n  ref: A", "3:3", "/Mode"),
    ] {
        let found = Widget::from_yaml(text).unwrap_err();
        let found: Vec<_> = found
            .iter()
            .map(|one| (one.rule(), one.path(), one.location().unwrap().to_string()))
            .collect();
        assert_eq!(found, [(Rule::Intrinsic, path, place.to_owned())], "{text}");
    }
}
