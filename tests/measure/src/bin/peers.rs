//! Times `formwork check` beside the linters of the field, over the same templates, in turns.
//!
//! ```text
//! cargo build --release -p formwork-cli
//! pip install cfn-lint cloudformation-validate
//! cargo run --release --manifest-path tests/measure/Cargo.toml --bin peers
//! ```
//!
//! Each figure is of a whole process, from its start to its end; memory is the most that it had, as GNU
//! `time` tells it. `cloudformation-validate` has no command, so a Python program of four lines calls it.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use clap::Parser;
use formwork_measure::statistics::{median, paired_ratio, time};

/// Checks each file that it is given.
const VALIDATE: &str = "\
import pathlib, sys, cloudformation_validate
engine = cloudformation_validate.CompositeEngine()
for path in sys.argv[1:]:
    engine.validate_template(pathlib.Path(path))
";

/// Resources of usual kinds, each with a reference to the one before.
const RESOURCES: [&str; 6] = [
    "Type: AWS::SQS::Queue\n    Properties: {DelaySeconds: 5, Tags: [{Key: Team, Value: !Ref Team}]}",
    "Type: AWS::SNS::Topic\n    Properties: {DisplayName: jobs, Tags: [{Key: Team, Value: !Ref Team}]}",
    "Type: AWS::Logs::LogGroup\n    Properties: {RetentionInDays: 14, Tags: [{Key: Team, Value: !Ref Team}]}",
    "Type: AWS::S3::Bucket\n    Properties:\n      VersioningConfiguration: {Status: Enabled}\n      \
     BucketEncryption: {ServerSideEncryptionConfiguration: [{ServerSideEncryptionByDefault: {SSEAlgorithm: AES256}}]}",
    "Type: AWS::DynamoDB::Table\n    Properties:\n      BillingMode: PAY_PER_REQUEST\n      \
     AttributeDefinitions: [{AttributeName: id, AttributeType: S}]\n      \
     KeySchema: [{AttributeName: id, KeyType: HASH}]",
    "Type: AWS::CloudWatch::Alarm\n    Properties: {ComparisonOperator: GreaterThanThreshold, EvaluationPeriods: 1,\n      \
     MetricName: Errors, Namespace: AWS/Lambda, Period: 60, Statistic: Sum, Threshold: 1}",
];

#[derive(Parser)]
#[command(about = "Times `formwork check` beside cfn-lint and cloudformation-validate.")]
struct Arguments {
    /// How many processes of each for one template; a tenth of it for many.
    #[arg(long, default_value_t = 10)]
    repeats: usize,
    /// The command to measure.
    #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/release/formwork"))]
    formwork: PathBuf,
}

/// One of the tools.
struct Tool {
    name: &'static str,
    command: Vec<String>,
    seconds: Vec<f64>,
    mebibytes: Vec<f64>,
}

impl Tool {
    fn new(name: &'static str, command: &[&str]) -> Self {
        Self {
            name,
            command: command.iter().map(|&part| part.to_owned()).collect(),
            seconds: Vec::new(),
            mebibytes: Vec::new(),
        }
    }

    fn run(&mut self, files: &[PathBuf], scratch: &Path) -> Result<()> {
        let report = scratch.join("memory");
        let start = Instant::now();
        let status = Command::new("time")
            .args(["-q", "-f", "%M", "-o"])
            .arg(&report)
            .args(&self.command)
            .args(files)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .context("GNU `time` is not here")?;
        let seconds = start.elapsed().as_secs_f64();
        ensure!(
            status.code().is_some_and(|code| code != 127 && code != 126),
            "{} did not run",
            self.name
        );
        let kibibytes: f64 = fs::read_to_string(report)?.trim().parse()?;
        self.seconds.push(seconds);
        self.mebibytes.push(kibibytes / 1024.0);
        Ok(())
    }
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let scratch = tempfile::tempdir()?;
    let one = written(scratch.path(), "one.yaml", &template(1, 0))?;
    let large = written(scratch.path(), "large.yaml", &template(500, 0))?;
    let many = (0..1000)
        .map(|number| {
            written(
                scratch.path(),
                &format!("{number}.yaml"),
                &template(3, number),
            )
        })
        .collect::<Result<Vec<_>>>()?;
    println!("| | formwork | cloudformation-validate | cfn-lint |\n|---|---|---|---|");
    let cases = [
        ("one resource", vec![one], arguments.repeats),
        ("500 resources", vec![large], arguments.repeats),
        (
            "1,000 files of 3 resources",
            many,
            arguments.repeats.div_ceil(10),
        ),
    ];
    for (name, files, repeats) in cases {
        let formwork = arguments.formwork.to_str().context("a path is no text")?;
        let mut tools = [
            Tool::new("formwork", &[formwork, "check"]),
            Tool::new("cloudformation-validate", &["python3", "-c", VALIDATE]),
            Tool::new("cfn-lint", &["cfn-lint"]),
        ];
        for _ in 0..repeats {
            for tool in &mut tools {
                tool.run(&files, scratch.path())?;
            }
        }
        let base = tools[0].seconds.clone();
        let row =
            |cell: &dyn Fn(&Tool) -> String| tools.iter().map(cell).collect::<Vec<_>>().join(" | ");
        let times = row(&|tool| {
            let ratio = paired_ratio(&tool.seconds, &base);
            format!("{ratio:.1} ({})", time(median(&tool.seconds)))
        });
        println!("| {name} | {times} |");
        let memory = row(&|tool| format!("{:.1} MiB", median(&tool.mebibytes)));
        println!("| {name}, peak memory | {memory} |");
    }
    Ok(())
}

/// A template of so many resources, which begin with the one of that number.
fn template(count: usize, first: usize) -> String {
    let mut text = "Parameters:\n  Team: {Type: String}\nResources:\n".to_owned();
    for number in 0..count {
        let resource = RESOURCES[(first + number) % RESOURCES.len()];
        let _infallible = writeln!(text, "  R{number}:\n    {resource}");
        if let Some(before) = number.checked_sub(1) {
            let _infallible = writeln!(text, "    DependsOn: R{before}");
        }
    }
    text
}

fn written(folder: &Path, name: &str, text: &str) -> Result<PathBuf> {
    let path = folder.join(name);
    fs::write(&path, text)?;
    Ok(path)
}
