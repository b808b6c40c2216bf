//! Every type of the catalog: it expands to Rust without an error, its facts arrive, and its names
//! are those that were reviewed.

use std::collections::HashSet;
use std::sync::LazyLock;

use formwork_specs::{Spec, bundled};
use formwork_tests::sweep::expansion::Expansion;
use formwork_tests::sweep::facts;
use formwork_tests::sweep::{names, parallel};

/// The names of all types, one line each; written by the command `sweep -- expand --write-names`.
const NAMES: &str = include_str!("names.txt");

/// The lines of names, and what is wrong with the types.
static ALL: LazyLock<(String, Vec<String>)> = LazyLock::new(|| {
    let types: Vec<&str> = bundled::names().collect();
    let (mut lines, mut faults) = (String::new(), Vec::new());
    for (line, found) in parallel::map(&types, parallel::processors(), look_at) {
        faults.extend(found);
        lines.extend(line.iter().flat_map(|line| [line, "\n"]));
    }
    (lines, faults)
});

/// What came of one type: its line in the file of names, and what is wrong.
fn look_at(name: &&str) -> (Option<String>, Vec<String>) {
    let expansion = match Expansion::of(&format!("{name:?}")) {
        Ok(expansion) => expansion,
        Err(error) => return (None, vec![format!("{name}: {error}")]),
    };
    let text = bundled::find(name).unwrap_or_default();
    let spec = match formwork_specs::read(text.as_bytes()) {
        Ok(spec) => spec,
        Err(problems) => return (None, vec![format!("{name}: {problems}")]),
    };
    let resource = match bundled::resource(name) {
        Some(Ok(resource)) => resource,
        other => return (None, vec![format!("{name}: {other:?}")]),
    };
    let facts_text = formwork_specs::facts::text(&resource);
    let faults = facts::compare(&resource, &facts_text).differences;
    // Keywords that are neither read nor listed with the reason why not are warnings: there are none.
    let faults = faults.into_iter().chain(lost_keywords(&spec));
    let faults = faults.map(|fault| format!("{name}: {fault}"));
    (Some(names::line(&resource, &expansion)), faults.collect())
}

fn lost_keywords(spec: &Spec) -> impl Iterator<Item = String> {
    let warnings = spec.warnings.iter().map(ToString::to_string);
    warnings.filter(|warning| warning.starts_with("the keyword "))
}

#[test]
fn a_keyword_that_is_passed_over_is_seen() {
    let text = r#"{"typeName":"A::B::C","properties":{"P":{"type":"string","ofOld":1}},"new":2,
        "additionalProperties":false}"#;
    let spec = formwork_specs::read(text.as_bytes()).unwrap();
    let lost: Vec<String> = lost_keywords(&spec).collect();
    assert!(
        matches!(lost.as_slice(), [one, two]
        if one.contains("`ofOld`") && two.contains("`new`")),
        "{lost:?}"
    );
}

#[test]
fn every_type_expands_and_its_facts_arrive() {
    let (lines, faults) = &*ALL;
    let first = faults.iter().take(30).map(String::as_str);
    let first = first.collect::<Vec<_>>().join("\n");
    assert!(faults.is_empty(), "{} faults:\n{first}", faults.len());
    assert!(lines.lines().count() > 1_800);
}

#[test]
fn names_are_those_that_were_reviewed() {
    let known: HashSet<&str> = NAMES.lines().collect();
    let changed = ALL.0.lines().filter(|line| !known.contains(line));
    let changed: Vec<&str> = changed.take(10).collect();
    assert!(
        ALL.0 == NAMES,
        "names of types differ from the reviewed ones, first of {changed:?}\nhelp: if that is \
         meant, run `cargo run --release -p formwork-tests --bin sweep -- expand --write-names`",
    );
}
