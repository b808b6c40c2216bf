//! The published linter's codes for rules that are narrower than a [`Rule`](super::rule::Rule).
//!
//! Source: the rules of `cfn-lint` 1.51, by the functions and formats that they name.

/// Exactly one member of a group that the specification lists (`requiredXor`).
pub(crate) const EXACTLY_ONE_OF: &str = "E3014";

/// At least one member of a group that the specification lists (`requiredOr`).
pub(crate) const AT_LEAST_ONE_OF: &str = "E3058";

/// The structure of `{{resolve:…}}`.
pub(crate) const DYNAMIC_REFERENCE: &str = "E1050";

/// The rule about calls of a function; none if the linter has none.
pub(crate) fn of_function(name: &str) -> Option<&'static str> {
    Some(match name {
        "Fn::GetAtt" => "E1010",
        "Fn::FindInMap" => "E1011",
        "Fn::GetAZs" => "E1015",
        "Fn::ImportValue" => "E1016",
        "Fn::Select" => "E1017",
        "Fn::Split" => "E1018",
        "Fn::Sub" => "E1019",
        "Ref" => "E1020",
        "Fn::Base64" => "E1021",
        "Fn::Join" => "E1022",
        "Fn::Cidr" => "E1024",
        "Fn::If" => "E1028",
        "Fn::Length" => "E1030",
        "Fn::ToJsonString" => "E1031",
        "Fn::GetStackOutput" => "E1033",
        "Fn::Equals" => "E8003",
        "Fn::And" => "E8004",
        "Fn::Not" => "E8005",
        "Fn::Or" => "E8006",
        "Condition" => "E8007",
        _ if name.starts_with("Fn::ForEach") => "E1032",
        _ => return None,
    })
}

/// The rule about texts of a format; none if the linter has none.
pub(crate) fn of_format(name: &str) -> Option<&'static str> {
    Some(match name {
        "AWS::EC2::SecurityGroup.Id" => "E1150",
        "AWS::EC2::VPC.Id" => "E1151",
        "AWS::EC2::Image.Id" => "E1152",
        "AWS::EC2::Subnet.Id" => "E1154",
        "AWS::Logs::LogGroup.Name" => "E1155",
        "AWS::IAM::Role.Arn" => "E1156",
        "AWS::KMS::Key.Arn" => "E1157",
        "AWS::SNS::Topic.Arn" => "E1158",
        "AWS::Lambda::Function.Arn" => "E1160",
        "AWS::S3::Bucket.Name" => "E1161",
        "AWS::KMS::Key.Id" => "E1162",
        "AWS::KMS::Alias.AliasName" => "E1164",
        _ => return None,
    })
}
