//! What the facts say of the properties inside a value that comes, goes or is hidden as a whole.

use super::chain::Chain;
use super::effect::Effect;
use super::kind::{self, Kind};
use super::levels::{hidden, member};
use super::limits::DEEPEST;
use super::pairs;
use super::place::Place;
use super::planner::{Planner, Visited};
use super::walk::{Known, Step};
use super::words;
use crate::facts::{Reason, RecordSpec, TypeSpec};
use crate::typed::view::View;

/// So many places inside are kept to give reasons.
const MOST_PLACES: usize = 64;

/// The worst of what is said of a value and of the properties inside.
pub(super) struct Inside {
    effect: Effect,
    chains: Vec<Chain>,
    visited: Visited,
    depth: usize,
}

impl Inside {
    /// Starts with what is said of the value itself.
    pub(super) fn new(chain: Chain) -> Self {
        Self {
            effect: chain.effect(),
            chains: vec![chain],
            visited: Visited::new(),
            depth: DEEPEST,
        }
    }

    pub(super) fn effect(&self) -> Effect {
        self.effect
    }

    pub(super) fn reasons(&self) -> Vec<Reason> {
        let mut reasons = Vec::new();
        for chain in &self.chains {
            chain.reasons(self.effect, &mut reasons);
        }
        reasons
    }

    /// Looks at everything inside the innermost level of a planner.
    pub(super) fn look<'a>(&mut self, planner: &mut Planner<'a>, known: &mut Known<'a>) {
        let Some(level) = planner.level() else {
            return;
        };
        let (place, said) = (level.place, level.said);
        let (before, after) = (known.reduce(level.before), known.reduce(level.after));
        if self.depth == 0 {
            return;
        }
        self.depth -= 1;
        match place.ty {
            TypeSpec::Record(record) => {
                // Where nothing is known of the values, one look at each type is enough.
                let is_blind = !has_parts(before) && !has_parts(after) && said.is_none();
                if !is_blind || self.visited.insert(record) {
                    for property in record.properties() {
                        let [before, after] =
                            [before, after].map(|view| member(view, property.name, known));
                        self.at(Step::Property(property), before, after, planner, known);
                    }
                    if record.additional_properties().is_some() {
                        self.beside(record, before, after, planner, known);
                    }
                }
            }
            TypeSpec::List(_) | TypeSpec::Map(_) if is_telling(place) || said.is_some() => {
                self.parts(before, after, planner, known);
            }
            TypeSpec::Json => {
                for (name, _) in said.into_iter().flat_map(crate::facts::Said::below) {
                    if name == "*" {
                        self.parts(before, after, planner, known);
                        continue;
                    }
                    let [before, after] = [before, after].map(|view| member(view, name, known));
                    self.at(Step::Member(name), before, after, planner, known);
                }
            }
            _ => {}
        }
        self.depth += 1;
    }

    /// The members beside the properties of an object; of a hidden one, any.
    fn beside<'a>(
        &mut self,
        record: &'static RecordSpec,
        before: View<'a>,
        after: View<'a>,
        planner: &mut Planner<'a>,
        known: &mut Known<'a>,
    ) {
        let unnamed = |view| pairs::unnamed(view, record);
        for (name, _, _) in pairs::of_members(unnamed(before), unnamed(after)) {
            let [before, after] = [before, after].map(|view| member(view, name, known));
            self.at(Step::Unnamed(name), before, after, planner, known);
        }
        let is_hidden = |view| matches!(kind::of(view), Kind::Call(_));
        if is_hidden(before) && is_hidden(after) {
            self.at(Step::Unnamed("*"), hidden(), hidden(), planner, known);
        }
    }

    /// Each element of a list and each member of a map, of both values: they are not the same in any way that
    /// could be told.
    fn parts<'a>(
        &mut self,
        before: View<'a>,
        after: View<'a>,
        planner: &mut Planner<'a>,
        known: &mut Known<'a>,
    ) {
        let is_hidden = |view| matches!(kind::of(view), Kind::Call(_));
        let absence = |other| {
            if is_hidden(other) {
                hidden()
            } else {
                View::Absent
            }
        };
        if is_hidden(before) && is_hidden(after) {
            return self.at(Step::Member(""), hidden(), hidden(), planner, known);
        }
        for (view, other, is_old) in [(before, after, true), (after, before, false)] {
            let other = absence(other);
            let mut at = |step, part| {
                let (before, after) = if is_old { (part, other) } else { (other, part) };
                self.at(step, before, after, planner, known);
            };
            match kind::of(view) {
                Kind::List => {
                    for (index, item) in view.items().enumerate() {
                        let index = Some(index);
                        at(
                            Step::Element {
                                from: index,
                                to: index,
                            },
                            item,
                        );
                    }
                }
                Kind::Object => {
                    for (name, value) in view.members() {
                        at(Step::Member(name), value);
                    }
                }
                Kind::Nothing | Kind::Call(_) | Kind::Scalar(_) => {}
            }
        }
    }

    /// One step further in, if there may be anything.
    fn at<'a>(
        &mut self,
        step: Step<'a>,
        before: View<'a>,
        after: View<'a>,
        planner: &mut Planner<'a>,
        known: &mut Known<'a>,
    ) {
        if before.is_nothing() && after.is_nothing() {
            return;
        }
        planner.push(step, before, after, known);
        let said = planner.level().and_then(|level| level.said);
        if words::are_said(Some(step), said) {
            let chain = planner.chain(known);
            self.effect = self.effect.max(chain.effect());
            if self.chains.len() < MOST_PLACES && chain.effect() != Effect::NONE {
                self.chains.push(chain);
            }
        }
        self.look(planner, known);
        planner.pop();
    }
}

/// Whether a value shows parts of its own.
fn has_parts(view: View<'_>) -> bool {
    matches!(kind::of(view), Kind::List | Kind::Object)
}

/// Whether the type of the parts can say anything of updates.
fn is_telling(place: Place) -> bool {
    let mut part = place.part();
    loop {
        match part.ty {
            TypeSpec::Record(_) => return true,
            TypeSpec::List(_) | TypeSpec::Map(_) => part = part.part(),
            _ => return false,
        }
    }
}
