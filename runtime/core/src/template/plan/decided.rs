//! What a template comes to with given values of its parameters, as far as these decide it.

use super::differences::Differences;
use super::side::{Context, Side};
use super::states::States;
use super::tokens::{self, Tokens};
use crate::json::{Json, call};
use crate::template::{ParameterValues, Template};
use crate::typed::view::View;

/// A template with given values of its parameters.
pub(in crate::template) struct Decided<'t> {
    side: Side<'t>,
    differences: Differences<'t>,
    states: States<'t>,
    tokens: Tokens,
}

impl<'t> Decided<'t> {
    /// A template with the values that its parameters have after the update.
    pub(in crate::template) fn new(template: &'t Template, values: &ParameterValues) -> Self {
        Self {
            side: Side::new(template, true, &values.after, values.use_defaults),
            differences: Differences::default(),
            states: States::default(),
            tokens: Tokens::default(),
        }
    }

    /// Whether a condition holds.
    pub(in crate::template) fn holds(&self, condition: &str) -> Option<bool> {
        self.side.holds(condition)
    }

    /// The branch that is taken of a decided `Fn::If`, with its position in the argument.
    pub(in crate::template) fn branch(&self, argument: View<'t>) -> Option<(usize, View<'t>)> {
        let condition = argument.items().next()?.text()?;
        let position = if self.holds(condition)? { 1 } else { 2 };
        Some((position, argument.items().nth(position)?))
    }

    /// What a call gives, if nothing that only deployment knows is in it.
    pub(in crate::template) fn value(&self, call: View<'t>) -> Option<Json> {
        let context = Context {
            differences: &self.differences,
            states: &self.states,
            tokens: &self.tokens,
        };
        self.side.value(call, context).filter(is_decided)
    }
}

fn is_decided(value: &Json) -> bool {
    if call::is_unknown(value) {
        return false;
    }
    match value {
        Json::String(text) => !tokens::are_in(text),
        Json::Array(items) => items.iter().all(is_decided),
        Json::Object(members) => members.iter().all(|(_, member)| is_decided(member)),
        Json::Null | Json::Bool(_) | Json::Number(_) => true,
    }
}
