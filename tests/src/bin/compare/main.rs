//! Compares published files with one another in two ways, and says which facts `formwork diff` does not tell:
//!
//! ```sh
//! cargo run --release -p formwork-tests --bin compare -- OLD NEW
//! ```
//!
//! Either is a Resource Specification, a registry schema, or a folder of such files. `tests/DIFF.md` keeps the
//! results.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use formwork_specs::{ResourceType, diff};
use formwork_tests::compare::{Source, check, differences};
use formwork_tests::published::Error;

fn main() -> Result<ExitCode, Error> {
    let paths: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [old, new] = paths.as_slice() else {
        return Err("usage: compare OLD NEW".into());
    };
    let raw = differences(&Source::read(old)?, &Source::read(new)?);
    let report = diff::specifications(&models(old)?, &models(new)?);
    let all = raw.len();
    let told = check(raw, &report.changes);
    println!("| | |\n|---|---|");
    println!("| changes in the report | {} |", report.changes.len());
    println!("| differences of the files | {all} |");
    println!("| told at their place | {} |", told.there);
    println!(
        "| told where a shared record was met first | {} |",
        told.elsewhere
    );
    println!("| told with what is around them | {} |", told.above);
    println!("| told in the text of a branch | {} |", told.in_branches);
    println!("| told nowhere | {} |", told.missed.len());
    for difference in &told.missed {
        println!("{difference}");
    }
    Ok(if told.missed.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn models(path: &Path) -> Result<Vec<ResourceType>, Error> {
    let files = if path.is_dir() {
        let entries = fs::read_dir(path)?.map(|entry| Ok(entry?.path()));
        entries.collect::<Result<Vec<_>, std::io::Error>>()?
    } else {
        vec![path.to_owned()]
    };
    let mut models = Vec::new();
    for file in files {
        let spec = formwork_specs::read(&fs::read(&file)?);
        let spec = spec.map_err(|problems| format!("{}: {problems}", file.display()))?;
        models.extend(spec.resources);
    }
    Ok(models)
}
