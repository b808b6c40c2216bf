//! Instances that most likely fulfil a schema.

use serde_json::{Map, Number, Value, json};

use crate::keywords::OURS;
use crate::patterns;
use crate::random::Random;
use crate::schemas::{
    Branches, Facets, Schemas, count, element, every, first, member, names, texts, types,
};

/// Text is not made longer than this.
const LONGEST: usize = 3000;

/// Deeper, only what is required is made.
const DEEP: usize = 6;

/// Deeper, nothing is made.
const DEEPEST: usize = 24;

/// How many values an instance has before only what is required is added.
const MANY: usize = 400;

/// How much of what may be there is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Size {
    Minimal,
    Everything,
    Random,
}

/// Makes instances.
pub(crate) struct Maker<'s, 'r> {
    schemas: Schemas<'s>,
    pub(crate) random: &'r mut Random,
    size: Size,
    made: usize,
}

impl<'s, 'r> Maker<'s, 'r> {
    pub(crate) fn new(schemas: Schemas<'s>, random: &'r mut Random, size: Size) -> Self {
        Self {
            schemas,
            random,
            size,
            made: 0,
        }
    }

    /// A value that fulfils all of the schemas, if that is not too hard.
    pub(crate) fn value(&mut self, schemas: &[&'s Value], depth: usize) -> Value {
        self.made += 1;
        let facets = self.schemas.facets(schemas, Branches::One(self.random));
        if let Some(constant) = first(&facets, "const") {
            return constant.clone();
        }
        let allowed =
            first(&facets, "enum").or_else(|| first(&facets, &ours("enumCaseInsensitive")));
        if let Some(allowed) = allowed.and_then(Value::as_array)
            && let Some(value) = self.random.choose(allowed)
        {
            return value.clone();
        }
        let types = types(&facets);
        match self
            .random
            .choose(&types)
            .copied()
            .or_else(|| guess(&facets))
        {
            _ if depth > DEEPEST => json!("too deep"),
            Some("string") => self.text(&facets).into(),
            Some("integer") => self.number(&facets, true),
            Some("number") => self.number(&facets, false),
            Some("boolean") => self.random.chance(50).into(),
            Some("array") => self.list(&facets, depth),
            Some("object") => self.object(&facets, depth),
            Some("null") => Value::Null,
            _ => self.anything(),
        }
    }

    fn anything(&mut self) -> Value {
        let values = [
            json!("x"),
            json!(1),
            json!(true),
            json!([1, "a"]),
            json!({"a": {"b": 2.5}}),
        ];
        self.random.choose(&values).cloned().unwrap_or_default()
    }

    fn text(&mut self, facets: &Facets<'s>) -> String {
        let pattern = first(facets, "pattern").and_then(Value::as_str);
        let least = count(facets, "minLength").unwrap_or(0).min(LONGEST);
        let most = count(facets, "maxLength").unwrap_or(usize::MAX).max(least);
        let mut text = String::new();
        for _ in 0..8 {
            text = match pattern {
                Some(pattern) => patterns::matching(pattern, self.random),
                None => patterns::typical(self.random),
            };
            if (least..=most).contains(&text.chars().count()) {
                return text;
            }
        }
        if pattern.is_none() || self.random.chance(30) {
            let filler = text.chars().next().unwrap_or('x');
            text.extend(std::iter::repeat_n(
                filler,
                least.saturating_sub(text.chars().count()),
            ));
            text = text.chars().take(most).collect();
        }
        text
    }

    fn number(&mut self, facets: &Facets<'s>, is_integer: bool) -> Value {
        let limit = |keyword| first(facets, keyword).and_then(Value::as_f64);
        let least = limit("minimum").or(limit("exclusiveMinimum").map(|bound| bound + 1.0));
        let most = limit("maximum").or(limit("exclusiveMaximum").map(|bound| bound - 1.0));
        let (least, most) = match (least, most) {
            (Some(least), Some(most)) => (least, most),
            (Some(least), None) => (least, least + 100.0),
            (None, Some(most)) => (most - 100.0, most),
            (None, None) => (0.0, 1000.0),
        };
        let step = limit("multipleOf").unwrap_or(if is_integer { 1.0 } else { 0.25 });
        let steps = ((most - least) / step).clamp(0.0, 1000.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "clamped"
        )]
        let steps = self.random.below(steps as usize + 1);
        #[expect(clippy::cast_precision_loss, reason = "at most a thousand")]
        let value = (least / step).ceil() * step + steps as f64 * step;
        number(value)
    }

    fn list(&mut self, facets: &Facets<'s>, depth: usize) -> Value {
        let least = count(facets, "minItems").unwrap_or(0).min(50);
        let most = count(facets, "maxItems").unwrap_or(usize::MAX).max(least);
        let wanted = match self.size {
            _ if self.is_tired(depth) => least,
            Size::Minimal => least,
            Size::Everything => least.max(1).min(most),
            Size::Random => (least + self.random.below(3)).min(most),
        };
        let mut items: Vec<Value> = Vec::new();
        for _ in 0..wanted * 4 {
            if items.len() == wanted {
                break;
            }
            let item = self.value(&element(facets, items.len()), depth + 1);
            if !items.contains(&item) || first(facets, "uniqueItems").is_none() {
                items.push(item);
            }
        }
        items.into()
    }

    fn object(&mut self, facets: &Facets<'s>, depth: usize) -> Value {
        let mut chosen: Vec<&'s str> = Vec::new();
        for required in every(facets, "required") {
            chosen.extend(texts(required));
        }
        let is_tired = self.is_tired(depth);
        for name in names(facets) {
            let wanted = match self.size {
                _ if is_tired => false,
                Size::Minimal => false,
                Size::Everything => true,
                Size::Random => self.random.chance(35),
            };
            if wanted {
                chosen.push(name);
            }
        }
        chosen.sort_unstable();
        chosen.dedup();
        self.arrange(facets, &mut chosen);
        let mut object = Map::new();
        for name in chosen {
            object.insert(
                name.to_owned(),
                self.value(&member(facets, name), depth + 1),
            );
        }
        self.fill_map(facets, &mut object, depth);
        object.into()
    }

    /// Honours what members demand of each other, as far as one look at each can.
    fn arrange(&mut self, facets: &Facets<'s>, chosen: &mut Vec<&'s str>) {
        for groups in every(facets, &ours("requiredXor")) {
            for group in groups.as_array().into_iter().flatten() {
                let group: Vec<&str> = texts(group).collect();
                let kept = group.iter().find(|name| chosen.contains(name)).copied();
                let kept = kept.or_else(|| self.random.choose(&group).copied());
                chosen.retain(|name| !group.contains(name));
                chosen.extend(kept);
            }
        }
        for groups in every(facets, &ours("requiredOr")) {
            for group in groups.as_array().into_iter().flatten() {
                let group: Vec<&str> = texts(group).collect();
                if !group.iter().any(|name| chosen.contains(name)) {
                    chosen.extend(self.random.choose(&group));
                }
            }
        }
        for excluded in every(facets, &ours("dependentExcluded")) {
            for (name, others) in excluded.as_object().into_iter().flatten() {
                if chosen.contains(&name.as_str()) {
                    let others: Vec<&str> = texts(others).collect();
                    chosen.retain(|name| !others.contains(name));
                }
            }
        }
        for needed in every(facets, &ours("dependentRequired")) {
            for (name, others) in needed.as_object().into_iter().flatten() {
                if chosen.contains(&name.as_str()) {
                    let missing: Vec<&str> = texts(others)
                        .filter(|name| !chosen.contains(name))
                        .collect();
                    chosen.extend(missing);
                }
            }
        }
    }

    fn fill_map(&mut self, facets: &Facets<'s>, object: &mut Map<String, Value>, depth: usize) {
        let least = count(facets, "minProperties").unwrap_or(0).min(20);
        let patterns = every(facets, "patternProperties")
            .into_iter()
            .filter_map(Value::as_object);
        let pattern = patterns.flat_map(Map::keys).next();
        let is_open = every(facets, "additionalProperties")
            .iter()
            .any(|one| one.is_object());
        let is_map = pattern.is_some() || is_open;
        let wanted = if is_map && self.size != Size::Minimal && !self.is_tired(depth) {
            2
        } else {
            0
        };
        for number in 0..wanted.max(least) * 2 {
            if object.len() >= wanted.max(least) || !is_map {
                break;
            }
            let key = match pattern {
                Some(pattern) => patterns::matching(pattern, self.random),
                None => format!("key{number}"),
            };
            let value = self.value(&member(facets, &key), depth + 1);
            object.insert(key, value);
        }
    }

    /// Whether the instance is large or deep enough.
    fn is_tired(&self, depth: usize) -> bool {
        depth > DEEP || self.made > MANY
    }
}

/// A keyword that the other validator judges by what is written here.
pub(crate) fn ours(keyword: &str) -> String {
    format!("{OURS}{keyword}")
}

/// The type that the other keywords hint at.
fn guess(facets: &Facets<'_>) -> Option<&'static str> {
    let hints = [
        ("properties", "object"),
        ("required", "object"),
        ("patternProperties", "object"),
        ("items", "array"),
        ("pattern", "string"),
        ("maxLength", "string"),
        ("minimum", "number"),
    ];
    let hint = hints
        .iter()
        .find(|(keyword, _)| first(facets, keyword).is_some());
    hint.map(|(_, name)| *name)
}

/// The number, without a fraction where it has none.
pub(crate) fn number(value: f64) -> Value {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "within the bounds of what is exact"
    )]
    if value.fract() == 0.0 && value.abs() < 9e15 {
        return (value as i64).into();
    }
    Number::from_f64(value).map_or(Value::Null, Value::Number)
}
