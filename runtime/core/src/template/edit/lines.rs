//! Lines, columns and indentation.

/// Where the line of a byte starts.
pub(super) fn start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    before.rfind('\n').map_or(0, |feed| feed + 1)
}

/// Where the line of a byte ends: behind its line feed, or at the end of the text.
#[cfg(feature = "yaml")]
pub(super) fn end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.find('\n').map_or(text.len(), |feed| at + feed + 1)
}

/// What stands before a byte on its line.
pub(super) fn before(text: &str, at: usize) -> &str {
    text.get(start(text, at)..at).unwrap_or_default()
}

/// Whether nothing but blanks stands before a byte on its line.
pub(super) fn is_first(text: &str, at: usize) -> bool {
    before(text, at)
        .bytes()
        .all(|byte| matches!(byte, b' ' | b'\t'))
}

/// The blanks that the line of a byte starts with.
pub(super) fn indentation(text: &str, at: usize) -> &str {
    let line = text.get(start(text, at)..).unwrap_or_default();
    let length = line.bytes().take_while(|byte| matches!(byte, b' ' | b'\t'));
    line.get(..length.count()).unwrap_or_default()
}

/// How lines of the text end.
pub(super) fn feed(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text.get(..at).is_some_and(|before| before.ends_with('\r')) => "\r\n",
        _ => "\n",
    }
}
