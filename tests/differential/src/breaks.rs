//! Instances that are broken in one place.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::generate::{Maker, Size, number, ours};
use crate::random::Random;
use crate::schemas::{
    Branches, Facets, Schemas, count, element, every, first, member, names, texts, types,
};

/// How an instance was broken. Some breaks only go to the edge of what is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Missing,
    Unknown,
    WrongCase,
    WrongType,
    Enum,
    Pattern,
    Length,
    Range,
    MultipleOf,
    Items,
    Duplicate,
    Key,
    Properties,
    Branch,
    Dependency,
}

/// One change of an instance.
pub(crate) struct Edit {
    pub(crate) kind: Kind,
    /// JSON pointer.
    at: String,
    value: Value,
}

impl Edit {
    pub(crate) fn applied(&self, instance: &Value) -> Value {
        let mut changed = instance.clone();
        if let Some(place) = changed.pointer_mut(&self.at) {
            *place = self.value.clone();
        }
        changed
    }
}

/// Texts are not made longer than this, nor lists.
const LONGEST: usize = 5000;
const MOST_ITEMS: usize = 300;

/// Some changes, of as many kinds as there are.
pub(crate) fn choose(
    schemas: Schemas<'_>,
    instance: &Value,
    wanted: usize,
    random: &mut Random,
) -> Vec<Edit> {
    let mut breaker = Breaker {
        schemas,
        random,
        edits: BTreeMap::new(),
    };
    breaker.walk(instance, &schemas.root(), "", 0);
    let mut kinds: Vec<Vec<Edit>> = breaker.edits.into_values().collect();
    let mut chosen = Vec::new();
    while chosen.len() < wanted && !kinds.is_empty() {
        for edits in &mut kinds {
            let index = random.below(edits.len());
            chosen.push(edits.swap_remove(index));
        }
        kinds.retain(|edits| !edits.is_empty());
    }
    // The last round may have brought a few too many; the rarest kinds come last in no order.
    while chosen.len() > wanted {
        chosen.swap_remove(random.below(chosen.len()));
    }
    chosen
}

struct Breaker<'s, 'r> {
    schemas: Schemas<'s>,
    random: &'r mut Random,
    edits: BTreeMap<Kind, Vec<Edit>>,
}

impl<'s> Breaker<'s, '_> {
    fn edit(&mut self, kind: Kind, at: &str, value: Value) {
        self.edits.entry(kind).or_default().push(Edit {
            kind,
            at: at.to_owned(),
            value,
        });
    }

    fn walk(&mut self, value: &Value, schemas: &[&'s Value], at: &str, depth: usize) {
        if depth > 12 {
            return;
        }
        let facets = self.schemas.facets(schemas, Branches::All);
        self.wrong_type(value, &facets, at);
        match value {
            Value::String(text) => self.text(text, &facets, at),
            Value::Number(_) => self.number(value, &facets, at),
            Value::Array(items) => {
                self.list(items, &facets, at);
                for (index, item) in items.iter().enumerate().take(3) {
                    let below = format!("{at}/{index}");
                    self.walk(item, &element(&facets, index), &below, depth + 1);
                }
            }
            Value::Object(_) => {
                self.object(value, &facets, at, depth);
                for (name, value) in value.as_object().into_iter().flatten() {
                    let below = format!("{at}/{}", crate::reference::escaped(name));
                    self.walk(value, &member(&facets, name), &below, depth + 1);
                }
            }
            _ => {}
        }
    }

    fn wrong_type(&mut self, value: &Value, facets: &Facets<'s>, at: &str) {
        let others = [
            json!("text"),
            json!("5"),
            json!("true"),
            json!(17),
            json!(17.5),
            json!(2.0),
            json!(true),
            json!([]),
            json!([value]),
            json!({}),
            json!({"A": value}),
            Value::Null,
        ];
        // Twelve of them would drown the other kinds.
        for _ in 0..2 {
            if let Some(other) = self.random.choose(&others)
                && !types(facets).is_empty()
            {
                self.edit(Kind::WrongType, at, other.clone());
            }
        }
    }

    fn text(&mut self, text: &str, facets: &Facets<'s>, at: &str) {
        let allowed = every(facets, "enum")
            .into_iter()
            .chain(every(facets, &ours("enumCaseInsensitive")));
        if allowed.count() + every(facets, "const").len() > 0 {
            let swapped = if text.to_lowercase() == text {
                text.to_uppercase()
            } else {
                text.to_lowercase()
            };
            for other in [swapped, format!("{text}x"), String::new()] {
                self.edit(Kind::Enum, at, other.into());
            }
        }
        if first(facets, "pattern").is_some() {
            let shorter: String = text.chars().skip(1).collect();
            let others = [
                format!("{text}\n"),
                format!("{text}%"),
                format!(" {text}"),
                shorter,
                "é".to_owned(),
            ];
            for other in others {
                self.edit(Kind::Pattern, at, other.into());
            }
        }
        let filler = text.chars().next().unwrap_or('x');
        let resized = |length: usize| {
            let text = text.chars().chain(std::iter::repeat(filler));
            Value::from(text.take(length).collect::<String>())
        };
        if let Some(least) = count(facets, "minLength").filter(|least| (1..LONGEST).contains(least))
        {
            self.edit(Kind::Length, at, resized(least - 1));
            self.edit(Kind::Length, at, resized(least));
        }
        if let Some(most) = count(facets, "maxLength").filter(|most| *most < LONGEST) {
            self.edit(Kind::Length, at, resized(most));
            self.edit(Kind::Length, at, resized(most + 1));
            self.edit(Kind::Length, at, "😀".repeat(most).into());
        }
    }

    fn number(&mut self, value: &Value, facets: &Facets<'s>, at: &str) {
        for keyword in ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"] {
            if let Some(limit) = first(facets, keyword).and_then(Value::as_f64) {
                for other in [limit - 1.0, limit, limit + 1.0, limit - 0.5, limit + 0.5] {
                    self.edit(Kind::Range, at, number(other));
                }
            }
        }
        if first(facets, "multipleOf").is_some()
            && let Some(value) = value.as_f64()
        {
            self.edit(Kind::MultipleOf, at, number(value + 1.0));
            self.edit(Kind::MultipleOf, at, number(value + 0.3));
        }
        if first(facets, "enum").is_some() {
            self.edit(Kind::Enum, at, json!(-77));
        }
    }

    fn list(&mut self, items: &[Value], facets: &Facets<'s>, at: &str) {
        if let Some(least) = count(facets, "minItems").filter(|least| *least > 0) {
            let fewer: Vec<Value> = items.iter().take(least - 1).cloned().collect();
            self.edit(Kind::Items, at, fewer.into());
        }
        if let Some(most) = count(facets, "maxItems").filter(|most| *most < MOST_ITEMS) {
            let mut more = items.to_vec();
            for _ in 0..=most {
                if more.len() > most {
                    break;
                }
                let item = Maker::new(self.schemas, self.random, Size::Minimal)
                    .value(&element(facets, more.len()), 6);
                more.push(item);
            }
            self.edit(Kind::Items, at, more.into());
        }
        if let Some(item) = items.first() {
            let mut twice = items.to_vec();
            twice.push(item.clone());
            self.edit(Kind::Duplicate, at, twice.into());
            let number = match item {
                Value::Number(number) => {
                    number.as_i64().map(|integer| json!(format!("{integer}.0")))
                }
                _ => None,
            };
            if let Some(Value::String(text)) = number {
                let mut twice = items.to_vec();
                twice.push(serde_json::from_str(&text).unwrap_or_default());
                self.edit(Kind::Duplicate, at, twice.into());
            }
        }
    }

    fn object(&mut self, value: &Value, facets: &Facets<'s>, at: &str, depth: usize) {
        let Some(members) = value.as_object() else {
            return;
        };
        for name in members.keys() {
            let mut without = members.clone();
            without.remove(name);
            self.edit(Kind::Missing, at, without.clone().into());
            if names(facets).contains(&name.as_str()) {
                let mut letters = name.chars();
                let changed = letters.next().map(|first| {
                    let changed = if first.is_uppercase() {
                        first.to_ascii_lowercase()
                    } else {
                        first.to_ascii_uppercase()
                    };
                    format!("{changed}{}", letters.as_str())
                });
                if let (Some(changed), Some(value)) = (changed, members.get(name)) {
                    without.insert(changed, value.clone());
                    self.edit(Kind::WrongCase, at, without.into());
                }
            }
        }
        for (kind, key) in [
            (Kind::Unknown, "Zyx/~"),
            (Kind::Key, ""),
            (Kind::Key, "§ \n"),
        ] {
            let mut more = members.clone();
            let value = members.values().next().cloned().unwrap_or(json!("x"));
            more.insert(key.to_owned(), value);
            if kind == Kind::Unknown || first(facets, "patternProperties").is_some() {
                self.edit(kind, at, more.into());
            }
        }
        self.branches(members, facets, at, depth);
        if let Some(most) = count(facets, "maxProperties").filter(|most| *most < MOST_ITEMS) {
            let mut more = members.clone();
            let value = members.values().next().cloned().unwrap_or(json!("x"));
            for number in 0..=most {
                more.insert(format!("key{number}"), value.clone());
            }
            self.edit(Kind::Properties, at, more.into());
        }
        if count(facets, "minProperties").is_some_and(|least| least > 0) {
            self.edit(Kind::Properties, at, json!({}));
        }
    }

    /// Members of other branches, and members that exclude or need each other.
    fn branches(
        &mut self,
        members: &serde_json::Map<String, Value>,
        facets: &Facets<'s>,
        at: &str,
        depth: usize,
    ) {
        let has_branches = first(facets, "oneOf")
            .or_else(|| first(facets, "anyOf"))
            .is_some();
        let mut wanted: Vec<(Kind, &str)> = Vec::new();
        if has_branches {
            wanted.extend(names(facets).into_iter().map(|name| (Kind::Branch, name)));
        }
        for keyword in ["dependentRequired", "dependentExcluded"] {
            for lists in every(facets, &ours(keyword))
                .into_iter()
                .filter_map(Value::as_object)
            {
                for (name, others) in lists {
                    wanted.push((Kind::Dependency, name));
                    wanted.extend(texts(others).map(|name| (Kind::Dependency, name)));
                }
            }
        }
        for keyword in ["requiredXor", "requiredOr"] {
            for lists in every(facets, &ours(keyword))
                .into_iter()
                .filter_map(Value::as_array)
            {
                for list in lists {
                    wanted.extend(texts(list).map(|name| (Kind::Dependency, name)));
                }
            }
        }
        for lists in every(facets, "dependentSchemas")
            .into_iter()
            .filter_map(Value::as_object)
        {
            wanted.extend(lists.keys().map(|name| (Kind::Dependency, name.as_str())));
        }
        for (kind, name) in wanted {
            if !members.contains_key(name) {
                let value = Maker::new(self.schemas, self.random, Size::Minimal)
                    .value(&member(facets, name), depth + 1);
                let mut more = members.clone();
                more.insert(name.to_owned(), value);
                self.edit(kind, at, more.into());
            }
        }
    }
}
