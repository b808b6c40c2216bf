//! Types of one call that would be called alike.

use std::collections::HashMap;

use formwork_specs::visible::{self, quoted};
use proc_macro2::Span;

use super::{Choice, Choices, last_part};
use crate::names;
use crate::plan::Request;
use crate::problems::{Problems, with_help};
use crate::source::Source;

/// How many pairs of types that meet in one name are told one by one.
const MOST_CLASHES: usize = 3;

/// How many types of a call have a stand-in, if none of them can be generated.
const MOST_STAND_INS: usize = 100;

/// Two types in one name: the first stays, the others are reported. `whole` is the file whose types are
/// all asked for, since the call names none.
pub(super) fn refuse(
    chosen: &mut Choices,
    whole: Option<(&Source, Span)>,
    problems: &mut Problems,
) {
    let count = chosen.found.len();
    let mut kept: Vec<Choice> = Vec::with_capacity(count);
    let mut names: HashMap<String, usize> = HashMap::with_capacity(2 * count);
    let mut clashes = Vec::new();
    for mut choice in chosen.found.drain(..) {
        let Request { ident, module, .. } = &choice.request;
        let (name, module_name) = (ident.to_string(), module.to_string());
        if name == module_name {
            problems.say_with_help(
                ident.span(),
                format!("`{ident}` would be the name of a struct and of a module"),
                "begin the name with a capital",
            );
            // The struct is what the name is used for; its module only has to be out of the way.
            choice.request.module = names::ident(&format!("{module}_module"), module.span());
            chosen.missing.push(choice);
            continue;
        }
        let other = names.get(&name).or_else(|| names.get(&module_name));
        let Some(other) = other.and_then(|index| kept.get(*index)) else {
            names.extend([(name, kept.len()), (module_name, kept.len())]);
            kept.push(choice);
            continue;
        };
        if other.name == choice.name && other.request.ident == *ident {
            problems.say_with_help(
                choice.span,
                format!("the type {} is named twice", quoted(&choice.name)),
                "remove one of them",
            );
            continue;
        }
        let message = format!(
            "{} and {} would both be called `{}`",
            quoted(&other.name),
            quoted(&choice.name),
            other.request.ident,
        );
        clashes.push((choice, message));
    }
    chosen.found = kept;
    match whole {
        Some((source, span)) if !clashes.is_empty() => {
            problems.push(too_many(source, span, count, &clashes));
            // Nobody who sees this needs the code of a thousand types.
            chosen.found.truncate(MOST_STAND_INS);
            chosen.missing.append(&mut chosen.found);
        }
        _ => tell(&clashes, problems),
    }
}

/// A type that is left out, and why.
type Clash = (Choice, String);

fn tell(clashes: &[Clash], problems: &mut Problems) {
    for (choice, message) in clashes.iter().take(MOST_CLASHES) {
        let help = format!("write {}", renamed(&choice.name));
        problems.push(with_help(choice.span, message, help));
    }
    if let Some((choice, _)) = clashes.get(MOST_CLASHES) {
        let more = clashes.len() - MOST_CLASHES;
        let message = format!("{more} more types would share a name with another");
        let help = "name fewer types, or each with `as`";
        problems.push(with_help(choice.span, message, help));
    }
}

/// A file of which all types are asked for, and not all can be had.
fn too_many(source: &Source, span: Span, count: usize, clashes: &[Clash]) -> syn::Error {
    let first = clashes.first().map(|(choice, _)| choice.name.as_str());
    let first = first.unwrap_or_default();
    let family = first.rsplit_once("::").map_or("AWS", |(family, _)| family);
    let message = format!(
        "{} describes {count} types, and {} of them would share a name with another",
        source.shown(),
        clashes.len()
    );
    let help = format!(
        "choose with `types = [\"{}::*\"]`, and rename with `as`: {}",
        visible::name(family),
        renamed(first)
    );
    with_help(span, message, help)
}

/// How a type is given another name.
fn renamed(name: &str) -> String {
    format!("`\"{}\" as {}`", visible::name(name), proposal(name))
}

/// The name with the part in front of it as well: `ApiGatewayV2Integration`, `CustomWidget`.
fn proposal(name: &str) -> String {
    let last = last_part(name);
    let before = name.split("::").take_while(|part| *part != last).last();
    names::type_name(&format!("{}{last}", before.unwrap_or("My")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proposals_have_what_stands_in_front() {
        for (name, expected) in [
            ("AWS::SQS::Queue", "SQSQueue"),
            ("AWS::Queue::Queue", "AWSQueue"),
            ("Custom::Widget", "CustomWidget"),
            ("Acme::Net::Vpc::MODULE", "NetVpc"),
            ("Queue", "MyQueue"),
        ] {
            assert_eq!(proposal(name), expected);
        }
    }
}
