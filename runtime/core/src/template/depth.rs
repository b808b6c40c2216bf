//! Values that a program nests deeper in a template than a document may be. Checks and plans call themselves for each
//! level, so they see such a value as its text.

use std::borrow::Cow;

use super::Template;
use super::part::{Members, Part};
use crate::Violation;
use crate::document::{DEPTH_LIMIT, too_deep};
use crate::json::Json;
use crate::report::rule::Rule;
use crate::text::pointer;

/// The names that lead to a value.
type Path = Vec<String>;

impl Template {
    /// The template with the text of what is too deep in its place, and a violation for each of that.
    pub(super) fn shallow(&self) -> (Cow<'_, Self>, Vec<Violation>) {
        let mut paths = Vec::new();
        find(&self.root, &mut Vec::new(), &mut paths);
        let mut shallow = Cow::Borrowed(self);
        for path in &paths {
            flatten(&mut shallow.to_mut().root, path);
        }
        let violation = |path: &Path| {
            let names = path.iter().map(|name| pointer::escape(name));
            let path = names.fold(String::new(), |path, name| path + "/" + &name);
            Violation::new(Rule::Syntax, path, too_deep("value"))
        };
        let violations = paths.iter().map(violation).collect();
        (shallow, violations)
    }
}

/// A property stands behind so many names: `Resources`, the logical ID, `Properties` and its own.
const NAMES_OF_A_PROPERTY: usize = 4;

/// Finds what is too deep. Only so many levels of a template are opened.
fn find(members: &Members, path: &mut Path, found: &mut Vec<Path>) {
    for member in members.iter() {
        path.push(member.name.to_string());
        match &member.value {
            Part::Read(_) => {}
            Part::Made(json) => find_in_json(json, path, found),
            Part::Open(open) => find(&open.members, path, found),
        }
        path.pop();
    }
}

/// The same, down to properties.
fn find_in_json(json: &Json, path: &mut Path, found: &mut Vec<Path>) {
    // The object of the template is around all of them.
    if !json.is_deeper_than(DEPTH_LIMIT.saturating_sub(path.len())) {
        return;
    }
    match json {
        Json::Object(members) if path.len() < NAMES_OF_A_PROPERTY => {
            for (name, value) in members {
                path.push(name.to_owned());
                find_in_json(value, path, found);
                path.pop();
            }
        }
        _ => found.push(path.clone()),
    }
}

/// Puts the text of a value in its place.
fn flatten(members: &mut Members, path: &[String]) {
    let Some((name, rest)) = path.split_first() else {
        return;
    };
    match members.get_mut(name).map(|member| &mut member.value) {
        Some(Part::Made(json)) => flatten_json(json, rest),
        Some(Part::Open(open)) => flatten(&mut open.members, rest),
        Some(Part::Read(_)) | None => {}
    }
}

fn flatten_json(json: &mut Json, path: &[String]) {
    match (path.split_first(), json) {
        (Some((name, rest)), Json::Object(members)) => {
            if let Some(member) = members.get_mut(name) {
                flatten_json(member, rest);
            }
        }
        (_, json) => *json = Json::String(json.to_string()),
    }
}
