//! Judging typed values where nothing is written down.
//!
//! The types know what their values are, so that none has to be looked at first, and most are judged where they
//! stand. Whatever is not plainly right is handed on to the walk that all values can take.

use super::Judge;
use crate::document::DEPTH_LIMIT;
use crate::facts::{JsonType, PropertySpec, RecordSpec, Schema};
use crate::json::intrinsic::Intrinsic;
use crate::typed::record::{Record, Visitor};
use crate::typed::slot::Slot;
use crate::typed::view::{self, Sequence, View};

/// What was found in a place.
#[derive(Clone, Copy, Debug)]
pub enum Checked {
    /// Nothing, or `AWS::NoValue`, which is the same.
    Nothing,
    /// A value.
    Value,
    /// What may be a function call.
    Call,
}

/// Judges the properties of a struct by the schema of the struct.
pub(crate) struct Checker<'j, 'a> {
    judge: &'j mut Judge<'a>,
    properties: &'static [PropertySpec],
    /// How many of the required ones are there.
    pub(crate) met: usize,
}

impl<'j, 'a> Checker<'j, 'a> {
    pub(crate) fn new(judge: &'j mut Judge<'a>, schema: &'static Schema) -> Self {
        Self {
            judge,
            properties: schema.properties,
            met: 0,
        }
    }
}

impl<'a> Visitor<'a> for Checker<'_, 'a> {
    #[inline]
    fn slot<T: Slot + ?Sized>(&mut self, index: usize, slot: &'a T) {
        let Some(property) = self.properties.get(index) else {
            return;
        };
        match slot.check(self.judge, property.schema) {
            Checked::Nothing => return,
            Checked::Value => {}
            Checked::Call => self.judge.call_checked(slot.view(), property),
        }
        self.met += usize::from(property.required);
    }
}

impl<'a> Judge<'a> {
    /// Judges a text. Not part of its callers, of which there is one for each type.
    #[inline(never)]
    pub(crate) fn check_text(&mut self, text: &'a str, schema: &'static Schema) {
        if !schema.fast_accept.accepts_text(text) || self.is_probing() {
            self.value_with_care(View::Text(text), schema);
        }
    }

    /// Judges an integer.
    #[inline(never)]
    pub(crate) fn check_integer(&mut self, value: i64, schema: &'static Schema) {
        if !schema.fast_accept.accepts_integer(value) || self.is_probing() {
            self.value_with_care(View::Integer(value), schema);
        }
    }

    /// Judges a boolean.
    #[inline(never)]
    pub(crate) fn check_bool(&mut self, value: bool, schema: &'static Schema) {
        if !schema.fast_accept.accepts_bool() || self.is_probing() {
            self.value_with_care(View::Bool(value), schema);
        }
    }

    /// Judges any other value.
    #[inline(never)]
    pub(crate) fn check(&mut self, view: &View<'a>, schema: &'static Schema) -> Checked {
        if self.fulfils(view, schema) {
            return Checked::Value;
        }
        self.check_with_care(view, schema)
    }

    /// Judges what stands in the place of a literal.
    #[inline(never)]
    pub(crate) fn check_placeholder(
        &mut self,
        intrinsic: &'a Intrinsic,
        schema: &'static Schema,
    ) -> Checked {
        self.check(&view::of_intrinsic(intrinsic), schema)
    }

    /// Judges a value that has to be looked at.
    #[inline(never)]
    pub(crate) fn check_with_care(&mut self, view: &View<'a>, schema: &'static Schema) -> Checked {
        if view.is_nothing() {
            return Checked::Nothing;
        }
        self.value_with_care(*view, schema);
        if view.may_be_call() {
            Checked::Call
        } else {
            Checked::Value
        }
    }

    /// The same of what is no call.
    fn value_with_care(&mut self, view: View<'a>, schema: &'static Schema) {
        if !self.is_over() {
            self.with_care(&view, schema);
        }
    }

    /// A required property may be missing after all, if what stands there is a call.
    #[cold]
    #[inline(never)]
    fn call_checked(&mut self, call: View<'a>, property: &'static PropertySpec) {
        if property.required {
            self.removed(call, property.name, DEPTH_LIMIT);
        }
    }

    /// Judges a struct with these facts; mostly the schema is its own and demands nothing but properties.
    pub(crate) fn check_record(
        &mut self,
        record: &'a dyn Record,
        spec: &'static RecordSpec,
        schema: &'static Schema,
    ) -> Checked {
        let own = schema.followed_once();
        if !own.is_plain || !spec.has(own) || self.is_over() {
            return self.check_with_care(&View::Record(record), schema);
        }
        self.level(View::Record(record), |judge| {
            let met = record.check(judge, own);
            judge.members_together(View::Record(record), met, own);
        });
        Checked::Value
    }

    /// The schema of all elements of a list, if that is nearly all that is demanded of it.
    #[inline]
    pub(crate) fn element_schema(&self, schema: &'static Schema) -> Option<&'static Schema> {
        let is_plain = !schema.is_compound
            && schema.types.allows(JsonType::Array)
            && !schema.limits.any
            && !schema.limits.prefix;
        if is_plain && !self.is_probing() {
            schema.items.as_deref()
        } else {
            None
        }
    }

    /// Judges what is demanded of all elements of a list together, where each one was judged.
    #[inline(never)]
    pub(crate) fn elements_together(&mut self, list: &'a dyn Sequence, schema: &'static Schema) {
        view::all_items(list, |items| self.together(View::List(list), items, schema));
    }
}
