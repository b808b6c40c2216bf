//! The cure for a problem, put into words only if somebody asks.

use std::borrow::Cow;

use crate::json::Json;
use crate::spec::Schema;
use crate::{digits, suggest};

/// How many allowed values are listed.
const LISTED: usize = 12;

/// What helps.
#[derive(Clone, Debug)]
pub(crate) enum Help {
    None,
    Text(Cow<'static, str>),
    /// A property of that name is not known; those of the schema are.
    Property(Box<str>, &'static Schema),
    /// A value is not allowed; these are.
    Allowed(Box<str>, &'static [Json]),
}

impl Help {
    pub(crate) fn text(&self) -> Option<String> {
        let mut text = String::new();
        self.push(&mut text).then_some(text)
    }

    /// Adds the text; whether there is any.
    pub(crate) fn push(&self, text: &mut String) -> bool {
        match self {
            Self::None => return false,
            Self::Text(words) => text.push_str(words),
            Self::Property(name, schema) => {
                let known = schema.properties.iter().map(|property| property.name);
                return suggest::name(name, known, text);
            }
            Self::Allowed(value, allowed) => values(value, allowed, text),
        }
        true
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

fn values(value: &str, allowed: &[Json], text: &mut String) {
    if allowed.len() <= LISTED {
        let values: Vec<Cow<'_, str>> = allowed.iter().map(plain).collect();
        text.push_str("allowed: ");
        return suggest::list(&mut values.iter().map(|value| &**value), text);
    }
    let near = suggest::nearest(value, allowed.iter().filter_map(Json::as_str));
    if near.is_empty() {
        digits::push(allowed.len() as u64, text);
        text.push_str(" values are allowed, none is near");
    } else {
        text.push_str("near: ");
        suggest::list(&mut near.into_iter(), text);
    }
}

/// Text without its quotes.
fn plain(value: &Json) -> Cow<'_, str> {
    value
        .as_str()
        .map_or_else(|| value.to_string().into(), Cow::from)
}
