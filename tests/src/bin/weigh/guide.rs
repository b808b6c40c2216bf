//! What the user guide says of each property, and what was decided where it stands alone.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::Value;

use crate::Error;
use crate::model::{Decision, Outcome};

/// The words of the guide for updates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    NoInterruption,
    SomeInterruptions,
    Replacement,
    NotSupported,
}

impl Word {
    pub(crate) const ALL: [(&'static str, Self); 4] = [
        ("no interruption", Self::NoInterruption),
        ("some interruptions", Self::SomeInterruptions),
        ("replacement", Self::Replacement),
        ("updates are not supported", Self::NotSupported),
    ];

    pub(crate) fn text(self) -> &'static str {
        let found = Self::ALL.iter().find(|(_, word)| *word == self);
        found.map_or("", |(text, _)| text)
    }
}

/// Type, property type (empty for the type itself), property.
type Key = (String, String, String);

/// The words of the guide.
pub(crate) struct Pages(HashMap<Key, Word>);

impl Pages {
    pub(crate) fn read(lines: &str) -> Result<Self, Error> {
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

    pub(crate) fn word(&self, name: &str, owner: &str, property: &str) -> Option<Word> {
        let key = (name.to_owned(), owner.to_owned(), property.to_owned());
        self.0.get(&key).copied()
    }
}

/// What was decided, by type and `PropertyType.Property`.
pub(crate) struct Decisions {
    all: BTreeMap<(String, String), Decision>,
    used: BTreeSet<(String, String)>,
}

impl Decisions {
    pub(crate) fn read(text: &str) -> Result<Self, Error> {
        let list: Value = serde_json::from_str(text)?;
        let mut all = BTreeMap::new();
        for one in list.as_array().ok_or("the decisions are a list")? {
            let text = |key: &str| -> Result<String, Error> {
                let text = one[key].as_str().filter(|text| !text.is_empty());
                Ok(text
                    .ok_or_else(|| format!("`{key}` is missing in {one}"))?
                    .to_owned())
            };
            let key = (text("type")?, text("property")?);
            let decision = Decision {
                outcome: Outcome::named(&text("outcome")?)?,
                interruption: one["interruption"].as_str().map(str::to_owned),
                because: text("because")?,
                source: text("source")?,
                as_of: text("asOf")?,
            };
            if all.insert(key.clone(), decision).is_some() {
                return Err(format!("{} {} is decided twice", key.0, key.1).into());
            }
        }
        Ok(Self {
            all,
            used: BTreeSet::new(),
        })
    }

    pub(crate) fn about(&mut self, name: &str, owner: &str, property: &str) -> Option<Decision> {
        let path = match owner {
            "" => property.to_owned(),
            owner => format!("{owner}.{property}"),
        };
        let key = (name.to_owned(), path);
        let decision = self.all.get(&key).cloned()?;
        self.used.insert(key);
        Some(decision)
    }

    /// Decisions about what the sources agree on, or about nothing.
    pub(crate) fn unused(&self) -> impl Iterator<Item = String> + '_ {
        let unused = self.all.keys().filter(|key| !self.used.contains(*key));
        unused.map(|(name, property)| format!("{name} {property}"))
    }
}
