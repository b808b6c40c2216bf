//! What a template says is not to be reported, each with a reason.
//!
//! * A comment in YAML: `# formwork: ignore E3030 the value is newer than the catalog`, on the line
//!   of the finding or alone on the line before. It silences that code in that line.
//! * `Metadata` of a resource or of the template:
//!   `formwork: { ignore: [{ code: E3030, reason: …, path: /Properties/Runtime }] }`. It silences that
//!   code in the resource or template, or at and below the path, which starts there.
//! * `Metadata` that the linter reads: `cfn-lint: { config: { ignore_checks: [E3030] } }`.

use formwork::{Json, Template, Violation, Violations};
use formwork_specs::tree;

use crate::input::comments;

/// What silences a finding.
#[derive(Debug, PartialEq)]
struct Silence {
    /// The code, or the beginning of one.
    code: String,
    place: Place,
}

#[derive(Debug, PartialEq)]
enum Place {
    Line(usize),
    /// At and below a pointer.
    Path(String),
}

/// A silence that is not one, with its line or pointer.
pub(crate) type Refused = String;

const WORD: &str = "formwork:";

/// Takes out of `found` what is silenced. Returns how many that were, and what is no silence though it is meant as one.
pub(super) fn apply(
    text: &str,
    template: Option<&Template>,
    found: &mut Violations,
) -> (usize, Vec<Refused>) {
    let mut refused = Vec::new();
    let mut silences = Vec::new();
    if text.contains(WORD) {
        in_comments(text, &mut silences, &mut refused);
    }
    if let Some(template) = template {
        in_metadata(template, &mut silences, &mut refused);
    }
    let before = found.len();
    if !silences.is_empty() {
        found.retain(|violation| !silences.iter().any(|silence| silence.covers(violation)));
    }
    (before - found.len(), refused)
}

impl Silence {
    fn covers(&self, violation: &Violation) -> bool {
        let is_here = match &self.place {
            Place::Line(line) => violation.location().is_some_and(|at| at.line == *line),
            Place::Path(path) => violation
                .path()
                .strip_prefix(path.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/')),
        };
        is_here && violation.code().starts_with(self.code.as_str())
    }
}

fn in_comments(text: &str, silences: &mut Vec<Silence>, refused: &mut Vec<Refused>) {
    for comment in comments::of(text) {
        let Some(words) = comment.text.strip_prefix(WORD) else {
            continue;
        };
        let words = words.trim_start();
        let Some(rest) = words.strip_prefix("ignore ") else {
            refused.push(format!(
                "line {}: a comment `# formwork: …` says `ignore`, a code and a reason",
                comment.line
            ));
            continue;
        };
        let (code, reason) = rest.trim().split_once(' ').unwrap_or((rest.trim(), ""));
        if let Some(problem) = problem(code, reason) {
            refused.push(format!("line {}: {problem}", comment.line));
            continue;
        }
        let line = if comment.is_alone {
            comment.line + 1
        } else {
            comment.line
        };
        silences.push(Silence {
            code: code.to_owned(),
            place: Place::Line(line),
        });
    }
}

/// What is wrong with a silence.
fn problem(code: &str, reason: &str) -> Option<String> {
    let mut letters = code.chars();
    let is_code = letters
        .next()
        .is_some_and(|first| matches!(first, 'E' | 'W' | 'I'))
        && letters.clone().count() >= 1
        && letters.all(|letter| letter.is_ascii_digit());
    if !is_code {
        return Some("`ignore` names a code such as `E3030`".to_owned());
    }
    reason
        .trim()
        .is_empty()
        .then(|| format!("`ignore {code}` gives no reason, and is not followed"))
}

fn in_metadata(template: &Template, silences: &mut Vec<Silence>, refused: &mut Vec<Refused>) {
    if let Some(metadata) = template.get("/Metadata") {
        of_metadata(&metadata, "", silences, refused);
    }
    for resource in template.resources() {
        if let Some(metadata) = resource.attribute("Metadata") {
            let id = tree::escape(resource.logical_id());
            of_metadata(&metadata, &format!("/Resources/{id}"), silences, refused);
        }
    }
}

fn of_metadata(
    metadata: &Json,
    path: &str,
    silences: &mut Vec<Silence>,
    refused: &mut Vec<Refused>,
) {
    let codes = metadata.pointer("/cfn-lint/config/ignore_checks");
    for code in codes.and_then(Json::as_array).unwrap_or_default() {
        silences.extend(code.as_str().map(|code| Silence {
            code: code.to_owned(),
            place: Place::Path(path.to_owned()),
        }));
    }
    let own = metadata.pointer("/formwork/ignore");
    for entry in own.and_then(Json::as_array).unwrap_or_default() {
        let word = |name: &str| entry.get(name).and_then(Json::as_str).unwrap_or_default();
        if let Some(problem) = problem(word("code"), word("reason")) {
            refused.push(format!("{path}/Metadata/formwork/ignore: {problem}"));
            continue;
        }
        silences.push(Silence {
            code: word("code").to_owned(),
            place: Place::Path(format!("{path}{}", word("path"))),
        });
    }
}
