//! The command `formwork`: what the bundled specifications say, and where they come from.
//!
//! `list` and `show` read, `import` writes the catalog, `completions` is for shells. Colours are
//! for terminals, and for none of them if the variable `NO_COLOR` is set; the variable `COLUMNS`
//! overrides the width of the terminal.

mod catalog;
mod commands;
mod input;
mod output;
mod stop;
mod types;

use std::borrow::Cow;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};
use clap_complete::Shell;

use commands::{convert, import, list, man, new, show};
use output::visible::{visible, visible_lines};
use stop::Stop;

/// Knows the resource types of CloudFormation: what they have, what is demanded of them, what updates do
#[derive(Parser)]
#[command(name = "formwork", version, max_term_width = 100, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  formwork show AWS::SQS::Queue
  formwork new AWS::DynamoDB::Table > table.yaml
  formwork convert template.json > template.yaml

Exit codes: 0 all went well, 1 something was found, 2 the arguments or files could not be used.";

#[derive(Subcommand)]
enum Command {
    List(list::Arguments),
    Show(show::Arguments),
    New(new::Arguments),
    Convert(convert::Arguments),
    Import(import::Arguments),
    Man(man::Arguments),
    /// Prints the script by which a shell completes the arguments of this command
    #[command(
        after_help = "Examples:\n  formwork completions bash > ~/.local/share/bash-completion/completions/formwork"
    )]
    Completions {
        /// The shell
        shell: Shell,
    },
}

/// The exit code if the arguments or files could not be used; clap ends with the same.
const UNUSABLE: u8 = 2;

/// Reads the arguments, does what they ask for, and says with which code the process ends. Wrong
/// arguments end it at once.
fn main() -> ExitCode {
    let arguments = Arguments::try_parse().unwrap_or_else(|error| refuse(&error));
    let mut out = io::BufWriter::new(anstream::stdout().lock());
    let outcome = match &arguments.command {
        Command::List(arguments) => list::run(arguments, &mut out),
        Command::Show(arguments) => show::run(arguments, &mut out),
        Command::New(arguments) => new::run(arguments, &mut out),
        Command::Convert(arguments) => convert::run(arguments, &mut out),
        Command::Import(arguments) => import::run(arguments, &mut out),
        Command::Man(arguments) => man::run(arguments, Arguments::command(), &mut out),
        Command::Completions { shell } => completions(*shell, &mut out),
    };
    let flushed = out.flush().map_err(Stop::from);
    match outcome.and_then(|code| flushed.map(|()| code)) {
        Ok(code) => code,
        Err(Stop::Closed) => ExitCode::SUCCESS,
        Err(Stop::Unusable(message)) => {
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

fn completions(shell: Shell, out: &mut dyn Write) -> Result<ExitCode, Stop> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "formwork", &mut script);
    out.write_all(&script)?;
    Ok(ExitCode::SUCCESS)
}

/// Says something on the other channel. Where nobody listens to that, there is nobody to tell.
fn complain(text: &str) {
    let _nobody_listens = writeln!(anstream::stderr(), "{}", visible_lines(text));
}
