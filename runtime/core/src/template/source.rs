//! The text that a template was read from.

use std::sync::Arc;

use crate::document::Document;

/// A text and what was read from it.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) text: Arc<str>,
    pub(super) format: TextFormat,
    pub(super) document: Document<'static>,
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextFormat {
    Json,
    #[cfg(feature = "yaml")]
    Yaml,
}
