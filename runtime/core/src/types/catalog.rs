//! The published types.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use formwork_specs::{self as specs, bundled, facts};

use super::interned;
use crate::facts::ResourceSpec;

/// The types that were met so far.
static MET: LazyLock<Mutex<HashMap<&'static str, &'static ResourceSpec>>> =
    LazyLock::new(Mutex::default);

/// The facts of a published type, with what is curated about it.
pub(super) fn find(type_name: &str) -> Option<&'static ResourceSpec> {
    let met = || MET.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(spec) = met().get(type_name) {
        return Some(spec);
    }
    // Nobody waits while a type is read; should two read one type, both get the same facts.
    let model = model(type_name)?;
    let spec = interned::facts(facts::text(&model));
    met().insert(spec.type_name, spec);
    Some(spec)
}

/// What is known of a published type, before it becomes a table.
pub(super) fn model(type_name: &str) -> Option<specs::ResourceType> {
    bundled::resource(type_name)?.ok()
}

/// The names of all published types.
pub(super) fn names() -> Vec<&'static str> {
    bundled::names().collect()
}
