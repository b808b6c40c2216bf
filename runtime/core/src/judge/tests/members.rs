//! Objects: members, and what they demand of each other.

use super::{cell, fails, object, passes};
use crate::document::Document;
use crate::facts::SpecCell;
use crate::typed::view::View;

#[test]
fn members() {
    let demands = r#""properties":{"A":{"type":"string"},"B":{}},"required":["A"]"#;
    assert_eq!(object(demands, r#"{"B":1}"#), [" Required"]);
    assert_eq!(
        object(demands, r#"{"A":{"Ref":"AWS::NoValue"}}"#),
        [" Required"]
    );
    assert_eq!(
        object(demands, r#"{"A":"x","C":1}"#),
        ["/C UnknownProperty"]
    );
    assert_eq!(
        object(demands, r#"{"Fn::Transform":{"Name":"M"}}"#),
        [""; 0]
    );
    let branch = r#"{"A":{"Fn::If":["C","x",{"Ref":"AWS::NoValue"}]}}"#;
    assert_eq!(object(demands, branch), ["/A/Fn::If/2 Required"]);
    let map = r#"{"type":"object","patternProperties":{"^a":{"type":"integer"}},"additionalProperties":false}"#;
    passes(map, &[r#"{"a":1,"ab":"2"}"#]);
    fails(map, &[r#"{"b":1}"#], "/P/b Pattern");
    fails(map, &[r#"{"a":"x"}"#], "/P/a Type");
    fails(
        r#"{"type":"object","minProperties":1}"#,
        &["{}"],
        "/P Properties",
    );
}

#[test]
fn dependencies() {
    let demands = |more: &str| format!(r#""properties":{{"A":{{}},"B":{{}},"C":{{}}}},{more}"#);
    let needs = demands(r#""dependentRequired":{"A":["B"]}"#);
    assert_eq!(object(&needs, r#"{"A":1}"#), ["/A Dependency"]);
    assert_eq!(object(&needs, r#"{"B":1}"#), [""; 0]);
    let excludes = demands(r#""dependentExcluded":{"A":["B"]}"#);
    assert_eq!(object(&excludes, r#"{"A":1,"B":1}"#), ["/A Exclusion"]);
    let exactly = demands(r#""requiredXor":[["A","B"]]"#);
    assert_eq!(object(&exactly, r#"{"A":1,"B":1}"#), [" OneOf"]);
    assert_eq!(
        object(
            &exactly,
            r#"{"A":{"Fn::If":["C",1,{"Ref":"AWS::NoValue"}]}}"#
        ),
        [""; 0]
    );
    let least = demands(r#""requiredOr":[["A","B"]]"#);
    assert_eq!(object(&least, r#"{"C":1}"#), [" AnyOf"]);
}

/// Members that deployment adds may be the missing ones; those that are there still exclude each other.
#[test]
fn objects_that_deployment_adds_members_to() {
    let properties = |more: &str| {
        format!(r#""properties":{{"A":{{"type":"integer"}},"B":{{}},"C":{{}}}},{more}"#)
    };
    let demands = [
        r#""required":["A","B"]"#,
        r#""dependentRequired":{"C":["A"]}"#,
        r#""requiredXor":[["A","B"]]"#,
        r#""requiredOr":[["A","B"]]"#,
        r#""oneOf":[{"required":["A"]},{"required":["B"]}]"#,
        r#""anyOf":[{"required":["A"]},{"required":["B"]}]"#,
        r#""dependentSchemas":{"C":{"required":["A"]}}"#,
        r#""if":{"required":["C"]},"then":{"required":["A"]}"#,
        r#""not":{"required":["C"],"not":{"required":["A"]}}"#,
        r#""minProperties":4"#,
    ];
    let added = [
        r#""Fn::Transform":{"Name":"AWS::Include"}"#,
        r#""Fn::Transform":[{"Name":"M"},{"Name":"N"}]"#,
        r#""Fn::ForEach::L":["X",["A","B"],{"${X}":1}]"#,
    ];
    for demand in demands {
        let demands = properties(demand);
        assert_ne!(object(&demands, r#"{"C":1}"#), [""; 0], "{demand}");
        for added in added {
            assert_eq!(object(&demands, &format!(r#"{{"C":1,{added}}}"#)), [""; 0]);
            assert_eq!(object(&demands, &format!("{{{added}}}")), [""; 0]);
            let wrong = format!(r#"{{{added},"A":"x"}}"#);
            assert_eq!(object(&demands, &wrong), ["/A Type"], "{demand}");
        }
    }
    let both = |added: &str| format!(r#"{{"A":1,"B":1,{added}}}"#);
    for added in added {
        let xor = properties(demands[2]);
        assert_eq!(object(&xor, &both(added)), [" OneOf"]);
        let one_of = properties(demands[4]);
        assert_eq!(object(&one_of, &both(added)), [" OneOf"]);
        let excluded = properties(r#""dependentExcluded":{"A":["B"]}"#);
        assert_eq!(object(&excluded, &both(added)), ["/A Exclusion"]);
    }
    // A macro is given what stands beside it, and may be what knows it; others only add to it.
    let open = properties(r#""required":["A"]"#);
    let beside = |added: &str| format!(r#"{{{added},"Bogus":1}}"#);
    assert_eq!(object(&open, &beside(added[0])), ["/Bogus UnknownProperty"]);
    assert_eq!(object(&open, &beside(added[1])), [""; 0]);
    assert_eq!(object(&open, &beside(added[2])), ["/Bogus UnknownProperty"]);
    assert_eq!(
        object(&open, &beside(r#""Fn::Transform":{"Name":"M"}"#)),
        [""; 0]
    );
}

/// A list without elements is there, but excludes nothing.
#[test]
fn empty_lists_exclude_nothing() {
    let properties =
        |more: &str| format!(r#""properties":{{"A":{{"type":"array"}},"B":{{}},"C":{{}}}},{more}"#);
    let empty = [
        "[]",
        r#"[{"Ref":"AWS::NoValue"}]"#,
        r#"{"Fn::If":["X",[],[]]}"#,
    ];
    for (demand, problem) in [
        (r#""dependentExcluded":{"A":["B"]}"#, "/A Exclusion"),
        (r#""dependentExcluded":{"B":["A"]}"#, "/B Exclusion"),
        (r#""requiredXor":[["A","B"]]"#, " OneOf"),
        (
            r#""oneOf":[{"required":["A"]},{"required":["B"]}]"#,
            " OneOf",
        ),
        (r#""not":{"required":["A","B"]}"#, " Not"),
    ] {
        let demands = properties(demand);
        for empty in empty {
            let value = format!(r#"{{"A":{empty},"B":1}}"#);
            assert_eq!(object(&demands, &value), [""; 0], "{demand} {empty}");
            assert_eq!(object(&demands, &format!(r#"{{"A":{empty}}}"#)), [""; 0]);
        }
        assert_eq!(object(&demands, r#"{"A":[1],"B":1}"#), [problem]);
        assert_eq!(object(&demands, r#"{"A":[""],"B":1}"#), [problem]);
    }
    let needs = properties(r#""dependentRequired":{"A":["B"]},"required":["A"]"#);
    assert_eq!(object(&needs, r#"{"A":[]}"#), ["/A Dependency"]);
    // By the letter of the specification they exclude.
    let cell = cell(&properties(r#""requiredXor":[["A","B"]]"#));
    let document = Document::from_json(r#"{"A":[],"B":1}"#).unwrap();
    assert!(!crate::judge::is_right(
        View::Node(document.root()),
        cell.resource(),
        true
    ));
}

/// What the service alone sets is no problem, also where other members are taken.
#[test]
fn read_only_members_are_warned_of() {
    for more in ["false", "true", r#"{"type":"integer"}"#] {
        let text = format!(
            r#"{{"typeName":"A::B::C","definitions":{{"":{{"type":"object","properties":{{"L":{{"type":"array","items":
            {{"type":"object","properties":{{}},"readOnly":["Id"],"additionalProperties":false}}}}}},
            "readOnly":["Arn"],"additionalProperties":{more}}}}}}}"#
        );
        let cell: &'static SpecCell = Box::leak(Box::new(SpecCell::new(Box::leak(text.into()))));
        let document = Document::from_json(r#"{"Arn":[null],"L":[{"Id":"x"}]}"#).unwrap();
        let root = View::Node(document.root());
        assert!(crate::judge::is_right(root, cell.resource(), false));
        let findings = crate::judge::whole(root, cell.resource(), false, "");
        assert!(findings.found.is_empty());
        let helps: Vec<_> = findings
            .warnings
            .iter()
            .map(|one| (one.violation.path(), one.violation.help()))
            .collect();
        let attribute = "read it with `Fn::GetAtt`, as the attribute `Arn`".to_owned();
        assert_eq!(
            helps,
            [("/Arn", Some(attribute)), ("/L/0/Id", None)],
            "{more}"
        );
    }
}
