//! Times the generator inside of the compiler: in a fresh one for each sample, in the dev profile.
//!
//! ```text
//! cargo run --release --manifest-path tests/measure/Cargo.toml --bin expansion
//! ```
//!
//! Each sample is a fresh compiler, because the generator remembers the specifications it has read.
//! The macros are built in the dev profile, as cargo builds them unless it is told otherwise.

use std::path::PathBuf;

use anyhow::{Result, anyhow, ensure};
use clap::Parser;
use formwork_measure::clock::Clock;
use formwork_measure::sets::{BUCKET, DASHBOARD, FLAGSHIP, Subject};
use formwork_measure::statistics::{median, time};
use proc_macro2::{TokenStream, TokenTree};

/// Types from small to large.
const GROWING: &[&str] = &[
    "AWS::SNS::Subscription",
    FLAGSHIP,
    "AWS::SQS::Queue",
    "AWS::Logs::LogGroup",
    "AWS::IAM::Role",
    "AWS::ApiGatewayV2::Integration",
    "AWS::EC2::VPC",
    "AWS::StepFunctions::StateMachine",
    "AWS::Lambda::Function",
    "AWS::DynamoDB::Table",
    "AWS::Events::Rule",
    "AWS::EC2::Instance",
    "AWS::RDS::DBInstance",
    "AWS::DataBrew::Recipe",
    "AWS::ECS::TaskDefinition",
    "AWS::CloudFront::Distribution",
    BUCKET,
    "AWS::WAFv2::WebACL",
    "AWS::QuickSight::Template",
    DASHBOARD,
];

#[derive(Parser)]
#[command(about = "Times the generator inside of the compiler, in the dev profile.")]
struct Arguments {
    /// How many compilers for each type.
    #[arg(long, default_value_t = 9)]
    repeats: usize,
    /// The folder of the generator, if another checkout is to be measured.
    #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../../macros/codegen"))]
    codegen: PathBuf,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let folder = tempfile::tempdir()?;
    let mut clock = Clock::create(folder.path(), &arguments.codegen.canonicalize()?)?;
    let subjects = GROWING.iter().map(|name| Subject::find(name, None));
    let subjects: Vec<Subject> = subjects.collect::<Result<_>>()?;
    // The first compiler builds the macro as well.
    clock.seconds(&format!("{FLAGSHIP:?}"))?;
    let mut samples = vec![Vec::new(); subjects.len()];
    for _ in 0..arguments.repeats {
        for (subject, samples) in subjects.iter().zip(&mut samples) {
            samples.push(clock.seconds(&format!("{:?}", subject.name()))?);
        }
    }
    println!("| type | properties | facts | expansion | per property | tokens | expanded text |");
    println!("|---|---|---|---|---|---|---|");
    for (subject, samples) in subjects.iter().zip(&samples) {
        print(subject, median(samples))?;
    }
    Ok(())
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

fn print(subject: &Subject, seconds: f64) -> Result<()> {
    let call: TokenStream = format!("{:?}", subject.name())
        .parse()
        .map_err(|error| anyhow!("{error}"))?;
    let expanded = formwork_codegen::resource(call);
    let text = expanded.to_string();
    ensure!(
        !text.contains("compile_error"),
        "the expansion holds an error"
    );
    let definitions = subject.resource.definitions.iter();
    let schemas = definitions
        .map(|definition| &definition.schema)
        .chain([&subject.resource.body]);
    let properties = u32::try_from(schemas.map(|schema| schema.properties.len()).sum::<usize>())?;
    println!(
        "| `{}` | {properties} | {} B | {} | {} | {} | {} B |",
        subject.name(),
        subject.schema.len(),
        time(seconds),
        time(seconds / f64::from(properties)),
        count(expanded),
        text.len(),
    );
    Ok(())
}
