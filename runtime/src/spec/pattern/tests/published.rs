//! All patterns of a folder of registry schemas. Which of them judge nothing is a figure of
//! `tests/PATTERNS.md`, which says how this is run.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use serde_json::Value;

use super::{differences, reference, texts};
use crate::spec::pattern::{compile, matcher};

#[test]
#[ignore = "needs published schemas: FORMWORK_SCHEMAS is their folder"]
fn published_patterns_are_judged_as_by_the_reference() {
    let folder = std::env::var("FORMWORK_SCHEMAS").expect("FORMWORK_SCHEMAS is set");
    let patterns = patterns_of(&folder);
    let (mut compared, mut failed) = (0, 0);
    let mut unread: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for pattern in &patterns {
        if let Err(reason) = compile(pattern) {
            unread
                .entry(format!("{reason:?}"))
                .or_default()
                .push(pattern);
            continue;
        }
        if reference(pattern).is_none() {
            println!("read here alone: {pattern}");
        }
        let (texts, different) = differences(pattern, 20);
        compared += texts;
        if !different.is_empty() {
            failed += 1;
            println!("{pattern} differs on {different:?}");
        }
    }
    println!(
        "{} patterns, {compared} texts compared, {failed} patterns differ",
        patterns.len()
    );
    for (reason, patterns) in &unread {
        println!("\n{reason}: {}\n", patterns.len());
        patterns
            .iter()
            .for_each(|pattern| println!("    {pattern}"));
    }
    assert_eq!(failed, 0);
}

#[test]
#[ignore = "measures; needs published schemas: FORMWORK_SCHEMAS is their folder"]
fn time_of_published_patterns() {
    let folder = std::env::var("FORMWORK_SCHEMAS").expect("FORMWORK_SCHEMAS is set");
    let patterns = patterns_of(&folder);
    let patterns: Vec<&String> = patterns
        .iter()
        .filter(|pattern| compile(pattern).is_ok() && reference(pattern).is_some())
        .collect();
    let texts: Vec<_> = patterns.iter().map(|pattern| texts(pattern, 3)).collect();
    let count: usize = texts.iter().map(BTreeSet::len).sum();
    let begun = Instant::now();
    let ours: Vec<_> = patterns
        .iter()
        .filter_map(|pattern| compile(pattern).ok())
        .collect();
    println!(
        "compile: {:?} each",
        begun.elapsed() / u32::try_from(ours.len()).unwrap()
    );
    let begun = Instant::now();
    let theirs: Vec<_> = patterns
        .iter()
        .filter_map(|pattern| reference(pattern))
        .collect();
    println!(
        "reference: {:?} each",
        begun.elapsed() / u32::try_from(ours.len()).unwrap()
    );
    let begun = Instant::now();
    let mut matched = 0;
    for (program, texts) in ours.iter().zip(&texts) {
        let matches = |text: &&String| matcher::is_match(program, text) == Some(true);
        matched += texts.iter().filter(matches).count();
    }
    println!(
        "match: {:?} each",
        begun.elapsed() / u32::try_from(count).unwrap()
    );
    let begun = Instant::now();
    for (regex, texts) in theirs.iter().zip(&texts) {
        matched -= texts
            .iter()
            .filter(|text| regex.find(text).is_some())
            .count();
    }
    println!(
        "reference: {:?} each",
        begun.elapsed() / u32::try_from(count).unwrap()
    );
    assert_eq!(matched, 0);
}

/// The distinct patterns of all schemas in a folder.
fn patterns_of(folder: &str) -> BTreeSet<String> {
    let mut patterns = BTreeSet::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let text = std::fs::read_to_string(entry.expect("a file").path()).expect("text");
        gather(&serde_json::from_str(&text).expect("JSON"), &mut patterns);
    }
    patterns
}

fn gather(value: &Value, patterns: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            if let Some(Value::String(pattern)) = members.get("pattern") {
                patterns.insert(pattern.clone());
            }
            if let Some(Value::Object(keys)) = members.get("patternProperties") {
                patterns.extend(keys.keys().cloned());
            }
            members.values().for_each(|member| gather(member, patterns));
        }
        Value::Array(elements) => elements.iter().for_each(|one| gather(one, patterns)),
        _ => {}
    }
}
