//! Reading YAML as CloudFormation reads it: YAML 1.1 with short forms of functions.
//!
//! The parser of the YAML grammar is `saphyr-parser`, which yields events; here they become the
//! same tape that JSON becomes. What CloudFormation's user guide says about YAML is followed:
//!
//! * `!Ref x` is `{"Ref": x}`, `!Condition x` is `{"Condition": x}`, and any other `!Name x` is
//!   `{"Fn::Name": x}`, whether the name is known or not. `!GetAtt A.B.C` is split at its first dot.
//! * Booleans, numbers and nulls are those of YAML 1.1, see [`scalar`].
//! * Hash merges (`<<`) and the tags `!!binary`, `!!omap`, `!!pairs`, `!!set` and `!!timestamp` are
//!   not supported there, so they are problems here. Aliases are expanded, as the command-line
//!   tools do before they upload a template.

use std::borrow::Cow;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError, Span, Tag};

use super::{DEPTH_LIMIT, Document, Kind, SyntaxError};
use crate::text::location::{Location, Unit};

mod alias;
mod explain;
pub(crate) mod scalar;
mod tag;

use alias::Anchors;
use tag::Wish;

/// How long a `%TAG` line may be. The parser copies its prefix to each tag that uses it, so a text
/// with one long line and many such tags would fill the memory.
const LONGEST_DIRECTIVE: usize = 256;

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
        Reader::new(text).read()
    }
}

struct Reader<'t> {
    document: Document<'t>,
    anchors: Anchors,
    /// The collections around this place, the innermost last.
    open: Vec<Open>,
    documents: usize,
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
        let document = Document::of_text(text, Unit::Character);
        Self {
            document,
            anchors: Anchors::default(),
            open: Vec::new(),
            documents: 0,
        }
    }

    fn read(mut self) -> Step<Document<'t>> {
        let text = self
            .document
            .source
            .as_ref()
            .map_or("", |source| source.text.borrowed());
        if let Some(offset) = long_directive(text) {
            let location = crate::text::location::of_byte(text, offset);
            let message = format!("a `%TAG` line is longer than {LONGEST_DIRECTIVE} bytes");
            return Err(SyntaxError {
                message,
                help: None,
                location: Some(location),
            });
        }
        for event in Parser::new_from_str(text) {
            let (event, span) = event.map_err(|error| syntax_error(&error))?;
            self.event(event, span)?;
        }
        if self.document.nodes.is_empty() {
            self.document.push(0, Kind::Null);
        }
        Ok(self.document)
    }

    fn event(&mut self, event: Event<'t>, span: Span) -> Step {
        match event {
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => Ok(()),
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents > 1 {
                    let help = "put each document in a file of its own";
                    return Err(error_at(
                        span.start,
                        "a second document starts here",
                        Some(help),
                    ));
                }
                Ok(())
            }
            Event::Alias(anchor) => self.alias(anchor, span),
            Event::Scalar(text, style, anchor, tag) => {
                self.scalar(text, style, anchor, tag.as_deref(), span)
            }
            Event::SequenceStart(anchor, tag) => {
                self.start_collection(false, anchor, tag.as_deref(), span)
            }
            Event::MappingStart(anchor, tag) => {
                self.start_collection(true, anchor, tag.as_deref(), span)
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.end_collection();
                Ok(())
            }
        }
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

    fn scalar(
        &mut self,
        text: Cow<'t, str>,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<&Tag>,
        span: Span,
    ) -> Step {
        let first = self.document.nodes.len();
        let start = span.start.index();
        if self.at_name() {
            self.name(text, style, tag, span)?;
        } else {
            match tag.map_or(Wish::None, Wish::of) {
                Wish::None if style == ScalarStyle::Plain => {
                    self.document.push_plain(start, text);
                }
                Wish::None | Wish::Text => {
                    self.document.push_string(start, text);
                }
                Wish::Function(name) => {
                    self.check_depth(2, span)?;
                    let object = self.start_function(name, start);
                    self.argument(text, start + tag.map_or(0, tag::length) + 1, object);
                    self.document.close_object(object, 1);
                }
                Wish::Core(kind) => {
                    let value = scalar::value_of(kind, &text);
                    let fits = value.is_some();
                    let node = match value {
                        Some(value) => self.document.push_value(start, &text, value),
                        None => self.document.push_string(start, text),
                    };
                    if !fits {
                        self.problem(
                            node,
                            format!("this is not a value of `!!{kind}`"),
                            "remove the tag",
                        );
                    }
                }
                Wish::Unsupported(tag) => {
                    let node = self.document.push_string(start, text);
                    self.unsupported(node, &tag);
                }
            }
        }
        self.count_part();
        self.anchors
            .define(anchor, first..self.document.nodes.len());
        Ok(())
    }

    /// Adds the name of a member: a scalar as it is written, whatever it looks like.
    fn name(
        &mut self,
        text: Cow<'t, str>,
        style: ScalarStyle,
        tag: Option<&Tag>,
        span: Span,
    ) -> Step {
        if let Some(tag) = tag
            && matches!(Wish::of(tag), Wish::Function(_))
        {
            let message = "a function stands where the name of a member is due";
            return Err(error_at(span.start, message, None));
        }
        let merge = style == ScalarStyle::Plain && text == "<<";
        let node = self.document.push_string(span.start.index(), text);
        if merge {
            let message = "CloudFormation does not merge mappings with `<<`".to_owned();
            self.problem(node, message, "write the members out");
        }
        Ok(())
    }

    /// Opens `{"name": `; what follows is the argument.
    fn start_function(&mut self, name: String, start: usize) -> usize {
        let object = self.document.push(start, Kind::Object(0));
        self.document.push_string(start, name);
        object
    }

    /// Adds the argument of a function that was written as a scalar, which is a string: `!Sub 1`.
    fn argument(&mut self, text: Cow<'t, str>, start: usize, object: usize) {
        let get_att = self.document.node(object + 1).text() == Some("Fn::GetAtt");
        match text.split_once('.') {
            Some((resource, attribute)) if get_att => {
                let offset = resource.chars().count() + 1;
                let parts = [resource.to_owned(), attribute.to_owned()];
                let array = self.document.push(start, Kind::Array(0));
                for (part, start) in parts.into_iter().zip([start, start + offset]) {
                    self.document.push_string(start, part);
                }
                self.document.close_array(array, 2);
            }
            // Without a dot it stays as it is, for the judge of calls to report.
            _ => {
                self.document.push_string(start, text);
            }
        }
    }

    fn start_collection(
        &mut self,
        object: bool,
        anchor: usize,
        tag: Option<&Tag>,
        span: Span,
    ) -> Step {
        let start = span.start.index();
        if self.at_name() {
            let help = Some("a name is a single word or text");
            return Err(error_at(
                span.start,
                "the name of a member is not a scalar",
                help,
            ));
        }
        let own_kind = if object { "map" } else { "seq" };
        let mut function = None;
        let mut complaint = None;
        match tag.map_or(Wish::None, Wish::of) {
            Wish::Function(name) => function = Some(self.start_function(name, start)),
            Wish::Unsupported(tag) => complaint = Some(tag),
            Wish::Core(kind) if kind != own_kind => complaint = Some(format!("!!{kind}")),
            Wish::Text if tag.is_some_and(|tag| tag.suffix.ends_with("str")) => {
                complaint = Some("!!str".to_owned());
            }
            Wish::None | Wish::Text | Wish::Core(_) => {}
        }
        let levels = if function.is_some() { 2 } else { 1 };
        self.check_depth(levels, span)?;
        let kind = if object {
            Kind::Object(0)
        } else {
            Kind::Array(0)
        };
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
        self.count_part();
        self.anchors
            .define(anchor, function.unwrap_or(index)..self.document.nodes.len());
    }

    fn check_depth(&self, levels: usize, span: Span) -> Step {
        if self.depth() + levels > DEPTH_LIMIT {
            return Err(error_at(span.start, &super::too_deep(), None));
        }
        Ok(())
    }

    fn problem(&mut self, node: usize, message: String, help: &str) {
        self.document.add_problem(node, |_| message, help);
    }

    fn unsupported(&mut self, node: usize, tag: &str) {
        let message = format!("CloudFormation does not read the tag `{tag}` here");
        self.problem(node, message, "remove the tag");
    }
}

/// Where a `%TAG` line starts that is too long.
fn long_directive(text: &str) -> Option<usize> {
    let mut lines = text
        .match_indices("%TAG")
        .map(|(start, _)| text.split_at(start));
    let too_long = |(before, line): &(&str, &str)| {
        (before.is_empty() || before.ends_with(['\n', '\r']))
            && line.find(['\n', '\r']).unwrap_or(line.len()) > LONGEST_DIRECTIVE
    };
    lines.find(too_long).map(|(before, _)| before.len())
}

fn location(marker: Marker) -> Location {
    Location {
        line: marker.line(),
        column: marker.col() + 1,
    }
}

fn error_at(marker: Marker, message: &str, help: Option<&str>) -> SyntaxError {
    SyntaxError {
        message: message.to_owned(),
        help: help.map(str::to_owned),
        location: Some(location(marker)),
    }
}

fn syntax_error(error: &ScanError) -> SyntaxError {
    let (message, help) = explain::explain(error.info());
    error_at(*error.marker(), &message, help)
}

#[cfg(test)]
mod tests;
