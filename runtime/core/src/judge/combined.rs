//! Demands made of other demands: `allOf`, `anyOf`, `oneOf`, `not` and `if`.

use super::dependencies::{Presence, presence};
use super::findings::Findings;
use super::probe::{Tolerance, Verdict};
use super::{Judge, Purpose};
use crate::facts::{Combined, Schema};
use crate::report::help::Help;
use crate::report::rule::Rule;
use crate::text::suggest::listed;
use crate::typed::describe;
use crate::typed::view::View;

/// So many problems get help that takes long to find.
const MOST_EXPLAINED: usize = 20;

impl<'a> Judge<'a> {
    #[inline(never)]
    pub(super) fn combined(&mut self, view: View<'a>, combined: &'static Combined) {
        for schema in &combined.all_of {
            self.value(&view, schema);
        }
        if !combined.any_of.is_empty() {
            self.any_of(view, &combined.any_of);
        }
        if !combined.one_of.is_empty() {
            self.one_of(view, &combined.one_of);
        }
        if let Some(schema) = &combined.not
            && self.probe(view, schema) == Verdict::Yes
            && self.probe_with(Tolerance::EmptyLists, view, schema) == Verdict::Yes
        {
            self.report(Rule::Not, view, || {
                ("the value is one that is excluded".to_owned(), Help::None)
            });
        }
        if let Some(condition) = &combined.condition {
            let consequence = match self.probe(view, condition) {
                Verdict::Yes => combined.then.as_ref(),
                Verdict::No => combined.otherwise.as_ref(),
                Verdict::Maybe => None,
            };
            if let Some(schema) = consequence {
                self.value(&view, schema);
            }
        }
    }

    fn any_of(&mut self, view: View<'a>, schemas: &'static [Schema]) {
        let mut holds = false;
        for schema in schemas {
            if self.probe(view, schema) != Verdict::No {
                holds = true;
                break;
            }
        }
        if !holds {
            self.report_alternatives(Rule::AnyOf, view, schemas, true);
        }
    }

    fn one_of(&mut self, view: View<'a>, schemas: &'static [Schema]) {
        let (mut certain, mut possible) = (0, 0);
        for schema in schemas {
            match self.probe(view, schema) {
                Verdict::Yes => certain += 1,
                Verdict::Maybe => possible += 1,
                Verdict::No => {}
            }
        }
        if certain + possible == 0 {
            self.report_alternatives(Rule::OneOf, view, schemas, true);
        } else if certain > 1 && self.several_hold(view, schemas) {
            self.report_alternatives(Rule::OneOf, view, schemas, false);
        }
    }

    /// Whether several alternatives hold also without what is tolerated: a list without elements excludes nothing,
    /// and text that could be read as a number is text where both are alternatives.
    fn several_hold(&mut self, view: View<'a>, schemas: &'static [Schema]) -> bool {
        let (mut beside_empty_lists, mut strictly) = (0, 0);
        for schema in schemas {
            let verdict = self.probe_with(Tolerance::EmptyLists, view, schema);
            beside_empty_lists += usize::from(verdict == Verdict::Yes);
            strictly +=
                usize::from(self.probe_with(Tolerance::Nothing, view, schema) == Verdict::Yes);
        }
        beside_empty_lists > 1 && strictly != 1
    }

    #[cold]
    fn report_alternatives(
        &mut self,
        rule: Rule,
        view: View<'a>,
        schemas: &'static [Schema],
        is_none: bool,
    ) {
        if !self.writes() {
            self.failed = true;
            return;
        }
        let groups: Vec<String> = schemas.iter().filter_map(required_only).collect();
        let (message, help) = if groups.len() == schemas.len() {
            let count = how_many(rule);
            let message = format!("{count} of these is needed: {}", groups.join(", or "));
            (message, present(view, schemas))
        } else if is_none {
            (
                "none of the alternatives holds".to_owned(),
                self.nearest(view, schemas),
            )
        } else {
            (
                "more than one of the alternatives holds".to_owned(),
                Help::None,
            )
        };
        self.report(rule, view, || (message, help));
    }

    /// What each of a few alternatives has against a scalar, if it is one thing each.
    fn every(&self, view: View<'a>, schemas: &'static [Schema]) -> Option<Help> {
        const FEW: usize = 4;
        view.text().filter(|_| schemas.len() <= FEW)?;
        let mut words: Vec<String> = Vec::new();
        for schema in schemas {
            let findings = self.alone(view, schema);
            let [only] = findings.found.as_slice() else {
                return None;
            };
            let message = &only.violation.message;
            let message = message.strip_prefix(&(describe::view(view) + " "));
            let message = message?.to_owned();
            if !words.contains(&message) {
                words.push(message);
            }
        }
        if words.len() < 2 {
            return None;
        }
        let due: Option<Vec<&str>> = words
            .iter()
            .map(|one| one.strip_prefix("is not "))
            .collect();
        Some(match due {
            Some(due) => format!("one of these is due: {}", due.join("; ")).into(),
            None => format!("it {}; one of these has to hold", words.join(", and ")).into(),
        })
    }

    /// The alternative with the fewest problems, and the first of them.
    fn nearest(&self, view: View<'a>, schemas: &'static [Schema]) -> Help {
        if self.purpose == Purpose::Compare || self.findings.found.len() >= MOST_EXPLAINED {
            return Help::None;
        }
        let tries = schemas
            .iter()
            .map(|schema| (schema, self.alone(view, schema)));
        if let Some(all) = self.every(view, schemas) {
            return all;
        }
        // An alternative of the same kind is nearer than any of another kind.
        let is_of_another_kind = |findings: &Findings| {
            let first = findings.found.first().map(|found| &found.violation);
            first.is_some_and(|first| first.rule == Rule::Type && first.path == self.pointer(0))
        };
        let nearest = tries
            .min_by_key(|(_, findings)| (is_of_another_kind(findings), findings.limit.total()));
        let Some((schema, findings)) = nearest else {
            return Help::None;
        };
        let Some(first) = findings.found.first().map(|found| &found.violation) else {
            return Help::None;
        };
        let name = match schema.reference {
            Some(record) => format!(" is `{}`", record.name),
            None => String::new(),
        };
        let inside = first
            .path
            .strip_prefix(&self.pointer(0))
            .unwrap_or_default();
        let place = if inside.is_empty() {
            String::new()
        } else {
            format!(" at `{inside}`")
        };
        let message = &first.message;
        format!("the nearest alternative{name}: {message}{place}").into()
    }
}

/// How many of several alternatives have to hold.
pub(super) fn how_many(rule: Rule) -> &'static str {
    if rule == Rule::OneOf {
        "exactly one"
    } else {
        "at least one"
    }
}

/// Which of the members that exclude each other are there.
fn present(view: View<'_>, schemas: &'static [Schema]) -> Help {
    let mut there: Vec<&str> = Vec::new();
    for name in schemas.iter().flat_map(|schema| &schema.required) {
        if !there.contains(name) && presence(view.member(name)) == Presence::Present {
            there.push(name);
        }
    }
    match there.as_slice() {
        [] => Help::None,
        [one] => (listed(&[one]) + " is there").into(),
        several => (listed(several) + " are there").into(),
    }
}

/// `` `A` and `B` `` if all that the schema demands is that these members are there.
fn required_only(schema: &Schema) -> Option<String> {
    let only = !schema.required.is_empty()
        && !schema.describes_members
        && schema.combined.is_none()
        && schema.dependencies.is_none()
        && schema.reference.is_none();
    only.then(|| listed(&schema.required))
}
