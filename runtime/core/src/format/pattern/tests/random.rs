//! Patterns that nobody would write: read and judged as by the reference all the same.

use super::generate::Generator;
use super::reference;
use crate::format::pattern::node::Unread;
use crate::format::pattern::{compile, matcher};

/// What random patterns are put together from.
const PIECES: &[&str] = &[
    "a", "b", "c", "é", "-", "1", ",", ":", "a", "b", "(", "(", ")", ")", "(?:", "(?=", "(?!",
    "(?<=", "(?<!", "(?<n>", "|", "*", "+", "?", "{", "}", "{2}", "{1,}", "{0,2}", "{,2}", "[",
    "]", "[^", "[ab]", "[^a]", "[a-c]", "^", "$", ".", "\\d", "\\W", "\\s", "\\b", "\\B", "\\x61",
    "\\u0061", "\\u{62}", "\\c", "\\p{L}", "\\P{Ll}", "\\-", "\\.", "\\0", "\\07", "\\", "\\/",
    "\\_", "=", "!", "<", ">",
];

const TEXTS: &[&str] = &[
    "", "a", "b", "ab", "ba", "aab", "abab", "cab", "a-b", "1a", "éa", "aé", "a,2", "{2}", "\\",
    "::a", "a b", "\n", "a\n", "u", "bbbbb", "x61", "cacb", "]", "p{L}", "(", "-", "\u{7}",
    "aaaaaaab",
];

/// The first of so many random patterns that is read or judged differently.
fn first_difference(seed: &str, count: usize) -> Option<String> {
    let mut generator = Generator::new(seed);
    for _ in 0..count {
        let length = 1 + generator.below(9);
        let pieces = (0..length).map(|_| PIECES[generator.below(PIECES.len())]);
        let pattern: String = pieces.collect();
        let expected = reference(&pattern);
        // The reference lets edges of words be repeated, which ECMA-262 does not.
        let edges = pattern.to_lowercase();
        let mut edges = edges.split("\\b").skip(1);
        let repeats_edges = edges.any(|after| after.starts_with(['*', '+', '?', '{']));
        match (compile(&pattern), expected) {
            (Err(Unread::Syntax), Some(_)) if !repeats_edges => {
                return Some(format!("{pattern} is refused"));
            }
            (Err(_), _) => {}
            // Nothing is done with names, so that none is refused for being given twice.
            (Ok(_), None) if pattern.matches("(?<n>").count() > 1 => {}
            (Ok(_), None) => return Some(format!("{pattern} is read")),
            (Ok(program), Some(regex)) => {
                for text in TEXTS {
                    let verdict = Some(regex.find(text).is_some());
                    if matcher::is_match(&program, text) != verdict
                        || matcher::is_match_trying(&program, text) != verdict
                        || matcher::is_match_noting(&program, text) != verdict
                    {
                        return Some(format!("{pattern} differs on {text:?}, not {verdict:?}"));
                    }
                }
            }
        }
    }
    None
}

#[test]
fn random_patterns_are_judged_as_by_the_reference() {
    assert_eq!(first_difference("random", 1_500), None);
}

#[test]
#[ignore = "takes minutes"]
fn many_random_patterns_are_judged_as_by_the_reference() {
    for seed in 0..100 {
        assert_eq!(first_difference(&format!("seed {seed}"), 20_000), None);
    }
}
