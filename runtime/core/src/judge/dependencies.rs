//! What members of an object demand of each other: that others are there, or are not.

use core::cell::OnceCell;

use super::Judge;
use super::classify::{self, Class};
use super::combined::how_many;
use super::probe::Tolerance;
use crate::facts::Dependencies;
use crate::json::call;
use crate::report::code;
use crate::report::help::Help;
use crate::report::rule::Rule;
use crate::text::pointer::Step;
use crate::text::suggest::listed;
use crate::typed::view::{Named, View};

/// Whether a member is there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Presence {
    Present,
    /// A list without elements: it is there, and excludes nothing, which the letter of a specification does not say.
    Empty,
    Absent,
    /// A branch of `Fn::If` removes it, or deployment may add it.
    Unknown,
}

/// The members of an object, as far as others depend on them.
pub(super) struct Siblings<'v, 'a> {
    pub(super) view: View<'a>,
    named: Named<'v, 'a>,
    are_open: OnceCell<bool>,
    strict: bool,
}

impl<'v, 'a> Siblings<'v, 'a> {
    pub(super) fn new(judge: &Judge<'_>, view: View<'a>, named: Named<'v, 'a>) -> Self {
        Self {
            view,
            named,
            are_open: OnceCell::new(),
            strict: judge.tolerance == Tolerance::Nothing,
        }
    }

    pub(super) fn get(&self, name: &str) -> View<'a> {
        self.named.get(name)
    }

    /// Whether deployment adds members to them.
    pub(super) fn are_open(&self) -> bool {
        let is_open =
            || !matches!(self.view, View::Record(_)) && call::extension(self.view).is_some();
        *self.are_open.get_or_init(is_open)
    }

    pub(super) fn presence(&self, name: &str) -> Presence {
        match presence(self.get(name)) {
            Presence::Absent if self.are_open() => Presence::Unknown,
            Presence::Empty if self.strict => Presence::Present,
            known => known,
        }
    }
}

impl<'a> Judge<'a> {
    #[inline(never)]
    pub(super) fn dependencies(&mut self, members: &Siblings<'_, 'a>, due: &'static Dependencies) {
        for (name, others) in &due.needs {
            if is_there(members.presence(name)) {
                for other in others {
                    self.needs(members, name, other);
                }
            }
        }
        for (name, others) in &due.excludes {
            if members.presence(name) == Presence::Present {
                for other in others {
                    self.excludes(members, name, other);
                }
            }
        }
        for (name, schema) in &due.needs_schema {
            if is_there(members.presence(name)) {
                self.value(&members.view, schema);
            }
        }
        for names in &due.exactly_one {
            self.group(Rule::OneOf, members, names);
        }
        for names in &due.at_least_one {
            self.group(Rule::AnyOf, members, names);
        }
    }

    /// Where a member is there, another one has to be there as well.
    fn needs(&mut self, members: &Siblings<'_, 'a>, name: &'static str, other: &str) {
        match members.presence(other) {
            Presence::Present | Presence::Empty => {}
            Presence::Unknown => self.unsure = true,
            Presence::Absent => self.report_member(Rule::Dependency, members, name, || {
                format!("`{name}` needs `{other}` beside it")
            }),
        }
    }

    /// Where a member is there, another one may not be.
    fn excludes(&mut self, members: &Siblings<'_, 'a>, name: &'static str, other: &str) {
        match members.presence(other) {
            Presence::Absent | Presence::Empty => {}
            Presence::Unknown => self.unsure = true,
            Presence::Present => self.report_member(Rule::Exclusion, members, name, || {
                format!("`{name}` may not stand beside `{other}`")
            }),
        }
    }

    /// Exactly one, or at least one, of the members is there.
    fn group(&mut self, rule: Rule, members: &Siblings<'_, 'a>, names: &'static [&'static str]) {
        let (mut present, mut empty, mut unknown) = (0, 0, 0);
        for name in names {
            match members.presence(name) {
                Presence::Present => present += 1,
                Presence::Empty => empty += 1,
                Presence::Unknown => unknown += 1,
                Presence::Absent => {}
            }
        }
        self.unsure |= unknown > 0;
        if present + empty + unknown == 0 || (rule == Rule::OneOf && present > 1) {
            let (words, code) = match rule {
                Rule::OneOf => (how_many(rule), code::EXACTLY_ONE_OF),
                _ => (how_many(rule), code::AT_LEAST_ONE_OF),
            };
            self.report_as(rule, Some(code), members.view.node(), || {
                (
                    format!("{words} of {} is needed", listed(names)),
                    Help::None,
                )
            });
        }
    }

    fn report_member(
        &mut self,
        rule: Rule,
        members: &Siblings<'_, 'a>,
        name: &'static str,
        words: impl FnOnce() -> String,
    ) {
        self.enter(Step::Name(name));
        self.report(rule, members.get(name), || (words(), Help::None));
        self.leave();
    }
}

fn is_there(presence: Presence) -> bool {
    matches!(presence, Presence::Present | Presence::Empty)
}

/// Whether there is a value, of which `Fn::If` and defaults may leave nothing.
pub(super) fn presence(view: View<'_>) -> Presence {
    match classify::classify(view) {
        Class::Nothing => Presence::Absent,
        Class::List if view.items().all(View::is_nothing) => Presence::Empty,
        Class::Call {
            name: "Fn::If",
            argument,
        } => {
            let mut branches = argument.items().skip(1).map(presence);
            let first = branches.next().unwrap_or(Presence::Unknown);
            if branches.all(|branch| branch == first) {
                first
            } else {
                Presence::Unknown
            }
        }
        Class::Call {
            name: "Fn::FindInMap",
            argument,
        } => {
            let options = argument.items().nth(3).unwrap_or(View::Absent);
            let default = options.member("DefaultValue");
            let may_be_nothing = presence(default) != Presence::Present;
            if may_be_nothing && !matches!(default, View::Absent) {
                Presence::Unknown
            } else {
                Presence::Present
            }
        }
        _ => Presence::Present,
    }
}
