//! The functions that name something of the template or of another stack, and the names in their arguments.

use super::Judge;
use super::classify::{self, Class, Scalar};
use super::functions::{count, element, is_made_by_a_macro};
use crate::report::help::Help;
use crate::text::function;
use crate::text::pointer::Step;
use crate::text::suggest;
use crate::typed::describe;
use crate::typed::view::View;

pub(super) fn logical_id<'a>(judge: &mut Judge<'a>, argument: View<'a>, name: &str) {
    // With the language extensions, `Ref` may name what a call gives.
    if matches!(classify::classify(argument), Class::Call { .. }) {
        return judge.any_value(argument);
    }
    match argument.text() {
        Some(text) if !text.is_empty() => pseudo_parameter(judge, argument, text),
        _ => judge.malformed(argument, &format!("`{name}` takes a name"), None),
    }
}

/// A name that begins with `AWS::` is that of a pseudo parameter, of which there are eight.
fn pseudo_parameter<'a>(judge: &mut Judge<'a>, at: View<'a>, name: &str) {
    if let Some(near) = function::wrong_pseudo_parameter(name) {
        judge.wrong_call(at.node(), || no_pseudo_parameter(name, &near));
    }
}

/// What is said of a name that begins as those of pseudo parameters do, but is none of them.
pub(crate) fn no_pseudo_parameter(name: &str, near: &[&str]) -> (String, Help) {
    let message = format!("there is no pseudo parameter `{}`", describe::name(name));
    let help = if near.is_empty() {
        Help::None
    } else {
        ("near: ".to_owned() + &suggest::listed(near)).into()
    };
    (message, help)
}

pub(super) fn get_att<'a>(judge: &mut Judge<'a>, argument: View<'a>) {
    const HELP: &str = "written `[\"LogicalId\", \"Attribute\"]`, or `LogicalId.Attribute`";
    match classify::classify(argument) {
        Class::Scalar(Scalar::Text(text)) => {
            let parts = text.split_once('.');
            if parts.is_none_or(|(id, attribute)| id.is_empty() || attribute.is_empty()) {
                let message = "`Fn::GetAtt` takes the name of a resource and an attribute of it";
                judge.malformed(argument, message, Some(HELP));
            }
        }
        Class::List => {
            if argument.items().count() != 2 {
                let message = "`Fn::GetAtt` takes the name of a resource and an attribute of it";
                return judge.malformed(argument, message, Some(HELP));
            }
            for (index, part) in argument.items().enumerate() {
                let is_text = part.text().is_some_and(|text| !text.is_empty());
                let may_be_call = matches!(classify::classify(part), Class::Call { .. });
                judge.enter(Step::Index(index));
                if may_be_call {
                    judge.any_value(part);
                } else if !is_text {
                    judge.malformed(part, "`Fn::GetAtt` takes names", Some(HELP));
                }
                judge.leave();
            }
        }
        _ => {
            let message = "`Fn::GetAtt` takes the name of a resource and an attribute of it";
            judge.malformed(argument, message, Some(HELP));
        }
    }
}

pub(super) fn sub<'a>(judge: &mut Judge<'a>, argument: View<'a>) {
    if argument.text().is_some() {
        return template(judge, argument, View::Absent);
    }
    let mut parts = argument.items();
    if let (Some(text), None) = (parts.next().and_then(View::text), parts.next()) {
        return judge.wrong_call(argument.node(), || {
            let message =
                "`Fn::Sub` takes a text alone, or a list of a text and a map of variables";
            let text = describe::name(text);
            let help = format!("write the text without brackets: `!Sub '{text}'`");
            (message.to_owned(), help.into())
        });
    }
    if count(
        judge,
        argument,
        2,
        2,
        "a text, or a text and a map of variables",
    ) {
        let variables = argument.items().nth(1).unwrap_or(View::Absent);
        element(judge, argument, 0, |judge, text| {
            template(judge, text, variables);
        });
        element(judge, argument, 1, |judge, variables| {
            if !matches!(
                classify::classify(variables),
                Class::Object | Class::Call { .. }
            ) {
                return judge.malformed(variables, "the variables of `Fn::Sub` are a map", None);
            }
            judge.any_value(variables);
        });
    }
}

/// The text of `Fn::Sub`: each `${` has a name and an end.
fn template<'a>(judge: &mut Judge<'a>, text: View<'a>, variables: View<'a>) {
    let Some(mut rest) = text.text() else {
        if is_made_by_a_macro(text) {
            return judge.any_value(text);
        }
        return judge.malformed(text, "`Fn::Sub` takes a text", None);
    };
    while let Some((_, after)) = rest.split_once("${") {
        let Some((name, after)) = after.split_once('}') else {
            return judge.malformed(
                text,
                "`${` has no `}` after it",
                Some("a literal `${` is written `${!`"),
            );
        };
        variable(judge, text, name.trim(), variables);
        rest = after;
    }
}

/// A name between `${` and `}`, or what is meant literally, which begins with an exclamation mark.
fn variable<'a>(judge: &mut Judge<'a>, text: View<'a>, name: &str, variables: View<'a>) {
    if name.is_empty() {
        judge.malformed(text, "`${}` names nothing", None);
    } else if function::is_variable(name) {
        if matches!(variables.member(name), View::Absent) {
            pseudo_parameter(judge, text, name);
        }
    } else if !name.starts_with('!') && !name.contains(['$', '&']) {
        // A loop replaces its own variables first: `${Bucket${X}}` is a name in its body.
        judge.wrong_call(text.node(), || no_variable(name));
    }
}

/// What is said of something between `${` and `}` that can be no name.
pub(crate) fn no_variable(name: &str) -> (String, Help) {
    let name = describe::name(name);
    let message =
        format!("`${{{name}}}` is no name: `Fn::Sub` takes letters, digits, `_`, `.` and `:`");
    let help = format!("what is not to be replaced is written `${{!{name}}}`");
    (message, help.into())
}

/// An output of another stack, which may be in another region and account.
pub(super) fn get_stack_output<'a>(judge: &mut Judge<'a>, argument: View<'a>) {
    const HELP: &str =
        "its members are `StackName` and `OutputName`, and `Region` and `RoleArn` if needed";
    let is_named = |name: &str| !argument.member(name).is_nothing();
    let is_object = matches!(classify::classify(argument), Class::Object);
    if !is_object || !is_named("StackName") || !is_named("OutputName") {
        let message = "`Fn::GetStackOutput` takes the names of a stack and of an output of it";
        return judge.malformed(argument, message, Some(HELP));
    }
    argument.each_member(|key, value| {
        judge.enter(Step::Name(key));
        if matches!(key, "StackName" | "OutputName" | "Region" | "RoleArn") {
            judge.scalar_or_call(value);
        } else {
            judge.wrong_call(value.name_node(), || {
                let message = format!("`Fn::GetStackOutput` has no `{}`", describe::name(key));
                (message, HELP.into())
            });
        }
        judge.leave();
        true
    });
}
