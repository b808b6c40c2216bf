//! Rules over the model.
use crate::model::ResourceType;
use crate::report::Report;
pub(crate) fn check(_resources: &[ResourceType], _report: &mut Report) {}
