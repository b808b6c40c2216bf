//! The file of words: one line for each path.

use std::fmt::Write as _;

use formwork_specs::model::Update;
use formwork_specs::tree::escape;
use serde_json::{Value, json};

use crate::model::{Decision, Statements, Weighed};
use crate::weigh::Table;

/// The same words give the same bytes.
pub(crate) fn text(table: &Table, version: &str) -> String {
    let sources = json!({
        "registry": "registry schemas, us-east-1, 2026-08",
        "resourceSpecification": version,
        "userGuide": "2023-09-25",
    });
    let mut out = format!("{{\n  \"sources\": {sources},\n  \"types\": {{");
    for (index, (name, words)) in table.types.iter().enumerate() {
        let comma = if index > 0 { "," } else { "" };
        let _infallible = write!(out, "{comma}\n    {}: {{", json!(name));
        for (index, word) in words.iter().enumerate() {
            let comma = if index > 0 { "," } else { "" };
            let path = pointer(&word.path);
            let _infallible = write!(out, "{comma}\n      {}: {}", json!(path), line(word));
        }
        out.push_str("\n    }");
    }
    out.push_str("\n  }\n}\n");
    out
}

fn pointer(path: &[String]) -> String {
    let mut pointer = String::new();
    for name in path {
        pointer.push('/');
        pointer.push_str(&escape(name));
    }
    pointer
}

fn line(word: &Weighed) -> String {
    let Weighed {
        path: _,
        outcome,
        interruption,
        statements,
        decision,
    } = word;
    let Statements {
        registry,
        specification,
        guide,
    } = statements;
    let mut members: Vec<(&str, Value)> = vec![("outcome", outcome.text().into())];
    members.extend(
        interruption
            .as_ref()
            .map(|word| ("interruption", word.as_str().into())),
    );
    members.extend(registry.map(|update| ("registry", registry_word(update).into())));
    members.extend(
        specification.map(|update| ("resourceSpecification", format!("{update:?}").into())),
    );
    members.extend(guide.map(|word| ("userGuide", word.text().into())));
    if let Some(Decision {
        outcome: _,
        interruption: _,
        because,
        source,
        as_of,
    }) = decision
    {
        members.push(("because", because.as_str().into()));
        members.push(("source", source.as_str().into()));
        members.push(("asOf", as_of.as_str().into()));
    }
    let members: Vec<String> = members
        .into_iter()
        .map(|(key, value)| format!("{}: {value}", json!(key)))
        .collect();
    format!("{{{}}}", members.join(", "))
}

fn registry_word(update: Update) -> &'static str {
    match update {
        Update::Immutable => "create-only",
        Update::Conditional => "conditionally create-only",
        Update::Mutable => "",
    }
}
