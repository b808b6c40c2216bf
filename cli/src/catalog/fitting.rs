//! Curated facts beside a specification that is newer than they are: what they are about may be gone.

use std::collections::BTreeSet;

use formwork_specs::Problem;
use formwork_specs::tree::{Node, Value, unescape};

use super::print;

/// The text of a file without the curated facts that do not fit its type, and what is wrong with each of those.
/// Whatever else is wrong with it stays, for whoever reads it next.
pub(super) fn fit(mut file: Node<'_>) -> (String, Vec<Problem>) {
    // One that is taken out may be what another one refers to.
    const MOST_ROUNDS: usize = 8;
    let mut left_out = Vec::new();
    let mut text = print::text(&file);
    for _ in 0..MOST_ROUNDS {
        let Err(problems) = formwork_specs::read(text.as_bytes()) else {
            break;
        };
        let mut misfits = BTreeSet::new();
        for problem in problems {
            if let Some(fact) = fact(&file, &problem.pointer) {
                misfits.insert(fact);
                left_out.push(problem);
            }
        }
        if misfits.is_empty() {
            break;
        }
        // From behind, so that the numbers of those before stay what they are.
        for fact in misfits.iter().rev() {
            remove(&mut file, fact);
        }
        text = print::text(&file);
    }
    (text, left_out)
}

/// One step of a pointer; elements in the order of their numbers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Element(usize),
    Member(String),
}

/// The least part of the curated facts that a pointer leads into: one of several paths of a rule, else the rule, else
/// all that is said under one name. None for a pointer that leads elsewhere.
fn fact(file: &Node<'_>, pointer: &str) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    let mut node = file;
    let mut lengths = Vec::new();
    for segment in pointer.split('/').skip(1) {
        let name = unescape(segment);
        let (step, next) = match &node.value {
            Value::Array(elements) => {
                let at: usize = name.parse().ok()?;
                (Step::Element(at), elements.get(at)?)
            }
            Value::Object(_) => (Step::Member(name.clone().into_owned()), node.get(&name)?),
            _ => break,
        };
        steps.push(step);
        lengths.push(node.elements().map_or(0, <[_]>::len));
        node = next;
    }
    let is =
        |at: usize, name: &str| matches!(steps.get(at), Some(Step::Member(one)) if one == name);
    let is_element = |at: usize| matches!(steps.get(at), Some(Step::Element(_)));
    let is_curated = is(0, "formwork") && is(1, "curated");
    let length = if is_curated && is(4, "path") && lengths.get(5).is_some_and(|paths| *paths > 1) {
        6
    } else if is_curated && is_element(3) {
        4
    } else if is_curated || (is(0, "formwork") && is(1, "publishedWords")) {
        3
    } else {
        return None;
    };
    steps.get(..length).map(<[_]>::to_vec)
}

fn remove(file: &mut Node<'_>, fact: &[Step]) {
    let Some((last, way)) = fact.split_last() else {
        return;
    };
    let mut node = file;
    for step in way {
        let next = match (&mut node.value, step) {
            (Value::Array(elements), Step::Element(at)) => elements.get_mut(*at),
            (Value::Object(members), Step::Member(name)) => {
                let mut members = members.iter_mut();
                members
                    .find(|member| member.key == name.as_str())
                    .map(|member| &mut member.node)
            }
            _ => None,
        };
        let Some(next) = next else {
            return;
        };
        node = next;
    }
    match (&mut node.value, last) {
        (Value::Array(elements), Step::Element(at)) if *at < elements.len() => {
            elements.remove(*at);
        }
        (Value::Object(members), Step::Member(name)) => {
            members.retain(|member| member.key != name.as_str());
        }
        _ => {}
    }
}
