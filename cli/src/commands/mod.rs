//! The subcommands, a file for each: its arguments, its help, and what it does.

mod check;
mod completions;
mod convert;
mod diff;
mod graph;
mod import;
mod list;
mod man;
mod new;
mod plan;
mod show;
mod update;
mod vendor;

use std::io::Write;
use std::process::ExitCode;

use clap::Subcommand;

use formwork_specs::Problem;

use crate::output::visible::visible;
use crate::stop::Stop;

/// What somebody asks for.
#[derive(Subcommand)]
pub(crate) enum Command {
    Check(check::Arguments),
    Plan(plan::Arguments),
    Graph(graph::Arguments),
    List(list::Arguments),
    Show(show::Arguments),
    New(new::Arguments),
    Convert(convert::Arguments),
    Diff(diff::Arguments),
    Vendor(vendor::Arguments),
    Update(update::Arguments),
    Import(import::Arguments),
    Completions(completions::Arguments),
    Man(man::Arguments),
}

impl Command {
    /// Does it. `whole` is the command with all of its arguments, of which some tell.
    pub(crate) fn run(&self, whole: clap::Command, out: &mut dyn Write) -> Result<ExitCode, Stop> {
        match self {
            Self::Check(arguments) => check::run(arguments, out),
            Self::Plan(arguments) => plan::run(arguments, out),
            Self::Graph(arguments) => graph::run(arguments, out),
            Self::List(arguments) => list::run(arguments, out),
            Self::Show(arguments) => show::run(arguments, out),
            Self::New(arguments) => new::run(arguments, out),
            Self::Convert(arguments) => convert::run(arguments, out),
            Self::Diff(arguments) => diff::run(arguments, out),
            Self::Vendor(arguments) => vendor::run(arguments, out),
            Self::Update(arguments) => update::run(arguments, out),
            Self::Import(arguments) => import::run(arguments, out),
            Self::Completions(arguments) => completions::run(arguments, whole, out),
            Self::Man(arguments) => man::run(arguments, whole, out),
        }
    }
}

/// Curated facts that a newer specification has no place for: the file is written without them.
fn complain_of(left_out: &[Problem], place: &str) {
    for Problem {
        message, pointer, ..
    } in left_out
    {
        let fact = pointer.trim_start_matches("/formwork");
        crate::complain(&format!(
            "warning: {place} is without what is known beyond the specification at `{}`: {message}",
            visible(fact)
        ));
    }
}
