//! Weighs what the published sources say about updates, and writes the words that decide to
//! `specs/curated/published-words.json`:
//!
//! ```sh
//! cargo run -p formwork-tests --bin weigh -- RESOURCE_SPECIFICATION.json USER_GUIDE.jsonl
//! ```
//!
//! The registry's word is the catalog's. The Resource Specification is the published file, the user
//! guide a file of lines `{"type", "in", "property", "update"}`, where `in` is the property type.
//!
//! How they are weighed: the registry lists only what is create-only, so its silence says nothing.
//! The Resource Specification states a word for each property and is later than the guide. The guide
//! alone knows interruptions and refusals. The worst decides. Where the guide says replacement and
//! the later Resource Specification does not, `specs/curated/decisions.json` decides, property by
//! property; a case without a decision is an error.

mod decisions;
mod model;
mod weigh;
mod write;

use std::path::{Path, PathBuf};
use std::{env, fs};

use formwork_specs::bundled;
use formwork_tests::published::{Error, guide};

fn main() -> Result<(), Error> {
    let paths: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [specification, pages] = paths.as_slice() else {
        return Err("usage: weigh RESOURCE_SPECIFICATION.json USER_GUIDE.jsonl".into());
    };
    let curated = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs/curated");
    let specification = formwork_specs::read(&fs::read(specification)?)?;
    let pages = guide::Pages::read(&fs::read_to_string(pages)?)?;
    let mut decisions =
        decisions::Decisions::read(&fs::read_to_string(curated.join("decisions.json"))?)?;
    let mut table = weigh::Table::default();
    for resource in &specification.resources {
        let name = resource.name.as_str();
        let Some(schema) = bundled::find(name) else {
            table.unknown += 1;
            continue;
        };
        let catalog = formwork_specs::read(schema.as_bytes())?;
        let Some(catalog) = catalog.resources.first() else {
            continue;
        };
        let mut scale = weigh::Scale {
            pages: &pages,
            decisions: &mut decisions,
            table: &mut table,
        };
        scale.resource(resource, catalog);
    }
    for unused in decisions.unused() {
        table
            .complaints
            .push(format!("nothing is to be decided about {unused}"));
    }
    eprintln!("{}", table.summary());
    if !table.complaints.is_empty() {
        return Err(table.complaints.join("\n").into());
    }
    let version = specification.version.unwrap_or_default();
    fs::write(
        curated.join("published-words.json"),
        write::text(&table, &version),
    )?;
    Ok(())
}
