//! The rules a value can break.

use core::fmt;

/// How bad a [`Violation`](crate::Violation) is.
///
/// ```
/// assert!(formwork::Severity::Warning < formwork::Severity::Error);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// `CloudFormation` takes what stands there, but ignores or changes it.
    Warning,
    /// `CloudFormation` refuses the value, or cannot know what is meant.
    Error,
}

/// `error` or `warning`.
impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// The kind of rule that a [`Violation`](crate::Violation) breaks.
///
/// `Display` is the rule's name; [`code`](Rule::code) is the code that the published linter (`cfn-lint`)
/// gives the same rule, so that reports can be compared. Where the linter has several rules for one of these,
/// [`Violation::code`](crate::Violation::code) is more exact:
///
/// | rule | code | more exact |
/// |---|---|---|
/// | `Intrinsic` | E1101 | E1010 `Fn::GetAtt`, E1011 `Fn::FindInMap`, E1015 `Fn::GetAZs`, E1016 `Fn::ImportValue`, E1017 `Fn::Select`, E1018 `Fn::Split`, E1019 `Fn::Sub`, E1020 `Ref`, E1021 `Fn::Base64`, E1022 `Fn::Join`, E1024 `Fn::Cidr`, E1028 `Fn::If`, E1030 `Fn::Length`, E1031 `Fn::ToJsonString`, E1032 `Fn::ForEach`, E1033 `Fn::GetStackOutput`, E1050 dynamic references, E8003 `Fn::Equals`, E8004 `Fn::And`, E8005 `Fn::Not`, E8006 `Fn::Or`, E8007 `Condition` |
/// | `Format` | E1103 | E1150 security group, E1151 VPC, E1152 image, E1154 subnet, E1155 log group, E1156 role, E1157 KMS key's ARN, E1158 topic, E1160 Lambda function, E1161 bucket, E1162 KMS key's id, E1164 KMS alias |
/// | `OneOf` | E3018 | E3014 where the specification lists the members (`requiredXor`) |
/// | `AnyOf` | E3017 | E3058 where the specification lists the members (`requiredOr`) |
///
/// The linter has no rule for `Const`, `MultipleOf`, `Properties`, `AllOf` and `Not`; they have the code of the rule
/// next to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Rule {
    /// A required property is missing.
    Required,
    /// A property that the specification does not have.
    UnknownProperty,
    /// A value of another type than the specification's.
    Type,
    /// A value outside the allowed ones.
    Enum,
    /// A value other than the only one allowed.
    Const,
    /// Text that does not match the pattern.
    Pattern,
    /// Text that is too short or too long, in Unicode scalar values.
    Length,
    /// A number that is too small or too large.
    Range,
    /// A number that is not a multiple of the demanded one.
    MultipleOf,
    /// A list with too few or too many elements.
    Items,
    /// A list with equal elements where all must differ.
    UniqueItems,
    /// An object with too few or too many members.
    Properties,
    /// Text that does not have the demanded format.
    Format,
    /// Not exactly one of several alternatives holds.
    OneOf,
    /// None of several alternatives holds.
    AnyOf,
    /// Not all of several demands hold.
    AllOf,
    /// Something holds that must not.
    Not,
    /// A property is there without another one that it needs.
    Dependency,
    /// A property is there beside another one that it excludes.
    Exclusion,
    /// A property that the service alone sets: its value in a template is ignored.
    ReadOnly,
    /// A function call of the wrong shape, or where it may not stand.
    Intrinsic,
    /// Text that is not JSON or YAML.
    Syntax,
    /// A section that no template has, one that is missing, or one of the wrong kind.
    Template,
    /// A template that is too large.
    TemplateSize,
    /// A description that is too long.
    DescriptionLength,
    /// A description that is no text.
    Description,
    /// A transform of the wrong shape.
    Transform,
    /// `Fn::GetAtt` of a resource that is not there, or of an attribute that it does not have.
    GetAtt,
    /// `Fn::FindInMap` of a mapping or key that is not there.
    FindInMap,
    /// A name in a `Fn::Sub` that stands for nothing.
    Sub,
    /// `Ref` of a name that stands for nothing here.
    Ref,
    /// Text with a variable that nothing replaces.
    MissingSub,
    /// `Fn::Join` of what is no text.
    Join,
    /// `Fn::Length` without the transform that it needs.
    LengthFunction,
    /// `Fn::ToJsonString` without the transform that it needs.
    ToJsonString,
    /// `Fn::ForEach` without the transform that it needs.
    ForEach,
    /// `Fn::GetAtt` that gives something else than is due.
    GetAttFormat,
    /// `Ref` that gives something else than is due.
    RefFormat,
    /// A dynamic reference of the wrong shape, or where none may stand.
    DynamicReference,
    /// A reference to a resource that may not be there.
    ConditionalReference,
    /// A variable of `Fn::Sub` that its text does not use.
    UnusedVariable,
    /// A branch of `Fn::If` that is never taken.
    UnreachableBranch,
    /// A rule of the wrong shape.
    RuleSection,
    /// An assertion of a rule that is no condition.
    Assertion,
    /// A condition of a rule that is none.
    RuleCondition,
    /// A parameter of the wrong shape.
    Parameter,
    /// A type that no parameter can have.
    ParameterType,
    /// A name that no parameter can have.
    ParameterName,
    /// Too many parameters.
    ParameterCount,
    /// A parameter's name that is too long.
    ParameterNameLength,
    /// A default that the parameter's own limits exclude.
    ParameterDefault,
    /// A resource of the wrong shape.
    Resource,
    /// Things that depend on each other in a circle.
    Cycle,
    /// `DependsOn` of what is no other resource of the template.
    DependsOn,
    /// A resource type that does not exist.
    ResourceType,
    /// A name that stands for two things.
    UniqueName,
    /// Too many resources.
    ResourceCount,
    /// A logical id that is too long.
    ResourceNameLength,
    /// A resource under a condition that is not there.
    ResourceCondition,
    /// An `UpdatePolicy` of the wrong shape, or for a type that has none.
    UpdatePolicy,
    /// Metadata of the wrong shape.
    ResourceMetadata,
    /// A `DeletionPolicy` that does not exist, or not for the type.
    DeletionPolicy,
    /// An `UpdateReplacePolicy` that does not exist, or not for the type.
    UpdateReplacePolicy,
    /// A serverless resource in a template without the transform for it.
    ServerlessTransform,
    /// A `CreationPolicy` of the wrong shape, or for a type that has none.
    CreationPolicy,
    /// An output of the wrong shape.
    Output,
    /// An output without a value.
    OutputRequired,
    /// A name that no output can have.
    OutputName,
    /// An output under a condition that is not there.
    OutputCondition,
    /// Too many outputs.
    OutputCount,
    /// An output's name that is too long.
    OutputNameLength,
    /// An output whose value is no text.
    OutputValue,
    /// An export whose name is no text, or not known before its resources.
    Export,
    /// A mapping of the wrong shape.
    Mapping,
    /// A mapping's name that is too long.
    MappingNameLength,
    /// Too many mappings, or too many keys in one.
    MappingCount,
    /// A condition of the wrong shape.
    Condition,
    /// `Fn::Equals` of something else than two values.
    Equals,
    /// `Fn::And` of something else than conditions.
    And,
    /// `Fn::Not` of something else than one condition.
    NotFunction,
    /// `Fn::Or` of something else than conditions.
    Or,
    /// A condition that is not there.
    UnknownCondition,
}

impl Rule {
    /// The code of the same rule in `cfn-lint`'s published rule list, such as `"E3003"`. Of one problem
    /// [`Violation::code`](crate::Violation::code) may be more exact.
    ///
    /// ```
    /// assert_eq!(formwork::Rule::Required.code(), "E3003");
    /// ```
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Syntax => "E0000",
            Self::Intrinsic => "E1101",
            Self::UnknownProperty => "E3002",
            Self::Required => "E3003",
            Self::Type => "E3012",
            Self::AnyOf => "E3017",
            Self::OneOf => "E3018",
            Self::Exclusion => "E3020",
            Self::Dependency => "E3021",
            Self::Enum | Self::Const => "E3030",
            Self::Pattern => "E3031",
            Self::Items | Self::Properties => "E3032",
            Self::Length => "E3033",
            Self::Range | Self::MultipleOf => "E3034",
            Self::UniqueItems => "E3037",
            Self::Format => "E1103",
            Self::ReadOnly => "E3040",
            Self::Template => "E1001",
            Self::TemplateSize => "E1002",
            Self::DescriptionLength => "E1003",
            Self::Description => "E1004",
            Self::Transform => "E1005",
            Self::GetAtt => "E1010",
            Self::FindInMap => "E1011",
            Self::Sub => "E1019",
            Self::Ref => "E1020",
            Self::MissingSub => "E1029",
            Self::Join => "E1022",
            Self::LengthFunction => "E1030",
            Self::ToJsonString => "E1031",
            Self::ForEach => "E1032",
            Self::GetAttFormat => "E1040",
            Self::RefFormat => "E1041",
            Self::DynamicReference => "E1050",
            Self::ConditionalReference => "W1001",
            Self::UnusedVariable => "W1019",
            Self::UnreachableBranch => "W1028",
            Self::RuleSection => "E1700",
            Self::Assertion => "E1701",
            Self::RuleCondition => "E1702",
            Self::Parameter => "E2001",
            Self::ParameterType => "E2002",
            Self::ParameterName => "E2003",
            Self::ParameterCount => "E2010",
            Self::ParameterNameLength => "E2011",
            Self::ParameterDefault => "E2015",
            Self::AllOf | Self::Not | Self::Resource => "E3001",
            Self::Cycle => "E3004",
            Self::DependsOn => "E3005",
            Self::ResourceType => "E3006",
            Self::UniqueName => "E3007",
            Self::ResourceCount => "E3010",
            Self::ResourceNameLength => "E3011",
            Self::ResourceCondition => "E3015",
            Self::UpdatePolicy => "E3016",
            Self::ResourceMetadata => "E3028",
            Self::DeletionPolicy => "E3035",
            Self::UpdateReplacePolicy => "E3036",
            Self::ServerlessTransform => "E3038",
            Self::CreationPolicy => "E3055",
            Self::Output => "E6001",
            Self::OutputRequired => "E6002",
            Self::OutputName => "E6004",
            Self::OutputCondition => "E6005",
            Self::OutputCount => "E6010",
            Self::OutputNameLength => "E6011",
            Self::OutputValue => "E6101",
            Self::Export => "E6102",
            Self::Mapping => "E7001",
            Self::MappingNameLength => "E7002",
            Self::MappingCount => "E7010",
            Self::Condition => "E8001",
            Self::UnknownCondition => "E8002",
            Self::Equals => "E8003",
            Self::And => "E8004",
            Self::NotFunction => "E8005",
            Self::Or => "E8006",
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::Rule;

    #[test]
    fn a_need_and_an_exclusion_have_codes_of_their_own() {
        assert_eq!(
            (Rule::Dependency.code(), Rule::Exclusion.code()),
            ("E3021", "E3020")
        );
        assert_eq!(Rule::Exclusion.to_string(), "Exclusion");
    }
}
