//! Times `cargo check` of one type whose specification grows: work that grows by the square of the size
//! shows here first.
//!
//! ```text
//! cargo run --release --manifest-path tests/measure/Cargo.toml --bin growth
//! ```

use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::{Result, ensure};
use clap::Parser;
use formwork_measure::project;
use formwork_measure::statistics::time;

/// How much larger the larger specification is.
const FACTOR: usize = 8;

const MANIFEST: &str = r#"[package]
name = "growth"
version = "0.1.0"
edition = "2024"

[dependencies]
formwork = { path = "RUNTIME" }

[workspace]
"#;

/// A specification of that size.
type Specification = fn(usize) -> String;

#[derive(Parser)]
#[command(about = "Times `cargo check` of one type whose specification grows.")]
struct Arguments {
    /// How often each is checked; the fastest counts.
    #[arg(long, default_value_t = 3)]
    repeats: usize,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let folder = tempfile::tempdir()?;
    let runtime = concat!(env!("CARGO_MANIFEST_DIR"), "/../../runtime");
    let files = [
        ("Cargo.toml", MANIFEST.replace("RUNTIME", runtime)),
        (
            "src/lib.rs",
            r#"formwork::resource!(spec = "specs/thing.json");"#.to_owned(),
        ),
        ("specs/thing.json", properties(1)),
    ];
    let files = files.map(|(path, content)| (path.to_owned(), content));
    project::write(folder.path(), &files.to_vec())?;
    check(folder.path())?;
    println!("| | once | {FACTOR} times as many | ratio |\n|---|---|---|---|");
    let kinds: [(&str, usize, Specification); 3] = [
        ("properties", 1_000, properties),
        ("values of one set", 2_500, values),
        ("values that meet in one name", 2_500, clashes),
    ];
    for (name, count, specification) in kinds {
        let fastest = |count: usize| {
            let mut fastest = f64::INFINITY;
            for repeat in 0..arguments.repeats {
                let text = specification(count) + &" ".repeat(repeat + 1);
                fs::write(folder.path().join("specs/thing.json"), text)?;
                fastest = fastest.min(check(folder.path())?);
            }
            Ok::<f64, anyhow::Error>(fastest)
        };
        let (small, large) = (fastest(count)?, fastest(count * FACTOR)?);
        let ratio = large / small;
        println!(
            "| {count} {name} | {} | {} | {ratio:.1} |",
            time(small),
            time(large)
        );
    }
    Ok(())
}

/// The seconds of `cargo check`.
fn check(folder: &Path) -> Result<f64> {
    let mut command = project::command(project::cargo(), folder, &folder.join("target"));
    let start = Instant::now();
    let output = command.args(["check", "--quiet"]).output()?;
    let seconds = start.elapsed().as_secs_f64();
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{said}");
    Ok(seconds)
}

fn properties(count: usize) -> String {
    schema(&list(count, |number| {
        format!(r#""P{number}":{{"type":"string"}}"#)
    }))
}

fn values(count: usize) -> String {
    let values = list(count, |number| format!(r#""value-{number}""#));
    schema(&format!(r#""P0":{{"type":"string","enum":[{values}]}}"#))
}

fn clashes(count: usize) -> String {
    let signs = |number| format!("{number:b}").replace('0', "-").replace('1', "+");
    let values = list(count, |number| format!(r#""a{}""#, signs(number)));
    schema(&format!(r#""P0":{{"type":"string","enum":[{values}]}}"#))
}

/// A resource type with these properties.
fn schema(properties: &str) -> String {
    format!(
        r#"{{"typeName":"Acme::Large::Thing","description":"","additionalProperties":false,
            "primaryIdentifier":["/properties/P0"],"properties":{{{properties}}}}}"#
    )
}

/// So many parts, divided by commas.
fn list(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect::<Vec<_>>().join(",")
}
