//! Rules as one line of JSON, in the words of the files: what the facts text carries.

use std::fmt::Write as _;

use crate::curated::model::{
    Claim, Condition, Count, Elements, Evidence, Places, Rule, Subject, Test,
};
use crate::curated::rule::{CHANGES, INTERRUPTIONS, OUTCOMES, SIZES, VERSIONS};
use crate::model::{Literal, Number, PropertyPath};
use crate::tree::escape;

/// Rules as a list of objects: the members that files have, one path for each rule, one claim for
/// each object. Reading the text gives the same rules.
#[must_use]
pub fn rules(rules: &[Rule]) -> String {
    let mut out = String::new();
    list(rules, &mut out, rule);
    out
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
    let Evidence {
        because,
        source,
        as_of,
    } = evidence;
    let mut object = Object::begin(out);
    pointer(path, object.key("path"));
    if let Some(when) = when {
        condition(when, object.key("when"));
    }
    if let Some(unless) = unless {
        condition(unless, object.key("unless"));
    }
    if let Some(outcome) = outcome {
        string(word(&OUTCOMES, outcome), object.key("outcome"));
    }
    if let Some(interruption) = interruption {
        string(
            word(&INTERRUPTIONS, interruption),
            object.key("interruption"),
        );
    }
    string(because, object.key("because"));
    string(source, object.key("source"));
    string(as_of, object.key("asOf"));
    object.end();
}

/// The depth is that of the file the condition was read from, which is limited.
fn condition(of: &Condition, out: &mut String) {
    let mut object = Object::begin(out);
    match of {
        Condition::All(all) => list(all, object.key("allOf"), condition),
        Condition::Any(any) => list(any, object.key("anyOf"), condition),
        Condition::Not(not) => condition(not, object.key("not")),
        Condition::Besides(paths) => list(paths, object.key("besides"), pointer),
        Condition::Claim(subject, of) => {
            match subject {
                Subject::Own => {}
                Subject::Property(path) => pointer(path, object.key("property")),
                Subject::Attribute(path) => pointer(path, object.key("attribute")),
            }
            claim(of, &mut object);
        }
    }
    object.end();
}

fn claim(claim: &Claim, object: &mut Object<'_>) {
    match claim {
        Claim::Before(of) => test(of, object.key("before")),
        Claim::After(of) => test(of, object.key("after")),
        Claim::Change(kind) => string(word(&CHANGES, kind), object.key("change")),
        Claim::Size(trend) => string(word(&SIZES, trend), object.key("size")),
        Claim::Version(trend) => string(word(&VERSIONS, trend), object.key("version")),
        Claim::Elements(of) => elements(of, object.key("elements")),
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
                [value] => literal(value, object.key("equals")),
                values => list(values, object.key("oneOf"), literal),
            }
            object.end();
        }
        Test::StartsWith(text) => {
            let mut object = Object::begin(out);
            string(text, object.key("startsWith"));
            object.end();
        }
        Test::Count(of) => {
            let mut object = Object::begin(out);
            let mut inner = Object::begin(object.key("count"));
            count(of, &mut inner);
            inner.end();
            object.end();
        }
        Test::Not(not) => {
            let mut object = Object::begin(out);
            test(not, object.key("not"));
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
        list(key, object.key("key"), pointer);
    }
    let counts = [
        ("added", added),
        ("removed", removed),
        ("addedOrRemoved", added_or_removed),
    ];
    for (name, of) in counts {
        if let Some(of) = of {
            let mut inner = Object::begin(object.key(name));
            count(of, &mut inner);
            inner.end();
        }
    }
    if let Some(edited) = edited {
        let mut inner = Object::begin(object.key("edited"));
        count(edited, &mut inner);
        match edited_where {
            Places::Anywhere => {}
            Places::At(paths) => list(paths, inner.key("at"), pointer),
            Places::Except(paths) => list(paths, inner.key("except"), pointer),
        }
        inner.end();
    }
    object.end();
}

fn count(Count { least, most }: &Count, object: &mut Object<'_>) {
    let _infallible = write!(object.key("least"), "{least}");
    if let Some(most) = most {
        let _infallible = write!(object.key("most"), "{most}");
    }
}

/// The word that a file has for a choice.
fn word<T: PartialEq>(words: &[(&'static str, T)], of: &T) -> &'static str {
    let found = words.iter().find(|(_, meaning)| meaning == of);
    found.map_or("", |(word, _)| word)
}

fn literal(of: &Literal, out: &mut String) {
    match of {
        Literal::Null => out.push_str("null"),
        Literal::Bool(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Literal::Number(Number(number)) => out.push_str(number),
        Literal::String(text) => string(text, out),
        Literal::Array(elements) => list(elements, out, literal),
        Literal::Object(members) => {
            let mut object = Object::begin(out);
            for (key, value) in members {
                literal(value, object.key(key));
            }
            object.end();
        }
    }
}

fn pointer(PropertyPath(path): &PropertyPath, out: &mut String) {
    let segments: String = path
        .iter()
        .map(|name| format!("/{}", escape(name)))
        .collect();
    string(&segments, out);
}

fn list<T>(of: &[T], out: &mut String, print: impl Fn(&T, &mut String)) {
    out.push('[');
    for (index, one) in of.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        print(one, out);
    }
    out.push(']');
}

fn string(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            letter if letter.is_control() => {
                let _infallible = write!(out, "\\u{:04x}", u32::from(letter));
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
}

/// An object that is being written.
struct Object<'o> {
    out: &'o mut String,
    first: bool,
}

impl<'o> Object<'o> {
    fn begin(out: &'o mut String) -> Self {
        out.push('{');
        Self { out, first: true }
    }

    fn key(&mut self, key: &str) -> &mut String {
        if !self.first {
            self.out.push(',');
        }
        self.first = false;
        string(key, self.out);
        self.out.push(':');
        self.out
    }

    fn end(self) {
        self.out.push('}');
    }
}
