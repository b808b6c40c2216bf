//! Function calls: their shape, where they may stand, and what they leave unknown.

use super::{cell, fails, object, passes, problems};
use crate::document::Document;
use crate::typed::view::View;

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

/// The message and help of the only problem.
#[track_caller]
fn words(schema: &str, value: &str) -> [String; 2] {
    let demands = format!(r#""properties":{{"P":{schema}}}"#);
    let text = format!(r#"{{"P":{value}}}"#);
    let document = Document::from_json(&text).unwrap();
    let cell = cell(&demands);
    let found = crate::judge::whole(View::Node(document.root()), cell.resource(), false, "").found;
    let [only] = found.as_slice() else {
        panic!("{schema} {value}: {}", found.len());
    };
    let help = only.violation.help().unwrap_or_default();
    [only.violation.message(), help]
}

#[test]
fn misspelt_functions_are_named() {
    for (schema, value, path, met, meant) in [
        ("{}", r#"{"!ref":"X"}"#, "/P/!ref", "!ref", "Ref"),
        (
            "{}",
            r#"{"!Getatt":"X.Arn"}"#,
            "/P/!Getatt",
            "!Getatt",
            "Fn::GetAtt",
        ),
        (
            "{}",
            r#"{"Fn::GetAttr":["X","Arn"]}"#,
            "/P/Fn::GetAttr",
            "Fn::GetAttr",
            "Fn::GetAtt",
        ),
        ("{}", r#"{"Fn:Sub":"a"}"#, "/P", "Fn:Sub", "Fn::Sub"),
        (
            "{}",
            r#"{"fn::join":["",[]]}"#,
            "/P",
            "fn::join",
            "Fn::Join",
        ),
        (r#"{"type":"string"}"#, r#"{"ref":"X"}"#, "/P", "ref", "Ref"),
        (
            r#"{"type":"array"}"#,
            r#"{"Split":["-","a"]}"#,
            "/P",
            "Split",
            "Fn::Split",
        ),
        (
            r#"{"type":"integer"}"#,
            r#"{"Fn::Select":[0,{"getAZs":""}]}"#,
            "/P/Fn::Select/1",
            "getAZs",
            "Fn::GetAZs",
        ),
        (
            r#"{"type":"object","properties":{"A":{}},"required":["A"]}"#,
            r#"{"fn:if":[]}"#,
            "/P",
            "fn:if",
            "Fn::If",
        ),
    ] {
        assert_eq!(
            problems(schema, value),
            [format!("{path} Intrinsic")],
            "{value}"
        );
        let [message, help] = words(schema, value);
        assert_eq!(message, format!("`{met}` is not the name of a function"));
        assert_eq!(help, format!("a function named `{meant}` exists"));
    }
    passes(
        "{}",
        &[
            r#"{"Fn::Uppercase":"a"}"#,
            r#"{"!Rain::S3":"a"}"#,
            r#"{"ref":"X"}"#,
            r#"{"GetAtt":["A","B"]}"#,
            r#"{"fn":{"x":1}}"#,
            r#"{"Fn::Sub":"a","fn:sub":1}"#,
            r#"{"!=":[1,2]}"#,
        ],
    );
    passes(
        r#"{"type":"string"}"#,
        &[r#"{"!Foo":"a"}"#, r#"{"Fn::Whatever":"a"}"#],
    );
    // Of a map the names are the user's.
    let map = r#"{"type":"object","additionalProperties":{"type":"string"}}"#;
    passes(map, &[r#"{"ref":"a"}"#, r#"{"Sub":"a"}"#]);
}

#[test]
fn names_in_the_text_of_sub() {
    let sub = |text: &str| format!(r#"{{"Fn::Sub":"{text}"}}"#);
    for text in [
        "${A}",
        "${A.B.C}",
        "${A_1}",
        "${AWS::Region}",
        "${ A }",
        "${!VAR:-x}",
        "${! a-b}",
        "${ !x }",
        "$A-{b}",
        "$${A}",
        "${AWS::NoValue}",
        "${Mine::Stage}",
        "${Bucket${X}}",
        "${&{X}}",
        "{{resolve:ssm:${A}",
    ] {
        passes("{}", &[&sub(text)]);
    }
    for text in [
        "${VAR:-x}",
        "${A-B}",
        "${arr[0]}",
        "${A B}",
        "${größe}",
        "${A/B}",
    ] {
        fails("{}", &[&sub(text)], "/P/Fn::Sub Intrinsic");
    }
    let [message, help] = words("{}", &sub("${VAR:-x}"));
    assert_eq!(
        message,
        "`${VAR:-x}` is no name: `Fn::Sub` takes letters, digits, `_`, `.` and `:`"
    );
    assert_eq!(help, "what is not to be replaced is written `${!VAR:-x}`");
    assert_eq!(problems("{}", &sub("${a-b} ${c-d} ${AWS::Nope}")).len(), 3);
    passes(
        "{}",
        &[
            r#"{"Fn::Sub":["${A}",{"A":"x"}]}"#,
            r#"{"Fn::Sub":["${AWS::X}",{"AWS::X":"x"}]}"#,
        ],
    );
    fails(
        "{}",
        &[r#"{"Fn::Sub":["${a-b}",{"a-b":"x"}]}"#],
        "/P/Fn::Sub/0 Intrinsic",
    );
}

#[test]
fn pseudo_parameters() {
    passes(
        "{}",
        &[
            r#"{"Ref":"AWS::URLSuffix"}"#,
            r#"{"Ref":"AcmeCo::Timestamp"}"#,
            r#"{"Ref":"Aws"}"#,
        ],
    );
    fails(
        "{}",
        &[
            r#"{"Ref":"AWS::StackID"}"#,
            r#"{"Ref":"AWS::Novalue"}"#,
            r#"{"Ref":"aws::Region"}"#,
            r#"{"Ref":"AWS::Today"}"#,
        ],
        "/P/Ref Intrinsic",
    );
    let [message, help] = words("{}", r#"{"Ref":"AWS::StackID"}"#);
    assert_eq!(message, "there is no pseudo parameter `AWS::StackID`");
    assert!(help.starts_with("near: `AWS::StackId`"), "{help}");
    fails(
        "{}",
        &[r#"{"Fn::Sub":"a-${AWS::AccountID}"}"#],
        "/P/Fn::Sub Intrinsic",
    );
}

#[test]
fn an_attribute_is_one_name() {
    passes(
        "{}",
        &[r#"{"Fn::GetAtt":["A","B.C"]}"#, r#"{"Fn::GetAtt":"A.B.C"}"#],
    );
    fails(
        "{}",
        &[
            r#"{"Fn::GetAtt":["A","B","C"]}"#,
            r#"{"Fn::GetAtt":["A"]}"#,
            r#"{"Fn::GetAtt":[]}"#,
        ],
        "/P/Fn::GetAtt Intrinsic",
    );
}

#[test]
fn dynamic_references_are_text_and_have_an_end() {
    let whole = r#""{{resolve:ssm:a}}""#;
    for schema in [
        "{}",
        r#"{"type":"string","maxLength":3}"#,
        r#"{"type":"integer"}"#,
        r#"{"type":"boolean"}"#,
        r#"{"type":["object","string"]}"#,
        r#"{"anyOf":[{"type":"array"},{"type":"integer"}]}"#,
    ] {
        passes(schema, &[whole]);
    }
    fails(r#"{"type":"array"}"#, &[whole], "/P Type");
    fails(r#"{"type":"object"}"#, &[whole], "/P Type");
    fails(r#"{"type":["object","array"]}"#, &[whole], "/P Type");
    fails(
        r#"{"anyOf":[{"type":"array"},{"type":"object"}]}"#,
        &[whole],
        "/P AnyOf",
    );
    fails(
        r#"{"type":"string"}"#,
        &[
            r#""{{resolve:ssm:a""#,
            r#""{{resolve:ssm:a}""#,
            r#""{{resolve:ssm:a}} {{resolve:ssm:b""#,
        ],
        "/P Intrinsic",
    );
    fails("{}", &[r#"{"a":["{{resolve:ssm:a"]}"#], "/P/a/0 Intrinsic");
    fails(
        "{}",
        &[r#"{"Fn::If":["C","{{resolve:ssm:a",1]}"#],
        "/P/Fn::If/1 Intrinsic",
    );
    // What a function makes of its pieces has an end, maybe.
    passes(
        "{}",
        &[
            r#"{"Fn::Join":["",["{{resolve:ssm:",{"Ref":"A"},"}}"]]}"#,
            r#"{"Fn::Sub":["{{resolve:ssm:${A}",{"A":"x}}"}]}"#,
            r#""{{ a }}""#,
        ],
    );
}

#[test]
fn outputs_of_other_stacks() {
    let call = |members: &str| format!(r#"{{"Fn::GetStackOutput":{{{members}}}}}"#);
    let both = r#""StackName":"s","OutputName":{"Ref":"O"}"#;
    passes(
        r#"{"type":"string"}"#,
        &[
            &call(both),
            &call(&format!(
                r#"{both},"Region":"eu-west-1","RoleArn":{{"Ref":"R"}}"#
            )),
        ],
    );
    fails(r#"{"type":"array"}"#, &[&call(both)], "/P Intrinsic");
    let place = "/P/Fn::GetStackOutput";
    fails(
        "{}",
        &[
            &call(r#""StackName":"s""#),
            &call(r#""OutputName":"o""#),
            r#"{"Fn::GetStackOutput":["s","o"]}"#,
            r#"{"Fn::GetStackOutput":"s.o"}"#,
        ],
        &format!("{place} Intrinsic"),
    );
    let unknown = call(&format!(r#"{both},"Account":"1""#));
    fails("{}", &[&unknown], &format!("{place}/Account Intrinsic"));
    let list = call(r#""StackName":["s"],"OutputName":"o""#);
    fails("{}", &[&list], &format!("{place}/StackName Intrinsic"));
}

#[test]
fn text_that_was_meant_as_a_function_is_told_so() {
    let arn = r#"{"type":"string","pattern":"^arn:"}"#;
    let quoted = "in quotes `!GetAtt` is text: write it without, or as `{\"Fn::GetAtt\": …}`";
    assert_eq!(words(arn, r#""!GetAtt X.Arn""#)[1], quoted);
    let alone = "`${Topic}` is replaced in the text of `Fn::Sub` only";
    for schema in [
        arn,
        r#"{"type":"string","format":"AWS::SNS::Topic.Arn"}"#,
        r#"{"type":"string","enum":["a"]}"#,
        r#"{"type":"string","maxLength":3}"#,
        r#"{"type":"integer"}"#,
        r#"{"type":"array"}"#,
    ] {
        assert_eq!(words(schema, r#""${Topic}""#)[1], alone, "{schema}");
    }
    // Where the text is right it is text.
    passes(
        r#"{"type":"string"}"#,
        &[r#""${Topic}""#, r#""!GetAtt X.Arn""#],
    );
}
