//! One rule: where, under which conditions, with which effect.

use crate::curated::members::{EVIDENCE, choice, evidence, known};
use crate::curated::model::{
    ChangeKind, Claim, Condition, Interruption, Outcome, Rule, Subject, Test, Trend,
};
use crate::curated::path::{self, EVERY};
use crate::graph::Graph;
use crate::model::PropertyPath;
use crate::registry::{literal, values};
use crate::report::{Pointer, Report};
use crate::tree::{Node, Value};

/// The words of each choice, which the facts text has as well.
pub(crate) const OUTCOMES: [(&str, Outcome); 4] = [
    ("in place", Outcome::InPlace),
    ("may replace", Outcome::MayReplace),
    ("replace", Outcome::Replace),
    ("refused", Outcome::Refused),
];
pub(crate) const INTERRUPTIONS: [(&str, Interruption); 3] = [
    ("none", Interruption::None),
    ("possible", Interruption::Possible),
    ("certain", Interruption::Certain),
];
pub(crate) const CHANGES: [(&str, ChangeKind); 5] = [
    ("none", ChangeKind::None),
    ("any", ChangeKind::Any),
    ("added", ChangeKind::Added),
    ("removed", ChangeKind::Removed),
    ("edited", ChangeKind::Edited),
];
pub(crate) const SIZES: [(&str, Trend); 2] = [("grows", Trend::Up), ("shrinks", Trend::Down)];
pub(crate) const VERSIONS: [(&str, Trend); 2] = [("later", Trend::Up), ("earlier", Trend::Down)];

/// A condition is read once for each path of its rule, which this bounds.
const MOST_PATHS: usize = 64;

const RULE: [&str; 5] = ["path", "when", "unless", "outcome", "interruption"];
const CONDITION: [&str; 12] = [
    "before",
    "after",
    "change",
    "size",
    "version",
    "elements",
    "property",
    "attribute",
    "besides",
    "anyOf",
    "allOf",
    "not",
];
const TEST: [&str; 5] = ["equals", "oneOf", "startsWith", "count", "not"];

/// Reads the rules of a type. A list of paths gives one rule each.
pub(super) fn rules(
    node: &Node<'_>,
    at: &Pointer<'_>,
    graph: &Graph<'_>,
    report: &mut Report,
) -> Vec<Rule> {
    let mut rules = Vec::new();
    for (index, node) in values::elements(node, at, report).iter().enumerate() {
        rule(node, &at.index(index), graph, report, &mut rules);
    }
    rules
}

fn rule(
    node: &Node<'_>,
    at: &Pointer<'_>,
    graph: &Graph<'_>,
    report: &mut Report,
    rules: &mut Vec<Rule>,
) {
    let names: Vec<&str> = RULE.into_iter().chain(EVIDENCE).collect();
    known(node, at, &names, report);
    let evidence = evidence(node, at, report);
    let outcome = node
        .get("outcome")
        .and_then(|word| choice(word, &at.name("outcome"), &OUTCOMES, report));
    let interruption = node
        .get("interruption")
        .and_then(|word| choice(word, &at.name("interruption"), &INTERRUPTIONS, report));
    if node.get("outcome").is_none() && node.get("interruption").is_none() {
        let help = "write an `outcome` or an `interruption`";
        report.error_with_help(at, "the rule has no effect", Some(help.to_owned()));
    }
    for path in paths(node, at, graph, report) {
        let mut reader = Reader {
            graph,
            path: &path,
            report,
        };
        let mut condition = |key: &str| {
            let node = node.get(key)?;
            Some(reader.condition(node, &at.name(key)))
        };
        let (when, unless) = (condition("when"), condition("unless"));
        rules.push(Rule {
            path,
            when,
            unless,
            outcome,
            interruption,
            evidence: evidence.clone(),
        });
    }
}

/// The member `path`: a pointer, or several.
fn paths(
    node: &Node<'_>,
    at: &Pointer<'_>,
    graph: &Graph<'_>,
    report: &mut Report,
) -> Vec<PropertyPath> {
    let start = path::root(graph);
    let Some(value) = node.get("path") else {
        let help = "write a pointer: `/Tags/*/Key`, or `\"\"` for the whole resource";
        report.error_with_help(at, "`path` is missing", Some(help.to_owned()));
        return Vec::new();
    };
    let at = at.name("path");
    let Some(elements) = value.elements() else {
        let path = path::property(value, &at, (graph, &start), report);
        return path.into_iter().map(|(path, _)| path).collect();
    };
    if elements.is_empty() || elements.len() > MOST_PATHS {
        let message = format!("the rule is about {} paths", elements.len());
        let help = format!("write at least one and at most {MOST_PATHS}");
        report.error_with_help(&at, message, Some(help));
        return Vec::new();
    }
    let mut paths = Vec::new();
    for (index, element) in elements.iter().enumerate() {
        let path = path::property(element, &at.index(index), (graph, &start), report);
        paths.extend(path.map(|(path, _)| path));
    }
    paths
}

/// Reads the conditions of one rule.
pub(super) struct Reader<'r, 'a> {
    pub(super) graph: &'r Graph<'a>,
    path: &'r PropertyPath,
    pub(super) report: &'r mut Report,
}

impl<'a> Reader<'_, 'a> {
    /// Reads a condition. Its depth is that of the JSON text, which is limited.
    fn condition(&mut self, node: &Node<'_>, at: &Pointer<'_>) -> Condition {
        let members = known(node, at, &CONDITION, self.report);
        let (subject, places) = self.subject(node, at);
        let claim = |claim| Condition::Claim(subject.clone(), claim);
        let is_subject = |key: &str| matches!(key, "property" | "attribute");
        let asks = members.iter().any(|member| !is_subject(&member.key));
        let mut all = Vec::new();
        for member in members {
            let (node, at) = (&member.node, at.name(&member.key));
            let condition = match member.key.as_ref() {
                "before" => Some(claim(Claim::Before(self.test(node, &at)))),
                "after" => Some(claim(Claim::After(self.test(node, &at)))),
                "change" => {
                    choice(node, &at, &CHANGES, self.report).map(|c| claim(Claim::Change(c)))
                }
                "size" => choice(node, &at, &SIZES, self.report).map(|c| claim(Claim::Size(c))),
                "version" => {
                    choice(node, &at, &VERSIONS, self.report).map(|c| claim(Claim::Version(c)))
                }
                "elements" => {
                    let elements = self.elements(node, &at, &places);
                    Some(claim(Claim::Elements(Box::new(elements))))
                }
                "besides" => Some(Condition::Besides(self.pointers(node, &at, None))),
                "anyOf" => Some(Condition::Any(self.conditions(node, &at))),
                "allOf" => Some(Condition::All(self.conditions(node, &at))),
                "not" => Some(Condition::Not(Box::new(self.condition(node, &at)))),
                _ => None,
            };
            all.extend(condition);
        }
        match all.pop() {
            Some(only) if all.is_empty() => only,
            last => {
                if !asks {
                    let help = "write what must hold, or leave the condition out";
                    let message = "the condition asks for nothing";
                    self.report
                        .error_with_help(at, message, Some(help.to_owned()));
                }
                all.extend(last);
                Condition::All(all)
            }
        }
    }

    fn conditions(&mut self, node: &Node<'_>, at: &Pointer<'_>) -> Vec<Condition> {
        let elements = values::elements(node, at, self.report);
        if elements.is_empty() && node.elements().is_some() {
            let help = "write at least one condition";
            self.report.error_with_help(
                at,
                "the list of conditions is empty",
                Some(help.to_owned()),
            );
        }
        let conditions = elements.iter().enumerate();
        conditions
            .map(|(index, node)| self.condition(node, &at.index(index)))
            .collect()
    }

    /// What the claims of a condition are about, and the schemas that speak of it.
    fn subject(&mut self, node: &Node<'_>, at: &Pointer<'_>) -> (Subject, path::Places<'a>) {
        let start = path::root(self.graph);
        match (node.get("property"), node.get("attribute")) {
            (Some(_), Some(_)) => {
                let help = "write one condition for each, under `allOf`";
                let message = "a condition is about a property or an attribute, not both";
                self.report
                    .error_with_help(&at.name("attribute"), message, Some(help.to_owned()));
                (Subject::Own, Vec::new())
            }
            (Some(property), None) => {
                let at = at.name("property");
                let found = path::property(property, &at, (self.graph, &start), self.report);
                let Some((path, places)) = found else {
                    return (Subject::Own, Vec::new());
                };
                self.is_bound(&path, &at);
                (Subject::Property(path), places)
            }
            (None, Some(attribute)) => {
                let path = path::attribute(attribute, &at.name("attribute"), self.report);
                let subject = path.map_or(Subject::Own, Subject::Attribute);
                (subject, Vec::new())
            }
            (None, None) => (Subject::Own, path::places(self.graph, self.path)),
        }
    }

    /// Reports a `*` that the path of the rule does not fill in.
    fn is_bound(&mut self, path: &PropertyPath, at: &Pointer<'_>) {
        let shared = path.0.iter().zip(&self.path.0);
        let shared = shared.take_while(|(left, right)| left == right).count();
        if path.0.iter().skip(shared).any(|segment| segment == EVERY) {
            let help = "use `elements` to ask about a list as a whole";
            let message = "which element a `*` means is not said by the path of the rule";
            self.report
                .error_with_help(at, message, Some(help.to_owned()));
        }
    }

    fn test(&mut self, node: &Node<'_>, at: &Pointer<'_>) -> Test {
        match &node.value {
            Value::String(_) => {
                let words = [("absent", false), ("present", true)];
                match choice(node, at, &words, self.report) {
                    Some(false) => Test::Absent,
                    Some(true) | None => Test::Present,
                }
            }
            Value::Array(tests) if !tests.is_empty() => {
                let tests = tests.iter().enumerate();
                Test::Any(
                    tests
                        .map(|(index, test)| self.test(test, &at.index(index)))
                        .collect(),
                )
            }
            _ => {
                let members = known(node, at, &TEST, self.report);
                let [member] = members else {
                    let help = "several tests stand in a list, of which one must pass";
                    let message = "a test is one word or an object with one member";
                    self.report
                        .error_with_help(at, message, Some(help.to_owned()));
                    return Test::Present;
                };
                let (node, at) = (&member.node, at.name(&member.key));
                match member.key.as_ref() {
                    "equals" => Test::OneOf(vec![literal(node)]),
                    "oneOf" => {
                        let all = values::elements(node, &at, self.report);
                        Test::OneOf(all.iter().map(literal).collect())
                    }
                    "startsWith" => {
                        let text = values::text(node, &at, self.report);
                        Test::StartsWith(text.unwrap_or_default())
                    }
                    "count" => Test::Count(self.count(node, &at)),
                    "not" => Test::Not(Box::new(self.test(node, &at))),
                    _ => Test::Present,
                }
            }
        }
    }

    /// A list of pointers from `start`, or from the properties of the type.
    pub(super) fn pointers(
        &mut self,
        node: &Node<'_>,
        at: &Pointer<'_>,
        start: Option<&path::Places<'_>>,
    ) -> Vec<PropertyPath> {
        let root = path::root(self.graph);
        let mut paths = Vec::new();
        for (index, node) in values::elements(node, at, self.report).iter().enumerate() {
            let start = start.unwrap_or(&root);
            let found = path::property(node, &at.index(index), (self.graph, start), self.report);
            paths.extend(found.map(|(path, _)| path));
        }
        paths
    }
}
