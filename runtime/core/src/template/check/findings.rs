//! Writing down what is wrong, and where.

use core::ops::Range;
use std::collections::HashSet;

use super::Checker;
use crate::judge::Found;
use crate::report::help::Help;
use crate::report::limit;
use crate::report::rule::Rule;
use crate::text::pointer::Step;
use crate::typed::view::View;
use crate::typed::{read, secret};
use crate::{Template, Types, Violation, Violations};

impl<'t> Checker<'t> {
    /// Does something one step further in.
    pub(super) fn inside<T>(&mut self, step: Step<'t>, walk: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let result = walk(self);
        self.path.pop();
        result
    }

    /// Writes down what CloudFormation refuses; the words are made only if somebody will read them.
    pub(super) fn error(
        &mut self,
        rule: Rule,
        node: Option<usize>,
        words: impl FnOnce(&Self) -> (String, Help),
    ) {
        self.coded_error(rule, None, node, words);
    }

    /// The same, with a code that is more exact than the rule's.
    pub(super) fn coded_error(
        &mut self,
        rule: Rule,
        code: impl Into<Option<&'static str>>,
        node: Option<usize>,
        words: impl FnOnce(&Self) -> (String, Help),
    ) {
        let length = self.path_length();
        if self.findings.limit.admits(length) {
            let violation = Violation::of(rule, code.into(), self.pointer(length), words(self));
            self.findings.found.push(Found { violation, node });
        }
    }

    /// Writes down what CloudFormation takes, but ignores or changes.
    pub(super) fn warn(
        &mut self,
        rule: Rule,
        node: Option<usize>,
        words: impl FnOnce(&Self) -> (String, Help),
    ) {
        self.coded_warning(rule, None, node, words);
    }

    /// The same, with a code that is more exact than the rule's.
    pub(super) fn coded_warning(
        &mut self,
        rule: Rule,
        code: impl Into<Option<&'static str>>,
        node: Option<usize>,
        words: impl FnOnce(&Self) -> (String, Help),
    ) {
        let length = self.path_length();
        if self.findings.warning_limit.admits(length) {
            let violation = Violation::of(rule, code.into(), self.pointer(length), words(self));
            let violation = violation.into_warning();
            self.findings.warnings.push(Found { violation, node });
        }
    }

    fn path_length(&self) -> usize {
        self.path.iter().map(Step::length).sum()
    }

    /// The path to where the walk stands.
    pub(super) fn here(&self) -> String {
        self.pointer(self.path_length())
    }

    fn pointer(&self, length: usize) -> String {
        let mut path = String::with_capacity(length);
        for step in &self.path {
            step.push(&mut path);
        }
        path
    }

    /// Takes over what the judge of values found.
    pub(super) fn take(&mut self, found: Vec<Found>, more: usize) {
        for one in found {
            let path = one.violation.path();
            if !self.is_unjudged(path) && self.findings.limit.admits(path.len()) {
                self.findings.found.push(one);
            }
        }
        self.findings.limit.more += more;
    }

    /// Takes over what stands nowhere in the text.
    pub(super) fn take_unplaced(&mut self, violations: Vec<Violation>) {
        let found = violations.into_iter().map(|violation| Found {
            violation,
            node: None,
        });
        self.take(found.collect(), 0);
    }

    /// Takes over the warnings of the judge of values.
    pub(super) fn take_warnings(&mut self, found: Vec<Found>, more: usize) {
        for one in found {
            let path = one.violation.path();
            if !self.is_unjudged(path) && self.findings.warning_limit.admits(path.len()) {
                self.findings.warnings.push(one);
            }
        }
        self.findings.warning_limit.more += more;
    }

    pub(super) fn is_unjudged(&self, path: &str) -> bool {
        self.unjudged.iter().any(|prefix| {
            let rest = path.strip_prefix(prefix.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }

    /// Everything that was found, in the order of the text.
    pub(super) fn finish(self) -> Violations {
        let findings = self.findings;
        let mut found = findings.found;
        let mut more = findings.limit.more + findings.warning_limit.more;
        found.extend(findings.warnings);
        without_repetitions(&mut found);
        let Some(source) = self.template.source.as_deref() else {
            let found = found.into_iter().map(|found| found.violation);
            return self
                .template
                .named(Violations::new(found.collect(), more, None));
        };
        let document = &source.document;
        more += read::add_warnings(document, &mut found);
        read::in_order_of_text(&mut found);
        more += found.len().saturating_sub(limit::MOST);
        found.truncate(limit::MOST);
        let mut found = read::located(found, document);
        let places = if found.is_empty() {
            Vec::new()
        } else {
            secrets(self.template, self.types)
        };
        for violation in &mut found {
            secret::withhold(violation, &source.text, &places);
        }
        let text = secret::blot(source.text.clone(), places);
        self.template
            .named(Violations::new(found, more, Some(text)))
    }
}

/// Where in the text of a template values stand that must not be shown.
fn secrets(template: &Template, types: &Types) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    for resource in template.resources() {
        if let Some(View::Node(properties)) = resource.property_view()
            && let Some(ty) = types.get(resource.type_name())
        {
            secret::add_places(properties, ty.spec(), &mut places);
        }
    }
    places
}

/// The same without what is said twice: the shape of a call is judged with the names in it, and by the type of
/// the property around it.
fn without_repetitions(found: &mut Vec<Found>) {
    let mut said = HashSet::new();
    found.retain(|one| {
        let violation = &one.violation;
        said.insert((violation.path.clone(), violation.code, violation.message()))
    });
}
