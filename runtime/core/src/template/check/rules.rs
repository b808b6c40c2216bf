//! Rules: what has to be true of the values of parameters.
//!
//! Source: the user guide's pages "Rules" and "Rule-specific intrinsic functions".

use super::names::entries;
use super::walk::Place;
use super::{Checker, macros, resources};
use crate::json::call;
use crate::report::help::Help;
use crate::report::rule::Rule;
use crate::template::section::Section;
use crate::text::pointer::Step;
use crate::typed::describe;
use crate::typed::view::View;

/// The functions that say whether something is true.
const CONDITIONS: [&str; 7] = [
    "Fn::And",
    "Fn::Contains",
    "Fn::EachMemberEquals",
    "Fn::EachMemberIn",
    "Fn::Equals",
    "Fn::Not",
    "Fn::Or",
];

impl<'t> Checker<'t> {
    pub(super) fn rules(&mut self) {
        let section = Step::Name(Section::Rules.name());
        self.scope.place = Place::Rule;
        self.inside(section, |checker| {
            for member in entries(checker.template, Section::Rules) {
                let view = checker.template.view(&member.value);
                if !macros::is_macro(&member.name) {
                    checker.inside(Step::Name(&member.name), |checker| checker.rule(view));
                }
            }
        });
    }

    fn rule(&mut self, view: View<'t>) {
        let condition = view.member("RuleCondition");
        if !matches!(condition, View::Absent) {
            self.inside(Step::Name("RuleCondition"), |checker| {
                checker.truth(condition, Rule::RuleCondition);
            });
        }
        let assertions = view.member("Assertions");
        if !resources::is_list(assertions) {
            return self.error(Rule::RuleSection, view.node(), |_| {
                let message = "a rule has a list of `Assertions`".to_owned();
                (message, Help::None)
            });
        }
        self.inside(Step::Name("Assertions"), |checker| {
            for (index, assertion) in assertions.items().enumerate() {
                checker.inside(Step::Index(index), |checker| checker.assertion(assertion));
            }
        });
    }

    fn assertion(&mut self, assertion: View<'t>) {
        let truth = assertion.member("Assert");
        if matches!(truth, View::Absent) {
            return self.error(Rule::RuleSection, assertion.node(), |_| {
                ("an assertion has an `Assert`".to_owned(), Help::None)
            });
        }
        self.inside(Step::Name("Assert"), |checker| {
            checker.truth(truth, Rule::Assertion);
        });
    }

    /// What is true or not.
    fn truth(&mut self, view: View<'t>, rule: Rule) {
        match call::of(view) {
            Some((name, _)) if CONDITIONS.contains(&name) || macros::is_macro(name) => {
                self.walk(view);
            }
            _ => self.error(rule, view.node(), |_| {
                let message = describe::view(view) + " is not true or false";
                (
                    message,
                    "a rule compares with functions such as `Fn::Equals`".into(),
                )
            }),
        }
    }
}
