//! `$ref`: which definition is meant.

use std::collections::{HashMap, HashSet};

use crate::report::{Pointer, Report};
use crate::suggest;
use crate::tree::{Node, unescape};

/// The definitions of a file, and those made because something refers to another place of the file.
pub(crate) struct References<'t> {
    root: &'t Node<'t>,
    names: HashSet<&'t str>,
    /// Places that are no definition but are referred to, with the name each was given.
    made: Vec<(String, String)>,
    by_pointer: HashMap<String, String>,
}

const DEFINITIONS: &str = "/definitions/";

impl<'t> References<'t> {
    pub(crate) fn new(root: &'t Node<'t>) -> Self {
        let definitions = root
            .get("definitions")
            .and_then(Node::members)
            .unwrap_or_default();
        let names = definitions
            .iter()
            .map(|member| member.key.as_ref())
            .collect();
        Self {
            root,
            names,
            made: Vec::new(),
            by_pointer: HashMap::new(),
        }
    }

    /// The name of the definition that `text` refers to.
    pub(crate) fn resolve(
        &mut self,
        text: &str,
        at: &Pointer<'_>,
        report: &mut Report,
    ) -> Option<String> {
        let Some(pointer) = text.strip_prefix('#') else {
            let help = Some("only references such as `#/definitions/Tag` are followed".to_owned());
            let message = format!("`{text}` refers to something outside of the file");
            report.error_with_help(at, message, help);
            return None;
        };
        if let Some(name) = pointer.strip_prefix(DEFINITIONS)
            && !name.contains('/')
        {
            return self.definition(&unescape(name), at, report);
        }
        if let Some(name) = self.by_pointer.get(pointer) {
            return Some(name.clone());
        }
        if pointer.is_empty() || self.root.at_pointer(pointer).is_none() {
            report.error_with_help(
                at,
                format!("`{text}` does not lead to a schema of this file"),
                Some("write the place of a schema, such as `#/definitions/Tag`".to_owned()),
            );
            return None;
        }
        let name = self.new_name(pointer);
        self.made.push((pointer.to_owned(), name.clone()));
        self.by_pointer.insert(pointer.to_owned(), name.clone());
        Some(name)
    }

    /// The pointer and name of a place that was referred to without being a definition, in the
    /// order in which they were met.
    pub(crate) fn made(&self, index: usize) -> Option<(String, &'t Node<'t>, String)> {
        let (pointer, name) = self.made.get(index)?;
        Some((
            pointer.clone(),
            self.root.at_pointer(pointer)?,
            name.clone(),
        ))
    }

    fn definition(&self, name: &str, at: &Pointer<'_>, report: &mut Report) -> Option<String> {
        if self.names.contains(name) {
            return Some(name.to_owned());
        }
        let mut known: Vec<&str> = self.names.iter().copied().collect();
        known.sort_unstable();
        let help = suggest::help("a definition", name, known)
            .unwrap_or_else(|| format!("describe `{name}` in `definitions`"));
        let message = format!("the definition `{name}` does not exist");
        report.error_with_help(at, message, Some(help));
        None
    }

    fn new_name(&self, pointer: &str) -> String {
        const KEYWORDS: [&str; 3] = ["properties", "items", "definitions"];
        let words = pointer
            .split('/')
            .filter(|word| !word.is_empty() && !KEYWORDS.contains(word));
        let base: String = words.map(unescape).collect();
        let is_free = |name: &str| {
            !self.names.contains(name) && !self.made.iter().any(|(_, made)| made == name)
        };
        let mut name = base.clone();
        let mut number = 2_usize;
        while !is_free(&name) {
            name = format!("{base}{number}");
            number += 1;
        }
        name
    }
}
