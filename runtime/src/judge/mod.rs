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
//! | `memo.rs` | nothing: keeps answers, so that no question is asked without end |
//! | `number.rs` | nothing: compares numbers exactly |
//! | `list.rs` | elements, their number and their difference |
//! | `unique.rs` | nothing: tells which elements are equal |
//! | `plain.rs` | scalars of YAML without quotes, which may be something else than they look like |
//! | `object.rs` | members, required and unknown ones |
//! | `dependencies.rs` | what members of an object demand of each other |
//! | `combined.rs` | `allOf`, `anyOf`, `oneOf`, `not`, `if` |
//! | `advice.rs` | nothing: the right form of a value of the wrong kind, and where a member belongs |
//! | `call.rs` | function calls in the place of values |
//! | `functions.rs` | the shape of each function's argument |
//! | `slip.rs` | nothing: says what a wrong text was meant to be |

mod advice;
mod call;
mod check;
mod classify;
mod combined;
mod dependencies;
mod functions;
mod list;
mod memo;
mod number;
mod object;
mod plain;
mod scalar;
mod slip;
#[cfg(test)]
mod tests;
mod unique;

pub(crate) use self::check::{Checked, Checker};
use self::classify::{Class, Scalar};
use self::memo::{Memo, MemoKey};
use crate::facts::{JsonType, RecordSpec, ResourceSpec, Schema};
use crate::report::code;
use crate::report::help::Help;
use crate::report::limit::ReportLimit;
use crate::report::rule::Rule;
use crate::text::function;
use crate::text::pointer::Step;
use crate::typed::describe;
use crate::typed::record::Record;
use crate::typed::view::View;
use crate::{Violation, Violations};

/// Steps for which the path has room from the start.
const USUAL_DEPTH: usize = 16;

/// Problems for which there is room from the start.
const USUAL_COUNT: usize = 8;

/// A problem, and the node of the document to blame for it.
pub(crate) struct Found {
    pub(crate) violation: Violation,
    pub(crate) node: Option<usize>,
}

/// Everything wrong with a value.
#[derive(Default)]
pub(crate) struct Findings {
    /// What `CloudFormation` refuses.
    pub(crate) found: Vec<Found>,
    pub(crate) limit: ReportLimit,
    /// What it takes, but ignores or changes.
    pub(crate) warnings: Vec<Found>,
    pub(crate) warning_limit: ReportLimit,
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
    /// Where the judge stands in what is judged; kept only where problems are written down.
    path: Vec<Step<'a>>,
    findings: Findings,
    memo: Memo,
    purpose: Purpose,
    /// Only the types of JSON count, not what CloudFormation makes of them.
    strict: bool,
    /// A list without elements is as good as none where members exclude each other.
    passes_over_empty_lists: bool,
    /// The name of the function whose argument is judged, which may be only a part of the text that it makes.
    function: Option<&'a str>,
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
    let mut judge = Judge::new(Purpose::Check, strict);
    judge.resource(view, spec);
    !judge.failed
}

/// Everything wrong with it. `base` is its own path: that with which the paths of all problems begin.
pub(crate) fn whole(
    view: View<'_>,
    spec: &'static ResourceSpec,
    strict: bool,
    base: &str,
) -> Findings {
    let mut judge = Judge::new(Purpose::Report, strict);
    judge.base = base;
    judge.path.reserve(USUAL_DEPTH);
    judge.findings.found.reserve(USUAL_COUNT);
    judge.resource(view, spec);
    judge.findings.without_repetitions()
}

impl Findings {
    /// The same without what two schemas of one value say alike.
    fn without_repetitions(mut self) -> Self {
        remove_repetitions(&mut self.found);
        remove_repetitions(&mut self.warnings);
        self
    }
}

fn remove_repetitions(found: &mut Vec<Found>) {
    let mut index = 0;
    while let Some((one, earlier)) = found.get(..=index).and_then(<[_]>::split_last) {
        if earlier.iter().any(|said| said.violation == one.violation) {
            found.remove(index);
        } else {
            index += 1;
        }
    }
}

impl<'a> Judge<'a> {
    fn new(purpose: Purpose, strict: bool) -> Self {
        Self {
            base: "",
            path: Vec::new(),
            findings: Findings::default(),
            memo: Memo::default(),
            purpose,
            strict,
            passes_over_empty_lists: false,
            function: None,
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
    #[inline]
    fn fulfils(&self, view: &View<'a>, schema: &Schema) -> bool {
        schema.fast_accept.accepts(view) && !self.is_probing()
    }

    /// Judges a value that has to be looked at.
    #[inline(never)]
    fn with_care(&mut self, view: &View<'a>, schema: &'static Schema) {
        let target = schema.followed();
        if schema.is_alias && self.fulfils(view, target) {
            return;
        }
        if target.is_compound {
            self.compound(view, target);
        } else {
            self.simple(view, target);
        }
    }

    /// Judges by a schema that demands other schemas, too.
    #[inline(never)]
    fn compound(&mut self, view: &View<'a>, schema: &'static Schema) {
        if schema.combined.is_some()
            && self.memo.is_needed()
            && let Some(question) = MemoKey::of(self, *view, schema)
        {
            return self.remembered(question, *view, schema);
        }
        self.judged(view, schema);
    }

    fn judged(&mut self, view: &View<'a>, schema: &'static Schema) {
        if !self.simple(view, schema) {
            return;
        }
        if let Some(combined) = &schema.combined {
            self.combined(*view, combined);
        }
        if let Some(target) = schema.reference.and_then(RecordSpec::schema) {
            self.value(view, target);
        }
    }

    /// Judges by what the schema says itself; whether there is a value for the schemas that it demands.
    #[inline(never)]
    fn simple(&mut self, view: &View<'a>, schema: &'static Schema) -> bool {
        match *view {
            View::Record(_) | View::Map(_) => self.object(*view, schema),
            View::List(_) => self.list(*view, schema),
            _ => return self.judge_class(*view, classify::classify(*view), schema),
        }
        true
    }

    /// The same for a value that only a look tells apart.
    #[inline(never)]
    fn judge_class(&mut self, view: View<'a>, look: Class<'a>, schema: &'static Schema) -> bool {
        match look {
            Class::Object => self.object(view, schema),
            Class::List => self.list(view, schema),
            Class::Scalar(scalar) => {
                return match view {
                    View::Node(node) => match node.plain() {
                        Some(plain) => self.plain(view, scalar, plain, schema),
                        None => self.known_scalar(view, scalar, schema),
                    },
                    _ => self.known_scalar(view, scalar, schema),
                };
            }
            Class::Nothing => return false,
            Class::Call { name, argument } => {
                self.call(view, name, argument, schema);
                return false;
            }
            Class::Null => {
                // An alternative that says nothing of the value is not to blame for it.
                let is_open = self.is_probing() && schema.types.is_open();
                if !is_open && !schema.types.names(JsonType::Null) {
                    self.null(view);
                    return false;
                }
            }
        }
        true
    }

    /// Judges a scalar; whether it is the value that counts, and not one that deployment puts in its place.
    #[inline(never)]
    fn known_scalar(
        &mut self,
        view: View<'a>,
        scalar: Scalar<'a>,
        schema: &'static Schema,
    ) -> bool {
        if let Scalar::Text(text) = scalar {
            let is_right = if self.is_probing() {
                schema.fast_accept.accepts_any_text()
            } else {
                schema.fast_accept.accepts(&View::Text(text))
            };
            if is_right {
                return true;
            }
        }
        // A text that only deployment knows is a text all the same.
        let may_be_known = scalar.is_unknown() && schema.types.allows_scalar();
        if self.is_probing() && may_be_known {
            self.unsure = true;
            return false;
        }
        let before = (self.findings.found.len(), self.findings.limit);
        self.scalar(view, scalar, schema);
        let is_wrong = self.failed || before.1.total() != self.findings.limit.total();
        // Few texts are wrong, so that only then it is asked whether the text is what counts.
        if is_wrong && may_be_known {
            self.findings.found.truncate(before.0);
            self.findings.limit = before.1;
            self.failed = false;
        }
        if let Scalar::Text(text) = scalar {
            self.dynamic_references(view, text);
        }
        !is_wrong || !may_be_known
    }

    /// Each dynamic reference has an end, unless what a function adds to the text may have it.
    fn dynamic_references(&mut self, view: View<'a>, text: &str) {
        if !self.is_probing() && self.function.is_none() && function::is_unclosed(text) {
            let code = Some(code::DYNAMIC_REFERENCE);
            self.report_as(Rule::Intrinsic, code, view.node(), || {
                let message = "a dynamic reference, `{{resolve:…}}`, has no `}}` at its end";
                (message.to_owned(), Help::None)
            });
        }
    }

    #[cold]
    fn null(&mut self, view: View<'a>) {
        if self.path.is_empty() && !matches!(view, View::Float(_)) {
            return self.report(Rule::Type, view, || {
                let message = "there are no properties: the document is empty";
                (message.to_owned(), "write `{}` to set none".into())
            });
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

    /// Goes into a part of a value.
    #[inline]
    fn enter(&mut self, step: Step<'a>) {
        if self.writes() {
            self.push(step);
        }
    }

    #[cold]
    fn push(&mut self, step: Step<'a>) {
        self.path.push(step);
    }

    /// Goes back to the whole.
    #[inline]
    fn leave(&mut self) {
        if self.writes() {
            self.path.pop();
        }
    }

    /// Whether a value fulfils a schema, without writing anything down.
    fn probe(&mut self, view: View<'a>, schema: &'static Schema) -> Verdict {
        self.memo.asked();
        let before = (self.purpose, self.failed, self.unsure);
        (self.purpose, self.failed, self.unsure) = (Purpose::Probe, false, false);
        self.value(&view, schema);
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

    /// The same, where a required list without elements counts as missing; not so by the letter.
    fn probe_beside_empty_lists(&mut self, view: View<'a>, schema: &'static Schema) -> Verdict {
        let before = core::mem::replace(&mut self.passes_over_empty_lists, !self.strict);
        let verdict = self.probe(view, schema);
        self.passes_over_empty_lists = before;
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

    /// Whether problems are written down.
    #[inline]
    fn writes(&self) -> bool {
        matches!(self.purpose, Purpose::Report | Purpose::Compare)
    }

    /// Whether the answer is known already.
    pub(crate) fn is_over(&self) -> bool {
        self.failed
    }

    /// What one schema alone finds wrong with a value that stands where the judge stands.
    fn alone(&self, view: View<'a>, schema: &'static Schema) -> Findings {
        let mut judge = Judge::new(Purpose::Compare, self.strict);
        judge.base = self.base;
        judge.path.clone_from(&self.path);
        judge.value(&view, schema);
        judge.findings
    }

    /// Writes a problem down. The words are only made if somebody will read them.
    fn report(&mut self, rule: Rule, at: View<'a>, words: impl FnOnce() -> (String, Help)) {
        self.report_as(rule, None, at.node(), words);
    }

    /// Writes down what `CloudFormation` takes but ignores or changes: no verdict depends on it.
    #[cold]
    fn warn(&mut self, rule: Rule, node: Option<usize>, words: impl FnOnce() -> (String, Help)) {
        if self.purpose != Purpose::Report {
            return;
        }
        let length = self.path_length();
        if self.findings.warning_limit.admits(length) {
            let (message, help) = words();
            let violation = Violation::new(rule, self.pointer(length), message)
                .with_help(help)
                .into_warning();
            self.findings.warnings.push(Found { violation, node });
        }
    }

    /// The same, with the node to blame and a more exact code.
    #[cold]
    fn report_as(
        &mut self,
        rule: Rule,
        code: Option<&'static str>,
        node: Option<usize>,
        words: impl FnOnce() -> (String, Help),
    ) {
        if let Some(path) = self.place_of_a_problem() {
            let (message, help) = words();
            let violation = Violation::new(rule, path, message).with_code(code);
            let violation = violation.with_help(help);
            self.findings.found.push(Found { violation, node });
        }
    }

    /// Notes that there is a problem where the judge stands; if somebody will read of it, the path to there.
    #[inline(never)]
    fn place_of_a_problem(&mut self) -> Option<String> {
        if !self.writes() {
            self.failed = true;
            return None;
        }
        // Of alternatives that are compared only the first problem is shown.
        if self.purpose == Purpose::Compare && !self.findings.found.is_empty() {
            self.findings.limit.more += 1;
            return None;
        }
        let length = self.path_length();
        let admits = self.findings.limit.admits(length);
        admits.then(|| self.pointer(length))
    }

    /// A value of a type that may not stand here.
    #[cold]
    fn wrong_type(&mut self, view: View<'a>, schema: &Schema) {
        let types = schema.types;
        if let Some((name, argument)) = view.only_member()
            && let Some(meant) = function::meant(name)
        {
            return self.misspelt(name, argument, meant);
        }
        self.report(Rule::Type, view, || {
            let message = describe::view(view) + " is not " + &types.words();
            let help = || advice::wrong_type(view, schema);
            (message, slip::cure(view.text().unwrap_or_default(), help))
        });
    }

    /// A name that is none of a function, but near to one.
    fn misspelt(&mut self, name: &str, argument: View<'a>, meant: &str) {
        self.report_as(Rule::Intrinsic, None, argument.name_node(), || {
            let message = format!("`{}` is not the name of a function", describe::name(name));
            (message, format!("a function named `{meant}` exists").into())
        });
    }

    /// About how long the path to where the judge stands is.
    fn path_length(&self) -> usize {
        let steps: usize = self.path.iter().map(Step::length).sum();
        self.base.len() + steps
    }

    /// The path to where the judge stands, with room for so many bytes.
    fn pointer(&self, length: usize) -> String {
        let mut path = String::with_capacity(length);
        path.push_str(self.base);
        for step in &self.path {
            step.push(&mut path);
        }
        path
    }
}
