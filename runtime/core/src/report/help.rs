//! The cure for a problem, put into words only if somebody asks.

use std::borrow::Cow;
use std::sync::Arc;

use crate::text::visible::visible;

/// What helps.
#[derive(Clone)]
pub(crate) enum Help {
    None,
    Text(Cow<'static, str>),
    Cure(Arc<dyn Cure>),
}

/// A cure that costs some search, which is done when somebody reads it.
pub(crate) trait Cure: Send + Sync {
    /// Adds the text; whether there is any.
    fn push(&self, text: &mut String) -> bool;
}

impl Help {
    pub(crate) fn text(&self) -> Option<String> {
        let mut text = String::new();
        self.push(&mut text).then_some(text)
    }

    /// Adds the text; whether there is any.
    pub(crate) fn push(&self, text: &mut String) -> bool {
        match self {
            Self::None => false,
            Self::Text(words) => {
                text.push_str(&visible(words));
                true
            }
            // The cure quotes names and values of the specification.
            Self::Cure(cure) => {
                let start = text.len();
                let is_some = cure.push(text);
                let escaped = text.get(start..).map(visible);
                if let Some(Cow::Owned(escaped)) = escaped {
                    text.truncate(start);
                    text.push_str(&escaped);
                }
                is_some
            }
        }
    }
}

impl Help {
    pub(crate) fn later(cure: impl Cure + 'static) -> Self {
        Self::Cure(Arc::new(cure))
    }
}

impl PartialEq for Help {
    fn eq(&self, other: &Self) -> bool {
        self.text() == other.text()
    }
}

impl From<Option<String>> for Help {
    fn from(text: Option<String>) -> Self {
        text.map_or(Self::None, Self::from)
    }
}

impl From<String> for Help {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<&'static str> for Help {
    fn from(text: &'static str) -> Self {
        Self::Text(text.into())
    }
}
