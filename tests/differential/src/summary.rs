//! What came of all comparisons.

use std::collections::BTreeMap;

use formwork::Rule;
use serde_json::Value;

use crate::explain::{
    Answers, EXPLANATIONS, MENDED, NOT_SAID, REFERENCE_WINS, WHOLE_NUMBERS, explained,
    has_whole_double, is_reference_to_another_type, mended,
};
use crate::reference::{Problems, Readable};
use crate::typed::Typed;

/// As much of a document and of a value as is printed.
const SHOWN_DOCUMENT: usize = 600;
const SHOWN_VALUE: usize = 200;

/// One document, judged by both.
pub(crate) struct Case<'c> {
    pub(crate) type_name: &'c str,
    pub(crate) made_by: &'c str,
    pub(crate) document: &'c Value,
    pub(crate) ours: Problems,
    pub(crate) theirs: Problems,
    /// What we say with our tolerances.
    pub(crate) tolerant: Problems,
}

/// Counts, and the first differences in full.
#[derive(Default)]
pub(crate) struct Summary {
    pub(crate) types: usize,
    documents: usize,
    right: usize,
    /// How many were judged as structs, too.
    typed: usize,
    /// How many documents were made in a way, and how many of them both refused.
    ways: BTreeMap<String, (usize, usize)>,
    explained: BTreeMap<&'static str, usize>,
    /// How often the table demands what the file does not say.
    mended: BTreeMap<&'static str, usize>,
    not_said: BTreeMap<&'static str, usize>,
    /// How many differences nothing explains.
    pub(crate) unexplained: usize,
    show: usize,
    pub(crate) failed: Vec<String>,
}

impl Summary {
    /// The first so many differences are printed.
    pub(crate) fn showing(show: usize) -> Self {
        Self {
            show,
            ..Self::default()
        }
    }

    /// Counts a document; whether both agree, or differ as is meant, is the answer.
    pub(crate) fn add(&mut self, case: &Case<'_>) -> bool {
        self.documents += 1;
        self.right += usize::from(case.ours.is_empty() && case.theirs.is_empty());
        let (made, refused) = self.ways.entry(case.made_by.to_owned()).or_default();
        *made += 1;
        *refused += usize::from(!case.ours.is_empty() && !case.theirs.is_empty());
        if case.ours.is_empty() && !case.tolerant.is_empty() {
            self.difference("refused by tolerance", case, &case.tolerant, &case.ours);
            return false;
        }
        if case.ours == case.theirs {
            return true;
        }
        let answers = Answers {
            document: case.document,
            ours: case.ours.clone(),
            theirs: case.theirs.clone(),
        };
        if let Some(names) = explained(answers) {
            for name in names {
                *self.explained.entry(name).or_default() += 1;
            }
            return true;
        }
        let is_verdict = case.ours.is_empty() != case.theirs.is_empty();
        let what = if is_verdict { "verdict" } else { "places" };
        self.difference(what, case, &case.ours, &case.theirs);
        false
    }

    /// Counts a document that was judged by the published file itself: whether it is right has to be the same by
    /// the table.
    pub(crate) fn add_published(&mut self, case: &Case<'_>, file: &Value, published: &Problems) {
        if published.is_empty() == case.theirs.is_empty() {
            return;
        }
        match mended(&case.theirs).filter(|_| published.is_empty()) {
            Some(names) => {
                for name in names {
                    *self.mended.entry(name).or_default() += 1;
                }
            }
            None if is_reference_to_another_type(file, published) => {
                *self.not_said.entry(REFERENCE_WINS.0).or_default() += 1;
            }
            None => self.difference("the file itself", case, &case.theirs, published),
        }
    }

    /// Counts a document that was judged as a struct, too: the struct has to be judged alike.
    pub(crate) fn add_typed(&mut self, case: &Case<'_>, typed: &Typed, untyped: &Problems) {
        self.typed += 1;
        if typed.validated != typed.read && has_whole_double(case.document) {
            *self.not_said.entry(WHOLE_NUMBERS.0).or_default() += 1;
        } else if typed.validated != typed.read {
            self.difference("read and validated", case, &typed.validated, &typed.read);
        } else if typed.validated != *untyped && !untyped.is_empty() {
            // What was coerced may be wrong by a demand that names no type, of which a document of another type
            // is free.
            self.difference("as a struct", case, &typed.validated, untyped);
        }
    }

    fn difference(&mut self, what: &str, case: &Case<'_>, ours: &Problems, theirs: &Problems) {
        self.unexplained += 1;
        if self.unexplained > self.show {
            return;
        }
        let document = short(&case.document.to_string(), SHOWN_DOCUMENT);
        println!(
            "{what}: {}, made by {}\n  {document}",
            case.type_name, case.made_by
        );
        let line = |whose: &str, (path, rule): &(String, Rule)| {
            let value = case
                .document
                .pointer(path)
                .map(Value::to_string)
                .unwrap_or_default();
            println!(
                "  only {whose}: {path} {rule}  {}",
                short(&value, SHOWN_VALUE)
            );
        };
        ours.difference(theirs)
            .for_each(|problem| line("ours", problem));
        theirs
            .difference(ours)
            .for_each(|problem| line("theirs", problem));
    }

    /// The tables of `DIFFERENTIAL.md`.
    pub(crate) fn print(&self, readable: &Readable) {
        let Self {
            types,
            documents,
            right,
            typed,
            ..
        } = self;
        println!("{types} types, {documents} documents, {right} of them right for both");
        println!("{typed} documents of them judged as structs as well\n");
        println!("| made by | documents | refused by both |\n|---|---|---|");
        for (way, (made, refused)) in &self.ways {
            println!("| {way} | {made} | {refused} |");
        }
        println!("\n| difference that is meant | times | reason |\n|---|---|---|");
        for explanation in &EXPLANATIONS {
            let count = self.explained.get(explanation.name).unwrap_or(&0);
            println!(
                "| {} | {count} | {} |",
                explanation.name, explanation.reason
            );
        }
        println!("\n| demanded without the file | times | reason |\n|---|---|---|");
        for mended in &MENDED {
            let count = self.mended.get(mended.name).unwrap_or(&0);
            println!("| {} | {count} | {} |", mended.name, mended.reason);
        }
        println!("\n| not said of the document | times | reason |\n|---|---|---|");
        for (name, reason) in NOT_SAID {
            let count = self.not_said.get(name).unwrap_or(&0);
            println!("| {name} | {count} | {reason} |");
        }
        let (ours, theirs) = (readable.not_ours, readable.not_theirs);
        println!(
            "\npatterns taken out: {ours} that we cannot read, {theirs} more that `jsonschema` cannot read"
        );
        println!("types that could not be compared: {}", self.failed.len());
        for failure in &self.failed {
            println!("- {failure}");
        }
        println!("differences that nothing explains: {}", self.unexplained);
    }
}

fn short(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}
