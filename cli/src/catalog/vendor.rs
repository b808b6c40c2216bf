//! The facts of one type as a file for a user's crate: those of the catalog or of a published file, the curated ones
//! inside of it, and where they came from.

use std::collections::BTreeMap;
use std::path::Path;

use formwork_specs::tree::{self, Member, Node, Value};
use formwork_specs::{Problems, bundled};

use super::import::Failure;
use super::node::{member, object, text};
use super::{facts, folder, print, source};

/// Published files that were given, by the type that each describes; of others the catalog tells.
#[derive(Default)]
pub(crate) struct Origin {
    published: BTreeMap<String, (String, String)>,
}

impl Origin {
    /// The schemas of a folder, of an archive, or of one file.
    ///
    /// # Errors
    ///
    /// If they cannot be read.
    pub(crate) fn of(path: &Path) -> Result<Self, Failure> {
        let files: Vec<(String, String)> = if source::is_json(path) && !path.is_dir() {
            vec![(path.display().to_string(), source::text(path)?)]
        } else {
            let files = source::files(path)?.into_iter();
            let files =
                files.filter_map(|file| Some((file.name, String::from_utf8(file.bytes).ok()?)));
            files.collect()
        };
        let mut published = BTreeMap::new();
        for (name, text) in files {
            let types = formwork_specs::type_names(text.as_bytes());
            for type_name in types.into_iter().flatten() {
                published.insert(type_name, (name.clone(), text.clone()));
            }
        }
        Ok(Self { published })
    }

    /// What the file of a type holds that is written on a day; none for a type that is not known.
    ///
    /// # Errors
    ///
    /// If the published file is no registry schema.
    pub(crate) fn file(&self, type_name: &str, day: &str) -> Result<Option<String>, Failure> {
        if let Some((name, text)) = self.published.get(type_name) {
            return written(type_name, text, &Note { from: name, day }, true).map(Some);
        }
        let Some(text) = bundled::find(type_name) else {
            return Ok(None);
        };
        let version = env!("CARGO_PKG_VERSION");
        let from = format!("the catalog of formwork {version}");
        written(type_name, text, &Note { from: &from, day }, false).map(Some)
    }
}

/// `AWS::S3::Bucket` -> `aws-s3-bucket.json`.
pub(crate) fn file_name(type_name: &str) -> String {
    folder::file_name(type_name)
}

/// What a vendored file says of itself.
pub(crate) struct Vendored {
    /// The type that it is about.
    pub(crate) type_name: String,
    /// The day on which it was written, if it says so.
    pub(crate) day: String,
}

/// What a file says that `vendor` wrote; none for any other file.
///
/// # Errors
///
/// If the text is no JSON: it may have been a vendored file.
pub(crate) fn vendored(text: &str) -> Result<Option<Vendored>, Problems> {
    // Faults are told by the reader of specifications, with line and column.
    let Ok(root) = tree::parse(text, &|_, _| true) else {
        return formwork_specs::read(text.as_bytes()).map(|_| None);
    };
    let (Some(note), Some(name)) = (
        root.at_pointer("/formwork/vendored"),
        root.get("typeName").and_then(Node::text),
    ) else {
        return Ok(None);
    };
    let day = note.get("on").and_then(Node::text).unwrap_or_default();
    Ok(Some(Vendored {
        type_name: name.to_owned(),
        day: day.to_owned(),
    }))
}

/// Where a file came from, and when.
struct Note<'n> {
    from: &'n str,
    day: &'n str,
}

fn written(
    type_name: &str,
    schema: &str,
    note: &Note<'_>,
    has_prose: bool,
) -> Result<String, Failure> {
    let Note { from, day } = note;
    let refused = |reason: &str| Failure::new(format!("`{type_name}` of {from}: {reason}"));
    let root = tree::parse(schema, &|_, _| true).map_err(|_| refused("it is no JSON"))?;
    if root.get("typeName").is_none() {
        return Err(refused("it is no registry schema"));
    }
    let (facts, _prose) = if has_prose {
        facts::of(&root)
    } else {
        (root, Vec::new())
    };
    let Value::Object(mut members) = facts.value else {
        return Err(refused("it is no object"));
    };
    let own = members.iter().position(|member| member.key == "formwork");
    let own = own.map(|at| members.remove(at));
    let mut extension = match own.map(|member| member.node.value) {
        Some(Value::Object(members)) => members,
        _ => Vec::new(),
    };
    let vendored = object(vec![member("from", text(*from)), member("on", text(*day))]);
    extension.insert(0, member("vendored", vendored));
    let day = bundled::as_of(type_name).filter(|_| !has_prose);
    if let Some(day) = day {
        extension.insert(1, member("asOf", text(day.to_owned())));
    }
    let curated = bundled::find_curated(type_name);
    let words = bundled::find_words(type_name);
    for (key, text) in [("curated", curated), ("publishedWords", words)] {
        if let Some(node) = text.and_then(|text| tree::parse(text, &|_, _| true).ok()) {
            extension.push(member(key, node));
        }
    }
    let at = members.iter().position(|member| member.key == "typeName");
    members.insert(at.map_or(0, |at| at + 1), extended(extension));
    Ok(print::text(&object(members)))
}

fn extended(members: Vec<Member<'_>>) -> Member<'_> {
    member("formwork", object(members))
}
