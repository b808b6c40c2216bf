//! Whether a value is one that a parameter takes: its default, or one that it is given.
//!
//! Source: the user guide's page "Parameters".

use core::cmp::Ordering;

use super::parameters::{ParameterType, number, scalar};
use crate::format::pattern::java;
use crate::text::coerce;
use crate::typed::describe;
use crate::typed::view::View;

/// The most bytes of a value.
const LONGEST_VALUE: usize = 4096;

/// Why a parameter does not take a value: each reason goes on from "the default" or "the value given".
pub(super) fn misfits(value: &str, ty: ParameterType, parameter: View<'_>) -> Vec<String> {
    let mut limits = Limits {
        parameter,
        misfits: Vec::new(),
    };
    if value.len() > LONGEST_VALUE {
        let length = value.len();
        limits.misfit(format!(
            "has {length} bytes where {LONGEST_VALUE} are allowed"
        ));
        return limits.misfits;
    }
    match ty {
        // What is stored there is not known.
        ParameterType::Stored => {}
        // A list without an element.
        ParameterType::List | ParameterType::NumberList if value.is_empty() => {}
        ParameterType::Text => limits.text(value),
        ParameterType::Number => limits.number(value),
        ParameterType::List | ParameterType::NumberList => limits.list(value, ty),
    }
    limits.misfits
}

struct Limits<'t> {
    parameter: View<'t>,
    misfits: Vec<String>,
}

impl Limits<'_> {
    fn misfit(&mut self, reason: String) {
        self.misfits.push(reason);
    }

    fn limit(&self, name: &str) -> Option<f64> {
        number(self.parameter.member(name))
    }

    fn list(&mut self, value: &str, ty: ParameterType) {
        let mut whole = self
            .parameter
            .member("AllowedValues")
            .items()
            .filter_map(scalar);
        if whole.any(|allowed| allowed == value) {
            return;
        }
        for element in value.split(',') {
            let element = element.trim();
            if ty == ParameterType::NumberList {
                self.number(element);
            } else {
                self.allowed(element);
                self.pattern(element);
            }
        }
    }

    fn text(&mut self, value: &str) {
        self.allowed(value);
        let length = value.chars().count();
        #[allow(clippy::cast_precision_loss, reason = "no text is that long")]
        let fits = self
            .limit("MinLength")
            .is_none_or(|least| length as f64 >= least)
            && self
                .limit("MaxLength")
                .is_none_or(|most| length as f64 <= most);
        if !fits {
            self.misfit(format!(
                "has {length} characters, which the parameter's length excludes"
            ));
        }
        self.pattern(value);
    }

    fn pattern(&mut self, value: &str) {
        if let Some(pattern) = self.parameter.member("AllowedPattern").text()
            && java::matches_whole(pattern, value) == Some(false)
        {
            let (value, pattern) = (describe::text_value(value), describe::name(pattern));
            self.misfit(format!("{value} does not match `{pattern}`"));
        }
    }

    fn number(&mut self, value: &str) {
        let Some(number_value) = coerce::number(value) else {
            let value = describe::text_value(value);
            return self.misfit(format!("{value} is not a number"));
        };
        self.allowed(value);
        let fits = self
            .limit("MinValue")
            .is_none_or(|least| number_value >= least)
            && self
                .limit("MaxValue")
                .is_none_or(|most| number_value <= most);
        if !fits {
            self.misfit(format!(
                "{value} is outside of the parameter's `MinValue` and `MaxValue`"
            ));
        }
    }

    fn allowed(&mut self, value: &str) {
        let mut allowed = self.parameter.member("AllowedValues").items().peekable();
        if allowed.peek().is_none() {
            return;
        }
        let is_same = |one: View<'_>| scalar(one).is_none_or(|one| same(&one, value));
        if !allowed.any(is_same) {
            let value = describe::text_value(value);
            self.misfit(format!("{value} is not among the `AllowedValues`"));
        }
    }
}

/// Whether two values of a parameter are the same: as texts, or as numbers.
fn same(left: &str, right: &str) -> bool {
    let order = |(left, right): (f64, f64)| left.partial_cmp(&right);
    let numbers = coerce::number(left).zip(coerce::number(right));
    left == right || numbers.and_then(order).is_some_and(Ordering::is_eq)
}
