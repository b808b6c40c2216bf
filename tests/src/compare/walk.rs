//! Two files side by side: types by name, properties by name, values along references.

use std::collections::{BTreeSet, HashSet, VecDeque};
use std::mem::discriminant;

use super::types::{Source, Type, either};
use super::{Difference, Facts, Listed, Member, Node, Said};

/// Everything that two sources state differently, type by type.
#[must_use]
pub fn differences(old: &Source, new: &Source) -> Vec<Difference> {
    let (old, new) = (old.types(), new.types());
    let names: BTreeSet<&str> = old.keys().chain(new.keys()).copied().collect();
    let mut found = Vec::new();
    for name in names {
        let is_across = match (old.get(name), new.get(name)) {
            (Some(one), Some(other)) => discriminant(one) != discriminant(other),
            _ => false,
        };
        let mut walk = Walk {
            type_name: name,
            is_across,
            due: VecDeque::new(),
            met: HashSet::new(),
            found: Vec::new(),
        };
        match (old.get(name), new.get(name)) {
            (Some(one), Some(other)) => walk.types(*one, *other),
            (one, _) => walk.one_sided("", one.is_some()),
        }
        found.append(&mut walk.found);
    }
    found
}

/// A value on both sides.
struct Pair<'f> {
    place: String,
    path: Vec<String>,
    old: Node<'f>,
    new: Node<'f>,
}

struct Walk<'f> {
    type_name: &'f str,
    /// Whether the two are of different formats.
    is_across: bool,
    due: VecDeque<Pair<'f>>,
    /// Where both sides say it, and what their lists of pointers say of it by the way that led there.
    met: HashSet<((usize, Listed<'f>), (usize, Listed<'f>))>,
    found: Vec<Difference>,
}

impl<'f> Walk<'f> {
    fn types(&mut self, old: Type<'f>, new: Type<'f>) {
        self.facts("", &old.facts(), &new.facts());
        self.push(String::new(), Vec::new(), old.body(), new.body());
        let (olds, news) = (old.attributes(), new.attributes());
        for name in either(&olds, &news) {
            let place = format!("@{name}");
            match (olds.get(name), news.get(name)) {
                (Some(one), Some(other)) => {
                    let path = name.split('.').map(str::to_owned).collect();
                    self.push(place, path, *one, *other);
                }
                (one, _) => self.one_sided(&place, one.is_some()),
            }
        }
        while let Some(pair) = self.due.pop_front() {
            self.pair(&pair);
        }
    }

    fn push(&mut self, place: String, path: Vec<String>, old: Node<'f>, new: Node<'f>) {
        let of = |node: Node<'f>| (node.address(), node.listed(&path));
        if self.met.insert((of(old), of(new))) {
            self.due.push_back(Pair {
                place,
                path,
                old,
                new,
            });
        }
    }

    fn pair(&mut self, pair: &Pair<'f>) {
        let Pair {
            place,
            path,
            old,
            new,
        } = pair;
        let (before, after) = (old.said(path), new.said(path));
        self.facts(place, &before.facts, &after.facts);
        for name in either(&before.members, &after.members) {
            let place = format!("{place}/{}", name.replace('~', "~0").replace('/', "~1"));
            match (before.members.get(name), after.members.get(name)) {
                (Some(one), Some(other)) => {
                    let path = [path.as_slice(), std::slice::from_ref(name)].concat();
                    self.member(&place, path, one, other);
                }
                (one, _) => self.one_sided(&place, one.is_some()),
            }
        }
        if let (Some(one), Some(other)) = (before.element, after.element) {
            let path = [path.as_slice(), &["*".to_owned()]].concat();
            self.push(format!("{place}/*"), path, one, other);
        }
        self.branches(place, path, &before, &after);
    }

    fn member(&mut self, place: &str, path: Vec<String>, old: &Member<'f>, new: &Member<'f>) {
        self.facts(place, &old.facts, &new.facts);
        // A member that several branches describe differently is no fact of one place.
        if let ([one], [other]) = (old.nodes.as_slice(), new.nodes.as_slice()) {
            self.push(place.to_owned(), path, *one, *other);
        }
    }

    /// Lists of branches that are equally long are compared one by one; others are another list.
    fn branches(&mut self, place: &str, path: &[String], before: &Said<'f>, after: &Said<'f>) {
        for keyword in ["allOf", "anyOf", "oneOf"] {
            let of = |said: &Said<'f>| -> Vec<Node<'f>> {
                let lists = said.branches.iter();
                let lists = lists.filter(|(name, _)| *name == keyword);
                lists.flat_map(|(_, nodes)| nodes.iter().copied()).collect()
            };
            let (old, new) = (of(before), of(after));
            if old.len() == new.len() {
                for (at, (one, other)) in old.into_iter().zip(new).enumerate() {
                    let place = format!("{place}[{keyword}/{at}]");
                    self.push(place, path.to_vec(), one, other);
                }
                continue;
            }
            let count = |nodes: &[Node<'f>]| match nodes.len() {
                0 => BTreeSet::new(),
                count => BTreeSet::from([count.to_string()]),
            };
            let (old, new) = (count(&old), count(&new));
            self.report(place, keyword, old, new);
        }
    }

    fn facts(&mut self, place: &str, old: &Facts, new: &Facts) {
        let names: BTreeSet<&'static str> = old.keys().chain(new.keys()).copied().collect();
        for name in names {
            let said = |facts: &Facts| facts.get(name).cloned().unwrap_or_default();
            let (old, new) = (said(old), said(new));
            let is_one_sided = old.is_empty() || new.is_empty();
            // A kind that one side leaves to its branches is compared branch by branch. Registry schemas hold no
            // pages of properties; their readers know where those are.
            let is_open = match name {
                "kind" => is_one_sided,
                "documentation" | "typeDocumentation" => is_one_sided && self.is_across,
                _ => false,
            };
            if old != new && !is_open {
                self.report(place, name, old, new);
            }
        }
    }

    fn one_sided(&mut self, place: &str, is_gone: bool) {
        let fact = if is_gone { "removed" } else { "added" };
        self.report(place, fact, BTreeSet::new(), BTreeSet::new());
    }

    fn report(
        &mut self,
        place: &str,
        fact: &'static str,
        old: BTreeSet<String>,
        new: BTreeSet<String>,
    ) {
        self.found.push(Difference {
            type_name: self.type_name.to_owned(),
            place: place.to_owned(),
            fact,
            old,
            new,
        });
    }
}
