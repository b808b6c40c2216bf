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

/// Whether any message can show all bytes between quotation marks: characters of ASCII that are neither of those of
/// [`plain`] nor a control character.
pub(crate) fn are_printable(bytes: &[u8]) -> bool {
    all(bytes, |byte| {
        is_shown(byte) && byte != b'"' && byte != b'\\'
    })
}

/// Whether all bytes are characters of ASCII that a terminal shows.
pub(crate) fn are_shown(bytes: &[u8]) -> bool {
    all(bytes, is_shown)
}

/// Whether all bytes stand in a JSON pointer as they are.
pub(crate) fn are_unescaped(bytes: &[u8]) -> bool {
    all(bytes, |byte| byte != b'~' && byte != b'/')
}

#[inline]
fn is_shown(byte: u8) -> bool {
    byte.wrapping_sub(b' ') <= b'~' - b' '
}

/// Whether something holds of all bytes, of which many are asked at once: so `holds` has no way out before its end.
#[inline]
fn all(bytes: &[u8], holds: impl Fn(u8) -> bool) -> bool {
    fn of_chunk<const N: usize>(chunk: &[u8; N], holds: &impl Fn(u8) -> bool) -> bool {
        chunk.iter().fold(true, |all, byte| all & holds(*byte))
    }
    if let Some(last) = bytes.last_chunk::<16>() {
        let mut chunks = bytes.chunks_exact(16);
        let holds_of = |chunk: &[u8]| {
            chunk
                .first_chunk::<16>()
                .is_none_or(|it| of_chunk(it, &holds))
        };
        return of_chunk(last, &holds) && chunks.all(holds_of);
    }
    match bytes.first_chunk::<8>().zip(bytes.last_chunk::<8>()) {
        Some((first, last)) => of_chunk(first, &holds) && of_chunk(last, &holds),
        None => bytes.iter().all(|byte| holds(*byte)),
    }
}

/// How many bytes at the start of `bytes` are characters of ASCII that a terminal shows.
pub(crate) fn shown(bytes: &[u8]) -> usize {
    let ends = |word: u64| word.wrapping_sub(ONES * 0x20) | equal(word, 0x7F) | word;
    run(bytes, ends, |byte| !matches!(byte, b' '..=b'~'))
}

/// Whether two opening braces stand side by side with at least [`AFTER_BRACES`] bytes behind them, as at the start of
/// a dynamic reference. Where there is too little behind them the answer may be either. Not part of its callers, which
/// are part of others.
#[inline(never)]
pub(crate) fn may_have_braces(bytes: &[u8]) -> bool {
    if bytes.len() <= 8 + AFTER_BRACES {
        // All pairs with enough behind them are in the first eight bytes.
        return bytes.first_chunk().is_some_and(|start| {
            let braces = equal(u64::from_le_bytes(*start), b'{') & HIGHS;
            braces & braces >> 8 != 0
        });
    }
    let mut rest = bytes;
    while let Some(chunk) = rest.first_chunk() {
        if are_braces_in(chunk) {
            return true;
        }
        rest = rest.get(16..).unwrap_or_default();
    }
    // The last bytes once more, with some that are known already.
    rest.len() > 1 + AFTER_BRACES && bytes.last_chunk().is_some_and(are_braces_in)
}

/// As many bytes as stand behind the braces of a dynamic reference, which begins with `{{resolve:`.
const AFTER_BRACES: usize = 8;

#[inline]
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without a way out of the loop all bytes are compared at once"
)]
fn are_braces_in(chunk: &[u8; 17]) -> bool {
    let ([ones @ .., _], [_, nexts @ ..]) = (chunk, chunk);
    let mut others = *ones;
    for (other, next) in others.iter_mut().zip(nexts) {
        *other = (*other ^ b'{') | (next ^ b'{');
    }
    let others = others.iter();
    others.fold(false, |are_in, other| are_in | (*other == 0))
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
    use super::{
        AFTER_BRACES, are_printable, are_shown, are_unescaped, may_have_braces, plain, shown, space,
    };

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

    /// The same of a question about all of them.
    fn each_of_all(filler: u8, are_all: impl Fn(&[u8]) -> bool, is_one: impl Fn(u8) -> bool) {
        for length in 0..40 {
            let mut bytes = vec![filler; length];
            assert!(are_all(&bytes));
            for place in 0..length {
                for byte in 0..=u8::MAX {
                    bytes[place] = byte;
                    let all = are_all(&bytes);
                    assert_eq!(all, is_one(byte), "{byte:#x} at {place} of {length}");
                }
                bytes[place] = filler;
            }
        }
    }

    #[test]
    fn messages_show_ascii_without_quotes() {
        let is_one = |byte| !matches!(byte, b'"' | b'\\' | 0..0x20 | 0x7F..);
        each_of_all(b'a', are_printable, is_one);
        each_of_all(b' ', are_printable, is_one);
        each_of_all(b'~', are_printable, is_one);
    }

    #[test]
    fn a_terminal_shows_ascii() {
        let is_end = |byte| !matches!(byte, b' '..=b'~');
        each(b'a', shown, is_end);
        each(b' ', shown, is_end);
        each(b'~', shown, is_end);
        each_of_all(b'~', are_shown, |byte| !is_end(byte));
    }

    #[test]
    fn braces_are_seen_wherever_something_is_behind_them() {
        for length in 0..60 {
            for filler in [b'z', 0xFB, b'|', b'z' + 0x80] {
                assert!(!may_have_braces(&vec![filler; length]));
            }
            for place in 0..length {
                let mut bytes = vec![b'|'; length];
                bytes[place] = b'{';
                assert!(!may_have_braces(&bytes), "{place} of {length}");
                if let Some(next) = bytes.get_mut(place + 1) {
                    *next = b'{';
                }
                let is_found = may_have_braces(&bytes);
                let is_enough = place + 2 + AFTER_BRACES <= length;
                assert!(is_found || !is_enough, "{place} of {length}");
            }
        }
    }

    #[test]
    fn pointers_escape_two_characters() {
        let is_one = |byte| !matches!(byte, b'~' | b'/');
        each_of_all(b'.', are_unescaped, is_one);
        each_of_all(b'0', are_unescaped, is_one);
        each_of_all(0xFF, are_unescaped, is_one);
    }

    #[test]
    fn space_ends_at_everything_else() {
        let is_end = |byte| !matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
        each(b' ', space, is_end);
        each(b'\n', space, is_end);
        each(b'\t', space, is_end);
    }
}
