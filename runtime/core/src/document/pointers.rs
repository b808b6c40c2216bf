//! JSON pointers of nodes, found on one way through the document.

use super::{Document, NodeRef};
use crate::text::pointer::Step;

/// Leads to nodes one after the other, in the order of the document: nothing is passed twice, so many
/// pointers cost little more than one.
pub(crate) struct Pointers<'d> {
    /// The containers around the place that was asked for last, the outermost first.
    around: Vec<Container<'d>>,
    path: String,
}

/// An array or object, and how far the way has come in it.
struct Container<'d> {
    node: NodeRef<'d>,
    /// How long the path to it is.
    path: usize,
    /// The part that the way has come to: an item, or the name of a member. And its number.
    part: usize,
    count: usize,
}

impl<'d> Pointers<'d> {
    pub(crate) fn new(document: &'d Document<'_>) -> Self {
        let mut pointers = Self {
            around: Vec::new(),
            path: String::new(),
        };
        pointers.enter(document.root());
        pointers
    }

    fn enter(&mut self, node: NodeRef<'d>) {
        self.around.push(Container {
            node,
            path: self.path.len(),
            part: node.index() + 1,
            count: 0,
        });
    }

    /// The JSON pointer of a node, or of the member whose name it is; no node that is asked for may stand before
    /// one that was.
    pub(crate) fn of(&mut self, target: usize) -> &str {
        while self.around.len() > 1 && self.around.last().is_some_and(|last| last.end() <= target) {
            self.around.pop();
        }
        while let Some(container) = self.around.last_mut() {
            self.path.truncate(container.path);
            if target <= container.node.index() {
                break;
            }
            let Some((name, value)) = container.part_around(target) else {
                break;
            };
            let step = name.map_or(Step::Index(container.count), Step::Name);
            step.push(&mut self.path);
            if target <= value.index() {
                break;
            }
            self.enter(value);
        }
        &self.path
    }
}

impl<'d> Container<'d> {
    fn end(&self) -> usize {
        self.node.end_index()
    }

    /// Goes on to the part that a node belongs to: its name, if it has one, and its value.
    fn part_around(&mut self, target: usize) -> Option<(Option<&'d str>, NodeRef<'d>)> {
        let document = self.node.document();
        let is_object = self.node.members().len() > 0;
        while self.part < self.end() {
            let first = document.node(self.part);
            let value = if is_object {
                document.node(first.end_index())
            } else {
                first
            };
            if target < value.end_index() {
                return Some((first.text().filter(|_| is_object), value));
            }
            self.part = value.end_index();
            self.count += 1;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::Document;
    use super::Pointers;

    #[test]
    fn every_node_has_the_pointer_that_leads_to_it() {
        let text = r#"{"a": [1, {"b/c": 2, "": []}, []], "d": 3, "e": {"f": {}, "g": [[4]]}}"#;
        let document = Document::from_json(text).unwrap();
        let expected = [
            "",
            "/a",
            "/a",
            "/a/0",
            "/a/1",
            "/a/1/b~1c",
            "/a/1/b~1c",
            "/a/1/",
            "/a/1/",
            "/a/2",
            "/d",
            "/d",
            "/e",
            "/e",
            "/e/f",
            "/e/f",
            "/e/g",
            "/e/g",
            "/e/g/0",
            "/e/g/0/0",
        ];
        let mut pointers = Pointers::new(&document);
        for (node, path) in expected.into_iter().enumerate() {
            assert_eq!(pointers.of(node), path);
        }
        for step in 1..expected.len() {
            let mut pointers = Pointers::new(&document);
            for node in (0..expected.len()).step_by(step) {
                assert_eq!(pointers.of(node), expected[node]);
                assert_eq!(pointers.of(node), expected[node]);
            }
        }
    }
}
