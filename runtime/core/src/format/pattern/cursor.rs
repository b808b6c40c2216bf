//! How the matcher reads its text, in either direction.

use super::matcher::{Exhausted, Matcher, STEP};
use super::set::{CharSet, Peek};

impl Matcher<'_> {
    /// The byte that is read next.
    pub(super) fn byte(&self, at: usize) -> Option<u8> {
        let at = if self.backward {
            at.checked_sub(1)?
        } else {
            at
        };
        self.text.as_bytes().get(at).copied()
    }

    /// The character that is read next, and the place behind it.
    pub(super) fn letter(&self, at: usize) -> Option<(char, usize)> {
        if self.backward {
            letter_before(self.text, at)
        } else {
            letter_after(self.text, at)
        }
    }

    /// The place before the character that was read last.
    pub(super) fn place_before(&self, at: usize) -> Option<usize> {
        let letter = if self.backward {
            letter_after(self.text, at)
        } else {
            letter_before(self.text, at)
        };
        letter.map(|(_, at)| at)
    }

    /// The place behind this text, if it stands here.
    pub(super) fn after_text(&self, wanted: &str, at: usize) -> Option<usize> {
        if self.backward {
            let before = self.text.as_bytes().get(..at)?;
            before
                .ends_with(wanted.as_bytes())
                .then(|| at - wanted.len())
        } else {
            let after = self.text.as_bytes().get(at..)?;
            after
                .starts_with(wanted.as_bytes())
                .then(|| at + wanted.len())
        }
    }

    /// The place behind the next character, if it is of the set.
    pub(super) fn after_letter(&self, set: &CharSet, at: usize) -> Option<usize> {
        let byte = self.byte(at)?;
        if byte < 0x80 {
            let next = if self.backward { at - 1 } else { at + 1 };
            return set.has_ascii(byte).then_some(next);
        }
        let (letter, next) = self.letter(at)?;
        set.contains(letter).then_some(next)
    }

    /// The place behind up to so many characters of a set, and how many there are.
    pub(super) fn scan(
        &mut self,
        set: &CharSet,
        mut at: usize,
        most: u32,
    ) -> Result<(usize, u32), Exhausted> {
        let mut count = 0;
        if !self.backward {
            // The bytes of ASCII, which nearly all texts are made of.
            let bytes = self.text.as_bytes().get(at..).unwrap_or_default();
            let limit = usize::try_from(most).unwrap_or(usize::MAX);
            let outside = |byte: &u8| !set.has_ascii(*byte);
            let bytes = bytes.get(..limit).unwrap_or(bytes);
            let plain = bytes.iter().position(outside).unwrap_or(bytes.len());
            self.spend_on(plain)?;
            at += plain;
            count = u32::try_from(plain).unwrap_or(most);
        }
        while count < most
            && let Some(next) = self.after_letter(set, at)
        {
            self.spend(STEP / 2)?;
            at = next;
            count += 1;
        }
        Ok((at, count))
    }

    /// The last place from the nearest to the farthest where the next character is one of these.
    pub(super) fn last_place(
        &mut self,
        peek: &Peek,
        nearest: usize,
        farthest: usize,
    ) -> Result<Option<usize>, Exhausted> {
        let mut at = farthest;
        if peek.admits(self.byte(at)) {
            return Ok(Some(at));
        }
        if !self.backward && !peek.admits_wide() {
            // Bytes of ASCII are characters, so that no others need be told apart.
            let bytes = self.text.as_bytes().get(nearest..farthest);
            let bytes = bytes.unwrap_or_default();
            let found = bytes.iter().rposition(|byte| peek.admits(Some(*byte)));
            self.spend_on(bytes.len() - found.unwrap_or_default())?;
            return Ok(found.map(|found| nearest + found));
        }
        while !peek.admits(self.byte(at)) {
            self.spend(STEP)?;
            match self.place_before(at).filter(|_| at != nearest) {
                Some(before) => at = before,
                None => return Ok(None),
            }
        }
        Ok(Some(at))
    }

    /// Whether a character of words stands on one side and not on the other.
    pub(super) fn at_word_edge(&self, at: usize) -> bool {
        let is_word = |at: Option<usize>| {
            let byte = at.and_then(|at| self.text.as_bytes().get(at));
            byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
        };
        is_word(at.checked_sub(1)) != is_word(Some(at))
    }
}

fn letter_after(text: &str, at: usize) -> Option<(char, usize)> {
    let letter = text.get(at..)?.chars().next()?;
    Some((letter, at + letter.len_utf8()))
}

fn letter_before(text: &str, at: usize) -> Option<(char, usize)> {
    let letter = text.get(..at)?.chars().next_back()?;
    Some((letter, at - letter.len_utf8()))
}
