//! Compares what formwork says of documents with what `jsonschema` says of them.
//!
//! ```text
//! cargo run --release --manifest-path tests/differential/Cargo.toml
//! ```
//!
//! For every type of the catalog documents are made from its specification: right ones of several sizes, and
//! ones that are broken in one place, in every way there is. Both say which rules are broken where. A
//! difference is one that `explain.rs` explains, or it is printed and the command fails.

mod breaks;
mod explain;
mod generate;
mod keywords;
mod patterns;
mod random;
mod reference;
mod schemas;
mod table;

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use clap::Parser;
use formwork::__private::{SpecCell, judge};
use serde_json::Value;

use crate::explain::{Answers, EXPLANATIONS};
use crate::generate::{Maker, Size};
use crate::random::Random;
use crate::reference::{Problems, Readable};
use crate::schemas::Schemas;

#[derive(Parser)]
#[command(about = "Compares formwork's verdicts with those of `jsonschema`.")]
struct Arguments {
    /// How many documents for each type.
    #[arg(long, default_value_t = 60)]
    instances_per_type: usize,
    /// Another seed makes other documents.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Only types whose name holds this text.
    #[arg(long)]
    only: Option<String>,
    /// How many differences are printed.
    #[arg(long, default_value_t = 20)]
    show: usize,
}

#[derive(Default)]
struct Summary {
    types: usize,
    instances: usize,
    right: usize,
    /// Documents by how they were made, and how many of them both refused.
    kinds: BTreeMap<String, (usize, usize)>,
    explained: BTreeMap<&'static str, usize>,
    verdicts: usize,
    places: usize,
    lenient: usize,
    failed: Vec<String>,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let mut summary = Summary::default();
    let mut readable = Readable::default();
    for name in formwork_specs::bundled::names() {
        if arguments
            .only
            .as_ref()
            .is_some_and(|only| !name.contains(only.as_str()))
        {
            continue;
        }
        let compared = table::bundled(name)
            .and_then(|table| one_type(name, table, &arguments, &mut readable, &mut summary));
        if let Err(error) = compared {
            summary.failed.push(format!("{name}: {error}"));
        }
    }
    report(&summary, &readable)
}

fn one_type(
    name: &str,
    mut table: Value,
    arguments: &Arguments,
    readable: &mut Readable,
    summary: &mut Summary,
) -> Result<()> {
    readable.strip(&mut table, false);
    let cell: &'static SpecCell = {
        let text: &'static str = Box::leak(table.to_string().into());
        Box::leak(Box::new(SpecCell::new(text)))
    };
    let document = reference::of_table(&table);
    let validator = reference::validator(&document)?;
    summary.types += 1;
    let mut random = Random::of(arguments.seed, name);
    for (how, instance) in instances(&document, arguments.instances_per_type, &mut random) {
        let theirs = reference::problems(&validator, &instance);
        let ours = ours(cell, &instance, true);
        let lenient = self::ours(cell, &instance, false);
        summary.instances += 1;
        summary.right += usize::from(ours.is_empty() && theirs.is_empty());
        let (made, refused) = summary.kinds.entry(how.clone()).or_default();
        *made += 1;
        *refused += usize::from(!ours.is_empty() && !theirs.is_empty());
        if ours.is_empty() && !lenient.is_empty() {
            summary.lenient += 1;
            show(
                arguments,
                summary,
                "tolerance refuses",
                name,
                &how,
                &instance,
                &lenient,
                &ours,
            );
        }
        if ours == theirs {
            continue;
        }
        let answers = Answers {
            document: &instance,
            ours: ours.clone(),
            theirs: theirs.clone(),
        };
        match explain::explained(answers) {
            Some(names) => {
                for name in names {
                    *summary.explained.entry(name).or_default() += 1;
                }
            }
            None if ours.is_empty() == theirs.is_empty() => {
                summary.places += 1;
                show(
                    arguments, summary, "places", name, &how, &instance, &ours, &theirs,
                );
            }
            None => {
                summary.verdicts += 1;
                show(
                    arguments, summary, "verdict", name, &how, &instance, &ours, &theirs,
                );
            }
        }
    }
    Ok(())
}

fn ours(cell: &'static SpecCell, instance: &Value, strict: bool) -> Problems {
    judge(cell, instance, strict)
        .into_iter()
        .flatten()
        .collect()
}

/// Documents and how each was made.
fn instances(document: &Value, wanted: usize, random: &mut Random) -> Vec<(String, Value)> {
    let schemas = Schemas::of(document);
    let mut made = Vec::new();
    let sizes = [Size::Minimal, Size::Everything, Size::Random, Size::Random];
    let bases = wanted.div_ceil(12).max(sizes.len());
    for index in 0..bases {
        let size = sizes.get(index).copied().unwrap_or(Size::Random);
        let base = Maker::new(schemas, random, size).value(&schemas.root(), 0);
        let edits = breaks::choose(schemas, &base, wanted / bases - 1, random);
        made.extend(
            edits
                .iter()
                .map(|edit| (format!("{:?}", edit.kind), edit.applied(&base))),
        );
        made.push((format!("{size:?}"), base));
    }
    made
}

#[allow(clippy::too_many_arguments, reason = "all that is printed")]
fn show(
    arguments: &Arguments,
    summary: &Summary,
    what: &str,
    name: &str,
    how: &str,
    instance: &Value,
    ours: &Problems,
    theirs: &Problems,
) {
    if summary.verdicts + summary.places + summary.lenient > arguments.show {
        return;
    }
    let text = instance.to_string();
    let short: String = text.chars().take(600).collect();
    println!("{what}: {name}, {how}\n  {short}");
    for (path, rule) in ours.difference(theirs) {
        let value: String = instance
            .pointer(path)
            .map(Value::to_string)
            .unwrap_or_default()
            .chars()
            .take(200)
            .collect();
        println!("  only ours:   {path} {rule}  {value}");
    }
    for (path, rule) in theirs.difference(ours) {
        let value: String = instance
            .pointer(path)
            .map(Value::to_string)
            .unwrap_or_default()
            .chars()
            .take(200)
            .collect();
        println!("  only theirs: {path} {rule}  {value}");
    }
}

fn report(summary: &Summary, readable: &Readable) -> Result<()> {
    let Summary {
        types,
        instances,
        right,
        kinds,
        explained,
        verdicts,
        places,
        lenient,
        failed,
    } = summary;
    println!("{types} types, {instances} documents, {right} of them right for both\n");
    println!("| made by | documents | refused by both |\n|---|---|---|");
    for (kind, (made, refused)) in kinds {
        println!("| {kind} | {made} | {refused} |");
    }
    println!("\nexplained differences:");
    for explanation in &EXPLANATIONS {
        let count = explained.get(explanation.name).unwrap_or(&0);
        println!(
            "- {}, {count} times: {}",
            explanation.name, explanation.reason
        );
    }
    let (ours, theirs) = (readable.not_ours, readable.not_theirs);
    println!(
        "\npatterns taken out: {ours} that we cannot read, {theirs} that `jsonschema` cannot read"
    );
    println!("types that could not be compared: {}", failed.len());
    for failure in failed {
        println!("- {failure}");
    }
    println!(
        "unexplained: {verdicts} verdicts, {places} places, {lenient} refused by tolerance alone"
    );
    if verdicts + places + lenient > 0 {
        bail!("there are differences that nothing explains");
    }
    Ok(())
}
