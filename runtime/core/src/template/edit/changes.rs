//! Comparing what the template says with what stands in the text.

use core::ops::Range;

use super::lines;
use super::patch::Patch;
use super::wanted::Wanted;
use crate::document::{Content, NodeRef};
use crate::json::Json;
use crate::template::Template;
use crate::template::source::{Source, TextFormat};

/// The place cannot be changed by itself: what is around it is written anew.
pub(super) struct Unfit;

pub(super) type Edit = Result<(), Unfit>;

/// What stands around a value, which decides how it can be written.
#[derive(Clone, Copy)]
pub(super) enum Around<'d> {
    /// Nothing.
    Root,
    /// Brackets: JSON, or YAML in flow style.
    Brackets,
    /// A name and a colon, in block style.
    #[cfg_attr(
        not(feature = "yaml"),
        allow(dead_code, reason = "only YAML has blocks")
    )]
    Name(NodeRef<'d>),
    /// A dash, in block style.
    #[cfg_attr(
        not(feature = "yaml"),
        allow(dead_code, reason = "only YAML has blocks")
    )]
    Dash,
    /// The short form of a function.
    Tag,
}

/// The patches so far.
pub(super) struct Changes<'t> {
    pub(super) template: &'t Template,
    pub(super) text: &'t str,
    pub(super) format: TextFormat,
    pub(super) feed: &'static str,
    patches: Vec<Patch>,
    /// Values deeper than that are written as a whole.
    depth: usize,
}

impl<'t> Changes<'t> {
    /// The patches that make the text say what the template says; none if only a new text can.
    pub(super) fn of(
        template: &'t Template,
        source: &'t Source,
        depth: usize,
    ) -> Option<Vec<Patch>> {
        let mut changes = Self {
            template,
            text: &source.text,
            format: source.format,
            feed: lines::feed(&source.text),
            patches: Vec::new(),
            depth,
        };
        let root = source.document.root();
        changes
            .value(root, Wanted::Members(&template.root), Around::Root, 0)
            .ok()?;
        Some(changes.patches)
    }

    /// Changes the value at a node. Calls itself once for each level, of which documents have a limited number.
    pub(super) fn value(
        &mut self,
        node: NodeRef<'_>,
        wanted: Wanted<'t>,
        around: Around<'_>,
        depth: usize,
    ) -> Edit {
        if wanted.is_at(node) {
            return Ok(());
        }
        let before = self.patches.len();
        if depth < self.depth && self.parts(node, wanted, depth + 1).is_ok() {
            return Ok(());
        }
        self.patches.truncate(before);
        let json = wanted.to_json(self.template);
        match around {
            Around::Brackets => self.replace_in_brackets(node, &json),
            #[cfg(feature = "yaml")]
            Around::Name(_) | Around::Dash | Around::Tag => {
                self.replace_in_block(node, &json, around)
            }
            #[cfg(not(feature = "yaml"))]
            Around::Name(_) | Around::Dash | Around::Tag => Err(Unfit),
            Around::Root => Err(Unfit),
        }
    }

    /// Changes the members or elements at a node, if it stays an object or a list.
    fn parts(&mut self, node: NodeRef<'_>, wanted: Wanted<'t>, depth: usize) -> Edit {
        let start = self.span(node)?.start;
        let first = self.text.as_bytes().get(start).copied().unwrap_or_default();
        match (node.content(), wanted.members(), wanted.items()) {
            (Content::Object(1..), Some(members), _) if !members.is_empty() => match first {
                b'{' => self.members_in_braces(node, &members, depth),
                b'!' => self.argument(node, &members, depth),
                #[cfg(feature = "yaml")]
                _ if self.format == TextFormat::Yaml => {
                    self.members_in_block(node, &members, depth)
                }
                _ => Err(Unfit),
            },
            (Content::Array(1..), _, Some(items)) if !items.is_empty() => match first {
                b'[' => self.items_in_brackets(node, items, depth),
                #[cfg(feature = "yaml")]
                b'-' => self.items_in_block(node, items, depth),
                _ => Err(Unfit),
            },
            _ => Err(Unfit),
        }
    }

    /// Changes the argument of a function in short form.
    fn argument(
        &mut self,
        node: NodeRef<'_>,
        members: &[(&'t str, Wanted<'t>)],
        depth: usize,
    ) -> Edit {
        let mut old = node.members();
        match (old.next(), members) {
            (Some(member), [(name, wanted)]) if member.key == *name => {
                self.value(member.value, *wanted, Around::Tag, depth)
            }
            _ => Err(Unfit),
        }
    }

    pub(super) fn span(&self, node: NodeRef<'_>) -> Result<Range<usize>, Unfit> {
        let span = node.span().ok_or(Unfit)?;
        // Of a copy that an alias made the parts stand elsewhere.
        if self.text.get(span.clone()).is_some() {
            Ok(span)
        } else {
            Err(Unfit)
        }
    }

    pub(super) fn patch(&mut self, at: Range<usize>, text: impl Into<String>) {
        let text = text.into();
        self.patches.push(Patch { at, text });
    }
}

/// How the elements of a list are to change: those at the start and at the end that are the same stay.
pub(super) struct ListEdit<'d, 't> {
    /// The elements that stand there.
    pub(super) old: Vec<NodeRef<'d>>,
    /// How many elements at the start stay, or are changed where they stand.
    pub(super) kept: usize,
    /// The elements that are changed where they stand, with what they are to be.
    pub(super) changed: Vec<(NodeRef<'d>, &'t Json)>,
    /// How many elements behind the kept ones are taken out.
    pub(super) removed: usize,
    /// What comes behind the kept ones.
    pub(super) added: &'t [Json],
}

impl<'d, 't> ListEdit<'d, 't> {
    pub(super) fn of(node: NodeRef<'d>, new: &'t [Json]) -> Self {
        let old: Vec<_> = node.items().collect();
        let is_same = |(node, json): &(&NodeRef<'d>, &'t Json)| Wanted::Json(json).is_at(**node);
        let start = old.iter().zip(new).take_while(is_same).count();
        let (old_rest, new_rest) = (
            old.get(start..).unwrap_or_default(),
            new.get(start..).unwrap_or_default(),
        );
        let end = old_rest.iter().rev().zip(new_rest.iter().rev());
        let end = end.take_while(is_same).count();
        let old_middle = old_rest.len() - end;
        let new_middle = new_rest.get(..new_rest.len() - end).unwrap_or_default();
        let paired = old_middle.min(new_middle.len());
        let changed = old_rest.iter().copied().zip(new_middle).take(paired);
        Self {
            changed: changed.collect(),
            kept: start + paired,
            removed: old_middle - paired,
            added: new_middle.get(paired..).unwrap_or_default(),
            old,
        }
    }
}
