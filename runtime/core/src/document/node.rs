//! Walking a document.

use std::ops::Range;

use super::plain::{Plain, PlainValue};
use super::{Document, Kind, Node, Own, json};
use crate::text::location::Location;
use crate::text::pointer::unescape;

/// One node of a document: a value, or the name of a member.
#[derive(Clone, Copy, Debug)]
pub struct NodeRef<'d> {
    document: &'d Document<'d>,
    /// The index of the node, [`WASTE`] and [`OTHER_FORM`]: two words are passed on as such, three fields would not be.
    place: u64,
}

/// Whether what is made of the node is thrown away, beyond the bits of an index.
const WASTE: u64 = 1 << 32;

/// Whether the node is kept as it was written, whatever its place is made for.
const OTHER_FORM: u64 = 1 << 33;

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content<'d> {
    Null,
    Bool(bool),
    /// A number in the grammar of JSON, as written where the text was JSON.
    Number(&'d str),
    String(&'d str),
    /// An array and how many items it has.
    Array(usize),
    /// An object and how many members it has.
    Object(usize),
}

/// A member of an object.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Member<'d> {
    /// Its name.
    pub(crate) key: &'d str,
    /// The node of its name.
    pub(crate) key_node: NodeRef<'d>,
    /// The node of its value.
    pub(crate) value: NodeRef<'d>,
}

impl<'d> NodeRef<'d> {
    pub(super) fn new(document: &'d Document<'_>, index: u32) -> Self {
        let place = u64::from(index);
        Self { document, place }
    }

    /// The same node, and whether what is made of it and of its parts is thrown away: then it is only asked
    /// whether it can be made.
    pub(crate) fn as_waste(self, is_waste: bool) -> Self {
        let place = self.place | (u64::from(is_waste) * WASTE);
        Self { place, ..self }
    }

    /// Whether what is made of the node is thrown away.
    pub(crate) fn is_waste(self) -> bool {
        self.place & WASTE != 0
    }

    /// The same node, to be kept as it was written: the specification takes it in another form than the type of
    /// its place. That does not hold for its parts.
    pub(crate) fn as_other_form(self) -> Self {
        let place = self.place | OTHER_FORM;
        Self { place, ..self }
    }

    /// Whether the node is to be kept as it was written.
    pub(crate) fn is_other_form(self) -> bool {
        self.place & OTHER_FORM != 0
    }

    /// The index of the node in its document.
    pub(crate) fn index(self) -> usize {
        self.number() as usize
    }

    pub(crate) fn document(self) -> &'d Document<'d> {
        self.document
    }

    fn node(self) -> Option<&'d Node<'d>> {
        self.document.nodes.get(self.index())
    }

    /// Not part of its callers: a text that was read in JSON is seldom the document's own.
    #[inline(never)]
    fn own(self, Own { start, len }: Own) -> &'d str {
        let text = self.document.texts.get(start..start + len);
        text.unwrap_or_default()
    }

    /// A scalar of YAML without quotes that is not the text that stands there for everybody.
    pub(crate) fn plain(self) -> Option<&'d Plain> {
        match self.node()?.kind {
            Kind::Plain(number) => self.document.plains.get(number as usize),
            _ => None,
        }
    }

    #[allow(
        clippy::cast_possible_truncation,
        reason = "the lower half is the index"
    )]
    fn number(self) -> u32 {
        self.place as u32
    }

    fn at(self, index: u32) -> Self {
        let place = (self.place & WASTE) | u64::from(index);
        Self { place, ..self }
    }

    /// The index of the first node after the subtree of this one; always moves on.
    fn end(self) -> u32 {
        self.node().map_or(u32::MAX, |node| node.end)
    }

    /// The text of the name of a member.
    #[inline]
    fn name(self) -> &'d str {
        match self.node().map(|node| node.kind) {
            Some(Kind::String(text)) => text,
            Some(Kind::OwnString(own)) => self.own(own),
            _ => "",
        }
    }

    /// The index of the first node after the subtree of this one.
    pub(crate) fn end_index(self) -> usize {
        self.end() as usize
    }

    /// What the node is.
    #[inline]
    pub(crate) fn content(self) -> Content<'d> {
        match self.node() {
            Some(node) => self.content_of(node),
            None => Content::Null,
        }
    }

    /// What the node is, if that is what stands there for everybody: no scalar of YAML without quotes that is something
    /// else.
    #[inline]
    pub(crate) fn plain_to_see(self) -> Option<Content<'d>> {
        match self.node()? {
            Node {
                kind: Kind::Plain(_),
                ..
            } => None,
            node => Some(self.content_of(node)),
        }
    }

    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "measured: nearly all nodes are asked what they are"
    )]
    fn content_of(self, node: &'d Node<'d>) -> Content<'d> {
        match node.kind {
            Kind::Null => Content::Null,
            Kind::Bool(value) => Content::Bool(value),
            Kind::Number(text) => Content::Number(text),
            Kind::String(text) => Content::String(text),
            Kind::OwnNumber(own) => Content::Number(self.own(own)),
            Kind::OwnString(own) => Content::String(self.own(own)),
            Kind::Plain(_) => self.plain_content(),
            Kind::Array(len) => Content::Array(len as usize),
            Kind::Object(len) => Content::Object(len as usize),
        }
    }

    /// How many members an object has; none of anything else.
    #[inline]
    pub(crate) fn member_count(self) -> Option<usize> {
        match self.node()?.kind {
            Kind::Object(len) => Some(len as usize),
            _ => None,
        }
    }

    /// Not part of its callers: few scalars are of this kind.
    #[inline(never)]
    fn plain_content(self) -> Content<'d> {
        let Some(plain) = self.plain() else {
            return Content::Null;
        };
        match &plain.value {
            PlainValue::Null => Content::Null,
            PlainValue::Bool(value) => Content::Bool(*value),
            PlainValue::Number(text) => Content::Number(text),
            PlainValue::Text(_) => Content::String(&plain.text),
        }
    }

    #[inline(never)]
    fn plain_text(self) -> Option<&'d str> {
        self.plain()?.as_text()
    }

    /// The number that a scalar is, or that its text may be.
    pub(crate) fn number_text(self) -> Option<&'d str> {
        match self.content() {
            Content::Number(text) => Some(text),
            Content::String(text) => self.plain().and_then(Plain::number).or(Some(text)),
            _ => None,
        }
    }

    /// What a string holds if this value is put where a string is due: the text of a scalar without quotes and
    /// escapes, of a number its digits as they stand there, of a boolean `true` or `false`. None for arrays,
    /// objects and null, which no string takes.
    pub(crate) fn text(self) -> Option<&'d str> {
        match self.node()?.kind {
            Kind::Bool(true) => Some("true"),
            Kind::Bool(false) => Some("false"),
            Kind::Number(text) | Kind::String(text) => Some(text),
            Kind::OwnNumber(own) | Kind::OwnString(own) => Some(self.own(own)),
            Kind::Plain(_) => self.plain_text(),
            Kind::Null | Kind::Array(_) | Kind::Object(_) => None,
        }
    }

    /// The items of an array; none of anything else.
    pub(crate) fn items(self) -> Items<'d> {
        let left = match self.node().map(|node| node.kind) {
            Some(Kind::Array(len)) => len as usize,
            _ => 0,
        };
        Items {
            next: self.at(self.number().saturating_add(1)),
            left,
        }
    }

    /// The members of an object, in the order of the text; none of anything else.
    pub(crate) fn members(self) -> Members<'d> {
        let left = self.member_count().unwrap_or_default();
        Members {
            next: self.at(self.number().saturating_add(1)),
            left,
        }
    }

    /// The value of the (first) member `name` of an object.
    pub(crate) fn get(self, name: &str) -> Option<Self> {
        self.members()
            .find(|member| member.key == name)
            .map(|member| member.value)
    }

    /// The node that a JSON pointer leads to from here; where it leads to nothing, the last one on its way.
    pub(crate) fn nearest(self, pointer: &str) -> Self {
        let steps = pointer.split('/').skip(1);
        let next = |node: Self, step: &str| match node.content() {
            Content::Array(_) => node.items().nth(step.parse().ok()?),
            _ => node.get(&unescape(step)),
        };
        let mut node = self;
        for step in steps {
            match next(node, step) {
                Some(part) => node = part,
                None => break,
            }
        }
        node
    }

    /// The byte of the text where the node starts.
    pub(crate) fn start_offset(self) -> usize {
        self.node().map_or(0, |node| node.start as usize)
    }

    /// The bytes of the text that a value or name stands at: with its tag and its quotes, and without its
    /// anchor. A collection in block style ends with the last of its parts, a block of lines with the last
    /// that is not blank. None if the document was not read from a text.
    pub(crate) fn span(self) -> Option<Range<usize>> {
        let text = self.document.source.as_ref()?.as_str();
        let start = self.start_offset();
        let stop = match self.document.stops.get(self.index()) {
            Some(stop) => *stop as usize,
            None => start + json::length(text.get(start..)?),
        };
        Some(start..stop)
    }

    /// Where the node starts, if it was read from a text.
    pub(crate) fn location(self) -> Option<Location> {
        self.document.location_of(self.start_offset())
    }
}

/// The items of an array.
#[derive(Clone, Debug)]
pub(crate) struct Items<'d> {
    next: NodeRef<'d>,
    left: usize,
}

impl<'d> Iterator for Items<'d> {
    type Item = NodeRef<'d>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.left = self.left.checked_sub(1)?;
        let item = self.next;
        self.next = item.at(item.end());
        Some(item)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Items<'_> {}

/// The members of an object.
#[derive(Clone, Debug)]
pub(crate) struct Members<'d> {
    next: NodeRef<'d>,
    left: usize,
}

impl<'d> Iterator for Members<'d> {
    type Item = Member<'d>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.left = self.left.checked_sub(1)?;
        let key_node = self.next;
        let value = key_node.at(key_node.end());
        self.next = value.at(value.end());
        Some(Member {
            key: key_node.name(),
            key_node,
            value,
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Members<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walks_items_and_members_over_their_subtrees() {
        let text = "{\"a\": [1, [2, {}], \"x\"],\n  \"b\": {\"c\": null}, \"d\": true}";
        let document = Document::from_json(text).unwrap();
        let root = document.root();
        assert_eq!(root.content(), Content::Object(3));
        assert_eq!(
            root.members().map(|m| m.key).collect::<Vec<_>>(),
            ["a", "b", "d"]
        );

        let list = root.get("a").unwrap();
        let contents: Vec<_> = list.items().map(NodeRef::content).collect();
        let expected = [
            Content::Number("1"),
            Content::Array(2),
            Content::String("x"),
        ];
        assert_eq!(contents, expected);
        assert_eq!(list.members().count(), 0);

        let inner = root.get("b").unwrap();
        let member = inner.members().next().unwrap();
        assert_eq!(member.key_node.location().unwrap().to_string(), "2:9");
        assert_eq!(member.value.content(), Content::Null);
        assert_eq!(member.value.start_offset(), 38);
        assert_eq!(root.get("e").map(NodeRef::content), None);
    }

    #[test]
    fn gives_scalars_as_they_were_written() {
        let document = Document::from_json(r#"[1.10, true, false, null, "\u0041", {}]"#).unwrap();
        let texts: Vec<_> = document.root().items().map(NodeRef::text).collect();
        let written = [
            Some("1.10"),
            Some("true"),
            Some("false"),
            None,
            Some("A"),
            None,
        ];
        assert_eq!(texts, written);
    }

    #[test]
    fn spans_are_those_of_whole_values() {
        let text = "{\"a\": [1, {}, \"x\\\"\"],\n \"b\" : -1.5e3}";
        let document = Document::from_json(text).unwrap();
        let shown = |index| text.get(document.node(index).span().unwrap()).unwrap();
        let spans: Vec<&str> = (0..8).map(shown).collect();
        let parts = [
            text,
            "\"a\"",
            "[1, {}, \"x\\\"\"]",
            "1",
            "{}",
            "\"x\\\"\"",
            "\"b\"",
            "-1.5e3",
        ];
        assert_eq!(spans, parts);
        let value = serde_json::json!([1]);
        assert_eq!(Document::from_value(&value).unwrap().root().span(), None);
    }

    #[test]
    fn a_pointer_leads_to_the_nearest_node() {
        let document = Document::from_json(r#"{"a/b": [1, {"~": [2]}], "": 3}"#).unwrap();
        let text = |pointer| document.root().nearest(pointer).to_json().to_string();
        for (pointer, found) in [
            ("/a~1b/1/~0/0", "2"),
            ("/a~1b/1/~0/7", "[2]"),
            ("/a~1b/x", r#"[1,{"~":[2]}]"#),
            ("/", "3"),
            ("/nowhere/0", r#"{"a/b":[1,{"~":[2]}],"":3}"#),
        ] {
            assert_eq!(text(pointer), found, "{pointer}");
        }
    }

    #[test]
    fn becomes_a_value_that_keeps_the_last_of_two_members() {
        let document = Document::from_json(r#"{"a": 1, "b": [2], "a": 3}"#).unwrap();
        assert_eq!(document.root().to_json().to_string(), r#"{"a":3,"b":[2]}"#);
    }
}
