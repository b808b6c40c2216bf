//! The weighing itself.

use std::collections::BTreeMap;

use formwork_specs::model::{ResourceType, Schema, Update};
use formwork_tests::published::guide::{Pages, Word};
use formwork_tests::published::walk;
use formwork_tests::updates::places;

use crate::decisions::Decisions;
use crate::model::{Decision, Outcome, Statements, Weighed};

/// The words of all types, and what was met on the way.
#[derive(Default)]
pub(crate) struct Table {
    pub(crate) types: BTreeMap<String, Vec<Weighed>>,
    /// Types that the catalog does not have.
    pub(crate) unknown: usize,
    /// Properties that the catalog does not have, or does not let templates set.
    pub(crate) absent: usize,
    /// Properties weighed.
    pub(crate) weighed: usize,
    pub(crate) complaints: Vec<String>,
}

impl Table {
    pub(crate) fn summary(&self) -> String {
        let words = || self.types.values().flatten();
        let count = |outcome| words().filter(|word| word.outcome == outcome).count();
        format!(
            "{} paths weighed, {} words: {} in place, {} may replace, {} replace, {} refused, \
             {} interrupt, {} decided one by one\n{} types and {} properties are not in the catalog",
            self.weighed,
            words().count(),
            count(Outcome::InPlace),
            count(Outcome::MayReplace),
            count(Outcome::Replace),
            count(Outcome::Refused),
            words().filter(|word| word.interruption.is_some()).count(),
            words().filter(|word| word.decision.is_some()).count(),
            self.unknown,
            self.absent,
        )
    }
}

/// Weighs one type.
pub(crate) struct Scale<'s> {
    pub(crate) pages: &'s Pages,
    pub(crate) decisions: &'s mut Decisions,
    pub(crate) table: &'s mut Table,
}

/// Where the walk is.
struct Place<'a> {
    specification: &'a ResourceType,
    catalog: &'a ResourceType,
    path: Vec<String>,
    /// The property types around, so that none is entered twice.
    entered: Vec<&'a str>,
}

impl Scale<'_> {
    pub(crate) fn resource(&mut self, specification: &ResourceType, catalog: &ResourceType) {
        let mut place = Place {
            specification,
            catalog,
            path: Vec::new(),
            entered: Vec::new(),
        };
        self.record(&mut place, &specification.body, "", Outcome::InPlace);
        // What the Resource Specification does not have, the guide may speak of: of a property type that the
        // registry has put into a new property since.
        places::each(catalog, &mut |place| {
            let path = place.path();
            if walk::at(specification, &path).is_empty() {
                self.beyond(catalog, &path, place.owner, &place.property.name);
            }
        });
    }

    /// Weighs a property that the Resource Specification does not have.
    fn beyond(&mut self, catalog: &ResourceType, path: &[String], owner: &str, name: &str) {
        let type_name = catalog.name.as_str();
        let statements = Statements {
            registry: walk::registry(catalog, path, &walk::at(catalog, path)),
            specification: None,
            guide: self.pages.word(type_name, owner, name),
        };
        self.table.weighed += 1;
        let weighed = weigh(path.to_vec(), statements, None);
        let of_registry = statements.registry.map_or(Outcome::InPlace, Outcome::from);
        if weighed.outcome > of_registry || weighed.interruption.is_some() {
            let words = self.table.types.entry(type_name.to_owned()).or_default();
            words.push(weighed);
        }
    }

    /// `around` is the worst word of the properties around. The depth is that of property types,
    /// none of which is entered twice.
    fn record<'a>(
        &mut self,
        place: &mut Place<'a>,
        record: &'a Schema,
        owner: &'a str,
        around: Outcome,
    ) {
        for property in &record.properties {
            place.path.push(property.name.clone());
            if let Some(word) = self.property(place, owner, &property.name, property.update, around)
            {
                let around = around.max(word);
                if let Some((levels, name, inner)) =
                    walk::inner(place.specification, &property.schema)
                    && !place.entered.contains(&name)
                {
                    let length = place.path.len();
                    place
                        .path
                        .extend(std::iter::repeat_n("*".to_owned(), levels));
                    place.entered.push(name);
                    self.record(place, inner, name, around);
                    place.entered.pop();
                    place.path.truncate(length);
                }
            }
            place.path.pop();
        }
    }

    /// Weighs one property and keeps the word if it says anything. None if the catalog does not
    /// have the property.
    fn property(
        &mut self,
        place: &Place<'_>,
        owner: &str,
        name: &str,
        specification: Update,
        around: Outcome,
    ) -> Option<Outcome> {
        let properties = walk::at(place.catalog, &place.path);
        if properties.is_empty() {
            self.table.absent += 1;
            return None;
        }
        self.table.weighed += 1;
        let type_name = place.specification.name.as_str();
        let statements = Statements {
            registry: walk::registry(place.catalog, &place.path, &properties),
            specification: Some(specification),
            guide: self.pages.word(type_name, owner, name),
        };
        let decision = is_open(statements).then(|| self.decisions.about(type_name, owner, name));
        let decision = match decision {
            Some(None) => {
                let path = place.path.join("/");
                let complaint = format!("{type_name} /{path}: `{owner}.{name}` is to be decided");
                self.table.complaints.push(complaint);
                None
            }
            Some(decision) => decision,
            None => None,
        };
        let weighed = weigh(place.path.clone(), statements, decision);
        let outcome = weighed.outcome;
        if says_more(&weighed, around) {
            let words = self.table.types.entry(type_name.to_owned()).or_default();
            words.push(weighed);
        }
        Some(outcome)
    }
}

/// Whether the guide says replacement, the later Resource Specification does not, and the registry
/// is silent.
fn is_open(
    Statements {
        registry,
        specification,
        guide,
    }: Statements,
) -> bool {
    let is_mutable = specification == Some(Update::Mutable);
    guide == Some(Word::Replacement) && is_mutable && registry.is_none()
}

/// The worst word, except that a later `Conditional` stands against an earlier replacement, and
/// that a decision stands against all.
fn weigh(path: Vec<String>, statements: Statements, decision: Option<Decision>) -> Weighed {
    let Statements {
        registry,
        specification,
        guide,
    } = statements;
    // Where no later source speaks, the guide's replacement holds.
    let alone = registry.is_none() && specification.is_none();
    let later = match guide {
        Some(Word::Replacement) if alone => Outcome::Replace,
        _ => {
            let said = registry.into_iter().chain(specification);
            said.map(Outcome::from).max().unwrap_or(Outcome::InPlace)
        }
    };
    let refused = guide == Some(Word::NotSupported);
    let outcome = if refused { Outcome::Refused } else { later };
    let interrupts = guide == Some(Word::SomeInterruptions);
    let interruption = interrupts.then(|| "possible".to_owned());
    Weighed {
        path,
        outcome: decision
            .as_ref()
            .map_or(outcome, |decision| decision.outcome),
        interruption: decision
            .as_ref()
            .map_or(interruption, |decision| decision.interruption.clone()),
        statements,
        decision,
    }
}

/// Whether a word says more than the registry and the words around, or hides a disagreement.
fn says_more(weighed: &Weighed, around: Outcome) -> bool {
    let Weighed {
        path: _,
        outcome,
        interruption,
        statements,
        decision,
    } = weighed;
    let Statements {
        registry,
        specification,
        guide,
    } = *statements;
    let of_registry = registry.map_or(Outcome::InPlace, Outcome::from);
    let differs = *outcome != of_registry && *outcome > around;
    let later_disagree =
        registry.is_some_and(|registry| Some(registry) != specification) && *outcome > around;
    let guide_is_worse = guide == Some(Word::Replacement)
        && *outcome < Outcome::Replace
        && around < Outcome::Replace;
    decision.is_some() || interruption.is_some() || differs || later_disagree || guide_is_worse
}
