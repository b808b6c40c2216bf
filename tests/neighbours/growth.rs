//! How the time of a build grows with a specification.

#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::project::{environment, succeed};

/// A resource type with these properties.
fn schema(properties: &str) -> String {
    format!(
        r#"{{"typeName":"Acme::Large::Thing","description":"","additionalProperties":false,
            "primaryIdentifier":["/properties/P0"],"properties":{{{properties}}}}}"#
    )
}

/// So many parts, divided by commas.
fn list(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect::<Vec<_>>().join(",")
}

/// The time that a check of a crate with this one type takes of the processor, in seconds; the least of three,
/// which other programs disturb least.
fn time(name: &str, specification: &str) -> f64 {
    let files = [
        (
            "src/lib.rs",
            r#"formwork::resource!(spec = "specs/thing.json");"#,
        ),
        ("specs/thing.json", &schema(r#""P0":{"type":"string"}"#)),
    ];
    let folder = crate::project::project(name, name, &files);
    succeed(&folder, &["check"]);
    let times = [" ", "  ", "   "].map(|blanks| {
        let text = format!("{specification}{blanks}");
        fs::write(folder.join("specs/thing.json"), text).unwrap();
        check(&folder)
    });
    times.into_iter().fold(f64::INFINITY, f64::min)
}

/// Runs `cargo check`; the seconds that it and all that it started spent computing, as the shell tells.
fn check(folder: &Path) -> f64 {
    let mut shell = Command::new("sh");
    shell.args(["-c", "\"$0\" check --quiet && times", env!("CARGO")]);
    let output = environment(&mut shell, folder).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let printed = String::from_utf8_lossy(&output.stdout);
    // The second line is about children, user time first: `0m1.25s 0m0.31s`.
    let children = printed.lines().nth(1).unwrap();
    let user = children.split_whitespace().next().unwrap();
    let (minutes, seconds) = user.trim_end_matches('s').split_once('m').unwrap();
    minutes.parse::<f64>().unwrap() * 60.0 + seconds.parse::<f64>().unwrap()
}

/// How many times longer eight times the size may take. Work that grows by the square takes thirty times and
/// more; some of what the compiler does grows faster than the size in any case.
const MOST: f64 = 20.0;

fn grows(name: &str, least: usize, specification: impl Fn(usize) -> String) {
    let small = time(name, &specification(least));
    let large = time(name, &specification(least * 8));
    assert!(
        large < small * MOST,
        "{small} s for {least}, {large} s for eight times as many"
    );
}

#[test]
fn many_values_of_a_set() {
    grows("growth-values", 2_500, |count| {
        let values = list(count, |number| format!(r#""value-{number}""#));
        schema(&format!(r#""P0":{{"type":"string","enum":[{values}]}}"#))
    });
}

#[test]
fn many_values_that_meet_in_one_name() {
    grows("growth-clashes", 2_500, |count| {
        let signs = |number| format!("{number:b}").replace('0', "-").replace('1', "+");
        let values = list(count, |number| format!(r#""a{}""#, signs(number)));
        schema(&format!(r#""P0":{{"type":"string","enum":[{values}]}}"#))
    });
}

#[test]
fn many_properties() {
    grows("growth-properties", 1_000, |count| {
        schema(&list(count, |number| {
            format!(r#""P{number}":{{"type":"string"}}"#)
        }))
    });
}
