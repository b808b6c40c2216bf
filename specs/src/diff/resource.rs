//! What a type says of itself.

use super::facts::Facts;
use crate::curated::model::{
    AttributeFact, Curated, CustomName, PublishedWord, ReferenceFact, ValueFact,
};
use crate::facts as facts_text;
use crate::model::{Handlers, PropertyPath, ReplacementStrategy, ResourceType, Tagging};

/// The facts of a type that are about no place in its properties.
pub(super) fn facts(resource: &ResourceType) -> Facts {
    let ResourceType {
        name: _,
        description: _,
        documentation,
        see_also: _,
        reference: _,
        // By place.
        body: _,
        definitions: _,
        attributes: _,
        scoped_updates: _,
        primary_identifier,
        additional_identifiers,
        handlers,
        replacement,
        tagging,
        property_transforms,
        transform,
        curated,
    } = resource;
    let mut facts = Facts::default();
    facts.some("documentation", documentation.as_deref());
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

/// What is curated: each rule is one value, so that one more or less is seen as such.
fn curated(curated: &Curated, facts: &mut Facts) {
    let Curated {
        rules,
        words,
        names,
        // Laid over the schemas and attributes, where they are compared.
        values,
        attributes,
        reference,
    } = curated;
    let rules = rules
        .iter()
        .map(|rule| facts_text::rules(std::slice::from_ref(rule)));
    facts.list("updateRules", rules);
    facts.list("publishedWords", words.iter().map(word));
    let names = names.iter().map(|name| {
        let CustomName {
            path,
            custom,
            evidence: _,
        } = name;
        format!("{}: {custom}", path.pointer())
    });
    facts.list("customNames", names);
    let values = values.iter().map(|value| {
        let ValueFact {
            path,
            schema: _,
            evidence,
        } = value;
        format!("{}: {}", path.pointer(), evidence.because)
    });
    facts.list("curatedValues", values);
    if let Some(AttributeFact {
        every,
        names,
        evidence: _,
    }) = attributes
    {
        facts.flag("everyPropertyIsAttribute", *every);
        facts.list("moreAttributes", names.iter().cloned());
    }
    if let Some(ReferenceFact {
        returns,
        evidence: _,
    }) = reference
    {
        facts.list("ref", returns.iter().cloned());
    }
}

fn word(word: &PublishedWord) -> String {
    let PublishedWord {
        path,
        outcome,
        interruption,
        registry: _,
        specification: _,
        guide: _,
        decision: _,
    } = word;
    let interruption = interruption
        .map(|one| format!(", {one:?}"))
        .unwrap_or_default();
    format!("{}: {outcome:?}{interruption}", path.pointer())
}
