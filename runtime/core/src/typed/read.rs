//! From text to a struct: read, judged, filled.

use std::sync::Arc;

use crate::document::{Document, NodeRef, Pointers, Problem, SyntaxError};
use crate::facts::ResourceSpec;
#[cfg(feature = "templates")]
use crate::json::Json;
use crate::json::call;
use crate::judge::{self, Findings, Found};
use crate::report::limit::{self, ReportLimit};
use crate::report::rule::{Rule, Severity};
use crate::report::violation::Place;
use crate::text::location::{self, Cursor};
use crate::text::sort;
use crate::typed::fill;
use crate::typed::fill_error::{FillError, FillProblem};
use crate::typed::record::Record;
use crate::typed::secret;
use crate::typed::view::View;
use crate::{Violation, Violations};

pub(crate) fn json(
    record: &mut dyn Record,
    text: &str,
    spec: &'static ResourceSpec,
    strict: bool,
) -> Result<(), Violations> {
    let document = Document::from_json(text).map_err(|error| syntax(error, text))?;
    from_node(record, Start::of_document(&document), spec, strict)
}

#[cfg(feature = "yaml")]
pub(crate) fn yaml(
    record: &mut dyn Record,
    text: &str,
    spec: &'static ResourceSpec,
    strict: bool,
) -> Result<(), Violations> {
    let document = Document::from_yaml(text).map_err(|error| syntax(error, text))?;
    from_node(record, Start::of_document(&document), spec, strict)
}

/// A property object in JSON for which there is no struct.
#[cfg(feature = "templates")]
pub(crate) fn untyped_json(text: &str, spec: &'static ResourceSpec) -> Result<Json, Violations> {
    let document = Document::from_json(text).map_err(|error| syntax(error, text))?;
    untyped(Start::of_document(&document), spec)?;
    Ok(document.root().to_json())
}

/// A property object in YAML for which there is no struct.
#[cfg(all(feature = "templates", feature = "yaml"))]
pub(crate) fn untyped_yaml(text: &str, spec: &'static ResourceSpec) -> Result<Json, Violations> {
    let document = Document::from_yaml(text).map_err(|error| syntax(error, text))?;
    untyped(Start::of_document(&document), spec)?;
    Ok(document.root().to_json())
}

/// Everything wrong with a property object in JSON, warnings included; with what a struct cannot hold of it, if
/// there is one.
pub(crate) fn check_json(
    record: Option<&mut dyn Record>,
    text: &str,
    spec: &'static ResourceSpec,
) -> Violations {
    match Document::from_json(text) {
        Ok(document) => check(record, Start::of_document(&document), spec),
        Err(error) => syntax(error, text),
    }
}

/// Everything wrong with a property object in YAML, warnings included.
#[cfg(feature = "yaml")]
pub(crate) fn check_yaml(
    record: Option<&mut dyn Record>,
    text: &str,
    spec: &'static ResourceSpec,
) -> Violations {
    match Document::from_yaml(text) {
        Ok(document) => check(record, Start::of_document(&document), spec),
        Err(error) => syntax(error, text),
    }
}

pub(crate) fn value(
    record: &mut dyn Record,
    value: &serde_json::Value,
    spec: &'static ResourceSpec,
) -> Result<(), Violations> {
    let document = Document::from_value(value).map_err(|error| syntax(error, ""))?;
    from_node(record, Start::of_document(&document), spec, false)
}

/// Where a property object stands in a document.
#[derive(Clone, Copy)]
pub(crate) struct Start<'d> {
    pub(crate) node: NodeRef<'d>,
    /// The JSON pointer of the node, with which every path of the report begins.
    pub(crate) path: &'d str,
}

impl<'d> Start<'d> {
    /// The document is the property object.
    pub(crate) fn of_document(document: &'d Document<'_>) -> Self {
        Self {
            node: document.root(),
            path: "",
        }
    }

    /// What the reader of the text noted about the property object.
    fn noted(self, all: &'d [Problem]) -> impl Iterator<Item = &'d Problem> {
        // The name before a member's value is not part of the value.
        let part = self.node.index()..self.node.end_index();
        all.iter().filter(move |one| part.contains(&one.node))
    }
}

/// Most documents are right: they are filled in first, which is the work that has to be done anyway, and
/// judged where they are then. Only one that is not goes through the judge as a document, for the places
/// of its problems.
pub(crate) fn from_node(
    record: &mut dyn Record,
    start: Start<'_>,
    spec: &'static ResourceSpec,
    strict: bool,
) -> Result<(), Violations> {
    let document = start.node.document();
    let filled = fill::record(record, start.node);
    let is_right = !strict
        && filled.is_ok()
        && start.noted(document.problems()).next().is_none()
        && judge::is_right(View::Record(record), spec, false);
    if is_right {
        return Ok(());
    }
    let findings = judge::whole(View::Node(start.node), spec, strict, start.path);
    let mismatch = filled.err();
    let is_filled = mismatch.is_none();
    let (mut errors, more) = errors(findings.found, findings.limit, mismatch, start, spec);
    if errors.is_empty() && is_filled {
        errors = held(record, start, spec);
    }
    let text = || secret::blotted(document.text(), start.node, spec);
    checked(located(errors, document), more, text)
}

/// What is wrong with the values that a struct holds, at the places where they come from. The document was judged
/// by the same rules, so there should be nothing; if there is, it is not passed over.
fn held(record: &dyn Record, start: Start<'_>, spec: &'static ResourceSpec) -> Vec<Found> {
    let Findings { mut found, .. } = judge::whole(View::Record(record), spec, false, start.path);
    for Found { violation, node } in &mut found {
        let path = violation.path.get(start.path.len()..).unwrap_or_default();
        *node = Some(start.node.nearest(path).index());
    }
    found
}

/// Judges a property object for which there is no struct.
#[cfg(feature = "templates")]
pub(crate) fn untyped(start: Start<'_>, spec: &'static ResourceSpec) -> Result<(), Violations> {
    let document = start.node.document();
    let has_problems = start.noted(document.problems()).next().is_some();
    if !has_problems && judge::is_right(View::Node(start.node), spec, false) {
        return Ok(());
    }
    let findings = judge::whole(View::Node(start.node), spec, false, start.path);
    let (errors, more) = errors(findings.found, findings.limit, None, start, spec);
    let text = || secret::blotted(document.text(), start.node, spec);
    checked(located(errors, document), more, text)
}

/// Everything wrong with a document, and what `CloudFormation` takes but ignores or changes.
fn check(
    record: Option<&mut dyn Record>,
    start: Start<'_>,
    spec: &'static ResourceSpec,
) -> Violations {
    let document = start.node.document();
    let mut record = record;
    let filled = record
        .as_deref_mut()
        .map(|record| fill::branches(record, start.node));
    let is_open = call::of(start.node).is_some() || call::extension(start.node).is_some();
    let is_filled = matches!(filled, Some(Ok(()))) && !is_open;
    let Findings {
        found,
        limit,
        mut warnings,
        warning_limit,
    } = judge::whole(View::Node(start.node), spec, false, start.path);
    let mismatch = filled.and_then(Result::err);
    let (mut all, mut more) = errors(found, limit, mismatch, start, spec);
    if let Some(record) = record.filter(|_| all.is_empty() && is_filled) {
        all = held(record, start, spec);
    }
    more += warning_limit.more + document.unlisted_warnings();
    add_problems(
        start.noted(document.warnings()),
        document,
        Some((start.path, spec)),
        &mut warnings,
    );
    in_order_of_text(&mut warnings);
    more += warnings.len().saturating_sub(limit::MOST);
    warnings.truncate(limit::MOST);
    for found in &mut warnings {
        found.violation.severity = Severity::Warning;
    }
    all.append(&mut warnings);
    let text = secret::blotted(document.text(), start.node, spec);
    Violations::new(located(all, document), more, text)
}

/// `Err` with every problem, or `Ok` if there is none; the text is only made for those.
fn checked(
    found: Vec<Violation>,
    more: usize,
    text: impl FnOnce() -> Option<Arc<str>>,
) -> Result<(), Violations> {
    if found.is_empty() {
        Ok(())
    } else {
        Err(Violations::new(found, more, text()))
    }
}

/// What is wrong: what the judge found, what is wrong with the text, and what the struct cannot hold. Also how many
/// are not listed.
fn errors(
    mut found: Vec<Found>,
    limit: ReportLimit,
    mismatch: Option<FillError>,
    start: Start<'_>,
    spec: &'static ResourceSpec,
) -> (Vec<Found>, usize) {
    let document = start.node.document();
    let mut more = limit.more + document.unlisted();
    more += add_problems(
        start.noted(document.problems()),
        document,
        Some((start.path, spec)),
        &mut found,
    );
    if let Some(mismatch) = mismatch {
        more += add_mismatches(&mismatch, start, spec, &mut found);
    }
    in_order_of_text(&mut found);
    more += found.len().saturating_sub(limit::MOST);
    found.truncate(limit::MOST);
    (found, more)
}

/// What the struct cannot hold although the specification allows it: it is of the user's own, and narrower.
/// Where the specification does not allow it either, the judge has said so, at the same place or further in.
/// Returns how many are not listed.
fn add_mismatches(
    mismatch: &FillError,
    start: Start<'_>,
    spec: &'static ResourceSpec,
    found: &mut Vec<Found>,
) -> usize {
    let document = start.node.document();
    let judged = found.len();
    let reasons = mismatch.reasons().filter(|reason| !reason.is_judged);
    let mut reasons: Vec<&FillProblem> = reasons.collect();
    sort::by_number(&mut reasons, |reason| reason.node);
    // Mostly the judge has said all of it.
    let mut pointers = None;
    let mut limit = ReportLimit::default();
    for reason in reasons {
        let nodes = reason.nodes(start.node);
        let mut known = found.iter().take(judged).filter_map(|found| found.node);
        if known.any(|node| nodes.contains(&node)) {
            continue;
        }
        let pointers = pointers.get_or_insert_with(|| Pointers::new(document));
        let path = pointers.of(reason.node);
        // The name may be to blame, which stands before the value.
        let mut known = found.iter().take(judged);
        let says_it = |found: &Found| {
            found.violation.path() == path || reason.is_misspelt_at(&found.violation, path)
        };
        if !known.any(says_it) && limit.admits(path.len()) {
            let inside = path.strip_prefix(start.path).unwrap_or(path);
            let is_secret = secret::is_at(inside, spec.root);
            let is_whole = reason.is_call_of(start.node);
            let violation = reason.violation(document, path.to_owned(), is_whole, is_secret);
            let node = Some(reason.node);
            found.push(Found { violation, node });
        }
    }
    limit.more
}

/// What the reader of the text noticed and was not stopped by, in the property object of a resource at that path if it is
/// one. Returns how much of it is not listed.
fn add_problems<'d>(
    problems: impl Iterator<Item = &'d Problem>,
    document: &Document<'_>,
    of: Option<(&str, &'static ResourceSpec)>,
    found: &mut Vec<Found>,
) -> usize {
    let mut problems: Vec<&Problem> = problems.collect();
    if problems.is_empty() {
        return 0;
    }
    sort::by_number(&mut problems, |problem| problem.node);
    let mut pointers = Pointers::new(document);
    let mut limit = ReportLimit::default();
    for problem in problems {
        let path = pointers.of(problem.node);
        if limit.admits(path.len()) {
            let is_secret = of.is_some_and(|(base, spec)| {
                secret::is_at(path.strip_prefix(base).unwrap_or(path), spec.root)
            });
            let words = (problem.message.clone(), problem.help.clone().into());
            let (message, help) = if is_secret {
                secret::words(Rule::Syntax, View::Node(document.node(problem.node)), words)
            } else {
                words
            };
            let violation = Violation::new(Rule::Syntax, path.to_owned(), message);
            let (violation, node) = (violation.with_help(help), Some(problem.node));
            found.push(Found { violation, node });
        }
    }
    limit.more
}

/// Problems in the order of the text. What stands nowhere in it comes last.
pub(crate) fn in_order_of_text(found: &mut [Found]) {
    sort::by_number(found, |found| found.node.unwrap_or(usize::MAX));
}

/// The problems in the order of the text, each with its place.
pub(crate) fn located(mut found: Vec<Found>, document: &Document<'_>) -> Vec<Violation> {
    in_order_of_text(&mut found);
    let mut cursor = document.cursor();
    let located = found.into_iter().map(|found| {
        let mut violation = found.violation;
        if let (Some(cursor), Some(node)) = (&mut cursor, found.node) {
            violation.place = Some(place(cursor, document.node(node)));
        }
        violation
    });
    located.collect()
}

fn place(cursor: &mut Cursor<'_>, node: NodeRef<'_>) -> Place {
    let (location, byte) = cursor.locate(node.start_offset());
    Place { location, byte }
}

/// Where a node stands, if it was read from a text.
#[cfg(feature = "templates")]
pub(crate) fn place_of(node: NodeRef<'_>) -> Option<Place> {
    let mut cursor = node.document().cursor()?;
    Some(place(&mut cursor, node))
}

/// Adds what `CloudFormation` takes of a text but changes. Returns how much of it is not listed.
#[cfg(feature = "templates")]
pub(crate) fn add_warnings(document: &Document<'_>, found: &mut Vec<Found>) -> usize {
    let mut warnings = Vec::new();
    let more = add_problems(document.warnings().iter(), document, None, &mut warnings);
    for warning in &mut warnings {
        warning.violation.severity = Severity::Warning;
    }
    found.append(&mut warnings);
    more + document.unlisted_warnings()
}

/// What the reader of a text noted about all of it.
#[cfg(feature = "templates")]
pub(crate) fn problems(document: &Document<'_>) -> Violations {
    let mut found = Vec::new();
    let more = add_problems(document.problems().iter(), document, None, &mut found);
    Violations::new(
        located(found, document),
        more + document.unlisted(),
        document.text(),
    )
}

/// Text that is no JSON or YAML: the only problem, since nothing after it can be trusted.
pub(crate) fn syntax(error: SyntaxError, text: &str) -> Violations {
    let SyntaxError {
        message,
        help,
        location,
    } = error;
    let mut violation = Violation::new(Rule::Syntax, String::new(), message).with_help(help.into());
    violation.place = location.map(|location| Place {
        location,
        byte: location::byte_of(text, location),
    });
    Violations::one(violation, text)
}

#[cfg(test)]
mod tests {
    use super::Start;
    use crate::document::Document;

    #[test]
    fn problems_elsewhere_in_the_document_are_not_those_of_the_part() {
        let text = r#"{"Right": {"ApiId": "a"}, "Wrong": {"ApiId": "a", "ApiId": "b"}, "Twice": 1, "Twice": 2}"#;
        let document = Document::from_json(text).unwrap();
        let noted = |name: &str| {
            let node = document.root().get(name).unwrap();
            let start = Start { node, path: "" };
            start.noted(document.problems()).count()
        };
        assert_eq!((noted("Right"), noted("Wrong"), noted("Twice")), (0, 1, 0));
        let whole = Start::of_document(&document);
        assert_eq!(whole.noted(document.problems()).count(), 2);
    }
}
