//! The facts text of a type.

use anyhow::{Context, Result};
use serde_json::Value;

/// The table of a bundled type.
pub(crate) fn bundled(type_name: &str) -> Result<Value> {
    let text = formwork_specs::bundled::find(type_name);
    let text = text.with_context(|| format!("`{type_name}` is not in the catalog"))?;
    let spec = formwork_specs::read(text.as_bytes())?;
    let resource = spec.resources.first().context("no type in the file")?;
    Ok(serde_json::from_str(&formwork_specs::facts::text(
        resource,
    ))?)
}
