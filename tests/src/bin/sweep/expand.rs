//! Expansion and facts of every type.
//!
//! The generator finds files from the folder that cargo names to it, so the work is done in a second
//! process to which this one names a folder with the specifications. A third one, with the calls in
//! reverse, says whether the same call gives the same bytes.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use formwork_tests::sweep::expansion::Expansion;
use formwork_tests::sweep::facts::{self, Counts};
use formwork_tests::sweep::{names, parallel};

use crate::Outcome;
use crate::arguments::{Arguments, Step};
use crate::output::{self, Row};
use crate::subjects::{self, Set, Subject};
use crate::timed::peak_memory;

/// Names the folder of the specifications to the generator.
const FOLDER: &str = "CARGO_MANIFEST_DIR";
/// Given to the process that only says what the bytes of each expansion are.
const ONLY_BYTES: &str = "SWEEP_ONLY_BYTES";
/// The file of names that were reviewed.
const NAMES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/catalog/names.txt");

/// Starts the processes that do the work.
pub(crate) fn outside(arguments: &Arguments) -> Outcome<usize> {
    let folder = std::env::temp_dir().join(format!("formwork-sweep-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    for path in &arguments.resource_specification {
        fs::copy(path, folder.join(subjects::file_name(path)))?;
    }
    if let Some(registry) = &arguments.registry {
        for path in subjects::schemas(registry)? {
            fs::copy(&path, folder.join(subjects::file_name(&path)))?;
        }
    }
    let process = || {
        let mut process = Command::new(std::env::current_exe()?);
        process
            .args(std::env::args_os().skip(1))
            .arg("--inside")
            .arg(&folder)
            .env(FOLDER, &folder);
        Outcome::Ok(process)
    };
    let status = process()?.status()?;
    let mut failures = usize::from(!status.success());
    if arguments.does(Step::Expand) {
        let again = process()?
            .env(ONLY_BYTES, "1")
            .stderr(Stdio::inherit())
            .output()?;
        let first = fs::read(folder.join("bytes"))?;
        let same = again.stdout == first && again.status.success();
        println!(
            "\nThe same bytes in a second process: {}.",
            if same { "yes" } else { "**no**" }
        );
        failures += usize::from(!same);
    }
    fs::remove_dir_all(&folder)?;
    Ok(failures)
}

/// What came of one call.
#[derive(Default)]
struct Result {
    types: usize,
    fingerprint: u64,
    failures: Vec<(String, String)>,
    counts: Counts,
    properties: usize,
    tokens: usize,
    names: Vec<String>,
}

/// Does the work.
pub(crate) fn inside(arguments: &Arguments, folder: &Path) -> Outcome<usize> {
    if std::env::var_os(ONLY_BYTES).is_some() {
        return only_bytes(arguments, folder);
    }
    let mut bytes = Vec::new();
    let (mut rows, mut failures, mut counts) = (Vec::new(), Vec::new(), Counts::default());
    for set in sets(arguments, folder)? {
        let started = Instant::now();
        eprintln!("{}: {} calls", set.name, set.subjects.len());
        let results = parallel::map(&set.subjects, arguments.jobs, |subject| {
            look_at(subject, arguments.does(Step::Facts))
        });
        let mut row = Row {
            set: set.name.clone(),
            seconds: started.elapsed().as_secs_f64(),
            ..Row::default()
        };
        for (subject, result) in set.subjects.iter().zip(&results) {
            writeln!(bytes, "{} {:016x}", subject.call, result.fingerprint)?;
            row.types += result.types;
            row.properties += result.properties;
            row.tokens += result.tokens;
            row.failed += result
                .failures
                .iter()
                .map(|(name, _)| name)
                .collect::<std::collections::BTreeSet<_>>()
                .len();
            counts.add(&result.counts);
        }
        let is_whole = set.name == "catalog" && arguments.only.is_empty();
        if arguments.does(Step::Expand) && is_whole && !set.subjects.is_empty() {
            failures.extend(check_names(&results, arguments)?);
        }
        failures.extend(results.into_iter().flat_map(|result| result.failures));
        rows.push(row);
    }
    fs::write(folder.join("bytes"), bytes)?;
    output::rows(&rows);
    if arguments.does(Step::Facts) {
        output::counts(&counts);
    }
    output::failures(&failures);
    if let Some(memory) = peak_memory() {
        println!("\nPeak memory: {memory} MiB.");
    }
    Ok(failures.len())
}

fn sets(arguments: &Arguments, folder: &Path) -> Outcome<Vec<Set>> {
    let mut sets = vec![subjects::catalog(arguments)];
    for path in &arguments.resource_specification {
        let path = folder.join(subjects::file_name(path));
        sets.push(subjects::resource_specification(&path, arguments)?);
    }
    if let Some(registry) = &arguments.registry {
        sets.push(subjects::registry(registry, arguments)?);
    }
    Ok(sets)
}

fn look_at(subject: &Subject, with_facts: bool) -> Result {
    let mut result = Result {
        types: subject.types.len(),
        ..Result::default()
    };
    if let Some(reason) = &subject.refused {
        result.failures.push((subject.call.clone(), reason.clone()));
        return result;
    }
    let expansion = match Expansion::of(&subject.call) {
        Ok(expansion) => expansion,
        Err(error) => {
            result.failures.push((subject.call.clone(), error));
            return result;
        }
    };
    result.fingerprint = expansion.fingerprint();
    result.tokens = expansion.size();
    for resource in &subject.types {
        let name = resource.name.as_str();
        if subject.types.len() == 1 {
            result.names.push(names::line(resource, &expansion));
        }
        if with_facts {
            let comparison = facts::compare(resource, &formwork_specs::facts::text(resource));
            let differences = comparison.differences.into_iter();
            result
                .failures
                .extend(differences.map(|one| (name.to_owned(), one)));
            result.counts.add(&comparison.counts);
            result.properties += comparison.properties;
        }
    }
    result
}

/// The calls in reverse, each alone: nothing that one leaves behind helps the next.
fn only_bytes(arguments: &Arguments, folder: &Path) -> Outcome<usize> {
    let mut lines = BTreeMap::new();
    let mut at = 0;
    for set in sets(arguments, folder)?.iter().rev() {
        let calls: Vec<_> = set
            .subjects
            .iter()
            .rev()
            .map(|subject| subject.call.clone())
            .collect();
        let fingerprints = parallel::map(&calls, arguments.jobs, |call| {
            Expansion::of(call).map_or(0, |expansion| expansion.fingerprint())
        });
        for (call, fingerprint) in calls.into_iter().zip(fingerprints) {
            lines.insert(std::cmp::Reverse(at), format!("{call} {fingerprint:016x}"));
            at += 1;
        }
    }
    for line in lines.values() {
        println!("{line}");
    }
    Ok(0)
}

fn check_names(results: &[Result], arguments: &Arguments) -> Outcome<Vec<(String, String)>> {
    let lines: Vec<&str> = results
        .iter()
        .flat_map(|result| &result.names)
        .map(String::as_str)
        .collect();
    let text: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
    if arguments.write_names {
        fs::write(NAMES, &text)?;
        return Ok(Vec::new());
    }
    let reviewed = fs::read_to_string(NAMES)?;
    let known: std::collections::HashSet<&str> = reviewed.lines().collect();
    let changed = lines.into_iter().filter(|line| !known.contains(line));
    let name = |line: &str| line.split(' ').next().unwrap_or_default().to_owned();
    Ok(changed
        .map(|line| {
            (
                name(line),
                "its names differ from the reviewed ones".to_owned(),
            )
        })
        .collect())
}
