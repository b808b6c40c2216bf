//! Nearest names.

/// At most this many names are suggested at once.
const MOST: usize = 3;

/// Names are compared up to this many characters: as many as a word has bits.
const LONGEST: usize = 64;

/// About how long a name in a list is, with what stands around it.
const USUAL_LENGTH: usize = 24;

/// Which of the known names exist that are near, in a sentence; none if none is.
pub(crate) fn name<'a>(wrong: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let near = nearest(wrong, known);
    let (before, after) = match near.len() {
        0 => return None,
        1 => ("a property named ", " exists"),
        _ => ("properties named ", " exist"),
    };
    Some(sentence(before, &mut near.into_iter(), after))
}

/// The known texts that are near, the nearest first; `known` decides between equals.
pub(crate) fn nearest<'a>(wrong: &str, known: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let wrong = Wanted::new(wrong);
    let length = wrong.letters.all().len();
    let most = length.max(3) / 3;
    let mut near: Vec<(usize, &str)> = Vec::new();
    for name in known {
        if name.is_ascii() && name.len().min(LONGEST).abs_diff(length) > most {
            continue;
        }
        if let Some(distance) = wrong.distance(Letters::of(name).all(), most) {
            near.push((distance, name));
        }
    }
    near.sort_by_key(|(distance, _)| *distance);
    near.truncate(MOST);
    near.into_iter().map(|(_, name)| name).collect()
}

/// As much of a name as is compared.
pub(crate) fn start(name: &str) -> &str {
    if name.len() <= LONGEST {
        return name;
    }
    let end = name
        .char_indices()
        .nth(LONGEST)
        .map_or(name.len(), |(end, _)| end);
    name.get(..end).unwrap_or(name)
}

/// `` `A`, `B` and `C` ``.
pub(crate) fn listed(names: &[&str]) -> String {
    sentence("", &mut names.iter().copied(), "")
}

/// The same between the parts of a sentence.
pub(crate) fn sentence(
    before: &str,
    names: &mut dyn ExactSizeIterator<Item = &str>,
    after: &str,
) -> String {
    let mut left = names.len();
    let room = before.len() + left * USUAL_LENGTH + after.len();
    let mut text = String::with_capacity(room);
    text.push_str(before);
    for name in names {
        left -= 1;
        text.push('`');
        text.push_str(name);
        text.push_str(match left {
            0 => "`",
            1 => "` and ",
            _ => "`, ",
        });
    }
    text.push_str(after);
    text
}

/// The letters of a name as they are compared: without case, and only the first of many, which bounds the work.
struct Letters {
    places: [char; LONGEST],
    count: usize,
}

impl Letters {
    fn of(name: &str) -> Self {
        let mut letters = Self {
            places: ['\0'; LONGEST],
            count: 0,
        };
        if name.is_ascii() {
            letters.count = name.len().min(LONGEST);
            for (place, byte) in letters.places.iter_mut().zip(name.bytes()) {
                *place = char::from(byte.to_ascii_lowercase());
            }
        } else {
            let lower = name.chars().flat_map(char::to_lowercase);
            for (place, letter) in letters.places.iter_mut().zip(lower) {
                *place = letter;
                letters.count += 1;
            }
        }
        letters
    }

    fn all(&self) -> &[char] {
        self.places.get(..self.count).unwrap_or_default()
    }
}

/// A name that others are compared with.
struct Wanted {
    letters: Letters,
    /// Where each letter of ASCII stands: a bit for each place.
    places: [u64; 128],
}

impl Wanted {
    fn new(name: &str) -> Self {
        let letters = Letters::of(name);
        let mut places = [0; 128];
        for (place, letter) in letters.all().iter().enumerate() {
            if let Some(places) = places.get_mut(*letter as usize) {
                *places |= 1 << place;
            }
        }
        Self { letters, places }
    }

    fn places(&self, letter: char) -> u64 {
        let known = self.places.get(letter as usize).copied();
        known.unwrap_or_else(|| {
            let all = self.letters.all().iter().enumerate();
            all.fold(0, |bits, (place, own)| {
                bits | u64::from(*own == letter) << place
            })
        })
    }

    /// Edits between this name and another, if they are not more than `most`; a swap of neighbours is one edit.
    ///
    /// The columns of the usual table of edits, each as two words of bits that tell where it goes up and
    /// where down (Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances").
    fn distance(&self, other: &[char], most: usize) -> Option<usize> {
        let mut distance = self.letters.count;
        let Some(last) = distance.checked_sub(1) else {
            return (other.len() <= most).then_some(other.len());
        };
        let (mut up, mut down) = (u64::MAX, 0);
        let (mut diagonal, mut before) = (0_u64, 0_u64);
        for (index, letter) in other.iter().enumerate() {
            // Each letter that is left can make up for one edit.
            if distance > most.saturating_add(other.len() - index) {
                return None;
            }
            let here = self.places(*letter);
            let swapped = (((!diagonal) & here) << 1) & before;
            diagonal = ((here & up).wrapping_add(up) ^ up) | here | down | swapped;
            let right_up = down | !(diagonal | up);
            let right_down = diagonal & up;
            distance += usize::from(right_up >> last & 1 == 1);
            distance -= usize::from(right_down >> last & 1 == 1);
            let right_up = right_up << 1 | 1;
            up = (right_down << 1) | !(diagonal | right_up);
            down = right_up & diagonal;
            before = here;
        }
        (distance <= most).then_some(distance)
    }
}

#[cfg(test)]
mod tests {
    use super::{Letters, Wanted, name, nearest};

    /// The table of edits as everybody writes it.
    fn table(left: &[char], right: &[char]) -> usize {
        let mut rows = vec![vec![0; right.len() + 1]; left.len() + 1];
        for row in 0..=left.len() {
            for column in 0..=right.len() {
                rows[row][column] = if row == 0 || column == 0 {
                    row + column
                } else {
                    let differs = usize::from(left[row - 1] != right[column - 1]);
                    let swapped = row > 1
                        && column > 1
                        && left[row - 2] == right[column - 1]
                        && left[row - 1] == right[column - 2];
                    let mut best = rows[row - 1][column - 1] + differs;
                    best = best.min(rows[row - 1][column] + 1);
                    best = best.min(rows[row][column - 1] + 1);
                    if swapped {
                        best = best.min(rows[row - 2][column - 2] + 1);
                    }
                    best
                };
            }
        }
        rows[left.len()][right.len()]
    }

    #[test]
    fn edits_are_counted_as_in_a_table() {
        let long = "abcdefgh".repeat(9);
        let mut names: Vec<String> = ["", "a", "ab", "ba", "abba", "baab", "ÄÖß", "äöSS", "İx"]
            .map(str::to_owned)
            .into();
        names.push(long.replace("def", "fed"));
        names.push(long);
        let mut state = 1_u64;
        for length in 0..90 {
            let letters = (0..length).map(|_| {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                ["a", "b", "C", "é"][(state >> 60) as usize % 4]
            });
            names.push(letters.collect());
        }
        for left in &names {
            let wanted = Wanted::new(left);
            for right in &names {
                let letters = Letters::of(right);
                let expected = table(wanted.letters.all(), letters.all());
                for most in 0..=expected + 1 {
                    let found = wanted.distance(letters.all(), most);
                    let expected = (expected <= most).then_some(expected);
                    assert_eq!(found, expected, "{left} {right} {most}");
                }
            }
        }
    }

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
