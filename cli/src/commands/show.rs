//! `formwork show`.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueHint};

use crate::output::table::{self, FAINT, HEADING, Side, Table};
use crate::output::visible::visible;
use crate::stop::Stop;
use crate::types::view::{self, Section, TypeView};
use crate::types::{describe, find};
use formwork_specs::ResourceType;

/// Shows one type: properties, limits, what updates do, attributes, identifiers, tags
///
/// The properties of the type come first, then those of each record in it. A property without a word
/// under "Update" is updated in place; "replaces" means that a change of it replaces the resource.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Name of the type, such as `AWS::S3::Bucket`
    #[arg(value_name = "TYPE", required_unless_present = "file")]
    type_name: Option<String>,
    /// Specification to read instead of the catalog, in either published format
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    file: Option<PathBuf>,
    /// Write JSON
    #[arg(long)]
    json: bool,
}

/// Shows it.
pub(crate) fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<ExitCode, Stop> {
    let name = arguments.type_name.as_deref();
    let resource = match &arguments.file {
        Some(file) => {
            let (warnings, resource) = find::in_file(name, file)?;
            for warning in warnings {
                crate::complain(&format!("warning: {warning}"));
            }
            resource
        }
        None => find::bundled(name.unwrap_or_default())?,
    };
    let view = view::of(&resource);
    if arguments.json {
        out.write_all(describe::text_of(&view).as_bytes())?;
    } else {
        write(&view, out, table::width())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Columns that the label of a fact takes.
const LABEL: usize = 16;

fn write(view: &TypeView<'_>, out: &mut dyn Write, width: usize) -> io::Result<()> {
    writeln!(out, "{HEADING}{}{HEADING:#}", view.resource.name)?;
    for (label, text) in facts(view.resource) {
        for (index, line) in table::wrap(&text, width.saturating_sub(LABEL))
            .iter()
            .enumerate()
        {
            let label = if index == 0 { label } else { "" };
            writeln!(out, "  {FAINT}{label:12}{FAINT:#}  {line}")?;
        }
    }
    for section in &view.sections {
        writeln!(
            out,
            "\n{HEADING}{}{HEADING:#}",
            visible(section.name.unwrap_or("Properties"))
        )?;
        write_section(section, out, width)?;
    }
    if !view.attributes.is_empty() {
        writeln!(out, "\n{HEADING}Attributes{HEADING:#}")?;
        let mut table = Table::new(2, [("Name", Side::Left), ("Type", Side::Left)], "");
        for (name, kind) in &view.attributes {
            table.row([(*name).to_owned(), kind.clone()], String::new());
        }
        table.write(out, width)?;
    }
    Ok(())
}

/// What is known of the type as a whole, with a label each.
fn facts(resource: &ResourceType) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    let mut add = |label, text: Option<String>| facts.extend(text.map(|text| (label, text)));
    add("about", resource.description.clone());
    add("page", resource.documentation.clone());
    add("Ref", resource.reference.clone());
    let identifier: Vec<String> = resource.primary_identifier.iter().map(view::path).collect();
    add(
        "identifier",
        (!identifier.is_empty()).then(|| identifier.join(" + ")),
    );
    for other in &resource.additional_identifiers {
        let other: Vec<String> = other.iter().map(view::path).collect();
        add("or", Some(other.join(" + ")));
    }
    add("tags", resource.tagging.as_ref().map(view::tagging));
    add(
        "replacement",
        Some(view::replacement(resource.replacement).to_owned()),
    );
    let update = resource
        .handlers
        .as_ref()
        .filter(|handlers| !handlers.update);
    add(
        "update",
        update.map(|_| "none: every change replaces the resource".to_owned()),
    );
    for scoped in &resource.scoped_updates {
        let words = view::update(scoped.update);
        add(
            "update",
            Some(format!("{}: {words}", view::path(&scoped.path))),
        );
    }
    facts
}

fn write_section(section: &Section<'_>, out: &mut dyn Write, width: usize) -> io::Result<()> {
    if section.rows.is_empty() {
        writeln!(out, "  {FAINT}none{FAINT:#}")?;
    } else {
        let columns = [
            ("Name", Side::Left),
            ("Type", Side::Left),
            ("Required", Side::Left),
            ("Update", Side::Left),
        ];
        let mut table = Table::new(2, columns, "Limits");
        for row in &section.rows {
            let mut notes = Vec::new();
            if row.deprecated {
                notes.push("deprecated".to_owned());
            }
            if row.write_only {
                notes.push("never returned by a read".to_owned());
            }
            notes.extend(row.limits.iter().cloned());
            let required = if row.required { "required" } else { "" };
            let update = match row.update {
                formwork_specs::model::Update::Mutable => "",
                other => view::update(other),
            };
            let cells = [row.name, &row.kind, required, update].map(str::to_owned);
            table.row(cells, notes.join("; "));
        }
        table.write(out, width)?;
    }
    for rule in &section.rules {
        for line in table::wrap(rule, width.saturating_sub(2)) {
            writeln!(out, "  {line}")?;
        }
    }
    Ok(())
}
