//! What a change does, on both axes.

use crate::facts::{Interruption, Outcome, UpdateBehavior};

/// What a change does, on both axes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Effect {
    pub(crate) outcome: Outcome,
    pub(crate) interruption: Interruption,
}

impl Effect {
    /// The least severe.
    pub(crate) const NONE: Self = Self {
        outcome: Outcome::InPlace,
        interruption: Interruption::None,
    };

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

    /// How severe it is: the outcome counts before the interruption.
    pub(crate) const fn severity(self) -> usize {
        4 * self.outcome as usize + self.interruption as usize
    }

    /// The worse of two, on each axis.
    pub(crate) fn max(self, other: Self) -> Self {
        Self {
            outcome: self.outcome.max(other.outcome),
            interruption: self.interruption.max(other.interruption),
        }
    }

    /// The milder of two, on each axis.
    pub(crate) fn min(self, other: Self) -> Self {
        Self {
            outcome: self.outcome.min(other.outcome),
            interruption: self.interruption.min(other.interruption),
        }
    }

    /// What is left of it where nobody can tell if the value changes at all: no more than so much is certain.
    pub(crate) fn in_doubt_beyond(self, certain: Self) -> Self {
        let outcome = match self.outcome {
            Outcome::Replace if certain.outcome < Outcome::Replace => Outcome::MayReplace,
            outcome => outcome,
        };
        let interruption = match self.interruption {
            Interruption::Certain if certain.interruption < Interruption::Certain => {
                Interruption::Possible
            }
            interruption => interruption,
        };
        Self {
            outcome,
            interruption,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Effect, Interruption, Outcome, UpdateBehavior};

    const fn effect(outcome: Outcome, interruption: Interruption) -> Effect {
        Effect {
            outcome,
            interruption,
        }
    }

    #[test]
    fn doubt_takes_certainty_and_nothing_else() {
        use Outcome::{InPlace, MayReplace, Refused, Replace};

        for (before, after) in [
            (
                (Replace, Interruption::Certain),
                (MayReplace, Interruption::Possible),
            ),
            (
                (Refused, Interruption::Possible),
                (Refused, Interruption::Possible),
            ),
            (
                (MayReplace, Interruption::None),
                (MayReplace, Interruption::None),
            ),
            ((InPlace, Interruption::None), (InPlace, Interruption::None)),
        ] {
            let doubtful = effect(before.0, before.1).in_doubt_beyond(Effect::NONE);
            assert_eq!(doubtful, effect(after.0, after.1));
        }
        let certain = effect(Replace, Interruption::Certain);
        assert_eq!(certain.in_doubt_beyond(certain), certain);
    }

    #[test]
    fn the_worse_or_the_milder_wins_on_each_axis() {
        let conditional = Effect::of(UpdateBehavior::Conditional);
        let immutable = Effect::of(UpdateBehavior::Immutable);
        let worst = effect(Outcome::Replace, Interruption::Possible);
        assert_eq!(conditional.max(immutable), worst);
        let mildest = effect(Outcome::MayReplace, Interruption::None);
        assert_eq!(conditional.min(immutable), mildest);
        assert_eq!(Effect::NONE.max(worst), worst);
    }
}
