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
/// gives the same rule, so that reports can be compared.
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
    /// A function call of the wrong shape, or where it may not stand.
    Intrinsic,
    /// Text that is not JSON or YAML.
    Syntax,
}

impl Rule {
    /// The code of the same rule in `cfn-lint`'s published rule list, such as `"E3003"`.
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
            Self::AllOf | Self::Not => "E3001",
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
