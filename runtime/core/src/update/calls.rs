//! Function calls: when two are the same call in another spelling.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};

use super::kind::{self, Call, Kind};
use super::limits::DEEPEST;
use crate::facts::TypeSpec;
use crate::text::function;
use crate::typed::view::View;

/// `Fn::If`: a condition, and the value for each of its answers.
#[derive(Clone, Copy)]
pub(super) struct If<'a> {
    pub(super) condition: &'a str,
    pub(super) branches: [View<'a>; 2],
}

/// A well-formed `Fn::If`.
pub(super) fn fork<'a>(call: &Call<'a>) -> Option<If<'a>> {
    if call.name != "Fn::If" {
        return None;
    }
    let mut arguments = call.argument.items();
    let condition = arguments.next()?.text()?;
    let branches = [arguments.next()?, arguments.next()?];
    arguments.next().is_none().then_some(If {
        condition,
        branches,
    })
}

/// A value without the detours that can be told without deployment: `Fn::Sub` of a text without variables is that
/// text, and `Fn::Sub` of nothing but one variable of its own map is that variable's value.
pub(super) fn without_detours(mut view: View<'_>) -> View<'_> {
    for _ in 0..DEEPEST {
        let Kind::Call(call) = kind::of(view) else {
            break;
        };
        let Some((text, map)) = substitution(&call) else {
            break;
        };
        if !text.contains("${") {
            return View::Text(text);
        }
        match variable(text).map(|name| map.member(name)) {
            Some(value) if !matches!(value, View::Absent) => view = value,
            _ => break,
        }
    }
    view
}

/// The start of the text that a call gives, as far as it is written.
pub(super) fn literal_start<'a>(call: &Call<'a>) -> &'a str {
    let text = substitution(call).map_or("", |(text, _)| text);
    text.split("${").next().unwrap_or_default()
}

/// The text and the map of `Fn::Sub`.
pub(super) fn substitution<'a>(call: &Call<'a>) -> Option<(&'a str, View<'a>)> {
    if call.name != "Fn::Sub" {
        return None;
    }
    if let Some(text) = call.argument.text() {
        return Some((text, View::Absent));
    }
    let mut arguments = call.argument.items();
    let text = arguments.next()?.text()?;
    Some((text, arguments.next().unwrap_or(View::Absent)))
}

/// The name in a text that is one variable and nothing else: `${Name}`.
fn variable(text: &str) -> Option<&str> {
    let name = text.strip_prefix("${")?.strip_suffix('}')?;
    let is_one = !name.is_empty() && !name.starts_with('!') && !name.contains(['$', '{', '}']);
    is_one.then_some(name)
}

/// A call in the one spelling that all others are compared in.
enum Spelling<'a> {
    Ref(&'a str),
    /// `Resource.Attribute`.
    GetAtt(Cow<'a, str>),
    Other(Call<'a>),
}

fn spelling<'a>(call: &Call<'a>) -> Spelling<'a> {
    let spelt = match call.name {
        function::REF => call.argument.text().map(Spelling::Ref),
        "Fn::GetAtt" => attribute(call.argument).map(Spelling::GetAtt),
        "Fn::Sub" => substitution(call)
            .and_then(|(text, _)| variable(text))
            .map(|name| {
                if name.contains('.') {
                    Spelling::GetAtt(name.into())
                } else {
                    Spelling::Ref(name)
                }
            }),
        _ => None,
    };
    spelt.unwrap_or(Spelling::Other(*call))
}

/// `A.B` of `"A.B"` and of `["A", "B"]`.
fn attribute(argument: View<'_>) -> Option<Cow<'_, str>> {
    if let Some(text) = argument.text() {
        return Some(text.into());
    }
    let names: Option<Vec<&str>> = argument.items().map(View::text).collect();
    names
        .filter(|names| names.len() > 1)
        .map(|names| names.join(".").into())
}

/// Whether two calls are surely one, whatever deployment makes of them.
pub(super) fn is_same(left: &Call<'_>, right: &Call<'_>) -> bool {
    is_same_call(left, right, DEEPEST)
}

fn is_same_call(left: &Call<'_>, right: &Call<'_>, depth: usize) -> bool {
    match (spelling(left), spelling(right)) {
        (Spelling::Ref(left), Spelling::Ref(right)) => left == right,
        (Spelling::GetAtt(left), Spelling::GetAtt(right)) => left == right,
        (Spelling::Other(left), Spelling::Other(right)) => {
            match (substitution(&left), substitution(&right)) {
                (Some((left, left_map)), Some((right, right_map))) => {
                    left == right && is_same_map(left_map, right_map, depth)
                }
                _ => {
                    left.name == right.name
                        && is_same_argument(left.argument, right.argument, depth)
                }
            }
        }
        _ => false,
    }
}

/// Arguments are text to CloudFormation: `0` and `"0"` are one.
fn is_same_argument(left: View<'_>, right: View<'_>, depth: usize) -> bool {
    let Some(depth) = depth.checked_sub(1) else {
        return false;
    };
    let (left, right) = (without_detours(left), without_detours(right));
    match (kind::of(left), kind::of(right)) {
        (Kind::Nothing, Kind::Nothing) => true,
        (Kind::Call(left), Kind::Call(right)) => is_same_call(&left, &right, depth),
        (Kind::Scalar(left), Kind::Scalar(right)) => left.is_same(&right, TypeSpec::String),
        (Kind::List, Kind::List) => {
            let (mut left, mut right) = (left.items(), right.items());
            loop {
                match (left.next(), right.next()) {
                    (None, None) => return true,
                    (Some(left), Some(right)) if is_same_argument(left, right, depth) => {}
                    _ => return false,
                }
            }
        }
        (Kind::Object, Kind::Object) => is_same_map(left, right, depth),
        _ => false,
    }
}

/// Both maps are of a few variables, so each is looked for in the other.
fn is_same_map(left: View<'_>, right: View<'_>, depth: usize) -> bool {
    left.members().count() == right.members().count()
        && left
            .members()
            .all(|(name, value)| is_same_argument(value, right.member(name), depth))
}

/// A hash that is one for all spellings of a call.
pub(super) fn hash(call: &Call<'_>, hasher: &mut impl Hasher) {
    hash_call(call, hasher, DEEPEST);
}

fn hash_call(call: &Call<'_>, hasher: &mut impl Hasher, depth: usize) {
    match spelling(call) {
        Spelling::Ref(name) => name.hash(hasher),
        Spelling::GetAtt(name) => name.hash(hasher),
        Spelling::Other(call) => {
            call.name.hash(hasher);
            match substitution(&call) {
                Some((text, _)) => text.hash(hasher),
                None => hash_argument(call.argument, hasher, depth),
            }
        }
    }
}

fn hash_argument(view: View<'_>, hasher: &mut impl Hasher, depth: usize) {
    let Some(depth) = depth.checked_sub(1) else {
        return;
    };
    let view = without_detours(view);
    match kind::of(view) {
        Kind::Nothing => {}
        Kind::Call(call) => hash_call(&call, hasher, depth),
        Kind::Scalar(scalar) => scalar.hash(hasher),
        Kind::List => view
            .items()
            .for_each(|item| hash_argument(item, hasher, depth)),
        // Members have no order, and few calls have any: their number will do.
        Kind::Object => view.members().count().hash(hasher),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Json;

    fn same(left: &str, right: &str) -> bool {
        let [left, right] = [left, right].map(|text| text.parse::<Json>().unwrap());
        let calls = [&left, &right].map(|json| kind::of(View::Json(json)));
        let [Kind::Call(left), Kind::Call(right)] = calls else {
            panic!("calls are compared");
        };
        let is_same = is_same(&left, &right);
        assert_eq!(is_same, super::is_same(&right, &left));
        let hash = |call| {
            let mut hasher = std::hash::DefaultHasher::new();
            hash(&call, &mut hasher);
            hasher.finish()
        };
        assert!(!is_same || hash(left) == hash(right));
        is_same
    }

    #[test]
    fn a_call_in_another_spelling_is_the_same_call() {
        for (left, right) in [
            (r#"{"Fn::GetAtt":["A","B"]}"#, r#"{"Fn::GetAtt":"A.B"}"#),
            (r#"{"Fn::GetAtt":["A","B.C"]}"#, r#"{"Fn::GetAtt":"A.B.C"}"#),
            (r#"{"Fn::GetAtt":["A","B"]}"#, r#"{"Fn::Sub":"${A.B}"}"#),
            (r#"{"Ref":"A"}"#, r#"{"Fn::Sub":"${A}"}"#),
            (r#"{"Fn::Sub":"x-${A}"}"#, r#"{"Fn::Sub":["x-${A}",{}]}"#),
            (
                r#"{"Fn::Sub":["${A}${B}",{"A":1,"B":{"Ref":"C"}}]}"#,
                r#"{"Fn::Sub":["${A}${B}",{"B":{"Fn::Sub":"${C}"},"A":"1"}]}"#,
            ),
            (
                r#"{"Fn::Select":[0,{"Fn::GetAZs":""}]}"#,
                r#"{"Fn::Select":["0",{"Fn::GetAZs":""}]}"#,
            ),
            (
                r#"{"Fn::Join":["",["a",{"Ref":"B"},true]]}"#,
                r#"{"Fn::Join":["",["a",{"Fn::Sub":"${B}"},"true"]]}"#,
            ),
            (
                r#"{"Fn::If":["C",{"Fn::Sub":"a"},{"Ref":"AWS::NoValue"}]}"#,
                r#"{"Fn::If":["C","a",{"Ref":"AWS::NoValue"}]}"#,
            ),
        ] {
            assert!(same(left, right), "{left} {right}");
        }
    }

    #[test]
    fn other_calls_are_not_the_same() {
        for (left, right) in [
            (r#"{"Fn::GetAtt":["A","B"]}"#, r#"{"Fn::GetAtt":["A","C"]}"#),
            (
                r#"{"Fn::GetAtt":["A",{"Ref":"B"}]}"#,
                r#"{"Fn::GetAtt":"A.B"}"#,
            ),
            (r#"{"Ref":"A"}"#, r#"{"Fn::Sub":"${!A}"}"#),
            (r#"{"Ref":"A"}"#, r#"{"Fn::Sub":"${A} "}"#),
            (r#"{"Ref":"A"}"#, r#"{"Fn::ImportValue":"A"}"#),
            (r#"{"Ref":"AB"}"#, r#"{"Fn::Sub":"${A}${B}"}"#),
            (r#"{"Fn::Sub":["x${A}",{"A":1}]}"#, r#"{"Fn::Sub":"x${A}"}"#),
            (r#"{"Fn::Select":[0,["a"]]}"#, r#"{"Fn::Select":[1,["a"]]}"#),
            (
                r#"{"Fn::Join":["",["a"]]}"#,
                r#"{"Fn::Join":["",["a","b"]]}"#,
            ),
            (
                r#"{"Fn::FindInMap":["A","B","C"]}"#,
                r#"{"Fn::FindInMap":["A","C","B"]}"#,
            ),
        ] {
            assert!(!same(left, right), "{left} {right}");
        }
    }

    #[test]
    fn detours_are_left_out() {
        let reduced = |text: &str| {
            let json: Json = text.parse().unwrap();
            crate::typed::view::to_json(without_detours(View::Json(&json))).to_string()
        };
        assert_eq!(reduced(r#"{"Fn::Sub":"plain"}"#), r#""plain""#);
        assert_eq!(reduced(r#"{"Fn::Sub":["${A}",{"A":5}]}"#), "5");
        let nested = r#"{"Fn::Sub":["${A}",{"A":{"Fn::Sub":"b"}}]}"#;
        assert_eq!(reduced(nested), r#""b""#);
        for kept in [
            r#"{"Fn::Sub":"${A}"}"#,
            r#"{"Fn::Sub":"${!A}"}"#,
            r#"{"Ref":"A"}"#,
        ] {
            assert_eq!(reduced(kept), kept);
        }
    }
}
