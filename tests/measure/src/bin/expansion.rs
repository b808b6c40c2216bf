//! Times the generator as the compiler runs it: once per process, without optimisation.
//!
//! ```text
//! cargo run --manifest-path tests/measure/Cargo.toml --bin expansion
//! ```
//!
//! Each sample is a fresh process, because the generator remembers the specifications it has read.
//! In the dev profile, as cargo builds macros unless it is told otherwise. Inside the compiler each
//! token costs a little more than here.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, anyhow, ensure};
use clap::Parser;
use formwork_measure::sets::{BUCKET, DASHBOARD, FLAGSHIP, Origin, Subject};
use formwork_measure::statistics::{median, time};
use proc_macro2::{TokenStream, TokenTree};

/// Types from small to large; those that are not found are left out.
const GROWING: &[&str] = &[
    FLAGSHIP,
    "AWS::SQS::Queue",
    "AWS::Lambda::Function",
    "AWS::DynamoDB::Table",
    "AWS::ECS::TaskDefinition",
    BUCKET,
    "AWS::WAFv2::WebACL",
    "AWS::DataBrew::Recipe",
    "AWS::QuickSight::Template",
    DASHBOARD,
];

#[derive(Parser)]
#[command(
    about = "Times the generator as the compiler runs it: once per process, without optimisation."
)]
struct Arguments {
    /// How many processes for each type.
    #[arg(long, default_value_t = 21)]
    repeats: usize,
    /// A folder of registry schemas, for types that the catalog lacks.
    #[arg(long)]
    schemas: Option<PathBuf>,
    /// What a fresh process does: expands this call and says what it took.
    #[arg(long, hide = true)]
    call: Option<String>,
}

/// What one expansion took and made.
struct Sample {
    seconds: f64,
    tokens: String,
    bytes: String,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    if let Some(call) = &arguments.call {
        return expand(call);
    }
    let folder = tempfile::tempdir()?;
    let mut subjects = Vec::new();
    for name in GROWING {
        match Subject::find(name, arguments.schemas.as_ref()) {
            Ok(subject) => subjects.push(subject),
            Err(error) => eprintln!("left out: {error}"),
        }
    }
    for subject in &subjects {
        fs::write(folder.path().join(subject.file_name()), &subject.schema)?;
    }
    let mut samples: Vec<Vec<Sample>> = subjects.iter().map(|_| Vec::new()).collect();
    for _ in 0..arguments.repeats {
        for (subject, samples) in subjects.iter().zip(&mut samples) {
            samples.push(fresh(subject, &folder.path().to_path_buf())?);
        }
    }
    println!("| type | properties | schema | expansion | per property | tokens | expanded text |");
    println!("|---|---|---|---|---|---|---|");
    for (subject, samples) in subjects.iter().zip(&samples) {
        print(subject, samples)?;
    }
    Ok(())
}

fn fresh(subject: &Subject, folder: &PathBuf) -> Result<Sample> {
    let call = match subject.origin {
        Origin::Catalog => format!("{:?}", subject.name()),
        Origin::File => format!("spec = {:?}", subject.file_name()),
    };
    let mut child = Command::new(env::current_exe()?);
    // The generator finds files as it does under cargo, from the folder of the calling crate.
    let output = child
        .args(["--call", &call])
        .env("CARGO_MANIFEST_DIR", folder)
        .output()?;
    let text = String::from_utf8(output.stdout)?;
    let words: Vec<&str> = text.split_whitespace().collect();
    let [seconds, tokens, bytes] = words.as_slice() else {
        return Err(anyhow!(
            "{}: {}",
            subject.name(),
            String::from_utf8_lossy(&output.stderr)
        ));
    };
    Ok(Sample {
        seconds: seconds.parse()?,
        tokens: (*tokens).to_owned(),
        bytes: (*bytes).to_owned(),
    })
}

fn expand(call: &str) -> Result<()> {
    let tokens: TokenStream = call.parse().map_err(|error| anyhow!("{error}"))?;
    let before = processor_seconds()?;
    let expanded = formwork_codegen::resource(tokens);
    let seconds = processor_seconds()? - before;
    let text = expanded.to_string();
    ensure!(
        !text.contains("compile_error"),
        "the expansion holds an error"
    );
    println!("{seconds} {} {}", count(expanded), text.len());
    Ok(())
}

/// The seconds that a processor has worked for this process, as Linux tells it: other work on the
/// machine does not count.
fn processor_seconds() -> Result<f64> {
    let text = fs::read_to_string("/proc/self/schedstat")?;
    let nanoseconds: f64 = text.split_whitespace().next().context("a time")?.parse()?;
    Ok(nanoseconds / 1e9)
}

/// The number of tokens, delimiters counted as two.
fn count(tokens: TokenStream) -> usize {
    let mut total = 0;
    let mut waiting = vec![tokens];
    while let Some(tokens) = waiting.pop() {
        for token in tokens {
            total += 1;
            if let TokenTree::Group(group) = token {
                total += 1;
                waiting.push(group.stream());
            }
        }
    }
    total
}

fn print(subject: &Subject, samples: &[Sample]) -> Result<()> {
    let first = samples.first().context("at least one sample is taken")?;
    let seconds = median(
        &samples
            .iter()
            .map(|sample| sample.seconds)
            .collect::<Vec<_>>(),
    );
    let definitions = subject
        .resource
        .definitions
        .iter()
        .map(|definition| &definition.schema);
    let schemas = definitions.chain([&subject.resource.body]);
    let properties = u32::try_from(schemas.map(|schema| schema.properties.len()).sum::<usize>())?;
    println!(
        "| `{}` | {properties} | {} B | {} | {} | {} | {} B |",
        subject.name(),
        subject.schema.len(),
        time(seconds),
        time(seconds / f64::from(properties)),
        first.tokens,
        first.bytes,
    );
    Ok(())
}
