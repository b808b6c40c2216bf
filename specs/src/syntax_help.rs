//! What helps against faults of JSON's syntax.

/// The cure, judged by what stands around the fault.
pub(crate) fn cure(text: &str, at: usize) -> &'static str {
    let before = text.get(..at).unwrap_or_default().trim_end();
    let after = text.get(at..).unwrap_or_default();
    match after.chars().next() {
        None => "see whether the end of the file was lost",
        Some('/' | '#') => "JSON has no comments: remove this one",
        Some('\'') => "JSON has double quotes only",
        Some('}' | ']') if before.ends_with(',') => "remove the comma in front of it",
        Some('"' | '{' | '[') if before.ends_with(['"', '}', ']']) => {
            "see whether `,` or `:` is missing in front of it"
        }
        Some(_) => "see whether the file is JSON",
    }
}

#[cfg(test)]
mod tests {
    use super::cure;

    #[test]
    fn the_text_around_tells() {
        let at = |text: &str, found: &str| cure(text, text.find(found).unwrap());
        assert!(at("{ \"a\": 1, }", "}").contains("remove the comma"));
        assert!(at("{ // a", "/").contains("no comments"));
        assert!(at("{ 'a': 1 }", "'").contains("double quotes"));
        assert!(at("[{} {}]", "{}]").contains("is missing"));
        assert!(at("nul", "nul").contains("is JSON"));
        assert!(cure("[1", 2).contains("was lost"));
        assert!(cure("", 9).contains("was lost"));
    }
}
