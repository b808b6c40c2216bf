//! What a type says of itself.

use super::facts::Facts;
use crate::curated::model::{
    AttributeFact, Curated, CustomName, Evidence, Interruption, Outcome, PublishedWord,
    ReferenceFact, Rule, ValueFact,
};
use crate::facts as facts_text;
use crate::model::{Handlers, Link, PropertyPath, ReplacementStrategy, ResourceType, Tagging};

/// The facts of a type that are about no place in its properties; prose only if it is asked for.
pub(super) fn facts(resource: &ResourceType, with_prose: bool) -> Facts {
    let ResourceType {
        name: _,
        description,
        documentation,
        // Every publication has another day.
        as_of: _,
        see_also,
        reference,
        // By place.
        body: _,
        definitions: _,
        attributes: _,
        scoped_updates: _,
        scoped_roles: _,
        primary_identifier,
        additional_identifiers,
        handlers,
        replacement,
        tagging,
        property_transforms,
        transform,
        curated,
        // What it changed is told where it is.
        patched: _,
    } = resource;
    let mut facts = Facts::default();
    if with_prose {
        facts.some("description", description.as_deref());
        facts.some("refDescription", reference.as_deref());
    }
    facts.some("documentation", documentation.as_deref());
    let pages = see_also
        .iter()
        .map(|Link { title, url }| format!("{title} ({url})"));
    facts.list("seeAlso", pages);
    facts.list(
        "primaryIdentifier",
        primary_identifier.iter().map(PropertyPath::pointer),
    );
    let identifier = |paths: &Vec<PropertyPath>| {
        let paths: Vec<String> = paths.iter().map(PropertyPath::pointer).collect();
        paths.join(" + ")
    };
    facts.list(
        "additionalIdentifiers",
        additional_identifiers.iter().map(identifier),
    );
    facts.list(
        "handlers",
        handlers.iter().copied().flat_map(self::handlers),
    );
    match replacement {
        ReplacementStrategy::CreateThenDelete => {}
        ReplacementStrategy::DeleteThenCreate => facts.flag("deleteThenCreate", true),
    }
    if let Some(tagging) = tagging {
        self::tagging(tagging, &mut facts);
    }
    let transforms = property_transforms.iter();
    let transforms =
        transforms.map(|(path, expression)| format!("{}: {expression}", path.pointer()));
    facts.list("propertyTransform", transforms);
    facts.some("transform", transform.as_deref());
    self::curated(curated, &mut facts);
    facts
}

fn handlers(handlers: Handlers) -> Vec<String> {
    let Handlers {
        create,
        read,
        update,
        delete,
        list,
    } = handlers;
    let all = [
        (create, "create"),
        (read, "read"),
        (update, "update"),
        (delete, "delete"),
        (list, "list"),
    ];
    let all = all.into_iter().filter(|(has, _)| *has);
    all.map(|(_, name)| name.to_owned()).collect()
}

fn tagging(tagging: &Tagging, facts: &mut Facts) {
    let Tagging {
        taggable,
        on_create,
        updatable,
        system_tags,
        property,
    } = tagging;
    facts.word("taggable", taggable);
    facts.word("tagOnCreate", on_create);
    facts.word("tagUpdatable", updatable);
    facts.word("cloudFormationSystemTags", system_tags);
    facts.list("tagProperty", property.iter().map(PropertyPath::pointer));
}

/// What is curated: each rule is one value, so that one more or less is seen as such. Where the others come from
/// stands apart, for whoever wants to know.
fn curated(curated: &Curated, facts: &mut Facts) {
    let Curated {
        rules,
        words,
        names,
        values,
        attributes,
        reference,
    } = curated;
    facts.list("updateRules", rules.iter().map(rule));
    for rule in rules {
        source("updateRules", &rule.path.pointer(), &rule.evidence, facts);
    }
    for word in words {
        self::word(word, facts);
    }
    for name in names {
        let CustomName {
            path,
            custom,
            evidence,
        } = name;
        let path = path.pointer();
        let is = if *custom { "is one" } else { "is none" };
        facts.word("customNames", &format!("{path} {is}"));
        source("customNames", &path, evidence, facts);
    }
    for value in values {
        let ValueFact {
            path,
            // Laid over the value, where it is compared.
            schema: _,
            evidence,
        } = value;
        source("values", &path.pointer(), evidence, facts);
    }
    if let Some(AttributeFact {
        every,
        names,
        evidence,
    }) = attributes
    {
        facts.flag("everyPropertyIsAttribute", *every);
        facts.list("moreAttributes", names.iter().cloned());
        source("moreAttributes", "", evidence, facts);
    }
    if let Some(ReferenceFact { returns, evidence }) = reference {
        facts.list("ref", returns.iter().cloned());
        source("ref", "", evidence, facts);
    }
}

fn word(word: &PublishedWord, facts: &mut Facts) {
    let PublishedWord {
        path,
        outcome,
        interruption,
        // What each source says is the evidence, unless a decision stands in its place.
        registry: _,
        specification: _,
        guide: _,
        decision: _,
    } = word;
    let path = path.pointer();
    let outcome = outcome_word(*outcome);
    let interruption = match interruption {
        None | Some(Interruption::None) => String::new(),
        Some(interruption) => format!(", {}", interruption_word(*interruption)),
    };
    facts.word(
        "publishedWords",
        &format!("{path}: {outcome}{interruption}"),
    );
    source("publishedWords", &path, &word.evidence(), facts);
}

/// `/EngineVersion: replacement, if {…}`: who says so, and why, stands apart.
fn rule(rule: &Rule) -> String {
    let Rule {
        path,
        when,
        unless,
        outcome,
        interruption,
        evidence: _,
    } = rule;
    let mut effects: Vec<&str> = outcome.iter().copied().map(outcome_word).collect();
    effects.extend(interruption.iter().copied().map(interruption_word));
    let place = match path.pointer() {
        path if path.is_empty() => "the resource".to_owned(),
        path => path,
    };
    let mut text = format!("{place}: {}", effects.join(", "));
    for (word, condition) in [("if", when), ("unless", unless)] {
        if let Some(condition) = condition {
            text.extend([", ", word, " ", &facts_text::condition_text(condition)]);
        }
    }
    text
}

fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::InPlace => "no interruption",
        Outcome::MayReplace => "may be replaced",
        Outcome::Replace => "replacement",
        Outcome::Refused => "refused",
    }
}

fn interruption_word(interruption: Interruption) -> &'static str {
    match interruption {
        Interruption::None => "without an interruption",
        Interruption::Possible => "perhaps an interruption",
        Interruption::Certain => "an interruption",
    }
}

/// Where a curated fact comes from.
fn source(fact: &str, path: &str, evidence: &Evidence, facts: &mut Facts) {
    let Evidence {
        because,
        source,
        as_of,
    } = evidence;
    let subject = format!("{fact} {path}");
    let text = format!("{}: {because} ({source}, {as_of})", subject.trim_end());
    facts.word("sources", &text);
}
