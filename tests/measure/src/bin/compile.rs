//! Times the compiler over fresh crates that use the same types in different ways.
//!
//! ```text
//! cargo run --release --manifest-path tests/measure/Cargo.toml --bin compile -- flagship
//! ```
//!
//! The crates are measured in turns (A B A B …), after a build that warms everything up. Ratios are
//! medians of the ratios of each turn.

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
    /// Leaves the crates where they are, to be looked at.
    #[arg(long)]
    keep: bool,
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
    let mut folder = tempfile::tempdir()?;
    folder.disable_cleanup(arguments.keep);
    let mut projects = Vec::new();
    for contender in &arguments.contenders {
        let files = contender.files(&subjects, &runtime)?;
        projects.push(Project::create(*contender, &files, folder.path())?);
    }
    if arguments.keep {
        println!("the crates are in {}", folder.path().display());
    }
    print(&measure(&mut projects, &arguments)?, &arguments.contenders);
    Ok(())
}

fn measure(projects: &mut [Project], arguments: &Arguments) -> Result<Vec<Figure>> {
    for project in projects.iter_mut() {
        project.again("check")?;
        project.again("build")?;
    }
    let mut figures = Vec::new();
    let mut add = |title, unit, turns, measurement: Measurement<'_>| -> Result<()> {
        let mut samples = vec![Vec::new(); projects.len()];
        for _ in 0..turns {
            for (project, samples) in projects.iter_mut().zip(&mut samples) {
                samples.push(measurement(project)?);
            }
        }
        eprintln!("measured: {title}");
        figures.push(Figure {
            title,
            unit,
            samples,
        });
        Ok(())
    };
    let repeats = arguments.repeats;
    add(
        "`cargo check`, this crate alone",
        Unit::Seconds,
        repeats,
        &mut |p| p.alone("check"),
    )?;
    add(
        "`cargo check`, nothing to do",
        Unit::Seconds,
        repeats,
        &mut |p| p.again("check"),
    )?;
    add(
        "debug build, this crate alone",
        Unit::Seconds,
        repeats,
        &mut |p| p.alone("build"),
    )?;
    add(
        "debug build after an edit of `main.rs`",
        Unit::Seconds,
        repeats,
        &mut Project::edited,
    )?;
    add("peak memory, `cargo check`", Unit::Mebibytes, 3, &mut |p| {
        p.memory("check")
    })?;
    add("peak memory, debug build", Unit::Mebibytes, 3, &mut |p| {
        p.memory("build")
    })?;
    add(
        "stripped size-optimised program",
        Unit::Mebibytes,
        1,
        &mut |p| p.size(),
    )?;
    add("crates in the tree", Unit::Count, 1, &mut |p| {
        Ok(u32::try_from(p.crates()?).map(f64::from)?)
    })?;
    if arguments.cold > 0 {
        add(
            "cold debug build",
            Unit::Seconds,
            arguments.cold,
            &mut |p| p.cold(),
        )?;
    }
    Ok(figures)
}

/// Ratios first, what they are ratios of in brackets.
fn print(figures: &[Figure], contenders: &[Contender]) {
    let base = contenders
        .iter()
        .position(|contender| *contender == Contender::Serde)
        .unwrap_or(0);
    let names: Vec<&str> = contenders
        .iter()
        .map(|contender| contender.name())
        .collect();
    println!("| | {} |", names.join(" | "));
    println!("|---|{}", "---|".repeat(names.len()));
    for figure in figures {
        let base = figure.samples.get(base).map_or(&[][..], Vec::as_slice);
        let cell = |samples: &Vec<f64>| {
            let middle = figure.unit.show(median(samples));
            format!("{:.2} ({middle})", paired_ratio(samples, base))
        };
        let cells: Vec<String> = figure.samples.iter().map(cell).collect();
        println!("| {} | {} |", figure.title, cells.join(" | "));
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
