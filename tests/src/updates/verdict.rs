//! What a plan says against what the sources say.

use formwork::types::ResourceType as Type;
use formwork::{Interruption, Outcome, UpdatePlan};
use formwork_specs::curated::model as curated;
use formwork_specs::model::{PropertyPath, ResourceType, Update};

use super::pairs::{self, Pair};
use super::places::Place;
use crate::published::guide::{Pages, Word};
use crate::published::walk;
use crate::witness::Witnesses;

/// What came of the pairs of one type, or of many.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Properties, on every way that leads to them.
    pub places: usize,
    /// Pairs tried.
    pub pairs: usize,
    /// Pairs whose plan is milder than registry or Resource Specification because a curated fact says so.
    pub curated: usize,
    /// Pairs whose plan is milder than the sources for no reason: none may be.
    pub faults: Vec<String>,
    /// Properties whose plan is milder than the guide.
    pub milder: Vec<Milder>,
}

/// A property whose plan is milder than the guide of 2023.
#[derive(Clone, Debug)]
pub struct Milder {
    /// The type and the path.
    pub place: String,
    /// What the guide says.
    pub guide: &'static str,
    /// What the plan says.
    pub plan: String,
    /// Why.
    pub because: String,
}

impl Found {
    /// Adds what came of other types.
    pub fn add(&mut self, other: Self) {
        let Self {
            places,
            pairs,
            curated,
            faults,
            milder,
        } = other;
        self.places += places;
        self.pairs += pairs;
        self.curated += curated;
        self.faults.extend(faults);
        self.milder.extend(milder);
    }
}

/// Judges the plans of one type.
pub(super) struct Judge<'j, 'a> {
    resource: &'a ResourceType,
    specification: Option<&'j ResourceType>,
    pages: Option<&'j Pages>,
    planner: &'j Type,
    witnesses: Witnesses<'a>,
    pub(super) found: Found,
}

/// The least that a plan has to say.
type Least = (Outcome, Interruption);

impl<'j, 'a> Judge<'j, 'a> {
    pub(super) fn new(
        resource: &'a ResourceType,
        specification: Option<&'j ResourceType>,
        pages: Option<&'j Pages>,
        planner: &'j Type,
    ) -> Self {
        Self {
            resource,
            specification,
            pages,
            planner,
            witnesses: Witnesses::of(resource),
            found: Found::default(),
        }
    }

    pub(super) fn place(&mut self, place: &Place<'a>) {
        let path = place.path();
        let least = self.least(place, &path);
        self.found.places += 1;
        let mut milder = None;
        for (kind, pair) in pairs::of(place, &mut self.witnesses) {
            self.found.pairs += 1;
            let plan = self.plan(&pair);
            let reasons = plan.changes().iter().flat_map(formwork::Change::reasons);
            for reason in reasons {
                if reason.source().is_empty() || reason.as_of().is_empty() {
                    self.fault(&path, kind, &pair, &format!("no source or day: {reason}"));
                }
            }
            let Some(outcome) = plan.outcome() else {
                self.fault(&path, kind, &pair, "nothing changes");
                continue;
            };
            if outcome < least.0 || plan.interruption() < least.1 {
                if self.curated_reason(&plan, &path).is_some() {
                    self.found.curated += 1;
                } else {
                    self.fault(&path, kind, &pair, &plan.to_string());
                }
            }
            if milder.is_none() {
                milder = self.milder(place, &path, &plan);
            }
        }
        self.found.milder.extend(milder);
    }

    fn plan(&self, pair: &Pair) -> UpdatePlan {
        let [old, new] = pair.clone().map(formwork::Json::from);
        self.planner.plan_update(&old, &new)
    }

    /// The worst of registry, Resource Specification and published words, of the property and those around it.
    fn least(&self, place: &Place<'_>, path: &[String]) -> Least {
        let mut least = (Outcome::InPlace, Interruption::None);
        let mut raise = |outcome: Outcome, interruption: Interruption| {
            least = (least.0.max(outcome), least.1.max(interruption));
        };
        let of = |update| match update {
            Update::Mutable => Outcome::InPlace,
            Update::Conditional => Outcome::MayReplace,
            Update::Immutable => Outcome::Replace,
        };
        raise(of(place.registry), Interruption::None);
        for length in 1..=path.len() {
            let path = path.get(..length).unwrap_or_default();
            let specified = self.specification.into_iter();
            let specified = specified.flat_map(|specification| walk::at(specification, path));
            for property in specified {
                raise(of(property.update), Interruption::None);
            }
            for word in self
                .resource
                .curated
                .words
                .iter()
                .filter(|word| word.path.0 == path)
            {
                let interruption = word.interruption.map_or(Interruption::None, interruption);
                raise(outcome(word.outcome), interruption);
            }
        }
        least
    }

    /// The sentence of the curated fact that a plan follows.
    fn curated_reason(&self, plan: &UpdatePlan, path: &[String]) -> Option<String> {
        let reasons = || plan.changes().iter().flat_map(formwork::Change::reasons);
        let curated = &self.resource.curated;
        let mut rules = curated.rules.iter().map(|rule| &rule.evidence.because);
        let rule = rules.find(|because| reasons().any(|reason| reason.text() == **because));
        let is_around = |PropertyPath(around): &PropertyPath| path.starts_with(around);
        let mut words = curated.words.iter().filter(|word| is_around(&word.path));
        let decision = || words.find_map(|word| Some(&word.decision.as_ref()?.because));
        rule.or_else(decision).cloned()
    }

    /// Whether the plan is milder than the guide, and why.
    fn milder(&mut self, place: &Place<'_>, path: &[String], plan: &UpdatePlan) -> Option<Milder> {
        let name = self.resource.name.as_str();
        let word = self.pages?.word(name, place.owner, &place.property.name)?;
        let (outcome, interruption) = (plan.outcome()?, plan.interruption());
        let is_milder = match word {
            Word::NoInterruption => false,
            Word::SomeInterruptions => {
                outcome == Outcome::InPlace && interruption == Interruption::None
            }
            Word::Replacement => outcome < Outcome::Replace,
            Word::NotSupported => outcome < Outcome::Refused,
        };
        if !is_milder {
            return None;
        }
        let (place, guide) = (format!("{name} /{}", path.join("/")), word.text());
        let Some(because) = self.why(plan, path) else {
            let fault =
                format!("{place}: no later source says other than the guide's `{guide}`\n{plan}");
            self.found.faults.push(fault);
            return None;
        };
        Some(Milder {
            place,
            guide,
            plan: format!("{outcome}, {interruption}"),
            because,
        })
    }

    /// Why a plan is milder than the guide; none if there is no reason.
    fn why(&self, plan: &UpdatePlan, path: &[String]) -> Option<String> {
        let words = self.resource.curated.words.iter();
        let mut words = words.filter(|word| path.starts_with(&word.path.0));
        self.curated_reason(plan, path).or_else(|| {
            let word = words.next_back()?;
            Some(format!(
                "the later word counts: {}",
                word.evidence().because
            ))
        })
    }

    fn fault(&mut self, path: &[String], kind: &str, pair: &Pair, plan: &str) {
        let name = self.resource.name.as_str();
        let [old, new] = pair;
        let path = path.join("/");
        let fault = format!("{name} /{path}: {kind}: {old} -> {new}\n{plan}");
        self.found.faults.push(fault);
    }
}

fn outcome(outcome: curated::Outcome) -> Outcome {
    match outcome {
        curated::Outcome::InPlace => Outcome::InPlace,
        curated::Outcome::MayReplace => Outcome::MayReplace,
        curated::Outcome::Replace => Outcome::Replace,
        curated::Outcome::Refused => Outcome::Refused,
    }
}

fn interruption(interruption: curated::Interruption) -> Interruption {
    match interruption {
        curated::Interruption::None => Interruption::None,
        curated::Interruption::Possible => Interruption::Possible,
        curated::Interruption::Certain => Interruption::Certain,
    }
}
