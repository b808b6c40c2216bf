//! Sets of characters, and the coarser sets that are enough to look one character ahead.

/// The greatest code point.
const LAST: u32 = 0x10_FFFF;

/// A set of bytes of UTF-8; those above ASCII are parts of characters.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Bytes([u64; 4]);

impl Bytes {
    const ALL: Self = Self([u64::MAX; 4]);
    /// All that characters above ASCII are made of.
    const WIDE: Self = Self([0, 0, u64::MAX, u64::MAX]);

    #[inline]
    fn has(&self, byte: u8) -> bool {
        let word = self.0.get(usize::from(byte / 64));
        word.is_some_and(|word| word >> (byte % 64) & 1 == 1)
    }

    /// Adds a byte of ASCII.
    fn add(&mut self, byte: u8) {
        if let Some(word) = self.0.get_mut(usize::from(byte / 64)) {
            *word |= 1 << (byte % 64);
        }
    }

    fn or(self, other: Self) -> Self {
        let mut words = self.0;
        for (word, other) in words.iter_mut().zip(other.0) {
            *word |= other;
        }
        Self(words)
    }

    fn meets(self, other: Self) -> bool {
        let mut words = self.0.iter().zip(&other.0);
        words.any(|(one, other)| one & other != 0)
    }

    /// The bytes of ASCII that are not in the set.
    fn other_ascii(self) -> Self {
        let [low, high, ..] = self.0;
        Self([!low, !high, 0, 0])
    }
}

/// A set of characters: a bitmap for ASCII, sorted ranges for everything above.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CharSet {
    ascii: Bytes,
    wide: Box<[(u32, u32)]>,
    /// The bitmap once more, an entry for each byte: found in one step, which is most of what scanning takes.
    table: Box<[bool; 256]>,
}

impl CharSet {
    fn new(ascii: Bytes, wide: Box<[(u32, u32)]>) -> Self {
        let mut table = Box::new([false; 256]);
        for (byte, entry) in (0..0x80).zip(table.iter_mut()) {
            *entry = ascii.has(byte);
        }
        Self { ascii, wide, table }
    }

    pub(super) fn contains(&self, letter: char) -> bool {
        let code = u32::from(letter);
        if let Ok(byte @ ..0x80) = u8::try_from(letter) {
            return self.has_ascii(byte);
        }
        let after = self.wide.partition_point(|&(first, _)| first <= code);
        let range = after.checked_sub(1).and_then(|at| self.wide.get(at));
        range.is_some_and(|&(_, last)| code <= last)
    }

    /// Whether all characters of the set are of ASCII.
    pub(super) fn is_ascii(&self) -> bool {
        self.wide.is_empty()
    }

    /// Whether this byte is a character of the set: one of ASCII.
    #[inline]
    pub(super) fn has_ascii(&self, byte: u8) -> bool {
        let entry = self.table.get(usize::from(byte));
        entry.is_some_and(|is_inside| *is_inside)
    }

    /// What is enough to look one character ahead.
    pub(super) fn peek(&self) -> Peek {
        let bytes = if self.wide.is_empty() {
            self.ascii
        } else {
            self.ascii.or(Bytes::WIDE)
        };
        Peek { bytes, end: false }
    }
}

/// Gathers a [`CharSet`].
#[derive(Clone, Debug, Default)]
pub(super) struct SetBuilder {
    ascii: Bytes,
    wide: Vec<(u32, u32)>,
}

impl SetBuilder {
    /// Adds all code points from the first to the last; surrogates among them match nothing.
    pub(super) fn add(&mut self, first: u32, last: u32) -> &mut Self {
        for code in first..=last.min(0x7F) {
            self.ascii.add(u8::try_from(code).unwrap_or_default());
        }
        if last >= 0x80 {
            self.wide.push((first.max(0x80), last.min(LAST)));
        }
        self
    }

    pub(super) fn add_all(&mut self, ranges: &[(u32, u32)]) -> &mut Self {
        for &(first, last) in ranges {
            self.add(first, last);
        }
        self
    }

    pub(super) fn add_set(&mut self, set: &CharSet) -> &mut Self {
        self.ascii = self.ascii.or(set.ascii);
        self.wide.extend(&set.wide);
        self
    }

    /// The set, or everything that is not in it.
    #[expect(
        clippy::stable_sort_primitive,
        reason = "faster where ranges of several sorted sets follow one another"
    )]
    pub(super) fn finish(mut self, inverted: bool) -> CharSet {
        self.wide.sort();
        let mut merged: Vec<(u32, u32)> = Vec::with_capacity(self.wide.len());
        for (first, last) in self.wide {
            match merged.last_mut() {
                Some(before) if first <= before.1.saturating_add(1) => {
                    before.1 = before.1.max(last);
                }
                _ => merged.push((first, last)),
            }
        }
        if !inverted {
            return CharSet::new(self.ascii, merged.into());
        }
        CharSet::new(self.ascii.other_ascii(), complement(&merged))
    }
}

/// The code points from 128 on that sorted, merged ranges leave out.
fn complement(ranges: &[(u32, u32)]) -> Box<[(u32, u32)]> {
    let mut gaps = Vec::with_capacity(ranges.len() + 1);
    let mut next = 0x80;
    for &(first, last) in ranges {
        if next < first {
            gaps.push((next, first - 1));
        }
        next = last + 1;
    }
    if next <= LAST {
        gaps.push((next, LAST));
    }
    gaps.into()
}

/// On which next characters a pattern may go on: never too few, for characters above ASCII count
/// as one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Peek {
    bytes: Bytes,
    end: bool,
}

impl Peek {
    /// Nothing is known: any character, or none.
    pub(super) const ANYTHING: Self = Self {
        bytes: Bytes::ALL,
        end: true,
    };

    /// Only where the text ends.
    pub(super) const END: Self = Self {
        bytes: Bytes([0; 4]),
        end: true,
    };

    pub(super) fn of_char(letter: char) -> Self {
        let mut bytes = Bytes::default();
        match u8::try_from(letter) {
            Ok(byte @ ..0x80) => bytes.add(byte),
            _ => bytes = Bytes::WIDE,
        }
        Self { bytes, end: false }
    }

    pub(super) fn or(self, other: Self) -> Self {
        Self {
            bytes: self.bytes.or(other.bytes),
            end: self.end || other.end,
        }
    }

    /// Whether no next character allows both.
    pub(super) fn excludes(self, other: Self) -> bool {
        !self.bytes.meets(other.bytes)
    }

    /// Whether a text may go on with a character above ASCII.
    pub(super) fn admits_wide(&self) -> bool {
        self.bytes.meets(Bytes::WIDE)
    }

    /// Whether a text may go on with this byte of UTF-8, or end.
    #[inline]
    pub(super) fn admits(&self, byte: Option<u8>) -> bool {
        match byte {
            Some(byte) => self.bytes.has(byte),
            None => self.end,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(ranges: &[(u32, u32)], inverted: bool) -> CharSet {
        let mut builder = SetBuilder::default();
        builder.add_all(ranges);
        builder.finish(inverted)
    }

    #[test]
    fn ranges_across_ascii() {
        let set = set(&[(0x7A, 0xE9), (0, 0)], false);
        for (letter, inside) in [
            ('y', false),
            ('z', true),
            ('\u{7F}', true),
            ('é', true),
            ('ê', false),
            ('\0', true),
        ] {
            assert_eq!(set.contains(letter), inside, "{letter:?}");
        }
    }

    #[test]
    fn the_complement_is_everything_else() {
        let ranges = [
            (0x61, 0x7A),
            (0x100, 0x1FF),
            (0x180, 0x20_00),
            (0x80, 0x90),
            (0x10_FF00, LAST),
        ];
        let (plain, inverted) = (set(&ranges, false), set(&ranges, true));
        for code in 0..=LAST {
            if let Some(letter) = char::from_u32(code) {
                assert_ne!(
                    plain.contains(letter),
                    inverted.contains(letter),
                    "{code:x}"
                );
            }
        }
    }

    #[test]
    fn looking_ahead() {
        let digits = set(&[(0x30, 0x39)], false).peek();
        assert!(digits.admits(Some(b'5')) && !digits.admits(Some(b'a')) && !digits.admits(None));
        assert!(digits.excludes(Peek::of_char('a')) && !digits.excludes(Peek::of_char('0')));
        assert!(digits.or(Peek::END).admits(None));
        assert!(!set(&[], true).peek().excludes(Peek::of_char('é')));
    }
}
