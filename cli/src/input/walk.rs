//! Which files arguments mean: a file, all templates of a folder, or what fits a pattern.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::text::STDIN;
use crate::output::visible::named;
use crate::types::find::fits;

/// How files are called that may be templates.
const EXTENSIONS: [&str; 4] = ["json", "template", "yaml", "yml"];

/// Folders that hold what other tools made: copies of templates, and a hundred times as many other
/// files.
const LEFT_OUT: [&str; 3] = ["node_modules", "target", "cdk.out"];

/// Folders in each other beyond this are a circle that the system did not notice.
const DEEPEST: usize = 64;

/// A file to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) path: PathBuf,
    /// Whether somebody named it, and so expects a template there.
    pub(crate) is_named: bool,
}

/// What arguments mean.
#[derive(Debug, Default)]
pub(crate) struct Walk {
    /// The files, each once, those of a folder sorted by name.
    pub(crate) candidates: Vec<Candidate>,
    /// Folders that cannot be read and patterns that nothing fits, in words.
    pub(crate) problems: Vec<String>,
    seen: HashSet<PathBuf>,
}

impl Walk {
    /// Follows the arguments.
    pub(crate) fn of(arguments: &[PathBuf]) -> Self {
        let mut walk = Self::default();
        for argument in arguments {
            walk.argument(argument);
        }
        walk
    }

    fn argument(&mut self, path: &Path) {
        if path.is_dir() {
            self.folder(path, 0);
        } else if path.as_os_str() != STDIN && !path.exists() && is_pattern(path) {
            let before = self.candidates.len();
            self.pattern(path);
            if self.candidates.len() == before {
                self.problems.push(format!("no file fits {}", named(path)));
            }
        } else {
            self.add(path, true);
        }
    }

    fn add(&mut self, path: &Path, is_named: bool) {
        let same = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if self.seen.insert(same) {
            let path = path.to_owned();
            self.candidates.push(Candidate { path, is_named });
        }
    }

    /// All files below a folder that are called like templates. Links to folders are not followed:
    /// they may lead in a circle.
    fn folder(&mut self, folder: &Path, depth: usize) {
        for (path, kind) in self.entries(folder) {
            if kind.is_dir() {
                if depth < DEEPEST && !is_left_out(&path) {
                    self.folder(&path, depth + 1);
                }
            } else if is_called_like_a_template(&path) && path.is_file() {
                self.add(&path, false);
            }
        }
    }

    /// What is in a folder, sorted by name.
    fn entries(&mut self, folder: &Path) -> Vec<(PathBuf, fs::FileType)> {
        let read = || -> io::Result<Vec<_>> {
            fs::read_dir(folder)?
                .map(|entry| entry.and_then(|entry| Ok((entry.path(), entry.file_type()?))))
                .collect()
        };
        match read() {
            Ok(mut entries) => {
                entries.sort_by(|left, right| left.0.cmp(&right.0));
                entries
            }
            Err(error) => {
                let message = format!("cannot read the folder {}: {error}", named(folder));
                self.problems.push(message);
                Vec::new()
            }
        }
    }

    /// The files that a pattern fits: `*` and `?` within a name, `**` for any folders.
    fn pattern(&mut self, pattern: &Path) {
        let parts: Vec<String> = pattern
            .components()
            .map(|part| part.as_os_str().to_string_lossy().into_owned())
            .collect();
        let fixed = parts.iter().take_while(|part| !has_wildcard(part)).count();
        let (fixed, rest) = parts.split_at(fixed);
        let start: PathBuf = fixed.iter().collect();
        self.fitting(&start, rest, 0);
    }

    fn fitting(&mut self, folder: &Path, rest: &[String], depth: usize) {
        let Some((part, rest_behind)) = rest.split_first() else {
            return;
        };
        if depth > DEEPEST {
            return;
        }
        let here = if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        };
        if part == "**" {
            self.fitting(folder, rest_behind, depth + 1);
        }
        for (path, kind) in self.entries(here) {
            let Some(name) = path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
            else {
                continue;
            };
            let path = folder.join(&name);
            if part == "**" {
                if kind.is_dir() && !is_left_out(&path) {
                    self.fitting(&path, rest, depth + 1);
                }
            } else if has_wildcard(part) && fits(part, &name) || *part == name {
                if rest_behind.is_empty() {
                    if path.is_file() {
                        self.add(&path, false);
                    }
                } else if path.is_dir() {
                    self.fitting(&path, rest_behind, depth + 1);
                }
            }
        }
    }
}

fn is_pattern(path: &Path) -> bool {
    has_wildcard(&path.to_string_lossy())
}

fn has_wildcard(part: &str) -> bool {
    part.contains(['*', '?'])
}

/// Hidden folders, and those of other tools.
fn is_left_out(folder: &Path) -> bool {
    let name = folder.file_name().map(|name| name.to_string_lossy());
    name.is_some_and(|name| name.starts_with('.') || LEFT_OUT.contains(&name.as_ref()))
}

fn is_called_like_a_template(path: &Path) -> bool {
    let extension = path
        .extension()
        .map(|extension| extension.to_string_lossy());
    extension.is_some_and(|extension| EXTENSIONS.contains(&extension.to_ascii_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of its own for one test.
    fn folder(test: &str, files: &[&str]) -> PathBuf {
        let folder =
            std::env::temp_dir().join(format!("formwork-walk-{test}-{}", std::process::id()));
        let _may_be_absent = fs::remove_dir_all(&folder);
        for file in files {
            let path = folder.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        folder
    }

    fn names(walk: &Walk, folder: &Path) -> Vec<String> {
        let paths = walk.candidates.iter();
        paths
            .map(|one| {
                one.path
                    .strip_prefix(folder)
                    .unwrap_or(&one.path)
                    .display()
                    .to_string()
            })
            .collect()
    }

    const FILES: [&str; 9] = [
        "b.yaml",
        "a.JSON",
        "notes.txt",
        "deep/er/c.yml",
        "deep/d.template",
        ".git/e.yaml",
        "node_modules/x/f.json",
        "deep/cdk.out/g.json",
        "deep/.hidden.yaml",
    ];

    #[test]
    fn a_folder_means_what_is_called_like_a_template_in_it() {
        let root = folder("folder", &FILES);
        let walk = Walk::of(&[root.clone(), root.join("b.yaml")]);
        assert_eq!(walk.problems, [""; 0]);
        assert_eq!(
            names(&walk, &root),
            [
                "a.JSON",
                "b.yaml",
                "deep/.hidden.yaml",
                "deep/d.template",
                "deep/er/c.yml"
            ]
        );
        assert!(walk.candidates.iter().all(|one| !one.is_named));
        let named = Walk::of(&[root.join("notes.txt"), root.join("absent.yaml")]);
        assert_eq!(names(&named, &root), ["notes.txt", "absent.yaml"]);
        assert!(named.candidates.iter().all(|one| one.is_named));
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn patterns_mean_what_they_fit() {
        let root = folder("pattern", &FILES);
        for (pattern, expected) in [
            ("*.yaml", &["b.yaml"][..]),
            ("?.json", &["a.JSON"]),
            ("**/*.yml", &["deep/er/c.yml"]),
            ("deep/*/c.yml", &["deep/er/c.yml"]),
            ("**/c.yml", &["deep/er/c.yml"]),
            ("notes.*", &["notes.txt"]),
        ] {
            let walk = Walk::of(&[root.join(pattern)]);
            assert_eq!(names(&walk, &root), expected, "{pattern}");
            assert_eq!(walk.problems, [""; 0]);
        }
        let none = Walk::of(&[root.join("*.none")]);
        assert!(none.problems[0].starts_with("no file fits `"));
        fs::remove_dir_all(root).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn circles_of_links_end() {
        let root = folder("circle", &["a/b.yaml"]);
        std::os::unix::fs::symlink(&root, root.join("a/again")).unwrap();
        let walk = Walk::of(std::slice::from_ref(&root));
        assert_eq!(names(&walk, &root), ["a/b.yaml"]);
        let walk = Walk::of(&[root.join("**/*.yaml")]);
        assert_eq!(names(&walk, &root), ["a/b.yaml"]);
        fs::remove_dir_all(root).unwrap();
    }
}
