//! The command `formwork`: what the bundled specifications say, and where they come from.
//!
//! `list` and `show` read, `import` writes the catalog, `completions` is for shells. Colours are
//! for terminals, and for none of them if the variable `NO_COLOR` is set; the variable `COLUMNS`
//! overrides the width of the terminal.

mod catalog;
mod commands;
mod output;
mod types;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};
use clap_complete::Shell;
use commands::{import, list, show};

/// Lists, shows and imports specifications of CloudFormation resource types
#[derive(Parser)]
#[command(name = "formwork", version, max_term_width = 100, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  formwork list 'AWS::ApiGatewayV2::*'
  formwork show AWS::SQS::Queue
  formwork show --file specs/acme-widget.json --json
  formwork import --registry CloudformationSchema.zip

Exit codes: 0 all went well, 1 something was wrong, 2 the arguments were.";

#[derive(Subcommand)]
enum Command {
    List(list::Arguments),
    Show(show::Arguments),
    Import(import::Arguments),
    /// Prints the script by which a shell completes the arguments of this command
    Completions {
        /// The shell
        shell: Shell,
    },
}

/// Reads the arguments, does what they ask for, and says with which code the process ends: 0 if all
/// went well, 1 if something was wrong. Wrong arguments end the process at once, with code 2.
fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut out = io::BufWriter::new(anstream::stdout().lock());
    let outcome = match &arguments.command {
        Command::List(arguments) => list::run(arguments, &mut out),
        Command::Show(arguments) => show::run(arguments, &mut out),
        Command::Import(arguments) => import::run(arguments, &mut out),
        Command::Completions { shell } => completions(*shell, &mut out),
    };
    let flushed = out.flush().map_err(Stop::from);
    match outcome.and_then(|code| flushed.map(|()| code)) {
        Ok(code) => code,
        Err(Stop::Closed) => ExitCode::SUCCESS,
        Err(Stop::Message(message)) => {
            complain(&format!("error: {message}"));
            ExitCode::FAILURE
        }
    }
}

fn completions(shell: Shell, out: &mut dyn Write) -> Result<ExitCode, Stop> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "formwork", &mut script);
    out.write_all(&script)?;
    Ok(ExitCode::SUCCESS)
}

/// Says something on the other channel. Where nobody listens to that, there is nobody to tell.
fn complain(text: &str) {
    let _nobody_listens = writeln!(anstream::stderr(), "{text}");
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
