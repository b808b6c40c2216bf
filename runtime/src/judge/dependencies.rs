//! What members of an object demand of each other: that others are there, or are not.

use super::Judge;
use super::combined::how_many;
use super::look::{self, Look};
use crate::help::Help;
use crate::pointer::Step;
use crate::rule::Rule;
use crate::spec::Dependencies;
use crate::suggest::listed;
use crate::view::{Named, View};

/// Whether a member is there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Presence {
    Present,
    Absent,
    /// A branch of `Fn::If` removes it.
    Unknown,
}

impl<'a> Judge<'a> {
    #[inline(never)]
    pub(super) fn dependencies(
        &mut self,
        view: View<'a>,
        members: Named<'_, 'a>,
        due: &'static Dependencies,
    ) {
        for (name, needed) in &due.needs {
            if presence(members.get(name)) != Presence::Present {
                continue;
            }
            for needed in needed {
                if presence(members.get(needed)) == Presence::Absent {
                    self.report_member(Rule::Dependency, view, name, || {
                        format!("`{name}` needs `{needed}` beside it")
                    });
                }
            }
        }
        for (name, excluded) in &due.excludes {
            if presence(members.get(name)) != Presence::Present {
                continue;
            }
            for excluded in excluded {
                if presence(members.get(excluded)) == Presence::Present {
                    self.report_member(Rule::Exclusion, view, name, || {
                        format!("`{name}` may not stand beside `{excluded}`")
                    });
                }
            }
        }
        for (name, schema) in &due.needs_schema {
            if presence(members.get(name)) == Presence::Present {
                self.value(&view, schema);
            }
        }
        for names in &due.exactly_one {
            self.group(Rule::OneOf, view, members, names);
        }
        for names in &due.at_least_one {
            self.group(Rule::AnyOf, view, members, names);
        }
    }

    /// Exactly one, or at least one, of the members is there.
    fn group(
        &mut self,
        rule: Rule,
        view: View<'a>,
        members: Named<'_, 'a>,
        names: &'static [&'static str],
    ) {
        let count = |wanted| {
            let found = names
                .iter()
                .filter(|name| presence(members.get(name)) == wanted);
            found.count()
        };
        let (present, unknown) = (count(Presence::Present), count(Presence::Unknown));
        self.unsure |= unknown > 0;
        if present + unknown == 0 || (rule == Rule::OneOf && present > 1) {
            let words = how_many(rule);
            self.report(rule, view, || {
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
        view: View<'a>,
        name: &'static str,
        words: impl FnOnce() -> String,
    ) {
        self.enter(Step::Name(name));
        self.report(rule, view.member(name), || (words(), Help::None));
        self.leave();
    }
}

pub(super) fn presence(view: View<'_>) -> Presence {
    if view.is_nothing() {
        return Presence::Absent;
    }
    match look::at(view) {
        Look::Call {
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
        _ => Presence::Present,
    }
}
