//! Nearest names, for messages.

pub(crate) use formwork_specs::suggest::{alternatives, did_you_mean, nearest};
