//! A file as it was at a revision, through the `git` on the machine.

use std::path::Path;
use std::process::Command;

use super::text::{Input, decoded};
use crate::output::visible::{named, visible};

/// Reads a file as it was at a revision; says why if it cannot.
pub(crate) fn read(revision: &str, path: &Path) -> Result<Input, String> {
    let cannot = |why: &str| {
        format!(
            "cannot read {} at the revision `{}`: {}",
            named(path),
            visible(revision),
            visible(why)
        )
    };
    // Git would take it for an option.
    if revision.starts_with('-') || revision.is_empty() {
        return Err(cannot("no revision is called like that"));
    }
    let Some(name) = path.file_name() else {
        return Err(cannot("it is no file"));
    };
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let object = format!("{revision}:./{}", name.to_string_lossy());
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(["show", "--no-textconv", &object])
        .output()
        .map_err(|error| cannot(&format!("git cannot be started: {error}")))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let first = said.lines().next().unwrap_or("git says no");
        return Err(cannot(first.strip_prefix("fatal: ").unwrap_or(first)));
    }
    let text = decoded(output.stdout).map_err(|why| cannot(&why))?;
    let name = format!("{revision}:{}", path.to_string_lossy());
    Ok(Input { name, text })
}
