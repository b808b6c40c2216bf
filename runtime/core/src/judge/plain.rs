//! Scalars of YAML without quotes: judged as what they are, with a word about what they look like.

use super::classify::Scalar;
use super::{Judge, Purpose};
use crate::document::plain::{Due, Misread, Plain, PlainValue};
use crate::facts::{JsonType, Schema, TypeSet};
use crate::report::rule::Rule;
use crate::typed::secret;
use crate::typed::view::View;

impl<'a> Judge<'a> {
    /// As [`known_scalar`](Judge::known_scalar), which it asks.
    #[cold]
    pub(super) fn plain(
        &mut self,
        view: View<'a>,
        scalar: Scalar<'a>,
        plain: &'a Plain,
        schema: &'static Schema,
    ) -> bool {
        let before = (self.findings.found.len(), self.findings.limit.total());
        let counts = self.known_scalar(view, scalar, schema);
        if self.purpose != Purpose::Report {
            return counts;
        }
        if before.1 == self.findings.limit.total() {
            self.warn_of_plain(view, plain, schema.types);
        } else if !self.is_secret(Rule::Syntax, view) && self.is_right_in_quotes(plain, schema) {
            for found in self.findings.found.iter_mut().skip(before.0) {
                found.violation.help = plain.cure().into();
            }
        }
        counts
    }

    fn warn_of_plain(&mut self, view: View<'a>, plain: &Plain, types: TypeSet) {
        if let Some((message, help)) = plain.warning(due(plain, types)) {
            let words = if self.is_secret(Rule::Syntax, view) {
                secret::plain()
            } else {
                (message, help.into())
            };
            self.warn(Rule::Syntax, view.node(), || words);
        }
    }

    fn is_right_in_quotes(&self, plain: &'a Plain, schema: &'static Schema) -> bool {
        let mut judge = Judge::new(Purpose::Check, self.tolerance);
        judge.value(&View::Text(&plain.text), schema);
        !judge.failed
    }
}

/// What the place of a scalar takes, of what the scalar may be.
fn due(plain: &Plain, types: TypeSet) -> Due {
    let (is_own, own) = match plain.value {
        PlainValue::Bool(_) | PlainValue::Text(Misread::Bool(_)) => {
            (types.names(JsonType::Boolean), Due::Bool)
        }
        PlainValue::Null | PlainValue::Number(_) | PlainValue::Text(_) => {
            let takes_number = types.names(JsonType::Number) || types.names(JsonType::Integer);
            (takes_number, Due::Number)
        }
    };
    match (is_own, types.names(JsonType::String)) {
        (true, false) => own,
        (false, true) => Due::Text,
        (true, true) | (false, false) => Due::Anything,
    }
}
