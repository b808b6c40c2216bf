//! Lists: their elements, how many there are, and whether they differ.

use super::Judge;
use super::look::{self, Look, Scalar};
use crate::help::Help;
use crate::json::Json;
use crate::pointer::Step;
use crate::record::Record;
use crate::rule::Rule;
use crate::spec::{Constraints, JsonType, Schema};
use crate::view::{self, View, Views};

/// Up to this many elements each is compared with each other; beyond, they are sorted by their text.
const FEW: usize = 16;

impl<'a> Judge<'a> {
    #[inline(never)]
    pub(super) fn list(&mut self, view: View<'a>, schema: &'static Schema) {
        if !schema.types.allows(JsonType::Array) {
            return self.wrong_type(view, schema);
        }
        if schema.limits.any {
            self.allowed_whole(view, &schema.constraints);
        }
        // One element differs from all others, whatever it is; only an alternative has to know what that is.
        let compares = schema.limits.unique && (view.has_several_items() || self.is_probing());
        if compares || schema.limits.count {
            self.elements(view, &schema.constraints, compares);
        }
        if !schema.prefix_items.is_empty() {
            return self.items(view, schema);
        }
        match &schema.items {
            Some(element) => self.each(view, element),
            None if self.is_probing() || schema.reference.is_some() => {}
            None => self.each(view, super::object::anything()),
        }
    }

    /// Judges all elements alike.
    fn each(&mut self, view: View<'a>, element: &'static Schema) {
        if let View::List(list) = view {
            for index in 0..list.len() {
                self.inside(Step::Index(index), list.item(index), element);
            }
        } else {
            for (index, item) in view.items().enumerate() {
                self.inside(Step::Index(index), item, element);
            }
        }
    }

    /// Judges the first elements each by its own schema.
    fn items(&mut self, view: View<'a>, schema: &'static Schema) {
        for (index, item) in view.items().enumerate() {
            let element = schema.prefix_items.get(index).or(schema.items.as_deref());
            let element = element.unwrap_or_else(|| super::object::anything());
            self.inside(Step::Index(index), item, element);
        }
    }

    #[inline(never)]
    fn elements(&mut self, view: View<'a>, limits: &'static Constraints, compares: bool) {
        // How many elements there are at least, and whether there may be more or fewer.
        let mut count = 0;
        let mut open = false;
        self.known.clear();
        for (index, item) in view.items().enumerate() {
            if item.is_nothing() {
                continue;
            }
            count += 1;
            match look::function(item) {
                None if compares => self.known.push((index, item)),
                None | Some("Ref" | "Fn::GetAtt") => {}
                Some(_) => open = true,
            }
        }
        let fits = limits.min_items.is_none_or(|least| count >= least)
            && limits.max_items.is_none_or(|most| count <= most);
        self.unsure |= open;
        if !fits && !open {
            self.report(Rule::Items, view, move || {
                let (least, most) = (limits.min_items, limits.max_items);
                let range = crate::describe::range(least, most);
                (
                    format!("the list has {count} elements where {range} are allowed"),
                    Help::None,
                )
            });
        }
        if !compares {
            return;
        }
        if limits.unique_items
            && let Some((first, second)) = first_pair(&self.known)
        {
            self.report_pair(view, first, second, "");
        }
        for key in &limits.unique_keys {
            let members: Vec<_> = self
                .known
                .iter()
                .map(|(index, item)| (*index, item.member(key)))
                .filter(|(_, member)| !member.is_nothing())
                .collect();
            if let Some((first, second)) = first_pair(&members) {
                self.report_pair(view, first, second, key);
            }
        }
    }

    /// Two elements, or their members `key`, are equal.
    #[cold]
    fn report_pair(&mut self, view: View<'a>, first: usize, second: usize, key: &str) {
        self.report(Rule::UniqueItems, view, || {
            let of = if key.is_empty() {
                String::new()
            } else {
                format!("`{key}` of ")
            };
            (
                format!("{of}elements {first} and {second} are equal, and all have to differ"),
                Help::None,
            )
        });
    }
}

/// The first element that equals an earlier one, and that one.
fn first_pair(items: &[(usize, View<'_>)]) -> Option<(usize, usize)> {
    if items.len() < 2 {
        return None;
    }
    if items.len() <= FEW {
        return equal(items);
    }
    let texts = items
        .iter()
        .map_while(|(index, view)| Some((*index, plain(*view)?)));
    let texts: Vec<(usize, &str)> = texts.collect();
    if texts.len() == items.len() {
        return equal_texts(texts);
    }
    let texts = items.iter();
    let texts = texts.map(|(index, view)| (*index, canonical(&view::to_json(*view))));
    equal_texts(texts.collect())
}

/// Whether two values are the same JSON. Documents are only so deep.
fn same(left: &View<'_>, right: &View<'_>) -> bool {
    let (left, right) = (*left, *right);
    match (look::at(left), look::at(right)) {
        (Look::Scalar(Scalar::Text(left)), Look::Scalar(Scalar::Text(right))) => left == right,
        (Look::List, Look::List) => {
            let (mut left, mut right) = (left.items(), right.items());
            loop {
                match (left.next(), right.next()) {
                    (None, None) => return true,
                    (Some(left), Some(right)) if same(&left, &right) => {}
                    _ => return false,
                }
            }
        }
        (Look::Object, Look::Object) => {
            if let (View::Record(left), View::Record(right)) = (left, right)
                && core::ptr::eq(left.spec(), right.spec())
            {
                return same_slots(left, right);
            }
            left.members()
                .all(|(key, left)| same(&left, &right.member(key)))
                && left.members().count() == right.members().count()
        }
        (Look::Nothing, Look::Nothing) | (Look::Null, Look::Null) => true,
        (Look::Scalar(_), Look::Scalar(_)) | (Look::Call { .. }, Look::Call { .. }) => {
            view::to_json(left) == view::to_json(right)
        }
        _ => false,
    }
}

/// The same of two structs of one type, whose properties have the same numbers.
fn same_slots(left: &dyn Record, right: &dyn Record) -> bool {
    let mut views = Views::of(left).into_iter().zip(Views::of(right));
    views.all(|views| match views {
        (View::Absent, View::Absent) => true,
        (View::Absent, _) | (_, View::Absent) => false,
        (left, right) => same(&left, &right),
    })
}

/// The text of a string.
fn plain(view: View<'_>) -> Option<&str> {
    match look::at(view) {
        Look::Scalar(Scalar::Text(text)) => Some(text),
        _ => None,
    }
}

fn equal(values: &[(usize, View<'_>)]) -> Option<(usize, usize)> {
    values.iter().enumerate().find_map(|(position, later)| {
        let mut earlier = values.iter().take(position);
        let equal = earlier.find(|earlier| same(&earlier.1, &later.1))?;
        Some((equal.0, later.0))
    })
}

/// The same where many are sorted first.
fn equal_texts<T: Ord>(mut texts: Vec<(usize, T)>) -> Option<(usize, usize)> {
    texts.sort_unstable_by(|a, b| (&a.1, a.0).cmp(&(&b.1, b.0)));
    let pairs = texts.iter().zip(texts.iter().skip(1));
    let equal = pairs.filter(|(a, b)| a.1 == b.1);
    equal
        .map(|(a, b)| (a.0, b.0))
        .min_by_key(|(_, second)| *second)
}

/// The same text for equal values.
fn canonical(value: &Json) -> String {
    match value {
        Json::Object(object) => {
            let mut members: Vec<String> = object
                .iter()
                .map(|(key, value)| format!("{key:?}:{}", canonical(value)))
                .collect();
            members.sort_unstable();
            format!("{{{}}}", members.join(","))
        }
        Json::Array(items) => {
            format!(
                "[{}]",
                items.iter().map(canonical).collect::<Vec<_>>().join(",")
            )
        }
        // The same number may be written in several ways.
        Json::Number(number) => format!("{:?}", number.decimal()),
        scalar => scalar.to_string(),
    }
}
