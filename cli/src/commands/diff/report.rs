//! What differs, type by type, with what it means.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::io::Write;
use std::slice;

use formwork_codegen::semver::{self, Class, RustChange};
use formwork_specs::ResourceType;
use formwork_specs::diff::{self, Change, Effect, Part};
use formwork_specs::model::Literal;

use super::text;
use crate::output::json;
use crate::parallel::{self, Event};
use crate::stop::Stop;

/// Everything that differs.
pub(in crate::commands) struct Report {
    pub(in crate::commands) types: Vec<TypeReport>,
    /// How many types are in both, and equal.
    pub(super) equal: usize,
}

/// What differs in one type.
pub(in crate::commands) struct TypeReport {
    pub(in crate::commands) name: String,
    pub(super) changes: Vec<Change>,
    /// What users of the Rust notice.
    pub(super) rust: Vec<RustChange>,
    pub(in crate::commands) class: Class,
}

impl Report {
    pub(in crate::commands) fn of(old: &[ResourceType], new: &[ResourceType]) -> Self {
        let (old, new) = (by_name(old), by_name(new));
        let names: BTreeSet<&str> = old.keys().chain(new.keys()).copied().collect();
        let names: Vec<&str> = names.into_iter().collect();
        let (mut types, mut equal) = (Vec::new(), 0);
        let compare = |name: &&str| TypeReport::of(name, old.get(name), new.get(name));
        parallel::in_order(&names, compare, |event| {
            match event {
                Event::Done(Some(report)) => types.push(report),
                Event::Done(None) => equal += 1,
                Event::Waiting(_) => {}
            }
            true
        });
        Self { types, equal }
    }

    /// Writes it as a person reads it on a terminal.
    pub(in crate::commands) fn write(&self, out: &mut dyn Write) -> Result<(), Stop> {
        text::write(self, out)
    }

    /// The properties and attributes that types on both sides have no more.
    pub(in crate::commands) fn lost(&self) -> Vec<String> {
        let all = self.types.iter().flat_map(|report| &report.changes);
        let lost = all.filter(|change| change.part == Part::Removed && !change.path.is_empty());
        lost.map(|change| format!("{} {}", change.type_name, change.path))
            .collect()
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
        if self.types.is_empty() {
            return format!("nothing differs in {}", types(self.equal));
        }
        format!(
            "{} in {}, {} equal; for deployed stacks: {}; for users of the Rust: {}",
            count(changes, "change", "changes"),
            types(self.types.len()),
            self.equal,
            self.effect().words(),
            self.class()
        )
    }

    pub(super) fn to_json(&self) -> Literal {
        let types = self.types.iter().map(|report| {
            let changes = report.changes.iter().map(|change| {
                let (what, old, new) = match &change.part {
                    Part::Added { .. } | Part::Removed => (cells(change).0, vec![], vec![]),
                    Part::Renamed { from } => {
                        let renamed = "renamed".to_owned();
                        (renamed, vec![from.clone()], vec![last(&change.path)])
                    }
                    Part::Fact { name, old, new } => ((*name).to_owned(), old.clone(), new.clone()),
                };
                json::object([
                    ("path", json::text(&change.path)),
                    ("what", json::text(what)),
                    ("old", json::texts(old)),
                    ("new", json::texts(new)),
                    ("stacks", json::text(change.effect().name())),
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
            ("stacks", json::text(self.effect().name())),
            ("equal", json::count(self.equal)),
            ("types", Literal::Array(types.collect())),
        ])
    }
}

impl TypeReport {
    /// What differs in a type that is on one side at least; none if nothing does.
    fn of(name: &str, old: Option<&&ResourceType>, new: Option<&&ResourceType>) -> Option<Self> {
        let changes = diff::specifications(side(old), side(new)).changes;
        let (rust, class) = match (old, new) {
            // What is called otherwise, and demands the same, is noticed in Rust alone.
            (Some(old), Some(new)) if old != new => {
                let rust = semver::changes(old, new);
                let class = semver::class(&rust);
                (rust, class)
            }
            (Some(_), Some(_)) => (Vec::new(), Class::Patch),
            (None, _) => (Vec::new(), Class::Minor),
            (Some(_), None) => (Vec::new(), Class::Major),
        };
        let differs = !changes.is_empty() || !rust.is_empty();
        differs.then(|| Self {
            name: name.to_owned(),
            changes,
            rust,
            class,
        })
    }
}

/// The type of one side, if it is there.
fn side<'t>(resource: Option<&&'t ResourceType>) -> &'t [ResourceType] {
    resource.map_or(&[], |one| slice::from_ref(*one))
}

fn by_name(types: &[ResourceType]) -> BTreeMap<&str, &ResourceType> {
    types.iter().map(|one| (one.name.as_str(), one)).collect()
}

/// Where a change is, in a word for the type itself.
pub(super) fn place(change: &Change) -> &str {
    if change.path.is_empty() {
        "the type"
    } else {
        &change.path
    }
}

/// Facts that are words alone: pages, prose, and where other facts come from.
const WORDS: [&str; 9] = [
    "description",
    "documentation",
    "keyMeaning",
    "patternMeaning",
    "refDescription",
    "seeAlso",
    "source",
    "sources",
    "typeDocumentation",
];

/// Formats that a kind of value says already.
const FORMATS_OF_KINDS: [&str; 9] = [
    "boolean",
    "date-time",
    "double",
    "int32",
    "int64",
    "integer",
    "number",
    "string",
    "timestamp",
];

/// Whether a change of the kind at the same place says it already.
fn follows_from_kind(change: &Change) -> bool {
    match &change.part {
        Part::Fact { name: "type", .. } => true,
        Part::Fact {
            name: "format",
            old,
            new,
        } => {
            let mut formats = old.iter().chain(new);
            formats.all(|format| FORMATS_OF_KINDS.contains(&format.as_str()))
        }
        _ => false,
    }
}

/// The changes that a person wants to read one by one, the worst for deployed stacks first, and in one line how many
/// there are of words.
pub(super) fn apart(changes: &[Change]) -> (Vec<&Change>, Option<String>) {
    let is_words = |change: &&Change| change.fact().is_some_and(|name| WORDS.contains(&name));
    let (words, mut facts): (Vec<_>, Vec<_>) = changes.iter().partition(is_words);
    let kinds = changes.iter().filter(|one| one.fact() == Some("kind"));
    let kinds: HashSet<&str> = kinds.map(|one| one.path.as_str()).collect();
    facts.retain(|one| !(follows_from_kind(one) && kinds.contains(one.path.as_str())));
    facts.sort_by_key(|one| Reverse(one.effect()));
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in words.iter().filter_map(|change| change.fact()) {
        *counts.entry(name).or_default() += 1;
    }
    let counts = counts.iter().map(|(name, count)| match count {
        1 => (*name).to_owned(),
        count => format!("{name} ({count})"),
    });
    let line = format!("words besides: {}", counts.collect::<Vec<_>>().join(", "));
    (facts, (!words.is_empty()).then_some(line))
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
        Part::Fact { name, old, new } if FLAGS.contains(name) => {
            let word = |values: &[String]| if values.is_empty() { "no" } else { "yes" };
            (
                (*name).to_owned(),
                word(old).to_owned(),
                word(new).to_owned(),
            )
        }
        Part::Fact { name, old, new } => {
            let (old, new) = lists(old, new);
            ((*name).to_owned(), old, new)
        }
    }
}

/// Facts that hold or do not.
const FLAGS: [&str; 12] = [
    "deleteThenCreate",
    "deprecated",
    "deprecatedHere",
    "everyPropertyIsAttribute",
    "nonPublicHere",
    "ordered",
    "readOnlyHere",
    "required",
    "uniqueItems",
    "unordered",
    "writeOnly",
    "writeOnlyHere",
];

/// Two values; of two long lists what one has and the other lacks.
fn lists(old: &[String], new: &[String]) -> (String, String) {
    const FEW: usize = 4;
    // Rules are texts of several lines each.
    const SHORT: usize = 160;
    let length = old.iter().chain(new).map(String::len).sum::<usize>();
    let is_single = old.len() <= 1 && new.len() <= 1;
    let is_short = is_single || (old.len() <= FEW && new.len() <= FEW && length <= SHORT);
    if is_short || old.is_empty() || new.is_empty() {
        return (shown(old), shown(new));
    }
    let lacks = |list: &[String], other: &[String]| -> Vec<String> {
        let other: HashSet<&String> = other.iter().collect();
        let list = list.iter().filter(|one| !other.contains(one));
        list.cloned().collect()
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
