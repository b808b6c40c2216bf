//! Conditions.

use core::ops::RangeInclusive;

use super::names::entries;
use super::walk::Place;
use super::{Checker, macros};
use crate::json::call;
use crate::report::help::Help;
use crate::report::rule::Rule;
use crate::template::section::Section;
use crate::text::function::FOR_EACH;
use crate::text::pointer::Step;
use crate::typed::describe;
use crate::typed::view::View;

/// How many conditions `Fn::And` and `Fn::Or` take.
const SEVERAL: RangeInclusive<usize> = 2..=10;

impl<'t> Checker<'t> {
    pub(super) fn conditions(&mut self) {
        let section = Step::Name(Section::Conditions.name());
        self.scope.place = Place::Condition;
        self.inside(section, |checker| {
            for (number, member) in entries(checker.template, Section::Conditions).enumerate() {
                let view = checker.template.view(&member.value);
                checker.scope.condition = Some(number);
                checker.inside(Step::Name(&member.name), |checker| {
                    if member.name.starts_with(FOR_EACH) {
                        checker.for_each(view);
                    } else if !macros::is_macro(&member.name) {
                        checker.condition(view);
                    }
                });
            }
        });
        self.scope.condition = None;
    }

    /// A condition, or a part of one that has to be a condition itself.
    fn condition(&mut self, view: View<'t>) {
        let Some((name, argument)) = call::of(view).or_else(|| call::condition(view)) else {
            return self.no_condition(view);
        };
        self.inside(Step::Name(name), |checker| match name {
            "Fn::And" => checker.several(argument, SEVERAL, Rule::And),
            "Fn::Or" => checker.several(argument, SEVERAL, Rule::Or),
            "Fn::Not" => checker.several(argument, 1..=1, Rule::NotFunction),
            "Fn::Equals" => checker.equals(argument),
            "Condition" => checker.named_condition(argument),
            _ if macros::is_macro(name) => {}
            _ => checker.no_condition(view),
        });
    }

    fn several(&mut self, argument: View<'t>, count: RangeInclusive<usize>, rule: Rule) {
        if !count.contains(&argument.items().count()) {
            let words = if rule == Rule::NotFunction {
                "one condition"
            } else {
                "2 to 10 conditions"
            };
            return self.takes(argument, words, rule);
        }
        for (index, item) in argument.items().enumerate() {
            self.inside(Step::Index(index), |checker| checker.condition(item));
        }
    }

    fn equals(&mut self, argument: View<'t>) {
        if argument.items().count() != 2 {
            return self.takes(argument, "two values", Rule::Equals);
        }
        for (index, item) in argument.items().enumerate() {
            self.inside(Step::Index(index), |checker| {
                checker.walk(item);
                checker.no_list(item, Rule::Ref);
            });
        }
    }

    fn named_condition(&mut self, argument: View<'t>) {
        match argument.text() {
            Some(_) => self.condition_name(argument, Rule::UnknownCondition),
            None => self.takes(argument, "the name of a condition", Rule::Condition),
        }
    }

    fn takes(&mut self, argument: View<'t>, words: &str, rule: Rule) {
        self.error(rule, argument.node(), |_| {
            (format!("the function takes {words}"), Help::None)
        });
    }

    fn no_condition(&mut self, view: View<'t>) {
        self.error(Rule::Condition, view.node(), |_| {
            let met = match call::of(view) {
                Some((name, _)) => format!("`{}`", describe::name(name)),
                None => describe::view(view),
            };
            let help = "a condition is one of `Fn::And`, `Fn::Equals`, `Fn::Not`, `Fn::Or` and \
                        `Condition`";
            (met + " is not a condition", help.into())
        });
    }
}
