//! The name that the calling crate has for the runtime, as its manifest says.
//!
//! A macro cannot ask the compiler for it. Where the manifest says nothing of the runtime, which may be inherited from a
//! workspace or come through another crate, the name is the usual one, and `crate = …` says another.

use std::path::Path;
use std::{env, fs};

/// The package of the runtime.
const PACKAGE: &str = "formwork";

/// What a table of dependencies is called, whatever stands before it: `dev-dependencies`, `target.….dependencies`.
const TABLE: &str = "dependencies";

/// No manifest is as long.
const LONGEST: u64 = 1_000_000;

/// The runtime's path in the calling crate: the one that the call names, or that of a dependency which the manifest
/// gives another name. None is the usual one.
pub(crate) fn runtime(named: Option<&syn::Path>) -> Option<syn::Path> {
    named.cloned().or_else(|| {
        let folder = env::var_os("CARGO_MANIFEST_DIR")?;
        in_folder(Path::new(&folder))
    })
}

fn in_folder(folder: &Path) -> Option<syn::Path> {
    let manifest = folder.join("Cargo.toml");
    let metadata = fs::metadata(&manifest).ok()?;
    if !metadata.is_file() || metadata.len() > LONGEST {
        return None;
    }
    let name = renamed(&fs::read_to_string(manifest).ok()?)?;
    syn::parse_str(&format!("::{name}")).ok()
}

/// The name of the dependency on the runtime, if it has only names of its own.
fn renamed(manifest: &str) -> Option<String> {
    let mut section = Section::Other;
    let mut found = None;
    let lines = manifest.lines().map(str::trim);
    for line in lines.filter(|line| !line.starts_with('#')) {
        if let Some(header) = line.strip_prefix('[') {
            section = Section::of(header);
            if section.is_dependency(PACKAGE) {
                return None;
            }
            continue;
        }
        let Some((key, value)) = line.split_once('=') else {
            continue;
        };
        let (name, package) = match section {
            Section::Other => continue,
            Section::Dependencies => {
                let (name, member) = key.split_once('.').unwrap_or((key, ""));
                (
                    unquoted(name),
                    is_package(member, value) || names_package(value),
                )
            }
            Section::Dependency(name) => (name, is_package(key, value)),
        };
        if name == PACKAGE {
            return None;
        }
        if package && found.is_none() {
            found = Some(name.replace('-', "_"));
        }
    }
    found
}

/// What the lines below a header are about.
#[derive(Clone, Copy)]
enum Section<'t> {
    Other,
    /// Each line is a dependency.
    Dependencies,
    /// Each line is about the dependency of that name.
    Dependency(&'t str),
}

impl<'t> Section<'t> {
    /// From what stands behind the opening bracket.
    fn of(header: &'t str) -> Self {
        let (header, _) = header.rsplit_once(']').unwrap_or((header, ""));
        let (before, last) = header.rsplit_once('.').unwrap_or(("", header));
        let holds = |part: &str| part.trim().ends_with(TABLE);
        if header.trim_start().starts_with("workspace") {
            Self::Other
        } else if holds(last) {
            Self::Dependencies
        } else if holds(before) {
            Self::Dependency(unquoted(last))
        } else {
            Self::Other
        }
    }

    fn is_dependency(self, wanted: &str) -> bool {
        matches!(self, Self::Dependency(name) if name == wanted)
    }
}

/// Whether `key = value` names the package of the runtime.
fn is_package(key: &str, value: &str) -> bool {
    key.trim() == "package" && is_runtime(value)
}

/// Whether one member of an inline table names the package of the runtime.
fn names_package(table: &str) -> bool {
    let table = table.trim_start().strip_prefix('{').unwrap_or_default();
    let mut members = table.split(',').filter_map(|member| member.split_once('='));
    members.any(|(key, value)| is_package(key, value))
}

/// Whether a string begins a value and is the package of the runtime.
fn is_runtime(value: &str) -> bool {
    let value = value.trim_start();
    let mut quotes = ['"', '\''].into_iter();
    quotes.any(|quote| {
        let text = value.strip_prefix(quote);
        text.and_then(|text| text.split_once(quote))
            .is_some_and(|(text, _)| text == PACKAGE)
    })
}

fn unquoted(key: &str) -> &str {
    key.trim().trim_matches(['"', '\''])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dependency_under_another_name_is_found_in_each_way_of_writing_it() {
        for manifest in [
            "[dependencies]\nfw = { package = \"formwork\", version = \"1\" }",
            "[dependencies]\nserde = \"1\"\nfw = { version = \"1\", package = 'formwork' } # ours",
            "[dependencies.fw]\nversion = \"1\"\npackage = \"formwork\"",
            "[dependencies]\nfw.package = \"formwork\"\nfw.version = \"1\"",
            "[dev-dependencies]\n\"fw\" = {package=\"formwork\",path=\"../x\"}",
            "[ dependencies ]\nfw = { package = \"formwork\" }",
            "[target.'cfg(not(target_os = \"none\"))'.dependencies]\nfw = { package = \"formwork\" }",
            "[target.'cfg(unix)'.dependencies.fw]\npackage = \"formwork\"\r\nversion = \"1\"",
            "[package]\nname = \"mine\"\n[dependencies]\r\nfw={package=\"formwork\"}\r\n",
        ] {
            assert_eq!(renamed(manifest).as_deref(), Some("fw"), "{manifest}");
        }
        let dashed = "[dependencies]\nmy-fw = { package = \"formwork\" }";
        assert_eq!(renamed(dashed).as_deref(), Some("my_fw"));
    }

    #[test]
    fn everything_else_has_the_usual_name() {
        for manifest in [
            "",
            "not = a manifest [",
            "[dependencies]\nformwork = \"1\"",
            "[dependencies]\nformwork.workspace = true",
            "[dependencies.formwork]\nversion = \"1\"",
            "[dependencies]\nfw = { workspace = true }",
            "[dependencies]\nfw = { package = \"formwork-macros\" }",
            "[dependencies]\nfw = { path = \"formwork\" }",
            "[dependencies]\n# fw = { package = \"formwork\" }",
            "[package]\nfw = { package = \"formwork\" }",
            "[workspace.dependencies]\nfw = { package = \"formwork\" }",
            "[dependencies]\nold = { package = \"formwork\", version = \"0.1\" }\nformwork = \"1\"",
        ] {
            assert_eq!(renamed(manifest), None, "{manifest}");
        }
    }
}
