//! What members of an object demand of each other: that others are there, or are not.

use super::Judge;
use super::classify::{self, Class};
use super::combined::how_many;
use crate::facts::Dependencies;
use crate::report::help::Help;
use crate::report::rule::Rule;
use crate::text::pointer::Step;
use crate::text::suggest::listed;
use crate::typed::view::{Named, View};

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
        self.pairs(view, members, &due.needs, Rule::Dependency);
        self.pairs(view, members, &due.excludes, Rule::Exclusion);
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

    /// Where a member is there, the others beside it have to be there as well, or may not be.
    fn pairs(
        &mut self,
        view: View<'a>,
        members: Named<'_, 'a>,
        pairs: &'static [(&'static str, Vec<&'static str>)],
        rule: Rule,
    ) {
        let (broken_by, words) = match rule {
            Rule::Dependency => (Presence::Absent, ["needs", " beside it"]),
            _ => (Presence::Present, ["may not stand beside", ""]),
        };
        for (name, others) in pairs {
            if presence(members.get(name)) != Presence::Present {
                continue;
            }
            for other in others {
                if presence(members.get(other)) == broken_by {
                    self.report_member(rule, view, name, || {
                        let [verb, after] = words;
                        format!("`{name}` {verb} `{other}`{after}")
                    });
                }
            }
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
    match classify::classify(view) {
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
        _ => Presence::Present,
    }
}
