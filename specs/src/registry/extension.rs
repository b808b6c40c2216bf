//! The one keyword of our own, `formwork`: facts that registry schemas have no word for.
//!
//! Beside a schema it may hold `source` (the page that states the rule), `meaning` (what a matching
//! value looks like), `keys` (what the names of a map look like) and `values` (what each allowed
//! value does). At the root it may hold `ref` (what `Ref` returns), `transform` (what a template has
//! to name for the type to be known), `asOf` (the day or month of the specification), `seeAlso` (a
//! list of `title` and `url`) and `attributes` (schemas of what `Fn::GetAtt` returns beyond the
//! read-only properties), and what [`embedded`](crate::curated::embedded) lays over the type.

use crate::curated::is_day;
use crate::model::{Limits, Link, Pattern};
use crate::registry::values::{elements, members, text};
use crate::report::{Pointer, Report};
use crate::suggest;
use crate::tree::Node;
use crate::visible::quoted;

/// Reads the keyword beside a schema.
pub(crate) fn read(limits: &mut Limits, node: &Node<'_>, at: &Pointer<'_>, report: &mut Report) {
    for member in members(node, at, report) {
        let at = at.name(&member.key);
        match member.key.as_ref() {
            "source" => limits.source = text(&member.node, &at, report),
            "keys" => limits.key_meaning = text(&member.node, &at, report),
            "meaning" => {
                let expression = limits.pattern.take().map(|pattern| pattern.expression);
                let meaning = text(&member.node, &at, report);
                let expression = expression.unwrap_or_default();
                limits.pattern = Some(Pattern {
                    expression,
                    meaning,
                });
            }
            "values" => {
                for value in members(&member.node, &at, report) {
                    let meaning = text(&value.node, &at.name(&value.key), report);
                    let meaning = meaning.map(|meaning| (value.key.clone().into_owned(), meaning));
                    limits.value_meanings.extend(meaning);
                }
            }
            other => unknown(other, &["source", "meaning", "keys", "values"], &at, report),
        }
    }
}

/// Reads `asOf`.
pub(crate) fn day(node: &Node<'_>, at: &Pointer<'_>, report: &mut Report) -> Option<String> {
    let day = text(node, at, report)?;
    if is_day(&day) {
        return Some(day);
    }
    let message = format!("{} is no day of the calendar", quoted(&day));
    let help = "write the day or month of the specification, such as `2026-08`";
    report.error_with_help(at, message, Some(help.to_owned()));
    None
}

/// Reads `seeAlso`.
pub(crate) fn links(node: &Node<'_>, at: &Pointer<'_>, report: &mut Report) -> Vec<Link> {
    let mut links = Vec::new();
    for (index, element) in elements(node, at, report).iter().enumerate() {
        let at = at.index(index);
        let mut part = |key: &str| {
            if let Some(node) = element.get(key) {
                return text(node, &at.name(key), report);
            }
            report.error(&at, format!("a link lacks `{key}`"));
            None
        };
        if let (Some(title), Some(url)) = (part("title"), part("url")) {
            links.push(Link { title, url });
        }
    }
    links
}

/// Reports a member that this keyword does not have.
pub(crate) fn unknown(name: &str, known: &[&str], at: &Pointer<'_>, report: &mut Report) {
    let help = suggest::help("a member", name, known.iter().copied());
    report.error_with_help(
        at,
        format!("`formwork` has no member {} here", quoted(name)),
        help,
    );
}
