//! What deployment makes of a value: the one answer that reading, judging, comparing and writing share.
//!
//! | written | is |
//! |---|---|
//! | `{"Ref": "A"}`, `{"Fn::Sub": "…"}` | a call: an object with the name of a function as its only key |
//! | `{"Ref": "A", "x": 1}` | no call: an object with two members, one of them named `Ref` |
//! | `{"Fn::Transform": …, "x": 1}`, `{"Fn::ForEach::L": …, "x": 1}` | an object to which deployment adds members |
//! | `{"Ref": "AWS::NoValue"}` | nothing, as if it were not written |
//! | `"{{resolve:…}}"` | text that deployment replaces, or a part of it |

use crate::document::{Content, NodeRef};
use crate::json::Json;
use crate::text::function::{self, CONDITION, NO_VALUE, REF};

/// A value wherever it is held, as far as it takes to see a call.
pub(crate) trait Written<'a>: Copy {
    /// How many members an object has; none of anything else.
    fn member_count(self) -> Option<usize>;

    /// The members of an object; none of anything else.
    fn members(self) -> impl Iterator<Item = (&'a str, Self)>;

    /// The text of a string.
    fn text(self) -> Option<&'a str>;

    /// The first member whose name is one of those.
    fn find(self, is_wanted: fn(&str) -> bool) -> Option<(&'a str, Self)> {
        self.members().find(|(name, _)| is_wanted(name))
    }
}

/// The name of the function that is called, and its argument.
#[inline]
pub(crate) fn of<'a, V: Written<'a>>(value: V) -> Option<(&'a str, V)> {
    // Few objects have one member alone.
    match value.member_count() {
        Some(1) => of_only_member(value),
        _ => None,
    }
}

#[inline(never)]
fn of_only_member<'a, V: Written<'a>>(object: V) -> Option<(&'a str, V)> {
    let only = object.members().next();
    only.filter(|(name, _)| function::is_function(name))
}

/// The named condition, `{"Condition": "IsProd"}`: a call where a condition is due, an object anywhere else.
#[cfg_attr(
    not(feature = "yaml"),
    allow(dead_code, reason = "YAML has a short form for it")
)]
pub(crate) fn condition<'a, V: Written<'a>>(value: V) -> Option<(&'a str, V)> {
    if value.member_count() != Some(1) {
        return None;
    }
    value
        .members()
        .next()
        .filter(|(name, _)| *name == CONDITION)
}

/// Whether a call of this function with this argument is `AWS::NoValue`, which is as if nothing were written.
#[inline]
pub(crate) fn removes<'a, V: Written<'a>>(name: &str, argument: V) -> bool {
    name == REF && argument.text() == Some(NO_VALUE)
}

/// Whether a value is `AWS::NoValue`.
pub(crate) fn is_no_value<'a, V: Written<'a>>(value: V) -> bool {
    of(value).is_some_and(|(name, argument)| removes(name, argument))
}

/// The function that adds members to an object, alone or beside others: its name and argument.
pub(crate) fn extension<'a, V: Written<'a>>(value: V) -> Option<(&'a str, V)> {
    value.find(function::adds_members)
}

/// Whether only deployment knows what stands in the place of a value: a call, an object that members are added
/// to, or text with a dynamic reference. What is inside of lists and other objects is not asked.
pub(crate) fn is_unknown<'a, V: Written<'a>>(value: V) -> bool {
    match value.text() {
        Some(text) => function::is_dynamic(text),
        None => of(value).is_some() || extension(value).is_some(),
    }
}

impl<'a> Written<'a> for &'a Json {
    fn member_count(self) -> Option<usize> {
        self.as_object().map(crate::Map::len)
    }

    fn members(self) -> impl Iterator<Item = (&'a str, Self)> {
        self.as_object().into_iter().flatten()
    }

    fn text(self) -> Option<&'a str> {
        self.as_str()
    }
}

impl<'a> Written<'a> for NodeRef<'a> {
    #[inline]
    fn member_count(self) -> Option<usize> {
        NodeRef::member_count(self)
    }

    #[inline]
    fn members(self) -> impl Iterator<Item = (&'a str, Self)> {
        NodeRef::members(self).map(|member| (member.key, member.value))
    }

    fn text(self) -> Option<&'a str> {
        match self.content() {
            Content::String(text) => Some(text),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    /// Asks the same of free JSON and of a document.
    #[track_caller]
    fn both(text: &str, name: Option<&str>, added: Option<&str>, nothing: bool, unknown: bool) {
        let json: Json = text.parse().unwrap();
        let document = Document::from_json(text).unwrap();
        let root = document.root();
        let answers = (
            of(&json).map(|call| call.0),
            extension(&json).map(|call| call.0),
            is_no_value(&json),
            is_unknown(&json),
        );
        assert_eq!(answers, (name, added, nothing, unknown), "{text}");
        let answers = (
            of(root).map(|call| call.0),
            extension(root).map(|call| call.0),
            is_no_value(root),
            is_unknown(root),
        );
        assert_eq!(answers, (name, added, nothing, unknown), "{text}");
    }

    #[test]
    fn a_call_stands_alone() {
        both(r#"{"Ref":"A"}"#, Some("Ref"), None, false, true);
        both(
            r#"{"Fn::Tomorrow":[]}"#,
            Some("Fn::Tomorrow"),
            None,
            false,
            true,
        );
        both(r#"{"Ref":"AWS::NoValue"}"#, Some("Ref"), None, true, true);
        both(r#"{"Ref":"A","x":1}"#, None, None, false, false);
        both(r#"{"Ref":"A","Fn::Sub":"x"}"#, None, None, false, false);
        both(r#"{"Ref":"AWS::NoValue","x":1}"#, None, None, false, false);
        for plain in [
            "{}",
            r#"{"Condition":"A"}"#,
            r#"{"Fn:Sub":"A"}"#,
            "[]",
            "1",
            "null",
        ] {
            both(plain, None, None, false, false);
        }
    }

    #[test]
    fn some_functions_add_members_to_what_stands_beside_them() {
        let transform = Some("Fn::Transform");
        both(r#"{"Fn::Transform":{}}"#, transform, transform, false, true);
        both(
            r#"{"x":1,"Fn::Transform":{}}"#,
            None,
            transform,
            false,
            true,
        );
        let each = Some("Fn::ForEach::L");
        both(
            r#"{"Fn::ForEach::L":[],"Ref":"A"}"#,
            None,
            each,
            false,
            true,
        );
        both(r#"{"Fn::ForEach":[],"x":1}"#, None, None, false, false);
        both(r#"{"Fn::Sub":"x","y":1}"#, None, None, false, false);
    }

    #[test]
    fn text_is_unknown_by_its_dynamic_reference() {
        both(r#""{{resolve:ssm:a}}""#, None, None, false, true);
        both(r#""a {{resolve:ssm:a}} b""#, None, None, false, true);
        both(r#""{{ a }} {resolve:}""#, None, None, false, false);
    }
}
