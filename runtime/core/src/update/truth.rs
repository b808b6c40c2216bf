//! Answers that may have to wait for deployment.

/// Whether something holds, as far as it can be told before deployment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Truth {
    Yes,
    No,
    Unknown(Hidden),
}

/// What hides an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hidden {
    /// A function, a dynamic reference, or a text of another form than the rule reads.
    ByValue,
    /// An attribute of the resource beside its properties, which nobody showed.
    ByAttribute(&'static [&'static str]),
}

impl Truth {
    pub(super) const HIDDEN: Self = Self::Unknown(Hidden::ByValue);

    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, other) => other,
            (unknown @ Self::Unknown(_), _) => unknown,
        }
    }

    pub(super) fn or(self, other: Self) -> Self {
        self.not().and(other.not()).not()
    }

    pub(super) fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            unknown @ Self::Unknown(_) => unknown,
        }
    }

    /// What is known where either of two answers may be the right one.
    pub(super) fn either(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, Self::Yes) => Self::Yes,
            (Self::No, Self::No) => Self::No,
            (unknown @ Self::Unknown(_), _) | (_, unknown @ Self::Unknown(_)) => unknown,
            (Self::Yes, Self::No) | (Self::No, Self::Yes) => Self::HIDDEN,
        }
    }

    pub(super) fn all(answers: impl IntoIterator<Item = Self>) -> Self {
        answers.into_iter().fold(Self::Yes, Self::and)
    }

    pub(super) fn any(answers: impl IntoIterator<Item = Self>) -> Self {
        answers.into_iter().fold(Self::No, Self::or)
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{self, No, Yes};

    #[test]
    fn one_certain_answer_may_settle_the_question() {
        let unknown = Truth::HIDDEN;
        assert_eq!(unknown.and(No), No);
        assert_eq!(unknown.and(Yes), unknown);
        assert_eq!(unknown.or(Yes), Yes);
        assert_eq!(unknown.or(No), unknown);
        assert_eq!(unknown.not(), unknown);
        assert_eq!(Truth::all([Yes, unknown, No]), No);
        assert_eq!(Truth::any([No, unknown, Yes]), Yes);
        assert_eq!((Truth::all([]), Truth::any([])), (Yes, No));
    }

    #[test]
    fn two_possible_answers_are_one_if_they_agree() {
        assert_eq!(Yes.either(Yes), Yes);
        assert_eq!(No.either(No), No);
        assert_eq!(Yes.either(No), Truth::HIDDEN);
        assert_eq!(Truth::HIDDEN.either(Yes), Truth::HIDDEN);
    }
}
