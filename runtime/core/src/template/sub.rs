//! The text of `Fn::Sub`, taken apart.

/// A piece of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
    /// Text that stands for itself.
    Text(&'t str),
    /// A name between `${` and `}`, without the blanks around it.
    Name(&'t str),
}

/// The pieces of a text, one after the other. `${!Name}` is no name: it stands for the text `${Name}`.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut parts = text.split("${");
    let first = parts.next().map(Piece::Text);
    let rest = parts.flat_map(|part| match part.split_once('}') {
        Some((inside, behind)) => {
            let name = inside.trim();
            let [start, middle] = match name.strip_prefix('!') {
                Some(literal) => [Some(Piece::Text("${")), Some(Piece::Text(literal))],
                None => [Some(Piece::Name(name)), None],
            };
            let end = middle.map(|_| Piece::Text("}"));
            [start, middle, end, Some(Piece::Text(behind))]
        }
        None => [Some(Piece::Text("${")), Some(Piece::Text(part)), None, None],
    });
    first.into_iter().chain(rest.flatten())
}

/// The names that a text asks for.
pub(crate) fn names(text: &str) -> impl Iterator<Item = &str> {
    pieces(text).filter_map(|piece| match piece {
        Piece::Name(name) => Some(name),
        Piece::Text(_) => None,
    })
}

/// The characters that a name has: a logical id with an attribute, or a pseudo parameter.
pub(crate) fn is_name(name: &str) -> bool {
    let fits = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '.' | ':');
    !name.is_empty() && name.chars().all(fits)
}

#[cfg(test)]
mod tests {
    use super::{Piece, is_name, names, pieces};

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

    #[test]
    fn what_is_no_name_is_the_text_itself() {
        let whole = |text: &str| {
            let pieces = pieces(text).map(|piece| match piece {
                Piece::Text(text) => text.to_owned(),
                Piece::Name(name) => format!("<{name}>"),
            });
            pieces.collect::<String>()
        };
        assert_eq!(whole("a ${B} c ${!D} $${E} ${F"), "a <B> c ${D} $<E> ${F");
        assert_eq!(whole(""), "");
        assert_eq!(whole("${A}"), "<A>");
    }
}
