//! `formwork show`: a type, or one property of it.

mod beyond;
mod property;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueHint};

use crate::output::table::{self, FAINT, HEADING, Side, Table};
use crate::output::visible::visible;
use crate::stop::Stop;
use crate::types::view::{self, Section, TypeView};
use crate::types::{beyond as facts_beyond, describe, find, property as properties};
use formwork_specs::ResourceType;
use formwork_specs::model::Attribute;
use formwork_specs::shape::Shapes;

const EXAMPLES: &str = "\
Examples:
  formwork show AWS::SQS::Queue
  formwork show AWS::DynamoDB::Table.GlobalSecondaryIndexes
  formwork show AWS::S3::Bucket.BucketEncryption.ServerSideEncryptionConfiguration --json
  formwork show --file specs/acme-widget.json";

/// Shows a type, or one property of it, with every fact and its source
///
/// The properties of the type come first, then those of each record in it. A property without a word
/// under "Update" is updated in place; "replaces" means that a change of it replaces the resource.
/// Facts that no published specification states follow, each with its source.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Name of the type, such as `AWS::S3::Bucket`; behind dots, of a property and what is in it
    #[arg(value_name = "TYPE[.PROPERTY]", required_unless_present = "file")]
    type_name: Option<String>,
    /// Specification to read instead of the catalog, in either published format
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    file: Option<PathBuf>,
    /// Facts of the type that no specification states, as `facts = "…"` in Rust; may be given several times
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    facts: Vec<PathBuf>,
    /// Write JSON
    #[arg(long)]
    json: bool,
}

/// Shows it.
pub(crate) fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<ExitCode, Stop> {
    let asked = arguments.type_name.as_deref().unwrap_or_default();
    let mut names = asked.split('.');
    let name = names.next().filter(|name| !name.is_empty());
    let names: Vec<&str> = names.collect();
    let source = Source(arguments.file.as_deref());
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
    let mut facts = arguments.facts.iter();
    let resource = facts.try_fold(resource, |resource, path| find::with_facts(resource, path))?;
    let shapes = Shapes::of(&resource.definitions);
    if names.is_empty() {
        let view = view::of(&resource);
        if arguments.json {
            out.write_all(describe::type_as_json(&view).as_bytes())?;
        } else {
            write(&view, &source, out, table::width())?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    if let [name] = names.as_slice()
        && let Some(attribute) = attribute(&resource, name)
    {
        if arguments.json {
            out.write_all(describe::attribute_as_json(&resource, attribute).as_bytes())?;
        } else {
            property::write_attribute(&resource, attribute, &source, out, table::width())?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let found = properties::find(&resource, &shapes, &names)?;
    if arguments.json {
        let text = describe::property_as_json(&resource, &shapes, &found);
        out.write_all(text.as_bytes())?;
    } else {
        property::write(&resource, &shapes, &found, &source, out, table::width())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The attribute of that name, unless a property has it as well.
fn attribute<'a>(resource: &'a ResourceType, name: &str) -> Option<&'a Attribute> {
    let mut properties = resource.body.properties.iter();
    if properties.any(|property| property.name == name) {
        return None;
    }
    resource.attributes.iter().find(|known| known.name == name)
}

/// Where the facts are from: a file, or the catalog.
struct Source<'a>(Option<&'a Path>);

impl Source<'_> {
    fn words(&self, resource: &ResourceType) -> String {
        match (self.0, &resource.transform) {
            (Some(file), _) => file.display().to_string(),
            (None, Some(transform)) => format!(
                "the published template schema of {transform} and the registry schemas of what it makes"
            ),
            (None, None) => "the published registry schema, in the catalog".to_owned(),
        }
    }
}

/// Columns that the label of a fact takes.
const LABEL: usize = 16;

fn write(
    view: &TypeView<'_>,
    source: &Source<'_>,
    out: &mut dyn Write,
    width: usize,
) -> io::Result<()> {
    let resource = view.resource;
    writeln!(out, "{HEADING}{}{HEADING:#}", resource.name)?;
    let mut known = facts(resource);
    known.push(("source", source.words(resource)));
    write_facts(&known, out, width)?;
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
    let facts = facts_beyond::of_type(resource);
    beyond::write(&facts, out, width)
}

/// Facts with a label each.
fn write_facts(
    facts: &[(&'static str, String)],
    out: &mut dyn Write,
    width: usize,
) -> io::Result<()> {
    for (label, text) in facts {
        for (index, line) in table::wrap(text, width.saturating_sub(LABEL))
            .iter()
            .enumerate()
        {
            let label = if index == 0 { label } else { "" };
            writeln!(out, "  {FAINT}{label:12}{FAINT:#}  {line}")?;
        }
    }
    Ok(())
}

/// What is known of the type as a whole, with a label each.
fn facts(resource: &ResourceType) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    let mut add = |label, text: Option<String>| facts.extend(text.map(|text| (label, text)));
    add("about", resource.description.clone());
    add("page", resource.documentation.clone());
    add("transform", resource.transform.clone());
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
    for (role, paths) in resource.scoped_roles.named() {
        for path in paths {
            let words = view::role(role);
            add("only at", Some(format!("{}: {words}", view::path(path))));
        }
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
