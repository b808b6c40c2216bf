//! Parameters: their types, and their defaults by their own limits.
//!
//! Source: the user guide's pages "Parameters" and "Supplied parameter types".

use super::names::entries;
use super::parameter_limits as limits;
use super::{Checker, anatomy, macros};
use crate::json::call;
use crate::report::help::Help;
use crate::report::rule::Rule;
use crate::template::part::Member;
use crate::template::section::Section;
use crate::text::coerce;
use crate::text::pointer::Step;
use crate::text::suggest;
use crate::typed::describe;
use crate::typed::view::View;

/// The types that a parameter can have besides text and numbers, alone, in a list, and in the store.
const SPECIFIC: [&str; 11] = [
    "AWS::EC2::AvailabilityZone::Name",
    "AWS::EC2::Image::Id",
    "AWS::EC2::Instance::Id",
    "AWS::EC2::KeyPair::KeyName",
    "AWS::EC2::SecurityGroup::GroupName",
    "AWS::EC2::SecurityGroup::Id",
    "AWS::EC2::Subnet::Id",
    "AWS::EC2::VPC::Id",
    "AWS::EC2::Volume::Id",
    "AWS::Route53::HostedZone::Id",
    "AWS::SSM::Parameter::Name",
];

const PLAIN: [&str; 3] = ["String", "Number", "CommaDelimitedList"];

/// What a parameter's type says of its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ParameterType {
    Text,
    Number,
    List,
    NumberList,
    /// The value is taken from the store; the default is the name of it.
    Stored,
}

/// What a type is called.
pub(super) fn parameter_type(name: &str) -> Option<ParameterType> {
    let inner = |start: &str| name.strip_prefix(start)?.strip_suffix('>');
    if let Some(stored) = inner("AWS::SSM::Parameter::Value<") {
        return parameter_type(stored).map(|_| ParameterType::Stored);
    }
    if let Some(element) = inner("List<") {
        let is_number = element == "Number";
        let is_known = is_number || element == "String" || is_specific(element);
        return match (is_known, is_number) {
            (false, _) => None,
            (true, true) => Some(ParameterType::NumberList),
            (true, false) => Some(ParameterType::List),
        };
    }
    match name {
        "String" => Some(ParameterType::Text),
        "Number" => Some(ParameterType::Number),
        "CommaDelimitedList" => Some(ParameterType::List),
        _ => is_specific(name).then_some(ParameterType::Text),
    }
}

fn is_specific(name: &str) -> bool {
    SPECIFIC.contains(&name)
}

/// Whether a reference to a parameter of that type gives a list; none if the type is not known.
pub(super) fn is_list(name: &str) -> Option<bool> {
    let stored = name.strip_prefix("AWS::SSM::Parameter::Value<");
    let name = stored
        .and_then(|name| name.strip_suffix('>'))
        .unwrap_or(name);
    match parameter_type(name)? {
        ParameterType::List | ParameterType::NumberList => Some(true),
        ParameterType::Text | ParameterType::Number => Some(false),
        ParameterType::Stored => None,
    }
}

impl<'t> Checker<'t> {
    pub(super) fn parameters(&mut self) {
        let section = Step::Name(Section::Parameters.name());
        self.inside(section, |checker| {
            for member in entries(checker.template, Section::Parameters) {
                if !macros::is_macro(&member.name) {
                    checker.inside(Step::Name(&member.name), |checker| checker.one(member));
                }
            }
        });
    }

    fn one(&mut self, member: &'t Member) {
        let view = self.template.view(&member.value);
        if call::extension(view).is_some() {
            return;
        }
        self.anatomy(&anatomy::PARAMETER, view, |_| Some(Rule::Parameter));
        for (name, value) in view.members() {
            if let Some((function, _)) = call::of(value) {
                self.inside(Step::Name(name), |checker| {
                    checker.error(Rule::Parameter, value.node(), |_| {
                        let function = describe::name(function);
                        let message = format!("`{function}` is called in a parameter");
                        (message, "a parameter takes plain values alone".into())
                    });
                });
            }
        }
        let Some(name) = view.member("Type").text() else {
            return;
        };
        let Some(ty) = parameter_type(name) else {
            return self.unknown_type(name, view.member("Type"));
        };
        self.bounds(view);
        self.default(view, ty);
    }

    fn unknown_type(&mut self, name: &str, at: View<'t>) {
        self.inside(Step::Name("Type"), |checker| {
            // A newer type of AWS is taken by who knows it.
            let is_newer = name.contains("AWS::");
            let words = |_: &Self| {
                let shown = describe::name(name);
                let known = PLAIN.into_iter().chain(SPECIFIC);
                let near = suggest::nearest(suggest::start(name), known);
                let help = if near.is_empty() {
                    "a parameter is a `String`, a `Number`, a `CommaDelimitedList`, a `List<…>` or of a \
                     type such as `AWS::EC2::VPC::Id`"
                        .into()
                } else {
                    format!("there is {}", suggest::listed(&near)).into()
                };
                (format!("`{shown}` is no type of a parameter"), help)
            };
            if is_newer {
                checker.warn(Rule::ParameterType, at.node(), words);
            } else {
                checker.error(Rule::ParameterType, at.node(), words);
            }
        });
    }

    /// A least value above the greatest one.
    fn bounds(&mut self, view: View<'t>) {
        for (least, most) in [("MinLength", "MaxLength"), ("MinValue", "MaxValue")] {
            let (low, high) = (view.member(least), view.member(most));
            if let (Some(low), Some(limit)) = (number(low), number(high))
                && low > limit
            {
                self.inside(Step::Name(most), |checker| {
                    checker.error(Rule::Parameter, high.node(), |_| {
                        let message = format!("`{most}` is {limit}, but `{least}` is {low}");
                        (message, Help::None)
                    });
                });
            }
        }
    }

    /// The default, by the limits of the parameter.
    fn default(&mut self, view: View<'t>, ty: ParameterType) {
        let default = view.member("Default");
        let Some(value) = scalar(default) else { return };
        self.inside(Step::Name("Default"), |checker| {
            for misfit in limits::misfits(&value, ty, view) {
                checker.error(Rule::ParameterDefault, default.node(), |_| {
                    (format!("the default {misfit}"), Help::None)
                });
            }
        });
    }
}

/// What a scalar is as a text.
pub(super) fn scalar(view: View<'_>) -> Option<String> {
    match view {
        View::Node(node) => node.text().map(str::to_owned),
        View::Json(json) => match json {
            crate::Json::String(text) => Some(text.clone()),
            crate::Json::Bool(_) | crate::Json::Number(_) => Some(json.to_string()),
            _ => None,
        },
        _ => None,
    }
}

pub(super) fn number(view: View<'_>) -> Option<f64> {
    coerce::number(&scalar(view)?)
}
