//! `$ref`: which definition is meant.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::report::{Pointer, Report};
use crate::suggest;
use crate::tree::{Node, PointerFault, array_index, check_pointer, escape, unescape};
use crate::visible::quoted;

/// The definitions of a file, and those made because something refers to another place of the file.
pub(crate) struct References<'t> {
    root: &'t Node<'t>,
    names: HashSet<&'t str>,
    /// Places that are no definition but are referred to, with the name each was given.
    made: Vec<(String, String)>,
    by_pointer: HashMap<String, String>,
}

const DEFINITIONS: &str = "/definitions/";

/// The cure where nothing better is known.
const CURE: &str = "write the place of a schema, such as `#/definitions/Tag`";

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
        let Some(fragment) = text.strip_prefix('#') else {
            let message = format!("{} refers to something outside of the file", quoted(text));
            report.error_with_help(at, message, Some(self.cure_outside(text)));
            return None;
        };
        // What stands behind `#` is part of an address, in which `%20` is a blank. A file that does
        // not know that writes the name as it is.
        let decoded = percent_decoded(fragment);
        let pointers = [decoded.as_deref(), Some(fragment)];
        for pointer in pointers.into_iter().flatten() {
            if let Some(name) = self.find(pointer) {
                return Some(name);
            }
        }
        let pointer = decoded.as_deref().unwrap_or(fragment);
        let (message, help) = self.complaint(text, pointer);
        report.error_with_help(at, message, Some(help));
        None
    }

    /// The name for the schema that a pointer leads to, if it leads to one.
    fn find(&mut self, pointer: &str) -> Option<String> {
        if let Some(name) = definition_name(pointer) {
            return self
                .names
                .contains(name.as_ref())
                .then(|| name.into_owned());
        }
        if let Some(name) = self.by_pointer.get(pointer) {
            return Some(name.clone());
        }
        if !is_place_of_schema(pointer) || self.root.at_pointer(pointer).is_none() {
            return None;
        }
        let name = self.new_name(pointer);
        self.made.push((pointer.to_owned(), name.clone()));
        self.by_pointer.insert(pointer.to_owned(), name.clone());
        Some(name)
    }

    /// Why a reference leads to nothing, and what helps.
    fn complaint(&self, text: &str, pointer: &str) -> (String, String) {
        match check_pointer(pointer) {
            Err(PointerFault::Start) => {
                let message = format!(
                    "{} is no reference: behind `#` stands nothing or `/`",
                    quoted(text)
                );
                let last = pointer.rsplit('/').next().unwrap_or_default();
                (message, self.cure(last))
            }
            Err(PointerFault::Escape) => {
                let message = format!(
                    "{} is no reference: `~` is written `~0` and `/` `~1`",
                    quoted(text)
                );
                (message, CURE.to_owned())
            }
            Ok(()) => {
                if let Some(name) = definition_name(pointer) {
                    let message = format!("the definition {} does not exist", quoted(&name));
                    return (message, self.nearest(&name));
                }
                let message = format!("{} does not lead to a schema of this file", quoted(text));
                (message, CURE.to_owned())
            }
        }
    }

    /// What helps where `#` is missing.
    fn cure_outside(&self, text: &str) -> String {
        let is_elsewhere = text.contains(':') || text.contains('#');
        let name = text.trim_start_matches('/');
        let name = name.strip_prefix("definitions/").unwrap_or(name);
        if !is_elsewhere && self.names.contains(name) {
            return self.cure(name);
        }
        "only references such as `#/definitions/Tag` are followed".to_owned()
    }

    /// How the definition that somebody seems to mean is referred to.
    fn cure(&self, name: &str) -> String {
        if self.names.contains(name) {
            let reference = format!("#{DEFINITIONS}{}", escape(name));
            format!("write {}", quoted(&reference))
        } else {
            CURE.to_owned()
        }
    }

    fn nearest(&self, name: &str) -> String {
        let mut known: Vec<&str> = self.names.iter().copied().collect();
        known.sort_unstable();
        suggest::help("a definition", name, known)
            .unwrap_or_else(|| format!("describe {} in `definitions`", quoted(name)))
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

    fn new_name(&self, pointer: &str) -> String {
        const KEYWORDS: [&str; 3] = ["properties", "items", "definitions"];
        let words = pointer
            .split('/')
            .filter(|word| !word.is_empty() && !KEYWORDS.contains(word));
        let mut base: String = words.map(unescape).collect();
        if base.is_empty() {
            base.push_str(self.own_name());
        }
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

    /// What the resource itself is called: the name for a reference to the root.
    fn own_name(&self) -> &str {
        let name = self.root.get("typeName").and_then(Node::text);
        let mut parts = name.unwrap_or_default().rsplit("::");
        let last = parts.find(|part| !part.is_empty() && *part != "MODULE");
        last.unwrap_or("Resource")
    }
}

/// The name in `/definitions/Name`, if nothing follows it.
fn definition_name(pointer: &str) -> Option<Cow<'_, str>> {
    let name = pointer.strip_prefix(DEFINITIONS)?;
    let is_whole = !name.contains('/') && check_pointer(pointer).is_ok();
    is_whole.then(|| unescape(name))
}

/// Whether a schema may stand where a pointer leads: the root, or what a keyword has schemas in.
fn is_place_of_schema(pointer: &str) -> bool {
    let mut segments = pointer.split('/').skip(1);
    while let Some(keyword) = segments.next() {
        let is_schema = match keyword {
            "properties" | "patternProperties" | "definitions" | "$defs" | "dependencies"
            | "dependentSchemas" => segments.next().is_some(),
            "allOf" | "anyOf" | "oneOf" | "prefixItems" => {
                segments.next().and_then(array_index).is_some()
            }
            // A list of schemas, in an old draft, or one schema.
            "items" => {
                let mut ahead = segments.clone();
                if ahead.next().and_then(array_index).is_some() {
                    segments = ahead;
                }
                true
            }
            "additionalProperties"
            | "contains"
            | "propertyNames"
            | "not"
            | "if"
            | "then"
            | "else" => true,
            _ => false,
        };
        if !is_schema {
            return false;
        }
    }
    true
}

/// The text with `%20` and the like replaced; none if there is nothing to replace, or if what
/// comes of it is no text.
fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut pieces = text.split('%');
    bytes.extend_from_slice(pieces.next()?.as_bytes());
    let mut is_changed = false;
    for piece in pieces {
        let digits = piece
            .get(..2)
            .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        bytes.push(u8::from_str_radix(digits?, 16).ok()?);
        bytes.extend_from_slice(piece.get(2..)?.as_bytes());
        is_changed = true;
    }
    String::from_utf8(bytes).ok().filter(|_| is_changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_decoded_if_they_are_some() {
        assert_eq!(
            percent_decoded("/a%20b%2f%C3%A9").as_deref(),
            Some("/a b/é")
        );
        for other in ["", "/a", "/100%", "/%zz", "/%+1", "/%ff"] {
            assert_eq!(percent_decoded(other), None, "{other}");
        }
    }

    #[test]
    fn schemas_stand_behind_keywords() {
        for place in [
            "",
            "/properties/properties",
            "/definitions/A/properties/B/items",
            "/properties/A/items/0/anyOf/1",
            "/properties/A/items/properties/B",
            "/patternProperties/^a$",
            "/properties/A/additionalProperties/not",
        ] {
            assert!(is_place_of_schema(place), "{place}");
        }
        for other in [
            "/properties",
            "/definitions",
            "/typeName",
            "/required/0",
            "/properties/A/enum/0",
            "/properties/A/anyOf",
            "/properties/A/anyOf/01",
            "/properties/A/default",
        ] {
            assert!(!is_place_of_schema(other), "{other}");
        }
    }
}
