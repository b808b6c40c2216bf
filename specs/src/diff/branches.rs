//! What is demanded of a value besides: `allOf`, `anyOf`, `oneOf`, `not`, `if`, `then`, `else` and schemas that
//! hold if a member is present.

use std::collections::HashMap;

use super::describe::{Described, Schemas};
use super::effect;
use super::pairing::{Classes, Lists, Pairs};
use super::place::{Place, Step};
use super::walk::Walk;
use super::{Part, canonical};
use crate::model::Schema;

/// The branches at one place.
pub(super) struct Branching<'w, 's> {
    pub(super) walk: &'w mut Walk<'s>,
    pub(super) place: Place,
}

impl<'s> Branching<'_, 's> {
    /// Pairs the branches of both sides, for which to be compared is due, and reports those that are on one alone.
    pub(super) fn compare(mut self, before: &Described<'s>, after: &Described<'s>) {
        let both = before.branches.by_keyword.iter();
        let both = both.zip(&after.branches.by_keyword);
        for ((keyword, old), (_, new)) in both {
            if !old.is_empty() || !new.is_empty() {
                self.keyword(keyword, old, new);
            }
        }
        self.dependent(&before.branches.dependent, &after.branches.dependent);
    }

    fn keyword(&mut self, keyword: &'static str, old: &[&'s Schema], new: &[&'s Schema]) {
        let has_one = matches!(keyword, "not" | "if" | "then" | "else");
        let pairs = if has_one || old.is_empty() || new.is_empty() {
            Pairs::by_position(old.len(), new.len())
        } else {
            self.pairs(old, new)
        };
        let is_alone = has_one && old.len() <= 1 && new.len() <= 1;
        for (one, other) in pairs.both {
            if let (Some(old), Some(new)) = (old.get(one), new.get(other)) {
                let step = Step::Branch(keyword, (!is_alone).then_some(other));
                let below = self.walk.places.below(self.place, step);
                self.walk.push(below, old, new);
            }
        }
        let texts = |side: &Schemas<'s>, list: &[&'s Schema], left: &[usize]| -> Vec<String> {
            let left = left.iter().filter_map(|at| list.get(*at));
            left.map(|schema| canonical::shown(schema, &side.shapes))
                .collect()
        };
        let (before, after) = &self.walk.schemas;
        let gone = texts(before, old, &pairs.gone);
        let came = texts(after, new, &pairs.came);
        let effect = match keyword {
            "anyOf" => effect::of_any(&gone, old.is_empty(), new.is_empty()),
            "oneOf" => effect::of_one(new.is_empty()),
            _ => effect::of_demands(&came),
        };
        self.one_sided(keyword, gone, came, effect);
    }

    fn pairs(&mut self, old: &[&'s Schema], new: &[&'s Schema]) -> Pairs {
        let (before, after) = self.walk.sides();
        let classes = self
            .walk
            .classes
            .get_or_insert_with(|| Classes::of(&before.definitions, &after.definitions));
        let schemas = (&self.walk.schemas.0, &self.walk.schemas.1);
        let lists = Lists {
            old,
            new,
            schemas,
            classes,
        };
        lists.pair()
    }

    fn dependent(&mut self, old: &[(&'s str, &'s Schema)], new: &[(&'s str, &'s Schema)]) {
        let mut came: HashMap<&str, &'s Schema> = new.iter().copied().collect();
        let text = |side: &Schemas<'s>, name: &str, schema: &Schema| {
            format!("{name}: {}", canonical::shown(schema, &side.shapes))
        };
        let mut gone = Vec::new();
        for (name, schema) in old {
            match came.remove(name) {
                Some(other) => {
                    let below = self.walk.places.below(self.place, Step::Dependent(name));
                    self.walk.push(below, schema, other);
                }
                None => gone.push(text(&self.walk.schemas.0, name, schema)),
            }
        }
        let came = new.iter().filter(|(name, _)| came.contains_key(name));
        let came: Vec<String> = came
            .map(|(name, schema)| text(&self.walk.schemas.1, name, schema))
            .collect();
        let effect = effect::of_demands(&came);
        self.one_sided("dependentSchemas", gone, came, effect);
    }

    /// Reports branches that are on one side alone.
    fn one_sided(
        &mut self,
        name: &'static str,
        old: Vec<String>,
        new: Vec<String>,
        effect: super::Effect,
    ) {
        if !old.is_empty() || !new.is_empty() {
            let places = &self.walk.places;
            let effect = if places.is_output(self.place) {
                effect::of_output(name)
            } else {
                effect.in_role(places.role(self.place))
            };
            let part = Part::Fact { name, old, new };
            self.walk.report(self.place, part, effect);
        }
    }
}
