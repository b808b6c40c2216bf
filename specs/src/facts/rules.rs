//! Curated facts of updates, in the words of the curated files.

use std::fmt::Write as _;

use super::json::{Object, list, literal, string};
use crate::curated::model::{
    Claim, Condition, Count, CustomName, Elements, Evidence, Interruption, Outcome, Places,
    PublishedWord, Rule, Subject, Test,
};
use crate::curated::rule::{CHANGES, INTERRUPTIONS, OUTCOMES, SIZES, VERSIONS};
use crate::model::PropertyPath;

/// Rules as a list of objects: the members that files have, one path for each rule, one claim for
/// each object. Reading the text gives the same rules.
pub(super) fn write(rules: &[Rule], out: &mut String) {
    list(rules, out, rule);
}

/// The same as a text of its own.
#[must_use]
pub fn rules(rules: &[Rule]) -> String {
    let mut out = String::new();
    write(rules, &mut out);
    out
}

/// What has to hold for a rule, in the words of the curated files.
#[must_use]
pub fn condition_text(of: &Condition) -> String {
    let mut out = String::new();
    condition(of, &mut out);
    out
}

/// What the published sources say together, by pointer. What they call harmless needs no word.
pub(super) fn words(words: &[PublishedWord], out: &mut String) {
    let mut members = Object::begin(out);
    for word in words {
        let PublishedWord {
            path,
            outcome,
            interruption,
            registry: _,
            specification: _,
            guide: _,
            decision: _,
        } = word;
        if *outcome == Outcome::InPlace && interruption.is_none() {
            continue;
        }
        let mut object = Object::begin(members.key(&path.pointer()));
        effect(Some(*outcome), *interruption, &mut object);
        evidence(&word.evidence(), &mut object);
        object.end();
    }
    members.end();
}

/// Which properties are custom physical names, and which are none, by pointer.
pub(super) fn names(names: &[CustomName], out: &mut String) {
    let mut members = Object::begin(out);
    for CustomName {
        path,
        custom,
        evidence,
    } in names
    {
        let mut object = Object::begin(members.key(&path.pointer()));
        object.raw("custom", Some(if *custom { "true" } else { "false" }));
        self::evidence(evidence, &mut object);
        object.end();
    }
    members.end();
}

fn rule(rule: &Rule, out: &mut String) {
    let Rule {
        path,
        when,
        unless,
        outcome,
        interruption,
        evidence,
    } = rule;
    let mut object = Object::begin(out);
    pointer(path, object.keyword("path"));
    if let Some(when) = when {
        condition(when, object.keyword("when"));
    }
    if let Some(unless) = unless {
        condition(unless, object.keyword("unless"));
    }
    effect(*outcome, *interruption, &mut object);
    self::evidence(evidence, &mut object);
    object.end();
}

fn effect(outcome: Option<Outcome>, interruption: Option<Interruption>, object: &mut Object<'_>) {
    object.text("outcome", outcome.map(|outcome| word(&OUTCOMES, &outcome)));
    let interruption = interruption.map(|interruption| word(&INTERRUPTIONS, &interruption));
    object.text("interruption", interruption);
}

fn evidence(evidence: &Evidence, object: &mut Object<'_>) {
    let Evidence {
        because,
        source,
        as_of,
    } = evidence;
    object.text("because", Some(because));
    object.text("source", Some(source));
    object.text("asOf", Some(as_of));
}

/// The depth is that of the file the condition was read from, which is limited.
fn condition(of: &Condition, out: &mut String) {
    let mut object = Object::begin(out);
    match of {
        Condition::All(all) => list(all, object.keyword("allOf"), condition),
        Condition::Any(any) => list(any, object.keyword("anyOf"), condition),
        Condition::Not(not) => condition(not, object.keyword("not")),
        Condition::Besides(paths) => list(paths, object.keyword("besides"), pointer),
        Condition::Claim(subject, of) => {
            match subject {
                Subject::Own => {}
                Subject::Property(path) => pointer(path, object.keyword("property")),
                Subject::Attribute(path) => pointer(path, object.keyword("attribute")),
            }
            claim(of, &mut object);
        }
    }
    object.end();
}

fn claim(claim: &Claim, object: &mut Object<'_>) {
    match claim {
        Claim::Before(of) => test(of, object.keyword("before")),
        Claim::After(of) => test(of, object.keyword("after")),
        Claim::Change(kind) => string(word(&CHANGES, kind), object.keyword("change")),
        Claim::Size(trend) => string(word(&SIZES, trend), object.keyword("size")),
        Claim::Version(trend) => string(word(&VERSIONS, trend), object.keyword("version")),
        Claim::Elements(of) => elements(of, object.keyword("elements")),
    }
}

fn test(of: &Test, out: &mut String) {
    match of {
        Test::Absent => string("absent", out),
        Test::Present => string("present", out),
        Test::Any(tests) => list(tests, out, test),
        Test::OneOf(values) => {
            let mut object = Object::begin(out);
            match values.as_slice() {
                [value] => literal(value, object.keyword("equals")),
                values => list(values, object.keyword("oneOf"), literal),
            }
            object.end();
        }
        Test::StartsWith(text) => {
            let mut object = Object::begin(out);
            string(text, object.keyword("startsWith"));
            object.end();
        }
        Test::Count(of) => {
            let mut object = Object::begin(out);
            let mut inner = Object::begin(object.keyword("count"));
            count(of, &mut inner);
            inner.end();
            object.end();
        }
        Test::Not(not) => {
            let mut object = Object::begin(out);
            test(not, object.keyword("not"));
            object.end();
        }
    }
}

fn elements(of: &Elements, out: &mut String) {
    let Elements {
        key,
        added,
        removed,
        added_or_removed,
        edited,
        edited_where,
    } = of;
    let mut object = Object::begin(out);
    if !key.is_empty() {
        list(key, object.keyword("key"), pointer);
    }
    let counts = [
        ("added", added),
        ("removed", removed),
        ("addedOrRemoved", added_or_removed),
    ];
    for (name, of) in counts {
        if let Some(of) = of {
            let mut inner = Object::begin(object.keyword(name));
            count(of, &mut inner);
            inner.end();
        }
    }
    if let Some(edited) = edited {
        let mut inner = Object::begin(object.keyword("edited"));
        count(edited, &mut inner);
        match edited_where {
            Places::Anywhere => {}
            Places::At(paths) => list(paths, inner.keyword("at"), pointer),
            Places::Except(paths) => list(paths, inner.keyword("except"), pointer),
        }
        inner.end();
    }
    object.end();
}

fn count(Count { least, most }: &Count, object: &mut Object<'_>) {
    let _infallible = write!(object.keyword("least"), "{least}");
    if let Some(most) = most {
        let _infallible = write!(object.keyword("most"), "{most}");
    }
}

/// The word that a file has for a choice.
fn word<T: PartialEq>(words: &[(&'static str, T)], of: &T) -> &'static str {
    let found = words.iter().find(|(_, meaning)| meaning == of);
    found.map_or("", |(word, _)| word)
}

fn pointer(path: &PropertyPath, out: &mut String) {
    string(&path.pointer(), out);
}
