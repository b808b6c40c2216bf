//! What is near to a name or value that the facts do not know.

use std::borrow::Cow;

use super::Schema;
use crate::json::Json;
use crate::report::help::Cure;
use crate::text::{digits, suggest};

/// How many allowed values are listed in any case.
const LISTED: usize = 12;

/// How many are listed where none of them is near.
const MOST_LISTED: usize = 30;

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
    if allowed.len() > LISTED {
        let known = || allowed.iter().filter_map(Json::as_str);
        let mut near = newest(value, known());
        if near.is_empty() {
            near = suggest::nearest(value, known());
        }
        if !near.is_empty() {
            text.push_str("near: ");
            return suggest::list(&mut near.into_iter(), text);
        }
        if allowed.len() > MOST_LISTED {
            digits::push(allowed.len() as u64, text);
            return text.push_str(" values are allowed, none is near");
        }
    }
    let values: Vec<Cow<'_, str>> = allowed.iter().map(plain).collect();
    text.push_str("allowed: ");
    suggest::list(&mut values.iter().map(|value| &**value), text);
}

/// Values that differ from the one that was met in their numbers alone, the newest first.
fn newest<'a>(value: &str, known: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    const MOST: usize = 3;
    let words = |text: &str| -> String {
        text.chars()
            .filter(|letter| !letter.is_ascii_digit())
            .collect()
    };
    let numbers = |text: &str| -> Vec<u64> {
        let parts = text.split(|letter: char| !letter.is_ascii_digit());
        parts.filter_map(|part| part.parse().ok()).collect()
    };
    if numbers(value).is_empty() {
        return Vec::new();
    }
    let wanted = words(value);
    let mut alike: Vec<&str> = known.filter(|known| words(known) == wanted).collect();
    alike.sort_by_key(|known| core::cmp::Reverse(numbers(known)));
    alike.truncate(MOST);
    alike
}

/// Text without its quotes.
fn plain(value: &Json) -> Cow<'_, str> {
    value
        .as_str()
        .map_or_else(|| value.to_string().into(), Cow::from)
}
