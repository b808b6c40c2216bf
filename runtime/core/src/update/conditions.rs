//! Whether a rule holds for a change.

use super::calls;
use super::elements;
use super::gives;
use super::kind::{self, Kind, Scalar};
use super::levels::{Level, member};
use super::limits::DEEPEST;
use super::place::Place;
use super::quantity::{self, Range};
use super::same::Probe;
use super::truth::{Hidden, Truth};
use super::walk::Known;
use crate::facts::{ChangeKind, Claim, Condition, Subject, Test, UpdateRule};
use crate::typed::view::View;

/// The resource around its properties, before and after: for the attributes beside them.
#[derive(Clone, Copy)]
pub(crate) struct Around<'a> {
    pub(crate) before: View<'a>,
    pub(crate) after: View<'a>,
}

/// Asks whether rules hold for the change of one place.
pub(super) struct Questions<'q, 'a> {
    /// The places from the resource to the one that changes.
    pub(super) levels: &'q [Level<'a>],
    pub(super) around: Option<Around<'a>>,
    pub(super) known: &'q mut Known<'a>,
}

/// What a claim is about: a value before and after.
struct Values<'a> {
    before: View<'a>,
    after: View<'a>,
    place: Place,
}

impl<'a> Questions<'_, 'a> {
    /// Whether a rule holds.
    pub(super) fn holds(&mut self, rule: &'static UpdateRule) -> Truth {
        let when = rule.when.as_ref();
        let when = when.map_or(Truth::Yes, |condition| self.condition(condition));
        if when == Truth::No {
            return when;
        }
        let unless = rule.unless.as_ref();
        let unless = unless.map_or(Truth::No, |condition| self.condition(condition));
        when.and(unless.not())
    }

    /// The depth is that of the curated file, which its reader limits.
    fn condition(&mut self, condition: &'static Condition) -> Truth {
        match condition {
            Condition::All(all) => Truth::all(all.iter().map(|one| self.condition(one))),
            Condition::Any(any) => Truth::any(any.iter().map(|one| self.condition(one))),
            Condition::Not(not) => self.condition(not).not(),
            Condition::Besides(listed) => self.besides(listed),
            Condition::Claim(subject, claim) => match self.values(subject) {
                Ok(Values {
                    before,
                    after,
                    place,
                }) => self.split(before, after, DEEPEST, &mut |questions, before, after| {
                    questions.claim(claim, before, after, place)
                }),
                Err(hidden) => Truth::Unknown(hidden),
            },
        }
    }

    /// Whether a top-level property changes that is not listed.
    fn besides(&mut self, listed: &[Vec<&'static str>]) -> Truth {
        let Some((Values { before, after, .. }, _)) = self.start(&[]) else {
            return Truth::HIDDEN;
        };
        let mut answer = Truth::No;
        for property in self.known.spec.properties {
            if listed.iter().any(|path| path.as_slice() == [property.name]) {
                continue;
            }
            let [before, after] =
                [before, after].map(|view| member(view, property.name, self.known));
            let place = Place::property(property);
            answer = answer.or(self.is_same(before, after, place).not());
            if answer == Truth::Yes {
                break;
            }
        }
        answer
    }

    fn values(&self, subject: &'static Subject) -> Result<Values<'a>, Hidden> {
        match subject {
            Subject::Own => {
                let level = self.levels.last();
                let values = level.map(|level| Values {
                    before: level.before,
                    after: level.after,
                    place: level.place,
                });
                values.ok_or(Hidden::ByValue)
            }
            Subject::Property(path) => self.property(path).ok_or(Hidden::ByValue),
            Subject::Attribute(path) => {
                let Around { before, after } = self.around.ok_or(Hidden::ByAttribute(path))?;
                let follow = |start| {
                    path.iter()
                        .fold(start, |view, name| member(view, name, self.known))
                };
                Ok(Values {
                    before: follow(before),
                    after: follow(after),
                    place: Place::FREE,
                })
            }
        }
    }

    /// A property, from the innermost level that lies on the way to it.
    fn property(&self, path: &[&'static str]) -> Option<Values<'a>> {
        let (mut values, taken) = self.start(path)?;
        for name in path.get(taken..)? {
            let property = values.place.named(name);
            values = Values {
                before: member(values.before, name, self.known),
                after: member(values.after, name, self.known),
                place: property.map_or(Place::FREE, Place::property),
            };
        }
        Some(values)
    }

    /// The innermost level on the way to a property, and how many steps of the way it has taken.
    fn start(&self, path: &[&'static str]) -> Option<(Values<'a>, usize)> {
        let mut taken = 0;
        let mut found = None;
        for level in self.levels {
            if let Some(name) = level.name() {
                if path.get(taken) != Some(&name) {
                    break;
                }
                taken += 1;
            }
            found = Some((level, taken));
        }
        found.map(|(level, taken)| {
            let values = Values {
                before: level.before,
                after: level.after,
                place: level.place,
            };
            (values, taken)
        })
    }

    /// What two values are asked, branch by branch where `Fn::If` stands in their place.
    fn split(
        &mut self,
        before: View<'a>,
        after: View<'a>,
        depth: usize,
        ask: &mut dyn FnMut(&mut Self, View<'a>, View<'a>) -> Truth,
    ) -> Truth {
        let (before, after) = (self.known.reduce(before), self.known.reduce(after));
        let fork = [before, after]
            .into_iter()
            .find_map(|view| match kind::of(view) {
                Kind::Call(call) => calls::fork(&call),
                _ => None,
            });
        let Some(fork) = fork else {
            return ask(self, before, after);
        };
        let Some(depth) = depth.checked_sub(1).filter(|_| self.known.may_cross()) else {
            return Truth::HIDDEN;
        };
        let mut branch = |answer| {
            // The branch is taken by `reduce`, in both values where the condition is the same.
            self.known.answers.push((fork.condition, answer));
            let truth = self.split(before, after, depth, ask);
            self.known.answers.pop();
            truth
        };
        branch(true).either(branch(false))
    }

    fn claim(
        &mut self,
        claim: &'static Claim,
        before: View<'a>,
        after: View<'a>,
        place: Place,
    ) -> Truth {
        match claim {
            Claim::Before(test) => self.test(test, before, place),
            Claim::After(test) => self.test(test, after, place),
            Claim::Change(change) => {
                let (was, is) = (present(before), present(after));
                match change {
                    ChangeKind::None => self.is_same(before, after, place),
                    ChangeKind::Any => self.is_same(before, after, place).not(),
                    ChangeKind::Added => was.not().and(is),
                    ChangeKind::Removed => was.and(is.not()),
                    ChangeKind::Edited => {
                        let both = was.and(is);
                        both.and(self.is_same(before, after, place).not())
                    }
                }
            }
            Claim::Size(trend) => quantity::moves(before, after, *trend),
            Claim::Version(trend) => quantity::version(before, after, *trend),
            Claim::Elements(elements) => {
                elements::count(elements, (before, after), place, self.known)
            }
        }
    }

    fn test(&mut self, test: &'static Test, view: View<'a>, place: Place) -> Truth {
        match test {
            Test::Absent => present(view).not(),
            Test::Present => present(view),
            Test::OneOf(values) => {
                let answers = values
                    .iter()
                    .map(|value| self.is_same(View::Json(value), view, place));
                Truth::any(answers)
            }
            Test::StartsWith(start) => starts_with(view, start),
            Test::Count(count) => Range::of_parts(view).is_within(*count),
            Test::Any(tests) => Truth::any(tests.iter().map(|test| self.test(test, view, place))),
            Test::Not(test) => self.test(test, view, place).not(),
        }
    }

    fn is_same(&mut self, before: View<'a>, after: View<'a>, place: Place) -> Truth {
        Probe::compare(before, after, place, self.known, DEEPEST)
    }
}

/// Whether a value is there.
fn present(view: View<'_>) -> Truth {
    match kind::of(view) {
        Kind::Nothing => Truth::No,
        Kind::Call(call) if gives::may_be_nothing(&call) => Truth::HIDDEN,
        Kind::Call(_) | Kind::Scalar(_) | Kind::List | Kind::Object => Truth::Yes,
    }
}

fn starts_with(view: View<'_>, start: &str) -> Truth {
    match kind::of(view) {
        Kind::Scalar(scalar @ Scalar::Text(text)) if scalar.is_dynamic() => {
            known_start(text.split("{{").next().unwrap_or_default(), start)
        }
        Kind::Scalar(scalar) => scalar.text().starts_with(start).into(),
        Kind::Call(call) => known_start(calls::literal_start(&call), start),
        Kind::Nothing | Kind::List | Kind::Object => Truth::No,
    }
}

/// Whether a text of which only the start is known starts like this.
fn known_start(known: &str, start: &str) -> Truth {
    if known.starts_with(start) {
        Truth::Yes
    } else if start.starts_with(known) {
        Truth::HIDDEN
    } else {
        Truth::No
    }
}
