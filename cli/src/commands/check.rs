//! `formwork check`.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum, ValueHint};

use crate::check::judge::{Options, judge};
use crate::formats::{Format, Totals, Writer};
use crate::input::text::STDIN;
use crate::input::walk::Walk;
use crate::input::watch::Watch;
use crate::input::{parameters, types};
use crate::output::visible::named;
use crate::parallel::{self, Event};
use crate::stop::Stop;

const EXAMPLES: &str = "\
Examples:
  formwork check template.yaml
  formwork check infrastructure/ 'stacks/**/*.json'
  formwork check --format sarif . > formwork.sarif
  formwork check --specification specs/acme-widget.json template.yaml
  formwork check --parameters prod.json template.yaml
  formwork check --watch infrastructure/
  cat template.yaml | formwork check -

Silencing a finding, always with a reason:
  in YAML, at the end of its line or on the line before
    # formwork: ignore E3030 newer than the catalog
  in the Metadata of a resource or of the template
    formwork: { ignore: [{ code: E3030, path: /Properties/Runtime, reason: newer than the catalog }] }

Exit codes: 0 nothing was found, 1 something was, 2 an argument or file could not be used.";

/// Checks templates: syntax, names, references, and every resource by its type
///
/// A file that is no template is passed over if it came from a folder or pattern, and is an error if it
/// was named. In folders, files called *.json, *.yaml, *.yml and *.template are looked at.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Templates, folders of templates, or patterns; `-` is standard input
    #[arg(value_name = "FILE", required = true, value_hint = ValueHint::AnyPath)]
    files: Vec<PathBuf>,
    /// How to write what was found
    #[arg(long, short, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// Specification of private types, in either published format; may be given several times
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    specification: Vec<PathBuf>,
    /// Facts that no specification states, as `facts = "…"` in Rust; may be given several times
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    facts: Vec<PathBuf>,
    /// Values of parameters, in JSON or YAML: names and values, or the list that the AWS CLI takes. The
    /// parameters have to take them, and so do the properties in which they end up
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    parameters: Option<PathBuf>,
    /// Codes, or beginnings of codes, that are not reported, separated by commas
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    ignore: Vec<String>,
    /// From which severity on the exit code is 1
    #[arg(long, value_name = "SEVERITY", default_value = "warning")]
    fail_on: FailOn,
    /// Check again whenever one of the files changes, until interrupted
    #[arg(long)]
    watch: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FailOn {
    Warning,
    Error,
}

/// Checks them, once or again and again.
pub(crate) fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<ExitCode, Stop> {
    if arguments.watch {
        watch(arguments, out)
    } else {
        check(arguments, out)
    }
}

/// Checks them whenever one has changed. What cannot be used may be mended the next moment, so it ends nothing.
fn watch(arguments: &Arguments, out: &mut dyn Write) -> Result<ExitCode, Stop> {
    if arguments.files.iter().any(|path| path.as_os_str() == STDIN) {
        return Err(Stop::unusable(
            "standard input is read once, so it cannot be watched",
        ));
    }
    let others = arguments.specification.iter().chain(&arguments.facts);
    let mut watch = Watch::new(&arguments.files, others.chain(&arguments.parameters));
    loop {
        match check(arguments, out) {
            Ok(_) => {}
            Err(Stop::Unusable(message)) => crate::complain(&format!("error: {message}")),
            Err(Stop::Closed) => return Err(Stop::Closed),
        }
        out.flush()?;
        let changed = watch.wait();
        let names: Vec<String> = changed.iter().map(|path| named(path)).collect();
        writeln!(out, "\nchanged: {}\n", names.join(", "))?;
    }
}

fn check(arguments: &Arguments, out: &mut dyn Write) -> Result<ExitCode, Stop> {
    let types = types::with(&arguments.specification, &arguments.facts)?;
    let options = Options {
        ignored: arguments.ignore.clone(),
        values: match &arguments.parameters {
            Some(path) => Some(parameters::of_deployment(path)?),
            None => None,
        },
    };
    let walk = Walk::of(&arguments.files);
    for problem in &walk.problems {
        crate::complain(&format!("error: {problem}"));
    }
    let mut totals = Totals::default();
    let mut writer = Writer::new(arguments.format, out);
    let mut written = Ok(());
    let mut progress = Progress::new(walk.candidates.len());
    parallel::in_order(
        &walk.candidates,
        |candidate| judge(candidate, &types, &options),
        |event| {
            match event {
                Event::Waiting(finished) => progress.show(finished),
                Event::Done(report) => {
                    totals.add(&report);
                    progress.clear();
                    written = writer.add(report);
                }
            }
            written.is_ok()
        },
    );
    progress.clear();
    let written = written.and_then(|()| writer.finish(&totals));
    match written.map_err(Stop::from) {
        // What was found was found, also where nobody reads on.
        Ok(()) | Err(Stop::Closed) => {}
        Err(stop) => return Err(stop),
    }
    let failed = match arguments.fail_on {
        FailOn::Warning => totals.errors + totals.warnings,
        FailOn::Error => totals.errors,
    };
    Ok(if totals.unusable > 0 || !walk.problems.is_empty() {
        ExitCode::from(crate::UNUSABLE)
    } else if failed > 0 {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// How far the work is, on a terminal, once it takes long.
struct Progress {
    start: Instant,
    all: usize,
    is_shown: bool,
    is_wanted: bool,
}

impl Progress {
    const PATIENCE: Duration = Duration::from_secs(1);

    fn new(all: usize) -> Self {
        Self {
            start: Instant::now(),
            all,
            is_shown: false,
            is_wanted: io::stderr().is_terminal(),
        }
    }

    fn show(&mut self, finished: usize) {
        if self.is_wanted && self.start.elapsed() > Self::PATIENCE {
            let _nobody_listens = write!(io::stderr(), "\r{finished} of {} files", self.all);
            self.is_shown = true;
        }
    }

    fn clear(&mut self) {
        if self.is_shown {
            let _nobody_listens = write!(io::stderr(), "\r\u{1b}[K");
            self.is_shown = false;
        }
    }
}
