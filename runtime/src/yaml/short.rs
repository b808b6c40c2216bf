//! Which functions are written in short form, and where.

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
    let named = || call::condition(json).filter(|_| condition);
    let (key, argument) = call::of(json).or_else(named)?;
    let name = match key {
        REF | CONDITION => key,
        _ if function::is_unknown_tag(key) => key.strip_prefix('!')?,
        _ => key
            .strip_prefix("Fn::")
            .filter(|name| SHORT.contains(name))?,
    };
    let argument = match argument {
        Json::Array(_) | Json::String(_) if name == "GetAtt" => attribute(argument)?,
        Json::String(text) => Argument::Text(text.clone()),
        // These two take nothing else.
        _ if matches!(name, REF | CONDITION) => return None,
        Json::Array(_) => Argument::Value(argument),
        // A short form may not stand directly in another; a tag that is no function has no long form.
        Json::Object(_)
            if function::is_unknown_tag(key) || matches!(form(argument, false), Form::Plain) =>
        {
            Argument::Value(argument)
        }
        // A scalar after a tag is read as a string, so anything else is not written as one.
        _ => return None,
    };
    Some(Form::Short { name, argument })
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
