//! The lists of pointers: which property has which role.
//!
//! A pointer follows data: `/properties/A/B/*/C`, where `*` stands for every element of a list or
//! member of a map.

use crate::model::PropertyPath;
use crate::registry::values::{elements, text};
use crate::report::{Pointer, Report};
use crate::tree::{Node, unescape};
use crate::visible::quoted;

/// A pointer of the file.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    /// Its path below `/properties`.
    pub(crate) path: PropertyPath,
    /// The definition it starts at, if it does not start at the type.
    pub(crate) definition: Option<String>,
    /// As written.
    pub(crate) text: String,
    /// Where the file writes it.
    pub(crate) at: String,
}

/// The lists that say what role properties have.
#[derive(Debug, Default)]
pub(crate) struct Pointers {
    pub(crate) read_only: Vec<Listed>,
    pub(crate) write_only: Vec<Listed>,
    pub(crate) create_only: Vec<Listed>,
    pub(crate) conditional: Vec<Listed>,
    pub(crate) deprecated: Vec<Listed>,
    pub(crate) hidden: Vec<Listed>,
}

impl Pointers {
    /// Reads one of the lists; false if the keyword names none.
    pub(crate) fn read(
        &mut self,
        key: &str,
        node: &Node<'_>,
        at: &Pointer<'_>,
        report: &mut Report,
    ) -> bool {
        let list = match key {
            "readOnlyProperties" => &mut self.read_only,
            "writeOnlyProperties" => &mut self.write_only,
            "createOnlyProperties" => &mut self.create_only,
            "conditionalCreateOnlyProperties" => &mut self.conditional,
            "deprecatedProperties" => &mut self.deprecated,
            "nonPublicProperties" => &mut self.hidden,
            _ => return false,
        };
        for (index, element) in elements(node, at, report).iter().enumerate() {
            let at = at.index(index);
            if let Some(text) = text(element, &at, report) {
                list.push(listed(text, &at, report));
            }
        }
        true
    }
}

/// A list of pointers, as paths.
pub(crate) fn paths(node: &Node<'_>, at: &Pointer<'_>, report: &mut Report) -> Vec<PropertyPath> {
    let mut paths = Vec::new();
    for (index, element) in elements(node, at, report).iter().enumerate() {
        let at = at.index(index);
        if let Some(text) = text(element, &at, report) {
            paths.push(path(&text, &at, report));
        }
    }
    paths
}

/// One pointer, as the path below `/properties`.
pub(crate) fn path(text: &str, at: &Pointer<'_>, report: &mut Report) -> PropertyPath {
    listed(text.to_owned(), at, report).path
}

fn listed(text: String, at: &Pointer<'_>, report: &mut Report) -> Listed {
    let mut segments = text.trim_start_matches('#').split('/').map(unescape);
    let is_absolute = segments.next().is_some_and(|before| before.is_empty());
    let mut path: Vec<String> = segments.map(std::borrow::Cow::into_owned).collect();
    let mut definition = None;
    let first = path.first().map(String::as_str).unwrap_or_default();
    let is_usual = is_absolute && first == "properties" && !text.starts_with('#');
    if first.eq_ignore_ascii_case("properties") {
        path.remove(0);
    } else if first == "definitions" && path.len() > 2 {
        definition = path.get(1).cloned();
        path.drain(..2);
        if path.first().is_some_and(|segment| segment == "properties") {
            path.remove(0);
        }
    }
    if !is_usual {
        let message = format!(
            "{} does not start with `/properties/`; it is read as if it did",
            quoted(&text)
        );
        report.warning(at, message);
    }
    Listed {
        path: PropertyPath(path),
        definition,
        at: at.text(),
        text,
    }
}
