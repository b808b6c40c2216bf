//! Which type a derive stands for.

use proc_macro2::Span;
use syn::LitStr;

use super::{describes_nothing, unknown_type};
use crate::input::derive::Container;
use crate::problems::Problems;
use crate::source::Source;
use crate::suggest;

/// The name of the type, and the place to report it at. A file that describes one type need not be told.
pub(crate) fn of_derive(
    container: &Container,
    source: &Source,
) -> Result<(String, Span), Problems> {
    if let Some(written) = &container.type_name
        && source.has(&[written.value()])
    {
        return Ok((written.value(), written.span()));
    }
    let known = source.names()?;
    let Some(written) = &container.type_name else {
        let span = container
            .spec
            .as_ref()
            .map_or_else(Span::call_site, LitStr::span);
        return match known.as_slice() {
            [only] => Ok((only.clone(), span)),
            several => Err(which(several, source, span)),
        };
    };
    let name = written.value();
    if known.contains(&name) {
        Ok((name, written.span()))
    } else {
        Err(unknown_type(written, source, &known).into())
    }
}

fn which(known: &[String], source: &Source, span: Span) -> Problems {
    let mut problems = Problems::default();
    let names: Vec<&str> = known.iter().take(3).map(String::as_str).collect();
    match suggest::alternatives(&names) {
        None => problems.push(describes_nothing(source, span)),
        Some(names) => problems.say_with_help(
            span,
            format!("{} describes {} types", source.shown(), known.len()),
            format!("say which with `type = \"…\"`: {names}"),
        ),
    }
    problems
}
