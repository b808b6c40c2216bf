//! A file of curated facts, and a type with them laid over it.

use std::collections::HashSet;

use crate::curated::members::{EVIDENCE, evidence, known};
use crate::curated::model::{AttributeFact, Curated, CustomName, ReferenceFact, ValueFact};
use crate::curated::{path, rule};
use crate::error::{Location, Problem, Problems};
use crate::graph::Graph;
use crate::model::{PropertyPath, ResourceType};
use crate::read::{located, parse, text as utf8};
use crate::registry::{References, Role, SchemaReader, values};
use crate::report::{Pointer, Report};
use crate::suggest;
use crate::tree::Node;
use crate::visible::quoted;

const ROOT: [&str; 6] = ["typeName", "rules", "names", "values", "attributes", "ref"];

/// Reads a file of curated facts about a type.
///
/// ```
/// use formwork_specs::curated::{self, model::Outcome};
///
/// let spec = formwork_specs::read(
///     br#"{
///         "typeName": "Acme::Garden::Gnome",
///         "properties": {"Hat": {"type": "string"}},
///         "primaryIdentifier": ["/properties/Hat"],
///         "additionalProperties": false
///     }"#,
/// )?;
/// let facts = br#"{
///     "typeName": "Acme::Garden::Gnome",
///     "rules": [{
///         "path": "/Hat",
///         "when": {"after": {"equals": "red"}},
///         "outcome": "replace",
///         "because": "a red hat is baked in",
///         "source": "https://gnomes.example/hats",
///         "asOf": "2026-09"
///     }]
/// }"#;
/// let curated = curated::read(facts, &spec.resources[0])?;
/// assert_eq!(curated.rules[0].outcome, Some(Outcome::Replace));
/// # Ok::<(), formwork_specs::Problems>(())
/// ```
///
/// # Errors
///
/// Everything that is wrong with the file, all at once, each with line and column: text that is no
/// JSON, another type's name, unknown members, words and paths, facts without a source.
pub fn read(bytes: &[u8], resource: &ResourceType) -> Result<Curated, Problems> {
    if bytes.trim_ascii().is_empty() {
        let mut problem = Problem::error("", "the text is empty")
            .with_help(format!("write `{{\"typeName\": \"{}\"}}`", resource.name));
        problem.location = Some(Location { line: 1, column: 1 });
        return Err(problem.into());
    }
    let text = utf8(bytes)?;
    let root = parse(text, &|_, _| true)?;
    let mut report = Report::default();
    let curated = of_node(&root, resource, &mut report);
    let (errors, warnings) = report.split();
    // A keyword that is not known would be a fact that is lost.
    let mut problems: Vec<_> = errors.into_iter().chain(warnings).collect();
    // A condition is read once for each path of its rule.
    problems.sort_by(|left, right| {
        (&left.pointer, &left.message).cmp(&(&right.pointer, &right.message))
    });
    problems.dedup();
    if problems.is_empty() {
        Ok(curated)
    } else {
        Err(located(text, &root, problems))
    }
}

/// Reads the facts that stand at a node.
pub(crate) fn of_node(root: &Node<'_>, resource: &ResourceType, report: &mut Report) -> Curated {
    let graph = Graph::of(resource);
    File {
        root,
        resource,
        graph,
    }
    .read(report)
}

/// The name of the type that a file of curated facts is about, without reading the facts.
///
/// # Errors
///
/// If the text is no JSON or has no `typeName`.
pub fn type_name(bytes: &[u8]) -> Result<String, Problems> {
    let text = utf8(bytes)?;
    let root = parse(text, &|_, key| key == "typeName")?;
    let name = root.get("typeName").and_then(Node::text);
    name.map(str::to_owned).ok_or_else(|| {
        let problem = Problem::error("", "the facts do not say which type they are about")
            .with_help("write `\"typeName\": \"Acme::Service::Resource\"`");
        located(text, &root, vec![problem])
    })
}

struct File<'f, 'a, 't> {
    root: &'f Node<'t>,
    resource: &'a ResourceType,
    graph: Graph<'a>,
}

impl<'t> File<'_, '_, 't> {
    fn read(&self, report: &mut Report) -> Curated {
        let mut curated = Curated::default();
        let here = Pointer::ROOT;
        self.type_name(report);
        for member in known(self.root, &here, &ROOT, report) {
            let (node, at) = (&member.node, here.name(&member.key));
            match member.key.as_ref() {
                "rules" => curated.rules = rule::rules(node, &at, &self.graph, report),
                "names" => curated.names = self.names(node, &at, report),
                "values" => curated.values = self.values(node, &at, report),
                "attributes" => curated.attributes = self.attributes(node, &at, report),
                "ref" => curated.reference = self.reference(node, &at, report),
                _ => {}
            }
        }
        curated
    }

    fn type_name(&self, report: &mut Report) {
        let due = self.resource.name.as_str();
        let at = Pointer::ROOT.name("typeName");
        let Some(node) = self.root.get("typeName") else {
            let help = format!("write `\"typeName\": \"{due}\"`");
            report.error_with_help(&Pointer::ROOT, "`typeName` is missing", Some(help));
            return;
        };
        if let Some(name) = values::text(node, &at, report)
            && name != due
        {
            let message = format!("the facts are about {}, not about `{due}`", quoted(&name));
            report.error_with_help(&at, message, suggest::did_you_mean(&name, [due]));
        }
    }

    /// A property of the type, from the member `path` of a fact.
    fn path(&self, node: &Node<'t>, at: &Pointer<'_>, report: &mut Report) -> Option<PropertyPath> {
        let Some(path) = node.get("path") else {
            let help = "write a pointer: `/Name`";
            report.error_with_help(at, "`path` is missing", Some(help.to_owned()));
            return None;
        };
        let start = path::root(&self.graph);
        let found = path::property(path, &at.name("path"), (&self.graph, &start), report);
        found.map(|(path, _)| path)
    }

    fn names(&self, node: &Node<'t>, at: &Pointer<'_>, report: &mut Report) -> Vec<CustomName> {
        let mut names = Vec::new();
        for (index, node) in values::elements(node, at, report).iter().enumerate() {
            let at = at.index(index);
            known(node, &at, &with_evidence(&["path", "custom"]), report);
            let evidence = evidence(node, &at, report);
            let path = self.path(node, &at, report);
            let Some(custom) = node.get("custom") else {
                let help = "write `true` if a replacement that keeps the name is refused";
                report.error_with_help(&at, "`custom` is missing", Some(help.to_owned()));
                continue;
            };
            let custom = values::flag(custom, &at.name("custom"), report);
            names.extend(path.map(|path| CustomName {
                path,
                custom,
                evidence,
            }));
        }
        names
    }

    fn values(&self, node: &Node<'t>, at: &Pointer<'_>, report: &mut Report) -> Vec<ValueFact> {
        let mut facts = Vec::new();
        for (index, node) in values::elements(node, at, report).iter().enumerate() {
            let at = at.index(index);
            known(node, &at, &with_evidence(&["path", "schema"]), report);
            let evidence = evidence(node, &at, report);
            let path = self.path(node, &at, report);
            let Some(schema) = node.get("schema") else {
                let help = "write what else is demanded: `{\"minLength\": 1}`";
                report.error_with_help(&at, "`schema` is missing", Some(help.to_owned()));
                continue;
            };
            let mut references = References::new(self.root);
            let mut reader = SchemaReader {
                report,
                references: &mut references,
            };
            let schema = reader.schema(schema, &at.name("schema"), Role::Branch);
            facts.extend(path.map(|path| ValueFact {
                path,
                schema,
                evidence,
            }));
        }
        facts
    }

    fn attributes(
        &self,
        node: &Node<'t>,
        at: &Pointer<'_>,
        report: &mut Report,
    ) -> Option<AttributeFact> {
        known(node, at, &with_evidence(&["every", "names"]), report);
        let evidence = evidence(node, at, report);
        let every = node
            .get("every")
            .is_some_and(|every| values::flag(every, &at.name("every"), report));
        let names = self.known_names(node, at, "names", report);
        if every || !names.is_empty() {
            return Some(AttributeFact {
                every,
                names,
                evidence,
            });
        }
        let help = "write `\"every\": true`, or the `names` of properties";
        report.error_with_help(at, "no attribute is named", Some(help.to_owned()));
        None
    }

    fn reference(
        &self,
        node: &Node<'t>,
        at: &Pointer<'_>,
        report: &mut Report,
    ) -> Option<ReferenceFact> {
        known(node, at, &with_evidence(&["returns"]), report);
        let evidence = evidence(node, at, report);
        let returns = self.known_names(node, at, "returns", report);
        if returns.is_empty() {
            let help = "write `\"returns\": [\"Name\"]`";
            report.error_with_help(at, "`returns` is missing", Some(help.to_owned()));
            return None;
        }
        Some(ReferenceFact { returns, evidence })
    }

    /// A list of names of properties and attributes of the type.
    fn known_names(
        &self,
        node: &Node<'t>,
        at: &Pointer<'_>,
        key: &str,
        report: &mut Report,
    ) -> Vec<String> {
        let Some(list) = node.get(key) else {
            return Vec::new();
        };
        let properties = Graph::declared(&self.resource.body).map(|one| one.name.as_str());
        let attributes = self.resource.attributes.iter().map(|one| one.name.as_str());
        let all: HashSet<&str> = properties.chain(attributes).collect();
        let at = at.name(key);
        let names = values::names(list, &at, report);
        for (index, name) in names.iter().enumerate() {
            if !all.contains(&name.as_str()) {
                let message = format!("the type has no property or attribute {}", quoted(name));
                let help = suggest::did_you_mean(name, all.iter().copied());
                report.error_with_help(&at.index(index), message, help);
            }
        }
        names
    }
}

fn with_evidence<'n>(names: &[&'n str]) -> Vec<&'n str> {
    names.iter().copied().chain(EVIDENCE).collect()
}
