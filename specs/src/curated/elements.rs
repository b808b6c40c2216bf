//! What a condition says of the elements of a list or the members of a map: how many come, go or
//! differ.

use crate::curated::members::known;
use crate::curated::model::{Count, Elements, Places};
use crate::curated::path;
use crate::curated::rule::Reader;
use crate::registry::values;
use crate::report::Pointer;
use crate::tree::{Node, Value};

const ELEMENTS: [&str; 5] = ["key", "added", "removed", "addedOrRemoved", "edited"];
const COUNT: [&str; 2] = ["least", "most"];
const EDITED: [&str; 4] = ["least", "most", "at", "except"];

impl Reader<'_, '_> {
    pub(super) fn elements(
        &mut self,
        node: &Node<'_>,
        at: &Pointer<'_>,
        list: &path::Places<'_>,
    ) -> Elements {
        let elements = list
            .iter()
            .flat_map(|(owner, schema)| self.graph.elements(*owner, schema))
            .collect();
        let members = known(node, at, &ELEMENTS, self.report);
        let mut found = Elements::default();
        for member in members {
            let (node, at) = (&member.node, at.name(&member.key));
            match member.key.as_ref() {
                "key" => found.key = self.pointers(node, &at, Some(&elements)),
                "added" => found.added = Some(self.count(node, &at)),
                "removed" => found.removed = Some(self.count(node, &at)),
                "addedOrRemoved" => found.added_or_removed = Some(self.count(node, &at)),
                "edited" => {
                    found.edited = Some(self.count_of(node, &at, &EDITED));
                    found.edited_where = self.edited_where(node, &at, &elements);
                }
                _ => {}
            }
        }
        let Elements {
            key: _,
            added,
            removed,
            added_or_removed,
            edited,
            edited_where: _,
        } = &found;
        let counts = [added, removed, added_or_removed, edited];
        if counts.iter().all(|count| count.is_none()) {
            let help = "write `added`, `removed`, `addedOrRemoved` or `edited`";
            self.report
                .error_with_help(at, "nothing is counted", Some(help.to_owned()));
        }
        found
    }

    fn edited_where(
        &mut self,
        node: &Node<'_>,
        at: &Pointer<'_>,
        elements: &path::Places<'_>,
    ) -> Places {
        match (node.get("at"), node.get("except")) {
            (Some(inside), None) => {
                Places::At(self.pointers(inside, &at.name("at"), Some(elements)))
            }
            (None, Some(outside)) => {
                Places::Except(self.pointers(outside, &at.name("except"), Some(elements)))
            }
            (None, None) => Places::Anywhere,
            (Some(_), Some(_)) => {
                let help = "write one of the two";
                let message = "`at` and `except` stand side by side";
                self.report
                    .error_with_help(at, message, Some(help.to_owned()));
                Places::Anywhere
            }
        }
    }

    /// How many, and nothing else.
    pub(super) fn count(&mut self, node: &Node<'_>, at: &Pointer<'_>) -> Count {
        self.count_of(node, at, &COUNT)
    }

    /// How many, beside members that others read.
    fn count_of(&mut self, node: &Node<'_>, at: &Pointer<'_>, names: &[&str]) -> Count {
        known(node, at, names, self.report);
        let mut number = |key: &str| {
            let node = node.get(key)?;
            match &node.value {
                Value::Number(text) if text.parse::<u64>().is_ok() => text.parse().ok(),
                _ => {
                    values::unexpected(node, &at.name(key), "a whole number", self.report);
                    None
                }
            }
        };
        let (least, most) = (number("least"), number("most"));
        if most.is_some_and(|most| most < least.unwrap_or(1)) {
            let message = "no count is that small and that great";
            let help = "`least` is 1 unless another number stands there";
            self.report
                .error_with_help(at, message, Some(help.to_owned()));
        }
        Count {
            least: least.unwrap_or(1),
            most,
        }
    }
}
