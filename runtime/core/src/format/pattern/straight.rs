//! Reads a text along a program while each character decides alone how to go on.
//!
//! So it is with most patterns and texts: nothing is put off, nothing is tried twice, and each byte is looked
//! at once. A loop whose end follows from the length of the text leaves no choice either. Where there is one after all, a character above ASCII, or a step for which one has to look
//! around, the matcher begins anew.

use super::matcher::step_at;
use super::program::{Loop, Program, Step};
use super::set::CharSet;

/// More steps are left to the matcher, which counts its work.
const MOST_STEPS: u32 = 1_000;

/// Whether the program matches, if that can be told in one go.
pub(super) fn is_match(program: &Program, text: &str) -> Option<bool> {
    if !program.anchored {
        return None;
    }
    let (mut step, mut rest) = (program.entry.step, text.as_bytes());
    for _ in 0..MOST_STEPS {
        let after;
        (step, after) = match step_at(&program.steps, step)? {
            Step::Accept => return Some(true),
            Step::Text { text, next } => (*next, rest.strip_prefix(text.as_bytes())),
            Step::Set { set, next } => match run(set, rest, 1)? {
                0 => return Some(false),
                count => (*next, rest.get(count..)),
            },
            Step::Loop(repeated) if repeated.decided => {
                let count = run(&repeated.set, rest, repeated.most.unwrap_or(u32::MAX))?;
                let is_enough = is_within(count, repeated.least, None);
                let after = rest.get(count..).filter(|_| is_enough);
                (repeated.after.step, after)
            }
            // Of all places to leave the loop only one is so far from the end.
            Step::Loop(Loop {
                set,
                least,
                most,
                after,
                tail: Some(tail),
                ..
            }) => match rest.len().checked_sub(*tail) {
                Some(count) if is_within(count, *least, *most) => {
                    let (inside, rest) = rest.split_at_checked(count)?;
                    let are_all = run(set, inside, u32::MAX)? == count;
                    (after.step, are_all.then_some(rest))
                }
                _ => return Some(false),
            },
            Step::Split { first, second, .. } => {
                let byte = rest.first().copied();
                match (first.peek.admits(byte), second.peek.admits(byte)) {
                    (true, true) => return None,
                    (true, false) => (first.step, Some(rest)),
                    (false, true) => (second.step, Some(rest)),
                    (false, false) => return Some(false),
                }
            }
            Step::Start(next) => (*next, (rest.len() == text.len()).then_some(rest)),
            Step::End(next) => (*next, rest.is_empty().then_some(rest)),
            Step::Loop(_) | Step::WordEdge { .. } | Step::Look(_) => return None,
        };
        match after {
            Some(after) => rest = after,
            None => return Some(false),
        }
    }
    None
}

/// Whether so many are as many as there may be.
fn is_within(count: usize, least: u32, most: Option<u32>) -> bool {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    count >= least && most.is_none_or(|most| count <= most)
}

/// How many bytes at the start are characters of the set, up to so many; not said where one above ASCII
/// decides.
fn run(set: &CharSet, bytes: &[u8], most: u32) -> Option<usize> {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let bytes = bytes.get(..most).unwrap_or(bytes);
    let outside = bytes.iter().position(|byte| !set.has_ascii(*byte));
    match outside {
        Some(count) if bytes.get(count).is_some_and(u8::is_ascii) => Some(count),
        Some(_) => None,
        None => Some(bytes.len()),
    }
}
