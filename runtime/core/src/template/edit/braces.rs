//! Members and elements between brackets: JSON, and the flow style of YAML.

use core::ops::Range;
use std::collections::{HashMap, HashSet};

use super::changes::{Around, Changes, Edit, ListEdit, Unfit};
use super::lines;
use super::wanted::Wanted;
use crate::document::NodeRef;
use crate::json::Json;
use crate::template::source::TextFormat;
use crate::typed::to_json;
use crate::typed::view::View;

impl<'t> Changes<'t> {
    /// Changes the members of an object in braces.
    pub(super) fn members_in_braces(
        &mut self,
        node: NodeRef<'_>,
        members: &[(&'t str, Wanted<'t>)],
        depth: usize,
    ) -> Edit {
        let wanted: HashMap<&str, Wanted<'t>> = members.iter().copied().collect();
        let mut old = Vec::new();
        for member in node.members() {
            let wanted = wanted.get(member.key).copied();
            if let Some(wanted) = wanted {
                self.value(member.value, wanted, Around::Brackets, depth)?;
            }
            let range = self.span(member.key_node)?.start..self.span(member.value)?.end;
            old.push((range, wanted.is_some()));
        }
        let known: HashSet<&str> = node.members().map(|member| member.key).collect();
        let added = members.iter().filter(|(name, _)| !known.contains(name));
        let separator = self.separator(node)?;
        let mut new = Vec::new();
        for (name, wanted) in added {
            let value = wanted.to_json(self.template);
            let name = Json::from(*name).to_string();
            new.push(format!("{name}: {}", self.in_brackets(&value, &separator)));
        }
        self.pieces(&old, old.len(), &new, &separator)
    }

    /// Changes the elements of a list in brackets.
    pub(super) fn items_in_brackets(
        &mut self,
        node: NodeRef<'_>,
        items: &'t [Json],
        depth: usize,
    ) -> Edit {
        let edit = ListEdit::of(node, items);
        for (node, json) in &edit.changed {
            self.value(*node, Wanted::Json(json), Around::Brackets, depth)?;
        }
        let removed = edit.kept..edit.kept + edit.removed;
        let mut old = Vec::new();
        for (index, node) in edit.old.iter().enumerate() {
            old.push((self.span(*node)?, !removed.contains(&index)));
        }
        let separator = self.separator(node)?;
        let new = edit.added.iter();
        let new: Vec<String> = new.map(|json| self.in_brackets(json, &separator)).collect();
        self.pieces(&old, edit.kept, &new, &separator)
    }

    /// Takes pieces out, and puts new ones behind the first `kept`. Each piece has its range, and whether it
    /// stays.
    fn pieces(
        &mut self,
        old: &[(Range<usize>, bool)],
        kept: usize,
        new: &[String],
        separator: &str,
    ) -> Edit {
        if !old.iter().any(|(_, stays)| *stays) {
            return Err(Unfit);
        }
        let mut index = 0;
        while let Some((range, stays)) = old.get(index) {
            if *stays {
                index += 1;
                continue;
            }
            let run = old.get(index..).unwrap_or_default();
            let run = run.iter().take_while(|(_, stays)| !stays).count();
            let last = old
                .get(index + run - 1)
                .map_or(range.end, |(last, _)| last.end);
            let before = index.checked_sub(1).and_then(|before| old.get(before));
            // With the comma behind it, or, at the end, with the one before it.
            match (old.get(index + run), before) {
                (Some((next, _)), _) => self.patch(range.start..next.start, ""),
                (None, Some((before, _))) => self.patch(before.end..last, ""),
                (None, None) => return Err(Unfit),
            }
            index += run;
        }
        if new.is_empty() {
            return Ok(());
        }
        let mut text = String::new();
        let before = kept.checked_sub(1).and_then(|last| old.get(last));
        if let Some((last, _)) = before {
            for piece in new {
                text.extend([",", separator, piece]);
            }
            self.patch(last.end..last.end, text);
        } else {
            let first = old.first().map_or(0, |(first, _)| first.start);
            for piece in new {
                text.extend([piece, ",", separator]);
            }
            self.patch(first..first, text);
        }
        Ok(())
    }

    pub(super) fn replace_in_brackets(&mut self, node: NodeRef<'_>, json: &Json) -> Edit {
        let span = self.span(node)?;
        let indentation = format!("{}{}", self.feed, lines::indentation(self.text, span.start));
        let text = self.in_brackets(json, &indentation);
        self.patch(span, text);
        Ok(())
    }

    /// What stands between two pieces behind their comma: a blank, or a new line.
    fn separator(&self, node: NodeRef<'_>) -> Result<String, Unfit> {
        let span = self.span(node)?;
        let first = node.members().next().map(|member| member.key_node);
        let first = first.or_else(|| node.items().next()).ok_or(Unfit)?;
        let first = self.span(first)?.start;
        let is_alone = lines::is_first(self.text, first) && first > span.start;
        Ok(if is_alone {
            format!("{}{}", self.feed, lines::before(self.text, first))
        } else {
            " ".to_owned()
        })
    }

    /// A value as it stands between brackets: over several lines where its neighbours have lines of their own.
    fn in_brackets(&self, json: &Json, separator: &str) -> String {
        let is_json = self.format == TextFormat::Json;
        if !is_json || !separator.starts_with(['\r', '\n']) {
            return json.to_string();
        }
        let unit = self.unit();
        let pretty = to_json::pretty(View::Json(json));
        let mut lines = pretty.trim_end().lines();
        let mut text = lines.next().unwrap_or_default().to_owned();
        for line in lines {
            let inner = line.trim_start_matches(' ');
            text.push_str(separator);
            text.push_str(&unit.repeat((line.len() - inner.len()) / 2));
            text.push_str(inner);
        }
        text
    }

    /// What each level of the text is indented by: as the first name of the document is.
    fn unit(&self) -> String {
        let first = self.text.find('"').unwrap_or(0);
        let unit = lines::before(self.text, first);
        if unit.is_empty() || !lines::is_first(self.text, first) {
            return "  ".to_owned();
        }
        unit.to_owned()
    }
}
