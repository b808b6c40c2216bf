//! The command `formwork`: everything that the library knows, for people and for CI.
//!
//! | room | |
//! |---|---|
//! | `commands/` | the subcommands, a file for each |
//! | `input/` | what is read: files, folders, standard input |
//! | `check/` | templates, judged one by one and many at once |
//! | `formats/` | how findings are written |
//! | `graph/` | references between resources, drawn |
//! | `types/` | a resource type as it is shown |
//! | `catalog/` | published files -> the catalog |
//! | `output/` | tables, JSON, text from outside made safe |
//!
//! Colours are for terminals, and for none of them if the variable `NO_COLOR` is set; the variable
//! `COLUMNS` overrides the width of the terminal.

mod catalog;
mod check;
mod commands;
mod formats;
mod graph;
mod input;
mod output;
mod parallel;
mod stop;
mod types;

use std::borrow::Cow;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use commands::Command;
use output::visible::{visible, visible_lines};
use stop::Stop;

/// Checks CloudFormation templates, plans their updates, and knows every resource type: offline
#[derive(Parser)]
#[command(name = "formwork", version, max_term_width = 100, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  formwork check template.yaml
  formwork plan --git main template.yaml
  formwork show AWS::SQS::Queue
  formwork new AWS::DynamoDB::Table > table.yaml

Exit codes: 0 all went well, 1 something was found, 2 the arguments or files could not be used.";

/// The exit code if the arguments or files could not be used; clap ends with the same.
const UNUSABLE: u8 = 2;

/// Reads the arguments, does what they ask for, and says with which code the process ends. Wrong
/// arguments end it at once.
fn main() -> ExitCode {
    let arguments = Arguments::try_parse().unwrap_or_else(|error| refuse(&error));
    let mut out = io::BufWriter::new(anstream::stdout().lock());
    let outcome = arguments.command.run(Arguments::command(), &mut out);
    let flushed = out.flush().map_err(Stop::from);
    match (outcome, flushed) {
        // What was done is done, also where nobody reads on.
        (Ok(code), Ok(()) | Err(Stop::Closed)) => code,
        (Err(Stop::Closed), _) => ExitCode::SUCCESS,
        (Err(Stop::Unusable(message)), _) | (Ok(_), Err(Stop::Unusable(message))) => {
            complain(&format!("error: {message}"));
            ExitCode::from(UNUSABLE)
        }
    }
}

/// Ends with the help, or with what is wrong with the arguments. These may be names of files that a
/// shell filled in, so they are shown like everything from outside.
fn refuse(error: &clap::Error) -> ! {
    let is_plain = |argument: std::ffi::OsString| {
        let argument = argument.to_string_lossy();
        matches!(visible(&argument), Cow::Borrowed(_))
    };
    if std::env::args_os().all(is_plain) {
        error.exit();
    }
    complain(error.render().to_string().trim_end());
    std::process::exit(error.exit_code());
}

/// Says something on the other channel. Where nobody listens to that, there is nobody to tell.
fn complain(text: &str) {
    let _nobody_listens = writeln!(anstream::stderr(), "{}", visible_lines(text));
}
