//! Roles.
use crate::model::ResourceType;
use crate::registry::pointers::Pointers;
use crate::report::Report;
pub(crate) fn apply(_resource: &mut ResourceType, _pointers: &Pointers, _report: &mut Report) {}
