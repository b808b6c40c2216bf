//! The plan as Markdown for a pull request.

use core::fmt::Write;

use super::display::shown;
use super::report::{ResourcePlan, TemplatePlan};
use crate::facts::{Outcome, Reason};
use crate::typed::describe;

impl TemplatePlan {
    /// The plan as Markdown: a table of the resources, then what changes in each, folded away.
    ///
    /// ```
    /// use formwork::{Template, Types};
    ///
    /// let old: Template = r#"{ "Resources": {} }"#.parse()?;
    /// let new: Template = r#"{ "Resources": { "A": { "Type": "Custom::A" } } }"#.parse()?;
    /// let text = old.plan_update(&new, &Types::new()).to_markdown();
    /// assert!(text.contains("| `A` | `Custom::A` | added |"));
    /// # Ok::<(), formwork::Violations>(())
    /// ```
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let mut text = String::new();
        let _infallible = writeln!(text, "**{}**\n", self.summary());
        if !self.resources.is_empty() {
            text.push_str("| resource | type | what happens |\n|---|---|---|\n");
            for resource in &self.resources {
                row(resource, &mut text);
            }
            text.push('\n');
        }
        for resource in &self.resources {
            details(resource, &mut text);
        }
        for output in &self.outputs {
            let (before, after) = (shown(output.before()), shown(output.after()));
            let (name, before, after) = (code(output.name()), code(&before), code(&after));
            let proviso = output.proviso();
            let _infallible = writeln!(text, "* output {name}: {before} → {after}{proviso}");
            if let Some(export) = output.lost_export() {
                let export = code(&shown(Some(export)));
                let _infallible = writeln!(
                    text,
                    "  * refused while another stack imports the export {export}"
                );
            }
        }
        for note in &self.notes {
            let _infallible = writeln!(text, "\n> {}", plain(note));
        }
        text
    }
}

fn row(resource: &ResourcePlan, text: &mut String) {
    let (id, ty) = (code(&resource.shown_id()), code(&resource.type_name));
    let words = plain(&resource.words());
    let is_bad = resource.loses_data() || resource.outcome >= Some(Outcome::Replace);
    let words = if is_bad {
        format!("**{words}**")
    } else {
        words
    };
    let _infallible = writeln!(text, "| {id} | {ty} | {words} |");
}

fn details(resource: &ResourcePlan, text: &mut String) {
    let is_plain = resource.changes.is_empty()
        && resource.attributes.is_empty()
        && resource.reasons.is_empty()
        && resource.dragged_by.is_empty();
    if is_plain {
        return;
    }
    let id = plain(&describe::name(&resource.logical_id));
    let _infallible = writeln!(text, "<details><summary>{id}</summary>\n");
    for reason in &resource.reasons {
        let _infallible = writeln!(text, "* {}", because(reason));
    }
    for change in &resource.changes {
        let mut lines = change.to_string();
        if let Some(end) = lines.find('\n') {
            lines.truncate(end);
        }
        let _infallible = writeln!(text, "* {}", code(&lines));
        for reason in change.reasons() {
            let _infallible = writeln!(text, "  * {}", because(reason));
        }
    }
    for attribute in &resource.attributes {
        let (before, after) = (shown(attribute.before()), shown(attribute.after()));
        let line = format!("{}: {before} -> {after}", describe::name(attribute.name()));
        let _infallible = writeln!(text, "* {}", code(&line));
    }
    if !resource.dragged_by.is_empty() {
        let names: Vec<String> = resource.dragged_by.iter().map(|name| code(name)).collect();
        let _infallible = writeln!(text, "* because of {}", names.join(", "));
    }
    text.push_str("\n</details>\n\n");
}

/// A text as code: in so many backquotes that none of its own ends it, and so that no table ends in it.
fn code(text: &str) -> String {
    let text = crate::text::visible::visible(text).replace('|', "\\|");
    let mut longest = 0;
    let mut run = 0;
    for letter in text.chars() {
        run = if letter == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest + 1);
    let space = if longest > 0 { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

/// A reason, with a link to where it is written.
fn because(reason: &Reason) -> String {
    let mut text = plain(reason.text());
    let source = reason.source();
    if source.is_empty() {
        return text;
    }
    let as_of = match reason.as_of() {
        "" => String::new(),
        day => format!(", {}", plain(day)),
    };
    let _infallible = match target(source) {
        Some(target) => write!(text, " ([source]({target}){as_of})"),
        None => write!(text, " ({}{as_of})", plain(source)),
    };
    text
}

/// An address that nothing in it ends early; none of what is no address of the web.
fn target(address: &str) -> Option<&str> {
    let is_plain =
        |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'*+,;=%".contains(&byte);
    (address.starts_with("https://") && address.bytes().all(is_plain)).then_some(address)
}

/// A text without what Markdown would take for its own.
fn plain(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in crate::text::visible::visible(text).chars() {
        if matches!(
            letter,
            '<' | '>' | '&' | '|' | '[' | ']' | '*' | '_' | '\\' | '#'
        ) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{because, code, plain};
    use crate::facts::Reason;

    #[test]
    fn a_reason_links_to_its_source_if_that_is_an_address() {
        let of = |source: &'static str| because(&Reason::new("so", source, "2023-09"));
        assert_eq!(
            of("https://a.b/c#d"),
            "so ([source](https://a.b/c#d), 2023-09)"
        );
        assert_eq!(of("https://a.b/c) [x"), "so (https://a.b/c) \\[x, 2023-09)");
        assert_eq!(of("javascript:x"), "so (javascript:x, 2023-09)");
        assert_eq!(of(""), "so");
    }

    #[test]
    fn nothing_of_a_name_is_markdown() {
        assert_eq!(code("A"), "`A`");
        assert_eq!(code("a`b``c|d"), "``` a`b``c\\|d ```");
        assert_eq!(
            plain("<b> [x](y) *z* a|b"),
            "\\<b\\> \\[x\\](y) \\*z\\* a\\|b"
        );
        assert_eq!(code("a\u{1b}\nb"), "`a\\u{1b}\\nb`");
    }
}
