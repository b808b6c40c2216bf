//! Which functions are written in short form, and where.

use crate::document::DEPTH_LIMIT;
use crate::json::{Json, call};
use crate::text::function::{self, CONDITION, REF};

/// The functions that have a short form: `Fn::Sub` is `!Sub`. Others are written in their long
/// form, which CloudFormation accepts for all.
///
/// Source: the user guide's page of each intrinsic function.
const SHORT: &[&str] = &[
    "And",
    "Base64",
    "Cidr",
    "Equals",
    "FindInMap",
    "GetAZs",
    "GetAtt",
    "GetStackOutput",
    "If",
    "ImportValue",
    "Join",
    "Length",
    "Not",
    "Or",
    "Select",
    "Split",
    "Sub",
    "ToJsonString",
    "Transform",
];

/// How a value is written.
pub(super) enum Form<'j> {
    /// As it is.
    Plain,
    /// As a tag and an argument.
    Short {
        name: &'j str,
        argument: Argument<'j>,
    },
}

/// What follows the tag of a function.
pub(super) enum Argument<'j> {
    Text(String),
    Value(&'j Json),
}

/// Whether `json` is a function that may be written in short form here, and how.
pub(super) fn form(json: &Json, condition: bool) -> Form<'_> {
    short_form(json, condition).unwrap_or(Form::Plain)
}

fn short_form(json: &Json, condition: bool) -> Option<Form<'_>> {
    let (key, argument) = call(json, condition)?;
    let name = key
        .strip_prefix('!')
        .or_else(|| key.strip_prefix("Fn::"))
        .unwrap_or(key);
    let argument = match argument {
        // A short form may not stand directly in another; a tag that is no function has no long form.
        Json::Object(_) if !function::is_unknown_tag(key) && is_short(argument) => return None,
        Json::Object(_) => Argument::Value(argument),
        _ => own_argument(key, argument)?,
    };
    Some(Form::Short { name, argument })
}

/// The name of a function that has a short form, and its argument.
fn call(json: &Json, condition: bool) -> Option<(&str, &Json)> {
    let named = || call::condition(json).filter(|_| condition);
    let (key, argument) = call::of(json).or_else(named)?;
    let has_short_form = match key {
        // These two take nothing but text.
        REF | CONDITION => matches!(argument, Json::String(_)),
        _ => {
            let name = key.strip_prefix("Fn::");
            function::is_unknown_tag(key) || name.is_some_and(|name| SHORT.contains(&name))
        }
    };
    has_short_form.then_some((key, argument))
}

/// An argument that is no object, as it is written behind a short form, if it can be.
fn own_argument<'j>(key: &str, argument: &'j Json) -> Option<Argument<'j>> {
    match argument {
        Json::Array(_) | Json::String(_) if key == "Fn::GetAtt" => attribute(argument),
        Json::String(text) => Some(Argument::Text(text.clone())),
        Json::Array(_) => Some(Argument::Value(argument)),
        // A scalar after a tag is read as a string, so anything else is not written as one.
        _ => None,
    }
}

/// Whether a value is written in short form where no condition is due: of calls directly in each other every
/// second one is. More of them than readers take may be written either way.
fn is_short(json: &Json) -> bool {
    let mut json = json;
    let mut is_inverted = false;
    for _ in 0..DEPTH_LIMIT {
        let is_short = match call(json, false) {
            Some((key, Json::Object(_))) if function::is_unknown_tag(key) => true,
            Some((_, argument @ Json::Object(_))) => {
                json = argument;
                is_inverted = !is_inverted;
                continue;
            }
            Some((key, argument)) => own_argument(key, argument).is_some(),
            None => false,
        };
        return is_short != is_inverted;
    }
    is_inverted
}

/// The argument of `!GetAtt`, so that it is read as the same: `A.B` is the list of `A` and `B`.
/// Where a part is a function, only the long form is legal.
fn attribute(argument: &Json) -> Option<Argument<'_>> {
    match argument {
        Json::Array(items) => match items.as_slice() {
            [Json::String(resource), Json::String(attribute)] if !resource.contains('.') => {
                Some(Argument::Text(format!("{resource}.{attribute}")))
            }
            _ => None,
        },
        Json::String(text) if !text.contains('.') => Some(Argument::Text(text.clone())),
        _ => None,
    }
}
