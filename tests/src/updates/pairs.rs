//! A property before and after, where nothing else changes.

use serde_json::{Value, json};

use super::places::Place;
use crate::witness::Witnesses;

/// The property object before and after.
pub(super) type Pair = [Value; 2];

/// How the pairs of a place change its property.
pub(super) const KINDS: [&str; 3] = ["another value", "a value comes", "a value goes"];

/// How often a second value is drawn that is not the first.
const TRIES: usize = 20;

/// Pairs in which the property has another value, comes and goes. Some properties take one value alone.
pub(super) fn of<'a>(
    place: &Place<'a>,
    witnesses: &mut Witnesses<'a>,
) -> Vec<(&'static str, Pair)> {
    let schema = &place.property.schema;
    let first = witnesses.value(schema).unwrap_or_else(|| json!("x"));
    let others = (0..TRIES).filter_map(|_| witnesses.value(schema));
    let second = { others }.find(|other| *other != first);
    let nothing = place.document(None);
    let pairs = [
        second.map(|second| {
            [
                place.document(Some(first.clone())),
                place.document(Some(second)),
            ]
        }),
        Some([nothing.clone(), place.document(Some(first.clone()))]),
        Some([place.document(Some(first)), nothing]),
    ];
    let pairs = KINDS.into_iter().zip(pairs);
    pairs
        .filter_map(|(kind, pair)| Some((kind, pair?)))
        .collect()
}
