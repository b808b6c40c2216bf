//! The values of keywords: each expectation, and the sentence for when it is not met.

use crate::decimal::Decimal;
use crate::model::{Literal, Number};
use crate::registry::keywords::{Reader, literal};
use crate::report::{Pointer, Report};
use crate::tree::{Member, Node, Value};
use crate::visible::{self, quoted};

impl<'t> Reader<'_, 't> {
    pub(crate) fn members<'n>(&mut self, node: &'n Node<'t>, at: &Pointer<'_>) -> &'n [Member<'t>] {
        members(node, at, self.report)
    }

    pub(crate) fn elements<'n>(&mut self, node: &'n Node<'t>, at: &Pointer<'_>) -> &'n [Node<'t>] {
        elements(node, at, self.report)
    }

    pub(crate) fn text(&mut self, node: &Node<'t>, at: &Pointer<'_>) -> Option<String> {
        text(node, at, self.report)
    }

    pub(crate) fn names(&mut self, node: &Node<'t>, at: &Pointer<'_>) -> Vec<String> {
        names(node, at, self.report)
    }

    pub(crate) fn flag(&mut self, node: &Node<'t>, at: &Pointer<'_>) -> bool {
        flag(node, at, self.report)
    }

    pub(crate) fn number(&mut self, node: &Node<'t>, at: &Pointer<'_>) -> Option<Number> {
        if let Value::Number(number) = node.value {
            return Some(Number(number.to_owned()));
        }
        unexpected(node, at, "a number", self.report);
        None
    }

    /// A limit on how many there may be. A negative one limits nothing; one that no machine can
    /// count to is as good as the largest that it can.
    pub(crate) fn count(&mut self, node: &Node<'t>, at: &Pointer<'_>) -> Option<u64> {
        let Value::Number(number) = node.value else {
            unexpected(node, at, "a whole number", self.report);
            return None;
        };
        if let Ok(count) = number.parse::<u64>() {
            return Some(count);
        }
        if number.starts_with('-') {
            self.report.warning(
                at,
                format!("{} is below zero; it is passed over", quoted(number)),
            );
            return None;
        }
        match number.parse::<f64>() {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "the number is whole and positive, and the cast stops at the largest count"
            )]
            Ok(whole) if whole.fract() == 0.0 || whole.is_infinite() => Some(whole as u64),
            _ => {
                self.report.error_with_help(
                    at,
                    format!("a whole number is due here, but {} stands", quoted(number)),
                    Some("write a whole number that is not negative, such as `3`".to_owned()),
                );
                None
            }
        }
    }

    /// What a number is divided by.
    pub(crate) fn step(&mut self, node: &Node<'t>, at: &Pointer<'_>) -> Option<Number> {
        let number = self.number(node, at)?;
        if !Decimal::of(&number.0).is_positive() {
            let message = format!(
                "`multipleOf` is {}, and nothing is divided by that",
                visible::name(&number.0)
            );
            let help = "write a number above zero".to_owned();
            self.report.error_with_help(at, message, Some(help));
        }
        Some(number)
    }

    /// A list of allowed values. None at all can only be a list that nobody has filled in.
    pub(crate) fn allowed(&mut self, node: &Node<'t>, at: &Pointer<'_>) -> Vec<Literal> {
        let elements = self.elements(node, at);
        if node.elements().is_some_and(<[_]>::is_empty) {
            let message = "the list of allowed values is empty; it is passed over";
            self.report.warning(at, message);
        }
        elements.iter().map(literal).collect()
    }

    /// Lists of names by name.
    pub(crate) fn name_lists(
        &mut self,
        node: &Node<'t>,
        at: &Pointer<'_>,
    ) -> Vec<(String, Vec<String>)> {
        let mut lists = Vec::new();
        for member in self.members(node, at) {
            let names = self.names(&member.node, &at.name(&member.key));
            lists.push((member.key.clone().into_owned(), names));
        }
        lists
    }

    /// One list of names, or several.
    pub(crate) fn choices(&mut self, node: &Node<'t>, at: &Pointer<'_>) -> Vec<Vec<String>> {
        match node.elements() {
            Some(lists) if lists.iter().any(|list| list.elements().is_some()) => {
                let lists = lists.iter().enumerate();
                lists
                    .map(|(i, list)| self.names(list, &at.index(i)))
                    .collect()
            }
            _ => vec![self.names(node, at)],
        }
    }
}

pub(crate) fn members<'n, 't>(
    node: &'n Node<'t>,
    at: &Pointer<'_>,
    report: &mut Report,
) -> &'n [Member<'t>] {
    node.members().unwrap_or_else(|| {
        unexpected(node, at, "an object", report);
        &[]
    })
}

pub(crate) fn elements<'n, 't>(
    node: &'n Node<'t>,
    at: &Pointer<'_>,
    report: &mut Report,
) -> &'n [Node<'t>] {
    node.elements().unwrap_or_else(|| {
        unexpected(node, at, "an array", report);
        &[]
    })
}

pub(crate) fn text(node: &Node<'_>, at: &Pointer<'_>, report: &mut Report) -> Option<String> {
    if let Some(text) = node.text() {
        return Some(text.to_owned());
    }
    unexpected(node, at, "a string", report);
    None
}

pub(crate) fn names(node: &Node<'_>, at: &Pointer<'_>, report: &mut Report) -> Vec<String> {
    let mut names = Vec::new();
    for (index, element) in elements(node, at, report).iter().enumerate() {
        names.extend(text(element, &at.index(index), report));
    }
    names
}

pub(crate) fn flag(node: &Node<'_>, at: &Pointer<'_>, report: &mut Report) -> bool {
    match &node.value {
        Value::Bool(flag) => *flag,
        Value::String(text) if matches!(text.as_ref(), "true" | "false") => {
            report.warning(
                at,
                format!("the string {} is read as a boolean", quoted(text)),
            );
            text == "true"
        }
        _ => {
            unexpected(node, at, "a boolean", report);
            false
        }
    }
}

/// Reports that one kind of value stands where another is due.
pub(crate) fn unexpected(node: &Node<'_>, at: &Pointer<'_>, due: &str, report: &mut Report) {
    let message = format!("{due} is due here, but {} stands", node.kind());
    let is_quoted = matches!(&node.value, Value::String(text) if text.parse::<f64>().is_ok());
    let help = match due {
        "a number" | "a whole number" if is_quoted => "remove the quotes",
        "a number" => "write a number, such as `2.5`",
        "a whole number" => "write a whole number, such as `3`",
        "a boolean" => "write `true` or `false`",
        "an array" => "write a list: `[…]`",
        "an object" => "write an object: `{…}`",
        _ => "write a text in quotes",
    };
    report.error_with_help(at, message, Some(help.to_owned()));
}
