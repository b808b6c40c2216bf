//! Which format a file has, by the members of its root; and if it has none, what it may be instead.

use crate::error::Problem;
use crate::model::Format;
use crate::suggest;
use crate::tree::{Member, Node};
use crate::visible::quoted;

/// How the formats are told apart.
pub(crate) const FORMATS: &str = "a registry schema has `typeName` and `properties`; a resource specification \
                                  has `ResourceTypes` or `ResourceType`";

/// The cure where a type has no name.
pub(crate) const TYPE_NAME: &str = "write `\"typeName\": \"Acme::Service::Resource\"`";

/// What only a registry schema has beside its properties.
const REGISTRY_MEMBERS: [&str; 4] = [
    "additionalProperties",
    "definitions",
    "handlers",
    "primaryIdentifier",
];

/// When a hook is called: its handlers have these names.
const INVOCATION_POINTS: [&str; 3] = ["preCreate", "preUpdate", "preDelete"];

/// The format of a file.
pub(crate) fn format(root: &Node<'_>) -> Result<Format, Problem> {
    let Some(members) = root.members() else {
        let message = format!("a specification is an object, but this is {}", root.kind());
        return Err(Problem::error("", message).with_help(FORMATS));
    };
    let has = |key: &str| root.get(key).is_some();
    if has("ResourceTypes") || has("ResourceType") {
        let is_sam = has("ResourceSpecificationTransform") || has("Globals");
        return Ok(if is_sam {
            Format::Sam
        } else {
            Format::ResourceSpecification
        });
    }
    if !(has("typeName") && has("properties")) {
        return Err(unknown(root, members));
    }
    let name = root
        .get("typeName")
        .and_then(Node::text)
        .unwrap_or_default();
    Ok(if name.ends_with("::MODULE") {
        Format::Module
    } else {
        Format::RegistrySchema
    })
}

/// What is wrong with a file of no format.
fn unknown(root: &Node<'_>, members: &[Member<'_>]) -> Problem {
    let has = |key: &str| root.get(key).is_some();
    let names = || members.iter().map(|member| member.key.as_ref());
    if has("typeName") && is_hook(root) {
        let message = "this is the schema of a hook, and no template declares a hook as a resource";
        return Problem::error("", message).with_help("name the schema of a resource or a module");
    }
    if has("typeName") {
        let help = suggest::instead("properties", names()).unwrap_or_else(|| {
            "write `\"properties\": {}` for a type without properties".to_owned()
        });
        return Problem::error("", "`properties` is missing").with_help(help);
    }
    if has("properties") && REGISTRY_MEMBERS.iter().any(|member| has(member)) {
        let help = suggest::instead("typeName", names());
        return Problem::error("", "`typeName` is missing")
            .with_help(help.unwrap_or_else(|| TYPE_NAME.to_owned()));
    }
    if is_template(root) {
        let help =
            "name the specification of a type; those of all published types are in the catalog";
        return Problem::error("", "this is a template, not a specification").with_help(help);
    }
    let due = ["ResourceTypes", "ResourceType", "typeName", "properties"];
    let help = due
        .into_iter()
        .find_map(|due| suggest::instead(due, names()));
    let message = format!(
        "the format is not recognised: the root has {}",
        listed(members)
    );
    Problem::error("", message).with_help(help.unwrap_or_else(|| FORMATS.to_owned()))
}

fn is_hook(root: &Node<'_>) -> bool {
    let handlers = root.get("handlers");
    let is_called = |point: &&str| handlers.is_some_and(|handlers| handlers.get(point).is_some());
    root.get("typeConfiguration").is_some() || INVOCATION_POINTS.iter().any(is_called)
}

/// Whether something in `Resources` says of which type it is.
fn is_template(root: &Node<'_>) -> bool {
    let resources = root.get("Resources").and_then(Node::members);
    let mut resources = resources.unwrap_or_default().iter();
    root.get("AWSTemplateFormatVersion").is_some()
        || resources.any(|resource| resource.node.get("Type").is_some())
}

/// The first names of the root.
fn listed(members: &[Member<'_>]) -> String {
    const MOST: usize = 8;
    if members.is_empty() {
        return "no members".to_owned();
    }
    let names = members.iter().take(MOST);
    let mut names: Vec<String> = names
        .map(|member| quoted(&member.key).to_string())
        .collect();
    if members.len() > MOST {
        names.push("…".to_owned());
    }
    names.join(", ")
}
