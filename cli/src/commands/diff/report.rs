//! What differs, type by type, with what it means.

use std::io::Write;

use formwork_codegen::semver::{self, Class, RustChange};
use formwork_specs::ResourceType;
use formwork_specs::diff::{self, Change, Effect, Part};
use formwork_specs::model::Literal;

use super::text;
use crate::output::json;
use crate::stop::Stop;

/// Everything that differs.
pub(in crate::commands) struct Report {
    pub(super) types: Vec<TypeReport>,
    /// How many types are in both, and equal.
    pub(super) equal: usize,
}

/// What differs in one type.
pub(super) struct TypeReport {
    pub(super) name: String,
    pub(super) changes: Vec<Change>,
    /// What users of the Rust notice.
    pub(super) rust: Vec<RustChange>,
    pub(super) class: Class,
}

impl Report {
    pub(in crate::commands) fn of(old: &[ResourceType], new: &[ResourceType]) -> Self {
        let diff = diff::specifications(old, new);
        let mut types: Vec<TypeReport> = Vec::new();
        for change in diff.changes {
            match types.last_mut() {
                Some(last) if last.name == change.type_name => last.changes.push(change),
                _ => types.push(TypeReport {
                    name: change.type_name.clone(),
                    changes: vec![change],
                    rust: Vec::new(),
                    class: Class::Patch,
                }),
            }
        }
        let find = |types: &'_ [ResourceType], name: &str| {
            types.iter().position(|one| one.name.as_str() == name)
        };
        for report in &mut types {
            let sides = (find(old, &report.name), find(new, &report.name));
            let sides = (
                sides.0.and_then(|at| old.get(at)),
                sides.1.and_then(|at| new.get(at)),
            );
            report.class = match sides {
                (Some(old), Some(new)) => {
                    report.rust = semver::changes(old, new);
                    semver::class(&report.rust)
                }
                (None, _) => Class::Minor,
                (Some(_), None) => Class::Major,
            };
        }
        Self {
            types,
            equal: diff.equal,
        }
    }

    /// Writes it as a person reads it on a terminal.
    pub(in crate::commands) fn write(&self, out: &mut dyn Write) -> Result<(), Stop> {
        text::write(self, out)
    }

    /// The most severe class.
    pub(super) fn class(&self) -> Class {
        let classes = self.types.iter().map(|report| report.class);
        classes.max().unwrap_or(Class::Patch)
    }

    /// The most severe effect on deployed stacks.
    pub(super) fn effect(&self) -> Effect {
        let changes = self.types.iter().flat_map(|report| &report.changes);
        changes.map(Change::effect).max().unwrap_or(Effect::None)
    }

    /// The line at the end: how much differs, and how badly.
    pub(super) fn summary(&self) -> String {
        let changes: usize = self.types.iter().map(|report| report.changes.len()).sum();
        if changes == 0 {
            return format!("nothing differs in {}", types(self.equal));
        }
        format!(
            "{} in {}, {} equal; for users of the Rust: {}",
            count(changes, "change", "changes"),
            types(self.types.len()),
            self.equal,
            self.class()
        )
    }

    pub(super) fn to_json(&self) -> Literal {
        let types = self.types.iter().map(|report| {
            let changes = report.changes.iter().map(|change| {
                let (fact, old, new) = cells(change);
                json::object([
                    ("path", json::text(&change.path)),
                    ("what", json::text(fact)),
                    ("old", json::text(old)),
                    ("new", json::text(new)),
                    ("stacks", json::text(change.effect().words())),
                ])
            });
            let rust = report.rust.iter().map(|change| {
                json::object([
                    ("item", json::text(&change.item)),
                    ("class", json::text(change.class.to_string())),
                    ("reason", json::text(&change.reason)),
                ])
            });
            json::object([
                ("type", json::text(&report.name)),
                ("class", json::text(report.class.to_string())),
                ("changes", Literal::Array(changes.collect())),
                ("rust", Literal::Array(rust.collect())),
            ])
        });
        json::object([
            ("class", json::text(self.class().to_string())),
            ("equal", json::count(self.equal)),
            ("types", Literal::Array(types.collect())),
        ])
    }
}

/// A change in three cells: what, before, afterwards.
pub(super) fn cells(change: &Change) -> (String, String, String) {
    match &change.part {
        Part::Added { required } => {
            let what = if *required {
                "added, required"
            } else {
                "added"
            };
            (what.to_owned(), String::new(), String::new())
        }
        Part::Removed => ("removed".to_owned(), String::new(), String::new()),
        Part::Renamed { from } => ("renamed".to_owned(), from.clone(), last(&change.path)),
        Part::Fact { name, old, new } => {
            let (old, new) = lists(old, new);
            ((*name).to_owned(), old, new)
        }
    }
}

/// Two values; of long lists what one has and the other lacks.
fn lists(old: &[String], new: &[String]) -> (String, String) {
    const FEW: usize = 4;
    if old.len() <= FEW && new.len() <= FEW {
        return (shown(old), shown(new));
    }
    let lacks = |list: &[String], other: &[String]| -> Vec<String> {
        list.iter()
            .filter(|one| !other.contains(one))
            .cloned()
            .collect()
    };
    let mark = |list: &[String], sign: &str| -> String {
        let list = list.iter().map(|one| format!("{sign}{one}"));
        list.collect::<Vec<_>>().join(", ")
    };
    (mark(&lacks(old, new), "-"), mark(&lacks(new, old), "+"))
}

fn shown(values: &[String]) -> String {
    values.join(", ")
}

fn last(path: &str) -> String {
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

fn types(number: usize) -> String {
    count(number, "type", "types")
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
