//! Hostile input by the million, and what must hold of the answers.
//!
//! Each target runs in a process of its own, so that an overflow of the stack is seen as well. Inputs follow from
//! the seed alone: when a process dies, it is run once more with the input written down before each try.

mod mutate;
mod seeds;
mod target;
mod worker;

use std::process::{Command, ExitCode};
use std::{env, fs};

use anyhow::{Context, Result};
use clap::{Parser, ValueEnum};

use target::Target;

/// Runs each target for a while and prints how many inputs it took.
#[derive(Debug, Parser)]
struct Arguments {
    /// The targets; all of them if none is named.
    targets: Vec<Target>,
    /// How long each target runs.
    #[arg(long, default_value_t = 60)]
    seconds: u64,
    /// What the inputs follow from.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Runs one target in this process.
    #[arg(long, hide = true)]
    worker: bool,
    /// Where to write each input before it is tried.
    #[arg(long, hide = true)]
    trace: Option<String>,
}

fn main() -> Result<ExitCode> {
    let arguments = Arguments::parse();
    if let (true, [target]) = (arguments.worker, arguments.targets.as_slice()) {
        return worker::run(
            *target,
            arguments.seed,
            arguments.seconds,
            arguments.trace.as_deref(),
        );
    }
    let targets = if arguments.targets.is_empty() {
        Target::value_variants()
    } else {
        &arguments.targets
    };
    let mut is_right = true;
    for target in targets {
        is_right &= child(*target, &arguments, None)? || !explain(*target, &arguments)?;
    }
    Ok(if is_right {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Runs a target in a process of its own; whether it ended well.
fn child(target: Target, arguments: &Arguments, trace: Option<&str>) -> Result<bool> {
    let program = env::current_exe().context("where this program is")?;
    let mut command = Command::new(program);
    command.args(["--worker", &target.name()]);
    command.args(["--seed", &arguments.seed.to_string()]);
    command.args(["--seconds", &arguments.seconds.to_string()]);
    command.args(trace.iter().flat_map(|path| ["--trace", path]));
    Ok(command.status().context("starting a worker")?.success())
}

/// Runs a target again until it dies and says which input did it. Always true: something was wrong.
fn explain(target: Target, arguments: &Arguments) -> Result<bool> {
    let path = env::temp_dir().join(format!("formwork-fuzz-{}", target.name()));
    let path = path.to_string_lossy().into_owned();
    child(target, arguments, Some(&path))?;
    let input = fs::read(&path).unwrap_or_default();
    println!(
        "{}: died of {} bytes, kept in {path}",
        target.name(),
        input.len()
    );
    Ok(true)
}
