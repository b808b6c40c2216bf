//! The judge: one walk over a value and its schema that reports everything wrong with it.
//!
//! Most values are right, so that is asked first, with nothing written down and no path kept; only where something
//! is wrong the same walk is made again to put it into words. What a walk is for is its [`Purpose`]; the rules
//! are the same for all.
//!
//! The value can be a struct, free JSON or a document just read; [`View`] hides the difference. What is only
//! known at deployment is not judged, and neither is what depends on it: where alternatives are weighed
//! (`oneOf`, `not`, …) an unknown value gives the third answer, [`Verdict::Maybe`].
//!
//! | file | judges |
//! |---|---|
//! | `check.rs` | typed values where nothing is written down |
//! | `classify.rs` | nothing: says what a value is before anything is demanded of it |
//! | `scalar.rs` | type, allowed values, text and number limits |
//! | `taken.rs` | nothing: says what CloudFormation makes of a scalar |
//! | `memo.rs` | nothing: keeps answers, so that no question is asked without end |
//! | `number.rs` | nothing: compares numbers exactly |
//! | `list.rs` | elements, their number and their difference |
//! | `unique.rs` | nothing: tells which elements are equal |
//! | `plain.rs` | scalars of YAML without quotes, which may be something else than they look like |
//! | `object.rs` | members, required and unknown ones |
//! | `depth.rs` | how deep values are nested |
//! | `dependencies.rs` | what members of an object demand of each other |
//! | `combined.rs` | `allOf`, `anyOf`, `oneOf`, `not`, `if` |
//! | `advice.rs` | nothing: the right form of a value of the wrong kind, and where a member belongs |
//! | `call.rs` | function calls in the place of values |
//! | `functions.rs` | the shape of each function's argument |
//! | `named.rs` | the same of those that name things: `Ref`, `Fn::GetAtt`, `Fn::Sub`, `Fn::GetStackOutput` |
//! | `probe.rs` | nothing: asks whether a value fulfils a schema |
//! | `findings.rs` | nothing: writes down what is wrong |
//! | `slip.rs` | nothing: says what a wrong text was meant to be |

mod advice;
mod call;
mod check;
mod classify;
mod combined;
mod dependencies;
mod depth;
mod findings;
mod functions;
mod list;
mod memo;
mod named;
mod number;
mod object;
mod plain;
mod probe;
mod scalar;
mod slip;
mod taken;
#[cfg(test)]
mod tests;
mod unique;

#[cfg(feature = "templates")]
pub(crate) use self::advice::one_word;
pub(crate) use self::check::{Checked, Checker};
use self::classify::Class;
pub(crate) use self::findings::{Findings, Found};
use self::memo::{Memo, MemoKey};
#[cfg(feature = "templates")]
pub(crate) use self::named::{no_pseudo_parameter, no_variable};
use self::probe::Tolerance;
use crate::Violations;
use crate::facts::{JsonType, RecordSpec, ResourceSpec, Schema};
use crate::report::rule::Rule;
use crate::text::pointer::Step;
use crate::typed::describe;
use crate::typed::record::Record;
use crate::typed::view::View;

/// Steps for which the path has room from the start.
const USUAL_DEPTH: usize = 16;

/// Problems for which there is room from the start.
const USUAL_COUNT: usize = 8;

/// What a walk is for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Purpose {
    /// Only whether anything is wrong is wanted: the first problem ends the walk.
    Check,
    /// Everything wrong is written down for a person.
    Report,
    /// Everything wrong is written down to find the best of several alternatives: without help that takes
    /// long to find.
    Compare,
    /// The answer of one alternative is wanted: the same as a check, but an alternative is only about what
    /// it names, and not to blame for the rest.
    Probe,
}

/// Walks a value and collects what is wrong with it.
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent states of one walk, each asked for by name"
)]
pub struct Judge<'a> {
    /// The JSON pointer of what is judged, in the document around it.
    base: &'a str,
    /// The resource whose properties are judged, where problems are written down: it says what must not be shown.
    root: Option<&'static RecordSpec>,
    /// Where the judge stands in what is judged; kept only where problems are written down.
    path: Vec<Step<'a>>,
    findings: Findings,
    memo: Memo,
    purpose: Purpose,
    tolerance: Tolerance,
    /// A scalar is judged of which a schema around demands text: so are schemas that name no type.
    is_text_due: bool,
    /// The name of the function whose argument is judged, which may be only a part of the text that it makes.
    function: Option<&'a str>,
    /// How many values with parts are around this one, and whether it is free JSON that is known not to be too deep.
    depth: usize,
    is_measured: bool,
    /// Where nothing is written down: a problem was met, and the walk is over.
    failed: bool,
    /// A value was met that is only known at deployment.
    unsure: bool,
}

/// Judges a struct made in memory.
pub(crate) fn record(record: &dyn Record, spec: &'static ResourceSpec) -> Result<(), Violations> {
    in_memory(View::Record(record), spec)
}

/// Judges a value made in memory.
pub(crate) fn in_memory(view: View<'_>, spec: &'static ResourceSpec) -> Result<(), Violations> {
    if is_right(view, spec, false) {
        return Ok(());
    }
    let Findings { found, limit, .. } = whole(view, spec, false, "");
    let violations = found.into_iter().map(|found| found.violation).collect();
    Violations::check(violations, limit.more, None)
}

/// Whether nothing is wrong with the property object of a resource; if `strict` without what CloudFormation
/// tolerates.
pub(crate) fn is_right(view: View<'_>, spec: &'static ResourceSpec, strict: bool) -> bool {
    let mut judge = Judge::new(Purpose::Check, Tolerance::of(strict));
    judge.resource(view, spec);
    !judge.failed
}

/// Whether a value fulfils one schema of a specification.
pub(crate) fn fulfils(view: View<'_>, schema: &'static Schema) -> bool {
    let mut judge = Judge::new(Purpose::Check, Tolerance::Usual);
    judge.value(&view, schema);
    !judge.failed
}

/// Everything wrong with it. `base` is its own path: that with which the paths of all problems begin.
pub(crate) fn whole(
    view: View<'_>,
    spec: &'static ResourceSpec,
    strict: bool,
    base: &str,
) -> Findings {
    let mut judge = Judge::new(Purpose::Report, Tolerance::of(strict));
    judge.base = base;
    judge.root = Some(spec.root);
    judge.path.reserve(USUAL_DEPTH);
    judge.findings.found.reserve(USUAL_COUNT);
    judge.resource(view, spec);
    judge.findings.without_repetitions()
}

impl<'a> Judge<'a> {
    fn new(purpose: Purpose, tolerance: Tolerance) -> Self {
        Self {
            base: "",
            root: None,
            path: Vec::new(),
            findings: Findings::default(),
            memo: Memo::default(),
            purpose,
            tolerance,
            is_text_due: false,
            function: None,
            depth: 0,
            is_measured: false,
            failed: false,
            unsure: false,
        }
    }

    fn resource(&mut self, view: View<'a>, spec: &'static ResourceSpec) {
        if let Some(schema) = spec.root.schema() {
            self.value(&view, schema);
        }
    }

    /// Judges one value by one schema, and by all that the schema refers to.
    #[inline]
    fn value(&mut self, view: &View<'a>, schema: &'static Schema) {
        if !self.fulfils(view, schema) && !self.is_over() {
            self.with_care(view, schema);
        }
    }

    /// Whether a value is known to be right without a closer look. A text that only deployment knows may be
    /// right as well, but an alternative has to know that it is.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "measured: most values are asked nothing else"
    )]
    fn fulfils(&self, view: &View<'a>, schema: &Schema) -> bool {
        schema.fast_accept.accepts(view) && !self.is_probing() && !self.is_text_due
    }

    /// Judges a value that has to be looked at.
    #[inline(never)]
    fn with_care(&mut self, view: &View<'a>, schema: &'static Schema) {
        match *view {
            View::Json(json) if !self.is_measured => return self.measured(view, json, schema),
            View::Call(call) if !self.is_measured => {
                return self.measured(view, call.as_json(), schema);
            }
            _ => {}
        }
        let mut target = schema;
        if schema.is_alias {
            target = schema.followed();
            if self.fulfils(view, target) {
                return;
            }
        }
        if target.combined.is_some()
            && self.memo.is_needed()
            && let Some(question) = MemoKey::of(self, *view, target)
        {
            return self.remembered(question, *view, target);
        }
        self.judge(view, target);
    }

    /// Judges by what the schema says itself and, if there is a value, by the schemas that it demands.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "measured: one call less for every value"
    )]
    fn judge(&mut self, view: &View<'a>, schema: &'static Schema) {
        let around = self.is_text_due;
        let is_there = match classify::classify(*view) {
            Class::Object => {
                self.level(*view, |judge| judge.object(*view, schema));
                true
            }
            Class::List => {
                self.level(*view, |judge| judge.list(*view, schema));
                true
            }
            Class::Scalar(scalar) => {
                let is_there = self.scalar(*view, scalar, schema);
                self.is_text_due |= schema.is_compound && schema.types.is_only(JsonType::String);
                is_there
            }
            Class::Null => self.null(*view, schema),
            Class::Nothing => false,
            Class::Call { name, argument } => {
                self.call(*view, name, argument, schema);
                false
            }
        };
        if is_there && schema.is_compound {
            if let Some(combined) = &schema.combined {
                self.combined(*view, combined);
            }
            if let Some(target) = schema.reference.and_then(RecordSpec::schema) {
                self.value(view, target);
            }
        }
        self.is_text_due = around;
    }

    /// `null`, which CloudFormation takes nowhere unless a specification names it; whether it does.
    #[cold]
    fn null(&mut self, view: View<'a>, schema: &Schema) -> bool {
        // An alternative that says nothing of the value is not to blame for it.
        let is_open = self.is_probing() && schema.types.is_open();
        if is_open || schema.types.names(JsonType::Null) {
            return true;
        }
        if self.path.is_empty() && !matches!(view, View::Float(_)) {
            self.report(Rule::Type, view, || {
                let message = "there are no properties: the document is empty";
                (message.to_owned(), "write `{}` to set none".into())
            });
            return false;
        }
        self.report(Rule::Type, view, || {
            let help = "leave the property out, or use `{\"Ref\": \"AWS::NoValue\"}`";
            let message = match view {
                View::Float(value) => {
                    format!("`{value}` is no number of JSON, which could only say `null`")
                }
                _ => describe::view(view) + " is not a value",
            };
            (message, help.into())
        });
        false
    }

    /// Judges a part of a value.
    #[inline]
    fn inside(&mut self, step: Step<'a>, view: &View<'a>, schema: &'static Schema) {
        if !self.fulfils(view, schema) && !self.is_over() {
            self.part(step, view, schema);
        }
    }

    /// Judges a part that has to be looked at.
    #[inline]
    fn part(&mut self, step: Step<'a>, view: &View<'a>, schema: &'static Schema) {
        self.enter(step);
        self.with_care(view, schema);
        self.leave();
    }

    fn is_probing(&self) -> bool {
        self.purpose == Purpose::Probe
    }

    /// Whether problems are written down.
    #[inline]
    fn writes(&self) -> bool {
        matches!(self.purpose, Purpose::Report | Purpose::Compare)
    }

    /// Whether the answer is known already.
    pub(crate) fn is_over(&self) -> bool {
        self.failed
    }
}
