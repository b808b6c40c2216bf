//! Reading YAML as CloudFormation reads it: YAML 1.1 with short forms of functions.
//!
//! The parser of the YAML grammar is `granit-parser`, which yields the events of libyaml; here they
//! become the same tape that JSON becomes. What CloudFormation's user guide says about YAML is followed:
//!
//! * `!Ref x` is `{"Ref": x}`, `!Condition x` is `{"Condition": x}`, and any other `!Name x` is
//!   `{"Fn::Name": x}`. `!GetAtt A.B.C` is split at its first dot. A tag that stands for no function is
//!   the name of the member as it is, `{"!Name": x}`: other tools replace such tags.
//! * Booleans, numbers and nulls are those of YAML 1.1, see [`scalar`].
//! * Hash merges (`<<`) and the tags `!!binary`, `!!omap`, `!!pairs`, `!!set` and `!!timestamp` are
//!   not supported there, so they are problems here. Aliases are expanded, as the command-line
//!   tools do before they upload a template.

use std::ops::Range;

use granit_parser::{Event, Parser, ScanError, Span, StructureStyle, Tag, options};

use super::{DEPTH_LIMIT, Document, Kind, SyntaxError};
use crate::text::location;

mod alias;
mod block;
mod explain;
mod hidden;
mod layout;
mod leaf;
mod quotes;
pub(crate) mod scalar;
mod tag;

use alias::Anchors;
use explain::Stop;
use tag::Wish;

/// How long a line such as `%TAG` may be. What it stands for is copied to each tag that uses it, so a text
/// with one long line and many such tags would fill the memory.
const LONGEST_DIRECTIVE: usize = 256;

/// The types that YAML itself defines, from its language-independent types (yaml.org/type) and its core schema.
const OF_YAML: &[&str] = &[
    "binary",
    "bool",
    "float",
    "int",
    "map",
    "merge",
    "null",
    "omap",
    "pairs",
    "seq",
    "set",
    "str",
    "timestamp",
    "value",
    "yaml",
];

impl<'t> Document<'t> {
    /// Reads a YAML text of one document; no document at all is `null`.
    ///
    /// # Errors
    ///
    /// At the first place where the text is not YAML, nests too deep, expands to too much, or has
    /// something that JSON does not have: a second document, or a name that is not a scalar.
    pub(crate) fn from_yaml(text: &'t str) -> Result<Self, SyntaxError> {
        super::check_size(text)?;
        // JSON is YAML, but read better by its own reader: pairs of surrogates, deep nesting.
        if text.trim_start().starts_with(['{', '['])
            && let Ok(document) = Document::from_json(text)
        {
            return Ok(document);
        }
        hidden::refuse(text)?;
        Reader::new(text).read()
    }
}

struct Reader<'t> {
    text: &'t str,
    document: Document<'t>,
    anchors: Anchors,
    /// The collections around this place, the innermost last.
    open: Vec<Open>,
    documents: usize,
    /// Where the last name, value or bracket ended.
    passed: usize,
}

/// A sequence or mapping that is not closed yet.
struct Open {
    /// The node of the array or object.
    index: usize,
    /// The nodes that are its parts: for an object, names and values.
    parts: usize,
    object: bool,
    /// The object with the name of a function that is around it, if it had a tag.
    function: Option<usize>,
    anchor: usize,
    /// How many values are around its parts.
    depth: usize,
}

type Step<T = ()> = Result<T, SyntaxError>;

impl<'t> Reader<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            document: Document::of_text(text),
            anchors: Anchors::default(),
            open: Vec::new(),
            documents: 0,
            passed: 0,
        }
    }

    fn read(mut self) -> Step<Document<'t>> {
        let options = options! {
            // The parser must not see a limit before this reader does, which counts functions as well.
            flow_nesting_limit: DEPTH_LIMIT + 1,
            block_nesting_limit: DEPTH_LIMIT + 1,
            max_directive_bytes: LONGEST_DIRECTIVE,
            emit_comments: false,
            // As libyaml reads them.
            bom_inside_document_as_content: true,
            block_scalar_eof_without_line_feed: true,
        };
        for event in Parser::new_from_str_with_options(self.text, options) {
            let (event, span) = event.map_err(|error| self.explain(&error))?;
            self.event(event, span)?;
        }
        if self.document.nodes.is_empty() {
            self.document.push(0, Kind::Null);
        }
        Ok(self.document)
    }

    fn explain(&self, error: &ScanError) -> SyntaxError {
        let starts = self
            .open
            .iter()
            .rev()
            .map(|open| self.document.node(open.index).start_offset());
        let mut brackets = starts.filter(|at| {
            self.text
                .get(*at..)
                .is_some_and(|rest| rest.starts_with(['[', '{']))
        });
        let stop = Stop {
            text: self.text,
            at: error.marker().byte_offset().unwrap_or(0),
            passed: self.passed,
            bracket: brackets.next(),
        };
        explain::explain(error, stop)
    }

    fn event(&mut self, event: Event<'t>, span: Span) -> Step {
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    let help = "put each document in a file of its own";
                    let message = "a second document starts here";
                    return Err(self.error(bytes(span).start, message, Some(help)));
                }
            }
            Event::Alias(anchor) => self.alias(anchor, span)?,
            Event::Scalar(text, style, anchor, tag) => {
                let scalar = self.take_scalar(text, style, tag.as_deref(), span);
                self.scalar(scalar, anchor)?;
            }
            Event::SequenceStart(style, anchor, tag) => {
                let mut start = bytes(span).start;
                let is_value = self.open.last().is_some_and(|open| open.object);
                if style == StructureStyle::Block && is_value {
                    start =
                        block::indicator(self.text, self.end_before(span), &['-']).unwrap_or(start);
                }
                self.start_collection(false, anchor, tag.as_deref(), first_of(span, start), start)?;
            }
            Event::MappingStart(_, anchor, tag) => {
                let start = bytes(span).start;
                self.start_collection(true, anchor, tag.as_deref(), first_of(span, start), start)?;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let Range { start, end } = bytes(span);
                // Without a bracket it ends where its last part does, and not where the next line starts.
                if start < end {
                    self.passed = end;
                }
                self.end_collection();
            }
            _ => {}
        }
        Ok(())
    }

    /// Where what stands before a value ends: its tag, or what was read before.
    fn end_before(&self, span: Span) -> usize {
        span.tag_span().map_or(self.passed, |tag| bytes(tag).end)
    }

    /// Whether the next node is the name of a member.
    fn at_name(&self) -> bool {
        self.open
            .last()
            .is_some_and(|open| open.object && open.parts % 2 == 0)
    }

    /// How many values are around the next node.
    fn depth(&self) -> usize {
        self.open.last().map_or(0, |open| open.depth)
    }

    fn count_part(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.parts += 1;
        }
    }

    /// Opens `{"name": `; what follows is the argument.
    fn start_function(&mut self, name: String, start: usize) -> usize {
        let object = self.document.push(start, Kind::Object(0));
        self.document.push_string(start, name);
        object
    }

    fn start_collection(
        &mut self,
        object: bool,
        anchor: usize,
        tag: Option<&Tag>,
        first: usize,
        start: usize,
    ) -> Step {
        if self.at_name() {
            return Err(explain::name_is_no_scalar(self.text, first));
        }
        let own_kind = if object { "map" } else { "seq" };
        let mut function = None;
        let mut complaint = None;
        match tag.map_or(Wish::None, Wish::of) {
            Wish::Function(name) => function = Some(self.start_function(name, first)),
            Wish::Unsupported(tag) => complaint = Some(tag),
            Wish::Verbatim(name) => return Err(self.verbatim(&name, first)),
            Wish::Core(kind) if kind != own_kind => complaint = Some(format!("!!{kind}")),
            Wish::Text if tag.is_some_and(|tag| tag.suffix().ends_with("str")) => {
                complaint = Some("!!str".to_owned());
            }
            Wish::None | Wish::Text | Wish::Core(_) => {}
        }
        let levels = if function.is_some() { 2 } else { 1 };
        self.check_depth(levels, first)?;
        let kind = if object {
            Kind::Object(0)
        } else {
            Kind::Array(0)
        };
        let start = if function.is_some() { start } else { first };
        let index = self.document.push(start, kind);
        if let Some(tag) = complaint {
            self.unsupported(index, &tag);
        }
        self.anchors.open(anchor);
        let depth = self.depth() + levels;
        self.open.push(Open {
            index,
            parts: 0,
            object,
            function,
            anchor,
            depth,
        });
        Ok(())
    }

    fn end_collection(&mut self) {
        let Some(Open {
            index,
            parts,
            object,
            function,
            anchor,
            depth: _,
        }) = self.open.pop()
        else {
            return;
        };
        if object {
            self.document.close_object(index, parts / 2);
        } else {
            self.document.close_array(index, parts);
        }
        if let Some(function) = function {
            self.document.close_object(function, 1);
        }
        let first = function.unwrap_or(index);
        self.document.stop(first..index + 1, self.passed);
        self.count_part();
        self.anchors
            .define(anchor, first..self.document.nodes.len());
    }

    fn check_depth(&self, levels: usize, at: usize) -> Step {
        if self.depth() + levels > DEPTH_LIMIT {
            return Err(self.error(at, &super::too_deep("document"), None));
        }
        Ok(())
    }

    fn problem(&mut self, node: usize, message: String, help: &str) {
        self.document.add_problem(node, |_| message, help);
    }

    fn unsupported(&mut self, node: usize, tag: &str) {
        let message = format!("CloudFormation does not read the tag `{tag}` here");
        let name = tag
            .strip_prefix("!!")
            .filter(|name| !OF_YAML.contains(name));
        let help = match name {
            Some(name) => &format!("write a function with one `!`: `!{name}`"),
            None => "remove the tag",
        };
        self.problem(node, message, help);
    }

    fn verbatim(&self, name: &str, at: usize) -> SyntaxError {
        let message = format!("`!<!{name}>` is no short form of a function");
        self.error(at, &message, Some(&format!("write `!{name}`")))
    }

    fn error(&self, at: usize, message: &str, help: Option<&str>) -> SyntaxError {
        error_at(self.text, at, message, help)
    }
}

/// The bytes of a span; the parser knows them of every text that is in memory.
fn bytes(span: Span) -> Range<usize> {
    span.byte_range().unwrap_or_default()
}

/// Where the tag of a span starts; without one it is where the rest starts.
fn first_of(span: Span, start: usize) -> usize {
    span.tag_span().map_or(start, |tag| bytes(tag).start)
}

fn error_at(text: &str, at: usize, message: &str, help: Option<&str>) -> SyntaxError {
    SyntaxError {
        message: message.to_owned(),
        help: help.map(str::to_owned),
        location: Some(location::of_byte(text, at)),
    }
}

#[cfg(test)]
mod tests;
