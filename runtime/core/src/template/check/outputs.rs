//! Outputs and exports.

use std::collections::HashMap;

use super::names::entries;
use super::symbols::Literal;
use super::walk::Place;
use super::{Checker, anatomy, macros};
use crate::document::Content;
use crate::json::{Json, call};
use crate::report::help::Help;
use crate::report::rule::Rule;
use crate::template::part::Member;
use crate::template::section::Section;
use crate::text::function::FOR_EACH;
use crate::text::pointer::Step;
use crate::typed::describe;
use crate::typed::view::View;

impl<'t> Checker<'t> {
    pub(super) fn outputs(&mut self) {
        let section = Step::Name(Section::Outputs.name());
        let mut exports = HashMap::new();
        self.inside(section, |checker| {
            for member in entries(checker.template, Section::Outputs) {
                checker.inside(Step::Name(&member.name), |checker| {
                    checker.output(member, &mut exports);
                });
            }
        });
    }

    fn output(&mut self, member: &'t Member, exports: &mut HashMap<&'t str, &'t str>) {
        let view = self.template.view(&member.value);
        self.scope.place = Place::Output;
        if member.name.starts_with(FOR_EACH) {
            return self.for_each(view);
        }
        if macros::is_macro(&member.name) || macros::rewrites_object(view) {
            return;
        }
        // A value that may be removed is reported where that is written.
        let is_given = !matches!(view.member("Value"), View::Absent);
        self.anatomy(&anatomy::OUTPUT, view, |found| match found.rule {
            Rule::Required if is_given => None,
            Rule::Required => Some(Rule::OutputRequired),
            _ => Some(Rule::Output),
        });
        // Whatever else is no text is reported by its shape.
        let is_call = |view: View<'t>| call::of(view).is_some() && !macros::rewrites_object(view);
        let text = view.member("Description");
        if text.text().is_some() || is_call(text) {
            self.inside(Step::Name("Description"), |checker| {
                checker.description(text);
            });
        }
        let condition = view.member("Condition");
        if is_call(condition) {
            self.inside(Step::Name("Condition"), |checker| {
                checker.no_condition_name(condition, Rule::OutputCondition);
            });
        }
        let Some(name) = condition.text() else {
            return self.output_parts(view, member, Some(exports));
        };
        self.inside(Step::Name("Condition"), |checker| {
            checker.condition_name(condition, Rule::OutputCondition);
        });
        let literal = Literal {
            condition: name,
            holds: true,
        };
        // Under conditions, only one of two outputs of one name may be there.
        self.assuming(literal, |checker| checker.output_parts(view, member, None));
    }

    fn output_parts(
        &mut self,
        view: View<'t>,
        member: &'t Member,
        exports: Option<&mut HashMap<&'t str, &'t str>>,
    ) {
        let value = view.member("Value");
        self.inside(Step::Name("Value"), |checker| {
            checker.walk(value);
            checker.output_value(value);
            checker.no_list(value, Rule::OutputValue);
        });
        self.export(view.member("Export").member("Name"), member, exports);
    }

    /// The value of an output is a text; that it is `null` is said of its shape.
    fn output_value(&mut self, value: View<'t>) {
        let is_text = match value {
            View::Node(node) => match node.content() {
                Content::Array(_) => false,
                Content::Object(_) => call::is_unknown(value),
                Content::Null | Content::Bool(_) | Content::Number(_) | Content::String(_) => true,
            },
            View::Json(json) => match json {
                Json::Array(_) => false,
                Json::Object(_) => call::is_unknown(value),
                Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => true,
            },
            _ => true,
        };
        if !is_text {
            self.error(Rule::OutputValue, value.node(), |_| {
                let message = describe::view(value) + " is not a string";
                (message, "a list becomes a text with `Fn::Join`".into())
            });
        }
    }

    fn export(
        &mut self,
        name: View<'t>,
        output: &'t Member,
        exports: Option<&mut HashMap<&'t str, &'t str>>,
    ) {
        self.path.extend([Step::Name("Export"), Step::Name("Name")]);
        self.scope.place = Place::ExportName;
        self.walk(name);
        if let Some(text) = name.text()
            && let Some(other) = exports.and_then(|known| known.insert(text, &output.name))
        {
            self.error(Rule::Export, name.node(), |_| {
                let (shown, other) = (describe::name(text), describe::name(other));
                let message = format!("the output `{other}` exports the name `{shown}` already");
                (message, Help::None)
            });
        }
        self.path.truncate(self.path.len().saturating_sub(2));
    }
}
