//! Times the compiler over fresh crates that use the same types in different ways.
//!
//! ```text
//! cargo run --release --manifest-path tests/measure/Cargo.toml --bin compile -- flagship
//! ```
//!
//! The crates are measured in turns (A B A B …), after a build that warms everything up. Ratios
//! are medians of the ratios of each turn.

use std::path::PathBuf;

use anyhow::Result;
use clap::Parser;
use formwork_measure::contender::Contender;
use formwork_measure::project::Project;
use formwork_measure::sets::{Set, Subject};
use formwork_measure::statistics::{median, paired_ratio, time};

#[derive(Parser)]
#[command(
    about = "Times the compiler over fresh crates that use the same types in different ways."
)]
struct Arguments {
    /// The types that the crates use.
    set: Set,
    /// How often each thing is measured.
    #[arg(long, default_value_t = 5)]
    repeats: usize,
    /// How often everything is built from nothing; 0 leaves it out.
    #[arg(long, default_value_t = 5)]
    cold: usize,
    /// What is compared; all ratios are to `serde`.
    #[arg(long, value_delimiter = ',', default_value = "formwork,serde")]
    contenders: Vec<Contender>,
    /// A folder of registry schemas, for types that the catalog lacks.
    #[arg(long)]
    schemas: Option<PathBuf>,
    /// The folder of the runtime, if another checkout is to be measured.
    #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../../runtime"))]
    runtime: PathBuf,
    /// Where the crates go and stay, to be looked at or measured again; else a temporary folder.
    #[arg(long)]
    folder: Option<PathBuf>,
}

/// One row of the table: a figure for each project and each turn.
struct Figure {
    title: &'static str,
    unit: Unit,
    /// Outer index: the project.
    samples: Vec<Vec<f64>>,
}

#[derive(Clone, Copy)]
enum Unit {
    Seconds,
    Mebibytes,
    Count,
}

type Measurement<'m> = &'m mut dyn FnMut(&mut Project) -> Result<f64>;

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let subjects = Subject::all(arguments.set, arguments.schemas.as_ref())?;
    let runtime = arguments.runtime.canonicalize()?;
    let temporary = tempfile::tempdir()?;
    let folder = arguments.folder.as_deref().unwrap_or(temporary.path());
    let mut projects = Vec::new();
    for contender in &arguments.contenders {
        let files = contender.files(&subjects, &runtime)?;
        projects.push(Project::create(*contender, &files, folder)?);
    }
    measure(&mut projects, &arguments)
}

fn measure(projects: &mut [Project], arguments: &Arguments) -> Result<()> {
    for project in projects.iter_mut() {
        project.again("check")?;
        project.again("build")?;
    }
    heading(&arguments.contenders);
    let mut row = |title, unit, turns, measurement: Measurement<'_>| -> Result<()> {
        let mut samples = vec![Vec::new(); projects.len()];
        for _ in 0..turns {
            for (project, samples) in projects.iter_mut().zip(&mut samples) {
                samples.push(measurement(project)?);
            }
        }
        Figure {
            title,
            unit,
            samples,
        }
        .print(&arguments.contenders);
        Ok(())
    };
    let (times, mib, repeats) = (Unit::Seconds, Unit::Mebibytes, arguments.repeats);
    row(
        "`cargo check`, this crate alone",
        times,
        repeats,
        &mut |p| p.alone("check"),
    )?;
    row("`cargo check`, nothing to do", times, repeats, &mut |p| {
        p.again("check")
    })?;
    row("debug build, this crate alone", times, repeats, &mut |p| {
        p.alone("build")
    })?;
    row(
        "debug build after an edit of `main.rs`",
        times,
        repeats,
        &mut Project::edited,
    )?;
    row("peak memory, `cargo check`", mib, 1, &mut |p| {
        p.memory("check")
    })?;
    row("peak memory, debug build", mib, 1, &mut |p| {
        p.memory("build")
    })?;
    row("crates in the tree", Unit::Count, 1, &mut |p| {
        Ok(u32::try_from(p.crates()?).map(f64::from)?)
    })?;
    row("stripped size-optimised program", mib, 1, &mut |p| p.size())?;
    if arguments.cold > 0 {
        row("cold debug build", times, arguments.cold, &mut |p| p.cold())?;
    }
    Ok(())
}

fn heading(contenders: &[Contender]) {
    let names: Vec<&str> = contenders
        .iter()
        .map(|contender| contender.name())
        .collect();
    println!("| | {} |", names.join(" | "));
    println!("|---|{}", "---|".repeat(names.len()));
}

impl Figure {
    /// Ratios first, what they are ratios of in brackets.
    fn print(&self, contenders: &[Contender]) {
        let base = contenders
            .iter()
            .position(|contender| *contender == Contender::Serde);
        let base = self
            .samples
            .get(base.unwrap_or(0))
            .map_or(&[][..], Vec::as_slice);
        let cell = |samples: &Vec<f64>| {
            let middle = self.unit.show(median(samples));
            format!("{:.2} ({middle})", paired_ratio(samples, base))
        };
        let cells: Vec<String> = self.samples.iter().map(cell).collect();
        println!("| {} | {} |", self.title, cells.join(" | "));
    }
}

impl Unit {
    fn show(self, figure: f64) -> String {
        match self {
            Self::Seconds => time(figure),
            Self::Mebibytes if figure < 10.0 => format!("{figure:.2} MiB"),
            Self::Mebibytes => format!("{figure:.0} MiB"),
            Self::Count => format!("{figure:.0}"),
        }
    }
}
