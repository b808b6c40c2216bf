//! The text of `Fn::Sub`, taken apart.

/// The names that a text asks for, without the blanks around them. `${!Name}` is not one: it stands for the text
/// `${Name}`.
pub(crate) fn names(text: &str) -> impl Iterator<Item = &str> {
    let mut pieces = text.split("${");
    // Before the first `${` there is no name.
    pieces.next();
    pieces.filter_map(|piece| {
        let (name, _) = piece.split_once('}')?;
        let name = name.trim();
        (!name.starts_with('!')).then_some(name)
    })
}

/// The characters that a name has: a logical id with an attribute, or a pseudo parameter.
pub(super) fn is_name(name: &str) -> bool {
    let fits = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '.' | ':');
    !name.is_empty() && name.chars().all(fits)
}

#[cfg(test)]
mod tests {
    use super::{is_name, names};

    #[test]
    fn names_stand_between_braces_and_literals_are_none() {
        for (text, expected) in [
            ("plain $ { } $x {a}", vec![]),
            (
                "${A}-${ B.C }${AWS::Region}",
                vec!["A", "B.C", "AWS::Region"],
            ),
            ("${!A}${ ! B }$${C}", vec!["C"]),
            ("${A", vec![]),
            ("${}", vec![""]),
            ("${${A}}", vec!["A"]),
        ] {
            assert_eq!(names(text).collect::<Vec<_>>(), expected, "{text}");
        }
        assert!(is_name("AWS::Region") && is_name("A.B_c.D1"));
        assert!(!is_name("x:-y") && !is_name("") && !is_name("a b") && !is_name("é"));
    }
}
