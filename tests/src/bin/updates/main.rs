//! Whether any plan is milder than what is published, for every property of every type of the catalog:
//!
//! ```sh
//! cargo run -p formwork-tests --bin updates -- RESOURCE_SPECIFICATION.json USER_GUIDE.jsonl [LIST]
//! ```
//!
//! The files are those that `weigh` reads. `LIST` is written: the properties whose plan is milder than the guide,
//! each with the reason why. The exit code is 1 if a plan is milder than registry, Resource Specification and
//! curated files say, or milder than the guide for no reason.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

use formwork::Types;
use formwork_specs::bundled;
use formwork_specs::model::ResourceType;
use formwork_tests::published::{Error, guide::Pages};
use formwork_tests::sweep::parallel;
use formwork_tests::updates::{Found, Milder, try_type};

fn main() -> Result<ExitCode, Error> {
    let paths: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let (specification, pages, list) = match paths.as_slice() {
        [specification, pages] => (specification, pages, None),
        [specification, pages, list] => (specification, pages, Some(list)),
        _ => {
            return Err(
                "usage: updates RESOURCE_SPECIFICATION.json USER_GUIDE.jsonl [LIST]".into(),
            );
        }
    };
    let specification = formwork_specs::read(&fs::read(specification)?)?;
    let specified: BTreeMap<&str, &ResourceType> = specification
        .resources
        .iter()
        .map(|resource| (resource.name.as_str(), resource))
        .collect();
    let pages = Pages::read(&fs::read_to_string(pages)?)?;
    let types = Types::catalog();
    let names: Vec<&str> = bundled::names().collect();
    let all = parallel::map(&names, parallel::processors(), |name| {
        let resource = bundled::resource(name).and_then(Result::ok);
        let planner = types.get(name);
        let tried = resource.zip(planner).map(|(resource, planner)| {
            try_type(
                &resource,
                specified.get(name).copied(),
                Some(&pages),
                &planner,
            )
        });
        tried.unwrap_or_default()
    });
    let mut found = Found::default();
    for one in all {
        found.add(one);
    }
    print!("{}", summary(names.len(), &found));
    if let Some(list) = list {
        fs::write(list, lines(&found.milder))?;
    }
    for fault in &found.faults {
        println!("\n{fault}");
    }
    let is_good = found.faults.is_empty();
    Ok(if is_good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn summary(types: usize, found: &Found) -> String {
    let Found {
        places,
        pairs,
        curated,
        faults,
        milder,
    } = found;
    let mut by_word: BTreeMap<&str, usize> = BTreeMap::new();
    for one in milder {
        *by_word.entry(one.guide).or_default() += 1;
    }
    let mut text = format!(
        "| | |\n|---|---|\n| types | {types} |\n| properties, on every way to them | {places} |\n\
         | pairs | {pairs} |\n| milder than registry or Resource Specification by a curated fact | {curated} |\n\
         | milder for no reason | {} |\n",
        faults.len()
    );
    for (word, count) in by_word {
        let _infallible = writeln!(text, "| milder than the guide's \"{word}\" | {count} |");
    }
    text
}

fn lines(milder: &[Milder]) -> String {
    let mut text = String::new();
    for Milder {
        place,
        guide,
        plan,
        because,
    } in milder
    {
        let _infallible = writeln!(text, "{place}: {guide} -> {plan}: {because}");
    }
    text
}
