//! Does one thing a number of times, for a tool that counts instructions: unlike time, they are the same on a busy
//! machine.
//!
//! ```text
//! cargo build --release --manifest-path tests/measure/Cargo.toml --bin calls
//! valgrind --tool=callgrind tests/measure/target/release/calls bucket validate 201
//! ```
//!
//! The difference between the counts of 201 times and of one, divided by 200, is what one time takes once
//! everything is warm.

use std::hint::black_box;

use anyhow::Result;
use clap::{Parser, ValueEnum};
use formwork::Resource;

formwork::resource!("AWS::ApiGatewayV2::IntegrationResponse");
formwork::resource!("AWS::S3::Bucket");

#[derive(Parser)]
#[command(about = "Does one thing a number of times, for a tool that counts instructions.")]
struct Arguments {
    #[arg(value_enum)]
    document: DocumentName,
    #[arg(value_enum)]
    work: Work,
    /// How many times.
    times: usize,
}

#[derive(Clone, Copy, ValueEnum)]
enum DocumentName {
    Flagship,
    Bucket,
}

#[derive(Clone, Copy, ValueEnum)]
enum Work {
    /// The valid document from JSON.
    Valid,
    /// The broken document from JSON.
    Broken,
    /// The valid document from YAML.
    Yaml,
    /// The value of the valid document, checked.
    Validate,
    /// The same, written as JSON.
    Write,
    /// The same, copied.
    Clone,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    match arguments.document {
        DocumentName::Flagship => run::<IntegrationResponse>(
            &arguments,
            include_str!("../../documents/flagship-valid.json"),
            include_str!("../../documents/flagship-broken.json"),
        ),
        DocumentName::Bucket => run::<Bucket>(
            &arguments,
            include_str!("../../documents/bucket-valid.json"),
            include_str!("../../documents/bucket-broken.json"),
        ),
    }
}

fn run<R: Resource>(arguments: &Arguments, valid: &str, broken: &str) -> Result<()> {
    let resource = R::from_json(valid)?;
    let yaml = resource.to_yaml();
    for _ in 0..arguments.times {
        match arguments.work {
            Work::Valid => drop(black_box(R::from_json(black_box(valid)))),
            Work::Broken => drop(black_box(R::from_json(black_box(broken)))),
            Work::Yaml => drop(black_box(R::from_yaml(black_box(&yaml)))),
            Work::Validate => drop(black_box(black_box(&resource).validate())),
            Work::Write => drop(black_box(black_box(&resource).to_json())),
            Work::Clone => drop(black_box(black_box(&resource).clone())),
        }
    }
    Ok(())
}
