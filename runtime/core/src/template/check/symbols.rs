//! What conditions say about each other: each is a symbol, and only what two of them certainly say is used.

use core::cell::OnceCell;
use std::rc::Rc;

use super::Checker;
use super::parameters::scalar;
use crate::json::call;
use crate::typed::view::{self, View};

/// One condition, and whether it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Literal<'t> {
    pub(super) condition: &'t str,
    pub(super) holds: bool,
}

/// What is known of a condition, found out when it is first asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Symbol<'t> {
    comparison: OnceCell<Option<Comparison<'t>>>,
    /// What follows if it holds, and if it does not.
    if_true: OnceCell<Rc<[Literal<'t>]>>,
    if_false: OnceCell<Rc<[Literal<'t>]>>,
}

/// A comparison of a value that deployment knows with a text, which is what most conditions are.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Comparison<'t> {
    /// What is compared, as it is written.
    subject: String,
    /// The name of the parameter, if nothing else is compared.
    parameter: Option<&'t str>,
    value: &'t str,
    equal: bool,
}

/// So many parts of conditions are looked at before nothing is said.
const MOST_PARTS: usize = 64;

/// So many conditions that only name or negate another are followed.
const MOST_NEGATIONS: usize = 16;

/// So many conditions that follow from one are looked at.
const MOST_IMPLIED: usize = 32;

impl<'t> Checker<'t> {
    /// A literal and what certainly follows from it: all parts of an `Fn::And` that holds, and of an `Fn::Or` that
    /// does not.
    pub(super) fn implied(&self, literal: Literal<'t>) -> Rc<[Literal<'t>]> {
        let symbol = self.symbol(literal.condition);
        let known = symbol.map(|symbol| {
            if literal.holds {
                &symbol.if_true
            } else {
                &symbol.if_false
            }
        });
        match known {
            Some(known) => known.get_or_init(|| self.follow(literal).into()).clone(),
            None => Rc::new([literal]),
        }
    }

    fn symbol(&self, condition: &str) -> Option<&Symbol<'t>> {
        let (number, _) = self.names.conditions.get(condition)?;
        self.symbols.get(*number)
    }

    fn follow(&self, literal: Literal<'t>) -> Vec<Literal<'t>> {
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
        self.scope.assumptions.extend_from_slice(&implied);
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
        let (Some(one), Some(other)) = (
            self.comparison(left.condition),
            self.comparison(right.condition),
        ) else {
            return false;
        };
        if one.subject != other.subject {
            return false;
        }
        // What the comparison says if the condition holds is turned round if it does not.
        match (one.equal == left.holds, other.equal == right.holds) {
            (true, true) => one.value != other.value,
            (true, false) | (false, true) => one.value == other.value,
            (false, false) => false,
        }
    }

    /// Whether there certainly is a deployment in which the first holds and the second does not.
    pub(super) fn may_hold_without(&self, left: Option<Literal<'t>>, right: Literal<'t>) -> bool {
        let opposite = Literal {
            holds: !right.holds,
            ..right
        };
        // Where there are several ways to make one true, the other decides which: so either goes first.
        let in_order = |literals: [Option<Literal<'t>>; 2]| {
            let mut assignment = Assignment::default();
            let mut literals = literals.into_iter().flatten();
            literals.all(|literal| self.can_be(literal, &mut assignment))
        };
        in_order([left, Some(opposite)]) || in_order([Some(opposite), left])
    }

    /// Whether values can be chosen that make a literal true besides all that was chosen already.
    fn can_be(&self, literal: Literal<'t>, assignment: &mut Assignment) -> bool {
        let view = self.condition_view(literal.condition);
        view.is_some_and(|view| self.part_can_be(view, literal.holds, assignment))
    }

    fn part_can_be(&self, view: View<'t>, holds: bool, assignment: &mut Assignment) -> bool {
        assignment.parts += 1;
        if assignment.parts > MOST_PARTS {
            return false;
        }
        let Some((name, argument)) = call::of(view).or_else(|| call::condition(view)) else {
            return false;
        };
        match (name, holds) {
            ("Fn::Not", _) => argument
                .items()
                .next()
                .is_some_and(|part| self.part_can_be(part, !holds, assignment)),
            ("Condition", _) => argument
                .text()
                .and_then(|name| self.condition_view(name))
                .is_some_and(|part| self.part_can_be(part, holds, assignment)),
            ("Fn::And", true) | ("Fn::Or", false) => argument
                .items()
                .all(|part| self.part_can_be(part, holds, assignment)),
            ("Fn::And", false) | ("Fn::Or", true) => argument
                .items()
                .any(|part| self.part_can_be(part, holds, assignment)),
            ("Fn::Equals", _) => self
                .equality(argument, holds)
                .is_some_and(|comparison| self.choose(comparison, assignment)),
            _ => false,
        }
    }

    /// Chooses values that make a comparison true, if that is certain to go together with what was chosen.
    fn choose(&self, comparison: Comparison<'t>, assignment: &mut Assignment) -> bool {
        if !self.can_hold(&comparison) {
            return false;
        }
        let before = assignment
            .chosen
            .iter()
            .find(|one| one.subject == comparison.subject);
        match before {
            Some(before) if before.equal => (before.value == comparison.value) == comparison.equal,
            Some(before) => !comparison.equal && before.value == comparison.value,
            // Two different things that are compared may depend on each other, unless both are parameters.
            None => {
                let are_free = comparison.parameter.is_some() && assignment.are_parameters;
                let goes = assignment.chosen.is_empty() || are_free;
                assignment.are_parameters =
                    comparison.parameter.is_some() && (are_free || assignment.chosen.is_empty());
                assignment.chosen.push(Chosen {
                    subject: comparison.subject,
                    value: comparison.value.to_owned(),
                    equal: comparison.equal,
                });
                goes
            }
        }
    }

    /// What a condition says of one value if it holds, and if that is all it says.
    fn comparison(&self, condition: &str) -> Option<&Comparison<'t>> {
        let symbol = self.symbol(condition)?;
        let comparison = || self.compared(condition);
        symbol.comparison.get_or_init(comparison).as_ref()
    }

    fn compared(&self, condition: &str) -> Option<Comparison<'t>> {
        let mut equal = true;
        let mut view = self.condition_view(condition)?;
        for _ in 0..MOST_NEGATIONS {
            let (name, argument) = call::of(view).or_else(|| call::condition(view))?;
            match name {
                "Fn::Not" => {
                    equal = !equal;
                    view = argument.items().next()?;
                }
                "Condition" => view = self.condition_view(argument.text()?)?,
                "Fn::Equals" => return self.equality(argument, equal),
                _ => return None,
            }
        }
        None
    }

    fn equality(&self, argument: View<'t>, equal: bool) -> Option<Comparison<'t>> {
        let mut items = argument.items();
        let (left, right) = (items.next()?, items.next()?);
        let (subject, value) = match (left.text(), right.text()) {
            (None, Some(value)) => (left, value),
            (Some(value), None) => (right, value),
            _ => return None,
        };
        let (name, argument) = call::of(subject)?;
        let parameter = argument.text().filter(|_| name == "Ref");
        Some(Comparison {
            subject: view::to_json(subject).to_string(),
            parameter: parameter.filter(|name| self.parameter(name).is_some()),
            value,
            equal,
        })
    }

    fn condition_view(&self, name: &str) -> Option<View<'t>> {
        let (_, member) = *self.names.conditions.get(name)?;
        Some(self.template.view(&member.value))
    }

    /// Whether some value of what is compared makes a comparison true.
    fn can_hold(&self, comparison: &Comparison<'t>) -> bool {
        let Some(parameter) = comparison.parameter.and_then(|name| self.parameter(name)) else {
            return true;
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
        let mut values = allowed.items().filter_map(scalar);
        values.any(|value| (value == comparison.value) == comparison.equal)
    }
}

/// Values that were chosen to make conditions true.
#[derive(Debug, Default)]
struct Assignment {
    chosen: Vec<Chosen>,
    /// Whether all of them are values of parameters, which are chosen freely.
    are_parameters: bool,
    parts: usize,
}

#[derive(Debug)]
struct Chosen {
    subject: String,
    value: String,
    equal: bool,
}
