//! Whether the facts of a type arrive: the model that the specification was read into, against the
//! facts text that the generator wrote, and against what the runtime reads from it.
//!
//! Written from the documentation of the facts text, not from the code that writes it. What stands
//! in the model and by intention not in the table: prose and pages about it, the meaning of single
//! values, and handlers other than `update`.

mod curated;
mod limits;
mod model;
mod runtime;
mod table;
pub mod walk;

use std::collections::BTreeMap;

use formwork::Json;
use formwork_specs::ResourceType;

/// Facts by the place of the schema that states them and the keyword.
pub(crate) type Facts = BTreeMap<(String, &'static str), String>;

/// How often each keyword stands in the models and in the tables.
#[derive(Clone, Debug, Default)]
pub struct Counts(pub BTreeMap<&'static str, [usize; 2]>);

impl Counts {
    /// Adds the counts of other types.
    pub fn add(&mut self, other: &Self) {
        for (keyword, [model, table]) in &other.0 {
            let counts = self.0.entry(keyword).or_default();
            counts[0] += model;
            counts[1] += table;
        }
    }
}

/// What came of comparing one type.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// What does not agree, one sentence each.
    pub differences: Vec<String>,
    /// Keywords in the model and in the table.
    pub counts: Counts,
    /// How many properties the runtime was asked for.
    pub properties: usize,
}

/// Compares the model of a type with its facts text.
#[must_use]
pub fn compare(resource: &ResourceType, table: &str) -> Comparison {
    let mut comparison = Comparison::default();
    match table.parse::<Json>() {
        Ok(json) => {
            let stated = model::facts(resource);
            let written = table::facts(&json);
            comparison.facts(&stated, &written);
        }
        Err(error) => comparison
            .differences
            .push(format!("the table is no JSON: {error}")),
    }
    runtime::compare(resource, table, &mut comparison);
    comparison
}

impl Comparison {
    fn facts(&mut self, stated: &Facts, written: &Facts) {
        for ((at, keyword), value) in stated {
            self.counts.0.entry(keyword).or_default()[0] += 1;
            match written.get(&(at.clone(), *keyword)) {
                None => self.say(at, format!("`{keyword}` is lost: {value}")),
                Some(other) if other != value => {
                    self.say(at, format!("`{keyword}` is {other} in place of {value}"));
                }
                Some(_) => {}
            }
        }
        for ((at, keyword), value) in written {
            self.counts.0.entry(keyword).or_default()[1] += 1;
            if !stated.contains_key(&(at.clone(), *keyword)) {
                self.say(at, format!("`{keyword}` is invented: {value}"));
            }
        }
    }

    fn say(&mut self, at: &str, message: impl AsRef<str>) {
        self.differences.push(format!("{at}: {}", message.as_ref()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCHEMA: &str = r##"{"typeName":"A::B::C","additionalProperties":false,
        "properties":{"X":{"type":"string","maxLength":5},"Y":{"$ref":"#/definitions/Y"}},
        "definitions":{"Y":{"type":"object","additionalProperties":false,
            "properties":{"Z":{"type":"integer"}}}},
        "required":["X"],"createOnlyProperties":["/properties/X"]}"##;

    const TABLE: &str = r#"{"typeName":"A::B::C","definitions":{
        "":{"type":"object","properties":{"X":{"type":"string","maxLength":5,"update":"Immutable"},
            "Y":{"$ref":1}},"additionalProperties":false,"required":["X"]},
        "Y":{"type":"object","properties":{"Z":{"type":"integer"}},"additionalProperties":false}}}"#;

    fn differences(table: &str) -> Vec<String> {
        let spec = formwork_specs::read(SCHEMA.as_bytes()).unwrap();
        compare(&spec.resources[0], table).differences
    }

    #[test]
    fn a_faithful_table() {
        assert_eq!(differences(TABLE), [""; 0]);
    }

    #[test]
    fn each_change_of_the_table_is_seen_in_both_comparisons() {
        for (written, changed) in [
            ("\"maxLength\":5", "\"maxLength\":6"),
            (",\"update\":\"Immutable\"", ""),
            ("[\"X\"]", "[]"),
            (
                "\"Z\":{\"type\":\"integer\"}",
                "\"Z\":{\"type\":\"number\"}",
            ),
            ("\"Z\":{", "\"Z\":{\"writeOnly\":true,"),
            ("\"Z\":{", "\"Z\":{\"deprecated\":true,"),
            ("\"$ref\":1", "\"type\":\"object\""),
        ] {
            let table = TABLE.replace(written, changed);
            let found = differences(&table);
            assert!(
                found.iter().any(|line| line.contains('`')),
                "{changed}: {found:?}"
            );
            let by_runtime = found.iter().filter(|line| line.contains("the runtime"));
            assert!(by_runtime.count() > 0, "{changed}: {found:?}");
        }
    }
}
