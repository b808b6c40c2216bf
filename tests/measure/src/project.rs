//! Fresh crates in a temporary folder, and the real cargo over them.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::contender::{Contender, EDIT_MARK, Files};

/// A crate of its own with a target folder of its own.
pub struct Project {
    /// What it stands for.
    pub contender: Contender,
    folder: PathBuf,
    /// `main.rs` as it was made.
    program: String,
    edits: u32,
}

/// Where the results of a build go.
#[derive(Clone, Copy)]
enum Target {
    /// Dependencies stay built.
    Warm,
    /// Empty before each build.
    Cold,
}

impl Project {
    /// Writes the crate below a folder and fetches its dependencies; afterwards cargo works offline.
    ///
    /// # Errors
    ///
    /// If the files cannot be written or the dependencies cannot be fetched.
    pub fn create(contender: Contender, files: &Files, below: &Path) -> Result<Self> {
        let folder = below.join(contender.crate_name());
        write(&folder, files)?;
        let main = files.iter().find(|(path, _)| path == "src/main.rs");
        let program = main.map(|(_, content)| content.clone());
        let project = Self {
            contender,
            folder,
            program: program.unwrap_or_default(),
            edits: 0,
        };
        project.run(project.cargo(Target::Warm).arg("fetch"))?;
        Ok(project)
    }

    /// Everything from nothing: the seconds of a debug build in an empty target folder.
    ///
    /// # Errors
    ///
    /// If the build fails, as with all functions here.
    pub fn cold(&self) -> Result<f64> {
        let target = self.target(Target::Cold);
        if target.exists() {
            fs::remove_dir_all(&target)?;
        }
        let seconds = self.run(self.cargo(Target::Cold).args(["build", "--offline"]))?;
        fs::remove_dir_all(&target)?;
        Ok(seconds)
    }

    /// The seconds that a command takes with the dependencies built and this crate not.
    ///
    /// # Errors
    ///
    /// If the build fails.
    pub fn alone(&self, command: &str) -> Result<f64> {
        self.clean()?;
        self.again(command)
    }

    /// The seconds that a command takes as things are.
    ///
    /// # Errors
    ///
    /// If the build fails.
    pub fn again(&self, command: &str) -> Result<f64> {
        self.run(self.cargo(Target::Warm).args([command, "--offline"]))
    }

    /// The seconds of a debug build after one line of `main.rs` has changed.
    ///
    /// # Errors
    ///
    /// If the build fails.
    pub fn edited(&mut self) -> Result<f64> {
        self.edits += 1;
        let edited = self
            .program
            .replace(EDIT_MARK, &format!("edit {}", self.edits));
        fs::write(self.folder.join("src/main.rs"), edited)?;
        self.again("build")
    }

    /// The most memory in MiB that a process takes while this crate alone is compiled. It asks GNU
    /// `time`, because a process cannot ask for one child of many.
    ///
    /// # Errors
    ///
    /// If the build fails, or if there is no `time`.
    pub fn memory(&self, command: &str) -> Result<f64> {
        self.clean()?;
        let report = self.folder.join("memory");
        let mut timed = self.command("time", Target::Warm);
        timed
            .arg("-o")
            .arg(&report)
            .args(["-f", "%M"])
            .arg(cargo())
            .args([command, "--offline"]);
        self.run(&mut timed)?;
        let report = fs::read_to_string(report)?;
        let kibibytes: f64 = report.trim().parse().context("`time` reports a number")?;
        Ok(kibibytes / 1024.0)
    }

    /// The size in MiB of the program, optimised for size and stripped.
    ///
    /// # Errors
    ///
    /// If the build fails.
    #[allow(
        clippy::cast_precision_loss,
        reason = "programs are smaller than 2^52 bytes"
    )]
    pub fn size(&self) -> Result<f64> {
        self.run(
            self.cargo(Target::Warm)
                .args(["build", "--offline", "--profile", "small"]),
        )?;
        let program = self
            .target(Target::Warm)
            .join("small")
            .join(self.contender.crate_name());
        Ok(fs::metadata(program)?.len() as f64 / (1024.0 * 1024.0))
    }

    /// How many crates stand in the tree, this one not counted.
    ///
    /// # Errors
    ///
    /// If cargo fails.
    pub fn crates(&self) -> Result<usize> {
        let mut tree = self.cargo(Target::Warm);
        tree.args([
            "tree",
            "--offline",
            "--edges",
            "normal,build",
            "--prefix",
            "none",
            "--no-dedupe",
        ]);
        let output = tree.stderr(Stdio::inherit()).output()?;
        if !output.status.success() {
            bail!("`cargo tree` ended with {}", output.status);
        }
        let text = String::from_utf8(output.stdout)?;
        let name = |line: &str| {
            line.split_whitespace()
                .take(2)
                .collect::<Vec<_>>()
                .join(" ")
        };
        let mut names: Vec<String> = text
            .lines()
            .map(name)
            .filter(|name| !name.is_empty())
            .collect();
        names.sort();
        names.dedup();
        Ok(names.len().saturating_sub(1))
    }

    /// Forgets this crate and keeps its dependencies.
    fn clean(&self) -> Result<()> {
        let name = self.contender.crate_name();
        self.run(
            self.cargo(Target::Warm)
                .args(["clean", "--offline", "-p", name]),
        )
        .map(drop)
    }

    fn target(&self, target: Target) -> PathBuf {
        self.folder.join(match target {
            Target::Warm => "target",
            Target::Cold => "target-cold",
        })
    }

    fn cargo(&self, target: Target) -> Command {
        self.command(cargo(), target)
    }

    /// A program in the folder of the crate.
    fn command(&self, program: impl AsRef<OsStr>, target: Target) -> Command {
        command(program, &self.folder, &self.target(target))
    }

    fn run(&self, command: &mut Command) -> Result<f64> {
        let start = Instant::now();
        let output = command.stdin(Stdio::null()).output()?;
        let seconds = start.elapsed().as_secs_f64();
        if output.status.success() {
            return Ok(seconds);
        }
        let said = String::from_utf8_lossy(&output.stderr);
        let last: Vec<&str> = said.lines().take(60).collect();
        bail!(
            "{}: {command:?} ended with {}\n{}",
            self.contender.name(),
            output.status,
            last.join("\n")
        )
    }
}

/// Writes the files of a crate into a folder.
///
/// # Errors
///
/// If a file cannot be written.
pub fn write(folder: &Path, files: &Files) -> Result<()> {
    for (path, content) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().context("a file has a folder")?)?;
        fs::write(path, content)?;
    }
    Ok(())
}

/// A program in a folder, in an environment that says nothing of our own build.
pub fn command(program: impl AsRef<OsStr>, folder: &Path, target: &Path) -> Command {
    let mut command = Command::new(program);
    for (key, _) in env::vars_os() {
        let key_text = key.to_string_lossy();
        let is_ours = key_text.starts_with("CARGO") || key_text.starts_with("RUST");
        let is_home = key_text == "CARGO_HOME" || key_text.starts_with("RUSTUP");
        if is_ours && !is_home {
            command.env_remove(&key);
        }
    }
    command.current_dir(folder).env("CARGO_TARGET_DIR", target);
    command
}

/// The cargo that runs this program, or else the first in the path.
#[must_use]
pub fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}
