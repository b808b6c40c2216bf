//! All patterns of a folder of registry schemas. Which of them judge nothing is a figure of
//! `tests/PATTERNS.md`, which says how this is run.

use std::collections::{BTreeMap, BTreeSet};
use std::hint::black_box;
use std::time::Instant;

use serde_json::Value;

use super::{differences, reference};
use crate::format::pattern::program::{Program, Step};
use crate::format::pattern::{compile, matcher};

#[test]
#[ignore = "needs published schemas: FORMWORK_SCHEMAS is their folder"]
fn published_patterns_are_judged_as_by_the_reference() {
    let folder = std::env::var("FORMWORK_SCHEMAS").expect("FORMWORK_SCHEMAS is set");
    let patterns = patterns_of(&folder);
    let (mut compared, mut failed, mut decided) = (0, 0, 0);
    let mut unread: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for pattern in &patterns {
        if let Err(reason) = compile(pattern) {
            unread
                .entry(format!("{reason:?}"))
                .or_default()
                .push(pattern);
            continue;
        }
        decided += usize::from(compile(pattern).is_ok_and(|program| is_decided(&program)));
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
        "{} patterns, {decided} of them without anything to try twice",
        patterns.len()
    );
    println!("{compared} texts compared, {failed} patterns differ");
    for (reason, patterns) in &unread {
        println!("\n{reason}: {}\n", patterns.len());
        for pattern in patterns {
            println!("    {pattern}");
        }
    }
    assert_eq!(failed, 0);
}

/// Whether the next character decides each step.
fn is_decided(program: &Program) -> bool {
    let decided = |step: &Step| match step {
        Step::Loop(repeated) => repeated.decided,
        Step::Split { first, second, .. } => {
            let at_end = first.peek.admits(None) && second.peek.admits(None);
            first.peek.excludes(second.peek) && !at_end
        }
        _ => true,
    };
    program.steps.iter().all(decided)
}

/// Patterns as published specifications have them, and texts as templates have them.
const TYPICAL: &[(&str, &str)] = &[
    ("^[a-zA-Z0-9-_]{1,64}$", "orders-service-production"),
    (
        "^arn:aws[a-z-]*:iam::\\d{12}:role/.+$",
        "arn:aws:iam::123456789012:role/orders",
    ),
    (
        "^method\\.response\\.header\\.[!#$%&'*+.^_`|~0-9A-Za-z-]+$",
        "method.response.header.Location",
    ),
    (
        "arn:.+:.+:.+:.+",
        "arn:aws:sns:eu-central-1:123456789012:orders",
    ),
    ("^(?!aws:)[a-zA-Z+-=._:/]+$", "team/orders"),
    ("^(\\d{1,3}\\.){3}\\d{1,3}/\\d{1,2}$", "10.0.128.0/20"),
    (
        "^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$",
        "owner of the order service",
    ),
];

#[test]
#[ignore = "measures"]
fn time_of_typical_patterns() {
    println!("compile ns | match ns | the reference's | pattern");
    for (pattern, text) in TYPICAL {
        let (program, regex) = (compile(pattern).unwrap(), reference(pattern).unwrap());
        assert!(matcher::is_match(&program, text).unwrap(), "{pattern}");
        let compiled = nanoseconds(|| compile(black_box(pattern)).is_ok());
        let compiled_there = nanoseconds(|| reference(black_box(pattern)).is_some());
        let matched = nanoseconds(|| matcher::is_match(&program, black_box(text)).is_some());
        let matched_there = nanoseconds(|| regex.find(black_box(text)).is_some());
        println!("{compiled} | {matched} | {compiled_there}, {matched_there} | `{pattern}`");
    }
}

/// The least time of one call, over several rounds.
fn nanoseconds(call: impl Fn() -> bool) -> u128 {
    let round = || {
        let begun = Instant::now();
        assert!((0..1_000).all(|_| call()));
        begun.elapsed().as_nanos() / 1_000
    };
    (0..50).map(|_| round()).min().unwrap_or_default()
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
