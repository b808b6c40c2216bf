//! What is near to a name or value that the facts do not know.

use std::borrow::Cow;

use super::Schema;
use crate::json::Json;
use crate::report::help::Cure;
use crate::text::{digits, suggest};

/// How many allowed values are listed.
const LISTED: usize = 12;

/// No property has this name; those of the schema are near.
pub(crate) struct NearProperties {
    pub(crate) name: Box<str>,
    pub(crate) schema: &'static Schema,
}

impl Cure for NearProperties {
    fn push(&self, text: &mut String) -> bool {
        let known = self.schema.properties.iter().map(|property| property.name);
        suggest::name(&self.name, known, text)
    }
}

/// A value is not allowed; these are.
pub(crate) struct AllowedValues {
    pub(crate) value: Box<str>,
    pub(crate) allowed: &'static [Json],
}

impl Cure for AllowedValues {
    fn push(&self, text: &mut String) -> bool {
        values(&self.value, self.allowed, text);
        true
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
