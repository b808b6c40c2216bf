//! Letters that names are made of.

/// Letters and digits of ASCII, and some characters of ASCII more: an entry for each byte, since looking a byte up
/// takes one step.
pub(super) struct Letters([bool; 256]);

impl Letters {
    /// Letters, digits, and these.
    pub(super) const fn and(others: &[u8]) -> Self {
        let mut letters = [false; 256];
        let mut rest: &mut [bool] = &mut letters;
        let mut byte = 0_u8;
        while let [entry, after @ ..] = rest {
            *entry = byte.is_ascii_alphanumeric();
            let mut more = others;
            while let [other, others @ ..] = more {
                *entry |= *other == byte;
                more = others;
            }
            byte = byte.wrapping_add(1);
            rest = after;
        }
        Self(letters)
    }

    /// Whether the text is made of nothing else.
    pub(super) fn spell(&self, text: &str) -> bool {
        self.run(text) == text.len()
    }

    /// How many of them the text starts with.
    pub(super) fn run(&self, text: &str) -> usize {
        let outside = |byte| !self.0.get(usize::from(byte)).is_some_and(|is_in| *is_in);
        text.bytes().position(outside).unwrap_or(text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::Letters;

    #[test]
    fn only_letters_digits_and_the_others_are_in() {
        static LETTERS: Letters = Letters::and(b"-_");
        for byte in 0..=0x7F_u8 {
            let is_in = byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
            assert_eq!(LETTERS.spell(&char::from(byte).to_string()), is_in);
        }
        assert!(LETTERS.spell("") && !LETTERS.spell("aé") && !LETTERS.spell("a\u{FF}"));
    }
}
