//! Which branch of one list is which of another. Branches have no names, so they are told apart by what they say.

use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::Hash;

use super::canonical;
use super::describe::Schemas;
use crate::model::{Definition, Schema};

/// How often definitions are told apart by what they refer to. What differs deeper than that is found all the
/// same, since paired branches are compared.
const ROUNDS: usize = 8;

/// Beyond so many branches that are like no other, nobody looks for what two of them share.
const MOST_ODD: usize = 32;

/// Definitions of both sides by what they demand: those that demand the same have the same number, whatever they
/// are called.
pub(super) struct Classes<'s> {
    old: HashMap<&'s str, usize>,
    new: HashMap<&'s str, usize>,
}

impl<'s> Classes<'s> {
    pub(super) fn of(old: &'s [Definition], new: &'s [Definition]) -> Self {
        let named = |definitions: &'s [Definition]| -> HashMap<&'s str, usize> {
            let definitions = definitions.iter();
            definitions.map(|one| (one.name.as_str(), 0)).collect()
        };
        let mut classes = Self {
            old: named(old),
            new: named(new),
        };
        let mut known = 1;
        for _ in 0..ROUNDS {
            let mut numbers = HashMap::new();
            let mut number = |definitions: &'s [Definition], of: &HashMap<&'s str, usize>| {
                let mut next = HashMap::new();
                for definition in definitions {
                    let text = text(&definition.schema, of);
                    let fresh = numbers.len();
                    let number = *numbers.entry(text).or_insert(fresh);
                    next.insert(definition.name.as_str(), number);
                }
                next
            };
            let next = (number(old, &classes.old), number(new, &classes.new));
            (classes.old, classes.new) = next;
            if numbers.len() == known {
                break;
            }
            known = numbers.len();
        }
        classes
    }
}

/// A schema with numbers for names.
fn text(schema: &Schema, classes: &HashMap<&str, usize>) -> String {
    canonical::text(schema, &|name| {
        classes
            .get(name)
            .map_or_else(|| name.to_owned(), usize::to_string)
    })
}

/// Positions in two lists that belong together, and those of which the other list has nothing.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Pairs {
    pub(super) both: Vec<(usize, usize)>,
    pub(super) gone: Vec<usize>,
    pub(super) came: Vec<usize>,
}

/// Two lists of branches, with what is needed to tell them apart.
pub(super) struct Lists<'a, 's> {
    pub(super) old: &'a [&'s Schema],
    pub(super) new: &'a [&'s Schema],
    pub(super) schemas: (&'a Schemas<'s>, &'a Schemas<'s>),
    pub(super) classes: &'a Classes<'s>,
}

impl Lists<'_, '_> {
    /// Pairs what demands the same; then what refers to the same name; then what is built alike; then what
    /// speaks of the same members.
    pub(super) fn pair(&self) -> Pairs {
        let mut pairs = Pairs {
            both: Vec::new(),
            gone: (0..self.old.len()).collect(),
            came: (0..self.new.len()).collect(),
        };
        pairs.by(
            |at| Some(text(self.old.get(at)?, &self.classes.old)),
            |at| Some(text(self.new.get(at)?, &self.classes.new)),
        );
        pairs.by(
            |at| self.old.get(at)?.reference.as_deref(),
            |at| self.new.get(at)?.reference.as_deref(),
        );
        pairs.by(
            |at| Some(outline(self.old.get(at)?, &self.classes.old)),
            |at| Some(outline(self.new.get(at)?, &self.classes.new)),
        );
        self.by_members(&mut pairs);
        pairs
    }

    /// Pairs what names a common member, and two references that are left alone.
    fn by_members(&self, pairs: &mut Pairs) {
        if pairs.gone.len() > MOST_ODD || pairs.came.len() > MOST_ODD {
            return;
        }
        let names = |schemas: &Schemas<'_>, list: &[&Schema], at: usize| -> HashSet<String> {
            let Some(schema) = list.get(at) else {
                return HashSet::new();
            };
            let target = schema.reference.as_deref();
            let target = target.and_then(|name| schemas.shapes.definition(name));
            let layers = [Some(*schema), target].into_iter().flatten();
            let properties = layers.flat_map(|layer| &layer.properties);
            properties.map(|property| property.name.clone()).collect()
        };
        let mut came: Vec<(usize, HashSet<String>)> = pairs
            .came
            .iter()
            .map(|at| (*at, names(self.schemas.1, self.new, *at)))
            .collect();
        for old in std::mem::take(&mut pairs.gone) {
            let names = names(self.schemas.0, self.old, old);
            let found = came
                .iter()
                .position(|(_, others)| !others.is_disjoint(&names));
            match found {
                Some(at) => pairs.both.push((old, came.remove(at).0)),
                None => pairs.gone.push(old),
            }
        }
        pairs.came = came.into_iter().map(|(at, _)| at).collect();
        let refers = |list: &[&Schema], at: usize| {
            list.get(at)
                .is_some_and(|schema| schema.reference.is_some())
        };
        if let ([old], [new]) = (pairs.gone.as_slice(), pairs.came.as_slice())
            && refers(self.old, *old)
            && refers(self.new, *new)
        {
            pairs.both.push((*old, *new));
            pairs.gone.clear();
            pairs.came.clear();
        }
    }
}

impl Pairs {
    /// Positions that belong together because nothing else can.
    pub(super) fn by_position(old: usize, new: usize) -> Self {
        let least = old.min(new);
        Self {
            both: (0..least).map(|at| (at, at)).collect(),
            gone: (least..old).collect(),
            came: (least..new).collect(),
        }
    }

    /// Pairs what has the same key, in the order of the lists.
    fn by<K: Hash + Eq>(
        &mut self,
        old: impl Fn(usize) -> Option<K>,
        new: impl Fn(usize) -> Option<K>,
    ) {
        if self.gone.is_empty() || self.came.is_empty() {
            return;
        }
        let mut came: HashMap<K, VecDeque<usize>> = HashMap::new();
        for at in &self.came {
            if let Some(key) = new(*at) {
                came.entry(key).or_default().push_back(*at);
            }
        }
        let mut taken = HashSet::new();
        let both = &mut self.both;
        self.gone.retain(|at| {
            let found = old(*at).and_then(|key| came.get_mut(&key)?.pop_front());
            if let Some(found) = found {
                both.push((*at, found));
                taken.insert(found);
            }
            found.is_none()
        });
        self.came.retain(|at| !taken.contains(at));
    }
}

/// How a branch is built: which members it speaks of and by what it decides, but not what it demands of them.
fn outline(schema: &Schema, classes: &HashMap<&str, usize>) -> String {
    let mut required = schema.required.clone();
    required.sort_unstable();
    let properties = schema.properties.iter();
    let mut properties: Vec<&str> = properties.map(|one| one.name.as_str()).collect();
    properties.sort_unstable();
    let condition = schema.conditional.as_ref();
    let condition = condition.map(|conditional| text(&conditional.condition, classes));
    let counts = [
        schema.all_of.len(),
        schema.any_of.len(),
        schema.one_of.len(),
        schema.pattern_properties.len(),
        schema.prefix_items.len(),
    ];
    let types = &schema.types;
    let has = (schema.items.is_some(), schema.not.is_some());
    format!("{types:?} {required:?} {properties:?} {condition:?} {counts:?} {has:?}")
}
