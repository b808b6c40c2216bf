//! A JSON text as a tree that loses nothing: members in file order, numbers as written, and the
//! offset of every value, so that a problem can say where it is.
//!
//! A parser of our own, because three things are wanted that no general one has together: strings
//! borrowed from the text (reading is on the path of every compilation, mostly unoptimised),
//! entries of a large map passed over without being built, and nesting beyond 128 levels that still
//! has a limit.

mod parse;
mod pointer;
mod strings;

use std::borrow::Cow;

pub(crate) use parse::MAX_DEPTH;
pub use parse::{Fault, Filter, parse};
pub(crate) use pointer::{PointerFault, array_index, check_pointer};
pub use pointer::{escape, unescape};

/// One value and where it starts.
#[derive(Clone, Debug, PartialEq)]
pub struct Node<'t> {
    /// Offset in bytes.
    pub at: usize,
    /// What it is.
    pub value: Value<'t>,
}

/// The kinds of JSON values.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// As written.
    Number(&'t str),
    /// A string, without its escapes.
    String(Cow<'t, str>),
    /// An array.
    Array(Vec<Node<'t>>),
    /// An object, its members in the order of the text.
    Object(Vec<Member<'t>>),
}

/// One member of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Member<'t> {
    /// Its name, without escapes.
    pub key: Cow<'t, str>,
    /// Its value.
    pub node: Node<'t>,
}

impl<'t> Node<'t> {
    /// The members, if it is an object.
    #[must_use]
    pub fn members(&self) -> Option<&[Member<'t>]> {
        match &self.value {
            Value::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The elements, if it is an array.
    #[must_use]
    pub fn elements(&self) -> Option<&[Node<'t>]> {
        match &self.value {
            Value::Array(elements) => Some(elements),
            _ => None,
        }
    }

    /// The text, if it is a string.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// The member of that name, if it is an object that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node<'t>> {
        self.members()?
            .iter()
            .find(|member| member.key == key)
            .map(|member| &member.node)
    }

    /// What it is, with an article, for messages.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match &self.value {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "an array",
            Value::Object(_) => "an object",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn everything(text: &str) -> Result<Node<'_>, Vec<String>> {
        let faults = |faults: Vec<Fault>| {
            faults
                .into_iter()
                .map(|fault| format!("{}: {}", fault.at, fault.message))
                .collect()
        };
        parse(text, &|_, _| true).map_err(faults)
    }

    /// The same value in the words of another reader.
    fn translated(node: &Node<'_>) -> serde_json::Value {
        match &node.value {
            Value::Null => serde_json::Value::Null,
            Value::Bool(flag) => (*flag).into(),
            Value::Number(number) => serde_json::from_str(number).expect("a number"),
            Value::String(text) => text.as_ref().into(),
            Value::Array(elements) => elements.iter().map(translated).collect(),
            Value::Object(members) => {
                let members = members.iter();
                members
                    .map(|one| (one.key.to_string(), translated(&one.node)))
                    .collect()
            }
        }
    }

    #[test]
    fn good_texts_mean_what_another_reader_reads() {
        for text in [
            "null",
            " [ ] ",
            "{}",
            "-0.5e-3",
            "\"\"",
            "[1,2,[3,{}]]",
            "\t{\"a\" : true,\r\n\"b\":[false]} ",
            r#""\"\\\/\b\f\n\r\t\u0041\ud83d\ude00é""#,
            r#"{"":{"\u00e9":1.50}}"#,
            "1E+2",
        ] {
            let value: serde_json::Value = serde_json::from_str(text).expect("good");
            assert_eq!(
                everything(text).map(|node| translated(&node)),
                Ok(value),
                "{text}"
            );
        }
    }

    #[test]
    fn bad_texts_are_bad_for_both() {
        for text in [
            "",
            "{",
            "[1,]",
            "{,}",
            "{\"a\"}",
            "{\"a\":}",
            "{a:1}",
            "01",
            "+1",
            "1.",
            ".5",
            "1e",
            "tru",
            "nul",
            "\"",
            "\"\n\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\ud800\"",
            "\"\\ud800\\u0041\"",
            "[] []",
            "[1 2]",
            "'a'",
            "\u{feff}1",
            "-",
            "{\"a\":1,}",
            "[",
            "]",
            "\"\\u+123\"",
        ] {
            assert!(
                serde_json::from_str::<serde_json::Value>(text).is_err(),
                "{text}"
            );
            assert!(everything(text).is_err(), "{text}");
        }
    }

    #[test]
    fn repeated_members_are_reported_where_they_stand() {
        let many: Vec<String> = (0..40).map(|index| format!("\"{index}\":0")).collect();
        let text = format!(
            "{{\"a\":[{{\"x\":1,\"x\":2}}],{},\"39\":1}}",
            many.join(",")
        );
        let faults = parse(&text, &|_, _| true).expect_err("repeated");
        let pointers: Vec<&str> = faults.iter().map(|fault| fault.pointer.as_str()).collect();
        assert_eq!(pointers, ["/a/0/x", "/39"]);
        assert_eq!(faults[0].at, 13);
    }

    #[test]
    fn unwanted_members_are_passed_over() {
        let text = r#"{"a":{"x":[1,"]}\\\"",{"k":null}],"y":"\\","z":-1.5e3 ,"k":{}},"b":{"x":1}}"#;
        let node = parse(text, &|parent, key| parent != "a" || key == "k").expect("good");
        let expected = serde_json::json!({"a": {"k": {}}, "b": {"x": 1}});
        assert_eq!(translated(&node), expected);
        for text in [
            r#"{"a":{"x":[}}"#,
            r#"{"a":{"x":}}"#,
            r#"{"a":{"x":"#,
            r#"{"a":{"x":""#,
        ] {
            assert!(parse(text, &|_, _| false).is_err(), "{text}");
        }
    }
}
