//! What updates do, as a table: each row is a type, its properties before and after, and what becomes of it.
//!
//! | file | rows about |
//! |---|---|
//! | `facts.jsonl` | published types: what happens in the world, observed or published |
//! | `rules.jsonl` | published types: each curated rule, where it applies and where it does not |
//! | `engine.jsonl` | a type of our own with a property for every case: sameness, functions, paths, names |
//!
//! A row has `type`, `old`, `new`, `outcome`, `interruption` (absent where the resource does not stay),
//! `attributesBefore` and `attributesAfter` (the resource's attributes beside its properties, where they are in
//! sight), and `why`; or `unchanged` in the place of an outcome. `certain` is false where a value may turn out to
//! be the same.

mod display;
mod every;
mod hostile;
mod own_facts;
mod random;
mod rows;
mod whole;

use formwork::Types;

use self::rows::{Row, Verdict};

const FACTS: &str = include_str!("facts.jsonl");
const RULES: &str = include_str!("rules.jsonl");
const ENGINE: &str = include_str!("engine.jsonl");
const LABORATORY: &str = include_str!("../corpus/specs/laboratory.json");

#[test]
fn published_types_do_what_is_known_of_them() {
    let types = Types::catalog();
    check(FACTS, &types, 248);
}

#[test]
fn curated_rules_apply_where_they_should_and_nowhere_else() {
    let types = Types::catalog();
    check(RULES, &types, 330);
}

#[test]
fn a_type_with_every_kind_of_property_does_what_its_facts_say() {
    let types = Types::new().with_specification(LABORATORY).unwrap();
    check(ENGINE, &types, 111);
}

/// Asks every row, and tells mistakes that frighten without need from those that lull.
fn check(rows: &str, types: &Types, least: usize) {
    let rows: Vec<Row> = rows.lines().map(Row::read).collect();
    assert!(rows.len() >= least, "{} rows", rows.len());
    let (mut alarms, mut safes) = (Vec::new(), Vec::new());
    for row in &rows {
        match row.ask(types) {
            Verdict::Right => {}
            Verdict::FalseAlarm(report) => alarms.push(report),
            Verdict::FalseSafe(report) => safes.push(report),
        }
    }
    assert!(
        alarms.is_empty() && safes.is_empty(),
        "of {} rows\n\n{} false safes:\n\n{}\n\n{} false alarms:\n\n{}",
        rows.len(),
        safes.len(),
        safes.join("\n\n"),
        alarms.len(),
        alarms.join("\n\n"),
    );
}
