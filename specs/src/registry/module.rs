//! Modules.
use crate::model::ResourceType;
use crate::report::Report;
use crate::tree::Node;
pub(crate) fn lower(root: &Node<'_>, report: &mut Report) -> Option<ResourceType> {
    super::lower(root, report)
}
