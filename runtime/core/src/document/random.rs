//! Random documents for tests: the same in every run.

use crate::json::map::Map;
use crate::json::{Json, Number};

/// A small generator of random numbers (xorshift); its quality matters little here.
pub(crate) struct Random(u64);

/// Strings that readers and writers are known to stumble over.
const HARD_STRINGS: &[&str] = &[
    "",
    " ",
    "a",
    "yes",
    "No",
    "null",
    "~",
    "true",
    "012",
    "0x1F",
    "1e3",
    "1.5",
    "-",
    "- a",
    "?",
    "? a",
    ":",
    "a: b",
    "a:",
    "a #b",
    "#",
    "# a",
    "a#b",
    "=",
    "<<",
    "*a",
    "&a",
    "!a",
    "%a",
    "@a",
    "`a",
    "|",
    ">",
    "[a]",
    "{a}",
    "a, b",
    "\"",
    "'",
    "'a'",
    "\\",
    "\\n",
    "a\nb",
    "a\nb\n",
    "\n",
    "\n\n",
    "a\n\n",
    "\na",
    " a\nb",
    "a \nb",
    "a\n b\n",
    "a\r\nb",
    "a\tb",
    "\ta",
    "a\t",
    "a ",
    " a",
    "\u{0}",
    "\u{7f}",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "é",
    "日本",
    "😀",
    "2010-09-09",
    "12:30:45",
    "---",
    "...",
    "--- a",
    "a\n---\nb",
    "{{resolve:ssm:x}}",
    "${AWS::Region}",
    "A.B.C",
    ".inf",
    "a\n# b\n",
    "# a\nb",
    "a\n\n  b\n\n\n",
    "key: |\n  x",
    "1_000",
    "+1",
    "089",
    "- ",
    "a\u{a0}",
];

const NAMES: &[&str] = &[
    "Ref",
    "Condition",
    "Fn::GetAtt",
    "Fn::Sub",
    "Fn::Join",
    "Fn::Base64",
    "Fn::If",
    "Fn::And",
    "Fn::Not",
    "Fn::Foo",
    "!Foo",
    "Fn::Transform",
    "Fn::ForEach::X",
    "Name",
    "Key",
    "Type",
    "a b",
];

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    pub(crate) fn pick<'a, T: ?Sized>(&mut self, choices: &[&'a T]) -> &'a T {
        choices[self.below(choices.len())]
    }

    pub(crate) fn text(&mut self) -> String {
        let mut text = self.pick(HARD_STRINGS).to_owned();
        if self.below(4) == 0 {
            text.push_str(self.pick(HARD_STRINGS));
        }
        text
    }

    fn number(&mut self) -> Number {
        let numbers = [
            "0",
            "-0",
            "7",
            "-12",
            "1.50",
            "1e3",
            "-2.5E-7",
            "123456789012345678901",
        ];
        self.pick(&numbers).parse().unwrap()
    }

    /// A value of at most `depth` levels.
    pub(crate) fn json(&mut self, depth: usize) -> Json {
        match self.below(if depth == 0 { 6 } else { 12 }) {
            0 => Json::Null,
            1 => Json::Bool(self.below(2) == 0),
            2 => Json::Number(self.number()),
            3..=5 => Json::String(self.text()),
            6..=8 => (0..self.below(4)).map(|_| self.json(depth - 1)).collect(),
            _ => {
                let mut members = Map::new();
                for _ in 0..self.below(4) {
                    let name = match self.below(3) {
                        0 => self.text(),
                        _ => self.pick(NAMES).to_owned(),
                    };
                    members.insert(name, self.json(depth - 1));
                }
                Json::Object(members)
            }
        }
    }

    /// `text` after a few random changes: characters replaced, put in, taken out, and parts of it
    /// repeated.
    pub(crate) fn mutate(&mut self, text: &str, alphabet: &str) -> String {
        let alphabet: Vec<char> = alphabet.chars().collect();
        let mut characters: Vec<char> = text.chars().collect();
        for _ in 0..=self.below(3) {
            let at = self.below(characters.len() + 1);
            let character = alphabet[self.below(alphabet.len())];
            match self.below(4) {
                0 if at < characters.len() => characters[at] = character,
                1 if at < characters.len() => drop(characters.remove(at)),
                2 if at < characters.len() => {
                    let end = (at + self.below(8)).min(characters.len());
                    let part = characters[at..end].to_vec();
                    let to = self.below(characters.len() + 1);
                    characters.splice(to..to, part);
                }
                _ => characters.insert(at, character),
            }
        }
        characters.into_iter().collect()
    }
}
