//! Each demand by itself: what it lets pass, and what it reports where.

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
    let found = super::whole(root, spec, false, "").found;
    let is_right = super::is_right(root, spec, false);
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

#[test]
fn types_and_what_is_tolerated_for_them() {
    passes(r#"{"type":"string"}"#, &[r#""x""#, "5", "1.10", "true"]);
    fails(r#"{"type":"string"}"#, &["[]", "{}", "null"], "/P Type");
    passes(
        r#"{"type":"integer"}"#,
        &["5", r#""5""#, "5.0", r#"{"Ref":"X"}"#],
    );
    fails(
        r#"{"type":"integer"}"#,
        &["5.5", r#""five""#, "true", r#""""#],
        "/P Type",
    );
    passes(
        r#"{"type":"boolean"}"#,
        &["true", r#""false""#, r#""True""#],
    );
    fails(r#"{"type":"boolean"}"#, &[r#""yes""#, "1", "0"], "/P Type");
    passes(
        r#"{"type":["object","string"]}"#,
        &["{}", r#""{}""#, r#"{"A":[1]}"#],
    );
    fails(r#"{"type":"array"}"#, &[r#""x""#, "{}"], "/P Type");
}

#[test]
fn limits_judge_the_coerced_value() {
    passes(
        r#"{"type":"integer","minimum":1,"maximum":5}"#,
        &["1", r#""5""#],
    );
    fails(
        r#"{"type":"integer","minimum":1,"maximum":5}"#,
        &["0", r#""6""#],
        "/P Range",
    );
    fails(
        r#"{"type":"number","exclusiveMaximum":1}"#,
        &["1", "1.0"],
        "/P Range",
    );
    fails(
        r#"{"type":"integer","multipleOf":5}"#,
        &["7"],
        "/P MultipleOf",
    );
    passes(r#"{"type":"string","maxLength":2}"#, &[r#""äö""#, "12"]);
    fails(
        r#"{"type":"string","maxLength":2}"#,
        &[r#""äöü""#, "123"],
        "/P Length",
    );
    passes(r#"{"type":"string","pattern":"^[0-9]+$"}"#, &["12"]);
    fails(
        r#"{"type":"string","pattern":"^(?!x)."}"#,
        &[r#""x""#],
        "/P Pattern",
    );
    passes(
        r#"{"type":"string","enum":["a","b"]}"#,
        &[r#""a""#, r#""{{resolve:ssm:x}}""#],
    );
    fails(
        r#"{"type":"string","enum":["a","b"]}"#,
        &[r#""A""#],
        "/P Enum",
    );
    passes(
        r#"{"type":"string","enumCaseInsensitive":["a","b"]}"#,
        &[r#""A""#],
    );
    passes(r#"{"type":"integer","enum":[1,3]}"#, &["1", r#""3""#]);
    fails(r#"{"const":1}"#, &["2", "[1]", "{}"], "/P Const");
    fails(r#"{"enum":["a"]}"#, &[r#"["a"]"#], "/P Enum");
    passes(r#"{"not":{"enum":["a"]}}"#, &[r#"["a"]"#]);
}

#[test]
fn lists() {
    fails(
        r#"{"type":"array","minItems":1}"#,
        &["[]", r#"[{"Ref":"AWS::NoValue"}]"#],
        "/P Items",
    );
    passes(
        r#"{"type":"array","maxItems":1}"#,
        &[r#"[{"Fn::If":["C","a","b"]},"x"]"#],
    );
    fails(
        r#"{"type":"array","uniqueItems":true}"#,
        &["[1,2,1]"],
        "/P UniqueItems",
    );
    passes(
        r#"{"type":"array","uniqueItems":true}"#,
        &[r#"[{"Ref":"A"},{"Ref":"A"}]"#],
    );
    let keyed = r#"{"type":"array","uniqueKeys":["K"]}"#;
    fails(keyed, &[r#"[{"K":1},{"K":2},{"K":1}]"#], "/P UniqueItems");
    fails(
        r#"{"type":"array","items":{"type":"integer"}}"#,
        &[r#"[1,"x"]"#],
        "/P/1 Type",
    );
}

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
fn alternatives_wait_for_unknown_values() {
    let one = r#""properties":{"A":{},"B":{}},"oneOf":[{"required":["A"]},{"required":["B"]}]"#;
    assert_eq!(object(one, r#"{"A":1}"#), [""; 0]);
    assert_eq!(object(one, "{}"), [" OneOf"]);
    assert_eq!(object(one, r#"{"A":1,"B":1}"#), [" OneOf"]);
    let kinds = r#"{"oneOf":[{"const":"a"},{"const":"b"}]}"#;
    passes(kinds, &[r#""a""#, r#"{"Ref":"X"}"#]);
    fails(kinds, &[r#""c""#], "/P OneOf");
    fails(
        r#"{"anyOf":[{"type":"integer"},{"type":"boolean"}]}"#,
        &[r#""x""#],
        "/P AnyOf",
    );
    fails(r#"{"not":{"const":"a"}}"#, &[r#""a""#], "/P Not");
    passes(r#"{"not":{"const":"a"}}"#, &[r#"{"Ref":"X"}"#]);
    let when = r#"{"if":{"const":"a"},"then":{"minLength":5},"else":{"maxLength":2}}"#;
    fails(when, &[r#""a""#, r#""abc""#], "/P Length");
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
    assert!(!super::is_right(
        View::Node(document.root()),
        cell.resource(),
        true
    ));
}

#[test]
fn a_default_that_is_nothing() {
    let call = |default: &str| {
        format!(r#"{{"Fn::FindInMap":["M","a","b",{{"DefaultValue":{default}}}]}}"#)
    };
    let nothing = call(r#"{"Ref":"AWS::NoValue"}"#);
    passes("{}", &[&nothing, &call("1"), &call(r#"{"Ref":"D"}"#)]);
    let broken = r#"{"Fn::FindInMap":["M","a","b",{"Default":1}]}"#;
    fails("{}", &[broken], "/P/Fn::FindInMap/3 Intrinsic");
    let xor = r#""properties":{"A":{},"B":{}},"requiredXor":[["A","B"]]"#;
    assert_eq!(object(xor, &format!(r#"{{"A":{nothing},"B":1}}"#)), [""; 0]);
    assert_eq!(object(xor, &format!(r#"{{"A":{nothing}}}"#)), [""; 0]);
    let there = call("1");
    assert_eq!(
        object(xor, &format!(r#"{{"A":{there},"B":1}}"#)),
        [" OneOf"]
    );
}

#[test]
fn macros_are_called_one_by_one_or_in_a_list_and_as_arguments() {
    let one = r#"{"Fn::Transform":{"Name":"M","Parameters":{"a":1}}}"#;
    let many = r#"{"Fn::Transform":[{"Name":"M"},{"Name":"N","Parameters":{"a":{"Ref":"P"}}}]}"#;
    for call in [one, many] {
        for name in [
            "Ref",
            "Fn::Sub",
            "Fn::GetAtt",
            "Fn::Join",
            "Fn::Select",
            "Fn::Split",
            "Fn::If",
            "Fn::FindInMap",
            "Fn::Cidr",
            "Fn::Base64",
            "Fn::ImportValue",
            "Fn::GetAZs",
            "Fn::Length",
            "Fn::ToJsonString",
            "Fn::Whatever",
        ] {
            passes("{}", &[&format!(r#"{{"{name}":{call}}}"#)]);
        }
        passes(
            "{}",
            &[
                call,
                &format!(r#"{{"Fn::Sub":[{call},{{"a":1}}]}}"#),
                &format!(r#"{{"Fn::If":[{call},1,2]}}"#),
                &format!(r#"{{"Fn::Join":[{call},{call}]}}"#),
            ],
        );
    }
    fails(
        "{}",
        &[
            r#"{"Fn::Transform":"M"}"#,
            r#"{"Fn::Transform":{"Parameters":{}}}"#,
            r#"{"Fn::Transform":[]}"#,
        ],
        "/P/Fn::Transform Intrinsic",
    );
    fails(
        "{}",
        &[r#"{"Fn::Transform":[{"Name":"M"},"N"]}"#],
        "/P/Fn::Transform/1 Intrinsic",
    );
    fails(
        "{}",
        &[r#"{"Fn::Sub":{"Fn::Transform":{}}}"#],
        "/P/Fn::Sub/Fn::Transform Intrinsic",
    );
}

#[test]
fn formats_are_about_the_text_that_there_is() {
    let format = |more: &str| format!(r#"{{"type":"string","format":"AWS::KMS::Key.Arn"{more}}}"#);
    let admits = format(r#","pattern":"^$|^arn:""#);
    passes(&admits, &[r#""""#]);
    fails(&admits, &[r#""arn:x""#], "/P Format");
    passes(&format(r#","minLength":0"#), &[r#""""#]);
    fails(&format(""), &[r#""""#], "/P Format");
    fails(&format(r#","pattern":"^arn:""#), &[r#""""#], "/P Pattern");
}

#[test]
fn both_branches_of_if_are_judged() {
    let schema = r#"{"type":"integer","maximum":5}"#;
    passes(schema, &[r#"{"Fn::If":["C",1,{"Fn::If":["D",2,3]}]}"#]);
    fails(schema, &[r#"{"Fn::If":["C",1,9]}"#], "/P/Fn::If/2 Range");
    fails(schema, &[r#"{"Fn::If":["C",1]}"#], "/P/Fn::If Intrinsic");
}

#[test]
fn calls_have_the_shape_of_their_function() {
    let any = "{}";
    passes(
        any,
        &[
            r#"{"Fn::GetAtt":["A","B"]}"#,
            r#"{"Fn::GetAtt":"A.B"}"#,
            r#"{"Fn::Sub":"${A}-${!B}"}"#,
            r#"{"Fn::Join":["",["a",{"Ref":"B"}]]}"#,
            r#"{"Fn::Whatever":[1,{"x":null}]}"#.replace("null", "2").as_str(),
        ],
    );
    fails(
        any,
        &[r#"{"Fn::GetAtt":["A"]}"#, r#"{"Fn::GetAtt":"A"}"#],
        "/P/Fn::GetAtt Intrinsic",
    );
    fails(any, &[r#"{"Ref":1}"#, r#"{"Ref":""}"#], "/P/Ref Intrinsic");
    fails(
        any,
        &[r#"{"Fn::Sub":"${A"}"#, r#"{"Fn::Sub":"${}"}"#],
        "/P/Fn::Sub Intrinsic",
    );
    fails(any, &[r#"{"Fn::Join":["-"]}"#], "/P/Fn::Join Intrinsic");
    fails(
        any,
        &[r#"{"Fn::Base64":{"Ref":1}}"#],
        "/P/Fn::Base64/Ref Intrinsic",
    );
    fails(
        any,
        &[r#"{"x":[{"Fn::Split":["-"]}]}"#],
        "/P/x/0/Fn::Split Intrinsic",
    );
    fails(
        r#"{"type":"string"}"#,
        &[r#"{"Fn::Split":["-","a-b"]}"#],
        "/P Intrinsic",
    );
    fails(
        r#"{"type":"array"}"#,
        &[r#"{"Fn::Join":["-",["a"]]}"#],
        "/P Intrinsic",
    );
    fails(
        r#"{"type":"boolean"}"#,
        &[r#"{"Fn::Equals":["a","b"]}"#],
        "/P Intrinsic",
    );
}
