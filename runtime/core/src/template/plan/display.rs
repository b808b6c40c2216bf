//! The plan as a table for a terminal.

use core::fmt::{self, Write};

use super::data::Fate;
use super::report::{Action, Doubt, OutputChange, ResourcePlan, TemplatePlan};
use crate::facts::{Interruption, Outcome};
use crate::json::Json;
use crate::typed::describe;

/// So much of a value is shown.
const MOST_OF_A_VALUE: usize = 60;

/// So many changes in place are shown of one resource.
const MOST_IN_PLACE: usize = 5;

// ! Connections  AWS::DynamoDB::Table        replaced, deleted with all that it holds
//       /TableName: "a" -> "b" (replaced)
// - Old          AWS::SQS::Queue             removed, kept outside of the stack
// + New          AWS::SNS::Topic             added
// ~ Worker       AWS::Lambda::Function       updated in place
//
// 1 replaced, 1 removed, 1 added, 1 updated in place
impl fmt::Display for TemplatePlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() && self.notes.is_empty() {
            return f.write_str("no change");
        }
        let ids = self
            .resources
            .iter()
            .map(|one| one.shown_id().chars().count());
        let ids = ids.max().unwrap_or(0);
        let types = self.resources.iter();
        let types = types.map(|one| describe::name(&one.type_name).chars().count());
        let types = types.max().unwrap_or(0);
        for resource in &self.resources {
            let (mark, id) = (resource.mark(), resource.shown_id());
            let ty = describe::name(&resource.type_name);
            writeln!(f, "{mark} {id:<ids$}  {ty:<types$}  {}", resource.words())?;
            resource.details(f)?;
        }
        for output in &self.outputs {
            output.line(f)?;
        }
        if !(self.resources.is_empty() && self.outputs.is_empty()) {
            f.write_char('\n')?;
        }
        for note in &self.notes {
            writeln!(f, "note: {note}")?;
        }
        f.write_str(&self.summary())
    }
}

impl TemplatePlan {
    /// How many resources there are of each kind, in one line.
    pub(super) fn summary(&self) -> String {
        let mut counts: Vec<(String, usize)> = Vec::new();
        for resource in &self.resources {
            let word = resource.word();
            match counts.iter_mut().find(|(known, _)| *known == word) {
                Some((_, count)) => *count += 1,
                None => counts.push((word, 1)),
            }
        }
        let counts: Vec<String> = counts
            .into_iter()
            .map(|(word, count)| format!("{count} {word}"))
            .collect();
        if counts.is_empty() {
            "no resource changes".to_owned()
        } else {
            counts.join(", ")
        }
    }
}

impl ResourcePlan {
    pub(super) fn shown_id(&self) -> String {
        let id = describe::name(&self.logical_id);
        match &self.renamed_from {
            Some(from) => format!("{} -> {id}", describe::name(from)),
            None => id.into_owned(),
        }
    }

    fn mark(&self) -> char {
        match (self.action, self.outcome) {
            (_, Some(Outcome::Refused)) => 'x',
            (Action::Change, None | Some(Outcome::InPlace)) if self.doubt != Doubt::None => '?',
            (Action::Add, _) => '+',
            (Action::Remove, _) => '-',
            (Action::Rename, _) | (_, Some(Outcome::Replace)) => '!',
            (_, Some(Outcome::MayReplace)) => '?',
            (Action::Change, Some(Outcome::InPlace) | None) => '~',
        }
    }

    /// What happens, in a word or two.
    pub(super) fn word(&self) -> String {
        let may = |certain: &str, possible: &str| {
            if self.certain {
                certain.to_owned()
            } else {
                possible.to_owned()
            }
        };
        match (self.action, self.outcome) {
            (Action::Rename, Some(Outcome::Refused)) => "renamed, refused".to_owned(),
            (Action::Rename, _) => "renamed, so replaced".to_owned(),
            (_, Some(Outcome::Refused)) => "refused".to_owned(),
            (Action::Add, _) => may("added", "may be added"),
            (Action::Remove, _) => may("removed", "may be removed"),
            (Action::Change, None | Some(Outcome::InPlace)) if self.doubt == Doubt::MayGo => {
                "may be removed".to_owned()
            }
            (Action::Change, None | Some(Outcome::InPlace)) if self.doubt == Doubt::MayCome => {
                "may be added".to_owned()
            }
            (Action::Change, None) => "with other attributes".to_owned(),
            (Action::Change, Some(Outcome::InPlace)) => may("updated in place", "may be updated"),
            (Action::Change, Some(_)) if self.is_unknown => {
                "of an unknown type, changes".to_owned()
            }
            (Action::Change, Some(outcome)) => outcome.to_string(),
        }
    }

    /// What happens, to the resource and to its data.
    pub(super) fn words(&self) -> String {
        let mut words = self.word();
        let stays = matches!(self.outcome, Some(Outcome::InPlace | Outcome::MayReplace));
        if stays && self.interruption != Interruption::None {
            let _infallible = write!(words, ", {}", self.interruption);
        }
        // That a resource without data is deleted goes without saying.
        let is_told = |fate: &Fate| self.holds_data || *fate < Fate::Undecided;
        let fate = self.fate.filter(is_told);
        let fate = fate.filter(|_| self.outcome != Some(Outcome::Refused));
        if let Some(fate) = fate {
            let of = match self.action {
                Action::Remove => "",
                Action::Change if self.outcome <= Some(Outcome::InPlace) => "it would be ",
                _ if self.outcome == Some(Outcome::MayReplace) => "the old one would be ",
                _ => "the old one is ",
            };
            let _infallible = write!(words, "; {of}{fate}");
        }
        words
    }

    fn details(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for reason in &self.reasons {
            writeln!(f, "      {reason}")?;
        }
        let is_harmless = |outcome| outcome == Outcome::InPlace;
        let mut in_place = 0;
        for change in &self.changes {
            in_place += usize::from(is_harmless(change.outcome()));
            if is_harmless(change.outcome()) && in_place > MOST_IN_PLACE {
                continue;
            }
            for line in change.to_string().lines() {
                writeln!(f, "      {line}")?;
            }
        }
        if let Some(more) = in_place.checked_sub(MOST_IN_PLACE).filter(|more| *more > 0) {
            writeln!(f, "      and {more} more that are updated in place")?;
        }
        for attribute in &self.attributes {
            let (before, after) = (shown(attribute.before()), shown(attribute.after()));
            writeln!(
                f,
                "      {}: {before} -> {after}",
                describe::name(&attribute.name)
            )?;
        }
        if !self.dragged_by.is_empty() {
            let names = self
                .dragged_by
                .iter()
                .map(|name| format!("`{}`", describe::name(name)));
            let names: Vec<String> = names.collect();
            writeln!(f, "      because of {}", names.join(", "))?;
        }
        Ok(())
    }
}

impl OutputChange {
    fn line(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, after) = (shown(self.before()), shown(self.after()));
        let name = describe::name(&self.name);
        let proviso = self.proviso();
        writeln!(f, "o {name}  output: {before} -> {after}{proviso}")?;
        if let Some(export) = &self.export {
            let export = shown(Some(export));
            writeln!(
                f,
                "      refused while another stack imports the export {export}"
            )?;
        }
        Ok(())
    }
}

/// A value on one line, or `nothing`.
pub(super) fn shown(value: Option<&Json>) -> String {
    match value {
        Some(value) => {
            let text = value.to_string();
            crate::text::visible::shortened(&text, MOST_OF_A_VALUE).into_owned()
        }
        None => "nothing".to_owned(),
    }
}

/// What `Display` shows.
impl fmt::Debug for TemplatePlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// One line, and what is known in detail.
impl fmt::Display for ResourcePlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ty = describe::name(&self.type_name);
        writeln!(
            f,
            "{} {}  {ty}  {}",
            self.mark(),
            self.shown_id(),
            self.words()
        )?;
        self.details(f)
    }
}

/// What `Display` shows.
impl fmt::Debug for ResourcePlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
