//! Changing a template that was read, and the text it was read from.
//!
//! An edit changes the tree alone: it puts a value in memory where a place in the text was. The text is made
//! last, by comparing the tree with the document that was read: what is equal is copied as it stood.

use super::Template;
use super::source::TextFormat;

impl Template {
    /// The text that the template was read from, if nothing was changed; else the whole template in the same
    /// format.
    #[must_use]
    pub fn to_text(&self) -> String {
        let Some(source) = &self.source else {
            return self.to_json();
        };
        if self.to_json_value() == source.document.root().to_json() {
            return source.text.to_string();
        }
        match source.format {
            TextFormat::Json => self.to_json(),
            #[cfg(feature = "yaml")]
            TextFormat::Yaml => self.to_yaml(),
        }
    }
}
