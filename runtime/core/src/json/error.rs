//! Why a text could not be read.

use std::fmt;

use crate::document::SyntaxError;
use crate::text::location::Location;

/// Why a text is not JSON or YAML, and where.
///
/// ```
/// use formwork::Json;
///
/// let error = "[1,]".parse::<Json>().unwrap_err();
/// assert_eq!(error.message(), "a value is missing before `]`");
/// assert_eq!(error.help(), Some("remove the comma before it"));
/// assert_eq!(error.location().unwrap().to_string(), "1:4");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError(pub(super) SyntaxError);

impl JsonError {
    pub(super) fn not_a_number(text: &str) -> Self {
        Self(SyntaxError {
            message: format!("`{text}` is not a number"),
            help: None,
            location: Some(Location { line: 1, column: 1 }),
        })
    }

    /// One sentence that says what is wrong.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The cure, if there is an obvious one.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.0.help.as_deref()
    }

    /// Where in the text.
    #[must_use]
    pub fn location(&self) -> Option<Location> {
        self.0.location
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, formatter)
    }
}

impl std::error::Error for JsonError {}
