//! The nearest of the names that exist.

/// At most three names that may have been meant, nearest first.
pub(crate) fn nearest<'n>(wrong: &str, known: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    const MOST: usize = 3;
    // Beyond this length a name is no typing mistake but nonsense; it also bounds the work.
    const LONGEST: usize = 128;
    if wrong.len() > LONGEST {
        return Vec::new();
    }
    let limit = (wrong.chars().count() / 3).max(1);
    let mut near: Vec<(usize, &str)> = known
        .into_iter()
        .filter(|name| name.len() <= LONGEST)
        .filter_map(|name| {
            let distance = if name.eq_ignore_ascii_case(wrong) {
                0
            } else {
                distance(wrong, name)
            };
            (distance <= limit).then_some((distance, name))
        })
        .collect();
    near.sort_unstable();
    near.dedup();
    near.truncate(MOST);
    near.into_iter().map(|(_, name)| name).collect()
}

/// A sentence that names them, such as "a definition named `Tag` exists".
pub(crate) fn help<'n>(
    noun: &str,
    wrong: &str,
    known: impl IntoIterator<Item = &'n str>,
) -> Option<String> {
    let names = nearest(wrong, known);
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.as_slice() {
        [] => None,
        [one] => Some(format!("{noun} named {one} exists")),
        several => Some(format!("similar names exist: {}", several.join(", "))),
    }
}

/// Levenshtein's distance.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (line, letter) in left.chars().enumerate() {
        let mut diagonal = line;
        let mut before = line + 1;
        if let Some(first) = row.first_mut() {
            *first = before;
        }
        for (cell, other) in row.iter_mut().skip(1).zip(&right) {
            let replaced = diagonal + usize::from(letter != *other);
            diagonal = *cell;
            before = replaced.min(diagonal + 1).min(before + 1);
            *cell = before;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("same", "same"), 0);
    }

    #[test]
    fn the_nearest_come_first_and_are_few() {
        let known = [
            "SubnetIds",
            "SubnetListe",
            "SubnetLisst",
            "subnetlist",
            "Tag",
        ];
        assert_eq!(
            nearest("SubnetList", known),
            ["subnetlist", "SubnetLisst", "SubnetListe"]
        );
        assert_eq!(help("a definition", "Tga", ["Bucket"]), None);
        assert_eq!(
            help("a definition", "Tags", ["Tag"]).as_deref(),
            Some("a definition named `Tag` exists")
        );
    }
}
