//! Notes on what was tried.

/// Memory for notes, in words of 64: 16 MiB.
const MOST_WORDS: usize = 1 << 21;

/// One bit for each slot and each place in a text.
pub(super) struct Memo {
    words: Vec<u64>,
    /// Words for one slot.
    width: usize,
}

impl Memo {
    /// Empty notes; none if they would take too much memory.
    pub(super) fn new(slots: u32, length: usize) -> Option<Self> {
        let width = length / 64 + 1;
        let words = usize::try_from(slots).ok()?.checked_mul(width)?;
        (words <= MOST_WORDS).then(|| Self {
            words: vec![0; words],
            width,
        })
    }

    /// Notes the place; whether it was not noted before.
    pub(super) fn note(&mut self, slot: u32, at: usize) -> bool {
        let bit = 1 << (at % 64);
        let word = self.word(slot) + at / 64;
        match self.words.get_mut(word) {
            Some(word) if *word & bit == 0 => {
                *word |= bit;
                true
            }
            _ => false,
        }
    }

    /// Forgets all notes of the slots from the first up to the last; how many words that took.
    pub(super) fn forget(&mut self, (first, end): (u32, u32)) -> u64 {
        let words = self.word(first)..self.word(end);
        let work = words.len();
        if let Some(words) = self.words.get_mut(words) {
            words.fill(0);
        }
        u64::try_from(work).unwrap_or(u64::MAX)
    }

    fn word(&self, slot: u32) -> usize {
        usize::try_from(slot).unwrap_or(usize::MAX) * self.width
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_new_once_for_each_slot() {
        let mut memo = Memo::new(3, 200).unwrap();
        assert!(memo.note(0, 200) && !memo.note(0, 200));
        assert!(memo.note(1, 200) && memo.note(2, 200) && memo.note(1, 0));
        memo.forget((1, 2));
        assert!(memo.note(1, 200) && memo.note(1, 0) && !memo.note(0, 200) && !memo.note(2, 200));
    }

    #[test]
    fn too_many_notes_are_refused() {
        assert!(Memo::new(2, 60 << 20).is_some());
        assert!(Memo::new(100, 10 << 20).is_none());
        assert!(Memo::new(u32::MAX, usize::MAX).is_none());
    }
}
