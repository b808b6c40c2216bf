//! Nearest names.

use super::sort;

/// At most this many names are suggested at once.
const MOST: usize = 3;

/// Names are compared up to this many characters: as many as a word has bits.
const LONGEST: usize = 64;

/// About how long a name in a list is, with what stands around it.
const USUAL_LENGTH: usize = 24;

/// Adds a sentence that says which of the known names are near; whether any is.
pub(crate) fn name<'a>(
    wrong: &str,
    known: impl Iterator<Item = &'a str>,
    text: &mut String,
) -> bool {
    let near = nearest(wrong, known);
    let (before, after) = match near.len() {
        0 => return false,
        1 => ("a property named ", " exists"),
        _ => ("properties named ", " exist"),
    };
    text.push_str(before);
    list(&mut near.into_iter(), text);
    text.push_str(after);
    true
}

/// The known texts that are near, the nearest first; `known` decides between equals.
pub(crate) fn nearest<'a>(wrong: &str, known: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let wrong = Wanted::new(wrong);
    let most = wrong.letters.count.max(3) / 3;
    let mut near: Vec<(usize, &str)> = known
        .filter_map(|name| Some((wrong.distance_to(name, most)?, name)))
        .collect();
    sort::by_number(&mut near, |(distance, _)| *distance);
    near.truncate(MOST);
    near.into_iter().map(|(_, name)| name).collect()
}

/// Whether one name is the other with a slip: another case, or one letter that is missing, too much, another one or
/// swapped with its neighbour. Digits are no slip, for they tell versions apart.
pub(crate) fn is_slip(wrong: &str, known: &str) -> bool {
    let is_near = wrong.len().abs_diff(known.len()) <= 1;
    is_near
        && (wrong.eq_ignore_ascii_case(known)
            || is_letter_off(wrong, known, |one, other| one == other))
}

/// Whether one name is the other with a slip in one letter, whatever the case of all of them.
pub(crate) fn is_slip_in_any_case(wrong: &str, known: &str) -> bool {
    let is_near = wrong.len().abs_diff(known.len()) <= 1;
    is_near && is_letter_off(wrong, known, u8::eq_ignore_ascii_case)
}

/// Whether two names, of which neither is more than a letter longer, differ in no more than a slip in one letter.
fn is_letter_off(wrong: &str, known: &str, is_same: impl Fn(&u8, &u8) -> bool) -> bool {
    let (wrong, known) = (wrong.as_bytes(), known.as_bytes());
    let same = |(left, right): &(&u8, &u8)| is_same(left, right);
    // A slip is at one end at most, unless both are one.
    if let ([a, _, .., b], [c, _, .., d]) = (wrong, known)
        && wrong.len().min(known.len()) > 2
        && !is_same(a, c)
        && !is_same(b, d)
    {
        return false;
    }
    let start = wrong.iter().zip(known).take_while(same).count();
    let end = wrong.iter().rev().zip(known.iter().rev());
    let most = wrong.len().min(known.len()) - start;
    let end = end.take(most).take_while(same).count();
    let (Some(wrong), Some(known)) = (
        wrong.get(start..wrong.len() - end),
        known.get(start..known.len() - end),
    ) else {
        return false;
    };
    let is_one = wrong.len() <= 1 && known.len() <= 1;
    let is_swap = matches!((wrong, known), ([a, b], [c, d]) if is_same(a, d) && is_same(b, c));
    (is_one || is_swap) && wrong.iter().chain(known).all(u8::is_ascii_alphabetic)
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
    let mut text = String::new();
    list(&mut names.iter().copied(), &mut text);
    text
}

/// Adds such a list.
pub(crate) fn list(names: &mut dyn ExactSizeIterator<Item = &str>, text: &mut String) {
    let mut left = names.len();
    text.reserve(left * USUAL_LENGTH);
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
    /// Where each letter of ASCII stands, in either case: a bit for each place.
    places: [u64; 128],
}

impl Wanted {
    fn new(name: &str) -> Self {
        let letters = Letters::of(name);
        let mut places = [0; 128];
        for (place, letter) in letters.all().iter().enumerate() {
            for letter in [*letter, letter.to_ascii_uppercase()] {
                if let Some(places) = places.get_mut(letter as usize) {
                    *places |= 1 << place;
                }
            }
        }
        Self { letters, places }
    }

    /// Edits between this name and another, if they are not more than `most`; a swap of neighbours is one edit.
    fn distance_to(&self, other: &str, most: usize) -> Option<usize> {
        if !other.is_ascii() {
            let letters = Letters::of(other);
            return self.distance(
                letters.all().iter().map(|letter| self.places(*letter)),
                most,
            );
        }
        let letters = other.as_bytes();
        let letters = letters.get(..LONGEST).unwrap_or(letters);
        let places = |letter: &u8| self.places.get(usize::from(*letter)).copied();
        self.distance(
            letters.iter().map(|letter| places(letter).unwrap_or(0)),
            most,
        )
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

    /// The same by where each letter of the other name stands in this one.
    ///
    /// The columns of the usual table of edits, each as two words of bits that tell where it goes up and
    /// where down (Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances").
    fn distance(&self, other: impl ExactSizeIterator<Item = u64>, most: usize) -> Option<usize> {
        let mut distance = self.letters.count;
        if other.len().abs_diff(distance) > most {
            return None;
        }
        let Some(last) = distance.checked_sub(1) else {
            return Some(other.len());
        };
        let (mut up, mut down) = (u64::MAX, 0);
        let (mut diagonal, mut before) = (0_u64, 0_u64);
        let mut bound = most.saturating_add(other.len());
        for here in other {
            // Each letter that is left can make up for one edit.
            if distance > bound {
                return None;
            }
            bound -= 1;
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
    use super::{Letters, Wanted, is_slip, name, nearest};

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
                    let found = wanted.distance_to(right, most);
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
    fn a_slip_is_one_letter() {
        let known = "AWS::S3::Bucket";
        for slip in [
            "AWS::S3::Buckett",
            "AWS::S3::Bukcet",
            "AWS::S3::Bcket",
            "aws::s3::bucket",
            "AWS::S3::Buckat",
        ] {
            assert!(is_slip(slip, known), "{slip}");
        }
        for other in [
            "AWS::S4::Bucket",
            "AWS::S3::Bucket2",
            "AWS::S3::Bucketsy",
            "AWS::S3::Bu",
            "",
            "AWS::S3::Ducked",
        ] {
            assert!(!is_slip(other, known), "{other}");
        }
        assert!(is_slip("a", "") && is_slip("", ""));
        for (one, other) in [("ab", "ba"), ("ab", "bab"), ("abc", "bac"), ("abc", "xabc")] {
            assert!(is_slip(one, other) && is_slip(other, one), "{one} {other}");
        }
        for (one, other) in [("abc", "xby"), ("abc", "cba"), ("abcd", "xbcdy")] {
            assert!(
                !is_slip(one, other) && !is_slip(other, one),
                "{one} {other}"
            );
        }
    }

    #[test]
    fn at_most_three_names_are_listed() {
        let known = ["Aaaa", "Aaab", "Aaac", "Aaad"];
        let mut help = String::new();
        assert!(name("Aaa", known.into_iter(), &mut help));
        assert_eq!(help, "properties named `Aaaa`, `Aaab` and `Aaac` exist");
        assert!(!name("Zzzzzz", known.into_iter(), &mut help));
    }
}
