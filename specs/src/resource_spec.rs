//! The Resource Specification.
use crate::model::ResourceType;
use crate::report::Report;
use crate::tree::Node;
pub(crate) fn version(root: &Node<'_>) -> Option<String> {
    root.get("ResourceSpecificationVersion").and_then(Node::text).map(str::to_owned)
}
pub(crate) fn lower(_root: &Node<'_>, _report: &mut Report) -> Vec<ResourceType> { Vec::new() }
