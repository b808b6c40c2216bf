//! A macro that generates as `formwork::resource!` does, says what that took, and throws it away.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, bail};

use crate::project;

/// What the macro says in front of its nanoseconds.
const SAYS: &str = "nanoseconds of the generator:";

const MACRO_MANIFEST: &str = r#"[package]
name = "clock"
version = "0.1.0"
edition = "2024"

[lib]
proc-macro = true

[dependencies]
formwork-codegen = { path = "CODEGEN" }
rustix = { version = "1.1", features = ["time"] }
"#;

const MACRO_SOURCE: &str = r#"use proc_macro::TokenStream;
use rustix::time::{ClockId, clock_gettime};

#[proc_macro]
pub fn resource(tokens: TokenStream) -> TokenStream {
    let before = now();
    let expanded: TokenStream = formwork_codegen::resource(tokens.into()).into();
    let took = now() - before;
    assert!(!expanded.is_empty());
    eprintln!("SAYS {took}");
    TokenStream::new()
}

fn now() -> i64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec * 1_000_000_000 + time.tv_nsec
}
"#;

const USER_MANIFEST: &str = r#"[package]
name = "user"
version = "0.1.0"
edition = "2024"

[dependencies]
clock = { path = "clock" }

[workspace]
"#;

/// A crate that calls the macro.
pub struct Clock {
    folder: PathBuf,
    calls: u32,
}

impl Clock {
    /// Writes both crates into a folder.
    ///
    /// # Errors
    ///
    /// If a file cannot be written.
    pub fn create(folder: &Path, codegen: &Path) -> Result<Self> {
        let codegen = codegen
            .to_str()
            .context("the path of the generator is no text")?;
        let files = [
            ("Cargo.toml", USER_MANIFEST.to_owned()),
            (
                "clock/Cargo.toml",
                MACRO_MANIFEST.replace("CODEGEN", codegen),
            ),
            ("clock/src/lib.rs", MACRO_SOURCE.replace("SAYS", SAYS)),
            ("src/lib.rs", String::new()),
        ];
        project::write(
            folder,
            &files
                .map(|(path, content)| (path.to_owned(), content))
                .to_vec(),
        )?;
        Ok(Self {
            folder: folder.to_path_buf(),
            calls: 0,
        })
    }

    /// The seconds of processor time that one call takes inside of a fresh compiler, in the dev profile.
    ///
    /// # Errors
    ///
    /// If the crate does not compile.
    #[allow(clippy::cast_precision_loss, reason = "nobody waits for 2^52 ns")]
    pub fn seconds(&mut self, call: &str) -> Result<f64> {
        self.calls += 1;
        let source = format!("// {}\nclock::resource!({call});\n", self.calls);
        fs::write(self.folder.join("src/lib.rs"), source)?;
        let target = self.folder.join("target");
        let output = project::command(project::cargo(), &self.folder, &target)
            .arg("check")
            .stdin(Stdio::null())
            .output()?;
        let said = String::from_utf8_lossy(&output.stderr);
        let Some(nanoseconds) = said.lines().find_map(|line| line.strip_prefix(SAYS)) else {
            bail!("{call}: the macro said nothing\n{said}");
        };
        let nanoseconds: i64 = nanoseconds.trim().parse()?;
        Ok(nanoseconds as f64 / 1e9)
    }
}
