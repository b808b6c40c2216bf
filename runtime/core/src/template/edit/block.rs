//! Members and elements on lines of their own: the block style of YAML.

use std::collections::{HashMap, HashSet};

use super::changes::{Around, Changes, Edit, ListEdit, Unfit};
use super::lines;
use super::wanted::Wanted;
use crate::Map;
use crate::document::{Content, NodeRef};
use crate::json::Json;
use crate::yaml;

impl<'t> Changes<'t> {
    /// Changes the members of a mapping in block style.
    pub(super) fn members_in_block(
        &mut self,
        node: NodeRef<'_>,
        members: &[(&'t str, Wanted<'t>)],
        depth: usize,
    ) -> Edit {
        let start = self.span(node)?.start;
        let wanted: HashMap<&str, Wanted<'t>> = members.iter().copied().collect();
        let old: Vec<_> = node.members().collect();
        let (Some(first), Some(last)) = (old.first(), old.last()) else {
            return Err(Unfit);
        };
        if self.span(first.key_node)?.start != start
            || !old.iter().any(|member| wanted.contains_key(member.key))
        {
            return Err(Unfit);
        }
        for (index, member) in old.iter().enumerate() {
            if let Some(wanted) = wanted.get(member.key) {
                self.value(member.value, *wanted, Around::Name(member.key_node), depth)?;
                continue;
            }
            let key = self.span(member.key_node)?.start;
            if lines::is_first(self.text, key) {
                let end = lines::end(self.text, self.span(member.value)?.end);
                self.patch(lines::start(self.text, key)..end, "");
            } else {
                // Behind a dash: the next name takes its place.
                let next = old.get(index + 1).ok_or(Unfit)?;
                self.patch(key..self.span(next.key_node)?.start, "");
            }
        }
        let known: HashSet<&str> = old.iter().map(|member| member.key).collect();
        let added = members.iter().filter(|(name, _)| !known.contains(name));
        let added = added.map(|(name, wanted)| (*name, wanted.to_json(self.template)));
        let added: Map<Json> = added.collect();
        if added.is_empty() {
            return Ok(());
        }
        let text = yaml::to_yaml(&Json::Object(added));
        let end = self
            .span(last.value)?
            .end
            .max(self.span(last.key_node)?.end);
        let column = self.column(start)?;
        if self.is_open_at_end(end, last.value) {
            // Behind it the text would get an end of line that it does not have.
            let key = self.span(last.key_node)?.start;
            if !lines::is_first(self.text, key) || !wanted.contains_key(last.key) {
                return Err(Unfit);
            }
            let line = lines::start(self.text, key);
            let text = self.indented(&text, column);
            self.patch(line..line, text);
        } else {
            self.insert_lines(end, &text, column);
        }
        Ok(())
    }

    /// Whether the file ends here, without an end of line, in a text of several lines.
    fn is_open_at_end(&self, end: usize, value: NodeRef<'_>) -> bool {
        let rest = self.text.get(end..).unwrap_or_default();
        if self.text.ends_with('\n') || !rest.trim().is_empty() {
            return false;
        }
        let mut leaf = value;
        // As deep as documents are.
        while let Some(inner) = last_part(leaf) {
            leaf = inner;
        }
        let raw = self.span(leaf).ok().and_then(|span| self.text.get(span));
        let raw = raw.unwrap_or_default().trim_start();
        let raw = match raw.strip_prefix('!') {
            Some(tagged) => tagged
                .split_once(char::is_whitespace)
                .map_or("", |(_, raw)| raw),
            None => raw,
        };
        raw.trim_start().starts_with(['|', '>'])
    }

    /// Changes the elements of a sequence in block style.
    pub(super) fn items_in_block(
        &mut self,
        node: NodeRef<'_>,
        items: &'t [Json],
        depth: usize,
    ) -> Edit {
        let edit = ListEdit::of(node, items);
        if edit.kept == 0 && edit.removed == edit.old.len() {
            return Err(Unfit);
        }
        for (node, json) in &edit.changed {
            self.value(*node, Wanted::Json(json), Around::Dash, depth)?;
        }
        let removed = edit.old.iter().skip(edit.kept).take(edit.removed);
        for node in removed {
            let dash = self.dash(*node)?;
            if !lines::is_first(self.text, dash) {
                return Err(Unfit);
            }
            let end = lines::end(self.text, self.span(*node)?.end);
            self.patch(lines::start(self.text, dash)..end, "");
        }
        if edit.added.is_empty() {
            return Ok(());
        }
        let text = yaml::to_yaml(&Json::Array(edit.added.to_vec()));
        let before = edit.kept.checked_sub(1).and_then(|last| edit.old.get(last));
        if let Some(before) = before {
            let column = self.column(self.dash(*before)?)?;
            self.insert_lines(self.span(*before)?.end, &text, column);
            return Ok(());
        }
        let first = edit.old.first().ok_or(Unfit)?;
        let dash = self.dash(*first)?;
        if !lines::is_first(self.text, dash) {
            return Err(Unfit);
        }
        let text = self.indented(&text, self.column(dash)?);
        let line = lines::start(self.text, dash);
        self.patch(line..line, text);
        Ok(())
    }

    /// Puts a value in the place of another one.
    pub(super) fn replace_in_block(
        &mut self,
        node: NodeRef<'_>,
        json: &Json,
        around: Around<'_>,
    ) -> Edit {
        let span = self.span(node)?;
        let old = self.text.get(span.clone()).unwrap_or_default();
        let is_scalar =
            |node: NodeRef<'_>| !matches!(node.content(), Content::Array(_) | Content::Object(_));
        // The rest of a line, as it stands behind a name: ` value`, or lines of their own.
        let named = yaml::to_yaml(&Json::Object(Map::from([("k", json.clone())])));
        let rest = named
            .strip_prefix("k:")
            .ok_or(Unfit)?
            .trim_end_matches('\n');
        let is_short = !rest.contains('\n') && !old.is_empty() && !old.contains('\n');
        if is_short && (is_scalar(node) || !matches!(around, Around::Tag)) {
            let text = quoted_alike(old, json).unwrap_or_else(|| rest.trim_start().to_owned());
            self.patch(span, text);
            return Ok(());
        }
        match around {
            Around::Name(key) => {
                let column = self.column(self.span(key)?.start)?;
                let colon = self.colon(key)?;
                let rest = self.continued(rest, column);
                let line = lines::end(self.text, colon);
                let (before, behind) = (
                    self.text
                        .get(colon..span.start.max(colon))
                        .unwrap_or_default(),
                    self.text
                        .get(span.end..lines::end(self.text, span.end))
                        .unwrap_or_default(),
                );
                let line_end = line
                    - usize::from(
                        self.text
                            .get(..line)
                            .is_some_and(|text| text.ends_with('\n')),
                    );
                let line_end = line_end
                    - usize::from(
                        self.text
                            .get(..line_end)
                            .is_some_and(|text| text.ends_with('\r')),
                    );
                if before.contains('#') {
                    // A comment behind the colon stays there.
                    if rest.starts_with(['\n', '\r']) {
                        self.patch(line_end..span.end, rest);
                    } else {
                        self.patch(colon..colon, rest);
                        self.patch(line_end..span.end, "");
                    }
                } else if !behind.trim().is_empty() && rest.contains('\n') {
                    // So does one behind a value that gets lines of its own.
                    self.patch(colon..span.end, "");
                    self.patch(line_end..line_end, rest);
                } else {
                    self.patch(colon..span.end.max(colon), rest);
                }
                Ok(())
            }
            Around::Dash => {
                let column = self.column(self.dash(node)?)?;
                let listed = yaml::to_yaml(&Json::Array(vec![json.clone()]));
                let item = listed
                    .strip_prefix("- ")
                    .ok_or(Unfit)?
                    .trim_end_matches('\n');
                let text = self.continued(item, column);
                self.patch(span, text);
                Ok(())
            }
            Around::Root | Around::Brackets | Around::Tag => Err(Unfit),
        }
    }

    /// Adds lines behind the line of a byte.
    fn insert_lines(&mut self, at: usize, text: &str, column: usize) {
        let at = lines::end(self.text, at);
        let mut lines = self.indented(text, column);
        let is_ended = self
            .text
            .get(..at)
            .is_some_and(|before| before.ends_with('\n'));
        if !is_ended {
            lines.truncate(lines.trim_end_matches(['\r', '\n']).len());
            lines.insert_str(0, self.feed);
        }
        self.patch(at..at, lines);
    }

    /// Each line of a text that the writer made, moved to a column.
    fn indented(&self, text: &str, column: usize) -> String {
        let indentation = " ".repeat(column);
        let mut out = String::new();
        for line in text.lines() {
            if !line.is_empty() {
                out.extend([&indentation, line]);
            }
            out.push_str(self.feed);
        }
        out
    }

    /// The same of all lines but the first, which goes on where something stands already.
    fn continued(&self, text: &str, column: usize) -> String {
        let indentation = " ".repeat(column);
        let mut lines = text.split('\n');
        let mut out = lines.next().unwrap_or_default().to_owned();
        for line in lines {
            out.push_str(self.feed);
            if !line.is_empty() {
                out.extend([&indentation, line]);
            }
        }
        out
    }

    /// How many blanks put a line under a byte; none if something wide or a tab stands before it.
    fn column(&self, at: usize) -> Result<usize, Unfit> {
        let before = lines::before(self.text, at);
        let is_narrow = before.bytes().all(|byte| (b' '..=b'~').contains(&byte));
        is_narrow.then_some(before.len()).ok_or(Unfit)
    }

    /// The byte behind the colon of a name.
    fn colon(&self, key: NodeRef<'_>) -> Result<usize, Unfit> {
        let end = self.span(key)?.end;
        let rest = self.text.get(end..).unwrap_or_default();
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let colon = end + blanks;
        let is_colon = self.text.as_bytes().get(colon) == Some(&b':');
        is_colon.then_some(colon + 1).ok_or(Unfit)
    }

    /// The dash of an element.
    fn dash(&self, item: NodeRef<'_>) -> Result<usize, Unfit> {
        let start = self.span(item)?.start;
        let before = self.text.get(..start).unwrap_or_default();
        let before = before.trim_end_matches([' ', '\t']);
        before.strip_suffix('-').map(str::len).ok_or(Unfit)
    }
}

/// A text in the quotes that the one before it had.
fn quoted_alike(old: &str, json: &Json) -> Option<String> {
    let Json::String(text) = json else {
        return None;
    };
    let is_printable = text.chars().all(|letter| !letter.is_control());
    match old.as_bytes().first()? {
        b'\'' if is_printable => Some(format!("'{}'", text.replace('\'', "''"))),
        b'"' => Some(json.to_string()),
        _ => None,
    }
}

/// The last member or element.
fn last_part(node: NodeRef<'_>) -> Option<NodeRef<'_>> {
    let member = node.members().last().map(|member| member.value);
    member.or_else(|| node.items().last())
}
