//! What was decided where the sources disagree.

use std::collections::{BTreeMap, BTreeSet};

use formwork_tests::published::Error;
use serde_json::Value;

use crate::model::{Decision, Outcome};

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
