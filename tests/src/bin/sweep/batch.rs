//! Crates with a number of types each, compiled and documented by the real tools.
//!
//! All crates are members of one workspace in a folder of their own, so that what they depend on is
//! built once. Where types fail, they are taken out and the crate is tried again: an error in one type
//! can hide those of the others.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::Outcome;
use crate::arguments::{Arguments, Step};
use crate::cargo::{Cargo, Report};
use crate::output;
use crate::subjects::{self, Subject};

/// The head of each crate.
const HEAD: &str = "//! Types as a user would generate them, under strict lints.\n\
    #![deny(warnings, missing_docs, unreachable_pub, unused, clippy::all, clippy::pedantic)]\n\n";
/// How often a crate is tried again without the types that failed.
const MOST_ROUNDS: usize = 6;

/// A crate; the types that failed are taken out.
struct Batch {
    name: String,
    folder: PathBuf,
    calls: Vec<(String, usize)>,
    failed: BTreeSet<usize>,
}

/// Compiles and documents; the result is the number of types that fail.
pub(crate) fn run(arguments: &Arguments) -> Outcome<usize> {
    let folder = match &arguments.work {
        Some(folder) => folder.clone(),
        None => std::env::temp_dir().join("formwork-sweep"),
    };
    let mut batches = create(arguments, &folder)?;
    let cargo = Cargo::of(&folder)?;
    let mut results = OpenOptions::new()
        .create(true)
        .append(true)
        .open(folder.join("results.md"))?;
    let mut failures = Vec::new();
    let mut say = |line: &str| -> Outcome<()> {
        println!("{line}");
        Ok(writeln!(results, "{line}")?)
    };
    say("| crates | step | types | as they should be | wall time | memory |")?;
    say("|---|---|---|---|---|---|")?;
    let skipped = batches.len().min(arguments.skip);
    for step in [Step::Compile, Step::Document] {
        if !arguments.does(step) {
            continue;
        }
        for wave in batches[skipped..].chunks_mut(arguments.jobs.max(1)) {
            let line = self::wave(wave, step, &cargo, &mut failures)?;
            say(&line)?;
        }
    }
    output::failures(&failures);
    let mut text = String::new();
    for (name, message) in &failures {
        writeln!(text, "{name}: {message}\n")?;
    }
    fs::write(folder.join("failures.txt"), text)?;
    Ok(failures
        .iter()
        .map(|(name, _)| name)
        .collect::<BTreeSet<_>>()
        .len())
}

/// Does one step with some crates at once; the result is a line of the table.
fn wave(
    batches: &mut [Batch],
    step: Step,
    cargo: &Cargo,
    failures: &mut Vec<(String, String)>,
) -> Outcome<String> {
    let started = Instant::now();
    let mut memory = 0;
    let types: usize = batches.iter().map(Batch::types).sum();
    for batch in batches.iter_mut() {
        batch.failed.clear();
        batch.write()?;
    }
    let mut is_good = false;
    for round in 0..MOST_ROUNDS {
        let names: Vec<String> = batches.iter().map(|batch| batch.name.clone()).collect();
        eprintln!("{step:?} {} round {round}", names.join(" "));
        let report = cargo.run(step, &names)?;
        memory = memory.max(report.memory);
        is_good = report.success;
        if is_good {
            break;
        }
        if !take_out(batches, &report, failures)? {
            let message = report
                .messages
                .first()
                .map_or("cargo failed", |message| &message.text);
            failures.push((names.join(" "), message.to_owned()));
            break;
        }
    }
    let failed: usize = batches.iter().map(Batch::failed_types).sum();
    let good = if is_good { types - failed } else { 0 };
    Ok(format!(
        "| {} to {} | {step:?} | {types} | {good} | {:.0} s | {memory} MiB |",
        batches.first().map_or("", |batch| &batch.name),
        batches.last().map_or("", |batch| &batch.name),
        started.elapsed().as_secs_f64(),
    ))
}

/// Takes the types out that messages are about; says whether there were any.
fn take_out(
    batches: &mut [Batch],
    report: &Report,
    failures: &mut Vec<(String, String)>,
) -> Outcome<bool> {
    let mut found = false;
    for batch in batches {
        let mut messages: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for message in report
            .messages
            .iter()
            .filter(|message| message.package == batch.name)
        {
            if let Some(at) = message.line.and_then(|line| batch.at_line(line)) {
                messages.entry(at).or_default().push(&message.text);
            }
        }
        for (at, messages) in messages {
            found |= batch.failed.insert(at);
            let call = batch
                .calls
                .get(at)
                .map(|(call, _)| call.clone())
                .unwrap_or_default();
            failures.extend(
                messages
                    .into_iter()
                    .map(|text| (call.clone(), text.to_owned())),
            );
        }
        batch.write()?;
    }
    Ok(found)
}

impl Batch {
    /// The number of types.
    fn types(&self) -> usize {
        self.calls.iter().map(|(_, types)| types).sum()
    }

    fn failed_types(&self) -> usize {
        self.failed
            .iter()
            .filter_map(|at| self.calls.get(*at))
            .map(|(_, types)| types)
            .sum()
    }

    /// Each call stands in one line; the one in that line.
    fn at_line(&self, line: usize) -> Option<usize> {
        line.checked_sub(HEAD.lines().count() + 1)
            .filter(|at| *at < self.calls.len())
    }

    fn write(&self) -> Outcome<()> {
        let mut text = HEAD.to_owned();
        for (at, (call, _)) in self.calls.iter().enumerate() {
            if self.failed.contains(&at) {
                text.push_str("// taken out\n");
            } else {
                writeln!(
                    text,
                    "#[doc = \"Types.\"] pub mod m{at} {{ formwork::resource!({call}); }}"
                )?;
            }
        }
        let path = self.folder.join("src/lib.rs");
        // What has not changed is not built again.
        if fs::read_to_string(&path).is_ok_and(|known| known == text) {
            return Ok(());
        }
        Ok(fs::write(path, text)?)
    }
}

/// Writes the workspace.
fn create(arguments: &Arguments, folder: &Path) -> Outcome<Vec<Batch>> {
    let mut files: Vec<PathBuf> = arguments.resource_specification.clone();
    let mut subjects: Vec<Subject> = subjects::catalog(arguments).subjects;
    for path in &arguments.resource_specification {
        subjects.extend(subjects::resource_specification(path, arguments)?.subjects);
    }
    if let Some(registry) = &arguments.registry {
        subjects.extend(subjects::registry(registry, arguments)?.subjects);
        files.extend(subjects::schemas(registry)?);
    }
    let mut batches: Vec<Batch> = Vec::new();
    for subject in subjects {
        let is_full = |batch: &Batch| batch.types() >= arguments.batch;
        if batches.last().is_none_or(is_full) {
            let name = format!("batch-{:03}", batches.len());
            batches.push(Batch {
                folder: folder.join(&name),
                name,
                calls: Vec::new(),
                failed: BTreeSet::new(),
            });
        }
        if let Some(batch) = batches.last_mut() {
            batch.calls.push((subject.call, subject.types.len()));
        }
    }
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../runtime")
        .canonicalize()?;
    let runtime = runtime.to_string_lossy();
    for batch in &batches {
        fs::create_dir_all(batch.folder.join("src"))?;
        let manifest = format!(
            "[package]\nname = {:?}\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
             [dependencies]\nformwork = {{ path = {runtime:?} }}\n",
            batch.name,
        );
        fs::write(batch.folder.join("Cargo.toml"), manifest)?;
        batch.write()?;
        for file in &files {
            let name = subjects::file_name(file);
            if batch
                .calls
                .iter()
                .any(|(call, _)| call.contains(&format!("{name:?}")))
            {
                fs::copy(file, batch.folder.join(&name))?;
            }
        }
    }
    let members: Vec<_> = batches.iter().map(|batch| &batch.name).collect();
    // The macros are compiled once and run thousands of times.
    let workspace = format!(
        "[workspace]\nresolver = \"3\"\nmembers = {members:?}\n\n\
         [profile.dev]\ndebug = false\nincremental = false\n\n\
         [profile.dev.build-override]\nopt-level = 2\n",
    );
    fs::write(folder.join("Cargo.toml"), workspace)?;
    fs::copy(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock"),
        folder.join("Cargo.lock"),
    )?;
    Ok(batches)
}
