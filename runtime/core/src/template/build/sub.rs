//! What `sub!` captures, and the call that it makes.

use super::handle::Handle;
use super::parameter::ParameterHandle;
use crate::json::intrinsic::Intrinsic;
use crate::{Json, Map, Value};

/// What stands for a name in the text of `sub!`.
#[derive(Clone, Debug, PartialEq)]
pub enum Captured {
    /// A part of the template: its name stands in the text.
    Name(Box<str>),
    /// A value: the text has a variable for it.
    Value(Json),
}

/// One piece of the text of `sub!`.
#[doc(hidden)]
#[derive(Debug)]
pub enum SubPart {
    /// Text as it stands, pseudo parameters included.
    Text(&'static str),
    /// The name of a variable of the program, an attribute behind it, and what it holds.
    Captured(&'static str, &'static str, Captured),
}

impl<R> From<&Handle<R>> for Captured {
    fn from(handle: &Handle<R>) -> Self {
        Self::Name(handle.logical_id().into())
    }
}

impl From<&ParameterHandle> for Captured {
    fn from(handle: &ParameterHandle) -> Self {
        Self::Name(handle.name().into())
    }
}

/// A reference or an attribute of a resource stands in the text, any other value becomes a variable.
impl From<&Value<String>> for Captured {
    fn from(value: &Value<String>) -> Self {
        let call = value.as_intrinsic().and_then(named);
        call.map_or_else(|| Self::Value(value.to_json()), Self::Name)
    }
}

impl From<&String> for Captured {
    fn from(text: &String) -> Self {
        Self::Value(text.as_str().into())
    }
}

impl From<&&str> for Captured {
    fn from(text: &&str) -> Self {
        Self::Value((*text).into())
    }
}

// Variables that are references themselves, as the parameters of a function often are.
impl<R> From<&&Handle<R>> for Captured {
    fn from(handle: &&Handle<R>) -> Self {
        Self::from(*handle)
    }
}

macro_rules! references {
    ($($held:ty)*) => { $(
        impl From<&&$held> for Captured {
            fn from(held: &&$held) -> Self {
                Self::from(*held)
            }
        }
    )* };
}

references! { ParameterHandle Value<String> String }

macro_rules! numbers {
    ($($number:ty)*) => { $(
        impl From<&$number> for Captured {
            fn from(number: &$number) -> Self {
                Self::Value(number.to_string().into())
            }
        }
    )* };
}

numbers! { i32 i64 u16 u32 u64 usize }

/// The name by which `Fn::Sub` knows what a call gives, if it has one.
fn named(call: &Intrinsic) -> Option<Box<str>> {
    match (call.name()?, call.argument()) {
        ("Ref", Json::String(name)) => Some(name.as_str().into()),
        ("Fn::GetAtt", Json::String(path)) => Some(path.as_str().into()),
        ("Fn::GetAtt", Json::Array(parts)) => match parts.as_slice() {
            [Json::String(name), Json::String(attribute)] => {
                Some(format!("{name}.{attribute}").into())
            }
            _ => None,
        },
        _ => None,
    }
}

/// The call of `Fn::Sub` that the parts stand for.
#[doc(hidden)]
#[must_use]
pub fn sub(parts: Vec<SubPart>) -> Value<String> {
    let mut text = String::new();
    let mut variables = Map::new();
    for part in parts {
        match part {
            SubPart::Text(piece) => text.push_str(piece),
            SubPart::Captured(_, attribute, Captured::Name(name)) => {
                text.extend(["${", &*name]);
                if !attribute.is_empty() {
                    text.extend([".", attribute]);
                }
                text.push('}');
            }
            SubPart::Captured(variable, _, Captured::Value(value)) => {
                text.extend(["${", variable, "}"]);
                variables.insert(variable, value);
            }
        }
    }
    if variables.is_empty() {
        Value::sub(text)
    } else {
        Value::function("Fn::Sub", vec![text.into(), Json::Object(variables)])
    }
}
