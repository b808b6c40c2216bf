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
mod published;
mod random;
mod record;
mod reference;
mod schemas;
mod summary;
mod table;
mod typed;

use std::path::PathBuf;

use anyhow::{Result, ensure};
use clap::Parser;
use formwork::__private::{SpecCell, is_right, judge};
use jsonschema::Validator;
use serde_json::Value;

use crate::generate::{Maker, Size};
use crate::random::Random;
use crate::record::Record;
use crate::reference::{Problems, Readable};
use crate::schemas::Schemas;
use crate::summary::{Case, Summary};
use crate::typed::Validate;

/// So many broken documents are made of one right one.
const BROKEN: usize = 12;

#[derive(Parser)]
#[command(about = "Compares formwork's verdicts with those of `jsonschema`.")]
struct Arguments {
    /// How many documents for each type, about.
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
    /// Writes documents of some types with their verdicts to a file.
    #[arg(long)]
    record: Option<PathBuf>,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let mut summary = Summary::showing(arguments.show);
    let mut readable = Readable::default();
    let mut record = Record::default();
    for (number, name) in formwork_specs::bundled::names().enumerate() {
        if arguments
            .only
            .as_ref()
            .is_some_and(|only| !name.contains(only.as_str()))
        {
            continue;
        }
        let compared = Subject::of(name, &mut readable).and_then(|subject| {
            let is_kept = subject.validate.is_some() || Record::wants(number, name);
            let kept = is_kept.then_some(&mut record);
            subject.compare(&arguments, &mut summary, kept)
        });
        if let Err(error) = compared {
            summary.failed.push(format!("{name}: {error}"));
        }
    }
    summary.print(&readable);
    if let Some(path) = &arguments.record {
        record.write(path)?;
    }
    ensure!(
        summary.failed.is_empty(),
        "there are types that could not be compared"
    );
    ensure!(
        summary.unexplained == 0,
        "there are differences that nothing explains"
    );
    Ok(())
}

/// One type.
struct Subject {
    name: &'static str,
    /// Without formats and without patterns that one of the two cannot read.
    table: Value,
    ours: &'static SpecCell,
    /// With all that the table says.
    whole: &'static SpecCell,
    /// Judges a document as a struct, of the types that are structs here.
    validate: Option<Validate>,
    /// The published file, and the other validator with it.
    file: Value,
    published: Validator,
}

impl Subject {
    fn of(name: &'static str, readable: &mut Readable) -> Result<Self> {
        let published = published::validator(name, readable)?;
        let mut table = table::bundled(name)?;
        let whole = cell(&table);
        readable.strip(&mut table, false);
        Ok(Self {
            name,
            ours: cell(&table),
            table,
            whole,
            validate: typed::validator(name),
            file: published::file(name)?,
            published,
        })
    }

    fn compare(
        &self,
        arguments: &Arguments,
        summary: &mut Summary,
        mut record: Option<&mut Record>,
    ) -> Result<()> {
        let schema = reference::of_table(&self.table);
        let validator = reference::validator(&schema)?;
        let mut random = Random::of(arguments.seed, self.name);
        summary.types += 1;
        for (made_by, document) in documents(&schema, arguments.instances_per_type, &mut random) {
            let case = Case {
                type_name: self.name,
                made_by: &made_by,
                document: &document,
                ours: said(self.ours, &document, true),
                theirs: reference::problems(&validator, &document),
                tolerant: said(self.ours, &document, false),
            };
            let agreed = summary.add(&case);
            let published = reference::problems(&self.published, &document);
            summary.add_published(&case, &self.file, &published);
            if let Some(typed) = self.validate.and_then(|validate| validate(&document)) {
                summary.add_typed(&case, &typed, &said(self.whole, &document, false));
            }
            if let Some(record) = &mut record
                && agreed
                && said(self.whole, &document, true) == case.ours
            {
                record.add(&case);
            }
        }
        Ok(())
    }
}

/// A table as the program of a user has it. There are few, and the command ends soon.
fn cell(table: &Value) -> &'static SpecCell {
    let text: &'static str = Box::leak(table.to_string().into());
    Box::leak(Box::new(SpecCell::new(text)))
}

/// What formwork says; the same whether it is asked for all or only if there is any.
fn said(cell: &'static SpecCell, document: &Value, strict: bool) -> Problems {
    let problems: Problems = judge(cell, document, strict)
        .into_iter()
        .flatten()
        .collect();
    let is_right = is_right(cell, document, strict).unwrap_or(true);
    assert_eq!(is_right, problems.is_empty(), "{document}");
    problems
}

/// Documents and how each was made.
fn documents(schema: &Value, wanted: usize, random: &mut Random) -> Vec<(String, Value)> {
    let schemas = Schemas::of(schema);
    let mut made = Vec::new();
    let sizes = [Size::Minimal, Size::Everything, Size::Random, Size::Random];
    let right = wanted.div_ceil(BROKEN).max(sizes.len());
    for index in 0..right {
        let size = sizes.get(index).copied().unwrap_or(Size::Random);
        let base = Maker::new(schemas, random, size).value(&schemas.root(), 0);
        let edits = breaks::choose(schemas, &base, (wanted / right).saturating_sub(1), random);
        made.extend(
            edits
                .iter()
                .map(|edit| (format!("{:?}", edit.kind), edit.applied(&base))),
        );
        made.push((format!("{size:?}"), base));
    }
    made
}
