//! The types that templates are judged by.

use std::path::{Path, PathBuf};

use formwork::{Types, Violations};

use super::text;
use crate::output::visible::named;
use crate::stop::Stop;

/// The published types and those of specifications, with facts laid over them.
pub(crate) fn with(specifications: &[PathBuf], facts: &[PathBuf]) -> Result<Types, Stop> {
    let mut types = Types::catalog();
    for path in specifications {
        types = add(path, types, Types::with_specification)?;
    }
    for path in facts {
        types = add(path, types, Types::with_facts)?;
    }
    Ok(types)
}

/// The types with what a file says of them.
fn add(
    path: &Path,
    types: Types,
    with: impl FnOnce(Types, &str) -> Result<Types, Violations>,
) -> Result<Types, Stop> {
    let input = text::read(path).map_err(Stop::Unusable)?;
    with(types, &input.text).map_err(|found| {
        let found = found.in_file(&input.name);
        Stop::unusable(format_args!("{} cannot be used:\n{found}", named(path)))
    })
}
