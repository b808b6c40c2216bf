//! Nearest names.

/// At most this many names are suggested at once.
const MOST: usize = 3;

/// `a property named `ApiId` exists`, if one or a few of the known names are near.
pub(crate) fn name<'a>(wrong: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let near = nearest(wrong, known);
    match near.as_slice() {
        [] => None,
        [one] => Some(format!("a property named `{one}` exists")),
        several => Some(format!("properties named {} exist", listed(several))),
    }
}

/// The known texts that are near, the nearest first; `known` decides between equals.
pub(crate) fn nearest<'a>(wrong: &str, known: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let most = wrong.chars().count().max(3) / 3;
    let mut near: Vec<(usize, &str)> = known
        .filter(|name| name.len().abs_diff(wrong.len()) <= most * 4)
        .map(|name| (distance(wrong, name), name))
        .filter(|(distance, _)| *distance <= most)
        .collect();
    near.sort_by_key(|(distance, _)| *distance);
    near.truncate(MOST);
    near.into_iter().map(|(_, name)| name).collect()
}

/// `` `A`, `B` and `C` ``.
pub(crate) fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => format!("`{one}`"),
        [start @ .., last] => {
            let start: Vec<String> = start.iter().map(|name| format!("`{name}`")).collect();
            format!("{} and `{last}`", start.join(", "))
        }
    }
}

/// Edits between two names, letters compared without case; a swap of neighbours is one edit. Names
/// longer than 64 characters are compared by their start, which bounds the work.
fn distance(left: &str, right: &str) -> usize {
    if left == right {
        return 0;
    }
    let letters = |name: &str| -> Vec<char> {
        name.chars().take(64).flat_map(char::to_lowercase).collect()
    };
    let (left, right) = (letters(left), letters(right));
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=right.len()).collect();
    for (row, &l) in left.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, &r) in right.iter().enumerate() {
            let replaced = above.get(column).copied().unwrap_or(0) + usize::from(l != r);
            let removed = above.get(column + 1).copied().unwrap_or(0) + 1;
            let added = current.get(column).copied().unwrap_or(0) + 1;
            let mut best = replaced.min(removed).min(added);
            let swapped = row > 0
                && column > 0
                && left.get(row - 1) == Some(&r)
                && right.get(column - 1) == Some(&l);
            if swapped {
                best = best.min(before.get(column - 1).copied().unwrap_or(0) + 1);
            }
            current.push(best);
        }
        before = core::mem::replace(&mut above, current);
    }
    above.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{name, nearest};

    #[test]
    fn case_and_small_slips_are_near() {
        let known = ["ApiId", "IntegrationId", "ContentHandlingStrategy"];
        assert_eq!(nearest("apiId", known.into_iter()), ["ApiId"]);
        assert_eq!(nearest("IntegrationID", known.into_iter()), ["IntegrationId"]);
        assert_eq!(nearest("ContentHandlingStrtaegy", known.into_iter()), [
            "ContentHandlingStrategy"
        ]);
        assert!(nearest("Timeout", known.into_iter()).is_empty());
    }

    #[test]
    fn at_most_three_names_are_listed() {
        let known = ["Aaaa", "Aaab", "Aaac", "Aaad"];
        let help = name("Aaa", known.into_iter());
        assert_eq!(help.as_deref(), Some("properties named `Aaaa`, `Aaab` and `Aaac` exist"));
        assert_eq!(name("Zzzzzz", known.into_iter()), None);
    }
}
