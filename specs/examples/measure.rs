//! How long reading takes, file by file: the best of several runs.
//!
//! Macros run unoptimised in most builds, so this is run without `--release`:
//! `cargo run -p formwork-specs --example measure -- FILE…`; `FILE=TYPE` reads one type of a file.

use std::time::{Duration, Instant};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    for argument in env::args().skip(1) {
        let (path, wanted) = match argument.split_once('=') {
            Some((path, wanted)) => (path.to_owned(), Some(wanted.to_owned())),
            None => (argument, None),
        };
        let bytes = fs::read(&path)?;
        let mut best = Duration::MAX;
        let mut outcome = String::new();
        for _ in 0..10 {
            let start = Instant::now();
            let read = formwork_specs::read_types(&bytes, &|name| {
                wanted.as_deref().is_none_or(|wanted| wanted == name)
            });
            best = best.min(start.elapsed());
            outcome = match read {
                Ok(spec) => format!(
                    "{} types, {} warnings",
                    spec.resources.len(),
                    spec.warnings.len()
                ),
                Err(problems) => format!("{} problems", problems.len()),
            };
        }
        println!("{best:>12.2?}  {path}: {outcome}");
    }
    Ok(())
}
