//! Scalars and lists, and demands made of other demands.

use super::{fails, object, passes};

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
fn formats_are_about_the_text_that_there_is() {
    let format = |more: &str| format!(r#"{{"type":"string","format":"AWS::KMS::Key.Arn"{more}}}"#);
    let admits = format(r#","pattern":"^$|^arn:""#);
    passes(&admits, &[r#""""#]);
    fails(&admits, &[r#""arn:x""#], "/P Format");
    passes(&format(r#","minLength":0"#), &[r#""""#]);
    fails(&format(""), &[r#""""#], "/P Format");
    fails(&format(r#","pattern":"^arn:""#), &[r#""""#], "/P Pattern");
}

/// Where text is due a number is the text that it is written as, also for an alternative that names no type.
#[test]
fn alternatives_without_a_type_judge_the_text_that_a_number_becomes() {
    let text = r#"{"type":"string","anyOf":[{"pattern":"^[a-z]+$"},{"pattern":"^2\\.0$"}]}"#;
    passes(text, &[r#""2.0""#, "2.0", r#""abc""#, "true"]);
    fails(text, &[r#""2""#, "2", "3.0"], "/P AnyOf");
    let all = r#"{"type":"string","allOf":[{"maxLength":3},{"not":{"enum":["5"]}}]}"#;
    passes(all, &[r#""123""#, "123", "1.5"]);
    fails(all, &[r#""1234""#, "1234"], "/P Length");
    fails(all, &[r#""5""#, "5"], "/P Not");
    // What may be a number as well stays one, and so does what no type is named for at all.
    passes(
        r#"{"type":["string","number"],"anyOf":[{"pattern":"^[a-z]+$"}]}"#,
        &["2.0"],
    );
    passes(r#"{"anyOf":[{"pattern":"^[a-z]+$"}]}"#, &["2.0"]);
    // Only the scalar itself: not what stands beside it.
    passes(
        r#"{"type":"array","items":{"type":"string"},"anyOf":[{"contains":{"pattern":"^[a-z]+$"}},{"maxItems":9}]}"#,
        &["[2.0]"],
    );
}
