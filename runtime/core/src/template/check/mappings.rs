//! Mappings, and the calls that look something up in them.

use core::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::Checker;
use super::macros;
use super::names::{NearNames, entries};
use super::walk::Place;
use crate::json::call::{self, Written};
use crate::report::help::Help;
use crate::report::rule::Rule;
use crate::template::Template;
use crate::template::part::Member;
use crate::template::section::Section;
use crate::text::pointer::Step;
use crate::typed::describe;
use crate::typed::view::View;

/// The most keys in one mapping.
const MOST_KEYS: usize = 200;

impl<'t> Checker<'t> {
    pub(super) fn mappings(&mut self) {
        let section = Step::Name(Section::Mappings.name());
        self.inside(section, |checker| {
            for member in entries(checker.template, Section::Mappings) {
                if !macros::is_macro(&member.name) {
                    checker.inside(Step::Name(&member.name), |checker| checker.mapping(member));
                }
            }
        });
    }

    fn mapping(&mut self, member: &'t Member) {
        let view = self.template.view(&member.value);
        // Members that are included from a file.
        if call::extension(view).is_some() {
            return;
        }
        let Some(count) = Written::member_count(view).filter(|count| *count > 0) else {
            return self.no_keys(view, "a mapping has keys, and each of them values");
        };
        if count > MOST_KEYS {
            self.error(Rule::MappingCount, member.key, |_| {
                let message = format!("the mapping has {count} keys where {MOST_KEYS} are allowed");
                (message, Help::None)
            });
        }
        for (key, values) in view.members() {
            self.inside(Step::Name(key), |checker| checker.mapped(values));
        }
    }

    /// What stands under the first key.
    fn mapped(&mut self, values: View<'t>) {
        if call::extension(values).is_some() {
            return;
        }
        if Written::member_count(values).is_none_or(|count| count == 0) {
            return self.no_keys(values, "a key of a mapping has values by name");
        }
        for (name, value) in values.members() {
            self.inside(Step::Name(name), |checker| checker.mapped_value(value));
        }
    }

    fn mapped_value(&mut self, value: View<'t>) {
        self.nulls(value);
        let is_object = |view: View<'_>| Written::member_count(view).is_some();
        let mut parts = core::iter::once(value).chain(value.items());
        if parts.any(is_object) {
            self.error(Rule::Mapping, value.node(), |_| {
                let message = "a mapping gives texts, or lists of texts".to_owned();
                let is_call = call::of(value).is_some();
                let help = if is_call {
                    "no function is called in a mapping".into()
                } else {
                    Help::None
                };
                (message, help)
            });
        }
    }

    fn no_keys(&mut self, view: View<'t>, message: &str) {
        self.error(Rule::Mapping, view.node(), |_| {
            let help = "written as `Mapping`, `key`, `name`: value";
            (message.to_owned(), help.into())
        });
    }

    /// The argument of `Fn::FindInMap`: a mapping, and two keys.
    pub(super) fn find_in_map(&mut self, argument: View<'t>) {
        for (index, item) in argument.items().enumerate() {
            self.inside(Step::Index(index), |checker| checker.walk(item));
        }
        let mut items = argument.items();
        let (Some(mapping), Some(first), Some(second)) = (items.next(), items.next(), items.next())
        else {
            return;
        };
        let has_default = items.next().is_some();
        let Some(name) = mapping.text() else { return };
        if self.scope.place == Place::Rule {
            return;
        }
        let Some(mapping_info) = self.names.mappings.get(name) else {
            return self.no_mapping(name, mapping);
        };
        let keys = mapping_info.keys(self.template);
        if !has_default && !keys.is_open {
            self.key(&keys, first, second);
        }
    }

    fn no_mapping(&mut self, name: &'t str, at: View<'t>) {
        let is_loop = self.scope.loops.contains(&name) || name.contains(['$', '&']);
        if self.macros.hide_names() || is_loop {
            return;
        }
        self.inside(Step::Index(0), |checker| {
            checker.error(Rule::FindInMap, at.node(), |checker| {
                let message = format!("there is no mapping `{}`", describe::name(name));
                (
                    message,
                    NearNames::among(name, checker.names.mappings.keys().copied()),
                )
            });
        });
    }

    /// The keys, as far as they are written down.
    fn key(&mut self, keys: &Keys<'t>, first: View<'t>, second: View<'t>) {
        let Some(key) = first.text().filter(|key| !self.is_loop_text(key)) else {
            return;
        };
        let Some(values) = keys.values.get(key) else {
            return self.no_key(1, key, first, keys.values.keys().copied());
        };
        let Some(key) = second.text().filter(|key| !self.is_loop_text(key)) else {
            return;
        };
        if let Some(names) = values
            && !names.contains(key)
        {
            self.no_key(2, key, second, names.iter().copied());
        }
    }

    /// Whether a text may hold the variable of a loop.
    fn is_loop_text(&self, text: &str) -> bool {
        !self.scope.loops.is_empty() && text.contains(['$', '&'])
    }

    fn no_key(
        &mut self,
        index: usize,
        key: &str,
        at: View<'t>,
        known: impl Iterator<Item = &'t str>,
    ) {
        self.inside(Step::Index(index), |checker| {
            checker.error(Rule::FindInMap, at.node(), |_| {
                let message = format!("the mapping has no key `{}`", describe::name(key));
                (message, NearNames::among(key, known))
            });
        });
    }
}

/// The keys of a mapping.
pub(super) struct Keys<'t> {
    /// The names under each first key; none if others may be included there.
    values: HashMap<&'t str, Option<HashSet<&'t str>>>,
    /// Whether others may be included.
    is_open: bool,
}

/// A mapping of the template.
pub(super) struct MappingInfo<'t> {
    member: &'t Member,
    keys: OnceCell<Rc<Keys<'t>>>,
}

impl<'t> MappingInfo<'t> {
    pub(super) fn new(member: &'t Member) -> Self {
        Self {
            member,
            keys: OnceCell::new(),
        }
    }

    /// The keys, collected when they are first asked for.
    fn keys(&self, template: &'t Template) -> Rc<Keys<'t>> {
        let keys = self.keys.get_or_init(|| {
            let view = template.view(&self.member.value);
            let values = view.members().map(|(key, values)| {
                let names = values.members().map(|(name, _)| name);
                let is_open = call::extension(values).is_some();
                (key, (!is_open).then(|| names.collect()))
            });
            Rc::new(Keys {
                values: values.collect(),
                is_open: call::extension(view).is_some(),
            })
        });
        keys.clone()
    }
}
