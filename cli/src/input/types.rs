//! The types that templates are judged by.

use std::path::PathBuf;

use formwork::Types;

use super::text;
use crate::output::visible::named;
use crate::stop::Stop;

/// The published types, and those of these files.
pub(crate) fn with(specifications: &[PathBuf]) -> Result<Types, Stop> {
    let mut types = Types::catalog();
    for path in specifications {
        let input = text::read(path).map_err(Stop::Unusable)?;
        types = types.with_specification(&input.text).map_err(|found| {
            let found = found.in_file(&input.name);
            Stop::unusable(format_args!("{} cannot be used:\n{found}", named(path)))
        })?;
    }
    Ok(types)
}
