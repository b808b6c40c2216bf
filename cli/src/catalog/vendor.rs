//! The facts of one type as a file for a user's crate: those of the catalog or of a published file, the curated ones
//! inside of it, and where they came from.

use std::collections::BTreeMap;
use std::path::Path;

use formwork_specs::tree::{self, Member, Node, Value};
use formwork_specs::{Problem, Problems, bundled};

use super::import::Failure;
use super::node::{member, object, text};
use super::source::{self, Published};
use super::{facts, fitting, folder, print};
use crate::output::visible::visible;

/// Published files that were given, by the type that each describes; of others the catalog tells.
#[derive(Default)]
pub(crate) struct Origin {
    published: BTreeMap<String, (String, String)>,
}

impl Origin {
    /// The types of a folder, of an archive, or of one file.
    ///
    /// # Errors
    ///
    /// If they cannot be read, are no specifications, or describe a type twice: all of it at once.
    pub(crate) fn of(path: &Path) -> Result<Self, Failure> {
        let mut published: BTreeMap<String, (String, String)> = BTreeMap::new();
        let mut refused = Vec::new();
        for Published { name, bytes } in source::published(path)? {
            let (types, text) = match formwork_specs::type_names(&bytes) {
                Ok(types) => (types, String::from_utf8_lossy(&bytes).into_owned()),
                Err(problems) => {
                    refused.push(format!("{} cannot be read:\n{problems}", named(&name)));
                    continue;
                }
            };
            for type_name in types {
                let known = published.insert(type_name.clone(), (name.clone(), text.clone()));
                if let Some((other, _)) = known {
                    let (type_name, other) = (visible(&type_name), named(&other));
                    refused.push(format!(
                        "{} describes `{type_name}`, which {other} describes as well",
                        named(&name)
                    ));
                }
            }
        }
        if refused.is_empty() {
            Ok(Self { published })
        } else {
            Err(Failure::new(refused.join("\n")))
        }
    }

    /// Whether a type is in the files that were given, and not only in the catalog.
    pub(crate) fn is_published(&self, type_name: &str) -> bool {
        self.published.contains_key(type_name)
    }

    /// What the file of a type holds that is written on a day; none for a type that is not known.
    ///
    /// # Errors
    ///
    /// If the published file is no registry schema, or cannot be read.
    pub(crate) fn file(&self, type_name: &str, day: &str) -> Result<Option<Written>, Failure> {
        self.noted(type_name, None, day)
    }

    /// What a file would hold that says of itself what the one that is there says: where its facts came from, and
    /// when.
    ///
    /// # Errors
    ///
    /// If the published file is no registry schema, or cannot be read.
    pub(crate) fn same(&self, known: &Vendored) -> Result<Option<String>, Failure> {
        let Vendored {
            type_name,
            from,
            day,
        } = known;
        let written = self.noted(type_name, Some(from), day)?;
        Ok(written.map(|written| written.text))
    }

    fn noted(
        &self,
        type_name: &str,
        noted: Option<&str>,
        day: &str,
    ) -> Result<Option<Written>, Failure> {
        if let Some((name, text)) = self.published.get(type_name) {
            let from = noted.unwrap_or(name);
            return written(type_name, (name, text), &Note { from, day }, true).map(Some);
        }
        let Some(text) = bundled::find(type_name) else {
            return Ok(None);
        };
        let version = env!("CARGO_PKG_VERSION");
        let catalog = format!("the catalog of formwork {version}");
        let from = noted.unwrap_or(&catalog);
        written(type_name, (&catalog, text), &Note { from, day }, false).map(Some)
    }
}

/// `AWS::S3::Bucket` -> `aws-s3-bucket.json`.
pub(crate) fn file_name(type_name: &str) -> String {
    folder::file_name(type_name)
}

/// Whether a file holds what would be written: how a system begins texts and ends their lines is no difference.
pub(crate) fn is_same(written: &str, there: &str) -> bool {
    let there = without_mark(there);
    written == there || written == there.replace("\r\n", "\n")
}

fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// What a file is to hold.
pub(crate) struct Written {
    pub(crate) text: String,
    /// Curated facts that are not in it, since they do not fit what is published: what is wrong with each.
    pub(crate) left_out: Vec<Problem>,
}

/// What a vendored file says of itself.
pub(crate) struct Vendored {
    /// The type that it is about.
    pub(crate) type_name: String,
    /// Where its facts came from, if it says so.
    pub(crate) from: String,
    /// The day on which it was written, if it says so.
    pub(crate) day: String,
}

/// What a file says that `vendor` wrote; none for any other file.
///
/// # Errors
///
/// If the text is no JSON: it may have been a vendored file.
pub(crate) fn vendored(text: &str) -> Result<Option<Vendored>, Problems> {
    let text = without_mark(text);
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
    let said = |key| {
        let text = note.get(key).and_then(Node::text);
        text.unwrap_or_default().to_owned()
    };
    Ok(Some(Vendored {
        type_name: name.to_owned(),
        from: said("from"),
        day: said("on"),
    }))
}

/// Where a file came from, and when.
struct Note<'n> {
    from: &'n str,
    day: &'n str,
}

fn written(
    type_name: &str,
    (place, schema): (&str, &str),
    note: &Note<'_>,
    has_prose: bool,
) -> Result<Written, Failure> {
    let Note { from, day } = note;
    let refused = |reason: &str| {
        let (place, type_name) = (visible(place), visible(type_name));
        Failure::new(format!("`{type_name}` of {place}: {reason}"))
    };
    let schema = without_mark(schema);
    let parse = |text| tree::parse(text, &|_, _| true).map_err(|_| refused("it is no JSON"));
    // The registry's answer to the question what a type is has the schema as a text in it.
    let outer = parse(schema)?;
    let inner = match outer.get("typeName") {
        None => outer.get("Schema").and_then(Node::text),
        Some(_) => None,
    };
    let root = parse(inner.unwrap_or(schema))?;
    if root.get("typeName").is_none() {
        let help = "`resource!(spec = \"…\")` reads a Resource Specification where it is, and `types` chooses of it";
        return Err(refused("it is no registry schema").with_help(help));
    }
    if has_prose {
        // What is published may be wrong; what is curated is not to blame for it.
        formwork_specs::read(schema.as_bytes())
            .map_err(|problems| refused(&format!("it cannot be read:\n{problems}")))?;
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
    // Of a file that was vendored elsewhere, the facts beside it are the ones that were given.
    extension.retain(|member| member.key != "vendored");
    let vendored = object(vec![member("from", text(*from)), member("on", text(*day))]);
    extension.insert(0, member("vendored", vendored));
    let day = bundled::as_of(type_name).filter(|_| !has_prose);
    if let Some(day) = day {
        extension.insert(1, member("asOf", text(day.to_owned())));
    }
    let curated = bundled::find_curated(type_name);
    let words = bundled::find_words(type_name);
    for (key, text) in [("curated", curated), ("publishedWords", words)] {
        if extension.iter().any(|member| member.key == key) {
            continue;
        }
        if let Some(node) = text.and_then(|text| tree::parse(text, &|_, _| true).ok()) {
            extension.push(member(key, node));
        }
    }
    let at = members.iter().position(|member| member.key == "typeName");
    members.insert(at.map_or(0, |at| at + 1), extended(extension));
    let (text, left_out) = if has_prose {
        fitting::fit(object(members))
    } else {
        (print::text(&object(members)), Vec::new())
    };
    Ok(Written { text, left_out })
}

fn named(name: &str) -> String {
    crate::output::visible::named(Path::new(name))
}

fn extended(members: Vec<Member<'_>>) -> Member<'_> {
    member("formwork", object(members))
}
