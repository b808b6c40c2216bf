//! The shape of each function's argument, as the user guide states it.
//!
//! A function that is not known here is kept and not judged; only the calls inside its argument are.

use super::Judge;
use super::classify::{self, Class, Scalar};
use super::named::{get_att, get_stack_output, logical_id, sub};
use super::object::anything;
use crate::report::code;
use crate::report::help::Help;
use crate::report::rule::Rule;
use crate::text::function::{self, TRANSFORM};
use crate::text::pointer::Step;
use crate::typed::view::View;

/// Judges the argument of a function; the judge stands at it.
pub(super) fn shape<'a>(judge: &mut Judge<'a>, name: &str, argument: View<'a>) {
    if is_made_by_a_macro(argument) {
        return judge.any_value(argument);
    }
    match name {
        "Ref" | "Condition" => logical_id(judge, argument, name),
        "Fn::GetAtt" => get_att(judge, argument),
        "Fn::Sub" => sub(judge, argument),
        "Fn::Join" => join(judge, argument),
        "Fn::Select" => select(judge, argument),
        "Fn::Split" => split(judge, argument),
        "Fn::FindInMap" => find_in_map(judge, argument),
        "Fn::Cidr" => {
            if count(
                judge,
                argument,
                2,
                3,
                "an address block, a count and the subnet bits",
            ) {
                each(judge, argument, Judge::scalar_or_call);
            }
        }
        "Fn::Base64" | "Fn::ImportValue" | "Fn::GetAZs" => judge.scalar_or_call(argument),
        "Fn::Transform" => transform(judge, argument),
        "Fn::GetStackOutput" => get_stack_output(judge, argument),
        "Fn::Length" | "Fn::ToJsonString" => collection(judge, argument),
        "Fn::If" => {
            if condition_call(judge, argument) {
                each(judge, argument, Judge::any_value);
            }
        }
        "Fn::Equals" => {
            count(judge, argument, 2, 2, "two values");
            each(judge, argument, Judge::any_value);
        }
        "Fn::Not" => {
            count(judge, argument, 1, 1, "one condition");
            each(judge, argument, Judge::any_value);
        }
        "Fn::And" | "Fn::Or" => {
            count(judge, argument, 2, 10, "2 to 10 conditions");
            each(judge, argument, Judge::any_value);
        }
        _ if name.starts_with("Fn::ForEach::") => {
            count(judge, argument, 3, 3, "a name, a collection and a body");
            each(judge, argument, Judge::any_value);
        }
        _ => {
            if let Some(meant) = function::meant(name) {
                judge.misspelt(name, argument, meant);
            }
            judge.any_value(argument);
        }
    }
}

/// Whether the argument of `Fn::If` is a condition's name and two branches.
pub(super) fn condition_call<'a>(judge: &mut Judge<'a>, argument: View<'a>) -> bool {
    if !count(
        judge,
        argument,
        3,
        3,
        "the name of a condition and two values",
    ) {
        return false;
    }
    element(judge, argument, 0, |judge, condition| {
        if is_made_by_a_macro(condition) {
            judge.any_value(condition);
        } else if condition.text().is_none_or(str::is_empty) {
            judge.malformed(
                condition,
                "`Fn::If` starts with the name of a condition",
                None,
            );
        }
    });
    true
}

impl<'a> Judge<'a> {
    pub(super) fn malformed(&mut self, at: View<'a>, message: &str, help: Option<&'static str>) {
        if let Some((name, argument)) = at.only_member()
            && let Some(meant) = function::meant(name)
        {
            return self.misspelt(name, argument, meant);
        }
        self.wrong_call(at.node(), || {
            (message.to_owned(), help.map_or(Help::None, Help::from))
        });
    }

    /// Something is wrong with the call of the function whose argument is judged.
    pub(super) fn wrong_call(
        &mut self,
        node: Option<usize>,
        words: impl FnOnce() -> (String, Help),
    ) {
        let code = self.function.and_then(code::of_function);
        self.report_as(Rule::Intrinsic, code, node, words);
    }

    /// Any value; the calls inside it have to be well formed.
    pub(super) fn any_value(&mut self, view: View<'a>) {
        self.value(&view, anything());
    }

    /// Text, a number, a boolean, or a call that gives one.
    pub(super) fn scalar_or_call(&mut self, view: View<'a>) {
        match classify::classify(view) {
            Class::Scalar(_) | Class::Call { .. } => self.any_value(view),
            _ => self.malformed(view, "a text or a function call is due here", None),
        }
    }

    /// A list, or a call that gives one.
    fn list_or_call(&mut self, view: View<'a>) {
        match classify::classify(view) {
            Class::List | Class::Call { .. } => self.any_value(view),
            _ => self.malformed(view, "a list or a function call is due here", None),
        }
    }
}

fn join<'a>(judge: &mut Judge<'a>, argument: View<'a>) {
    if count(judge, argument, 2, 2, "a delimiter and a list") {
        element(judge, argument, 0, text_or_call);
        element(judge, argument, 1, Judge::list_or_call);
    }
}

fn split<'a>(judge: &mut Judge<'a>, argument: View<'a>) {
    if count(judge, argument, 2, 2, "a delimiter and a text") {
        element(judge, argument, 0, text_or_call);
        element(judge, argument, 1, Judge::scalar_or_call);
    }
}

fn text_or_call<'a>(judge: &mut Judge<'a>, view: View<'a>) {
    match classify::classify(view) {
        Class::Scalar(Scalar::Text(_)) => {}
        Class::Call { .. } => judge.any_value(view),
        _ => judge.malformed(view, "the delimiter is a text", None),
    }
}

fn select<'a>(judge: &mut Judge<'a>, argument: View<'a>) {
    if count(judge, argument, 2, 2, "a position and a list") {
        element(
            judge,
            argument,
            0,
            |judge, position| match classify::classify(position) {
                Class::Scalar(scalar) if scalar.is_unknown() => {}
                Class::Scalar(scalar) => {
                    let counts = scalar
                        .number()
                        .is_some_and(|n| n.is_integer() && n.as_f64() >= 0.0);
                    if !counts {
                        let message =
                            "the position of `Fn::Select` is a whole number, counted from 0";
                        judge.malformed(position, message, None);
                    }
                }
                Class::Call { .. } => judge.any_value(position),
                _ => judge.malformed(position, "the position of `Fn::Select` is a number", None),
            },
        );
        element(judge, argument, 1, Judge::list_or_call);
    }
}

fn find_in_map<'a>(judge: &mut Judge<'a>, argument: View<'a>) {
    if !count(judge, argument, 3, 4, "a mapping and two keys") {
        return;
    }
    for index in 0..3 {
        element(judge, argument, index, Judge::scalar_or_call);
    }
    element(judge, argument, 3, |judge, default| {
        // `AWS::NoValue` is a default like any other.
        if matches!(default.member("DefaultValue"), View::Absent) {
            let message = "the fourth argument of `Fn::FindInMap` is `{\"DefaultValue\": …}`";
            return judge.malformed(default, message, None);
        }
        judge.any_value(default);
    });
}

/// One call of a macro, or a list of calls.
fn transform<'a>(judge: &mut Judge<'a>, argument: View<'a>) {
    match classify::classify(argument) {
        Class::Object => macro_call(judge, argument),
        Class::List => {
            count(judge, argument, 1, usize::MAX, "calls of macros");
            each(judge, argument, macro_call);
        }
        _ => malformed_transform(judge, argument),
    }
}

fn macro_call<'a>(judge: &mut Judge<'a>, call: View<'a>) {
    let Class::Object = classify::classify(call) else {
        return malformed_transform(judge, call);
    };
    if call.member("Name").text().is_none_or(str::is_empty) {
        let message = "`Fn::Transform` needs the `Name` of a macro";
        judge.malformed(call, message, None);
    }
    judge.any_value(call);
}

fn malformed_transform<'a>(judge: &mut Judge<'a>, at: View<'a>) {
    let message = "`Fn::Transform` takes a `Name` and `Parameters`";
    judge.malformed(at, message, None);
}

/// Whether a macro gives the value: macros run first, so that it may be anything.
pub(super) fn is_made_by_a_macro(value: View<'_>) -> bool {
    matches!(
        classify::classify(value),
        Class::Call {
            name: TRANSFORM,
            ..
        }
    )
}

fn collection<'a>(judge: &mut Judge<'a>, argument: View<'a>) {
    match classify::classify(argument) {
        Class::List | Class::Object | Class::Call { .. } => judge.any_value(argument),
        _ => judge.malformed(
            argument,
            "a list, an object or a function call is due here",
            None,
        ),
    }
}

/// Whether the argument is a list of that many elements.
pub(super) fn count<'a>(
    judge: &mut Judge<'a>,
    argument: View<'a>,
    least: usize,
    most: usize,
    words: &str,
) -> bool {
    let is_list = matches!(classify::classify(argument), Class::List);
    let fits = is_list && (least..=most).contains(&argument.items().count());
    if !fits {
        let message = format!("the function takes a list of {words}");
        judge.malformed(argument, &message, None);
    }
    fits
}

fn each<'a>(judge: &mut Judge<'a>, list: View<'a>, check: impl Fn(&mut Judge<'a>, View<'a>)) {
    for (index, item) in list.items().enumerate() {
        judge.enter(Step::Index(index));
        check(judge, item);
        judge.leave();
    }
}

pub(super) fn element<'a>(
    judge: &mut Judge<'a>,
    list: View<'a>,
    index: usize,
    check: impl FnOnce(&mut Judge<'a>, View<'a>),
) {
    if let Some(item) = list.items().nth(index) {
        judge.enter(Step::Index(index));
        check(judge, item);
        judge.leave();
    }
}
