//! The template with values of its parameters put in.
//!
//! Properties are judged a second time, with what the values make of them: references, texts, lookups and
//! conditions, as far as the values decide them. What is wrong then stands where the call is written.

use std::collections::HashSet;

use super::names::{self, ResourceInfo};
use super::parameters::{parameter_type, scalar};
use super::{Checker, macros, parameter_limits, serverless};
use crate::Violation;
use crate::json::{Json, call};
use crate::judge::{self, Found};
use crate::report::help::Help;
use crate::report::rule::Rule;
use crate::template::ParameterValues;
use crate::template::plan::Decided;
use crate::template::section::Section;
use crate::text::coerce;
use crate::text::pointer::{self, Step};
use crate::typed::describe;
use crate::typed::view::{self, View};

/// The linter's code of what is wrong with values that a deployment gives.
const DEPLOYMENT: &str = "E2900";

/// What stands for a value that is not to be shown.
const SECRET: &str = "****";

impl<'t> Checker<'t> {
    /// Judges the values, and the resources with them.
    pub(super) fn given(&mut self, values: &ParameterValues) {
        if self.macros.rewrite_all {
            return;
        }
        let mut shown = values.clone();
        let parameters = Step::Name(Section::Parameters.name());
        self.inside(parameters, |checker| {
            checker.undeclared(values);
            for member in names::entries(checker.template, Section::Parameters) {
                let view = checker.template.view(&member.value);
                if macros::is_macro(&member.name) || call::extension(view).is_some() {
                    continue;
                }
                let is_secret = scalar(view.member("NoEcho")).is_some_and(|text| is_true(&text));
                checker.inside(Step::Name(&member.name), |checker| {
                    checker.given_one(&member.name, view, values, is_secret);
                });
                if is_secret {
                    shown.after.remove(&*member.name);
                }
            }
        });
        self.resources_with(&Decided::new(self.template, &shown));
    }

    /// Values of parameters that the template does not have.
    fn undeclared(&mut self, values: &ParameterValues) {
        let section = self.template.root.get(Section::Parameters.name());
        let node = section.and_then(|section| section.value.node());
        let is_open = section.is_some_and(|part| macros::rewrites_part(self.template, &part.value));
        for name in values.after.keys().filter(|_| !is_open) {
            if self.parameter(name).is_none() {
                let known = names::entries(self.template, Section::Parameters);
                let help = names::NearNames::among(name, known.map(|member| &*member.name));
                let name = describe::name(name);
                let message = format!("a value is given for `{name}`, which is no parameter");
                self.deployment(node, message, help);
            }
        }
    }

    fn given_one(
        &mut self,
        name: &str,
        parameter: View<'t>,
        values: &ParameterValues,
        is_secret: bool,
    ) {
        let Some(value) = values.after.get(name) else {
            if matches!(parameter.member("Default"), View::Absent) {
                let message = format!("no value is given for `{}`", describe::name(name));
                let help = "a parameter without a `Default` needs one".into();
                self.deployment(parameter.node(), message, help);
            }
            return;
        };
        let ty = parameter.member("Type").text().and_then(parameter_type);
        for misfit in ty
            .into_iter()
            .flat_map(|ty| parameter_limits::misfits(value, ty, parameter))
        {
            let misfit = if is_secret {
                without(&misfit, value)
            } else {
                misfit
            };
            self.deployment(
                parameter.node(),
                format!("the value given {misfit}"),
                Help::None,
            );
        }
    }

    fn deployment(&mut self, node: Option<usize>, message: String, help: Help) {
        let path = self.here();
        if self.findings.limit.admits(path.len()) {
            let violation = Violation::new(Rule::Parameter, path, message)
                .with_code(Some(DEPLOYMENT))
                .with_help(help);
            self.findings.found.push(Found { violation, node });
        }
    }

    fn resources_with(&mut self, decided: &Decided<'t>) {
        let section = self.template.root.get(Section::Resources.name());
        if section.is_none_or(|part| macros::rewrites_part(self.template, &part.value)) {
            return;
        }
        let said: HashSet<String> = self.findings.found.iter().map(key).collect();
        let resources = self.names.resources.clone();
        self.inside(Step::Name(Section::Resources.name()), |checker| {
            for info in resources {
                let is_left_out = info
                    .condition
                    .is_some_and(|condition| decided.holds(condition) == Some(false));
                if !is_left_out && !macros::rewrites_part(checker.template, &info.member.value) {
                    checker.inside(Step::Name(&info.member.name), |checker| {
                        checker.properties_with(info, decided, &said);
                    });
                }
            }
        });
    }

    fn properties_with(
        &mut self,
        info: ResourceInfo<'t>,
        decided: &Decided<'t>,
        said: &HashSet<String>,
    ) {
        // What serverless resources leave out stands in `Globals`.
        let spec = info.spec.filter(|_| !serverless::replaces(info.type_name));
        let properties = info
            .attributes()
            .and_then(|attributes| attributes.get("Properties"));
        let (Some(spec), Some(properties)) = (spec, properties) else {
            return;
        };
        let view = self.template.view(&properties.value);
        let mut put = Put {
            decided,
            has_changed: false,
        };
        let value = put.value(view);
        if !put.has_changed || judge::is_right(View::Json(&value), spec, false) {
            return;
        }
        let findings = judge::whole(View::Json(&value), spec, false, "");
        let base = self.inside(Step::Name("Properties"), |checker| checker.here());
        let mut found = Vec::new();
        for one in findings.found {
            let (path, node) = put.place(view, one.violation.path(), &base);
            let mut violation = one.violation;
            violation.path = path;
            let one = Found { violation, node };
            if !said.contains(&key(&one)) {
                let mut one = one;
                one.violation.message = format!("with the values given: {}", one.violation.message);
                found.push(one);
            }
        }
        self.take(found, findings.limit.more);
    }
}

/// What two findings that say the same have in common.
fn key(found: &Found) -> String {
    let violation = &found.violation;
    format!("{} {}", violation.code, violation.path)
}

/// A sentence in which a value is not shown, neither as text nor as a number.
fn without(sentence: &str, value: &str) -> String {
    let sentence = sentence.replace(&describe::text_value(value), SECRET);
    if value.is_empty() {
        sentence
    } else {
        sentence.replace(value, SECRET)
    }
}

/// What YAML and JSON say for true.
fn is_true(text: &str) -> bool {
    coerce::boolean(text) == Some(true)
}

/// Puts what the values decide into properties.
struct Put<'d, 't> {
    decided: &'d Decided<'t>,
    /// Whether anything was put in.
    has_changed: bool,
}

impl<'t> Put<'_, 't> {
    fn value(&mut self, view: View<'t>) -> Json {
        if let Some((name, argument)) = call::of(view) {
            return self.call(view, name, argument);
        }
        if call::extension(view).is_some() {
            return view::to_json(view);
        }
        if super::is_list(view) {
            return view.items().map(|item| self.value(item)).collect();
        }
        if super::is_object(view) {
            let members = view.members();
            return Json::Object(
                members
                    .map(|(name, member)| (name, self.value(member)))
                    .collect(),
            );
        }
        view::to_json(view)
    }

    fn call(&mut self, view: View<'t>, name: &'t str, argument: View<'t>) -> Json {
        if name == "Fn::If" {
            if let Some((_, branch)) = self.decided.branch(argument) {
                self.has_changed = true;
                return self.value(branch);
            }
            let items = argument.items().map(|item| self.value(item));
            return Json::Object(crate::Map::from([(name, items.collect())]));
        }
        match self.decided.value(view) {
            Some(value) => {
                self.has_changed = true;
                value
            }
            None => view::to_json(view),
        }
    }

    /// Where that stands which became the value at a path: the path as it is written, and the node.
    fn place(&self, view: View<'t>, path: &str, base: &str) -> (String, Option<usize>) {
        let mut written = base.to_owned();
        let mut at = view;
        let mut segments = path.split('/').skip(1).peekable();
        loop {
            if let Some((name, argument)) = call::of(at) {
                if let Some((position, branch)) =
                    self.decided.branch(argument).filter(|_| name == "Fn::If")
                {
                    Step::Name(name).push(&mut written);
                    Step::Index(position).push(&mut written);
                    at = branch;
                    continue;
                }
                // What is wrong in the value that a call gives stands where the call does.
                if name != "Fn::If" && self.decided.value(at).is_some() {
                    return (written, at.node());
                }
            }
            let Some(segment) = segments.next() else {
                return (written, at.node());
            };
            let name = pointer::unescape(segment);
            let next = if super::is_list(at) {
                pointer::index(segment).and_then(|index| at.items().nth(index))
            } else {
                Some(at.member(&name)).filter(|member| !matches!(member, View::Absent))
            };
            written.push('/');
            written.push_str(segment);
            match next {
                Some(next) => at = next,
                None => return (written, at.node()),
            }
        }
    }
}
