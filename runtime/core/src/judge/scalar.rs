//! Type, allowed values, and the limits of text and numbers.

use core::cmp::Ordering;

use super::classify::Scalar;
use super::number::Numeric;
use super::probe::Tolerance;
use super::taken::{Taken, take};
use super::{Judge, advice, slip};
use crate::facts::near::AllowedValues;
use crate::facts::{Constraints, JsonType, Schema, certain_bytes};
use crate::format;
use crate::json::{Json, Number};
use crate::report::code;
use crate::report::help::Help;
use crate::report::rule::Rule;
use crate::text::{function, suggest};
use crate::typed::describe;
use crate::typed::view::View;

impl<'a> Judge<'a> {
    /// Judges a scalar; whether it is the value that counts, and not one that deployment puts in its place.
    #[inline]
    pub(super) fn scalar(
        &mut self,
        view: View<'a>,
        scalar: Scalar<'a>,
        schema: &'static Schema,
    ) -> bool {
        if let View::Node(node) = view
            && let Some(plain) = node.plain()
        {
            return self.plain(view, scalar, plain, schema);
        }
        self.known_scalar(view, scalar, schema)
    }

    /// The same, where nothing has to be said about how it is written.
    #[inline(never)]
    pub(super) fn known_scalar(
        &mut self,
        view: View<'a>,
        scalar: Scalar<'a>,
        schema: &'static Schema,
    ) -> bool {
        if let Scalar::Text(text) = scalar {
            let is_right = if self.is_probing() {
                schema.fast_accept.accepts_any_text()
            } else {
                // A text of a struct was asked already.
                !matches!(view, View::Text(_)) && schema.fast_accept.accepts_text(text)
            };
            if is_right {
                return true;
            }
        }
        if scalar.is_unknown() {
            return self.unknown_scalar(view, scalar, schema);
        }
        self.demands(view, scalar, schema);
        true
    }

    /// Judges text with a dynamic reference: what is wrong with it as it stands may be right once deployment has
    /// replaced the reference.
    #[cold]
    #[inline(never)]
    fn unknown_scalar(
        &mut self,
        view: View<'a>,
        scalar: Scalar<'a>,
        schema: &'static Schema,
    ) -> bool {
        // A text that only deployment knows is a text all the same.
        let may_be_replaced = schema.types.allows_scalar();
        if self.is_probing() && may_be_replaced {
            self.unsure = true;
            return false;
        }
        let before = (self.findings.found.len(), self.findings.limit);
        self.demands(view, scalar, schema);
        let is_wrong = self.failed || before.1.total() != self.findings.limit.total();
        if is_wrong && may_be_replaced {
            self.findings.found.truncate(before.0);
            self.findings.limit = before.1;
            self.failed = false;
        }
        // What a function adds to a part of a text may be the end.
        if !self.is_probing()
            && self.function.is_none()
            && scalar.text().is_some_and(function::is_unclosed)
        {
            let code = Some(code::DYNAMIC_REFERENCE);
            self.report_as(Rule::Intrinsic, code, view.node(), || {
                let message = "a dynamic reference, `{{resolve:…}}`, has no `}}` at its end";
                (message.to_owned(), Help::None)
            });
        }
        !is_wrong || !may_be_replaced
    }

    /// Judges a scalar by type and limits.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "measured: one call less for every scalar"
    )]
    fn demands(&mut self, view: View<'a>, scalar: Scalar<'a>, schema: &'static Schema) {
        match scalar.text() {
            Some(text) if schema.types.allows(JsonType::String) => {
                self.limits(view, Taken::Text(text), schema);
            }
            _ => self.other_scalar(view, scalar, schema),
        }
    }

    /// A scalar that is no text, or stands where none is due.
    fn other_scalar(&mut self, view: View<'a>, scalar: Scalar<'a>, schema: &'static Schema) {
        let mut written = String::new();
        if self.is_text_due && schema.types.is_open() && self.tolerance != Tolerance::Nothing {
            written = scalar.to_string();
            return self.limits(view, Taken::Text(&written), schema);
        }
        match take(scalar, schema.types, self.tolerance, &mut written) {
            Some(taken) => self.limits(view, taken, schema),
            None => self.wrong_scalar(view, scalar, schema),
        }
    }

    #[inline]
    fn limits(&mut self, view: View<'a>, taken: Taken<'_>, schema: &'static Schema) {
        if schema.limits.any {
            self.allowed(view, taken, &schema.constraints);
        }
        match taken {
            Taken::Text(text) if schema.limits.text => self.text(view, text, &schema.constraints),
            Taken::Number(number) if schema.limits.number => {
                self.number(view, number, &schema.constraints);
            }
            _ => {}
        }
    }

    /// A scalar of the wrong type, which CloudFormation may take all the same.
    #[cold]
    fn wrong_scalar(&mut self, view: View<'a>, scalar: Scalar<'a>, schema: &'static Schema) {
        let mut written = String::new();
        let is_strict = self.tolerance == Tolerance::Nothing;
        let tolerated = take(scalar, schema.types, Tolerance::Usual, &mut written);
        let Some(taken) = tolerated.filter(|_| is_strict) else {
            return self.wrong_type(view, schema);
        };
        self.report(Rule::Type, view, move || {
            let message = describe::view(view) + " is not " + &schema.types.words();
            let help = match taken {
                Taken::Text(text) => format!("CloudFormation reads it as text: write `\"{text}\"`"),
                _ => format!("CloudFormation reads it as such: write `{scalar}` without quotes"),
            };
            (message, help.into())
        });
    }

    fn allowed(&mut self, view: View<'a>, taken: Taken<'_>, limits: &'static Constraints) {
        if let Some(constant) = &limits.constant
            && !taken.is(constant)
        {
            self.report(Rule::Const, view, move || {
                let met = describe::view(view);
                (
                    format!("{met} is not `{constant}`, the only value allowed"),
                    Help::None,
                )
            });
        }
        let allowed = &limits.allowed_values;
        if !allowed.is_empty() && !taken.is_among(allowed) {
            self.report(Rule::Enum, view, move || not_allowed(view, taken, allowed));
        }
        let allowed = &limits.allowed_values_ignoring_case;
        if !allowed.is_empty()
            && !allowed
                .iter()
                .any(|allowed| taken.is_ignoring_case(allowed))
        {
            self.report(Rule::Enum, view, move || not_allowed(view, taken, allowed));
        }
    }

    /// The allowed values where a list or an object stands: mostly they are scalars. Lists and objects among
    /// them are not compared, since values that are only known at deployment can stand in the one here.
    pub(super) fn allowed_whole(&mut self, view: View<'a>, limits: &'static Constraints) {
        let groups = [
            (Rule::Const, limits.constant.as_slice()),
            (Rule::Enum, limits.allowed_values.as_slice()),
            (Rule::Enum, limits.allowed_values_ignoring_case.as_slice()),
        ];
        for (rule, allowed) in groups {
            let is_open = |one: &Json| matches!(one, Json::Array(_) | Json::Object(_));
            if allowed.iter().any(is_open) {
                self.unsure = true;
            } else if !allowed.is_empty() {
                self.report(rule, view, move || {
                    let message = describe::view(view) + " is not one of the allowed values";
                    (message, nearest("", allowed))
                });
            }
        }
    }

    fn text(&mut self, view: View<'a>, text: &str, limits: &'static Constraints) {
        // Mostly the number of bytes is enough to know, without counting.
        let has_limits = limits.min_length.is_some() || limits.max_length.is_some();
        if has_limits && !certain_bytes(limits).contains(&text.len()) {
            let length = text.chars().count() as u64;
            let fits = limits.min_length.is_none_or(|least| length >= least)
                && limits.max_length.is_none_or(|most| length <= most);
            if !fits {
                self.report(Rule::Length, view, move || {
                    let met = met(view, text);
                    let range = describe::range(limits.min_length, limits.max_length);
                    let message = met + " has " + &characters(length) + " where " + &range;
                    let help = slip::cure(text, || Help::None);
                    (message + " are allowed", help)
                });
            }
        }
        if let Some(pattern) = &limits.pattern
            && !pattern.admits(text)
        {
            self.report(Rule::Pattern, view, move || {
                let message =
                    met(view, text) + " does not match the pattern `" + pattern.expression() + "`";
                let meaning = || match pattern.meaning() {
                    Some(meaning) => meaning.into(),
                    None => advice::no_match(text, pattern.expression()),
                };
                (message, slip::cure(text, meaning))
            });
        }
        // Where the file says itself that no text at all is right, the format is about the text that there is. If its
        // pattern says otherwise, that is reported already.
        let may_be_empty = limits.pattern.is_some() || limits.min_length == Some(0);
        let is_judged = !text.is_empty() || !may_be_empty;
        if let Some(format) = limits.judged_format.filter(|_| is_judged)
            && let Some(wanted) = format::broken(format, text)
        {
            let code = code::of_format(format.0);
            self.report_value(Rule::Format, code, view, move || {
                let message = met(view, text) + " is not " + wanted;
                (message, slip::cure(text, || Help::None))
            });
        }
    }

    fn number(&mut self, view: View<'a>, number: Numeric<'_>, limits: &'static Constraints) {
        let is = |limit: &Option<Number>, fits: fn(Ordering) -> bool| {
            limit
                .as_ref()
                .is_none_or(|limit| fits(number.compare(limit)))
        };
        let fits = is(&limits.minimum, Ordering::is_ge)
            && is(&limits.maximum, Ordering::is_le)
            && is(&limits.exclusive_minimum, Ordering::is_gt)
            && is(&limits.exclusive_maximum, Ordering::is_lt);
        if !fits {
            self.report(Rule::Range, view, move || {
                let met = describe::view(view);
                let message = met + " is outside the range: " + &bounds(limits);
                (message, Help::None)
            });
        }
        if let Some(step) = &limits.multiple_of
            && !number.is_multiple_of(step)
        {
            self.report(Rule::MultipleOf, view, move || {
                (
                    format!("{} is not a multiple of {step}", describe::view(view)),
                    Help::None,
                )
            });
        }
    }
}

/// What stands where this text is judged: the text, or what it was made of.
fn met(view: View<'_>, text: &str) -> String {
    match view {
        View::Text(_) => describe::text_value(text),
        _ => describe::view(view),
    }
}

fn not_allowed(view: View<'_>, taken: Taken<'_>, allowed: &'static [Json]) -> (String, Help) {
    let message = describe::view(view) + " is not one of the allowed values";
    let Taken::Text(text) = taken else {
        return (message, nearest("", allowed));
    };
    let near = || nearest(suggest::start(text), allowed);
    (message, slip::cure(text, near))
}

/// The allowed values that are near to a text.
fn nearest(text: &str, allowed: &'static [Json]) -> Help {
    Help::later(AllowedValues {
        value: text.into(),
        allowed,
    })
}

fn characters(count: u64) -> String {
    if count == 1 {
        "1 character".to_owned()
    } else {
        format!("{count} characters")
    }
}

/// `at least 1, at most 5`.
fn bounds(limits: &Constraints) -> String {
    let bounds = [
        ("at least", &limits.minimum),
        ("more than", &limits.exclusive_minimum),
        ("at most", &limits.maximum),
        ("less than", &limits.exclusive_maximum),
    ];
    let bounds = bounds
        .iter()
        .filter_map(|(words, bound)| Some(format!("{words} {}", bound.as_ref()?)));
    bounds.collect::<Vec<_>>().join(", ")
}
