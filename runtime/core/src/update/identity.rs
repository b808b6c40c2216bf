//! Custom names: CloudFormation creates the new resource before it deletes the old one, and two cannot have one
//! name.

use std::collections::HashMap;

use super::drafts::Answers;
use super::gives;
use super::levels::member;
use super::limits::DEEPEST;
use super::place::Place;
use super::plan::UpdatePlan;
use super::same::Probe;
use super::truth::Truth;
use super::walk::Known;
use crate::facts::{Outcome, PropertySpec, Reason, UpdateBehavior};
use crate::text::pointer;
use crate::typed::view::View;

const PAGE: &str =
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html";
const PAGE_AS_OF: &str = "2023-09";

/// A name that stays.
struct Kept {
    reason: Reason,
    /// Whether it stays for certain.
    certain: bool,
}

/// Refuses the replacements among the changes if a custom name stays the same: for a change in a branch, where that
/// branch counts. `answers` has those of the branches around each change.
pub(super) fn refuse<'a>(
    plan: &mut UpdatePlan,
    answers: &[Answers<'a>],
    before: View<'a>,
    after: View<'a>,
    known: &mut Known<'a>,
) {
    let is_replaced = plan.outcome() >= Some(Outcome::MayReplace);
    if known.spec.deletes_before_replacing || !is_replaced {
        return;
    }
    let everywhere = kept(before, after, known);
    let (_, unlisted) = &mut plan.unlisted;
    if unlisted.outcome == Outcome::Replace && everywhere.as_ref().is_some_and(|kept| kept.certain)
    {
        unlisted.outcome = Outcome::Refused;
    }
    let mut in_branches: HashMap<&[(&str, bool)], Option<Kept>> = HashMap::new();
    for (change, answers) in plan.changes.iter_mut().zip(answers) {
        let kept = if answers.is_empty() {
            &everywhere
        } else {
            in_branches.entry(answers).or_insert_with(|| {
                let answered = known.answers.len();
                known.answers.extend_from_slice(answers);
                let kept = kept(before, after, known);
                known.answers.truncate(answered);
                kept
            })
        };
        let Some(Kept { reason, certain }) = kept else {
            continue;
        };
        match change.effect.outcome {
            Outcome::Replace if *certain => {
                change.effect.outcome = Outcome::Refused;
                change.reasons.insert(0, reason.clone());
            }
            Outcome::Replace | Outcome::MayReplace => change.reasons.push(reason.clone()),
            Outcome::InPlace | Outcome::Refused => {}
        }
    }
}

/// Why a second resource with the same properties is refused, and whether it certainly is.
#[cfg(feature = "templates")]
pub(super) fn taken<'a>(properties: View<'a>, known: &mut Known<'a>) -> Option<(Reason, bool)> {
    let Kept { reason, certain } = kept(properties, properties, known)?;
    Some((reason, certain))
}

/// The custom name that stays, if there is one.
fn kept<'a>(before: View<'a>, after: View<'a>, known: &mut Known<'a>) -> Option<Kept> {
    let custom = known.spec.custom_names;
    for name in custom.iter().filter(|name| name.custom) {
        if let Some(certain) = stays(&name.path, before, after, known) {
            let property = name.path.last().copied().unwrap_or_default();
            let reason =
                name.reason
                    .with_text(sentence(property, is_required(&name.path, known), certain));
            return Some(Kept { reason, certain });
        }
    }
    let identifier = known.spec.primary_identifier;
    let paths: Vec<Vec<String>> = identifier
        .iter()
        .map(|path| {
            path.split('/')
                .map(|name| pointer::unescape(name).into_owned())
                .collect()
        })
        .collect();
    let mut certain = true;
    for path in &paths {
        let is_excepted = custom.iter().any(|name| !name.custom && name.path == *path);
        if is_excepted || !is_create_only(path, known) {
            return None;
        }
        certain &= stays(path, before, after, known)?;
    }
    let name = paths.last()?.last()?;
    let is_required = paths.iter().all(|path| is_required(path, known));
    Some(Kept {
        reason: Reason::new(sentence(name, is_required, certain), PAGE, PAGE_AS_OF),
        certain,
    })
}

fn sentence(name: &str, is_required: bool, certain: bool) -> String {
    let condition = if certain {
        ""
    } else {
        "if `{name}` stays the same, "
    };
    let cure = if is_required {
        "give it another one in the same update"
    } else {
        "give it another one in the same update, or leave it out"
    };
    let condition = condition.replace("{name}", name);
    format!(
        "{condition}a replacement is refused, for two resources cannot have one `{name}`: {cure}"
    )
}

/// The property at a path.
fn property(path: &[impl AsRef<str>], known: &Known<'_>) -> Option<&'static PropertySpec> {
    let mut place = Place::resource(known.spec);
    let mut found = None;
    for name in path {
        let property = place.named(name.as_ref())?;
        place = Place::property(property);
        found = Some(property);
    }
    found
}

fn is_required(path: &[impl AsRef<str>], known: &Known<'_>) -> bool {
    property(path, known).is_some_and(|property| property.required)
}

/// Whether a template sets the property, and only when the resource is created.
fn is_create_only(path: &[String], known: &Known<'_>) -> bool {
    let said = path
        .iter()
        .try_fold(known.spec.updates.root(), |said, name| {
            Some(said.and_then(|said| said.get(name)))
        });
    let said = said.flatten().map(crate::facts::Said::word);
    property(path, known).is_some_and(|property| {
        property.update == UpdateBehavior::Immutable || said == Some(UpdateBehavior::Immutable)
    })
}

/// None if the property is not there or changes; otherwise whether it is certain that it stays: another resource
/// or a parameter may give another value though the text stays.
fn stays<'a>(
    path: &[impl AsRef<str>],
    before: View<'a>,
    after: View<'a>,
    known: &mut Known<'a>,
) -> Option<bool> {
    let follow = |view, known: &Known<'a>| {
        path.iter()
            .fold(view, |view, name| member(view, name.as_ref(), known))
    };
    let (before, after) = (follow(before, known), follow(after, known));
    let (before, after) = (known.reduce(before), known.reduce(after));
    if before.is_nothing() || after.is_nothing() {
        return None;
    }
    let place = property(path, known).map_or(Place::FREE, Place::property);
    match Probe::compare(before, after, place, known, DEEPEST) {
        Truth::No => None,
        Truth::Unknown(_) => Some(false),
        Truth::Yes => Some(gives::is_settled(before) && gives::is_settled(after)),
    }
}
