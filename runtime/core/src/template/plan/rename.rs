//! Resources that only change their logical ids.
//!
//! Two resources are one for certain if they have the same type and everything in them is the same, where each
//! refers to resources that are the same, and no third one has all that as well.

use std::collections::{HashMap, HashSet};

use super::side::Side;
use crate::Map;
use crate::json::{Json, call};
use crate::template::check::{is_list, is_object};
use crate::template::part::{Members, Part};
use crate::template::section::Section;
use crate::template::sub;
use crate::text::function::REF;
use crate::typed::view::{self, View};

/// So many times resources are compared again because others turned out to be the same.
const MOST_ROUNDS: usize = 8;

/// Which resource was which.
#[derive(Debug, Default)]
pub(super) struct Renames<'t> {
    /// The old name of each new one.
    old_names: HashMap<&'t str, &'t str>,
    /// The new name of each old one.
    new_names: HashMap<&'t str, &'t str>,
}

impl<'t> Renames<'t> {
    pub(super) fn from(&self, name: &str) -> Option<&'t str> {
        self.old_names.get(name).copied()
    }

    pub(super) fn is_old(&self, name: &str) -> bool {
        self.new_names.contains_key(name)
    }
}

/// Finds the resources that only change their names.
pub(super) fn find<'t>(before: &Side<'t>, after: &Side<'t>) -> Renames<'t> {
    let mut renames = Renames::default();
    let mut gone = only_in(before, after);
    let mut come = only_in(after, before);
    for _ in 0..MOST_ROUNDS {
        if gone.is_empty() || come.is_empty() {
            break;
        }
        let old = by_content(before, &gone, &|name| renames.new_names.get(name).copied());
        let new = by_content(after, &come, &|_| None);
        let mut found = false;
        for (content, name) in old {
            if let (Some(old), Some(Some(new))) = (name, new.get(&content)) {
                renames.old_names.insert(new, old);
                renames.new_names.insert(old, new);
                found = true;
            }
        }
        if !found {
            break;
        }
        gone.retain(|name| !renames.new_names.contains_key(name));
        come.retain(|name| !renames.old_names.contains_key(name));
    }
    renames
}

/// The resources of one template whose names the other does not have.
fn only_in<'t>(one: &Side<'t>, other: &Side<'t>) -> Vec<&'t str> {
    let members = one.template.entries_of(Section::Resources);
    let members = members.into_iter().flat_map(Members::iter);
    let resources = members.filter(|member| matches!(member.value, Part::Open(_)));
    let names = resources.map(|member| &*member.name);
    names
        .filter(|name| !name.starts_with("Fn::") && other.resource(name).is_none())
        .collect()
}

/// The resources by what is in them; none where two have the same in them.
fn by_content<'t>(
    side: &Side<'t>,
    names: &[&'t str],
    renamed: &dyn Fn(&str) -> Option<&'t str>,
) -> HashMap<String, Option<&'t str>> {
    let unknown: HashSet<&str> = names.iter().copied().collect();
    let name = |name: &str| {
        if let Some(new) = renamed(name) {
            return new.to_owned();
        }
        match side.resource(name).filter(|_| unknown.contains(name)) {
            // Which one it is, is not known yet: any of the type.
            Some(other) => format!("\u{F8F4}{}", super::planner::type_name(side, other)),
            None => name.to_owned(),
        }
    };
    let mut found: HashMap<String, Option<&'t str>> = HashMap::new();
    for own in names {
        let members = side.resource(own).into_iter().flat_map(Members::iter);
        let content: Map<Json> = members
            .map(|member| {
                let value = side.template.view(&member.value);
                let value = if &*member.name == "DependsOn" {
                    dependencies(value, &name)
                } else {
                    canonical(value, &name)
                };
                (&*member.name, value)
            })
            .collect();
        let same = found.entry(sorted(&Json::Object(content)).to_string());
        same.and_modify(|place| *place = None).or_insert(Some(own));
    }
    found
}

fn dependencies(view: View<'_>, name: &dyn Fn(&str) -> String) -> Json {
    let mut names: Vec<String> = match view.text() {
        Some(one) => vec![name(one)],
        None => view.items().filter_map(View::text).map(name).collect(),
    };
    names.sort();
    names.into_iter().collect()
}

/// A value with the names that it refers to as they are compared.
fn canonical(view: View<'_>, name: &dyn Fn(&str) -> String) -> Json {
    match call::of(view) {
        Some((REF, argument)) if argument.text().is_some() => {
            let target = argument.text().unwrap_or_default();
            Json::Object(Map::from([(REF, Json::from(name(target)))]))
        }
        Some(("Fn::GetAtt", argument)) => {
            let mut items = argument.items();
            let names = match argument.text() {
                Some(text) => text.split_once('.'),
                None => items
                    .next()
                    .and_then(View::text)
                    .zip(items.next().and_then(View::text)),
            };
            let Some((resource, attribute)) = names else {
                return view::to_json(view);
            };
            let names = vec![Json::from(name(resource)), Json::from(attribute)];
            Json::Object(Map::from([("Fn::GetAtt", Json::Array(names))]))
        }
        Some(("Fn::Sub", argument)) => {
            let own: HashSet<&str> = argument
                .items()
                .nth(1)
                .into_iter()
                .flat_map(View::members)
                .map(|(name, _)| name)
                .collect();
            let text = argument.text().or_else(|| argument.items().next()?.text());
            let text = canonical_text(text.unwrap_or_default(), &|target| {
                if own.contains(target) {
                    target.to_owned()
                } else {
                    name(target)
                }
            });
            let variables = argument.items().nth(1).map(|view| canonical(view, name));
            let arguments = core::iter::once(Json::from(text)).chain(variables);
            Json::Object(Map::from([("Fn::Sub", arguments.collect::<Json>())]))
        }
        _ => inside(view, name),
    }
}

fn inside(view: View<'_>, name: &dyn Fn(&str) -> String) -> Json {
    if is_list(view) {
        return view.items().map(|item| canonical(item, name)).collect();
    }
    if is_object(view) {
        let members = view.members();
        let members = members.map(|(key, value)| (key, canonical(value, name)));
        return Json::Object(members.collect());
    }
    view::to_json(view)
}

fn canonical_text(text: &str, name: &dyn Fn(&str) -> String) -> String {
    let pieces = sub::pieces(text).map(|piece| match piece {
        sub::Piece::Text(text) => text.to_owned(),
        sub::Piece::Name(target) => match target.split_once('.') {
            Some((resource, attribute)) => format!("${{{}.{attribute}}}", name(resource)),
            None => format!("${{{}}}", name(target)),
        },
    });
    pieces.collect()
}

/// The same value, its members in the order of their names.
fn sorted(value: &Json) -> Json {
    match value {
        Json::Array(items) => items.iter().map(sorted).collect(),
        Json::Object(members) => {
            let mut members: Vec<(&str, Json)> = members
                .iter()
                .map(|(name, value)| (name, sorted(value)))
                .collect();
            members.sort_by_key(|(name, _)| *name);
            Json::Object(members.into_iter().collect())
        }
        other => other.clone(),
    }
}
