//! New inputs out of known ones.

use fastrand::Rng;

/// Pieces that mean something to one of the readers.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "'",
    "\\",
    "\n",
    "\r",
    "\t",
    "  ",
    "- ",
    "? ",
    "|",
    ">",
    "&a ",
    "*a",
    "!Ref ",
    "!Sub ",
    "!GetAtt ",
    "!",
    "!!str ",
    "<<",
    "---\n",
    "%YAML 1.1\n",
    "null",
    "true",
    "on",
    "1e400",
    "-0",
    "0x1F",
    "\u{feff}",
    "\u{0}",
    "\u{1b}",
    "\u{202e}",
    "\\ud800",
    "{{resolve:",
    "${",
    "}",
    "Ref",
    "Fn::If",
    "Fn::Transform",
    "Fn::ForEach::A",
    "AWS::NoValue",
    "$ref",
    "#/definitions/A",
    "anyOf",
    "allOf",
    "properties",
    "patternProperties",
    "(?=",
    "(?<a>",
    "\\k<a>",
    "*+",
    "{1,99999}",
    "[^]",
    "\\p{L}",
    "~1",
    "/-",
    "crate =",
    "types =",
    " as ",
    "pub(crate) ",
    "\"AWS::SQS::*\"",
];

/// The most bytes of an input: larger ones find nothing new and take long.
const LONGEST: usize = 4096;

/// One input with a few changes; sometimes with a part of another one in it.
pub(crate) fn mutate(seeds: &[Vec<u8>], rng: &mut Rng) -> Vec<u8> {
    let mut input = pick(seeds, rng).to_vec();
    for _ in 0..=rng.usize(..6) {
        let at = rng.usize(..=input.len());
        let end = at + rng.usize(..=(input.len() - at).min(40));
        match rng.u8(..8) {
            0 => drop(input.drain(at..end)),
            1 => insert(
                &mut input,
                at,
                rng.choice(PIECES).map_or(b"", |piece| piece.as_bytes()),
            ),
            2 => {
                let part = input[at..end].to_vec();
                insert(&mut input, at, &part.repeat(1 + rng.usize(..4)));
            }
            3 => {
                let piece = rng.choice(PIECES).map_or("", |piece| piece);
                insert(
                    &mut input,
                    at,
                    piece.repeat(1 + rng.usize(..300)).as_bytes(),
                );
            }
            4 => {
                let other = pick(seeds, rng);
                let from = rng.usize(..=other.len());
                let part = &other[from..from + rng.usize(..=(other.len() - from).min(200))];
                insert(&mut input, at, part);
            }
            5 => insert(&mut input, at, &[rng.u8(..)]),
            6 => {
                if let Some(byte) = input.get_mut(at) {
                    *byte = rng.u8(..);
                }
            }
            _ => input.truncate(at.max(1)),
        }
    }
    input.truncate(LONGEST);
    input
}

fn pick<'s>(seeds: &'s [Vec<u8>], rng: &mut Rng) -> &'s [u8] {
    rng.choice(seeds).map_or(&[], Vec::as_slice)
}

fn insert(input: &mut Vec<u8>, at: usize, part: &[u8]) {
    input.splice(at..at, part.iter().copied());
}
