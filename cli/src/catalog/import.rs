//! Published schemas -> catalog: what is taken, what is refused, and the guard against shrinking.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::folder::{Folder, file_name};
use super::source::{self, Published};
use super::supplement::{Additions, Supplement};
use super::{facts, fidelity, print, template_schema};
use formwork_specs::Problems;
use formwork_specs::model::{Format, ResourceType};
use formwork_specs::tree;

/// What to import, and where to.
pub(crate) struct Options {
    /// A folder of registry schemas, or an archive of one.
    pub(crate) registry: Option<PathBuf>,
    /// A schema of templates, for the types that a transform knows.
    pub(crate) template_schema: Option<PathBuf>,
    /// A Resource Specification, for what registry schemas lack.
    pub(crate) resource_specification: Option<PathBuf>,
    /// The folder of the catalog.
    pub(crate) catalog: PathBuf,
    /// Whether many types may go at once.
    pub(crate) allow_removal: bool,
}

/// What an import did.
#[derive(Debug, Default)]
pub(crate) struct Summary {
    /// Types that the catalog did not have.
    pub(crate) new: Vec<String>,
    /// Types whose facts changed.
    pub(crate) changed: Vec<String>,
    /// How many types are as they were.
    pub(crate) unchanged: usize,
    /// Types that are no longer published.
    pub(crate) removed: Vec<String>,
    /// Files that could not be taken, each with the reason.
    pub(crate) refused: Vec<(String, String)>,
    /// Keywords that were kept out because nobody has decided about them yet, with the number of
    /// types that use them.
    pub(crate) unknown_keywords: BTreeMap<String, usize>,
    /// How many attributes the Resource Specification added.
    pub(crate) attributes_added: usize,
    /// Types whose page of the user guide is not at the usual address.
    pub(crate) pages: Vec<String>,
}

/// What stops an import as a whole, in one sentence, and the cure.
#[derive(Debug, PartialEq)]
pub(crate) struct Failure {
    message: String,
    help: Option<String>,
}

impl Failure {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: None,
        }
    }

    pub(super) fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(super) fn io(what: &str, path: &Path, error: &io::Error) -> Self {
        Self::new(format!("cannot {what} `{}`: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        match &self.help {
            Some(help) => write!(f, "\nhelp: {help}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Failure {}

/// More types than this do not vanish between two releases: an incomplete download does that.
const MOST_REMOVED: usize = 5;

/// An import of which nothing is written yet.
pub(crate) struct Prepared {
    /// What it does.
    pub(crate) summary: Summary,
    /// The types that change or go, as the catalog has them now.
    pub(crate) old: Vec<ResourceType>,
    /// The types that change, as they will be.
    pub(crate) new: Vec<ResourceType>,
    folder: Folder,
    files: BTreeMap<String, String>,
}

impl Prepared {
    /// Writes it.
    pub(crate) fn write(&self) -> Result<(), Failure> {
        self.folder.become_these(&self.files)
    }
}

/// Takes everything that can be taken.
pub(crate) fn prepare(options: &Options) -> Result<Prepared, Failure> {
    let supplement = match &options.resource_specification {
        Some(path) => read_supplement(path)?,
        None => Supplement::default(),
    };
    let folder = Folder::read(&options.catalog)?;
    let mut import = Import::default();
    if let Some(path) = &options.registry {
        import.take_all(&source::files(path)?, &supplement);
    }
    if let Some(path) = &options.template_schema {
        let text = source::text(path)?;
        let files = template_schema::registry_schemas(&text, &|name| {
            let name = file_name(name);
            let text = import
                .files
                .get(&name)
                .or_else(|| folder.files().get(&name));
            text.map(String::as_str)
        })?;
        import.take_all(&files, &Supplement::default());
    }
    import.settle(&folder, options)?;
    let (old, new) = differing(folder.files(), &import.files)?;
    Ok(Prepared {
        summary: import.summary,
        old,
        new,
        folder,
        files: import.files,
    })
}

/// The types of files that differ, before and afterwards; those that are new alone are not among them.
fn differing(
    old: &BTreeMap<String, String>,
    new: &BTreeMap<String, String>,
) -> Result<(Vec<ResourceType>, Vec<ResourceType>), Failure> {
    let read = |name: &str, text: &str| {
        read_one(text.as_bytes()).map_err(|reason| {
            Failure::new(format!("`{name}` of the catalog cannot be read: {reason}"))
        })
    };
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for (name, text) in old {
        let other = new.get(name);
        if other != Some(text) {
            before.push(read(name, text)?);
            if let Some(other) = other {
                after.push(read(name, other)?);
            }
        }
    }
    Ok((before, after))
}

fn read_supplement(path: &Path) -> Result<Supplement, Failure> {
    let bytes = fs::read(path).map_err(|error| Failure::io("read", path, &error))?;
    Supplement::read(&bytes).map_err(|problems| {
        let first = problems.first();
        Failure::new(format!("`{}` cannot be read: {first}", path.display()))
    })
}

/// A type, as the catalog will state it.
struct Taken {
    type_name: String,
    text: String,
    unknown: Vec<String>,
    additions: Additions,
}

/// Why a file is not taken, and the type that it describes if that much is known.
struct Refusal {
    type_name: Option<String>,
    reason: String,
}

fn take(file: &Published, supplement: &Supplement) -> Result<Taken, Refusal> {
    let refuse = |reason: String| Refusal {
        // A file that cannot be read for its faults may still say whose faults they are.
        type_name: formwork_specs::type_names(&file.bytes)
            .ok()
            .and_then(|mut names| names.pop()),
        reason,
    };
    let published = read_one(&file.bytes).map_err(refuse)?;
    let type_name = published.name.to_string();
    let text = std::str::from_utf8(&file.bytes).unwrap_or_default();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let root = tree::parse(text, &|_, _| true).map_err(|_| refuse("it is no JSON".into()))?;
    if root.get("typeName").is_none() {
        let reason = "it is the reply of a registry, not the schema inside of it";
        return Err(refuse(reason.into()));
    }
    let (mut facts, unknown) = facts::of(&root);
    let additions = supplement.add(&mut facts, &published);
    let text = print::text(&facts);
    let written = read_one(text.as_bytes())
        .map_err(|reason| refuse(format!("without its prose it cannot be read: {reason}")))?;
    match fidelity::difference(&published, &written, &additions) {
        None => Ok(Taken {
            type_name,
            text,
            unknown,
            additions,
        }),
        Some(difference) => Err(refuse(format!(
            "without its prose it says something else: {difference}"
        ))),
    }
}

/// The one type that a registry schema describes.
fn read_one(bytes: &[u8]) -> Result<ResourceType, String> {
    let mut spec =
        formwork_specs::read(bytes).map_err(|problems: Problems| problems.to_string())?;
    if spec.format != Format::RegistrySchema {
        return Err("it is no registry schema of a resource".to_owned());
    }
    let resource = spec.resources.pop();
    resource.ok_or_else(|| "it describes no type".to_owned())
}

#[derive(Default)]
struct Import {
    summary: Summary,
    files: BTreeMap<String, String>,
    type_names: BTreeMap<String, String>,
    /// Files of the catalog that stay as they are, because what would replace them was refused.
    kept: BTreeSet<String>,
}

impl Import {
    fn take_all(&mut self, files: &[Published], supplement: &Supplement) {
        for file in files {
            match take(file, supplement) {
                Ok(taken) => self.add(&file.name, taken),
                Err(refusal) => self.refuse(&file.name, refusal),
            }
        }
    }

    fn add(&mut self, file: &str, taken: Taken) {
        let Taken {
            type_name,
            text,
            unknown,
            additions,
        } = taken;
        let name = file_name(&type_name);
        if let Some(other) = self.type_names.get(&name) {
            let reason = if *other == type_name {
                format!("another file describes `{other}` as well")
            } else {
                format!("`{type_name}` differs from `{other}` in case alone")
            };
            self.summary.refused.push((file.to_owned(), reason));
            return;
        }
        for keyword in unknown {
            *self.summary.unknown_keywords.entry(keyword).or_default() += 1;
        }
        self.summary.attributes_added += additions.attributes.len();
        if additions.documentation.is_some() {
            self.summary.pages.push(type_name.clone());
        }
        self.type_names.insert(name.clone(), type_name);
        self.files.insert(name, text);
    }

    fn refuse(&mut self, file: &str, refusal: Refusal) {
        let Refusal { type_name, reason } = refusal;
        let name = type_name
            .as_deref()
            .map_or_else(|| file.to_owned(), file_name);
        self.kept.insert(name);
        let subject = type_name.unwrap_or_else(|| file.to_owned());
        self.summary.refused.push((subject, reason));
    }

    /// Compares with what is there, and refuses to lose much of it.
    fn settle(&mut self, folder: &Folder, options: &Options) -> Result<(), Failure> {
        for (name, text) in &self.files {
            let type_name = self.type_names.get(name).unwrap_or(name).clone();
            match folder.files().get(name) {
                None => self.summary.new.push(type_name),
                Some(old) if old == text => self.summary.unchanged += 1,
                Some(_) => self.summary.changed.push(type_name),
            }
        }
        for (name, text) in folder.files() {
            if self.files.contains_key(name) {
                continue;
            }
            let source = if is_transformed(text) {
                &options.template_schema
            } else {
                &options.registry
            };
            if source.is_none() || self.kept.contains(name) {
                self.files.insert(name.clone(), text.clone());
                continue;
            }
            let named = formwork_specs::type_names(text.as_bytes())
                .ok()
                .and_then(|mut names| names.pop());
            self.summary
                .removed
                .push(named.unwrap_or_else(|| name.clone()));
        }
        let removed = self.summary.removed.len();
        if removed <= MOST_REMOVED || options.allow_removal {
            return Ok(());
        }
        let some: Vec<String> = self
            .summary
            .removed
            .iter()
            .take(3)
            .map(|name| format!("`{name}`"))
            .collect();
        Err(Failure {
            message: format!(
                "{removed} types of the catalog are not published any more, among them {}; \
                 nothing was written",
                some.join(", ")
            ),
            help: Some("if that is meant, say `--allow-removal`".to_owned()),
        })
    }
}

/// Whether a file of the catalog was taken from a template schema.
fn is_transformed(text: &str) -> bool {
    let root = tree::parse(text, &|parent, _| parent == "formwork");
    root.is_ok_and(|root| root.at_pointer("/formwork/transform").is_some())
}
