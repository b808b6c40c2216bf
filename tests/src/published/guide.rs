//! What the user guide says of each property.

use std::collections::HashMap;

use serde_json::Value;

use super::Error;

/// The words of the guide for updates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Nothing is interrupted.
    NoInterruption,
    /// Something is interrupted, or more.
    SomeInterruptions,
    /// The resource is replaced.
    Replacement,
    /// The update is refused.
    NotSupported,
}

impl Word {
    const ALL: [(&'static str, Self); 4] = [
        ("no interruption", Self::NoInterruption),
        ("some interruptions", Self::SomeInterruptions),
        ("replacement", Self::Replacement),
        ("updates are not supported", Self::NotSupported),
    ];

    /// As the guide writes it.
    #[must_use]
    pub fn text(self) -> &'static str {
        let found = Self::ALL.iter().find(|(_, word)| *word == self);
        found.map_or("", |(text, _)| text)
    }
}

/// Type, property type (empty for the type itself), property.
type Key = (String, String, String);

/// The words of the guide.
pub struct Pages(HashMap<Key, Word>);

impl Pages {
    /// Reads a file of lines.
    ///
    /// # Errors
    ///
    /// If a line is no JSON or has a word that nobody knows.
    pub fn read(lines: &str) -> Result<Self, Error> {
        let mut words = HashMap::new();
        for line in lines.lines().filter(|line| !line.is_empty()) {
            let line: Value = serde_json::from_str(line)?;
            let text = |key: &str| line[key].as_str().unwrap_or_default().to_owned();
            let update = text("update");
            let word = Word::ALL.iter().find(|(known, _)| *known == update);
            let (_, word) = word.ok_or_else(|| format!("the guide has no word `{update}`"))?;
            words.insert((text("type"), text("in"), text("property")), *word);
        }
        Ok(Self(words))
    }

    /// What the guide says of a property of a type, or of one of its property types.
    #[must_use]
    pub fn word(&self, name: &str, owner: &str, property: &str) -> Option<Word> {
        let key = (name.to_owned(), owner.to_owned(), property.to_owned());
        self.0.get(&key).copied()
    }
}
