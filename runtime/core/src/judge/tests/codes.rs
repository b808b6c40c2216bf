//! The published linter's code of each problem, where it is more exact than the rule's.

use super::cell;
use crate::document::Document;
use crate::typed::view::View;

/// The codes of everything wrong with an object with these demands.
fn codes(demands: &str, value: &str) -> Vec<&'static str> {
    let document = Document::from_json(value).unwrap();
    let spec = cell(demands).resource();
    let found = crate::judge::whole(View::Node(document.root()), spec, false, "").found;
    found.iter().map(|found| found.violation.code()).collect()
}

#[test]
fn each_function_has_a_code() {
    for (call, code) in [
        (r#"{"Fn::GetAtt":"A"}"#, "E1010"),
        (r#"{"Fn::FindInMap":["A"]}"#, "E1011"),
        (r#"{"Fn::GetAZs":[]}"#, "E1015"),
        (r#"{"Fn::ImportValue":[]}"#, "E1016"),
        (r#"{"Fn::Select":["x",[]]}"#, "E1017"),
        (r#"{"Fn::Split":["-"]}"#, "E1018"),
        (r#"{"Fn::Sub":"${a-b}"}"#, "E1019"),
        (r#"{"Fn::Sub":"${AWS::Nowhere}"}"#, "E1019"),
        (r#"{"Ref":"AWS::Nowhere"}"#, "E1020"),
        (r#"{"Fn::Base64":{}}"#, "E1021"),
        (r#"{"Fn::Join":["-"]}"#, "E1022"),
        (r#"{"Fn::Cidr":["x"]}"#, "E1024"),
        (r#"{"Fn::If":["C",1]}"#, "E1028"),
        (r#"{"Fn::Length":1}"#, "E1030"),
        (r#"{"Fn::ToJsonString":1}"#, "E1031"),
        (r#"{"Fn::ForEach::L":["x"]}"#, "E1032"),
        (r#"{"Fn::GetStackOutput":"s.o"}"#, "E1033"),
        (r#"{"Fn::Whatever":{"Ref":1}}"#, "E1020"),
        (r#"{"Fn::If":["C",{"Fn::Join":[]},1]}"#, "E1022"),
        (r#"{"Fn::Base64":{"Fn::Select":[]}}"#, "E1017"),
        (r#""{{resolve:ssm:x""#, "E1050"),
        (r#"{"Fn::Transform":1}"#, "E1101"),
        (r#"{"Fn::GetAttr":["A","B"]}"#, "E1101"),
    ] {
        let value = format!(r#"{{"P":{call}}}"#);
        assert_eq!(codes(r#""properties":{"P":{}}"#, &value), [code], "{call}");
    }
    let list = r#""properties":{"P":{"type":"array"}}"#;
    for (call, code) in [
        (r#"{"Fn::Join":["-",["a"]]}"#, "E1022"),
        (r#"{"Fn::Equals":["a","b"]}"#, "E8003"),
        (
            r#"{"Fn::And":[{"Condition":"A"},{"Condition":"B"}]}"#,
            "E8004",
        ),
    ] {
        assert_eq!(codes(list, &format!(r#"{{"P":{call}}}"#)), [code], "{call}");
    }
}

#[test]
fn each_format_has_a_code() {
    for (format, code) in [
        ("AWS::EC2::SecurityGroup.Id", "E1150"),
        ("AWS::EC2::VPC.Id", "E1151"),
        ("AWS::EC2::Image.Id", "E1152"),
        ("AWS::EC2::Subnet.Id", "E1154"),
        ("AWS::Logs::LogGroup.Name", "E1155"),
        ("AWS::IAM::Role.Arn", "E1156"),
        ("AWS::KMS::Key.Arn", "E1157"),
        ("AWS::SNS::Topic.Arn", "E1158"),
        ("AWS::Lambda::Function.Arn", "E1160"),
        ("AWS::S3::Bucket.Name", "E1161"),
        ("AWS::KMS::Key.Id", "E1162"),
        ("AWS::KMS::Alias.AliasName", "E1164"),
        ("AWS::SQS::Queue.Arn", "E1103"),
        ("date-time", "E1103"),
    ] {
        let demands = format!(r#""properties":{{"P":{{"type":"string","format":"{format}"}}}}"#);
        assert_eq!(codes(&demands, r#"{"P":"?"}"#), [code], "{format}");
    }
}

#[test]
fn groups_of_members_are_told_from_alternatives() {
    let properties = r#""properties":{"A":{},"B":{}}"#;
    for (demand, value, code) in [
        (r#""requiredXor":[["A","B"]]"#, "{}", "E3014"),
        (r#""requiredXor":[["A","B"]]"#, r#"{"A":1,"B":1}"#, "E3014"),
        (r#""requiredOr":[["A","B"]]"#, "{}", "E3058"),
        (
            r#""oneOf":[{"required":["A"]},{"required":["B"]}]"#,
            "{}",
            "E3018",
        ),
        (
            r#""anyOf":[{"required":["A"]},{"required":["B"]}]"#,
            "{}",
            "E3017",
        ),
    ] {
        let demands = format!("{properties},{demand}");
        assert_eq!(codes(&demands, value), [code], "{demand} {value}");
    }
}
