//! Members of a specification that nobody knows.

use crate::error::Problem;
use crate::report::{Pointer, Report};
use crate::suggest;
use crate::visible::quoted;

/// Says that a member is not known. If it is one slip away from one that is read, its author certainly
/// means that one, and a specification that is read without it says something else: an error. Other
/// members are news, which no build has to stop for.
pub(crate) fn tell(
    what: &str,
    name: &str,
    known: &[&'static str],
    at: &Pointer<'_>,
    report: &mut Report,
) {
    let name_of = quoted(name);
    if let Some(meant) = suggest::one_slip(name, known.iter().copied()) {
        let message = format!("the {what} {name_of} is not known");
        report.error_with_help(at, message, Some(format!("did you mean `{meant}`?")));
    } else {
        let message = format!("the {what} {name_of} is not known; it is passed over");
        let problem = Problem::warning(at.text(), message);
        report.push(match suggest::did_you_mean(name, known.iter().copied()) {
            Some(help) => problem.with_help(help),
            None => problem,
        });
    }
}
