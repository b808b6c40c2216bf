//! The published words about updates, weighed: `published-words.json`, for one type.

use std::cmp::Ordering;

use crate::curated::members::{choice, evidence, known};
use crate::curated::model::{Evidence, PublishedWord};
use crate::curated::path;
use crate::curated::rule::{INTERRUPTIONS, OUTCOMES};
use crate::error::Problems;
use crate::graph::Graph;
use crate::model::{PropertyPath, ResourceType, Update};
use crate::read::{located, parse};
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

/// What begins the line of a type.
const LINE: &[u8] = b"\n    \"";

/// The part of the file about one type, from its opening brace to its closing one.
///
/// The file is long and read while every crate is compiled, mostly without optimisation. The command
/// that writes it sorts the types and gives each a line to begin with, so that a dozen comparisons
/// find one.
pub(crate) fn about<'t>(file: &'t str, name: &str) -> Option<&'t str> {
    let (mut low, mut high) = (0, file.len());
    while low < high {
        let middle = low.midpoint(high);
        // A line belongs to the half that it begins in.
        let end = file.len().min(high + LINE.len() - 1);
        let from = file.as_bytes().get(middle..end)?;
        let Some(line) = from.windows(LINE.len()).position(|bytes| bytes == LINE) else {
            high = middle;
            continue;
        };
        let start = middle + line + LINE.len();
        let (found, rest) = file.get(start..)?.split_once('"')?;
        match found.cmp(name) {
            Ordering::Less => low = start,
            Ordering::Greater => high = middle,
            Ordering::Equal => {
                let rest = rest.strip_prefix(": ")?;
                let end = rest.find("\n    }")?;
                return rest.get(..end + "\n    }".len());
            }
        }
    }
    None
}

/// Reads the words about one type: an object of words by pointer.
///
/// # Errors
///
/// Everything that is wrong with them, each with line and column in the text.
pub(crate) fn read(text: &str, resource: &ResourceType) -> Result<Vec<PublishedWord>, Problems> {
    let root = parse(text, &|_, _| true)?;
    let mut report = Report::default();
    let words = of_node(&root, resource, &mut report);
    let (errors, warnings) = report.split();
    let problems: Vec<_> = errors.into_iter().chain(warnings).collect();
    if problems.is_empty() {
        Ok(words)
    } else {
        Err(located(text, &root, problems))
    }
}

/// Reads the words that stand at a node.
pub(crate) fn of_node(
    root: &Node<'_>,
    resource: &ResourceType,
    report: &mut Report,
) -> Vec<PublishedWord> {
    let graph = Graph::of(resource);
    let mut words = Vec::new();
    let here = Pointer::ROOT;
    for member in values::members(root, &here, report) {
        let at = here.name(&member.key);
        words.extend(word(&member.key, &member.node, &at, &graph, report));
    }
    words
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundled;

    #[test]
    fn the_words_of_each_type_are_found_and_those_of_no_other() {
        let file = include_str!("../../curated/published-words.json");
        let root = parse(file, &|_, _| true).expect("it is JSON");
        let types = root.get("types").and_then(Node::members).expect("types");
        assert!(types.is_sorted_by(|left, right| left.key < right.key));
        for one in types {
            let text = about(file, &one.key).unwrap_or_else(|| panic!("{}", one.key));
            let found = parse(text, &|_, _| true).expect(&one.key);
            assert_eq!(
                found.members().map(<[_]>::len),
                one.node.members().map(<[_]>::len)
            );
        }
        for name in [
            "",
            "AWS",
            "AWS::A::A",
            "AWS::EC2::Volum",
            "ZZZ::Z::Z",
            "/Encrypted",
        ] {
            assert_eq!(about(file, name), None, "{name}");
        }
        for name in bundled::names().filter(|name| types.iter().all(|one| one.key != *name)) {
            assert_eq!(about(file, name), None, "{name}");
        }
    }

    #[test]
    fn words_about_nothing_and_words_of_nobody_are_refused() {
        let schema = bundled::find("AWS::SQS::Queue").expect("it is published");
        let queue = crate::read(schema.as_bytes())
            .expect("good")
            .resources
            .remove(0);
        for (text, message) in [
            (
                r#"{"/QueueNam": {"outcome": "replace"}}"#,
                "leads to no property",
            ),
            (r#"{"/QueueName": {}}"#, "`outcome` is missing"),
            (
                r#"{"/QueueName": {"outcome": "gone"}}"#,
                "`gone` is none of the words",
            ),
            (
                r#"{"/QueueName": {"outcome": "replace", "guide": "x"}}"#,
                "`guide` is not known",
            ),
            (
                r#"{"/QueueName": {"outcome": "replace", "because": "x"}}"#,
                "`source` is missing",
            ),
            ("[]", "an object is due"),
        ] {
            let problems = read(text, &queue).expect_err(text);
            assert!(problems.to_string().contains(message), "{text}: {problems}");
            assert!(problems.first().location.is_some(), "{text}");
        }
    }
}
