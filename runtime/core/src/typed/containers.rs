//! Places that hold several values: lists and maps.

use std::collections::BTreeMap;

use crate::Map;
use crate::document::{Content, NodeRef};
use crate::facts::Schema;
use crate::json::call;
use crate::judge::{Checked, Judge};
use crate::text::function;
use crate::typed::fill_error::{FillError, FillErrors, FillResult};
use crate::typed::slot::Slot;
use crate::typed::view::{Members, Sequence, View};

impl<T: Slot> Slot for Vec<T> {
    fn view(&self) -> View<'_> {
        View::List(self)
    }

    fn check<'a>(&'a self, judge: &mut Judge<'a>, schema: &'static Schema) -> Checked {
        let Some(element) = judge.element_schema(schema) else {
            return judge.check_with_care(&self.view(), schema);
        };
        if judge.descend(self.view()) {
            for item in self {
                if judge.is_over() {
                    break;
                }
                item.check(judge, element);
            }
            if judge.demands_together(self.as_slice().len(), schema) {
                judge.elements_together(self, schema);
            }
            judge.ascend();
        }
        Checked::Value
    }

    fn fill(&mut self, node: NodeRef<'_>) -> FillResult {
        let Content::Array(length) = node.content() else {
            return Err(FillError::kind("a list", node));
        };
        *self = Self::with_capacity(if node.is_waste() { 0 } else { length });
        let mut mismatches = FillErrors::default();
        for item in node.items() {
            let item = item.as_waste(mismatches.are_there());
            if item.is_waste() {
                mismatches.take(T::empty().fill(item));
                continue;
            }
            // FillResult where it stays: elements may be large.
            self.push(T::empty());
            if let Some(element) = self.last_mut() {
                mismatches.take(element.fill(item));
            }
        }
        mismatches.finish()
    }

    fn empty() -> Self {
        Self::new()
    }
}

impl<T: Slot> Sequence for Vec<T> {
    fn len(&self) -> usize {
        self.as_slice().len()
    }

    fn hand_over<'a>(&'a self, start: usize, places: &mut [View<'a>]) {
        // Few types beyond that of the element: compiled for each kind of list.
        for (index, place) in (start..).zip(places) {
            let Some(item) = self.get(index) else { return };
            *place = item.view();
        }
    }
}

impl<T: Slot> Slot for Map<T> {
    fn view(&self) -> View<'_> {
        View::Map(self)
    }

    fn fill(&mut self, node: NodeRef<'_>) -> FillResult {
        let Content::Object(length) = node.content() else {
            return Err(FillError::kind("a map", node));
        };
        if call::of(node).is_some() {
            return Err(FillError::kind("a map", node));
        }
        *self = Self::with_capacity(if node.is_waste() { 0 } else { length });
        let mut mismatches = FillErrors::default();
        for member in node.members() {
            if function::adds_members(member.key) {
                return Err(FillError::kind("a map", node));
            }
            let value = member.value.as_waste(mismatches.are_there());
            let mut element = T::empty();
            mismatches.take(element.fill(value));
            if !value.is_waste() {
                self.push_unchecked(member.key.to_owned(), element);
            }
        }
        mismatches.finish()
    }

    fn empty() -> Self {
        Self::new()
    }
}

impl<T: Slot> Members for Map<T> {
    fn len(&self) -> usize {
        Map::len(self)
    }

    fn hand_over<'a>(&'a self, places: &mut [(&'a str, View<'a>)]) {
        for (index, place) in places.iter_mut().enumerate() {
            let Some((key, value)) = self.at(index) else {
                return;
            };
            *place = (key, value.view());
        }
    }

    fn find(&self, key: &str) -> View<'_> {
        self.get(key).map_or(View::Absent, Slot::view)
    }
}

/// Members in the order of their names.
impl<T: Slot> Slot for BTreeMap<String, T> {
    fn view(&self) -> View<'_> {
        View::Map(self)
    }

    fn fill(&mut self, node: NodeRef<'_>) -> FillResult {
        let mut members = Map::<T>::empty();
        members.fill(node)?;
        self.extend(members);
        Ok(())
    }

    fn empty() -> Self {
        Self::new()
    }
}

impl<T: Slot> Members for BTreeMap<String, T> {
    fn len(&self) -> usize {
        BTreeMap::len(self)
    }

    fn hand_over<'a>(&'a self, places: &mut [(&'a str, View<'a>)]) {
        for (place, (key, value)) in places.iter_mut().zip(self) {
            *place = (key, value.view());
        }
    }

    fn find(&self, key: &str) -> View<'_> {
        self.get(key).map_or(View::Absent, Slot::view)
    }
}
