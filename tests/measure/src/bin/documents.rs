//! Times reading, validating and writing of documents.
//!
//! ```text
//! cargo run --release --manifest-path tests/measure/Cargo.toml --bin documents
//! ```
//!
//! Everything is measured in turns within one run; ratios are medians of the ratios of each turn.
//! The documents hold no functions, for `jsonschema` knows none.

use std::env;
use std::fs;
use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use clap::Parser;
use formwork::Resource;
use formwork_measure::statistics::{each, median, paired_ratio, time};
use formwork_specs::bundled;
use jsonschema::Validator;
use serde_json::Value;

formwork::resource!("AWS::ApiGatewayV2::IntegrationResponse");
formwork::resource!("AWS::S3::Bucket");

const FLAGSHIP_VALID: &str = include_str!("../../documents/flagship-valid.json");
const FLAGSHIP_BROKEN: &str = include_str!("../../documents/flagship-broken.json");
const BUCKET_VALID: &str = include_str!("../../documents/bucket-valid.json");
const BUCKET_BROKEN: &str = include_str!("../../documents/bucket-broken.json");

const FLAGSHIP_CHANGED: (&str, &str) = ("CONVERT_TO_TEXT", "CONVERT_TO_BINARY");
const BUCKET_CHANGED: (&str, &str) = ("\"MaxAge\": 3000", "\"MaxAge\": 600");

/// Each sample repeats its work for at least this long, so that the clock's own cost vanishes.
const SAMPLE_SECONDS: f64 = 200e-6;

#[derive(Parser)]
#[command(about = "Times reading, validating and writing of documents.")]
struct Arguments {
    /// How many turns.
    #[arg(long, default_value_t = 500)]
    rounds: usize,
    /// How many fresh processes for the first verdict.
    #[arg(long, default_value_t = 51)]
    processes: usize,
    /// Runs only the ways whose name holds this text, for a profiler to look at.
    #[arg(long)]
    only: Option<String>,
    /// What a fresh process does: gives its first verdict and says how long it took.
    #[arg(long, hide = true)]
    first_verdict: bool,
}

/// One way to do something.
struct Way<'w> {
    title: &'static str,
    work: Box<dyn FnMut() + 'w>,
}

impl<'w> Way<'w> {
    fn new<T>(title: &'static str, mut work: impl FnMut() -> T + 'w) -> Self {
        Self {
            title,
            work: Box::new(move || drop(black_box(work()))),
        }
    }

    fn run(&mut self, times: u32) -> f64 {
        let start = Instant::now();
        for _ in 0..times {
            (self.work)();
        }
        each(start.elapsed(), times)
    }

    /// How often the work has to be repeated to fill a sample.
    fn repetitions(&mut self) -> u32 {
        let mut times = 1;
        while self.run(times) * f64::from(times) < SAMPLE_SECONDS {
            times *= 2;
        }
        times
    }
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    if arguments.first_verdict {
        return first_verdict();
    }
    let flagship = [FLAGSHIP_VALID, FLAGSHIP_BROKEN];
    documents::<IntegrationResponse>(&arguments, flagship, FLAGSHIP_CHANGED)?;
    documents::<Bucket>(&arguments, [BUCKET_VALID, BUCKET_BROKEN], BUCKET_CHANGED)?;
    start_up(arguments.processes)
}

/// `changed` is what an update of the valid document takes out, and what it puts there.
fn documents<R: Resource>(
    arguments: &Arguments,
    [valid, broken]: [&str; 2],
    changed: (&str, &str),
) -> Result<()> {
    let schema = bundled::find(R::TYPE_NAME).context("the catalog has the type")?;
    let validator = jsonschema::validator_for(&serde_json::from_str(schema)?)?;
    let good: Value = serde_json::from_str(valid)?;
    let bad: Value = serde_json::from_str(broken)?;
    let resource = R::from_json(valid)?;
    let found = R::from_json(broken)
        .err()
        .context("the broken document is refused")?;
    let theirs = validator.iter_errors(&bad).count();
    ensure!(
        validator.is_valid(&good),
        "`jsonschema` refuses the valid document"
    );
    println!("## `{}`\n", R::TYPE_NAME);
    let (valid_bytes, broken_bytes, problems) = (valid.len(), broken.len(), found.len());
    println!("{valid_bytes} and {broken_bytes} bytes; the broken document has {problems} problems");
    println!("for formwork and {theirs} for `jsonschema`.");
    for (title, text) in [("valid", valid), ("broken", broken)] {
        let ways = vec![
            Way::new("`serde_json` to `Value`", || parsed(text)),
            Way::new("the same, then `jsonschema` `iter_errors` to text", || {
                judged(&validator, text)
            }),
            Way::new("formwork `from_json`", || R::from_json(text).is_ok()),
            Way::new("formwork `from_json`, messages as text", || {
                R::from_json(text)
                    .map_err(|violations| violations.to_string())
                    .is_ok()
            }),
            Way::new("formwork `Deserialize`, structure only", || {
                serde_json::from_str::<R>(text).is_ok()
            }),
        ];
        table(&format!("text to verdict, {title}"), ways, arguments);
    }
    let ways = vec![
        Way::new("`jsonschema` `is_valid` of a `Value`", || {
            validator.is_valid(&good)
        }),
        Way::new("formwork `validate` of a typed value", || {
            resource.validate().is_ok()
        }),
    ];
    table("verdict on a ready value, valid", ways, arguments);
    let ways = vec![
        Way::new("`serde_json` from `Value`, pretty", || {
            serde_json::to_string_pretty(&good).ok()
        }),
        Way::new("formwork `to_json`", || resource.to_json()),
        Way::new("formwork through `serde_json`, pretty", || {
            serde_json::to_string_pretty(&resource).ok()
        }),
    ];
    table("write", ways, arguments);
    let ways = vec![
        Way::new("clone of `Value`", || good.clone()),
        Way::new("clone of the typed value", || resource.clone()),
    ];
    table("clone", ways, arguments);
    let equal = R::from_json(valid)?;
    let (from, to) = changed;
    ensure!(valid.contains(from), "{from} is in the valid document");
    let other = R::from_json(&valid.replacen(from, to, 1))?;
    let ways = vec![
        Way::new("clone of the typed value", || resource.clone()),
        Way::new("plan of two that are equal", || {
            resource.plan_update(&equal)
        }),
        Way::new("plan of two that differ in one place", || {
            resource.plan_update(&other)
        }),
    ];
    table("plan", ways, arguments);
    Ok(())
}

fn parsed(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok()
}

fn judged(validator: &Validator, text: &str) -> Vec<String> {
    let value = parsed(text).unwrap_or_default();
    validator
        .iter_errors(&value)
        .map(|error| error.to_string())
        .collect()
}

/// Measures in turns and prints; the ratios are to the first way and to the second.
fn table(title: &str, mut ways: Vec<Way<'_>>, arguments: &Arguments) {
    if let Some(text) = &arguments.only {
        ways.retain(|way| format!("{title}: {}", way.title).contains(text));
    }
    if ways.is_empty() {
        return;
    }
    let rounds = arguments.rounds;
    let repetitions: Vec<u32> = ways.iter_mut().map(Way::repetitions).collect();
    let mut samples = vec![Vec::with_capacity(rounds); ways.len()];
    for _ in 0..rounds {
        for ((way, times), samples) in ways.iter_mut().zip(&repetitions).zip(&mut samples) {
            samples.push(way.run(*times));
        }
    }
    println!("\n| {title} | to the first | to the second | |\n|---|---|---|---|");
    let base = |at: usize| samples.get(at).map_or(&[][..], Vec::as_slice);
    for (way, own) in ways.iter().zip(&samples) {
        let (first, second) = (paired_ratio(own, base(0)), paired_ratio(own, base(1)));
        println!(
            "| {} | {first:.2} | {second:.2} | ({}) |",
            way.title,
            time(median(own))
        );
    }
    println!();
}

/// Time and memory of fresh processes up to their first verdict.
fn start_up(processes: usize) -> Result<()> {
    let (mut seconds, mut kibibytes) = (Vec::new(), Vec::new());
    for _ in 0..processes {
        let output = Command::new(env::current_exe()?)
            .arg("--first-verdict")
            .output()?;
        let text = String::from_utf8(output.stdout)?;
        let mut figures = text.split_whitespace().map(str::parse::<f64>);
        seconds.push(figures.next().context("a time")??);
        kibibytes.push(figures.next().context("a size")??);
    }
    println!("First verdict of a fresh process, flagship, broken document, messages as text:");
    println!(
        "{}, {:.2} MiB more than at its start.",
        time(median(&seconds)),
        median(&kibibytes) / 1024.0
    );
    Ok(())
}

fn first_verdict() -> Result<()> {
    let before = peak_kibibytes()?;
    let start = Instant::now();
    let verdict =
        IntegrationResponse::from_json(FLAGSHIP_BROKEN).map_err(|found| found.to_string());
    let seconds = start.elapsed().as_secs_f64();
    ensure!(verdict.is_err(), "the broken document is refused");
    println!("{seconds} {}", peak_kibibytes()? - before);
    Ok(())
}

/// The most memory this process has had, as Linux tells it.
fn peak_kibibytes() -> Result<f64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .context("a peak")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}
