//! From text to a struct: read, judged, filled.

use crate::document::{Document, SyntaxError};
use crate::judge::{self, Found};
use crate::record::Record;
use crate::rule::Rule;
use crate::spec::ResourceSpec;
use crate::view::View;
use crate::violation::Place;
use crate::{Violation, Violations, fill, location};

pub(crate) fn json(
    record: &mut dyn Record,
    text: &str,
    spec: &'static ResourceSpec,
) -> Result<(), Violations> {
    let document = Document::from_json(text).map_err(|error| syntax(error, text))?;
    from_document(record, &document, spec)
}

#[cfg(feature = "yaml")]
pub(crate) fn yaml(
    record: &mut dyn Record,
    text: &str,
    spec: &'static ResourceSpec,
) -> Result<(), Violations> {
    let document = Document::from_yaml(text).map_err(|error| syntax(error, text))?;
    from_document(record, &document, spec)
}

pub(crate) fn value(
    record: &mut dyn Record,
    value: &serde_json::Value,
    spec: &'static ResourceSpec,
) -> Result<(), Violations> {
    let document = Document::from_value(value).map_err(|error| syntax(error, ""))?;
    from_document(record, &document, spec)
}

fn from_document(
    record: &mut dyn Record,
    document: &Document<'_>,
    spec: &'static ResourceSpec,
) -> Result<(), Violations> {
    let mut found = judge::root(View::Node(document.root()), spec);
    for problem in document.problems() {
        let path = document.node(problem.node).pointer();
        let violation = Violation::new(Rule::Syntax, path, problem.message.clone());
        let violation = violation.with_help(problem.help.clone().into());
        found.push(Found {
            violation,
            node: Some(problem.node),
        });
    }
    if found.is_empty()
        && let Err(mismatch) = fill::record(record, document.root())
    {
        let (violation, node) = mismatch.into_violation();
        found.push(Found {
            violation,
            node: Some(node),
        });
    }
    found.sort_by_key(|found| found.node);
    let mut cursor = document.cursor();
    let located = found.into_iter().map(
        |Found {
             mut violation,
             node,
         }| {
            if let (Some(cursor), Some(node)) = (&mut cursor, node) {
                let (location, byte) = cursor.locate(document.node(node).start_offset());
                violation.place = Some(Place { location, byte });
            }
            violation
        },
    );
    Violations::check(located.collect(), document.text())
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
