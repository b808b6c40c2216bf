//! `formwork completions`.

use std::io::Write;
use std::process::ExitCode;

use clap::{Args, Command};
use clap_complete::Shell;

use crate::stop::Stop;

const EXAMPLES: &str = "\
Examples:
  formwork completions bash > ~/.local/share/bash-completion/completions/formwork
  formwork completions zsh > ~/.zfunc/_formwork";

/// Prints the script by which a shell completes the arguments of this command
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The shell
    shell: Shell,
}

/// Prints it.
pub(crate) fn run(
    arguments: &Arguments,
    mut command: Command,
    out: &mut dyn Write,
) -> Result<ExitCode, Stop> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, "formwork", &mut script);
    out.write_all(&script)?;
    Ok(ExitCode::SUCCESS)
}
