//! From text to a struct: read, judged, filled.

use crate::document::{Document, Pointers, Problem, SyntaxError};
use crate::facts::ResourceSpec;
use crate::judge::{self, Findings, Found};
use crate::report::limit::{self, ReportLimit};
use crate::report::rule::{Rule, Severity};
use crate::report::violation::Place;
use crate::text::location;
use crate::typed::fill;
use crate::typed::fill_error::{FillError, FillProblem};
use crate::typed::record::Record;
use crate::typed::view::View;
use crate::{Violation, Violations};

pub(crate) fn json(
    record: &mut dyn Record,
    text: &str,
    spec: &'static ResourceSpec,
    strict: bool,
) -> Result<(), Violations> {
    let document = Document::from_json(text).map_err(|error| syntax(error, text))?;
    from_document(record, &document, spec, strict)
}

#[cfg(feature = "yaml")]
pub(crate) fn yaml(
    record: &mut dyn Record,
    text: &str,
    spec: &'static ResourceSpec,
    strict: bool,
) -> Result<(), Violations> {
    let document = Document::from_yaml(text).map_err(|error| syntax(error, text))?;
    from_document(record, &document, spec, strict)
}

/// Everything wrong with a property object in JSON, warnings included.
pub(crate) fn check_json(
    record: &mut dyn Record,
    text: &str,
    spec: &'static ResourceSpec,
) -> Violations {
    match Document::from_json(text) {
        Ok(document) => check(record, &document, spec),
        Err(error) => syntax(error, text),
    }
}

/// Everything wrong with a property object in YAML, warnings included.
#[cfg(feature = "yaml")]
pub(crate) fn check_yaml(
    record: &mut dyn Record,
    text: &str,
    spec: &'static ResourceSpec,
) -> Violations {
    match Document::from_yaml(text) {
        Ok(document) => check(record, &document, spec),
        Err(error) => syntax(error, text),
    }
}

pub(crate) fn value(
    record: &mut dyn Record,
    value: &serde_json::Value,
    spec: &'static ResourceSpec,
) -> Result<(), Violations> {
    let document = Document::from_value(value).map_err(|error| syntax(error, ""))?;
    from_document(record, &document, spec, false)
}

/// Most documents are right: they are filled in first, which is the work that has to be done anyway, and
/// judged where they are then. Only one that is not goes through the judge as a document, for the places
/// of its problems.
fn from_document(
    record: &mut dyn Record,
    document: &Document<'_>,
    spec: &'static ResourceSpec,
    strict: bool,
) -> Result<(), Violations> {
    let filled = fill::record(record, document.root());
    let is_right = !strict
        && filled.is_ok()
        && document.problems().is_empty()
        && judge::is_right(View::Record(record), spec, false);
    if is_right {
        return Ok(());
    }
    let findings = judge::whole(View::Node(document.root()), spec, strict);
    let mismatch = filled.err();
    let is_filled = mismatch.is_none();
    let (errors, more) = errors(findings.found, findings.limit, mismatch, document);
    if errors.is_empty() && is_filled {
        return judge::record(record, spec);
    }
    Violations::check(located(errors, document), more, document.text())
}

/// Everything wrong with a document, and what `CloudFormation` takes but ignores or changes.
fn check(
    record: &mut dyn Record,
    document: &Document<'_>,
    spec: &'static ResourceSpec,
) -> Violations {
    let mismatch = fill::record(record, document.root()).err();
    let Findings {
        found,
        limit,
        mut warnings,
        warning_limit,
    } = judge::whole(View::Node(document.root()), spec, false);
    let (mut all, mut more) = errors(found, limit, mismatch, document);
    more += warning_limit.more + document.unlisted_warnings();
    add_problems(document.warnings(), document, &mut warnings);
    warnings.sort_by_key(|found| found.node);
    more += warnings.len().saturating_sub(limit::MOST);
    warnings.truncate(limit::MOST);
    for found in &mut warnings {
        found.violation.severity = Severity::Warning;
    }
    all.append(&mut warnings);
    Violations::new(located(all, document), more, document.text())
}

/// What is wrong: what the judge found, what is wrong with the text, and what the struct cannot hold. Also how many
/// are not listed.
fn errors(
    mut found: Vec<Found>,
    limit: ReportLimit,
    mismatch: Option<FillError>,
    document: &Document<'_>,
) -> (Vec<Found>, usize) {
    let mut more = limit.more + document.unlisted();
    more += add_problems(document.problems(), document, &mut found);
    if let Some(mismatch) = mismatch {
        more += add_mismatches(&mismatch, document, &mut found);
    }
    found.sort_by_key(|found| found.node);
    more += found.len().saturating_sub(limit::MOST);
    found.truncate(limit::MOST);
    (found, more)
}

/// What the struct cannot hold although the specification allows it: it is of the user's own, and narrower.
/// Where the specification does not allow it either, the judge has said so, at the same place or further in.
/// Returns how many are not listed.
fn add_mismatches(mismatch: &FillError, document: &Document<'_>, found: &mut Vec<Found>) -> usize {
    let judged = found.len();
    let mut reasons: Vec<&FillProblem> = mismatch.reasons().collect();
    reasons.sort_by_key(|reason| reason.node);
    // Mostly the judge has said all of it.
    let mut pointers = None;
    let mut limit = ReportLimit::default();
    for reason in reasons {
        let nodes = reason.nodes(document);
        let mut known = found.iter().take(judged).filter_map(|found| found.node);
        if known.any(|node| nodes.contains(&node)) {
            continue;
        }
        let pointers = pointers.get_or_insert_with(|| Pointers::new(document));
        let path = pointers.of(reason.node);
        // The name may be to blame, which stands before the value.
        let mut known = found.iter().take(judged);
        if !known.any(|found| found.violation.path() == path) && limit.admits(path.len()) {
            found.push(Found {
                violation: reason.violation(document, path.to_owned()),
                node: Some(reason.node),
            });
        }
    }
    limit.more
}

/// What the reader of the text noticed and was not stopped by. Returns how much of it is not listed.
fn add_problems(problems: &[Problem], document: &Document<'_>, found: &mut Vec<Found>) -> usize {
    if problems.is_empty() {
        return 0;
    }
    let mut problems: Vec<&Problem> = problems.iter().collect();
    problems.sort_by_key(|problem| problem.node);
    let mut pointers = Pointers::new(document);
    let mut limit = ReportLimit::default();
    for problem in problems {
        let path = pointers.of(problem.node);
        if limit.admits(path.len()) {
            let violation = Violation::new(Rule::Syntax, path.to_owned(), problem.message.clone());
            found.push(Found {
                violation: violation.with_help(problem.help.clone().into()),
                node: Some(problem.node),
            });
        }
    }
    limit.more
}

/// The problems in the order of the text, each with its place.
fn located(mut found: Vec<Found>, document: &Document<'_>) -> Vec<Violation> {
    found.sort_by_key(|found| found.node);
    let mut cursor = document.cursor();
    let located = found.into_iter().map(|found| {
        let mut violation = found.violation;
        if let (Some(cursor), Some(node)) = (&mut cursor, found.node) {
            let (location, byte) = cursor.locate(document.node(node).start_offset());
            violation.place = Some(Place { location, byte });
        }
        violation
    });
    located.collect()
}

/// Text that is no JSON or YAML: the only problem, since nothing after it can be trusted.
fn syntax(error: SyntaxError, text: &str) -> Violations {
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
