//! Characters that YAML does not allow to stand as themselves, in quotes or out of them.

use super::{Step, error_at};

/// As many bytes as are looked at together.
const CHUNK: usize = 64;

/// Refuses a text with such a character.
pub(super) fn refuse(text: &str) -> Step {
    let Some((at, character)) = first(text) else {
        return Ok(());
    };
    let code = u32::from(character);
    let message = format!("the character U+{code:04X} may not stand in YAML as itself");
    let help = match code {
        0 => "the text may be UTF-16: save it as UTF-8".to_owned(),
        1..=0xFF => format!("remove it, or write it as `\\x{code:02X}` in double quotes"),
        _ => format!("remove it, or write it as `\\u{code:04X}` in double quotes"),
    };
    Err(error_at(text, at, &message, Some(&help)))
}

/// The first such character, and where it stands.
fn first(text: &str) -> Option<(usize, char)> {
    let mut start = 0;
    for chunk in text.as_bytes().chunks(CHUNK) {
        // All bytes are looked at, for without a way out of the loop many are looked at together.
        let is_suspect = chunk.iter().fold(false, |any, byte| any | may_hide(*byte));
        if is_suspect {
            let suspects = (start..).zip(chunk).filter(|(_, byte)| may_hide(**byte));
            let mut letters =
                suspects.filter_map(|(at, _)| Some((at, text.get(at..)?.chars().next()?)));
            if let Some(found) = letters.find(|(_, letter)| is_hidden(*letter)) {
                return Some(found);
            }
        }
        start += chunk.len();
    }
    None
}

/// Whether a byte may be the first of such a character.
const fn may_hide(byte: u8) -> bool {
    (byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')) || matches!(byte, 0x7F | 0xC2 | 0xEF)
}

/// What is not printable by the production `c-printable` of YAML 1.1, section 4.1.1.
const fn is_hidden(letter: char) -> bool {
    matches!(
        letter,
        '\0'..='\x08' | '\x0B' | '\x0C' | '\x0E'..='\x1F' | '\x7F'..='\u{84}' | '\u{86}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::{first, is_hidden, refuse};

    #[test]
    fn every_character_is_found_wherever_it_stands() {
        let letters = ('\0'..='\u{250}')
            .chain('\u{FD00}'..='\u{FFFF}')
            .chain(['😀']);
        for letter in letters {
            for before in [0, 1, 62, 63, 64, 200] {
                let text = format!("{}{letter}é\u{FEFF}", "x".repeat(before));
                let expected = is_hidden(letter).then_some((before, letter));
                assert_eq!(first(&text), expected, "{letter:?}");
            }
        }
    }

    #[test]
    fn the_message_names_the_character_and_how_to_write_it() {
        let error = |text| refuse(text).unwrap_err().to_string();
        assert_eq!(
            error("a: \"\u{1b}[0m\""),
            "1:5: the character U+001B may not stand in YAML as itself\n\
             help: remove it, or write it as `\\x1B` in double quotes"
        );
        assert!(error("a:\u{0}").ends_with("help: the text may be UTF-16: save it as UTF-8"));
        assert!(error("# \u{FFFF}").ends_with("`\\uFFFF` in double quotes"));
    }
}
