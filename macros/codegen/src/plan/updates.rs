//! What is known of updates beyond the word of a property: which property a fact is about, and the
//! sentences that say it.

use std::collections::HashMap;
use std::fmt::Write as _;

use formwork_specs::curated::Paths;
use formwork_specs::curated::model::{Evidence, Interruption, Outcome, PublishedWord, Rule};
use formwork_specs::model::{Property, PropertyPath, ResourceType, ScopedUpdate, Update};

use super::inline::{inline, url};
use super::roles::listed;
use super::wording;

/// The facts by the address of the property that they are about.
#[derive(Debug, Default)]
pub(crate) struct Updates<'s> {
    rules: HashMap<*const Property, Vec<&'s Rule>>,
    words: HashMap<*const Property, Vec<&'s PublishedWord>>,
    /// What the specification says of single paths, where no published word is about them.
    scoped: HashMap<*const Property, Vec<&'s ScopedUpdate>>,
}

impl<'s> Updates<'s> {
    pub(crate) fn of(resource: &'s ResourceType) -> Self {
        let mut updates = Self::default();
        let paths = Paths::of(resource);
        let properties = |path: &PropertyPath| paths.properties(path).into_iter();
        for rule in &resource.curated.rules {
            for property in properties(&rule.path) {
                updates.rules.entry(property).or_default().push(rule);
            }
        }
        for word in &resource.curated.words {
            for property in properties(&word.path) {
                updates.words.entry(property).or_default().push(word);
            }
        }
        for scoped in &resource.scoped_updates {
            let mut words = resource.curated.words.iter();
            if words.all(|word| word.path != scoped.path) {
                for property in properties(&scoped.path) {
                    updates.scoped.entry(property).or_default().push(scoped);
                }
            }
        }
        updates
    }

    /// What an update of a property does, in words: what the rules about it can come to, and what
    /// the published sources say together where no rule decides.
    pub(super) fn word(&self, property: &Property) -> String {
        let words = self.words(property);
        let of_words = words.iter().map(|word| word.outcome).max();
        let of_words = of_words.unwrap_or(outcome(property.update));
        let interruption = words.iter().filter_map(|word| word.interruption).max();
        let interruption = interruption.unwrap_or(Interruption::None);
        let mut outcomes = self.possible(property, |rule| rule.outcome, of_words);
        for scoped in self.scoped(property) {
            outcomes.1 = outcomes.1.max(outcome(scoped.update));
        }
        let interruptions = self.possible(property, |rule| rule.interruption, interruption);
        let mildest = match outcomes.0 {
            Outcome::InPlace if interruptions.1 > Interruption::None => "some interruptions",
            outcome => outcome_word(outcome),
        };
        if outcomes.0 == outcomes.1 {
            return mildest.to_owned();
        }
        format!("{mildest} or {}", outcome_word(outcomes.1))
    }

    /// The mildest and the worst that rules can come to on one axis: they are tried in their order,
    /// the last that can hold is the first without a condition, and else the published word.
    fn possible<T: Copy + Ord>(
        &self,
        property: &Property,
        axis: impl Fn(&Rule) -> Option<T>,
        published: T,
    ) -> (T, T) {
        let mut range: Option<(T, T)> = None;
        let mut widen = |effect: T| {
            let (least, most) = range.unwrap_or((effect, effect));
            range = Some((least.min(effect), most.max(effect)));
        };
        let mut is_decided = false;
        for rule in self.rules(property) {
            if let Some(effect) = axis(rule) {
                widen(effect);
                is_decided = rule.when.is_none() && rule.unless.is_none();
            }
            if is_decided {
                break;
            }
        }
        if !is_decided {
            widen(published);
        }
        range.unwrap_or((published, published))
    }

    /// The facts as a list: what each source says where they disagree, then the rules.
    pub(super) fn list(&self, property: &Property) -> String {
        let words = self.words(property).iter().map(|word| statements(word));
        let rules = self.rules(property).iter().map(|rule| sentence(rule));
        let scoped = self.scoped(property).iter().map(|scoped| {
            let (outcome, path) = (
                outcome_word(outcome(scoped.update)),
                listed(&[&scoped.path]),
            );
            format!("- At {path}: {outcome}. The specification says so of this use alone.")
        });
        let mut lines: Vec<String> = Vec::new();
        for line in words.chain(scoped).chain(rules) {
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines.join("\n")
    }

    fn rules(&self, property: &Property) -> &[&'s Rule] {
        let rules = self.rules.get(&std::ptr::from_ref(property));
        rules.map(Vec::as_slice).unwrap_or_default()
    }

    fn scoped(&self, property: &Property) -> &[&'s ScopedUpdate] {
        let scoped = self.scoped.get(&std::ptr::from_ref(property));
        scoped.map(Vec::as_slice).unwrap_or_default()
    }

    fn words(&self, property: &Property) -> &[&'s PublishedWord] {
        let words = self.words.get(&std::ptr::from_ref(property));
        words.map(Vec::as_slice).unwrap_or_default()
    }
}

// - The registry says nothing, the Resource Specification `Mutable`, the user guide "replacement":
//   no interruption, since … ([source](https://…), 2026-09-29).
fn statements(word: &PublishedWord) -> String {
    let PublishedWord {
        path: _,
        outcome,
        interruption: _,
        registry,
        specification,
        guide,
        decision,
    } = word;
    let registry = match registry {
        None | Some(Update::Mutable) => "nothing",
        Some(Update::Conditional) => "conditionally create-only",
        Some(Update::Immutable) => "create-only",
    };
    let mut said = format!("- The registry says {registry}");
    if let Some(specification) = specification {
        let _infallible = write!(said, ", the Resource Specification `{specification:?}`");
    }
    if let Some(guide) = guide {
        let _infallible = write!(said, ", the user guide of 2023 \"{}\"", inline(guide));
    }
    match decision {
        Some(evidence) => {
            let outcome = outcome_word(*outcome);
            format!("{said}: {outcome}, since {}", because(evidence))
        }
        None => format!("{said}: the worst of them counts."),
    }
}

// - Replacement: … ([source](https://…), 2026-09-29).
fn sentence(rule: &Rule) -> String {
    let Rule {
        path: _,
        when: _,
        unless: _,
        outcome,
        interruption,
        evidence,
    } = rule;
    let outcome = outcome.map(|outcome| match outcome {
        Outcome::InPlace => "Updated in place",
        Outcome::MayReplace => "May be replaced",
        Outcome::Replace => "Replaced",
        Outcome::Refused => "Refused",
    });
    let interruption = interruption.map(|interruption| match interruption {
        Interruption::None => "no interruption",
        Interruption::Possible => "may be interrupted",
        Interruption::Certain => "interrupted",
    });
    let effect = match (outcome, interruption) {
        (Some(outcome), Some(interruption)) => format!("{outcome}, {interruption}"),
        (Some(outcome), None) => outcome.to_owned(),
        (None, interruption) => format!("On update {}", interruption.unwrap_or_default()),
    };
    format!("- {effect}: {}", because(evidence))
}

/// The sentence, who says so, and of which day that is.
fn because(evidence: &Evidence) -> String {
    let Evidence {
        because,
        source,
        as_of,
    } = evidence;
    let source = match url(source) {
        Some(address) => format!("[source]({address})"),
        None => inline(source),
    };
    format!("{} ({source}, {}).", inline(because), inline(as_of))
}

fn outcome(update: Update) -> Outcome {
    match update {
        Update::Mutable => Outcome::InPlace,
        Update::Conditional => Outcome::MayReplace,
        Update::Immutable => Outcome::Replace,
    }
}

fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::InPlace => wording::update(Update::Mutable),
        Outcome::MayReplace => wording::update(Update::Conditional),
        Outcome::Replace => wording::update(Update::Immutable),
        Outcome::Refused => "updates are refused",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use formwork_specs::bundled;

    fn resource(name: &str) -> ResourceType {
        bundled::resource(name).expect(name).expect(name)
    }

    /// The word and the list of a property of the resource itself.
    fn said(resource: &ResourceType, name: &str) -> (String, String) {
        let updates = Updates::of(resource);
        let mut properties = resource.body.properties.iter();
        let property = properties.find(|one| one.name == name).expect(name);
        (updates.word(property), updates.list(property))
    }

    #[test]
    fn a_rule_is_a_sentence_with_its_source_and_its_day() {
        let domain = resource("AWS::OpenSearchService::Domain");
        let (word, list) = said(&domain, "EngineVersion");
        assert_eq!(word, "no interruption or replacement");
        let lines: Vec<&str> = list.lines().collect();
        assert_eq!(lines.len(), 2, "{list}");
        assert!(
            lines[0].starts_with(
                "- Replaced: another version replaces the domain unless \
                 `UpdatePolicy.EnableVersionUpgrade` is true ([source](https://docs.aws.amazon.com/"
            ) && lines[0].ends_with("), 2026-09-29)."),
            "{list}"
        );
        assert!(
            lines[1].starts_with("- Updated in place, no interruption: "),
            "{list}"
        );
    }

    #[test]
    fn the_worst_word_stands_and_each_source_is_named() {
        let volume = resource("AWS::EC2::Volume");
        let (word, list) = said(&volume, "Encrypted");
        assert_eq!(word, "updates are refused");
        assert_eq!(
            list,
            "- The registry says nothing, the Resource Specification `Mutable`, the user guide of \
             2023 \"updates are not supported\": the worst of them counts."
        );
        let (word, list) = said(&resource("AWS::AppConfig::Extension"), "Tags");
        assert_eq!(word, "no interruption");
        assert!(
            list.contains("\"replacement\": no interruption, since the registry says"),
            "{list}"
        );
        let (word, _) = said(&resource("AWS::EC2::SecurityGroup"), "SecurityGroupIngress");
        assert_eq!(word, "some interruptions");
    }

    #[test]
    fn facts_are_about_one_property_wherever_its_record_is_used() {
        let table = resource("AWS::DynamoDB::Table");
        let updates = Updates::of(&table);
        let index = table.definitions.iter();
        let mut index = index.filter(|one| one.name == "GlobalSecondaryIndex");
        let properties = &index.next().expect("it is defined").schema.properties;
        let word = |name: &str| {
            let property = properties.iter().find(|one| one.name == name);
            updates.word(property.expect(name))
        };
        assert_eq!(word("KeySchema"), "updates are refused");
        assert_eq!(word("ProvisionedThroughput"), "no interruption");
        let (word, list) = said(&table, "BillingMode");
        assert_eq!((word.as_str(), list.as_str()), ("no interruption", ""));
        let (word, _) = said(&table, "GlobalSecondaryIndexes");
        assert_eq!(word, "no interruption or updates are refused");
        let (word, _) = said(&table, "LocalSecondaryIndexes");
        assert_eq!(word, "updates are refused");
        let (word, _) = said(&resource("AWS::RDS::DBInstance"), "EngineVersion");
        assert_eq!(word, "some interruptions");
        let (word, _) = said(&resource("AWS::EC2::Instance"), "BlockDeviceMappings");
        assert_eq!(word, "some interruptions or replacement");
    }
}
