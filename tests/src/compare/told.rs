//! Whether a difference stands in the report.

use std::collections::{BTreeMap, BTreeSet};

use formwork_specs::diff::{Change, Part};

use super::Difference;

/// How differences are told.
#[derive(Debug, Default)]
pub struct Told {
    /// At their place.
    pub there: usize,
    /// At another place of the same record, which several properties share.
    pub elsewhere: usize,
    /// With something around them: a property that comes or goes.
    pub above: usize,
    /// In the text of a branch that stands on one side alone.
    pub in_branches: usize,
    /// Nowhere.
    pub missed: Vec<Difference>,
}

/// Looks for each difference in a report.
#[must_use]
pub fn check(differences: Vec<Difference>, changes: &[Change]) -> Told {
    let mut by_type: BTreeMap<&str, Vec<&Change>> = BTreeMap::new();
    for change in changes {
        by_type.entry(&change.type_name).or_default().push(change);
    }
    let mut told = Told::default();
    for difference in differences {
        let changes = by_type.get(difference.type_name.as_str());
        let changes = changes.map_or(&[][..], Vec::as_slice);
        let is_said = |change: &&&Change| says(change, &difference);
        let place = difference.place.as_str();
        if changes.iter().filter(is_said).any(|one| one.path == place) {
            told.there += 1;
        } else if changes.iter().any(|change| is_around(change, place)) {
            told.above += 1;
        } else if changes
            .iter()
            .filter(is_said)
            .any(|one| !is_of_one_path(one) && are_alike(&one.path, place))
        {
            told.elsewhere += 1;
        } else if changes
            .iter()
            .any(|change| is_in_branch(change, &difference))
        {
            told.in_branches += 1;
        } else {
            told.missed.push(difference);
        }
    }
    told
}

/// Whether a change says the same, wherever it is.
fn says(change: &Change, difference: &Difference) -> bool {
    match &change.part {
        Part::Added { .. } => difference.fact == "added",
        Part::Removed => difference.fact == "removed",
        Part::Renamed { .. } => matches!(difference.fact, "added" | "removed"),
        Part::Fact { name, old, new } => {
            // The branches of one list are counted only where the lists differ in length.
            if matches!(difference.fact, "allOf" | "anyOf" | "oneOf") {
                return *name == difference.fact;
            }
            let values = |list: &[String]| list.iter().cloned().collect::<BTreeSet<_>>();
            if let Some(name) = name.strip_suffix(HERE) {
                // What a shared record says besides is said where it is met; no word here is its word.
                let is_no_word = |list: &[String], said: &BTreeSet<String>| {
                    list.is_empty() || values(list) == *said
                };
                let is_input = !matches!(name, "readOnly" | "nonPublic");
                return match difference.fact {
                    "added" => !is_input && new.is_empty(),
                    "removed" => !is_input && old.is_empty(),
                    fact => {
                        fact == name
                            && is_no_word(old, &difference.old)
                            && is_no_word(new, &difference.new)
                    }
                };
            }
            if difference.fact == "kind" && matches!(*name, "kind" | "type") {
                // Where branches beside it say another kind, models know no single one.
                return true;
            }
            let is_same = values(old) == difference.old && values(new) == difference.new;
            is_same && *name == difference.fact
        }
    }
}

/// The end of the names of facts that hold at one path to a shared record alone.
const HERE: &str = "Here";

fn is_of_one_path(change: &Change) -> bool {
    change.fact().is_some_and(|name| name.ends_with(HERE))
}

/// Whether a change says that everything at a place is new or gone.
fn is_around(change: &Change, place: &str) -> bool {
    let is_whole = matches!(change.part, Part::Added { .. } | Part::Removed);
    let rest = place.strip_prefix(&change.path);
    is_whole && !change.path.is_empty() && rest.is_some_and(|rest| rest.starts_with('/'))
}

/// Whether two places end in the same name, of a record that may stand at both.
fn are_alike(one: &str, other: &str) -> bool {
    let name = |path: &str| {
        let path = path.split("/*(").next().unwrap_or_default();
        let named = path.rsplit('/').find(|step| !step.starts_with('*'));
        named.map(|step| step.split('[').next().unwrap_or_default().to_owned())
    };
    name(one) == name(other)
}

/// Whether the text of a branch says it.
fn is_in_branch(change: &Change, difference: &Difference) -> bool {
    let Part::Fact { name, old, new } = &change.part else {
        return false;
    };
    let is_branch = matches!(
        *name,
        "allOf" | "anyOf" | "oneOf" | "not" | "if" | "then" | "else" | "dependentSchemas"
    );
    // A branch of another kind is another branch.
    let branch = difference.place.rsplit_once('[');
    let is_whole =
        branch.is_some_and(|(above, step)| above == change.path && step.starts_with(name));
    if is_whole && difference.fact == "kind" {
        return true;
    }
    let text = [old.as_slice(), new].concat().join(" ");
    let fact = match difference.fact {
        "added" | "removed" => {
            let name = difference.place.rsplit('/').next().unwrap_or_default();
            format!("{name}: ")
        }
        fact => fact.to_owned(),
    };
    let values = difference.old.iter().chain(&difference.new);
    is_branch && text.contains(&fact) && values.into_iter().all(|value| text.contains(value))
}
