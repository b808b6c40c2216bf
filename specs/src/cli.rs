//! The command `formwork-spec`: what the bundled specifications say, and where they come from.

mod import;

use std::io;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Lists, shows and imports specifications of CloudFormation resource types.
#[derive(Parser)]
#[command(name = "formwork-spec", version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Import(import::Arguments),
}

/// Reads the arguments, does what they ask for, and says with which code the process ends: 0 if all
/// went well, 1 if something was wrong, 2 if the arguments were.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let mut out = anstream::stdout().lock();
    let outcome = match &arguments.command {
        Command::Import(arguments) => import::run(arguments, &mut out),
    };
    match outcome {
        Ok(code) => code,
        Err(Stop::Closed) => ExitCode::SUCCESS,
        Err(Stop::Message(message)) => {
            anstream::eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Why a command ends early.
#[derive(Debug)]
enum Stop {
    /// Whoever read the output has seen enough of it.
    Closed,
    /// What went wrong, and the cure.
    Message(String),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::Closed
        } else {
            Self::Message(format!("the output cannot be written: {error}"))
        }
    }
}
