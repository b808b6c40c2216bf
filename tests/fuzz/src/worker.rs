//! One target in one process.

use std::process::ExitCode;
use std::time::{Duration, Instant};
use std::{fs, panic};

use anyhow::{Context, Result};
use fastrand::Rng;

use crate::mutate::mutate;
use crate::target::Target;

/// An input that takes longer is a fault: nothing here is longer than a few thousand bytes.
const SLOW: Duration = Duration::from_secs(2);

/// Known inputs are kept up to this number; new ones replace old ones then.
const MOST_SEEDS: usize = 2000;

/// Tries inputs until the time is over or something is wrong.
pub(crate) fn run(
    target: Target,
    seed: u64,
    seconds: u64,
    trace: Option<&str>,
) -> Result<ExitCode> {
    // Panics are told below, with the input.
    panic::set_hook(Box::new(|_| {}));
    let mut rng = Rng::with_seed(seed);
    let mut seeds = target.seeds();
    let start = Instant::now();
    let (mut count, mut taken, mut slowest) = (0_u64, 0_u64, Duration::ZERO);
    while start.elapsed() < Duration::from_secs(seconds) {
        let input = mutate(&seeds, &mut rng);
        if let Some(path) = trace {
            fs::write(path, &input).context("writing the input down")?;
        }
        let begun = Instant::now();
        let outcome = panic::catch_unwind(|| target.run(&input));
        slowest = slowest.max(begun.elapsed());
        count += 1;
        let fault = match outcome {
            Ok(Ok(is_taken)) => {
                taken += u64::from(is_taken);
                if is_taken {
                    keep(&mut seeds, input.clone(), &mut rng);
                }
                (begun.elapsed() > SLOW).then(|| "it took too long".to_owned())
            }
            Ok(Err(fault)) => Some(fault),
            Err(panic) => Some(format!("a panic: {}", words(panic.as_ref()))),
        };
        if let Some(fault) = fault {
            println!(
                "{}: {fault}\n{:?}",
                target.name(),
                String::from_utf8_lossy(&input)
            );
            return Ok(ExitCode::FAILURE);
        }
    }
    println!(
        "| {} | {count} | {taken} | {} ms |",
        target.name(),
        slowest.as_millis()
    );
    Ok(ExitCode::SUCCESS)
}

fn keep(seeds: &mut Vec<Vec<u8>>, input: Vec<u8>, rng: &mut Rng) {
    if seeds.len() < MOST_SEEDS {
        seeds.push(input);
    } else {
        let place = rng.usize(..seeds.len());
        seeds[place] = input;
    }
}

fn words(panic: &(dyn std::any::Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or_default()
}
