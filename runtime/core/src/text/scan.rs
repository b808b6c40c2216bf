//! How far a run of bytes goes, found eight bytes at a time.

const ONES: u64 = u64::from_ne_bytes([0x01; 8]);
const HIGHS: u64 = u64::from_ne_bytes([0x80; 8]);

/// How many bytes at the start of `bytes` are part of a string as they stand: neither quotation mark nor
/// backslash nor control character.
pub(crate) fn plain(bytes: &[u8]) -> usize {
    run(bytes, special, |byte| {
        matches!(byte, b'"' | b'\\' | 0..0x20)
    })
}

/// How many bytes at the start of `bytes` any message can show between quotation marks: characters of ASCII
/// that are neither of those of [`plain`] nor a control character.
pub(crate) fn printable(bytes: &[u8]) -> usize {
    let ends = |word: u64| special(word) | equal(word, 0x7F) | word;
    run(
        bytes,
        ends,
        |byte| matches!(byte, b'"' | b'\\' | 0..0x20 | 0x7F..),
    )
}

/// How many bytes at the start of `bytes` are characters of ASCII that a terminal shows.
pub(crate) fn shown(bytes: &[u8]) -> usize {
    let ends = |word: u64| word.wrapping_sub(ONES * 0x20) | equal(word, 0x7F) | word;
    run(bytes, ends, |byte| !matches!(byte, b' '..=b'~'))
}

/// Whether there is an opening brace. Not part of its callers, which are part of others.
#[inline(never)]
pub(crate) fn has_brace(bytes: &[u8]) -> bool {
    if let Some(last) = bytes.last_chunk::<16>() {
        let mut chunks = bytes.chunks_exact(16);
        return is_brace_in(last)
            || chunks.any(|chunk| chunk.first_chunk::<16>().is_some_and(is_brace_in));
    }
    match bytes.first_chunk::<8>().zip(bytes.last_chunk::<8>()) {
        Some((start, end)) => is_brace_in(start) || is_brace_in(end),
        None => bytes.contains(&b'{'),
    }
}

#[inline]
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without a way out of the loop all bytes are compared at once"
)]
fn is_brace_in<const N: usize>(chunk: &[u8; N]) -> bool {
    let bytes = chunk.iter();
    bytes.fold(false, |is_in, byte| is_in | (*byte == b'{'))
}

/// How many bytes at the start of `bytes` stand in a JSON pointer as they are.
pub(crate) fn unescaped(bytes: &[u8]) -> usize {
    let ends = |word: u64| equal(word, b'~') | equal(word, b'/');
    run(bytes, ends, |byte| matches!(byte, b'~' | b'/'))
}

/// The lowest high bit that is set is that of the first quotation mark, backslash or control character.
#[inline]
fn special(word: u64) -> u64 {
    let control = word.wrapping_sub(ONES * 0x20) & !word;
    equal(word, b'"') | equal(word, b'\\') | control
}

/// The lowest high bit that is set is that of the first such byte.
#[inline]
fn equal(word: u64, byte: u8) -> u64 {
    let word = word ^ (ONES * u64::from(byte));
    word.wrapping_sub(ONES) & !word
}

/// How many bytes at the start of `bytes` are white space.
pub(crate) fn space(bytes: &[u8]) -> usize {
    let other = |word: u64| {
        let differs = |byte: u8| {
            let word = word ^ (ONES * u64::from(byte));
            ((word & !HIGHS) + !HIGHS) | word
        };
        differs(b' ') & differs(b'\n') & differs(b'\r') & differs(b'\t')
    };
    run(bytes, other, |byte| {
        !matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
    })
}

/// How many bytes stand before the first that ends the run: `ends` sets the high bits of such bytes of a word,
/// of which the lowest counts.
#[inline]
fn run(bytes: &[u8], ends: impl Fn(u64) -> u64, is_end: impl Fn(u8) -> bool) -> usize {
    let first = |chunk: &[u8; 8]| {
        let found = ends(u64::from_le_bytes(*chunk)) & HIGHS;
        (found != 0).then_some((found.trailing_zeros() / 8) as usize)
    };
    let mut length = 0;
    while let Some(chunk) = bytes.get(length..).and_then(<[u8]>::first_chunk) {
        if let Some(at) = first(chunk) {
            return length + at;
        }
        length += 8;
    }
    if length == bytes.len() {
        return length;
    }
    // The last word begins with bytes that are known already.
    match bytes.last_chunk() {
        Some(chunk) => first(chunk).map_or(bytes.len(), |at| bytes.len() - chunk.len() + at),
        None => bytes
            .iter()
            .position(|byte| is_end(*byte))
            .unwrap_or(bytes.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::{has_brace, plain, printable, shown, space, unescaped};

    /// Every byte at every place of short texts, with `filler` around it.
    fn each(filler: u8, run: impl Fn(&[u8]) -> usize, is_end: impl Fn(u8) -> bool) {
        for length in 0..20 {
            let mut bytes = vec![filler; length];
            assert_eq!(run(&bytes), length);
            for place in 0..length {
                for byte in 0..=u8::MAX {
                    bytes[place] = byte;
                    let expected = if is_end(byte) { place } else { length };
                    assert_eq!(run(&bytes), expected, "{byte:#x} at {place} of {length}");
                }
                bytes[place] = filler;
            }
        }
    }

    #[test]
    fn text_ends_where_something_has_to_be_done() {
        let is_end = |byte| matches!(byte, b'"' | b'\\' | 0..0x20);
        each(b'a', plain, is_end);
        each(0xC3, plain, is_end);
    }

    #[test]
    fn messages_show_ascii_without_quotes() {
        let is_end = |byte| matches!(byte, b'"' | b'\\' | 0..0x20 | 0x7F..);
        each(b'a', printable, is_end);
        each(b' ', printable, is_end);
        each(b'~', printable, is_end);
    }

    #[test]
    fn a_terminal_shows_ascii() {
        let is_end = |byte| !matches!(byte, b' '..=b'~');
        each(b'a', shown, is_end);
        each(b' ', shown, is_end);
        each(b'~', shown, is_end);
    }

    #[test]
    fn a_brace_is_seen_wherever_it_stands() {
        for length in 0..50 {
            assert!(!has_brace(&vec![b'z'; length]) && !has_brace(&vec![0xFB; length]));
            for place in 0..length {
                let mut bytes = vec![b'|'; length];
                bytes[place] = b'{';
                assert!(has_brace(&bytes), "{place} of {length}");
            }
        }
    }

    #[test]
    fn pointers_escape_two_characters() {
        let is_end = |byte| matches!(byte, b'~' | b'/');
        each(b'.', unescaped, is_end);
        each(b'0', unescaped, is_end);
        each(0xFF, unescaped, is_end);
    }

    #[test]
    fn space_ends_at_everything_else() {
        let is_end = |byte| !matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
        each(b' ', space, is_end);
        each(b'\n', space, is_end);
        each(b'\t', space, is_end);
    }
}
