//! What a check says about a template.

mod conditions;
mod dynamic;
mod given;
mod kinds;
mod macros;
mod order;
mod parameters;
mod references;
mod resources;
mod sections;

use formwork::{Template, Types, Violations};

/// What is found in a YAML template by the types of the catalog: code, line and path of each.
#[track_caller]
fn found(yaml: &str) -> Vec<String> {
    let all = violations(yaml);
    let line = |one: &formwork::Violation| {
        let line = one.location().map_or(0, |place| place.line);
        format!("{} {line} {}", one.rule().code(), one.path())
    };
    all.iter().map(line).collect()
}

#[track_caller]
fn violations(yaml: &str) -> Violations {
    let template = match Template::from_yaml(yaml) {
        Ok(template) => template,
        Err(found) => panic!("{found}"),
    };
    template.violations(&Types::catalog())
}

/// Only the messages.
#[track_caller]
fn messages(yaml: &str) -> Vec<String> {
    violations(yaml)
        .iter()
        .map(formwork::Violation::message)
        .collect()
}

/// A template of one resource, with these lines under its properties.
fn topic(properties: &str) -> String {
    let lines = properties.lines().map(|line| format!("      {line}\n"));
    let lines: String = lines.collect();
    format!("Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n    Properties:\n{lines}")
}

#[track_caller]
fn nothing(yaml: &str) {
    let found = violations(yaml);
    assert!(found.is_empty(), "{found}");
}
