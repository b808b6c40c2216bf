//! `formwork man`.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Command, ValueHint};
use clap_mangen::Man;

use crate::output::visible::named;
use crate::stop::Stop;

const EXAMPLES: &str = "\
Examples:
  formwork man | man -l -
  formwork man --into ~/.local/share/man/man1";

/// Prints the manual page, or writes one page for each subcommand
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Folder to write `formwork.1`, `formwork-check.1` and so on into
    #[arg(long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    into: Option<PathBuf>,
}

/// Writes them.
pub(crate) fn run(
    arguments: &Arguments,
    mut command: Command,
    out: &mut dyn Write,
) -> Result<ExitCode, Stop> {
    // Names subcommands in full, which their pages show.
    command.build();
    let Some(folder) = &arguments.into else {
        let mut page = Vec::new();
        Man::new(command).render(&mut page)?;
        out.write_all(&page)?;
        return Ok(ExitCode::SUCCESS);
    };
    let cannot =
        |error| Stop::unusable(format_args!("cannot write into {}: {error}", named(folder)));
    fs::create_dir_all(folder).map_err(cannot)?;
    let subcommands = command
        .get_subcommands()
        .filter(|one| one.get_name() != "help");
    let pages: Vec<Command> = subcommands.cloned().chain([command.clone()]).collect();
    for page in pages {
        let name = page
            .get_display_name()
            .unwrap_or(page.get_name())
            .to_owned();
        let mut text = Vec::new();
        Man::new(page).render(&mut text)?;
        fs::write(folder.join(format!("{name}.1")), text).map_err(cannot)?;
        writeln!(out, "{name}.1")?;
    }
    Ok(ExitCode::SUCCESS)
}
