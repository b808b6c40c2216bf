//! Whether conditions hold, as far as that is decided.

use super::differences::Differences;
use super::side::{Context, Side};
use super::states::States;
use super::tokens::{self, Tokens};
use crate::json::{Json, call};
use crate::typed::view::View;

impl<'t> Side<'t> {
    /// Whether a condition holds; none if it is not decided, or there is none of that name.
    pub(super) fn holds(&self, condition: &str) -> Option<bool> {
        let (name, view) = self.conditions.get_key_value(condition)?;
        if let Some(known) = self.truths.borrow().get(name) {
            return *known;
        }
        // Nothing is said of a condition that depends on itself.
        self.truths.borrow_mut().insert(name, None);
        let truth = self.truth(*view);
        self.truths.borrow_mut().insert(name, truth);
        truth
    }

    fn truth(&self, view: View<'t>) -> Option<bool> {
        let (name, argument) = call::of(view).or_else(|| call::condition(view))?;
        match name {
            "Condition" => self.holds(argument.text()?),
            "Fn::Not" => self.truth(argument.items().next()?).map(|truth| !truth),
            "Fn::And" => self.all(argument, true),
            "Fn::Or" => self.all(argument, false),
            "Fn::Equals" => self.equal(argument),
            _ => None,
        }
    }

    /// Whether all parts are true, or all of them false: `wanted`. One that is not decides.
    fn all(&self, argument: View<'t>, wanted: bool) -> Option<bool> {
        let mut answer = Some(wanted);
        for part in argument.items() {
            match self.truth(part) {
                Some(truth) if truth != wanted => return Some(!wanted),
                Some(_) => {}
                None => answer = None,
            }
        }
        answer
    }

    fn equal(&self, argument: View<'t>) -> Option<bool> {
        // A condition knows no resource, so nothing has to be known of any.
        let (differences, states, tokens) =
            (Differences::default(), States::default(), Tokens::default());
        let context = Context {
            differences: &differences,
            states: &states,
            tokens: &tokens,
        };
        let mut items = argument.items();
        let (left, right) = (items.next()?, items.next()?);
        let (left, right) = (self.value(left, context)?, self.value(right, context)?);
        match (text(&left), text(&right)) {
            (Some(left), Some(right)) => Some(left == right),
            // The same call gives the same, whatever that is.
            _ => (left == right).then_some(true),
        }
    }
}

/// A value that is decided, as a text.
fn text(value: &Json) -> Option<String> {
    match value {
        Json::String(text) => (!tokens::are_in(text)).then(|| text.clone()),
        Json::Bool(_) | Json::Number(_) => Some(value.to_string()),
        Json::Null | Json::Array(_) | Json::Object(_) => None,
    }
}
