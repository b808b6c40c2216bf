//! The names of intrinsic functions and pseudo parameters.

use crate::text::scan;
use crate::text::suggest;

/// The function that gives what a name of the template stands for.
pub(crate) const REF: &str = "Ref";

/// The function that names a condition. It stands where a condition is due and nowhere else: a property may have
/// the same name.
pub(crate) const CONDITION: &str = "Condition";

/// The pseudo parameter that removes what it stands for.
pub(crate) const NO_VALUE: &str = "AWS::NoValue";

/// The function that puts what a macro makes in the place of the object around it.
pub(crate) const TRANSFORM: &str = "Fn::Transform";

/// The start of the names under which loops stand, each with a name of its own behind it.
pub(crate) const FOR_EACH: &str = "Fn::ForEach::";

/// What stands before the name of nearly every function.
const PREFIX: &str = "Fn::";

/// The functions that exist.
///
/// Source: the intrinsic and the rule-specific functions of the user guide, with those of its language extensions.
const KNOWN: [&str; 27] = [
    REF,
    CONDITION,
    "Fn::And",
    "Fn::Base64",
    "Fn::Cidr",
    "Fn::Contains",
    "Fn::EachMemberEquals",
    "Fn::EachMemberIn",
    "Fn::Equals",
    "Fn::FindInMap",
    "Fn::GetAZs",
    "Fn::GetAtt",
    "Fn::GetStackOutput",
    "Fn::If",
    "Fn::ImportValue",
    "Fn::Join",
    "Fn::Length",
    "Fn::Not",
    "Fn::Or",
    "Fn::RefAll",
    "Fn::Select",
    "Fn::Split",
    "Fn::Sub",
    "Fn::ToJsonString",
    TRANSFORM,
    "Fn::ValueOf",
    "Fn::ValueOfAll",
];

/// The pseudo parameters that exist.
///
/// Source: "Pseudo parameters reference" in the user guide.
const PSEUDO_PARAMETERS: [&str; 8] = [
    "AWS::AccountId",
    "AWS::NotificationARNs",
    NO_VALUE,
    "AWS::Partition",
    "AWS::Region",
    "AWS::StackId",
    "AWS::StackName",
    "AWS::URLSuffix",
];

/// Whether a name is that of a function, known or not: `Ref`, `Fn::…`, or a tag of YAML that stands for none.
#[inline]
pub(crate) fn is_function(name: &str) -> bool {
    // Few names begin as one does.
    match name.as_bytes().first() {
        Some(b'F') => name.starts_with(PREFIX),
        Some(b'R') => name == REF,
        Some(b'!') => is_unknown_tag(name),
        _ => false,
    }
}

/// Whether a name is a tag of YAML as it was written, `!Foo`. Other languages have names such as `!` and `!=`.
pub(crate) fn is_unknown_tag(name: &str) -> bool {
    let Some(tag) = name.strip_prefix('!') else {
        return false;
    };
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || "_-.:".contains(letter);
    tag.starts_with(|first: char| first.is_ascii_alphabetic()) && tag.chars().all(is_part)
}

/// The name of the function that a tag of YAML stands for, which comes without its exclamation mark: `Fn::Sub`; or
/// `!Foo`, which CloudFormation does not read and other tools replace before it sees it.
pub(crate) fn of_tag(tag: &str) -> String {
    let full = match tag {
        REF | CONDITION => tag.to_owned(),
        _ => [PREFIX, tag.strip_prefix(PREFIX).unwrap_or(tag)].concat(),
    };
    if is_known(&full) {
        full
    } else {
        ["!", tag].concat()
    }
}

/// Whether deployment puts other members in the place of the one with this name, which may stand beside others.
#[inline]
pub(crate) fn adds_members(name: &str) -> bool {
    name.starts_with(PREFIX) && (name == TRANSFORM || name.starts_with(FOR_EACH))
}

/// Whether there is a function of that name.
fn is_known(name: &str) -> bool {
    let is_loop = |own: &str| !own.is_empty();
    // Most names that are asked for are those of properties.
    (is_function(name) || name == CONDITION)
        && (KNOWN.contains(&name) || name.strip_prefix(FOR_EACH).is_some_and(is_loop))
}

/// The function that is meant by the name of none: one that differs in case, in one letter, or in what stands before
/// it.
pub(crate) fn meant(name: &str) -> Option<&'static str> {
    if is_known(name) {
        return None;
    }
    let bare = bare(name);
    let own = bare.split_once("::").map_or(bare, |(own, _)| own);
    if own.eq_ignore_ascii_case("ForEach") {
        return Some("Fn::ForEach::Name");
    }
    let near = |known: &&str| {
        let own = known.strip_prefix(PREFIX).unwrap_or(known);
        if own.len().abs_diff(bare.len()) > 1 {
            return false;
        }
        // Of two letters nearly any other two differ in one.
        own.eq_ignore_ascii_case(bare) || (own.len() > 2 && suggest::is_slip_in_any_case(bare, own))
    };
    KNOWN.iter().copied().find(near)
}

/// The function that is meant by a name that looks like one, but is none: `Fn:Sub`, `fn::sub`.
pub(crate) fn meant_by_form(name: &str) -> Option<&'static str> {
    let start = name.get(..3)?;
    let is_like = start.eq_ignore_ascii_case("fn:") && !is_function(name);
    is_like.then(|| meant(name))?
}

/// A name without what stands before the name of a function, rightly or not.
fn bare(name: &str) -> &str {
    let name = name.trim_start_matches(['!', '$']);
    let name = name.trim_end_matches([':', ' ']);
    match name.get(..2) {
        Some(start) if start.eq_ignore_ascii_case("fn") => {
            let rest = name.get(2..).unwrap_or_default();
            let bare = rest.trim_start_matches([':', '.']);
            if bare.len() < rest.len() { bare } else { name }
        }
        _ => name,
    }
}

/// Whether a text is the name of a pseudo parameter.
pub(crate) fn is_pseudo_parameter(text: &str) -> bool {
    PSEUDO_PARAMETERS.contains(&text)
}

/// Whether a name that begins as those of pseudo parameters do is none of them; with the ones that are near.
pub(crate) fn wrong_pseudo_parameter(name: &str) -> Option<Vec<&'static str>> {
    let start = name.get(..4).unwrap_or_default();
    let is_wrong = start.eq_ignore_ascii_case("aws:") && !PSEUDO_PARAMETERS.contains(&name);
    is_wrong.then(|| suggest::nearest(name, PSEUDO_PARAMETERS.into_iter()))
}

/// Whether a name can stand between `${` and `}` in the text of `Fn::Sub`.
pub(crate) fn is_variable(name: &str) -> bool {
    !name.is_empty() && name.chars().all(is_part_of_variable)
}

/// Whether a letter can be part of such a name.
pub(crate) fn is_part_of_variable(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '_' | '.' | ':')
}

/// Whether text holds a reference that deployment replaces, `{{resolve:…}}`.
#[inline]
pub(crate) fn is_dynamic(text: &str) -> bool {
    may_be_dynamic(text) && text.contains(DYNAMIC)
}

/// Whether text is long enough for a dynamic reference, and has the braces of one.
#[inline]
pub(crate) fn may_be_dynamic(text: &str) -> bool {
    text.len() >= DYNAMIC.len() && scan::may_have_braces(text.as_bytes())
}

/// Whether a dynamic reference in the text has no end.
pub(crate) fn is_unclosed(text: &str) -> bool {
    let mut parts = text.split(DYNAMIC);
    parts.next();
    parts.any(|reference| !reference.contains("}}"))
}

/// The start of a dynamic reference.
const DYNAMIC: &str = "{{resolve:";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_known_by_their_form() {
        for name in ["Ref", "Fn::Sub", "Fn::Tomorrow", "!Foo", "!Rain::S3"] {
            assert!(is_function(name), "{name}");
        }
        for name in [
            "",
            "ref",
            "Sub",
            "Fn:Sub",
            "Condition",
            "!",
            "!=",
            "!!",
            "!1",
            "!a b",
        ] {
            assert!(!is_function(name), "{name}");
        }
    }

    #[test]
    fn tags_are_functions_or_stay_tags() {
        for (tag, name) in [
            ("Ref", "Ref"),
            ("Condition", "Condition"),
            ("Sub", "Fn::Sub"),
            ("Transform", "Fn::Transform"),
            ("GetStackOutput", "Fn::GetStackOutput"),
            ("Fn::Sub", "Fn::Sub"),
            ("ForEach::L", "Fn::ForEach::L"),
            ("Foo", "!Foo"),
            ("ref", "!ref"),
            ("Fn::Ref", "!Fn::Ref"),
            ("Rain::S3", "!Rain::S3"),
        ] {
            assert_eq!(of_tag(tag), name);
        }
    }

    #[test]
    fn a_slip_in_a_name_is_seen() {
        for (name, function) in [
            ("!ref", "Ref"),
            ("!Ref:", "Ref"),
            ("!Getatt", "Fn::GetAtt"),
            ("!Joins", "Fn::Join"),
            ("!Sub", "Fn::Sub"),
            ("!GetAz", "Fn::GetAZs"),
            ("Fn::GetAttr", "Fn::GetAtt"),
            ("Fn::Ref", "Ref"),
            ("Fn::if", "Fn::If"),
            ("Fn::Foreach::L", "Fn::ForEach::Name"),
            ("Fn::ForEach", "Fn::ForEach::Name"),
            ("FN::SUB", "Fn::Sub"),
            ("Fn:Sub", "Fn::Sub"),
            ("Fn.Join", "Fn::Join"),
            ("ref", "Ref"),
            ("$ref", "Ref"),
            ("GetAtt", "Fn::GetAtt"),
        ] {
            assert_eq!(meant(name), Some(function), "{name}");
        }
        for name in [
            "Ref",
            "Fn::Sub",
            "Fn::ForEach::L",
            "Fn::Whatever",
            "!Foo",
            "!Rain::S3",
            "Fn::Uppercase",
            "Fn::Of",
            "Key",
            "",
            "fn",
            "Function",
        ] {
            assert_eq!(meant(name), None, "{name}");
        }
        for (name, function) in [
            ("fn::sub", Some("Fn::Sub")),
            ("Fn:GetAtt", Some("Fn::GetAtt")),
            ("FN::Join", Some("Fn::Join")),
            ("Fn::GetAttr", None),
            ("ref", None),
            ("fn:other", None),
        ] {
            assert_eq!(meant_by_form(name), function, "{name}");
        }
    }

    #[test]
    fn pseudo_parameters_are_eight() {
        for name in ["AWS::Region", "Region", "AcmeCo::Region", "A", "AWSRegion"] {
            assert_eq!(wrong_pseudo_parameter(name), None, "{name}");
        }
        for (name, near) in [
            ("AWS::StackID", "AWS::StackId"),
            ("AWS::Novalue", "AWS::NoValue"),
            ("aws::region", "AWS::Region"),
            ("AWS:Region", "AWS::Region"),
            ("AWS::Acount", "AWS::AccountId"),
        ] {
            let found = wrong_pseudo_parameter(name).unwrap();
            assert_eq!(found.first(), Some(&near), "{name}");
        }
        assert_eq!(
            wrong_pseudo_parameter("AWS::Nothing::Like::It"),
            Some(vec![])
        );
    }

    #[test]
    fn dynamic_references_have_an_end() {
        for text in [
            "{{resolve:ssm:a}}",
            "{{resolve:ssm:a}}-{{resolve:ssm:b}}",
            "{{ a",
            "{resolve:",
        ] {
            assert!(!is_unclosed(text), "{text}");
        }
        for text in [
            "{{resolve:ssm:a",
            "{{resolve:ssm:a}",
            "{{resolve:ssm:a{{resolve:ssm:b}}",
        ] {
            assert!(is_unclosed(text), "{text}");
        }
    }
}
