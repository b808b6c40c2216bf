//! Puts every published type through the generator and says what became of it.
//!
//! ```sh
//! cargo run --release -p formwork-tests --bin sweep -- expand facts compile document \
//!     --resource-specification CloudFormationResourceSpecification.json
//! ```
//!
//! * `expand`: each type becomes Rust without an error, and the same bytes in a second process; its
//!   names are those of `tests/catalog/names.txt`.
//! * `facts`: the table of each type, also as the runtime reads it, equals the model.
//! * `compile`: crates with a number of types each pass `cargo clippy` under strict lints.
//! * `document`: the same crates pass `cargo doc` with warnings denied.
//!
//! Progress goes to the standard error, results to the standard output as Markdown. `tests/SWEEP.md`
//! keeps them.

mod arguments;
mod batch;
mod cargo;
mod curve;
mod expand;
mod output;
mod subjects;
mod timed;

use std::error::Error;
use std::process::ExitCode;

use clap::Parser;

use crate::arguments::{Arguments, Step};

/// Whatever goes wrong in the command itself, as opposed to a type that fails.
type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(failures) => {
            eprintln!("{failures} types or batches failed");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

/// Does the steps that were asked for; the result is the number of failures.
fn run(arguments: &Arguments) -> Outcome<usize> {
    if let Some(folder) = &arguments.inside {
        return expand::inside(arguments, folder);
    }
    if let Some(call) = &arguments.call {
        return curve::inside(call).map(|()| 0);
    }
    if arguments.curve {
        return curve::print(arguments).map(|()| 0);
    }
    let mut failures = 0;
    if arguments.does(Step::Expand) || arguments.does(Step::Facts) {
        failures += expand::outside(arguments)?;
    }
    if arguments.does(Step::Compile) || arguments.does(Step::Document) {
        failures += batch::run(arguments)?;
    }
    Ok(failures)
}
