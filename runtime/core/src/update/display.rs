//! A plan in words, for a terminal or a log.

use core::fmt;
use std::collections::HashMap;

use super::effect::Effect;
use super::plan::{Change, UpdatePlan};
use crate::facts::{Interruption, Outcome, Reason};
use crate::json::Json;
use crate::text::sort;
use crate::text::visible::{shortened, shortened_path};

/// So much of a value is shown.
const MOST_OF_A_VALUE: usize = 60;

/// So many changes of one kind are shown one by one.
const MOST_OF_A_KIND: usize = 10;

// /ApiId: "a" -> "b" (replaced)
//   because the specification says that another `ApiId` replaces the resource (https://docs.aws.amazon.com/…)
// /Tags/0/Value: "1" -> "2" (updated in place)
//   and 40 more
// outcome: replaced (1 of 42 changes)
impl fmt::Display for UpdatePlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(outcome) = self.outcome() else {
            return f.write_str("no change");
        };
        for kind in kinds(self.changes()) {
            for change in kind.iter().take(MOST_OF_A_KIND) {
                change.line(f)?;
                f.write_str("\n")?;
            }
            if let Some(more @ 1..) = kind.len().checked_sub(MOST_OF_A_KIND) {
                writeln!(f, "  and {more} more")?;
            }
            reasons(&kind, f)?;
        }
        if self.unlisted() > 0 {
            writeln!(f, "and {} more that are not listed", self.unlisted())?;
        }
        f.write_str("outcome: ")?;
        effect(outcome, self.interruption(), f)?;
        let worst = |change: &&Change| change.outcome() == outcome;
        match (self.changes().len(), self.unlisted()) {
            (1, 0) => Ok(()),
            (count, 0) => match self.changes().iter().filter(worst).count() {
                worst if worst < count => write!(f, " ({worst} of {count} changes)"),
                _ => write!(f, " ({count} changes)"),
            },
            (count, unlisted) => write!(f, " ({} changes)", count + unlisted),
        }
    }
}

/// The reasons of changes of one kind, once for all of them.
fn reasons(kind: &[&Change], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Some((first, others)) = kind.split_first() else {
        return Ok(());
    };
    for (number, (word, reason)) in first.why().enumerate() {
        let is_same = |other: &&Change| other.reasons().get(number) == Some(reason);
        if others.iter().all(is_same) {
            writeln!(f, "  {word} {reason}")?;
        } else {
            writeln!(f, "  {word} {}", reason.of_all())?;
        }
    }
    Ok(())
}

/// Changes that do the same for the same reasons, the most severe first.
fn kinds(changes: &[Change]) -> Vec<Vec<&Change>> {
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut kinds: Vec<Vec<&Change>> = Vec::new();
    for change in changes {
        let mut kind = format!("{}, {}", change.outcome(), change.interruption());
        for reason in change.reasons() {
            kind += reason.of_all().text();
        }
        let number = *numbers.entry(kind).or_insert(kinds.len());
        match kinds.get_mut(number) {
            Some(kind) => kind.push(change),
            None => kinds.push(vec![change]),
        }
    }
    sort::by_number(&mut kinds, |kind| {
        let worst = kind.first().map_or(Effect::NONE, |change| change.effect);
        usize::MAX - worst.severity()
    });
    kinds
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.line(f)?;
        for (word, reason) in self.why() {
            write!(f, "\n  {word} {reason}")?;
        }
        Ok(())
    }
}

/// Both axes; a resource that does not stay is not interrupted.
fn effect(outcome: Outcome, interruption: Interruption, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{outcome}")?;
    let stays = matches!(outcome, Outcome::InPlace | Outcome::MayReplace);
    if stays && interruption != Interruption::None {
        write!(f, ", {interruption}")?;
    }
    Ok(())
}

impl Change {
    // /ApiId: "a" -> "b" (replaced)
    fn line(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&shortened_path(self.path()))?;
        f.write_str(": ")?;
        self.value(self.before(), f)?;
        // In a template the same call may give something else after the update.
        let is_written_alike = !self.is_secret && self.before() == self.after();
        if !is_written_alike {
            f.write_str(" -> ")?;
            self.value(self.after(), f)?;
        } else if self.certain() {
            f.write_str(", which gives another value")?;
        }
        f.write_str(" (")?;
        effect(self.outcome(), self.interruption(), f)?;
        write!(f, "{})", self.doubt())
    }

    /// What the change depends on, if it is not certain.
    fn doubt(&self) -> &'static str {
        if self.certain() {
            ""
        } else if self.path().contains("/Fn::If/") {
            ", if this branch counts"
        } else {
            ", if the value differs"
        }
    }

    /// The reasons, each with the word before it.
    fn why(&self) -> impl Iterator<Item = (&'static str, &Reason)> {
        let words = ["because"].into_iter().chain(core::iter::repeat("and"));
        words.zip(self.reasons())
    }

    fn value(&self, value: Option<&Json>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match value {
            Some(_) if self.is_secret => f.write_str("(not shown)"),
            Some(value) => f.write_str(&shortened(&value.to_string(), MOST_OF_A_VALUE)),
            None => f.write_str("nothing"),
        }
    }
}

/// What `Display` shows: `assert_eq!` prints plans.
impl fmt::Debug for UpdatePlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What `Display` shows.
impl fmt::Debug for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
