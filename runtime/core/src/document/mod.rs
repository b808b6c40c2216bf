//! What was read, before anybody judged it: a tree that knows where each of its parts stood.
//!
//! A document is a tape: its nodes stand in one vector in the order of the text, and each knows
//! where its subtree ends. A member of an object is the node of its name followed by that of its
//! value. So a document costs one allocation, walking it touches memory in order, and dropping it
//! needs no recursion. All readers build the same tape:
//!
//! ```text
//! JSON text ─┐
//! YAML text ─┼─> Document ──judge, fill──> typed values
//! serde      ┤       └────to_json───> Json
//! Value/Json ┘
//! ```

use std::sync::Arc;
use std::{borrow::Cow, fmt};

use crate::report::limit::ReportLimit;
use crate::text::location::{Cursor, Location};
use crate::text::visible;

mod deserialize;
mod detach;
mod duplicates;
mod json;
mod node;
pub(crate) mod plain;
mod pointers;
mod tree;
#[cfg(feature = "yaml")]
pub(crate) mod yaml;

#[cfg(test)]
mod conformance;
#[cfg(test)]
pub(crate) mod random;

pub use node::NodeRef;
pub(crate) use node::{Content, Items, Members};
use plain::Plain;
pub(crate) use pointers::Pointers;

/// How deep values may stand in each other. No template comes near it, and everything that walks
/// a document may call itself once for each level.
pub(crate) const DEPTH_LIMIT: usize = 256;

/// The most characters of one word or name that a message shows.
const SHOWN: usize = 64;

/// How long the text of a node is on average, at least; decides how much room is made at once.
const BYTES_OF_A_NODE: usize = 12;

/// The most nodes to have room for before reading, so that a long text of few nodes, which may be
/// hostile, does not reserve what it does not need.
const MOST_RESERVED: usize = 4096;

/// A document that was read, see the [module](self).
#[derive(Clone, Debug)]
pub(crate) struct Document<'t> {
    nodes: Vec<Node<'t>>,
    /// Where in the text each node ends, of a document in YAML. In JSON that can be told from where it starts.
    stops: Vec<u32>,
    /// Texts that are not a part of what was read, one behind the other: unescaped, folded, or made.
    texts: String,
    plains: Vec<Plain>,
    problems: Vec<Problem>,
    warnings: Vec<Problem>,
    /// How many warnings were listed so far.
    warning_limit: ReportLimit,
    limit: ReportLimit,
    /// The text that was read, if there was one: offsets are those of its bytes.
    source: Option<Text<'t>>,
}

/// A text that somebody else holds, or that the document keeps.
#[derive(Clone, Debug)]
enum Text<'t> {
    Borrowed(&'t str),
    Kept(Arc<str>),
}

impl Text<'_> {
    fn as_str(&self) -> &str {
        match self {
            Text::Borrowed(text) => text,
            Text::Kept(text) => text,
        }
    }
}

#[derive(Clone, Copy, Debug)]
struct Node<'t> {
    /// The byte of the text where the node starts.
    start: u32,
    /// The index of the first node that is not part of this one's subtree.
    end: u32,
    kind: Kind<'t>,
}

/// What a node is. It owns nothing, so that a tape of any length is copied and dropped as one piece.
#[derive(Clone, Copy, Debug)]
enum Kind<'t> {
    Null,
    Bool(bool),
    /// A number in the grammar of JSON.
    Number(&'t str),
    String(&'t str),
    /// A number or string whose text is one of the document's own.
    OwnNumber(Own),
    OwnString(Own),
    /// A scalar of YAML without quotes that is not the text that stands there for everybody, by its number.
    #[cfg_attr(not(feature = "yaml"), allow(dead_code, reason = "only YAML has them"))]
    Plain(u32),
    Array(u32),
    Object(u32),
}

/// Where a text stands among those of the document.
#[derive(Clone, Copy, Debug)]
struct Own {
    start: usize,
    len: usize,
}

/// Something wrong that did not stop the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The node to blame, for [`Document::node`].
    pub(crate) node: usize,
    /// One sentence that says what is wrong.
    pub(crate) message: String,
    /// The cure.
    pub(crate) help: Option<String>,
}

/// Why a text could not be read. There is only one, because nothing after it can be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    /// One sentence that says what is wrong.
    pub(crate) message: String,
    /// The cure, if there is an obvious one.
    pub(crate) help: Option<String>,
    /// Where; none if it was not read from a text.
    pub(crate) location: Option<Location>,
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(location) = self.location {
            write!(formatter, "{location}: ")?;
        }
        formatter.write_str(&self.message)?;
        match &self.help {
            Some(help) => write!(formatter, "\nhelp: {help}"),
            None => Ok(()),
        }
    }
}

/// The message of everybody who meets [`DEPTH_LIMIT`].
pub(crate) fn too_deep(what: &str) -> String {
    format!("the {what} is nested more than {DEPTH_LIMIT} levels deep")
}

/// What every reader does; only the parent module's readers build documents.
impl<'t> Document<'t> {
    fn empty(source: Option<Text<'t>>) -> Self {
        let length = source.as_ref().map_or(0, |text| text.as_str().len());
        Self {
            nodes: Vec::with_capacity((length / BYTES_OF_A_NODE).min(MOST_RESERVED)),
            stops: Vec::new(),
            texts: String::new(),
            plains: Vec::new(),
            problems: Vec::new(),
            warnings: Vec::new(),
            warning_limit: ReportLimit::default(),
            limit: ReportLimit::default(),
            source,
        }
    }

    fn of_text(text: &'t str) -> Self {
        Self::empty(Some(Text::Borrowed(text)))
    }

    /// Adds a node that has no parts, or whose parts follow until [`close`](Self::close).
    fn push(&mut self, start: usize, kind: Kind<'t>) -> usize {
        let index = self.nodes.len();
        self.nodes.push(Node {
            start: narrow(start),
            end: narrow(index + 1),
            kind,
        });
        index
    }

    /// Adds a string or name, see [`push`](Self::push).
    fn push_string(&mut self, start: usize, text: impl Into<Cow<'t, str>>) -> usize {
        let kind = self.string(text.into());
        self.push(start, kind)
    }

    fn string(&mut self, text: Cow<'t, str>) -> Kind<'t> {
        match text {
            Cow::Borrowed(text) => Kind::String(text),
            Cow::Owned(text) => Kind::OwnString(self.own(|texts| texts.push_str(&text))),
        }
    }

    /// Adds a text to the document's own.
    fn own(&mut self, add: impl FnOnce(&mut String)) -> Own {
        let start = self.texts.len();
        add(&mut self.texts);
        let len = self.texts.len() - start;
        Own { start, len }
    }

    /// Ends the array `index`, which got `len` items.
    fn close_array(&mut self, index: usize, len: usize) {
        self.close(index, Kind::Array(narrow(len)));
    }

    /// Ends the object `index`, which got `len` members, and reports names that stand twice.
    fn close_object(&mut self, index: usize, len: usize) {
        self.close(index, Kind::Object(narrow(len)));
        if len > 1 {
            self.report_duplicates(index, len);
        }
    }

    /// Notes a problem, or counts it if there are many.
    fn add_problem(&mut self, node: usize, message: impl FnOnce(&Self) -> String, help: &str) {
        if !self.limit.admits(0) {
            return;
        }
        let problem = Problem {
            node,
            message: message(self),
            help: Some(help.to_owned()),
        };
        self.problems.push(problem);
    }

    /// Notes what `CloudFormation` takes but changes, or counts it if there is much of it.
    #[cfg(feature = "yaml")]
    fn add_warning(&mut self, node: usize, message: impl FnOnce(&Self) -> String, help: &str) {
        if !self.warning_limit.admits(0) {
            return;
        }
        let problem = Problem {
            node,
            message: message(self),
            help: Some(help.to_owned()),
        };
        self.warnings.push(problem);
    }

    fn close(&mut self, index: usize, kind: Kind<'t>) {
        let end = narrow(self.nodes.len());
        if let Some(node) = self.nodes.get_mut(index) {
            node.end = end;
            node.kind = kind;
        }
    }

    /// Notes where nodes end in the text, those of which that is not noted yet.
    #[cfg(feature = "yaml")]
    fn stop(&mut self, nodes: std::ops::Range<usize>, stop: usize) {
        self.stops.resize(self.nodes.len(), 0);
        let places = self.stops.get_mut(nodes).unwrap_or_default();
        for place in places.iter_mut().filter(|place| **place == 0) {
            *place = narrow(stop);
        }
    }

    fn location_of(&self, start: usize) -> Option<Location> {
        Some(self.cursor()?.locate(start).0)
    }

    /// The text that was read, if there was one, to be kept.
    pub(crate) fn text(&self) -> Option<Arc<str>> {
        Some(match self.source.as_ref()? {
            Text::Borrowed(text) => Arc::from(*text),
            Text::Kept(text) => text.clone(),
        })
    }

    /// What turns the offsets of nodes into locations, if the document was read from a text.
    pub(crate) fn cursor(&self) -> Option<Cursor<'_>> {
        self.source.as_ref().map(|text| Cursor::new(text.as_str()))
    }
}

impl Document<'static> {
    /// The text of a scalar or name, for as long as the program runs. Text that had escapes is copied.
    pub(crate) fn lasting_text(&self, node: NodeRef<'_>) -> &'static str {
        match self.nodes.get(node.index()).map(|node| &node.kind) {
            Some(Kind::String(text) | Kind::Number(text)) => text,
            _ => Box::leak(node.text().unwrap_or_default().into()),
        }
    }
}

impl Document<'_> {
    /// The node that contains all others.
    pub(crate) fn root(&self) -> NodeRef<'_> {
        self.node(0)
    }

    /// The node `index` of the tape.
    pub(crate) fn node(&self, index: usize) -> NodeRef<'_> {
        NodeRef::new(self, narrow(index))
    }

    /// Whether anything was wrong.
    pub(crate) fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }

    /// What was wrong and did not stop the reader, in the order in which it was noticed.
    pub(crate) fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// What `CloudFormation` takes but ignores or changes, in the order in which it was noticed.
    pub(crate) fn warnings(&self) -> &[Problem] {
        &self.warnings
    }

    /// How many warnings there were beyond those.
    pub(crate) fn unlisted_warnings(&self) -> usize {
        self.warning_limit.more
    }

    /// How many problems there were beyond those.
    pub(crate) fn unlisted(&self) -> usize {
        self.limit.more
    }

    /// A problem as an error with its place.
    pub(crate) fn problem_as_error(&self, problem: &Problem) -> SyntaxError {
        SyntaxError {
            message: problem.message.clone(),
            help: problem.help.clone(),
            location: self.node(problem.node).location(),
        }
    }
}

/// What was read, to be shown in one line of a message.
fn shown(text: &str) -> Cow<'_, str> {
    visible::shortened(text, SHOWN)
}

/// An offset or index as the tape stores it. The readers refuse longer texts before they start,
/// see [`check_size`]; other sources would need that many nodes in memory.
fn narrow(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// Refuses a text whose offsets the tape cannot store.
fn check_size(text: &str) -> Result<(), SyntaxError> {
    if u32::try_from(text.len()).is_ok_and(|len| len < u32::MAX) {
        return Ok(());
    }
    Err(SyntaxError {
        message: "the text is larger than four gibibytes".to_owned(),
        help: None,
        location: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_values_of_a_name_that_stands_twice_are_kept_and_the_first_is_found() {
        let document = Document::from_json(r#"{"a": 1, "a": 2}"#).unwrap();
        let root = document.root();
        assert_eq!(root.members().count(), 2);
        assert_eq!(root.get("a").and_then(NodeRef::text), Some("1"));
    }
}
