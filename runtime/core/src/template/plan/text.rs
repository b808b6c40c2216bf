//! Functions that put texts together and take them apart.

use super::side::called;
use super::tokens::{self, Tokens};
use crate::json::Json;

/// A part of a text.
pub(super) enum Part {
    Text(String),
    /// A call that only deployment can make.
    Call(Json),
}

impl Part {
    pub(super) fn of(value: Json) -> Self {
        match value.into_string() {
            Ok(text) => Self::Text(text),
            Err(scalar @ (Json::Number(_) | Json::Bool(_))) => Self::Text(scalar.to_string()),
            Err(other) => Self::Call(other),
        }
    }
}

/// Parts one after the other: a text if all of them are known, or if one certainly differs, so that the whole does.
pub(super) fn concatenate(parts: Vec<Part>, tokens: &Tokens) -> Json {
    let differs = parts
        .iter()
        .any(|part| matches!(part, Part::Text(text) if tokens.differ_in(text)));
    let mut whole: Vec<Json> = Vec::new();
    let mut text = String::new();
    for part in parts {
        match part {
            Part::Text(part) => text.push_str(&part),
            Part::Call(call) if differs => text.push_str(&tokens.text(call, None, None)),
            Part::Call(call) => {
                if !text.is_empty() {
                    whole.push(Json::from(core::mem::take(&mut text)));
                }
                whole.push(call);
            }
        }
    }
    if whole.is_empty() {
        return Json::from(text);
    }
    if !text.is_empty() {
        whole.push(Json::from(text));
    }
    called(
        "Fn::Join",
        Json::Array(vec![Json::from(""), Json::Array(whole)]),
    )
}

/// `Fn::Join` of its evaluated argument.
pub(super) fn join(argument: Json, tokens: &Tokens) -> Json {
    let arguments = match argument.into_array() {
        Ok(arguments) => arguments,
        Err(argument) => return called("Fn::Join", argument),
    };
    let [Json::String(delimiter), Json::Array(items)] = arguments.as_slice() else {
        return called("Fn::Join", Json::Array(arguments));
    };
    let mut parts = Vec::with_capacity(items.len() * 2);
    for (index, item) in items.iter().enumerate() {
        if index > 0 && !delimiter.is_empty() {
            parts.push(Part::Text(delimiter.clone()));
        }
        parts.push(Part::of(item.clone()));
    }
    concatenate(parts, tokens)
}

/// `Fn::Split` of its evaluated argument.
pub(super) fn split(argument: Json) -> Json {
    match argument.as_array() {
        // What stands for another text may hold the delimiter.
        Some([Json::String(delimiter), Json::String(text)])
            if !delimiter.is_empty() && !tokens::are_in(text) =>
        {
            text.split(delimiter.as_str()).collect()
        }
        _ => called("Fn::Split", argument),
    }
}

/// `Fn::Select` of its evaluated argument.
pub(super) fn select(argument: Json) -> Json {
    if let Some([index, Json::Array(items)]) = argument.as_array() {
        let index = match index {
            Json::String(text) => text.parse().ok(),
            Json::Number(number) => number.as_u64(),
            _ => None,
        };
        let item = index.and_then(|index| items.get(usize::try_from(index).ok()?));
        if let Some(item) = item {
            return item.clone();
        }
    }
    called("Fn::Select", argument)
}
