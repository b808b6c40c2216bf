//! Nearest names, for messages: the specifications' and the macros' alike.

use crate::visible::quoted;

/// How many names a message proposes at most.
const MOST: usize = 3;

/// Names longer than this are compared by their beginning only, which bounds the work.
const COMPARED: usize = 120;

/// At most three of the candidates that resemble a name, nearest first.
///
/// A name resembles another if at most a third of its letters have to change; case and the order of
/// equally near candidates do not matter.
#[must_use]
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let wanted = folded(name);
    let limit = (wanted.len() / 3).max(1);
    let mut near: Vec<(usize, &str)> = candidates
        .into_iter()
        .filter_map(|candidate| {
            let other = folded(candidate);
            if other.len().abs_diff(wanted.len()) > limit {
                return None;
            }
            let distance = distance(&wanted, &other);
            (distance <= limit).then_some((distance, candidate))
        })
        .collect();
    near.sort_unstable();
    near.dedup();
    near.truncate(MOST);
    near.into_iter().map(|(_, candidate)| candidate).collect()
}

/// The candidate that a name is one slip of the pen away from: a letter too many, too few or wrong, two
/// in the wrong order, another case, or one instead of many. Names of three letters differ too little
/// from each other for more than the case.
#[must_use]
pub fn one_slip<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const SHORT: usize = 3;
    let wanted = folded(name);
    candidates.into_iter().find(|candidate| {
        let other = folded(candidate);
        let most = usize::from(other.len() > SHORT);
        let is_near =
            other.len().abs_diff(wanted.len()) <= most && distance(&wanted, &other) <= most;
        is_near || (most > 0 && singular(&wanted) == singular(&other))
    })
}

/// A word without the ending of the plural, right or wrong: `properties`, `propertys`, `property`.
fn singular(word: &[char]) -> String {
    let word: String = word.iter().collect();
    match word.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => word.strip_suffix('s').unwrap_or(&word).to_owned(),
    }
}

/// `` `a`, `b` or `c` ``; none for no names.
#[must_use]
pub fn alternatives(names: &[&str]) -> Option<String> {
    let (last, others) = names.split_last()?;
    if others.is_empty() {
        return Some(quoted(last).to_string());
    }
    let others: Vec<String> = others.iter().map(|name| quoted(name).to_string()).collect();
    Some(format!("{} or {}", others.join(", "), quoted(last)))
}

/// `` did you mean `a` or `b`? ``, for the candidates that resemble a name.
#[must_use]
pub fn did_you_mean<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    alternatives(&nearest(name, candidates)).map(|names| format!("did you mean {names}?"))
}

/// The cure where a name is missing and one that resembles it stands there.
#[must_use]
pub fn instead<'n>(due: &str, written: impl IntoIterator<Item = &'n str>) -> Option<String> {
    let near = nearest(due, written);
    let written = near.first()?;
    Some(format!("write `{due}` instead of {}", quoted(written)))
}

/// A sentence that names them, such as "a definition named `Tag` exists".
#[must_use]
pub fn help<'n>(
    noun: &str,
    wrong: &str,
    known: impl IntoIterator<Item = &'n str>,
) -> Option<String> {
    let names = nearest(wrong, known);
    let quoted: Vec<String> = names.iter().map(|name| quoted(name).to_string()).collect();
    match quoted.as_slice() {
        [] => None,
        [one] => Some(format!("{noun} named {one} exists")),
        several => Some(format!("similar names exist: {}", several.join(", "))),
    }
}

fn folded(name: &str) -> Vec<char> {
    name.chars()
        .take(COMPARED)
        .flat_map(char::to_lowercase)
        .collect()
}

/// The number of insertions, deletions, replacements and swaps of neighbours between two names.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (row, &left) in a.iter().enumerate() {
        let mut next = Vec::with_capacity(last.len());
        next.push(row + 1);
        for (column, &right) in b.iter().enumerate() {
            let at =
                |line: &[usize], index: usize| line.get(index).copied().unwrap_or(usize::MAX / 2);
            let replaced = at(&last, column) + usize::from(left != right);
            let mut best = replaced
                .min(at(&last, column + 1) + 1)
                .min(at(&next, column) + 1);
            let swapped = column > 0
                && row > 0
                && b.get(column - 1) == Some(&left)
                && a.get(row - 1) == Some(&right);
            if swapped {
                best = best.min(at(&before, column - 1) + 1);
            }
            next.push(best);
        }
        before = std::mem::replace(&mut last, next);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(a: &str, b: &str) -> usize {
        distance(&folded(a), &folded(b))
    }

    #[test]
    fn counts_steps() {
        assert_eq!(steps("Queue", "queue"), 0);
        assert_eq!(steps("Queue", "Queeu"), 1);
        assert_eq!(steps("Queue", "Quue"), 1);
        assert_eq!(steps("", "abc"), 3);
        assert_eq!(steps("kitten", "sitting"), 3);
    }

    #[test]
    fn proposes_three_at_most_and_nothing_strange() {
        let names = [
            "AWS::SQS::Queue",
            "AWS::SQS::QueuePolicy",
            "AWS::S3::Bucket",
            "AWS::EQS::Queue",
        ];
        assert_eq!(
            nearest("AWS::SQS::Queu", names),
            ["AWS::SQS::Queue", "AWS::EQS::Queue"]
        );
        assert!(nearest("x", names).is_empty());
        assert_eq!(nearest("type", ["types", "tape", "typo", "tipe"]).len(), 3);
    }

    #[test]
    fn one_slip_is_no_more() {
        let known = [
            "required",
            "type",
            "not",
            "items",
            "minLength",
            "properties",
        ];
        for (name, meant) in [
            ("requried", Some("required")),
            ("require", Some("required")),
            ("requiredd", Some("required")),
            ("requirad", Some("required")),
            ("Required", Some("required")),
            ("TYPE", Some("type")),
            ("types", Some("type")),
            ("Not", Some("not")),
            ("minlenght", Some("minLength")),
            ("item", Some("items")),
            ("note", None),
            ("nut", None),
            ("no", None),
            ("reqired_", None),
            ("Propertys", Some("properties")),
            ("property", Some("properties")),
            ("propertiess", Some("properties")),
            ("propertie", Some("properties")),
            ("proper", None),
            ("maxLength", None),
            ("", None),
        ] {
            assert_eq!(one_slip(name, known), meant, "{name}");
        }
    }

    #[test]
    fn says_it_in_words() {
        assert_eq!(alternatives(&[]), None);
        assert_eq!(alternatives(&["a"]).as_deref(), Some("`a`"));
        assert_eq!(
            alternatives(&["a", "b", "c"]).as_deref(),
            Some("`a`, `b` or `c`")
        );
        assert_eq!(
            did_you_mean("typs", ["types"]).as_deref(),
            Some("did you mean `types`?")
        );
    }

    #[test]
    fn a_sentence_names_what_exists() {
        assert_eq!(help("a definition", "Tgb", ["Bucket"]), None);
        assert_eq!(
            help("a definition", "Tags", ["Tag"]).as_deref(),
            Some("a definition named `Tag` exists")
        );
    }
}
