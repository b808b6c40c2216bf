//! The facts that no published specification states: what they say, and who says so.

use std::borrow::Cow;

use formwork_specs::curated::model::{
    AttributeFact, Curated, CustomName, Evidence, Interruption, Outcome, PublishedWord,
    ReferenceFact, Rule, ValueFact,
};
use formwork_specs::model::{PropertyPath, ResourceType};
use formwork_specs::shape::Shapes;

use super::view;
use super::words::{self, Extent};

/// One fact.
pub(crate) struct Beyond<'a> {
    /// What it is about: a property, or the type.
    pub(crate) about: String,
    /// What it says, in a few words.
    pub(crate) says: String,
    /// Why, in one sentence.
    pub(crate) because: Cow<'a, str>,
    /// Who says so: a link, or what is published.
    pub(crate) source: &'a str,
    /// The day of that text, where the source does not name it.
    pub(crate) as_of: Option<&'a str>,
}

impl<'a> Beyond<'a> {
    fn new(about: String, says: String, evidence: &'a Evidence) -> Self {
        let Evidence {
            because,
            source,
            as_of,
        } = evidence;
        Self {
            about,
            says,
            because: Cow::Borrowed(because),
            source,
            as_of: Some(as_of),
        }
    }
}

/// The facts about a type and all of its properties.
pub(crate) fn of_type(resource: &ResourceType) -> Vec<Beyond<'_>> {
    let mut facts = about(resource, &|_| true);
    let Curated {
        rules: _,
        words: _,
        names: _,
        values: _,
        attributes,
        reference,
    } = &resource.curated;
    facts.extend(attributes.as_ref().map(|fact| {
        let AttributeFact {
            every,
            names,
            evidence,
        } = fact;
        let what = if *every {
            "takes every property".to_owned()
        } else {
            format!("also takes {}", names.join(", "))
        };
        Beyond::new("Fn::GetAtt".to_owned(), what, evidence)
    }));
    facts.extend(reference.as_ref().map(|fact| {
        let ReferenceFact { returns, evidence } = fact;
        let says = format!("gives {}", returns.join(" + "));
        Beyond::new("Ref".to_owned(), says, evidence)
    }));
    facts
}

/// The facts about the property at a path, what is around it and what is in it.
pub(crate) fn of_property<'a>(resource: &'a ResourceType, path: &PropertyPath) -> Vec<Beyond<'a>> {
    about(resource, &|other| {
        let pairs = path.0.iter().zip(&other.0);
        pairs.fold(true, |alike, (one, other)| alike && one == other)
    })
}

fn about<'a>(
    resource: &'a ResourceType,
    is_wanted: &dyn Fn(&PropertyPath) -> bool,
) -> Vec<Beyond<'a>> {
    let curated = &resource.curated;
    let shapes = Shapes::of(&resource.definitions);
    let name = |path: &PropertyPath| {
        if path.0.is_empty() {
            "the whole resource".to_owned()
        } else {
            view::path(path)
        }
    };
    let rules = curated.rules.iter().filter(|rule| is_wanted(&rule.path));
    let rules = rules.map(|rule| Beyond::new(name(&rule.path), effect(rule), &rule.evidence));
    let published = curated.words.iter().filter(|word| is_wanted(&word.path));
    let published = published.map(|word| weighed(name(&word.path), word));
    let names = curated.names.iter().filter(|fact| is_wanted(&fact.path));
    let names = names.map(|fact| {
        let CustomName {
            path,
            custom,
            evidence,
        } = fact;
        let says = if *custom {
            "a custom name: a replacement that keeps it is refused"
        } else {
            "no custom name: a replacement may keep it"
        };
        Beyond::new(name(path), says.to_owned(), evidence)
    });
    let values = curated.values.iter().filter(|fact| is_wanted(&fact.path));
    let values = values.map(|fact| {
        let ValueFact {
            path,
            schema,
            evidence,
        } = fact;
        let limits = words::limits(&shapes, schema, Extent::Full);
        let says = if limits.is_empty() {
            "further demands on the value".to_owned()
        } else {
            limits.join("; ")
        };
        Beyond::new(name(path), says, evidence)
    });
    rules.chain(published).chain(names).chain(values).collect()
}

/// What the published sources say together.
fn weighed(about: String, word: &PublishedWord) -> Beyond<'_> {
    let PublishedWord {
        path: _,
        outcome,
        interruption,
        registry,
        specification,
        guide,
        decision,
    } = word;
    let says = on_both_axes(Some(*outcome), *interruption);
    if let Some(evidence) = decision {
        return Beyond::new(about, says, evidence);
    }
    let registry = registry.map(|update| ("the registry", view::update(update)));
    let specification =
        specification.map(|update| ("the Resource Specification", view::update(update)));
    let guide = guide.as_deref().map(|words| ("the user guide", words));
    let said = [registry, specification, guide].into_iter().flatten();
    let said: Vec<String> = said
        .map(|(who, words)| format!("{who} \"{words}\""))
        .collect();
    Beyond {
        about,
        says,
        because: Cow::Owned(format!(
            "the worst of what is published counts: {}",
            said.join(", ")
        )),
        source: "the published files themselves",
        as_of: None,
    }
}

/// What a change does where the rule holds.
fn effect(rule: &Rule) -> String {
    let words = on_both_axes(rule.outcome, rule.interruption);
    if rule.when.is_some() || rule.unless.is_some() {
        format!("{words}, under a condition")
    } else {
        words
    }
}

fn on_both_axes(outcome: Option<Outcome>, interruption: Option<Interruption>) -> String {
    let outcome = outcome.map(|outcome| match outcome {
        Outcome::InPlace => "in place",
        Outcome::MayReplace => "may replace",
        Outcome::Replace => "replaces",
        Outcome::Refused => "refused",
    });
    let interruption = interruption.map(|interruption| match interruption {
        Interruption::None => "no interruption",
        Interruption::Possible => "may interrupt",
        Interruption::Certain => "interrupts",
    });
    let words: Vec<&str> = outcome.into_iter().chain(interruption).collect();
    words.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use formwork_specs::bundled;

    fn path(text: &str) -> PropertyPath {
        PropertyPath(text.split('.').map(str::to_owned).collect())
    }

    #[test]
    fn a_property_has_the_facts_around_it_and_in_it() {
        let table = bundled::resource("AWS::DynamoDB::Table").unwrap().unwrap();
        let all = of_type(&table).len();
        let own = of_property(&table, &path("GlobalSecondaryIndexes.*.KeySchema"));
        assert!(!own.is_empty() && own.len() < all);
        assert!(
            own.iter()
                .all(|fact| fact.about.starts_with("GlobalSecondaryIndexes"))
        );
        let none = of_property(&table, &path("NoSuch"));
        assert!(none.iter().all(|fact| fact.about == "the whole resource"));
    }
}
