//! A plan in words, for a terminal or a log.

use core::fmt::{self, Write};

use super::plan::{Change, UpdatePlan};
use crate::facts::{Interruption, Outcome};
use crate::json::Json;

/// So much of a value is shown.
const MOST_OF_A_VALUE: usize = 60;

/// So many changes that do no harm are shown one by one.
const MOST_HARMLESS: usize = 10;

// /ApiId: "a" -> "b" (replaced)
//   because a change of `ApiId` replaces the resource (https://docs.aws.amazon.com/…)
// /Tags/0/Value: "1" -> "2" (updated in place)
// and 40 more that are updated in place
// outcome: replaced, 42 changes
impl fmt::Display for UpdatePlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(outcome) = self.outcome() else {
            return f.write_str("no change");
        };
        let mut changes: Vec<&Change> = self.changes().iter().collect();
        changes.sort_by_key(|change| core::cmp::Reverse((change.outcome(), change.interruption())));
        let harmful = changes.iter().filter(|change| is_harmful(change)).count();
        let shown = harmful + MOST_HARMLESS;
        for change in changes.iter().take(shown) {
            writeln!(f, "{change}")?;
        }
        if let Some(more) = changes.len().checked_sub(shown).filter(|more| *more > 0) {
            writeln!(f, "and {more} more that are updated in place")?;
        }
        f.write_str("outcome: ")?;
        effect(outcome, self.interruption(), f)?;
        match changes.len() {
            1 => Ok(()),
            count => write!(f, " ({count} changes)"),
        }
    }
}

fn is_harmful(change: &Change) -> bool {
    change.outcome() > Outcome::InPlace || change.interruption() > Interruption::None
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        visible(self.path(), usize::MAX, f)?;
        f.write_str(": ")?;
        self.value(self.before(), f)?;
        f.write_str(" -> ")?;
        self.value(self.after(), f)?;
        f.write_str(" (")?;
        effect(self.outcome(), self.interruption(), f)?;
        f.write_str(if self.certain() {
            ")"
        } else {
            ", if the value differs)"
        })?;
        for (word, reason) in ["because", "and"]
            .into_iter()
            .chain(core::iter::repeat("and"))
            .zip(self.reasons())
        {
            write!(f, "\n  {word} {reason}")?;
        }
        Ok(())
    }
}

/// Both axes; a resource that does not stay is not interrupted.
fn effect(outcome: Outcome, interruption: Interruption, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{outcome}")?;
    let stays = matches!(outcome, Outcome::InPlace | Outcome::MayReplace);
    match interruption {
        Interruption::None => Ok(()),
        Interruption::Possible | Interruption::Certain if stays => write!(f, ", {interruption}"),
        Interruption::Possible | Interruption::Certain => Ok(()),
    }
}

impl Change {
    fn value(&self, value: Option<&Json>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match value {
            Some(_) if self.is_secret => f.write_str("(not shown)"),
            Some(value) => visible(&value.to_string(), MOST_OF_A_VALUE, f),
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

/// A name from outside, on one line.
pub(super) fn shown(name: &str) -> String {
    struct Shown<'n>(&'n str);

    impl fmt::Display for Shown<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            visible(self.0, MOST_OF_A_VALUE, f)
        }
    }

    Shown(name).to_string()
}

/// Text on one line: shortened, and without what would move the cursor or turn the direction of writing.
fn visible(text: &str, most: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (count, letter) in text.chars().enumerate() {
        if count == most {
            return f.write_char('…');
        }
        let turns = matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if letter.is_control() || turns {
            write!(f, "{}", letter.escape_unicode())?;
        } else {
            f.write_char(letter)?;
        }
    }
    Ok(())
}
