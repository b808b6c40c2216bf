//! What conditions say about each other: each is a symbol, and only what two of them certainly say is used.

use super::Checker;
use crate::json::call;
use crate::typed::view::View;

/// One condition, and whether it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Literal<'t> {
    pub(super) condition: &'t str,
    pub(super) holds: bool,
}

/// A comparison of one parameter with one text, which is what most conditions are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Comparison<'t> {
    parameter: &'t str,
    value: &'t str,
    equal: bool,
}

/// So many conditions that only name or negate another are followed.
const MOST_NEGATIONS: usize = 16;

/// So many conditions that follow from one are looked at.
const MOST_IMPLIED: usize = 32;

impl<'t> Checker<'t> {
    /// A literal and what certainly follows from it: all parts of an `Fn::And` that holds, and of an `Fn::Or` that
    /// does not.
    pub(super) fn implied(&self, literal: Literal<'t>) -> Vec<Literal<'t>> {
        let mut all = vec![literal];
        let mut next = 0;
        while let Some(literal) = all.get(next).copied() {
            next += 1;
            let Some(view) = self.condition_view(literal.condition) else {
                continue;
            };
            let mut parts = vec![(view, literal.holds)];
            while let Some((view, holds)) = parts.pop() {
                let Some((name, argument)) = call::of(view).or_else(|| call::condition(view))
                else {
                    continue;
                };
                match (name, holds) {
                    ("Fn::And", true) | ("Fn::Or", false) => {
                        parts.extend(argument.items().map(|part| (part, holds)));
                    }
                    ("Fn::Not", _) => {
                        parts.extend(argument.items().take(1).map(|part| (part, !holds)));
                    }
                    ("Condition", _) => {
                        let follows = argument
                            .text()
                            .map(|condition| Literal { condition, holds });
                        let is_new = |one: &Literal<'t>| !all.contains(one);
                        all.extend(follows.filter(is_new));
                    }
                    _ => {}
                }
                if all.len() + parts.len() > MOST_IMPLIED {
                    return all;
                }
            }
        }
        all
    }

    /// Whether what is assumed here certainly excludes a literal; which of the assumptions does.
    pub(super) fn excluding(&self, literal: Literal<'t>) -> Option<Literal<'t>> {
        let implied = self.implied(literal);
        let mut known = self.scope.assumptions.iter().rev().copied();
        known.find(|known| implied.iter().any(|implied| self.exclude(*known, *implied)))
    }

    /// Assumes a literal, and what follows from it, while something is walked over.
    pub(super) fn assuming(&mut self, literal: Literal<'t>, walk: impl FnOnce(&mut Self)) {
        let before = self.scope.assumptions.len();
        let implied = self.implied(literal);
        self.scope.assumptions.extend(implied);
        self.scope.said.push(literal);
        walk(self);
        self.scope.said.pop();
        self.scope.assumptions.truncate(before);
    }

    /// Whether both certainly cannot hold together.
    fn exclude(&self, left: Literal<'t>, right: Literal<'t>) -> bool {
        if left.condition == right.condition {
            return left.holds != right.holds;
        }
        match (self.comparison(left), self.comparison(right)) {
            (Some(left), Some(right)) if left.parameter == right.parameter => {
                match (left.equal, right.equal) {
                    (true, true) => left.value != right.value,
                    (true, false) | (false, true) => left.value == right.value,
                    (false, false) => false,
                }
            }
            _ => false,
        }
    }

    /// Whether there certainly is a deployment in which the first holds and the second does not.
    pub(super) fn may_hold_without(&self, left: Option<Literal<'t>>, right: Literal<'t>) -> bool {
        let opposite = Literal {
            holds: !right.holds,
            ..right
        };
        let Some(right) = self.comparison(opposite).filter(|one| self.can_hold(one)) else {
            return false;
        };
        let Some(left) = left else { return true };
        let Some(left) = self.comparison(left).filter(|one| self.can_hold(one)) else {
            return false;
        };
        if left.parameter != right.parameter {
            return true;
        }
        match (left.equal, right.equal) {
            (true, true) => left.value == right.value,
            (true, false) | (false, true) => left.value != right.value,
            (false, false) => false,
        }
    }

    /// What a literal says of a parameter, if that is all it says.
    fn comparison(&self, literal: Literal<'t>) -> Option<Comparison<'t>> {
        let mut equal = literal.holds;
        let mut view = self.condition_view(literal.condition)?;
        for _ in 0..MOST_NEGATIONS {
            let (name, argument) = call::of(view).or_else(|| call::condition(view))?;
            match name {
                "Fn::Not" => {
                    equal = !equal;
                    view = argument.items().next()?;
                }
                "Condition" => view = self.condition_view(argument.text()?)?,
                "Fn::Equals" => {
                    let mut items = argument.items();
                    let (left, right) = (items.next()?, items.next()?);
                    let (parameter, value) = self
                        .parameter_and_text(left, right)
                        .or_else(|| self.parameter_and_text(right, left))?;
                    return Some(Comparison {
                        parameter,
                        value,
                        equal,
                    });
                }
                _ => return None,
            }
        }
        None
    }

    fn condition_view(&self, name: &str) -> Option<View<'t>> {
        let (_, member) = *self.names.conditions.get(name)?;
        Some(self.template.view(&member.value))
    }

    fn parameter_and_text(&self, left: View<'t>, right: View<'t>) -> Option<(&'t str, &'t str)> {
        let ("Ref", name) = call::of(left)? else {
            return None;
        };
        let name = name.text()?;
        let ty = self.parameter(name)?.member("Type").text()?;
        (ty == "String").then_some((name, right.text()?))
    }

    /// Whether some value of the parameter makes a comparison true.
    fn can_hold(&self, comparison: &Comparison<'t>) -> bool {
        let Some(parameter) = self.parameter(comparison.parameter) else {
            return false;
        };
        let allowed = parameter.member("AllowedValues");
        if matches!(allowed, View::Absent) {
            // A pattern or a length may exclude the one text.
            let limits = ["AllowedPattern", "MinLength", "MaxLength"];
            let is_free = limits
                .iter()
                .all(|name| matches!(parameter.member(name), View::Absent));
            return is_free || !comparison.equal;
        }
        let mut values = allowed.items().filter_map(View::text);
        values.any(|value| (value == comparison.value) == comparison.equal)
    }
}
