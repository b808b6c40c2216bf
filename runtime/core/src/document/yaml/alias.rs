//! Anchors and aliases: an alias becomes a copy of what its anchor stands at.

use std::{collections::HashMap, ops::Range};

use granit_parser::Span;

use super::{Reader, Step, bytes, explain};
use crate::document::{DEPTH_LIMIT, Kind, NodeRef, narrow, too_deep};

/// How much all copies of a document may weigh together, see [`weight`]. A handful of nested
/// aliases can stand for more than any memory; a template may not have more than a million bytes.
const EXPANSION_LIMIT: usize = 1 << 20;

/// What the anchors stand at: nodes of the tape, or none while the node is still open.
#[derive(Default)]
pub(super) struct Anchors {
    nodes: HashMap<usize, Option<Range<usize>>>,
    /// The weight of all copies so far.
    expanded: usize,
}

impl Anchors {
    /// Notes that the node of `anchor` has begun. The parser says zero for no anchor.
    pub(super) fn open(&mut self, anchor: usize) {
        if anchor != 0 {
            self.nodes.insert(anchor, None);
        }
    }

    /// Notes the nodes that `anchor` stands at.
    pub(super) fn define(&mut self, anchor: usize, nodes: Range<usize>) {
        if anchor != 0 {
            self.nodes.insert(anchor, Some(nodes));
        }
    }
}

impl Reader<'_> {
    /// Copies what `anchor` stands at. The copy is where the alias is, its parts are where the
    /// parts of the original are.
    pub(super) fn alias(&mut self, anchor: usize, span: Span) -> Step {
        let Range { start, end: stop } = bytes(span);
        let at_name = self.at_name();
        let Some(original) = self.anchors.nodes.get(&anchor).cloned().flatten() else {
            let message = "this alias stands inside the value it refers to";
            return Err(self.error(start, message, Some("write the value out")));
        };
        let copy = self.document.nodes.len();
        let shift = copy.saturating_sub(original.start);
        let around = self.depth();
        // Where the arrays and objects end that are open at a place of the original.
        let mut ends: Vec<usize> = Vec::new();
        for index in original.clone() {
            let Some(mut node) = self.document.nodes.get(index).copied() else {
                break;
            };
            while ends.last().is_some_and(|end| *end <= index) {
                ends.pop();
            }
            let end = node.end as usize;
            if matches!(node.kind, Kind::Array(_) | Kind::Object(_)) {
                ends.push(end);
                if around + ends.len() > DEPTH_LIMIT {
                    return Err(self.error(start, &too_deep("document"), None));
                }
            }
            self.anchors.expanded = self
                .anchors
                .expanded
                .saturating_add(weight(self.document.node(index)));
            if self.anchors.expanded > EXPANSION_LIMIT {
                let message = "the aliases up to here stand for more than a template can hold";
                return Err(self.error(start, message, None));
            }
            node.end = narrow(end + shift);
            self.document.nodes.push(node);
        }
        if let Some(node) = self.document.nodes.get_mut(copy) {
            node.start = narrow(start);
        }
        self.document.stop(copy..copy + 1, stop);
        let parts = original.start + 1..original.end;
        self.document.stops.truncate(copy + 1);
        self.document.stops.extend_from_within(parts);
        self.passed = stop;
        if at_name {
            self.make_name(copy, start)?;
        }
        self.count_part();
        Ok(())
    }

    /// Makes the copied node the name of a member, which must have been a scalar.
    fn make_name(&mut self, copy: usize, start: usize) -> Step {
        let Some(text) = self.document.node(copy).text().map(str::to_owned) else {
            return Err(explain::name_is_no_scalar(self.text, start));
        };
        let kind = self.document.string(text.into());
        if let Some(node) = self.document.nodes.get_mut(copy) {
            node.kind = kind;
        }
        Ok(())
    }
}

/// One for a node, and one for each few dozens of bytes of its text.
fn weight(node: NodeRef<'_>) -> usize {
    1 + node.text().map_or(0, str::len) / 32
}
