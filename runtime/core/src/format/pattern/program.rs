//! A pattern as steps for the matcher.
//!
//! Steps are written from the last to the first, so that each is written knowing on which next
//! characters the pattern can go on behind it. Where one character decides whether to stay in a
//! repetition or which branch to take, as in most published patterns, nothing is ever tried twice.

use std::sync::Arc;

use super::matcher::step_at;
use super::node::{Node, Unread};
use super::set::{CharSet, Peek, SetBuilder};

/// Parts of a pattern that are followed, with those that a repetition copies.
const MOST_PARTS: u32 = 20_000;

/// So far it is looked whether what follows a loop has one length.
const MOST_TAIL: usize = 16;

/// The step that every match ends with.
pub(super) const ACCEPT: u32 = 0;

/// A pattern, compiled.
#[derive(Debug)]
pub(super) struct Program {
    pub(super) steps: Vec<Step>,
    pub(super) entry: Way,
    /// Whether only the beginning of the text can match.
    pub(super) anchored: bool,
    /// How many notes per character the matcher makes when it must not try anything twice.
    pub(super) slots: u32,
}

/// A step to go to, and the next characters with which that can lead to a match.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    pub(super) step: u32,
    pub(super) peek: Peek,
}

#[derive(Debug)]
pub(super) enum Step {
    Accept,
    Text { text: Box<str>, next: u32 },
    Set { set: Arc<CharSet>, next: u32 },
    Loop(Loop),
    Split { first: Way, second: Way, slot: u32 },
    Start(u32),
    End(u32),
    WordEdge { negated: bool, next: u32 },
    Look(Look),
}

/// Characters of a set, as many as there are.
#[derive(Debug)]
pub(super) struct Loop {
    pub(super) set: Arc<CharSet>,
    pub(super) least: u32,
    pub(super) most: Option<u32>,
    pub(super) after: Way,
    /// Whether leaving before the last character can never lead to a match.
    pub(super) decided: bool,
    /// How many bytes follow up to the end of the text, where that is the same for all matches.
    pub(super) tail: Option<usize>,
    /// This and the next are its slots.
    pub(super) slot: u32,
}

/// A program within the program, for what must follow here or stand before here.
#[derive(Debug)]
pub(super) struct Look {
    pub(super) entry: Way,
    pub(super) behind: bool,
    pub(super) negated: bool,
    pub(super) next: u32,
    /// The slots of the steps within.
    pub(super) slots: (u32, u32),
}

impl Program {
    pub(super) fn compile(node: &Node) -> Result<Self, Unread> {
        let mut writer = Writer {
            steps: vec![Step::Accept],
            slots: 0,
            parts: 0,
            backward: false,
        };
        let entry = writer.write(node, ACCEPTED)?;
        Ok(Self {
            steps: writer.steps,
            entry,
            anchored: is_anchored(node),
            slots: writer.slots,
        })
    }
}

const ACCEPTED: Way = Way {
    step: ACCEPT,
    peek: Peek::ANYTHING,
};

/// Whether the part begins at the beginning of the text or nowhere.
fn is_anchored(node: &Node) -> bool {
    match node {
        Node::Start => true,
        Node::Sequence(parts) => {
            let wide = |part: &&Node| !matches!(part, Node::Look { .. } | Node::WordEdge { .. });
            parts.iter().find(wide).is_some_and(is_anchored)
        }
        Node::Choice(branches) => branches.iter().all(is_anchored),
        Node::Repeat { body, least, .. } => *least > 0 && is_anchored(body),
        _ => false,
    }
}

struct Writer {
    steps: Vec<Step>,
    slots: u32,
    parts: u32,
    /// Whether the text is read towards its beginning, as in a look behind.
    backward: bool,
}

impl Writer {
    fn push(&mut self, step: Step) -> u32 {
        self.steps.push(step);
        // The count of parts keeps the number of steps far below any overflow.
        u32::try_from(self.steps.len() - 1).unwrap_or(u32::MAX)
    }

    fn count(&mut self) -> Result<(), Unread> {
        self.parts += 1;
        if self.parts > MOST_PARTS {
            return Err(Unread::Large);
        }
        Ok(())
    }

    fn slot(&mut self, count: u32) -> u32 {
        let slot = self.slots;
        self.slots += count;
        slot
    }

    /// Writes the part so that it leads to `next`.
    fn write(&mut self, node: &Node, next: Way) -> Result<Way, Unread> {
        self.count()?;
        let (step, peek) = match node {
            Node::Empty => return Ok(next),
            Node::Char(letter) => return Ok(self.write_text(letter.to_string(), next)),
            Node::Sequence(parts) => return self.write_sequence(parts, next),
            Node::Choice(branches) => return self.write_choice(branches, next),
            Node::Repeat { body, least, most } => {
                return self.write_repeat(body, *least, *most, next);
            }
            Node::Set(set) => (
                Step::Set {
                    set: Arc::clone(set),
                    next: next.step,
                },
                set.peek(),
            ),
            Node::Start if self.backward => (Step::Start(next.step), Peek::END),
            Node::Start => (Step::Start(next.step), next.peek),
            Node::End if self.backward => (Step::End(next.step), next.peek),
            Node::End => (Step::End(next.step), Peek::END),
            Node::WordEdge { negated } => (
                Step::WordEdge {
                    negated: *negated,
                    next: next.step,
                },
                next.peek,
            ),
            Node::Look {
                body,
                behind,
                negated,
            } => (self.look(body, *behind, *negated, next)?, next.peek),
        };
        let step = self.push(step);
        Ok(Way { step, peek })
    }

    fn look(
        &mut self,
        body: &Node,
        behind: bool,
        negated: bool,
        next: Way,
    ) -> Result<Step, Unread> {
        let outer = std::mem::replace(&mut self.backward, behind);
        let first = self.slots;
        let entry = self.write(body, ACCEPTED)?;
        self.backward = outer;
        Ok(Step::Look(Look {
            entry,
            behind,
            negated,
            next: next.step,
            slots: (first, self.slots),
        }))
    }

    fn write_text(&mut self, text: String, next: Way) -> Way {
        let mut letters = text.chars();
        let met = if self.backward {
            letters.next_back()
        } else {
            letters.next()
        };
        let peek = met.map_or(next.peek, Peek::of_char);
        let text = text.into();
        let next = next.step;
        let step = self.push(Step::Text { text, next });
        Way { step, peek }
    }

    fn write_sequence(&mut self, parts: &[Node], mut next: Way) -> Result<Way, Unread> {
        // Letters in a row are one text.
        let is_letter = |node: &Node| matches!(node, Node::Char(_));
        let runs = parts.chunk_by(|one, other| is_letter(one) && is_letter(other));
        let runs: Vec<&[Node]> = if self.backward {
            runs.collect()
        } else {
            runs.rev().collect()
        };
        for run in runs {
            next = match run {
                [node] => self.write(node, next)?,
                letters => {
                    self.count()?;
                    let letters = letters.iter().filter_map(|node| match node {
                        Node::Char(letter) => Some(*letter),
                        _ => None,
                    });
                    self.write_text(letters.collect(), next)
                }
            };
        }
        Ok(next)
    }

    fn write_choice(&mut self, branches: &[Node], next: Way) -> Result<Way, Unread> {
        let mut ways = branches.iter().rev();
        let Some(last) = ways.next() else {
            return Ok(next);
        };
        let mut second = self.write(last, next)?;
        for branch in ways {
            let first = self.write(branch, next)?;
            second = self.split(first, second);
        }
        Ok(second)
    }

    fn split(&mut self, first: Way, second: Way) -> Way {
        let slot = self.slot(1);
        let step = self.push(Step::Split {
            first,
            second,
            slot,
        });
        Way {
            step,
            peek: first.peek.or(second.peek),
        }
    }

    fn write_repeat(
        &mut self,
        body: &Node,
        least: u32,
        most: Option<u32>,
        mut next: Way,
    ) -> Result<Way, Unread> {
        // Where a match may end, more of the same changes nothing.
        let most = if next.step == ACCEPT {
            Some(least)
        } else {
            most
        };
        match body {
            Node::Set(set) => return Ok(self.write_loop(Arc::clone(set), least, most, next)),
            Node::Char(letter) => {
                let mut set = SetBuilder::default();
                let code = u32::from(*letter);
                set.add(code, code);
                return Ok(self.write_loop(Arc::new(set.finish(false)), least, most, next));
            }
            _ => {}
        }
        let mut copies = least;
        match most {
            None => {
                let (again, body) = self.write_star(body, next)?;
                next = if least == 0 { again } else { body };
                copies = least.saturating_sub(1);
            }
            Some(most) => {
                let end = next;
                for _ in least..most {
                    let once = self.write(body, next)?;
                    next = self.split(once, end);
                }
            }
        }
        for _ in 0..copies {
            next = self.write(body, next)?;
        }
        Ok(next)
    }

    /// The way to any number of the body, and the way to one at least.
    fn write_star(&mut self, body: &Node, next: Way) -> Result<(Way, Way), Unread> {
        let peek = self.first(body, next.peek)?.or(next.peek);
        let again = self.split(next, next);
        let again = Way { peek, ..again };
        let once = self.write(body, again)?;
        let at = usize::try_from(again.step).unwrap_or(usize::MAX);
        if let Some(Step::Split { first, .. }) = self.steps.get_mut(at) {
            *first = once;
        }
        Ok((again, once))
    }

    fn write_loop(&mut self, set: Arc<CharSet>, least: u32, most: Option<u32>, after: Way) -> Way {
        let inside = set.peek();
        let slot = self.slot(2);
        let step = self.push(Step::Loop(Loop {
            set,
            least,
            most,
            after,
            decided: most == Some(least) || inside.excludes(after.peek),
            tail: self.tail(after.step),
            slot,
        }));
        let peek = if least == 0 {
            inside.or(after.peek)
        } else {
            inside
        };
        Way { step, peek }
    }

    /// How many bytes the steps from this one on match, if these are the last of the text.
    fn tail(&self, mut step: u32) -> Option<usize> {
        let mut length = 0;
        for _ in 0..MOST_TAIL {
            step = match step_at(&self.steps, step)? {
                Step::Text { text, next } => {
                    length += text.len();
                    *next
                }
                Step::Set { set, next } if set.is_ascii() => {
                    length += 1;
                    *next
                }
                Step::End(_) => return Some(length),
                _ => return None,
            };
        }
        None
    }

    /// The next characters with which a part, followed by these, can begin.
    fn first(&mut self, node: &Node, next: Peek) -> Result<Peek, Unread> {
        self.count()?;
        Ok(match node {
            Node::Char(letter) => Peek::of_char(*letter),
            Node::Set(set) => set.peek(),
            Node::Sequence(parts) => {
                let mut peek = next;
                for at in 0..parts.len() {
                    let at = if self.backward {
                        at
                    } else {
                        parts.len() - 1 - at
                    };
                    if let Some(part) = parts.get(at) {
                        peek = self.first(part, peek)?;
                    }
                }
                peek
            }
            Node::Choice(branches) => {
                let mut peek = Peek::default();
                for branch in branches {
                    peek = peek.or(self.first(branch, next)?);
                }
                peek
            }
            Node::Repeat { body, least: 0, .. } => self.first(body, next)?.or(next),
            Node::Repeat { body, .. } => self.first(body, next)?,
            Node::Start if self.backward => Peek::END,
            Node::End if !self.backward => Peek::END,
            Node::Empty | Node::Start | Node::End | Node::WordEdge { .. } | Node::Look { .. } => {
                next
            }
        })
    }
}
