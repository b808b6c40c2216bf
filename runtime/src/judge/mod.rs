//! The judge: one walk over a value and its schema that reports everything wrong with it.
//!
//! The value can be a struct, free JSON or a document just read; [`View`] hides the difference. What is only
//! known at deployment is not judged, and neither is what depends on it: where alternatives are weighed
//! (`oneOf`, `not`, …) an unknown value gives the third answer, [`Verdict::Maybe`].
//!
//! | file | judges |
//! |---|---|
//! | `look.rs` | nothing: says what a value is before anything is demanded of it |
//! | `scalar.rs` | type, allowed values, text and number limits |
//! | `memory.rs` | nothing: keeps answers, so that no question is asked without end |
//! | `number.rs` | nothing: compares numbers exactly |
//! | `list.rs` | elements, their number and their difference |
//! | `object.rs` | members, required and unknown ones |
//! | `combined.rs` | `allOf`, `anyOf`, `oneOf`, `not`, `if`, dependencies |
//! | `call.rs` | function calls in the place of values |
//! | `functions.rs` | the shape of each function's argument |

mod call;
mod combined;
mod functions;
mod list;
mod look;
mod memory;
mod number;
mod object;
mod scalar;
#[cfg(test)]
mod tests;

use self::look::{Look, Scalar};
use self::memory::{Memory, Question};
use crate::help::Help;
use crate::pointer::Step;
use crate::record::Record;
use crate::rule::Rule;
use crate::spec::{JsonType, ResourceSpec, Schema};
use crate::view::View;
use crate::{Violation, Violations, describe, pointer};

/// Steps for which the path has room from the start.
const USUAL_DEPTH: usize = 16;

/// So many problems are put into words; the others are counted.
const MOST: usize = 1000;

/// A problem, and the node of the document to blame for it.
pub(crate) struct Found {
    pub(crate) violation: Violation,
    pub(crate) node: Option<usize>,
}

/// Everything wrong with a value.
#[derive(Default)]
pub(crate) struct Findings {
    pub(crate) found: Vec<Found>,
    /// How many problems there are beyond those.
    pub(crate) more: usize,
}

/// The answer to whether a value fulfils a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Yes,
    No,
    /// It depends on values that are only known at deployment.
    Maybe,
}

/// What a walk is for.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Purpose {
    /// Everything wrong is written down for a person.
    Report,
    /// Everything wrong is written down to find the best of several alternatives: without help that takes
    /// long to find.
    Compare,
    /// Only the answer is wanted: nothing is written down, and the first problem ends the walk.
    Probe,
}

/// Walks a value and collects what is wrong with it.
pub(crate) struct Judge<'a> {
    path: Vec<Step<'a>>,
    findings: Findings,
    memory: Memory,
    purpose: Purpose,
    /// Only the types of JSON count, not what CloudFormation makes of them.
    strict: bool,
    /// While probing: a problem was met.
    failed: bool,
    /// A value was met that is only known at deployment.
    unsure: bool,
}

/// Judges a struct made in memory.
pub(crate) fn record(record: &dyn Record, spec: &'static ResourceSpec) -> Result<(), Violations> {
    let Findings { found, more } = root(View::Record(record), spec);
    let violations = found.into_iter().map(|found| found.violation).collect();
    Violations::check(violations, more, None)
}

/// Judges the property object of a resource.
pub(crate) fn root(view: View<'_>, spec: &'static ResourceSpec) -> Findings {
    whole(view, spec, false)
}

/// The same, if `strict` without what CloudFormation tolerates.
pub(crate) fn whole(view: View<'_>, spec: &'static ResourceSpec, strict: bool) -> Findings {
    let mut judge = Judge {
        path: Vec::with_capacity(USUAL_DEPTH),
        findings: Findings::default(),
        memory: Memory::default(),
        purpose: Purpose::Report,
        strict,
        failed: false,
        unsure: false,
    };
    if let Some(schema) = spec.root.schema.get() {
        judge.value(view, schema);
    }
    judge.findings.without_repetitions()
}

impl Findings {
    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    fn count(&self) -> usize {
        self.found.len() + self.more
    }

    /// The same without what two schemas of one value say alike.
    fn without_repetitions(mut self) -> Self {
        let mut said: Vec<Found> = Vec::with_capacity(self.found.len());
        for one in self.found {
            if said.iter().all(|other| other.violation != one.violation) {
                said.push(one);
            }
        }
        self.found = said;
        self
    }
}

impl<'a> Judge<'a> {
    /// Judges one value by one schema, and by all that the schema refers to.
    fn value(&mut self, view: View<'a>, schema: &'static Schema) {
        self.looked_at(view, look::at(view), schema);
    }

    /// The same, for a value that was looked at before.
    fn looked_at(&mut self, view: View<'a>, look: Look<'a>, schema: &'static Schema) {
        if self.is_over() {
            return;
        }
        let schema = schema.followed();
        if self.memory.is_needed()
            && schema.combined.is_some()
            && let Some(question) = Question::of(self, view, schema)
        {
            return self.remembered(question, view, look, schema);
        }
        self.judged(view, look, schema);
    }

    fn judged(&mut self, view: View<'a>, look: Look<'a>, schema: &'static Schema) {
        match look {
            Look::Nothing => return,
            Look::Call { name, argument } => return self.call(view, name, argument, schema),
            Look::Null => {
                // An alternative that says nothing of the value is not to blame for it.
                let is_open = self.is_probing() && schema.types.is_open();
                if !is_open && !schema.types.names(JsonType::Null) {
                    return self.null(view);
                }
            }
            Look::Scalar(Scalar::Text(_)) if schema.takes_any_text => return,
            Look::Scalar(scalar) if self.is_probing() && scalar.is_unknown() => {
                self.unsure = true;
                return;
            }
            Look::Scalar(scalar) => {
                let before = (self.findings.found.len(), self.findings.more);
                self.scalar(view, scalar, schema);
                // Few texts are wrong, so that only then it is asked whether the text is what counts.
                let is_wrong = before != (self.findings.found.len(), self.findings.more);
                if is_wrong && scalar.is_unknown() {
                    self.findings.found.truncate(before.0);
                    self.findings.more = before.1;
                    return;
                }
            }
            Look::List => self.list(view, schema),
            Look::Object => self.object(view, schema),
        }
        if let Some(combined) = &schema.combined {
            self.combined(view, look, combined);
        }
        if let Some(target) = schema.reference.and_then(|target| target.schema.get()) {
            self.looked_at(view, look, target);
        }
    }

    fn null(&mut self, view: View<'a>) {
        self.report(Rule::Type, view, || {
            let help = "leave the property out, or use `{\"Ref\": \"AWS::NoValue\"}`";
            ("`null` is not a value".to_owned(), help.into())
        });
    }

    /// Judges a part of a value.
    fn inside(&mut self, step: Step<'a>, view: View<'a>, schema: &'static Schema) {
        self.path.push(step);
        self.value(view, schema);
        self.path.pop();
    }

    /// Whether a value fulfils a schema, without writing anything down.
    fn probe(&mut self, view: View<'a>, schema: &'static Schema) -> Verdict {
        self.memory.asked();
        let before = (self.purpose, self.failed, self.unsure);
        (self.purpose, self.failed, self.unsure) = (Purpose::Probe, false, false);
        self.value(view, schema);
        let verdict = self.verdict();
        (self.purpose, self.failed, self.unsure) = before;
        if verdict == Verdict::Maybe {
            self.unsure = true;
        }
        verdict
    }

    /// The same, by the types of JSON alone.
    fn probe_strictly(&mut self, view: View<'a>, schema: &'static Schema) -> Verdict {
        let before = core::mem::replace(&mut self.strict, true);
        let verdict = self.probe(view, schema);
        self.strict = before;
        verdict
    }

    fn verdict(&self) -> Verdict {
        match (self.failed, self.unsure) {
            (true, _) => Verdict::No,
            (false, true) => Verdict::Maybe,
            (false, false) => Verdict::Yes,
        }
    }

    fn is_probing(&self) -> bool {
        self.purpose == Purpose::Probe
    }

    /// Whether the answer is known already.
    fn is_over(&self) -> bool {
        self.is_probing() && self.failed
    }

    /// What one schema alone finds wrong with a value that stands where the judge stands.
    fn alone(&self, view: View<'a>, schema: &'static Schema) -> Findings {
        let mut judge = Judge {
            path: self.path.clone(),
            findings: Findings::default(),
            memory: Memory::default(),
            purpose: Purpose::Compare,
            strict: self.strict,
            failed: false,
            unsure: false,
        };
        judge.value(view, schema);
        judge.findings
    }

    /// Writes a problem down. The words are only made if somebody will read them.
    fn report(&mut self, rule: Rule, at: View<'a>, words: impl FnOnce() -> (String, Help)) {
        self.report_at(rule, at.node(), words);
    }

    fn report_at(
        &mut self,
        rule: Rule,
        node: Option<usize>,
        words: impl FnOnce() -> (String, Help),
    ) {
        if self.is_probing() {
            self.failed = true;
            return;
        }
        if self.findings.found.len() >= MOST {
            self.findings.more += 1;
            return;
        }
        let (message, help) = words();
        let violation = Violation::new(rule, self.pointer(), message).with_help(help);
        self.findings.found.push(Found { violation, node });
    }

    /// A value of a type that may not stand here.
    fn wrong_type(&mut self, view: View<'a>, schema: &Schema) {
        let types = schema.types;
        self.report(Rule::Type, view, || {
            let message = format!("{} is not {}", describe::view(view), types.words());
            let is_list = types.is_only(JsonType::Array);
            let list = "a list of one element is written `[…]`; a single value is not taken for it";
            let help = if is_list { list.into() } else { Help::None };
            (message, help)
        });
    }

    fn pointer(&self) -> String {
        let mut path = String::new();
        for step in &self.path {
            path.push('/');
            match step {
                Step::Name(name) => path.push_str(&pointer::escape(name)),
                Step::Index(index) => path.push_str(&index.to_string()),
            }
        }
        path
    }
}
