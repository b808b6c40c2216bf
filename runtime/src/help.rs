//! The cure for a problem, put into words only if somebody asks.

use std::borrow::Cow;

use crate::json::Json;
use crate::spec::Schema;
use crate::suggest;

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
    pub(crate) fn text(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::None => None,
            Self::Text(text) => Some(Cow::Borrowed(text)),
            Self::Property(name, schema) => {
                let known = schema.properties.iter().map(|property| property.name);
                suggest::name(name, known).map(Cow::Owned)
            }
            Self::Allowed(value, allowed) => Some(values(value, allowed).into()),
        }
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

fn values(value: &str, allowed: &[Json]) -> String {
    if allowed.len() <= LISTED {
        let values: Vec<Cow<'_, str>> = allowed.iter().map(plain).collect();
        let mut values = values.iter().map(|value| &**value);
        return suggest::sentence("allowed: ", &mut values, "");
    }
    let near = suggest::nearest(value, allowed.iter().filter_map(Json::as_str));
    if near.is_empty() {
        format!("{} values are allowed, none is near", allowed.len())
    } else {
        suggest::sentence("near: ", &mut near.into_iter(), "")
    }
}

/// Text without its quotes.
fn plain(value: &Json) -> Cow<'_, str> {
    value
        .as_str()
        .map_or_else(|| value.to_string().into(), Cow::from)
}
