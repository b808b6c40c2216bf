//! What the parser of YAML complains about, in our words where a reader is helped by them.

/// Parts of the parser's messages, what we say instead, and the cure.
const EXPLANATIONS: &[(&str, &str, Option<&str>)] = &[
    (
        "unknown anchor",
        "this alias refers to an anchor that is not defined before it",
        Some("`*` starts an alias; put text that starts with it in quotes"),
    ),
    (
        "tab",
        "a tab stands where YAML wants spaces",
        Some("indent with spaces"),
    ),
    (
        "mapping values are not allowed",
        "a second `:` makes this line ambiguous",
        Some("put text that contains `: ` in quotes"),
    ),
    (
        "unexpected character",
        "this character cannot start a value",
        Some("put the text in quotes"),
    ),
    (
        "unexpected end of stream",
        "the text in quotes that starts here has no end",
        Some("add the closing quotation mark"),
    ),
    (
        "unknown escape character",
        "YAML does not have this escape sequence",
        Some("write a backslash as `\\\\`, or use single quotes"),
    ),
    (
        "recursion limit",
        "flow collections are nested more than 255 levels deep",
        Some("write the outer levels in block style"),
    ),
    (
        "did not find expected key",
        "this line does not belong to the mapping before it",
        Some("check its indentation"),
    ),
    (
        "did not find expected '-' indicator",
        "this line does not belong to the list before it",
        Some("check its indentation"),
    ),
    (
        "block sequence entries are not allowed",
        "a list cannot start here",
        Some("start it on a line of its own"),
    ),
    ("simple key expect", "`:` is missing after this name", None),
    (
        "did not find expected <document start>",
        "the document has ended before this place",
        Some("check the indentation, and that `%` does not start a line"),
    ),
    (
        "did not find expected node content",
        "a value is missing here",
        None,
    ),
    ("misplaced bracket", "this bracket closes nothing", None),
    (
        "handle wasn't declared",
        "a tag of this form needs a `%TAG` line",
        Some("write a function as `!Name`"),
    ),
];

/// The message and the cure for what the parser said.
pub(super) fn explain(info: &str) -> (String, Option<&'static str>) {
    match EXPLANATIONS.iter().find(|(part, _, _)| info.contains(part)) {
        Some((_, message, help)) => ((*message).to_owned(), *help),
        None => (format!("the text is not YAML here: {info}"), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_to_do_and_keeps_what_it_does_not_know() {
        let (message, help) = explain("tabs disallowed in this context");
        assert_eq!(message, "a tab stands where YAML wants spaces");
        assert_eq!(help, Some("indent with spaces"));
        assert_eq!(explain("odd").0, "the text is not YAML here: odd");
    }
}
