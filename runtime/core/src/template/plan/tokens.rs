//! What stands for a value that only deployment knows, while two templates are compared.
//!
//! A reference to a resource that certainly gives another value after the update has to differ from itself, and
//! one that gives the same has to be equal, also inside of texts. So each is a short text of characters that no
//! template has, and is put back as the call that it was when the plan is made. A call whose value may be another
//! one is marked instead: it stays a call, for what it gives is not known, but is not the same call.

use core::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

use crate::Map;
use crate::json::Json;
use crate::text::function::REF;

const START: char = '\u{F8F0}';
const END: char = '\u{F8F1}';

/// Stands behind the name of a parameter, mapping or condition that may mean something else after the update.
const MARK: char = '\u{F8F2}';

/// Stands behind the name of a resource that may give something else after the update.
const RESOURCE_MARK: char = '\u{F8F3}';

/// The tokens of one plan.
#[derive(Debug, Default)]
pub(super) struct Tokens(RefCell<Table>);

#[derive(Debug, Default)]
struct Table {
    list: Vec<Token>,
    /// The number of each token, by what it stands for.
    numbers: HashMap<String, usize>,
}

#[derive(Debug)]
struct Token {
    call: Json,
    /// The resource that it refers to.
    resource: Option<String>,
    /// Whether it stands for another value before and after.
    differs: bool,
}

/// On which side of an update something stands, where that makes a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Difference {
    /// Both sides give the same.
    None,
    /// They may give something else.
    Possible,
    /// They certainly give something else.
    Certain,
}

impl Tokens {
    /// The text that stands for a call.
    pub(super) fn text(&self, call: Json, resource: Option<&str>, side: Option<bool>) -> String {
        let mut table = self.0.borrow_mut();
        let key = format!("{side:?}{call}");
        let free = table.list.len();
        let number = *table.numbers.entry(key).or_insert(free);
        if number == free {
            table.list.push(Token {
                call,
                resource: resource.map(str::to_owned),
                differs: side.is_some(),
            });
        }
        format!("{START}{number}{END}")
    }

    /// Whether a text holds a token that stands for another value before and after.
    pub(super) fn differ_in(&self, text: &str) -> bool {
        let table = self.0.borrow();
        numbers(text).any(|number| table.list.get(number).is_some_and(|token| token.differs))
    }

    /// The value with all calls put back, and the resources that they refer to.
    pub(super) fn restore(&self, value: &Json, resources: &mut BTreeSet<String>) -> Json {
        match value {
            Json::String(text) => self.restore_text(text, resources),
            Json::Array(items) => items
                .iter()
                .map(|item| self.restore(item, resources))
                .collect(),
            Json::Object(members) => {
                let members = members.iter();
                let members = members.map(|(name, one)| (name, self.restore(one, resources)));
                Json::Object(members.collect())
            }
            Json::Null | Json::Bool(_) | Json::Number(_) => value.clone(),
        }
    }

    fn restore_text(&self, text: &str, resources: &mut BTreeSet<String>) -> Json {
        let Some(start) = text.find(START) else {
            if let Some(name) = text.strip_suffix(RESOURCE_MARK) {
                resources.insert(name.to_owned());
                return Json::from(name);
            }
            return Json::from(text.strip_suffix(MARK).unwrap_or(text));
        };
        let is_whole = start == 0 && text.find(END) == Some(text.len() - END.len_utf8());
        if is_whole {
            let call = numbers(text).find_map(|number| self.call(number, resources));
            return call.unwrap_or_else(|| Json::from(text));
        }
        let mut sub = String::new();
        for piece in pieces(text) {
            match piece {
                Piece::Text(text) => sub.push_str(&text.replace("${", "${!")),
                Piece::Token(number) => {
                    let call = self.call(number, resources);
                    sub.push_str(&call.map_or_else(String::new, |call| variable(&call)));
                }
            }
        }
        Json::Object(Map::from([("Fn::Sub", Json::from(sub))]))
    }

    /// The call that a token stands for, whose arguments may hold tokens that were made before it.
    fn call(&self, number: usize, resources: &mut BTreeSet<String>) -> Option<Json> {
        let call = {
            let table = self.0.borrow();
            let token = table.list.get(number)?;
            if let Some(resource) = token.resource.as_ref().filter(|_| token.differs) {
                resources.insert(resource.clone());
            }
            token.call.clone()
        };
        Some(self.restore(&call, resources))
    }
}

/// How a call is written in the text of `Fn::Sub`.
fn variable(call: &Json) -> String {
    let reference = call.get(REF).and_then(Json::as_str);
    let attribute = call.get("Fn::GetAtt").and_then(Json::as_array);
    match (reference, attribute) {
        (Some(name), _) => format!("${{{name}}}"),
        (None, Some([Json::String(name), Json::String(attribute)])) => {
            format!("${{{name}.{attribute}}}")
        }
        _ => call.to_string(),
    }
}

/// The name of a parameter, mapping or condition that may mean something else.
pub(super) fn marked(name: &str) -> String {
    format!("{name}{MARK}")
}

/// The name of a resource that may give something else.
pub(super) fn marked_resource(name: &str) -> String {
    format!("{name}{RESOURCE_MARK}")
}

/// Whether a text holds any token.
pub(super) fn are_in(text: &str) -> bool {
    text.contains(START)
}

enum Piece<'t> {
    Text(&'t str),
    Token(usize),
}

/// The texts and tokens of a text, one after the other.
fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut parts = text.split(START);
    let first = parts.next().map(Piece::Text);
    let rest = parts.flat_map(|part| match part.split_once(END) {
        Some((number, text)) => match number.parse() {
            Ok(number) => [Some(Piece::Token(number)), Some(Piece::Text(text))],
            Err(_) => [Some(Piece::Text(part)), None],
        },
        None => [Some(Piece::Text(part)), None],
    });
    first.into_iter().chain(rest.flatten())
}

fn numbers(text: &str) -> impl Iterator<Item = usize> {
    pieces(text).filter_map(|piece| match piece {
        Piece::Token(number) => Some(number),
        Piece::Text(_) => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reference(name: &str) -> Json {
        Json::Object(Map::from([("Ref", Json::from(name))]))
    }

    #[test]
    fn what_gives_the_same_is_equal_and_what_gives_another_value_is_not() {
        let tokens = Tokens::default();
        let text = |name, side| tokens.text(reference(name), Some(name), side);
        assert_eq!(text("A", None), text("A", None));
        assert_ne!(text("A", None), text("B", None));
        assert_ne!(text("A", Some(false)), text("A", Some(true)));
        assert!(!tokens.differ_in(&text("A", None)) && tokens.differ_in(&text("A", Some(true))));
        assert!(!tokens.differ_in("plain"));
    }

    #[test]
    fn calls_are_put_back_with_the_resources_that_they_refer_to() {
        let tokens = Tokens::default();
        let (kept, gone) = (
            tokens.text(reference("Kept"), Some("Kept"), None),
            tokens.text(reference("Gone"), Some("Gone"), Some(true)),
        );
        let mut resources = BTreeSet::new();
        assert_eq!(
            tokens.restore(&Json::from(kept.as_str()), &mut resources),
            reference("Kept")
        );
        assert!(resources.is_empty());
        let text = Json::from(format!("a-{kept}-{gone}-${{b}}"));
        let restored = tokens.restore(&text, &mut resources).to_string();
        assert_eq!(restored, r#"{"Fn::Sub":"a-${Kept}-${Gone}-${!b}"}"#);
        assert_eq!(resources.iter().collect::<Vec<_>>(), ["Gone"]);
        let marked = Json::from(vec![
            reference(&marked("P")),
            reference(&marked_resource("R")),
        ]);
        let restored = tokens.restore(&marked, &mut resources).to_string();
        assert_eq!(restored, r#"[{"Ref":"P"},{"Ref":"R"}]"#);
        assert!(resources.contains("R") && !resources.contains("P"));
        // A call inside of one.
        let outer = Json::Object(Map::from([("Fn::Base64", Json::from(gone.as_str()))]));
        let outer = Json::from(tokens.text(outer, None, None));
        let restored = tokens.restore(&outer, &mut resources).to_string();
        assert_eq!(restored, r#"{"Fn::Base64":{"Ref":"Gone"}}"#);
    }
}
