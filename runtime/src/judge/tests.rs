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
    let table = format!(
        r#"{{"typeName":"A::B::C","definitions":{{"":{{"type":"object",{demands},"additionalProperties":false}}}}}}"#
    );
    let cell: &'static SpecCell = Box::leak(Box::new(SpecCell::new(Box::leak(table.into()))));
    let document = Document::from_json(value).unwrap();
    let (root, spec) = (View::Node(document.root()), cell.resource());
    let found = super::whole(root, spec, false, "").found;
    let is_right = super::is_right(root, spec, false);
    assert_eq!(is_right, found.is_empty(), "{demands} {value}");
    let line = |violation: &crate::Violation| format!("{} {}", violation.path(), violation.rule());
    found.iter().map(|found| line(&found.violation)).collect()
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
