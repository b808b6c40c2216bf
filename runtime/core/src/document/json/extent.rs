//! Where a value ends in a text that was read already: nothing has to be noted of it while reading.

/// How many bytes the value has that a text of JSON starts with.
pub(in crate::document) fn length(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut is_string = false;
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        if is_string {
            is_string = is_escaped || byte != b'"';
            is_escaped = !is_escaped && byte == b'\\';
            if !is_string && depth == 0 {
                return at + 1;
            }
            continue;
        }
        match byte {
            b'"' => is_string = true,
            b'[' | b'{' => depth += 1,
            // What comes behind a value without brackets belongs to what is around it.
            b']' | b'}' | b',' | b':' | b' ' | b'\n' | b'\r' | b'\t' if depth == 0 => return at,
            b']' | b'}' => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn a_value_ends_where_its_text_does() {
        let values = [
            "1",
            "-1.5e+3",
            "true",
            "null",
            "\"\"",
            r#""a,]\"\\""#,
            "[]",
            r#"{"}": ["]", {}]}"#,
        ];
        for value in values {
            for rest in ["", ",", "]", " ", "\n}", ": 1"] {
                assert_eq!(
                    length(&format!("{value}{rest}")),
                    value.len(),
                    "{value}{rest}"
                );
            }
        }
    }
}
