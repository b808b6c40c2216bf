//! Scalars: names of members, values, and arguments of functions.

use std::{borrow::Cow, ops::Range};

use granit_parser::{ScalarStyle, Span, Tag};

use super::tag::Wish;
use super::{Reader, Step, block, bytes, first_of};
use crate::document::{Kind, plain::Plain};

/// A scalar as the parser hands it over.
pub(super) struct Scalar<'t, 'e> {
    text: Cow<'t, str>,
    is_plain: bool,
    tag: Option<&'e Tag>,
    /// Where it starts, and where it does without its tag.
    first: usize,
    start: usize,
    end: usize,
}

impl<'t> Reader<'t> {
    /// What the parser says of a scalar, with its place put right.
    pub(super) fn take_scalar<'e>(
        &self,
        text: Cow<'t, str>,
        style: ScalarStyle,
        tag: Option<&'e Tag>,
        span: Span,
    ) -> Scalar<'t, 'e> {
        let mut place = bytes(span);
        let is_plain = style == ScalarStyle::Plain;
        // The parser says `~` where nothing stands.
        let is_nothing = is_plain && place.is_empty();
        if matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) {
            place = block::extent(self.text, self.end_before(span), &place);
        }
        let Range { mut start, mut end } = place;
        // Nor does it say that nothing stands behind a colon, but before it.
        if is_nothing && !self.at_name() && self.text.as_bytes().get(start) == Some(&b':') {
            (start, end) = (start + 1, end + 1);
        }
        Scalar {
            text: if is_nothing { "".into() } else { text },
            is_plain,
            tag,
            first: first_of(span, start),
            start,
            end,
        }
    }

    pub(super) fn scalar(&mut self, scalar: Scalar<'t, '_>, anchor: usize) -> Step {
        let node = self.document.nodes.len();
        self.passed = scalar.end;
        if self.at_name() {
            self.name(scalar)?;
        } else {
            self.value(scalar)?;
        }
        let nodes = node..self.document.nodes.len();
        self.document.stop(nodes.clone(), self.passed);
        self.count_part();
        self.anchors.define(anchor, nodes);
        Ok(())
    }

    fn value(&mut self, scalar: Scalar<'t, '_>) -> Step {
        let first = scalar.first;
        match scalar.tag.map_or(Wish::None, Wish::of) {
            Wish::None if scalar.is_plain => {
                self.document.push_plain(first, scalar.text);
            }
            Wish::None | Wish::Text => {
                self.document.push_string(first, scalar.text);
            }
            Wish::Function(name) => {
                self.check_depth(2, first)?;
                let object = self.start_function(name, first);
                self.argument(scalar, object);
                self.document.close_object(object, 1);
            }
            Wish::Core(kind) => {
                if self
                    .document
                    .push_value_of(first, kind, &scalar.text)
                    .is_none()
                {
                    let node = self.document.push_string(first, scalar.text);
                    let message = format!("this is not a value of `!!{kind}`");
                    self.problem(node, message, "remove the tag");
                }
            }
            Wish::Verbatim(name) => return Err(self.verbatim(&name, first)),
            Wish::Unsupported(tag) => {
                let node = self.document.push_string(first, scalar.text);
                self.unsupported(node, &tag);
            }
        }
        Ok(())
    }

    /// Adds the name of a member: a scalar as it is written, whatever it looks like.
    fn name(&mut self, scalar: Scalar<'t, '_>) -> Step {
        let first = scalar.first;
        match scalar.tag.map_or(Wish::None, Wish::of) {
            Wish::Function(_) => {
                let message = "a function stands where the name of a member is due";
                return Err(self.error(first, message, None));
            }
            Wish::Verbatim(name) => return Err(self.verbatim(&name, first)),
            Wish::None | Wish::Text | Wish::Core(_) | Wish::Unsupported(_) => {}
        }
        let is_plain = scalar.is_plain && scalar.tag.is_none();
        let misread = is_plain.then(|| Plain::of(&scalar.text)).flatten();
        let merge = scalar.is_plain && scalar.text == "<<";
        let node = self.document.push_string(first, scalar.text);
        if merge {
            let message = "CloudFormation does not merge mappings with `<<`".to_owned();
            self.problem(node, message, "write the members out");
        }
        if let Some(plain) = misread
            && let Some((message, is_refused)) = plain.as_name()
        {
            let help = plain.cure();
            if is_refused {
                self.document.add_problem(node, |_| message, &help);
            } else {
                self.document.add_warning(node, |_| message, &help);
            }
        }
        Ok(())
    }

    /// Adds the argument of a function that was written as a scalar, which is a string: `!Sub 1`.
    fn argument(&mut self, scalar: Scalar<'t, '_>, object: usize) {
        let get_att = self.document.node(object + 1).text() == Some("Fn::GetAtt");
        match scalar.text.split_once('.') {
            Some((resource, attribute)) if get_att => {
                let array = self.document.push(scalar.start, Kind::Array(0));
                let second = self.place_in(&scalar, resource.len() + 1);
                self.document.push_string(scalar.start, resource.to_owned());
                let resource = array + 1..array + 2;
                self.document.stop(resource, second.saturating_sub(1));
                self.document.push_string(second, attribute.to_owned());
                self.document.close_array(array, 2);
            }
            // Without a dot it stays as it is, for the judge of calls to report.
            _ => {
                self.document.push_string(scalar.start, scalar.text);
            }
        }
    }

    /// Where a byte of a scalar's text stands; its start if it is not written as it is.
    fn place_in(&self, scalar: &Scalar<'_, '_>, byte: usize) -> usize {
        let written = self.text.get(scalar.start..).unwrap_or_default();
        let quote = usize::from(!scalar.is_plain);
        let is_literal = written
            .get(quote..)
            .is_some_and(|rest| rest.starts_with(&*scalar.text));
        scalar.start + if is_literal { quote + byte } else { 0 }
    }
}
