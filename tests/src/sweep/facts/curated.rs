//! What is curated about updates, in one text for each fact: as the model states it and as a table holds it.
//!
//! That conditions are written as they were read is a test of their reader.

use formwork::Json;
use formwork_specs::curated::model::{Curated, Evidence, Interruption, Outcome};
use formwork_specs::model::PropertyPath;

/// A fact: its place, its keyword, and what it says.
type Fact = (String, &'static str, String);

/// What the model states.
pub(super) fn facts(curated: &Curated) -> Vec<Fact> {
    let rules = curated.rules.iter().enumerate().map(|(number, rule)| {
        let conditions = [rule.when.is_some(), rule.unless.is_some()];
        let said = said(rule.outcome, rule.interruption, conditions, &rule.evidence);
        (
            format!("{number} {}", pointer(&rule.path)),
            "updateRules",
            said,
        )
    });
    let words = curated.words.iter();
    let words = words.filter(|word| word.outcome > Outcome::InPlace || word.interruption.is_some());
    let words = words.map(|word| {
        let evidence = word.evidence();
        let said = said(Some(word.outcome), word.interruption, [false; 2], &evidence);
        (pointer(&word.path), "updateWords", said)
    });
    let names = curated.names.iter().map(|name| {
        let said = format!("{} {}", name.custom, evidence(&name.evidence));
        (pointer(&name.path), "customNames", said)
    });
    let reference = curated.reference.iter();
    let reference = reference.map(|fact| (String::new(), "refReturns", fact.returns.join(" | ")));
    rules.chain(words).chain(names).chain(reference).collect()
}

/// What a table holds; none if the key is another one.
pub(super) fn written(key: &str, value: &Json) -> Option<Vec<Fact>> {
    let by_pointer = || value.as_object().into_iter().flatten();
    Some(match key {
        "updateRules" => {
            let rules = value.as_array().unwrap_or_default().iter().enumerate();
            let rules = rules.map(|(number, rule)| {
                let at = format!("{number} {}", text(rule, "path"));
                (at, "updateRules", said_by(rule))
            });
            rules.collect()
        }
        "updateWords" => {
            let words =
                by_pointer().map(|(path, word)| (path.to_owned(), "updateWords", said_by(word)));
            words.collect()
        }
        "customNames" => {
            let names = by_pointer().map(|(path, name)| {
                let custom = name
                    .get("custom")
                    .and_then(Json::as_bool)
                    .unwrap_or_default();
                let said = format!("{custom} {}", evidence_of(name));
                (path.to_owned(), "customNames", said)
            });
            names.collect()
        }
        "refReturns" => {
            let names = value.as_array().unwrap_or_default().iter();
            let names: Vec<&str> = names.filter_map(Json::as_str).collect();
            vec![(String::new(), "refReturns", names.join(" | "))]
        }
        _ => return None,
    })
}

/// What a rule of the runtime says.
pub(super) fn read(number: usize, rule: &formwork::UpdateRule) -> Fact {
    let outcome = rule.outcome.map(|outcome| match outcome {
        formwork::Outcome::InPlace => "in place",
        formwork::Outcome::MayReplace => "may replace",
        formwork::Outcome::Replace => "replace",
        formwork::Outcome::Refused => "refused",
    });
    let interruption = rule.interruption.map(|interruption| match interruption {
        formwork::Interruption::None => "none",
        formwork::Interruption::Possible => "possible",
        formwork::Interruption::Certain => "certain",
    });
    let reason = &rule.reason;
    let said = format!(
        "{} {} {} {} {} {}",
        outcome.unwrap_or_default(),
        interruption.unwrap_or_default(),
        rule.is_conditional(),
        reason.text(),
        reason.source(),
        reason.as_of()
    );
    (format!("{number} {}", rule.path), "updateRules", said)
}

fn said(
    outcome: Option<Outcome>,
    interruption: Option<Interruption>,
    conditions: [bool; 2],
    evidence: &Evidence,
) -> String {
    let outcome = outcome.map(|outcome| match outcome {
        Outcome::InPlace => "in place",
        Outcome::MayReplace => "may replace",
        Outcome::Replace => "replace",
        Outcome::Refused => "refused",
    });
    let interruption = interruption.map(|interruption| match interruption {
        Interruption::None => "none",
        Interruption::Possible => "possible",
        Interruption::Certain => "certain",
    });
    format!(
        "{} {} {} {}",
        outcome.unwrap_or_default(),
        interruption.unwrap_or_default(),
        conditions.contains(&true),
        self::evidence(evidence)
    )
}

fn said_by(fact: &Json) -> String {
    let is_conditional = fact.get("when").is_some() || fact.get("unless").is_some();
    let (outcome, interruption) = (text(fact, "outcome"), text(fact, "interruption"));
    format!(
        "{outcome} {interruption} {is_conditional} {}",
        evidence_of(fact)
    )
}

fn evidence(
    Evidence {
        because,
        source,
        as_of,
    }: &Evidence,
) -> String {
    format!("{because} {source} {as_of}")
}

fn evidence_of(fact: &Json) -> String {
    format!(
        "{} {} {}",
        text(fact, "because"),
        text(fact, "source"),
        text(fact, "asOf")
    )
}

fn text<'j>(fact: &'j Json, key: &str) -> &'j str {
    fact.get(key).and_then(Json::as_str).unwrap_or_default()
}

fn pointer(PropertyPath(path): &PropertyPath) -> String {
    path.iter().fold(String::new(), |pointer, name| {
        pointer + "/" + &name.replace('~', "~0").replace('/', "~1")
    })
}
