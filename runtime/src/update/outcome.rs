//! The two axes of an update: what becomes of the resource, and whether it is interrupted.

use core::fmt;

use crate::facts::UpdateBehavior;

/// What becomes of a resource, from least to most severe.
///
/// ```
/// use formwork::Outcome;
///
/// assert!(Outcome::InPlace < Outcome::MayReplace && Outcome::Replace < Outcome::Refused);
/// assert_eq!(Outcome::MayReplace.to_string(), "may be replaced");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// The resource stays and is updated.
    InPlace,
    /// The resource is replaced or updated: what decides is out of sight.
    MayReplace,
    /// A new resource takes its place, and the old one is deleted.
    Replace,
    /// The update fails.
    Refused,
}

/// Whether an update interrupts a resource that stays, from least to most severe.
///
/// ```
/// use formwork::Interruption;
///
/// assert!(Interruption::None < Interruption::Possible);
/// assert_eq!(Interruption::Possible.to_string(), "may be interrupted");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Interruption {
    /// It does not.
    None,
    /// It may.
    Possible,
    /// It does.
    Certain,
}

/// What a change does, on both axes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Effect {
    pub(crate) outcome: Outcome,
    pub(crate) interruption: Interruption,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::InPlace => "updated in place",
            Self::MayReplace => "may be replaced",
            Self::Replace => "replaced",
            Self::Refused => "refused",
        })
    }
}

impl fmt::Display for Interruption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::None => "no interruption",
            Self::Possible => "may be interrupted",
            Self::Certain => "interrupted",
        })
    }
}

impl Effect {
    /// What a word of a specification means.
    pub(crate) fn of(word: UpdateBehavior) -> Self {
        let (outcome, interruption) = match word {
            UpdateBehavior::Mutable => (Outcome::InPlace, Interruption::None),
            UpdateBehavior::Conditional => (Outcome::MayReplace, Interruption::Possible),
            UpdateBehavior::Immutable => (Outcome::Replace, Interruption::None),
        };
        Self {
            outcome,
            interruption,
        }
    }

    /// What is left of it where nobody can tell if the value changes at all.
    pub(crate) fn in_doubt(self) -> Self {
        Self {
            outcome: match self.outcome {
                Outcome::Replace => Outcome::MayReplace,
                outcome @ (Outcome::InPlace | Outcome::MayReplace | Outcome::Refused) => outcome,
            },
            interruption: self.interruption.min(Interruption::Possible),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Effect, Interruption, Outcome};

    #[test]
    fn doubt_takes_certainty_and_nothing_else() {
        let doubtful = |outcome, interruption| {
            let effect = Effect {
                outcome,
                interruption,
            };
            let Effect {
                outcome,
                interruption,
            } = effect.in_doubt();
            (outcome, interruption)
        };
        assert_eq!(
            doubtful(Outcome::Replace, Interruption::Certain),
            (Outcome::MayReplace, Interruption::Possible)
        );
        assert_eq!(
            doubtful(Outcome::Refused, Interruption::Possible),
            (Outcome::Refused, Interruption::Possible)
        );
        assert_eq!(
            doubtful(Outcome::InPlace, Interruption::None),
            (Outcome::InPlace, Interruption::None)
        );
    }
}
