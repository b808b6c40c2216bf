//! Nearest names.

/// At most this many names are suggested at once.
const MOST: usize = 3;

/// Names are compared up to this many characters.
const LONGEST: usize = 64;

/// Which of the known names exist that are near, in a sentence; none if none is.
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
    let wrong = letters(wrong);
    let most = wrong.len().max(3) / 3;
    let mut rows = Rows::default();
    let mut near: Vec<(usize, &str)> = known
        .filter_map(|name| {
            let letters = letters(name);
            let far = letters.len().abs_diff(wrong.len()) > most;
            let distance = if far {
                usize::MAX
            } else {
                rows.distance(&wrong, &letters)
            };
            (distance <= most).then_some((distance, name))
        })
        .collect();
    near.sort_by_key(|(distance, _)| *distance);
    near.truncate(MOST);
    near.into_iter().map(|(_, name)| name).collect()
}

/// As much of a name as is compared.
pub(crate) fn start(name: &str) -> &str {
    let end = name
        .char_indices()
        .nth(LONGEST)
        .map_or(name.len(), |(end, _)| end);
    name.get(..end).unwrap_or(name)
}

/// Names are compared without case, and by their start if they are long, which bounds the work.
fn letters(name: &str) -> Vec<char> {
    name.chars()
        .take(LONGEST)
        .flat_map(char::to_lowercase)
        .collect()
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

/// The last three rows of a table of edits, kept between comparisons.
#[derive(Default)]
struct Rows {
    before: Vec<usize>,
    above: Vec<usize>,
    current: Vec<usize>,
}

impl Rows {
    /// Edits between two names; a swap of neighbours is one edit.
    fn distance(&mut self, left: &[char], right: &[char]) -> usize {
        let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(0);
        self.above.clear();
        self.above.extend(0..=right.len());
        for (row, &l) in left.iter().enumerate() {
            self.current.clear();
            self.current.push(row + 1);
            let mut beside = row + 1;
            for (column, &r) in right.iter().enumerate() {
                let replaced = at(&self.above, column) + usize::from(l != r);
                let mut best = replaced
                    .min(at(&self.above, column + 1) + 1)
                    .min(beside + 1);
                let swapped = row > 0
                    && column > 0
                    && left.get(row - 1) == Some(&r)
                    && right.get(column - 1) == Some(&l);
                if swapped {
                    best = best.min(at(&self.before, column - 1) + 1);
                }
                self.current.push(best);
                beside = best;
            }
            core::mem::swap(&mut self.before, &mut self.above);
            core::mem::swap(&mut self.above, &mut self.current);
        }
        at(&self.above, right.len())
    }
}

#[cfg(test)]
mod tests {
    use super::{name, nearest};

    #[test]
    fn case_and_small_slips_are_near() {
        let known = ["ApiId", "IntegrationId", "ContentHandlingStrategy"];
        assert_eq!(nearest("apiId", known.into_iter()), ["ApiId"]);
        assert_eq!(
            nearest("IntegrationID", known.into_iter()),
            ["IntegrationId"]
        );
        assert_eq!(
            nearest("ContentHandlingStrtaegy", known.into_iter()),
            ["ContentHandlingStrategy"]
        );
        assert!(nearest("Timeout", known.into_iter()).is_empty());
    }

    #[test]
    fn at_most_three_names_are_listed() {
        let known = ["Aaaa", "Aaab", "Aaac", "Aaad"];
        let help = name("Aaa", known.into_iter());
        assert_eq!(
            help.as_deref(),
            Some("properties named `Aaaa`, `Aaab` and `Aaac` exist")
        );
        assert_eq!(name("Zzzzzz", known.into_iter()), None);
    }
}
