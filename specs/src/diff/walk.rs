//! The way through two states of one type: places pair by pair, the nearest first, branches last.

use std::collections::{HashMap, HashSet, VecDeque};
use std::ptr;
use std::sync::LazyLock;

use super::branches::Branching;
use super::describe::{Described, Member, Schemas};
use super::facts::{self, Facts};
use super::names::Names;
use super::pairing::Classes;
use super::place::{Place, Places, Role, Step};
use super::{Change, Effect, Part, effect, resource};
use crate::model::{Property, ResourceType, Schema};

/// What is demanded where nothing is said.
static NOTHING: LazyLock<Schema> = LazyLock::new(Schema::default);

/// Two schemas that speak of the same value.
pub(super) struct Pair<'s> {
    pub(super) place: Place,
    pub(super) old: &'s Schema,
    pub(super) new: &'s Schema,
}

/// A change and the place that it is at.
struct Found {
    place: Place,
    change: Change,
}

pub(super) struct Walk<'s> {
    old: &'s ResourceType,
    new: &'s ResourceType,
    pub(super) schemas: (Schemas<'s>, Schemas<'s>),
    /// Made when branches are met.
    pub(super) classes: Option<Classes<'s>>,
    pub(super) places: Places,
    due: VecDeque<Pair<'s>>,
    /// Branches wait: what can be said of a value in plain words is said first.
    branches: VecDeque<Pair<'s>>,
    /// Pairs of schemas that are due, or were compared.
    met: HashSet<(*const Schema, *const Schema)>,
    /// Pairs of records whose properties were compared.
    records: HashSet<(*const Schema, *const Schema)>,
    /// Pairs of definitions that say the same by themselves: their content is due, or was compared.
    equal: HashSet<(&'s str, &'s str)>,
    /// The definitions that were described, on each side.
    pub(super) described: (HashSet<&'s str>, HashSet<&'s str>),
    found: Vec<Found>,
}

/// Compares two states of one type.
pub(super) fn types(old: &ResourceType, new: &ResourceType) -> Vec<Change> {
    let has_prose = old.description.is_some() && new.description.is_some();
    let mut walk = Walk {
        old,
        new,
        schemas: (Schemas::of(old, has_prose), Schemas::of(new, has_prose)),
        classes: None,
        places: Places::new(),
        due: VecDeque::new(),
        branches: VecDeque::new(),
        met: HashSet::new(),
        records: HashSet::new(),
        equal: HashSet::new(),
        described: Default::default(),
        found: Vec::new(),
    };
    let own = (
        resource::facts(old, has_prose),
        resource::facts(new, has_prose),
    );
    walk.facts(Places::ROOT, &own.0, &own.1);
    walk.push(Places::ROOT, &old.body, &new.body);
    walk.attributes();
    walk.all_due();
    walk.unreferenced();
    walk.all_due();
    walk.scoped();
    walk.finish()
}

impl<'s> Walk<'s> {
    /// Two schemas are to be compared, unless they were.
    pub(super) fn push(&mut self, place: Place, old: &'s Schema, new: &'s Schema) {
        if !self.met.insert((ptr::from_ref(old), ptr::from_ref(new))) {
            return;
        }
        let pair = Pair { place, old, new };
        match self.places.role(place) {
            Role::Value => self.due.push_back(pair),
            Role::Branch | Role::Question => self.branches.push_back(pair),
        }
    }

    fn all_due(&mut self) {
        while let Some(pair) = self.due.pop_front().or_else(|| self.branches.pop_front()) {
            self.value(&pair);
        }
    }

    /// Compares a value; what is in it is due.
    fn value(&mut self, pair: &Pair<'s>) {
        let Pair { place, old, new } = *pair;
        let has_prose = self.schemas.0.has_prose;
        if let Some(one) = only_refers(old, has_prose)
            && let Some(other) = only_refers(new, has_prose)
            && self.equal.contains(&(one, other))
        {
            return;
        }
        let role = self.places.role(place);
        let mut before = self.schemas.0.describe(old, role);
        let mut after = self.schemas.1.describe(new, role);
        if place == Places::ROOT {
            // They are attributes.
            before.facts.forget("readOnly");
            after.facts.forget("readOnly");
        }
        self.described.0.extend(&before.names);
        self.described.1.extend(&after.names);
        let known = self.found.len();
        self.facts(place, &before.facts, &after.facts);
        self.properties(place, &before, &after);
        self.members(place, &before, &after);
        Branching { walk: self, place }.compare(&before, &after);
        if known == self.found.len()
            && let (Some(one), Some(other)) = (before.definition, after.definition)
        {
            self.equal.insert((one, other));
        }
    }

    /// The type before and afterwards.
    pub(super) fn sides(&self) -> (&'s ResourceType, &'s ResourceType) {
        (self.old, self.new)
    }

    /// Reports each fact that says something else.
    pub(super) fn facts(&mut self, place: Place, old: &Facts, new: &Facts) {
        let role = self.places.role(place);
        for name in old.differing(new) {
            if name == "type" && says_kind(old, new) {
                continue;
            }
            let kind = old.said("kind").first().map(String::as_str);
            let stays = old.said("kind") == new.said("kind");
            let kind = kind.filter(|kind| stays && *kind != "any JSON");
            let (old_values, new_values) = (old.said(name).to_vec(), new.said(name).to_vec());
            let effect = if self.places.is_output(place) {
                effect::of_output(name)
            } else {
                effect::of_fact(name, &old_values, &new_values, kind).in_role(role)
            };
            let part = Part::Fact {
                name,
                old: old_values,
                new: new_values,
            };
            self.report(place, part, effect);
        }
    }

    fn properties(&mut self, place: Place, before: &Described<'s>, after: &Described<'s>) {
        let (old, new) = (
            before.record.unwrap_or(&NOTHING),
            after.record.unwrap_or(&NOTHING),
        );
        if !self
            .records
            .insert((ptr::from_ref(old), ptr::from_ref(new)))
        {
            return;
        }
        let role = self.places.role(place);
        let (was_open, is_open) = (before.openness(role), after.openness(role));
        let is_output = self.places.is_output(place);
        let demanded = |effect| if is_output { Effect::None } else { effect };
        let (olds, news) = (Names::of(old), Names::of(new));
        for one in &old.properties {
            let below = self.places.below(place, Step::Property(&one.name));
            match news.exact.get(one.name.as_str()) {
                Some(other) => self.property(below, one, other),
                None if news.like(one, &olds).is_some() => {}
                None => {
                    let effect = demanded(effect::of_removed(is_open, role));
                    self.report(below, Part::Removed, effect);
                }
            }
        }
        for one in &new.properties {
            if olds.exact.contains_key(one.name.as_str()) {
                continue;
            }
            let below = self.places.below(place, Step::Property(&one.name));
            if let Some(other) = olds.like(one, &news) {
                let from = other.name.clone();
                self.report(below, Part::Renamed { from }, demanded(Effect::Gone));
                self.property(below, other, one);
            } else {
                let required = one.required;
                let effect = demanded(effect::of_added(required, was_open, role));
                self.report(below, Part::Added { required }, effect);
            }
        }
    }

    fn property(&mut self, place: Place, old: &'s Property, new: &'s Property) {
        self.facts(place, &facts::property(old), &facts::property(new));
        self.push(place, &old.schema, &new.schema);
    }

    /// What elements are, and members without names of their own.
    fn members(&mut self, place: Place, before: &Described<'s>, after: &Described<'s>) {
        let is_same_kind = before.facts.said("kind") == after.facts.said("kind");
        let mut came = after.members.clone();
        let mut gone = Vec::new();
        let is_single = before.members.len() <= 1 && after.members.len() <= 1;
        for (member, old) in &before.members {
            let found = came.iter().position(|(other, _)| other == member);
            match found {
                Some(at) => {
                    let (_, new) = came.remove(at);
                    let below = self.member(place, *member, is_single);
                    self.push(below, old, new);
                }
                None => gone.push((*member, *old)),
            }
        }
        if gone.len().min(came.len()) == 1 {
            // What one side says of all members is what it says of those that the other tells apart.
            for (_, old) in &gone {
                for (member, new) in &came {
                    let below = self.member(place, *member, is_single);
                    self.push(below, old, new);
                }
            }
        } else if is_same_kind {
            // Patterns that come or go are told by name; of all others it was said before that they are anything.
            let is_told = |member: Member<'_>| matches!(member, Member::Matching(_));
            for (member, old) in gone.into_iter().filter(|(member, _)| !is_told(*member)) {
                let below = self.member(place, member, is_single);
                self.push(below, old, &NOTHING);
            }
            for (member, new) in came.into_iter().filter(|(member, _)| !is_told(*member)) {
                let below = self.member(place, member, is_single);
                self.push(below, &NOTHING, new);
            }
        }
        self.first(place, before, after);
    }

    /// What the first elements of a list are, one by one; where one side has no word, what all elements are.
    fn first(&mut self, place: Place, before: &Described<'s>, after: &Described<'s>) {
        let all = |described: &Described<'s>| {
            let mut elements = described.members.iter();
            let elements = elements.find(|(member, _)| *member == Member::Element);
            elements.map_or(&*NOTHING, |(_, schema)| *schema)
        };
        for at in 0..before.first.len().max(after.first.len()) {
            let one = |described: &Described<'s>| {
                described
                    .first
                    .get(at)
                    .copied()
                    .unwrap_or_else(|| all(described))
            };
            let below = self.places.below(place, Step::Index(at));
            self.push(below, one(before), one(after));
        }
    }

    fn member(&mut self, place: Place, member: Member<'_>, is_single: bool) -> Place {
        let step = match member {
            Member::Element => Step::Every,
            _ if is_single => Step::Every,
            Member::Matching(pattern) => Step::Matching(pattern),
            Member::Other => Step::Others,
        };
        self.places.below(place, step)
    }

    pub(super) fn report(&mut self, place: Place, part: Part, effect: Effect) {
        let change = self.change(self.places.text(place), part, effect);
        self.found.push(Found { place, change });
    }

    /// Reports what stands at a path of its own.
    pub(super) fn report_at(&mut self, path: String, part: Part, effect: Effect) {
        let change = self.change(path, part, effect);
        let place = Places::ROOT;
        self.found.push(Found { place, change });
    }

    /// The places of what is there on one side alone.
    pub(super) fn one_sided(&self) -> HashSet<String> {
        let changes = self.found.iter().map(|found| &found.change);
        let whole =
            changes.filter(|change| matches!(change.part, Part::Added { .. } | Part::Removed));
        whole.map(|change| change.path.clone()).collect()
    }

    fn change(&self, path: String, part: Part, effect: Effect) -> Change {
        Change {
            type_name: self.new.name.as_str().to_owned(),
            path,
            part,
            effect,
        }
    }

    /// The changes by place. What is said of a value in plain words is not said of its branches again.
    fn finish(self) -> Vec<Change> {
        let mut plain: HashMap<String, Vec<Part>> = HashMap::new();
        for Found { place, change } in &self.found {
            if self.places.role(*place) == Role::Value {
                let parts = plain.entry(change.path.clone()).or_default();
                parts.push(change.part.clone());
            }
        }
        let is_told = |place: Place, change: &Change| {
            let parts = plain.get(&self.places.value(place));
            parts.is_some_and(|parts| parts.contains(&change.part))
        };
        let places = &self.places;
        let mut changes: Vec<Change> = self
            .found
            .into_iter()
            .filter(|Found { place, change }| {
                places.role(*place) == Role::Value || !is_told(*place, change)
            })
            .map(|found| found.change)
            .collect();
        changes.sort_by(|left, right| left.path.cmp(&right.path));
        changes
    }
}

/// The name of the definition, if a schema says nothing else.
fn only_refers(schema: &Schema, has_prose: bool) -> Option<&str> {
    let name = schema.reference.as_deref()?;
    let prose = schema.description.as_ref().filter(|_| !has_prose);
    let bare = Schema {
        reference: schema.reference.clone(),
        description: prose.cloned(),
        ..Schema::default()
    };
    (*schema == bare).then_some(name)
}

/// Whether the kinds say already how the types differ.
fn says_kind(old: &Facts, new: &Facts) -> bool {
    let is_single = old.said("type").len() <= 1 && new.said("type").len() <= 1;
    is_single && old.said("kind") != new.said("kind")
}
