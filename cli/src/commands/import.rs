//! `formwork import`.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueHint};
use formwork_codegen::semver::Class;

use super::diff::Report;
use crate::catalog::{self, Options, Prepared, Summary};
use crate::output::visible::{visible, visible_lines};
use crate::stop::Stop;

const EXAMPLES: &str = "\
Examples:
  formwork import --registry CloudformationSchema.zip --template-schema sam.schema.json
  formwork import --registry schemas/ > report.txt

Exit codes: 0 all went well, 1 a type could not be taken, 2 nothing was written.";

/// Writes the catalog from published registry schemas: the facts of each type, without prose
///
/// What changes is told as `formwork diff` tells it, and at the end stands the entry for the changelog.
///
/// Every file written is read back and must give the same model as the published file, prose aside.
/// A type that cannot be taken is listed with the reason, keeps the file that it has, and makes the
/// command end with code 1; the others are taken. Types of a source that is not given stay as they
/// are. The same input always gives the same bytes.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
#[group(id = "sources", required = true, multiple = true, args = ["registry", "template_schema"])]
pub(crate) struct Arguments {
    /// Folder of registry schemas, or an archive of one: `.tar`, `.tar.gz`, `.tar.xz`, `.zip`
    #[arg(long, value_name = "FOLDER|ARCHIVE", value_hint = ValueHint::AnyPath)]
    registry: Option<PathBuf>,
    /// Schema of templates that the Serverless Application Model publishes, for its types
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    template_schema: Option<PathBuf>,
    /// Resource Specification, for the attributes and links that registry schemas lack
    #[arg(long, value_name = "FILE", requires = "registry", value_hint = ValueHint::FilePath)]
    resource_specification: Option<PathBuf>,
    /// Folder that is written
    #[arg(long, value_name = "FOLDER", default_value = "specs/catalog", value_hint = ValueHint::DirPath)]
    catalog: PathBuf,
    /// Allow more than five types, or more than fifty properties of others, to vanish from the catalog at once
    #[arg(long)]
    allow_removal: bool,
}

/// Imports, and says what came of it.
pub(crate) fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<ExitCode, Stop> {
    let options = Options {
        registry: arguments.registry.clone(),
        template_schema: arguments.template_schema.clone(),
        resource_specification: arguments.resource_specification.clone(),
        catalog: arguments.catalog.clone(),
        allow_removal: arguments.allow_removal,
    };
    let refused = |failure: catalog::Failure| Stop::Unusable(failure.to_string());
    let prepared = catalog::prepare(&options).map_err(refused)?;
    let report = Report::of(&prepared.old, &prepared.new);
    if !arguments.allow_removal {
        keep(&report)?;
    }
    prepared.write().map_err(refused)?;
    let summary = &prepared.summary;
    match write(&prepared, &report, out) {
        // What was done stays done, and the code tells about it even where nobody reads on.
        Ok(()) | Err(Stop::Closed) => {}
        Err(stop) => return Err(stop),
    }
    Ok(if summary.refused.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Refuses what so many properties would vanish by that an incomplete download is more likely.
fn keep(report: &Report) -> Result<(), Stop> {
    const MOST: usize = 50;
    let lost = report.lost();
    if lost.len() <= MOST {
        return Ok(());
    }
    let some: Vec<String> = lost.iter().take(3).map(|one| format!("`{one}`")).collect();
    Err(Stop::unusable(format_args!(
        "{} properties and attributes of types that stay are not published any more, among them {}; nothing was \
         written\nhelp: if that is meant, say `--allow-removal`",
        lost.len(),
        visible(&some.join(", "))
    )))
}

fn write(prepared: &Prepared, report: &Report, out: &mut dyn Write) -> Result<(), Stop> {
    summary(&prepared.summary, out)?;
    if !report.types.is_empty() {
        writeln!(out)?;
        report.write(out)?;
    }
    entry(&prepared.summary, report, out)
}

/// The entry for the changelog, if anything changes.
fn entry(summary: &Summary, report: &Report, out: &mut dyn Write) -> Result<(), Stop> {
    let mut lines = Vec::new();
    if !summary.new.is_empty() {
        lines.push(format!(
            "New types in the catalog: {}.",
            listed(&summary.new)
        ));
    }
    for class in [Class::Major, Class::Minor, Class::Patch] {
        let of_class = report.types.iter().filter(|one| one.class == class);
        let names = of_class.map(|one| one.name.clone());
        let names: Vec<String> = names
            .filter(|name| !summary.removed.contains(name))
            .collect();
        if !names.is_empty() {
            lines.push(format!("Changed types, {class}: {}.", listed(&names)));
        }
    }
    if !summary.removed.is_empty() {
        let names = listed(&summary.removed);
        lines.push(format!("Types that are not published any more: {names}."));
    }
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nfor the changelog:\n")?;
    for line in lines {
        writeln!(out, "* {line}")?;
    }
    Ok(())
}

/// Names in quotes, as many as somebody reads.
fn listed(names: &[String]) -> String {
    const MOST: usize = 40;
    let some = names.iter().take(MOST);
    let some: Vec<String> = some.map(|name| format!("`{}`", visible(name))).collect();
    match names.len().saturating_sub(MOST) {
        0 => some.join(", "),
        more => format!("{} and {more} more", some.join(", ")),
    }
}

fn summary(summary: &Summary, out: &mut dyn Write) -> Result<(), Stop> {
    let Summary {
        new,
        changed,
        unchanged,
        removed,
        refused,
        unknown_keywords,
        attributes_added,
        pages,
    } = summary;
    names("new", new, out)?;
    names("changed", changed, out)?;
    writeln!(out, "unchanged: {unchanged}")?;
    names("removed", removed, out)?;
    writeln!(out, "refused: {}", refused.len())?;
    for (name, reason) in refused {
        let reason = visible_lines(reason).replace('\n', "\n    ");
        writeln!(out, "  {}: {reason}", visible(name))?;
    }
    if *attributes_added > 0 || !pages.is_empty() {
        writeln!(
            out,
            "added from the Resource Specification: attributes: {attributes_added}, links: {}",
            pages.len()
        )?;
    }
    for (keyword, types) in unknown_keywords {
        writeln!(
            out,
            "keyword not known, kept out: `{}` (types that use it: {types})",
            visible(keyword)
        )?;
    }
    Ok(())
}

/// How many, and which of them, if they are not too many to read.
fn names(what: &str, names: &[String], out: &mut dyn Write) -> Result<(), Stop> {
    const MOST: usize = 20;
    writeln!(out, "{what}: {}", names.len())?;
    for name in names.iter().take(MOST) {
        writeln!(out, "  {}", visible(name))?;
    }
    if names.len() > MOST {
        writeln!(out, "  … and {} more", names.len() - MOST)?;
    }
    Ok(())
}
