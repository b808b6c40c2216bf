//! What the facts along a path say of a change, from the resource down to the place of the change.
//!
//! A published word worsens what was said further out; it counts as long as no rule has decided. A rule that holds
//! decides its axis, and goes before all that was said further out. Of a rule that nobody can tell whether it holds
//! the worst is assumed: what it says, or what is said without it.

use std::borrow::Cow;

use super::effect::Effect;
use super::truth::{Hidden, Truth};
use crate::facts::{Interruption, Outcome, Reason, UpdateRule};

/// What is said so far.
#[derive(Clone)]
pub(super) struct Chain {
    outcome: Axis<Outcome>,
    interruption: Axis<Interruption>,
    statements: Vec<Statement>,
}

/// What is said of one axis.
#[derive(Clone, Copy)]
struct Axis<T> {
    value: T,
    /// Whether a rule has decided.
    decided: bool,
}

/// What one fact says.
#[derive(Clone)]
struct Statement {
    /// None if the fact does not speak of it, or something further in decided otherwise.
    outcome: Option<Outcome>,
    interruption: Option<Interruption>,
    /// Whether it is a rule that holds, which is worth reading even if it is about nothing severe.
    is_decision: bool,
    reason: Reason,
}

impl Chain {
    pub(super) const fn new() -> Self {
        Self {
            outcome: Axis {
                value: Outcome::InPlace,
                decided: false,
            },
            interruption: Axis {
                value: Interruption::None,
                decided: false,
            },
            statements: Vec::new(),
        }
    }

    pub(super) fn effect(&self) -> Effect {
        Effect {
            outcome: self.outcome.value,
            interruption: self.interruption.value,
        }
    }

    /// A published word.
    pub(super) fn word(&mut self, effect: Effect, reason: impl FnOnce() -> Reason) {
        let outcome = self.outcome.worsen(effect.outcome);
        let interruption = self.interruption.worsen(effect.interruption);
        let outcome = outcome.filter(|outcome| *outcome > Outcome::InPlace);
        let interruption = interruption.filter(|one| *one > Interruption::None);
        if outcome.is_some() || interruption.is_some() {
            self.statements.push(Statement {
                outcome,
                interruption,
                is_decision: false,
                reason: reason(),
            });
        }
    }

    /// The rules of one place, in their order, and whether each holds.
    pub(super) fn rules(&mut self, rules: impl Iterator<Item = (&'static UpdateRule, Truth)>) {
        let mut outcome = Trial::default();
        let mut interruption = Trial::default();
        let mut said = Vec::new();
        for (rule, holds) in rules {
            if holds == Truth::No {
                continue;
            }
            let statement = Statement {
                outcome: outcome.hear(rule.outcome, holds),
                interruption: interruption.hear(rule.interruption, holds),
                is_decision: holds == Truth::Yes,
                reason: match holds {
                    Truth::Unknown(hidden) => in_doubt(rule, hidden),
                    Truth::Yes | Truth::No => rule.reason.clone(),
                },
            };
            if statement.outcome.is_some() || statement.interruption.is_some() {
                said.push(statement);
            }
            if outcome.decided && interruption.decided {
                break;
            }
        }
        if self.outcome.take(&outcome) {
            self.forget(|statement| statement.outcome = None);
        }
        if self.interruption.take(&interruption) {
            self.forget(|statement| statement.interruption = None);
        }
        self.statements.extend(said);
    }

    fn forget(&mut self, axis: impl Fn(&mut Statement)) {
        self.statements.iter_mut().for_each(axis);
    }

    /// What speaks for an effect, the outcome first, and the rules that hold whatever they say.
    pub(super) fn reasons(&self, effect: Effect, reasons: &mut Vec<Reason>) {
        let mut add = |wanted: &dyn Fn(&Statement) -> bool| {
            for statement in self.statements.iter().filter(|statement| wanted(statement)) {
                if !reasons.contains(&statement.reason) {
                    reasons.push(statement.reason.clone());
                }
            }
        };
        let Effect {
            outcome,
            interruption,
        } = effect;
        add(&|it| outcome > Outcome::InPlace && it.outcome == Some(outcome));
        add(&|it| interruption > Interruption::None && it.interruption == Some(interruption));
        add(&|it| it.is_decision && (it.outcome.is_some() || it.interruption.is_some()));
    }
}

impl<T: Copy + Ord> Axis<T> {
    /// A published word: what is new in it, unless a rule has decided.
    fn worsen(&mut self, word: T) -> Option<T> {
        if self.decided {
            return None;
        }
        self.value = self.value.max(word);
        Some(word)
    }

    /// What the rules of one place say; whether that replaces all that was said before.
    fn take(&mut self, trial: &Trial<T>) -> bool {
        match (trial.value, trial.decided) {
            (Some(value), true) => {
                self.value = value;
                self.decided = true;
                true
            }
            (Some(value), false) => {
                self.value = self.value.max(value);
                false
            }
            (None, _) => false,
        }
    }
}

/// What the rules of one place say of one axis: the worst of those that may hold, up to the first that does.
struct Trial<T> {
    value: Option<T>,
    decided: bool,
}

impl<T> Default for Trial<T> {
    fn default() -> Self {
        Self {
            value: None,
            decided: false,
        }
    }
}

impl<T: Copy + Ord> Trial<T> {
    fn hear(&mut self, said: Option<T>, holds: Truth) -> Option<T> {
        let said = said.filter(|_| !self.decided)?;
        self.value = Some(self.value.map_or(said, |value| value.max(said)));
        self.decided = holds == Truth::Yes;
        Some(said)
    }
}

/// The reason of a rule of which nobody can tell whether it holds.
fn in_doubt(rule: &UpdateRule, hidden: Hidden) -> Reason {
    let reason = &rule.reason;
    let doubt: Cow<'static, str> = match hidden {
        Hidden::ByValue => "whether this applies cannot be told from the values".into(),
        Hidden::ByAttribute(path) => format!("`{}` is not known here", path.join(".")).into(),
    };
    reason.with_text(format!("{}; {doubt}", reason.text()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::UpdateBehavior;

    const WORD: Effect = Effect {
        outcome: Outcome::Replace,
        interruption: Interruption::None,
    };

    fn rule(
        text: &'static str,
        outcome: Option<Outcome>,
        interruption: Option<Interruption>,
    ) -> &'static UpdateRule {
        Box::leak(Box::new(UpdateRule {
            path: "",
            outcome,
            interruption,
            reason: Reason::new(text, "", ""),
            when: None,
            unless: None,
        }))
    }

    fn word(chain: &mut Chain, effect: Effect) {
        chain.word(effect, || Reason::new("word", "", ""));
    }

    fn state(chain: &Chain) -> (Outcome, Interruption, Vec<String>) {
        let mut reasons = Vec::new();
        chain.reasons(chain.effect(), &mut reasons);
        let Effect {
            outcome,
            interruption,
        } = chain.effect();
        let reasons = reasons.iter().map(|reason| reason.text().to_owned());
        (outcome, interruption, reasons.collect())
    }

    #[test]
    fn a_rule_that_holds_goes_before_words_on_its_own_axis() {
        let mild = rule("mild", Some(Outcome::InPlace), None);
        let mut chain = Chain::new();
        word(&mut chain, Effect::of(UpdateBehavior::Conditional));
        chain.rules([(mild, Truth::Yes)].into_iter());
        word(&mut chain, WORD);
        let reasons = ["word", "mild"].map(str::to_owned).to_vec();
        assert_eq!(
            state(&chain),
            (Outcome::InPlace, Interruption::Possible, reasons)
        );
    }

    #[test]
    fn the_first_rule_that_holds_decides_and_doubts_before_it_count() {
        let refused = rule("refused", Some(Outcome::Refused), None);
        let mild = rule("mild", Some(Outcome::InPlace), Some(Interruption::None));
        let replaced = rule(
            "replaced",
            Some(Outcome::Replace),
            Some(Interruption::Certain),
        );
        let mut chain = Chain::new();
        word(&mut chain, WORD);
        chain.rules(
            [
                (refused, Truth::No),
                (mild, Truth::Yes),
                (replaced, Truth::Yes),
            ]
            .into_iter(),
        );
        assert_eq!(
            state(&chain),
            (
                Outcome::InPlace,
                Interruption::None,
                vec!["mild".to_owned()]
            )
        );
        let mut chain = Chain::new();
        chain.rules([(refused, Truth::HIDDEN), (mild, Truth::Yes)].into_iter());
        let (outcome, _, reasons) = state(&chain);
        assert_eq!(outcome, Outcome::Refused);
        assert!(
            reasons[0].starts_with("refused; whether this applies"),
            "{reasons:?}"
        );
    }

    #[test]
    fn where_no_rule_decides_the_worst_of_doubt_and_word_counts() {
        let mild = rule("mild", Some(Outcome::MayReplace), None);
        let mut chain = Chain::new();
        word(&mut chain, WORD);
        chain.rules([(mild, Truth::HIDDEN)].into_iter());
        assert_eq!(
            state(&chain),
            (
                Outcome::Replace,
                Interruption::None,
                vec!["word".to_owned()]
            )
        );
    }

    #[test]
    fn a_rule_further_in_says_otherwise() {
        let refused = rule("refused", Some(Outcome::Refused), None);
        let mild = rule("mild", Some(Outcome::InPlace), None);
        let mut chain = Chain::new();
        chain.rules([(refused, Truth::Yes)].into_iter());
        chain.rules([(mild, Truth::Yes)].into_iter());
        assert_eq!(
            state(&chain),
            (
                Outcome::InPlace,
                Interruption::None,
                vec!["mild".to_owned()]
            )
        );
    }
}
