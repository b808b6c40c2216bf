//! A file as a template.

use formwork::Template;

use super::text::Input;
use crate::output::visible::named;
use crate::stop::Stop;

/// The template that a text is.
pub(crate) fn of(input: &Input) -> Result<Template, Stop> {
    match Template::from_text(&input.text) {
        Ok(template) => Ok(template.in_file(&input.name)),
        Err(found) => Err(Stop::unusable(format_args!(
            "{} cannot be read as a template:\n{}",
            named(input.name.as_ref()),
            found.in_file(&input.name)
        ))),
    }
}
