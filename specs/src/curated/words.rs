//! The published words about updates, weighed: `published-words.json`, for one type.

use crate::curated::members::{choice, evidence, known};
use crate::curated::model::{Evidence, PublishedWord};
use crate::curated::path;
use crate::curated::rule::{INTERRUPTIONS, OUTCOMES};
use crate::error::Problems;
use crate::graph::Graph;
use crate::model::{PropertyPath, ResourceType, Update};
use crate::read::{located, parse, text as utf8};
use crate::registry::values;
use crate::report::{Pointer, Report};
use crate::tree::{Node, unescape};

const REGISTRY: [(&str, Update); 2] = [
    ("create-only", Update::Immutable),
    ("conditionally create-only", Update::Conditional),
];
const SPECIFICATION: [(&str, Update); 3] = [
    ("Mutable", Update::Mutable),
    ("Conditional", Update::Conditional),
    ("Immutable", Update::Immutable),
];
const WORD: [&str; 8] = [
    "outcome",
    "interruption",
    "registry",
    "resourceSpecification",
    "userGuide",
    "because",
    "source",
    "asOf",
];

/// Reads the words about one type; the other types are passed over unread.
///
/// # Errors
///
/// Everything that is wrong with the file and with what it says of this type, each with line and
/// column.
pub(crate) fn read(bytes: &[u8], resource: &ResourceType) -> Result<Vec<PublishedWord>, Problems> {
    let name = resource.name.as_str();
    let text = utf8(bytes)?;
    let root = parse(text, &|parent, key| parent != "types" || key == name)?;
    let mut report = Report::default();
    let graph = Graph::of(resource);
    let mut words = Vec::new();
    let here = Pointer::ROOT;
    let (types, at) = (root.get("types"), here.name("types"));
    if let Some(of_type) = types.and_then(|types| types.get(name)) {
        let at = at.name(name);
        for member in values::members(of_type, &at, &mut report) {
            let at = at.name(&member.key);
            words.extend(word(&member.key, &member.node, &at, &graph, &mut report));
        }
    }
    let (errors, warnings) = report.split();
    let problems: Vec<_> = errors.into_iter().chain(warnings).collect();
    if problems.is_empty() {
        Ok(words)
    } else {
        Err(located(text, &root, problems))
    }
}

fn word(
    pointer: &str,
    node: &Node<'_>,
    at: &Pointer<'_>,
    graph: &Graph<'_>,
    report: &mut Report,
) -> Option<PublishedWord> {
    let segments = pointer.split('/').skip(1);
    let path = PropertyPath(segments.map(|name| unescape(name).into_owned()).collect());
    if path::places(graph, &path).is_empty() {
        report.error(at, "the pointer leads to no property");
    }
    known(node, at, &WORD, report);
    let Some(outcome) = node.get("outcome") else {
        report.error(at, "`outcome` is missing");
        return None;
    };
    let outcome = choice(outcome, &at.name("outcome"), &OUTCOMES, report)?;
    let mut update = |key: &str, words: &[(&str, Update)]| {
        let word = node.get(key)?;
        choice(word, &at.name(key), words, report)
    };
    let registry = update("registry", &REGISTRY);
    let specification = update("resourceSpecification", &SPECIFICATION);
    let interruption = node
        .get("interruption")
        .and_then(|word| choice(word, &at.name("interruption"), &INTERRUPTIONS, report));
    let guide = node
        .get("userGuide")
        .and_then(|word| values::text(word, &at.name("userGuide"), report));
    let decision: Option<Evidence> = node
        .get("because")
        .is_some()
        .then(|| evidence(node, at, report));
    Some(PublishedWord {
        path,
        outcome,
        interruption,
        registry,
        specification,
        guide,
        decision,
    })
}
