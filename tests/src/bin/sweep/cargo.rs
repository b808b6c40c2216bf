//! Cargo, and what it says.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::Outcome;
use crate::arguments::Step;

/// The crates' own file, as the compiler names it.
const FILE: &str = "src/lib.rs";

/// Cargo in the folder of a workspace.
pub(crate) struct Cargo {
    folder: PathBuf,
    /// Whether GNU `time` is there, which tells the memory that compilers take.
    is_timed: bool,
}

/// What came of one run.
pub(crate) struct Report {
    pub(crate) success: bool,
    pub(crate) messages: Vec<Message>,
    /// The most memory of one process, in MiB.
    pub(crate) memory: u64,
}

/// One error.
pub(crate) struct Message {
    /// The crate.
    pub(crate) package: String,
    /// The line of the crate's file that the error goes back to.
    pub(crate) line: Option<usize>,
    pub(crate) text: String,
}

impl Cargo {
    pub(crate) fn of(folder: &Path) -> Outcome<Self> {
        let probe = Command::new("time").args(["-f", "%M", "true"]).output();
        Ok(Self {
            folder: folder.canonicalize()?,
            is_timed: probe.is_ok_and(|probe| probe.status.success()),
        })
    }

    /// Does a step for some members of the workspace.
    pub(crate) fn run(&self, step: Step, members: &[String]) -> Outcome<Report> {
        let memory = self.folder.join("memory");
        let mut command = if self.is_timed {
            let mut command = Command::new("time");
            command.args(["-f", "%M", "-o"]).arg(&memory).arg(cargo());
            command
        } else {
            Command::new(cargo())
        };
        command.arg(if step == Step::Document {
            "doc"
        } else {
            "clippy"
        });
        command.args([
            "--offline",
            "--quiet",
            "--keep-going",
            "--message-format=json",
        ]);
        if step == Step::Document {
            command
                .args(["--no-deps"])
                .env("RUSTDOCFLAGS", "-D warnings");
        }
        for member in members {
            command.args(["-p", member.as_str()]);
        }
        if step != Step::Document {
            command.args(["--", "--no-deps"]);
        }
        let target = self.folder.join("target");
        command
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", &target);
        // Said by the cargo that runs this program, and not meant for the one that it starts.
        command.env_remove("RUSTFLAGS").stderr(Stdio::inherit());
        let output = command.output()?;
        let text = String::from_utf8_lossy(&output.stdout);
        let messages = text
            .lines()
            .filter_map(|line| message(&serde_json::from_str(line).ok()?));
        let messages = messages.collect();
        if step == Step::Document {
            // Pages of a thousand types fill a disk.
            let _ = fs::remove_dir_all(target.join("doc"));
        }
        let kibibytes = fs::read_to_string(&memory).unwrap_or_default();
        let kibibytes = kibibytes
            .lines()
            .last()
            .and_then(|line| line.trim().parse::<u64>().ok());
        Ok(Report {
            success: output.status.success(),
            messages,
            memory: kibibytes.unwrap_or_default() / 1024,
        })
    }
}

fn cargo() -> std::ffi::OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

fn message(line: &Value) -> Option<Message> {
    if line["reason"] != "compiler-message" || line["message"]["level"] != "error" {
        return None;
    }
    let rendered = line["message"]["rendered"].as_str().unwrap_or_default();
    let spans = line["message"]["spans"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let primary = spans.iter().filter(|span| span["is_primary"] == true);
    let at = primary.chain(spans).find_map(line_of);
    Some(Message {
        package: line["target"]["name"].as_str()?.replace('_', "-"),
        line: at,
        text: rendered.chars().take(1_500).collect(),
    })
}

/// The line of the crate's file that a place goes back to, through all macros.
fn line_of(span: &Value) -> Option<usize> {
    let mut span = span;
    loop {
        let expansion = &span["expansion"]["span"];
        if expansion.is_null() {
            break;
        }
        span = expansion;
    }
    let is_own = span["file_name"].as_str()?.ends_with(FILE);
    let line = span["line_start"].as_u64().filter(|_| is_own)?;
    usize::try_from(line).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_go_back_through_macros() {
        let span = serde_json::json!({
            "file_name": "/runtime/core/src/macros/record.rs", "line_start": 9,
            "expansion": { "span": { "file_name": "batch-000/src/lib.rs", "line_start": 7 } },
        });
        assert_eq!(line_of(&span), Some(7));
        assert_eq!(
            line_of(&serde_json::json!({ "file_name": "x.rs", "line_start": 1 })),
            None
        );
    }
}
