//! Unions.
use crate::model::ResourceType;
use crate::report::Report;
pub(crate) fn merge(_resource: &mut ResourceType, _report: &mut Report) {}
