//! Runs a program over a text, with an end to the work.
//!
//! First as most texts need it: what was put off is tried again when something fails, and nothing
//! is written down. Only where that takes unusually long it begins anew, noting for each step and
//! each place that it was tried, so that nothing is tried twice: then the work grows with the
//! length of the text and not with the number of ways to read it.

use super::memo::Memo;
use super::program::{ACCEPT, Look, Loop, Program, Step, Way};

/// Steps without notes: so many, and two for each byte of the text.
const FIRST_WORK: u64 = 4_000;
/// Steps with notes: so many, and four for each byte of the text.
const MOST_WORK: u64 = 10_000_000;
/// What may be put off at one time; more would be too much memory.
const MOST_PUT_OFF: usize = 1 << 20;

/// The work or memory that is allowed is used up.
struct Exhausted;

/// Whether the program matches anywhere in the text; `None` if that takes too much work.
pub(super) fn is_match(program: &Program, text: &str) -> Option<bool> {
    let length = u64::try_from(text.len()).ok()?;
    let mut matcher = Matcher {
        steps: &program.steps,
        text,
        work: FIRST_WORK.saturating_add(length.saturating_mul(2)),
        put_off: Vec::new(),
        memo: None,
        backward: false,
    };
    match matcher.search(program) {
        Ok(verdict) => Some(verdict),
        Err(Exhausted) => is_match_noting(program, text),
    }
}

/// Whether the program matches, each step being tried once at each place.
pub(super) fn is_match_noting(program: &Program, text: &str) -> Option<bool> {
    let length = u64::try_from(text.len()).ok()?;
    let mut matcher = Matcher {
        steps: &program.steps,
        text,
        work: MOST_WORK.saturating_add(length.saturating_mul(4)),
        put_off: Vec::new(),
        memo: Some(Memo::new(program.slots, text.len())?),
        backward: false,
    };
    matcher.search(program).ok()
}

/// What is tried when something else has failed.
#[derive(Clone, Copy)]
enum PutOff {
    /// Another branch.
    Way { step: u32, at: usize },
    /// Leaving a loop at any place from the nearest to the farthest, which is tried first.
    Leave {
        step: u32,
        nearest: usize,
        farthest: usize,
    },
}

pub(super) struct Matcher<'a> {
    steps: &'a [Step],
    pub(super) text: &'a str,
    work: u64,
    put_off: Vec<PutOff>,
    memo: Option<Memo>,
    /// Whether the text is read towards its beginning.
    pub(super) backward: bool,
}

impl<'a> Matcher<'a> {
    fn search(&mut self, program: &Program) -> Result<bool, Exhausted> {
        if program.anchored {
            return self.run(program.entry.step, 0);
        }
        let mut at = 0;
        loop {
            if program.entry.peek.admits(self.byte(at)) && self.run(program.entry.step, at)? {
                return Ok(true);
            }
            match self.letter(at) {
                Some((_, next)) => at = next,
                None => return Ok(false),
            }
        }
    }

    /// Whether the steps from this one on match at this place.
    fn run(&mut self, mut step: u32, mut at: usize) -> Result<bool, Exhausted> {
        let base = self.put_off.len();
        loop {
            if step == ACCEPT {
                self.put_off.truncate(base);
                return Ok(true);
            }
            self.spend(1)?;
            let next = match self.step(step, at)? {
                Some(next) => Some(next),
                None => self.resume(base)?,
            };
            match next {
                Some(next) => (step, at) = next,
                None => return Ok(false),
            }
        }
    }

    /// The step and place after this one, unless it fails.
    fn step(&mut self, step: u32, at: usize) -> Result<Option<(u32, usize)>, Exhausted> {
        let steps = self.steps;
        let Some(current) = usize::try_from(step).ok().and_then(|step| steps.get(step)) else {
            return Ok(None);
        };
        Ok(match current {
            Step::Accept => Some((step, at)),
            Step::Text { text, next } => self.after_text(text, at).map(|at| (*next, at)),
            Step::Set { set, next } => self.after_letter(set, at).map(|at| (*next, at)),
            Step::Loop(repeated) => self.enter_loop(repeated, step, at)?,
            Step::Split {
                first,
                second,
                slot,
            } => self.split(*first, *second, *slot, at)?,
            Step::Start(next) => (at == 0).then_some((*next, at)),
            Step::End(next) => (at == self.text.len()).then_some((*next, at)),
            Step::WordEdge { negated, next } => {
                (self.at_word_edge(at) != *negated).then_some((*next, at))
            }
            Step::Look(look) => (self.look(look, at)? != look.negated).then_some((look.next, at)),
        })
    }

    fn split(
        &mut self,
        first: Way,
        second: Way,
        slot: u32,
        at: usize,
    ) -> Result<Option<(u32, usize)>, Exhausted> {
        if let Some(memo) = &mut self.memo
            && !memo.note(slot, at)
        {
            return Ok(None);
        }
        let byte = self.byte(at);
        let second = second.peek.admits(byte).then_some(second.step);
        if !first.peek.admits(byte) {
            return Ok(second.map(|step| (step, at)));
        }
        if let Some(step) = second {
            self.put_off(PutOff::Way { step, at })?;
        }
        Ok(Some((first.step, at)))
    }

    fn enter_loop(
        &mut self,
        repeated: &Loop,
        step: u32,
        at: usize,
    ) -> Result<Option<(u32, usize)>, Exhausted> {
        let bounded = repeated.most.is_some();
        if bounded
            && let Some(memo) = &mut self.memo
            && !memo.note(repeated.slot, at)
        {
            return Ok(None);
        }
        let (nearest, count) = self.scan(&repeated.set, at, repeated.least);
        self.spend(u64::from(count))?;
        if count < repeated.least {
            return Ok(None);
        }
        let farthest = match repeated.most {
            None if self.memo.is_some() => self.scan_noting(repeated, nearest)?,
            most => {
                let more = most.unwrap_or(u32::MAX).saturating_sub(repeated.least);
                let (farthest, count) = self.scan(&repeated.set, nearest, more);
                self.spend(u64::from(count))?;
                Some(farthest)
            }
        };
        let Some(farthest) = farthest else {
            return Ok(None);
        };
        if !repeated.decided {
            return self.leave(repeated, step, nearest, farthest);
        }
        let goes_on = repeated.after.peek.admits(self.byte(farthest));
        Ok(goes_on.then_some((repeated.after.step, farthest)))
    }

    /// The last place in a loop without end that was not tried before; none if even the first was.
    fn scan_noting(&mut self, repeated: &Loop, start: usize) -> Result<Option<usize>, Exhausted> {
        let mut last = None;
        let mut at = start;
        loop {
            self.spend(1)?;
            if let Some(memo) = &mut self.memo
                && !memo.note(repeated.slot, at)
            {
                // From here on the loop was followed already; a decided one leads to that end only.
                return Ok(last.filter(|_| !repeated.decided));
            }
            last = Some(at);
            match self.after_letter(&repeated.set, at) {
                Some(next) => at = next,
                None => return Ok(last),
            }
        }
    }

    /// Leaves a loop at the farthest place where the pattern can go on; nearer ones are put off.
    fn leave(
        &mut self,
        repeated: &Loop,
        step: u32,
        nearest: usize,
        farthest: usize,
    ) -> Result<Option<(u32, usize)>, Exhausted> {
        let mut at = farthest;
        loop {
            self.spend(1)?;
            let nearer = if at == nearest {
                None
            } else {
                self.place_before(at)
            };
            let untried = repeated.after.peek.admits(self.byte(at))
                && (repeated.most.is_none()
                    || self
                        .memo
                        .as_mut()
                        .is_none_or(|memo| memo.note(repeated.slot + 1, at)));
            if untried {
                if let Some(farthest) = nearer {
                    self.put_off(PutOff::Leave {
                        step,
                        nearest,
                        farthest,
                    })?;
                }
                return Ok(Some((repeated.after.step, at)));
            }
            match nearer {
                Some(nearer) => at = nearer,
                None => return Ok(None),
            }
        }
    }

    /// Goes on with what was put off last.
    fn resume(&mut self, base: usize) -> Result<Option<(u32, usize)>, Exhausted> {
        while self.put_off.len() > base {
            let next = match self.put_off.pop() {
                None => None,
                Some(PutOff::Way { step, at }) => Some((step, at)),
                Some(PutOff::Leave {
                    step,
                    nearest,
                    farthest,
                }) => {
                    let steps = self.steps;
                    match usize::try_from(step).ok().and_then(|step| steps.get(step)) {
                        Some(Step::Loop(repeated)) => {
                            self.leave(repeated, step, nearest, farthest)?
                        }
                        _ => None,
                    }
                }
            };
            if next.is_some() {
                return Ok(next);
            }
        }
        Ok(None)
    }

    /// Whether what must follow here, or stand before here, does.
    fn look(&mut self, look: &Look, at: usize) -> Result<bool, Exhausted> {
        let outer = std::mem::replace(&mut self.backward, look.behind);
        let possible = look.entry.peek.admits(self.byte(at));
        let found = possible && self.run(look.entry.step, at)?;
        self.backward = outer;
        if found && let Some(memo) = &mut self.memo {
            // Notes say what failed; after a match that is no longer known.
            let cleared = memo.forget(look.slots);
            self.spend(cleared)?;
        }
        Ok(found)
    }

    fn put_off(&mut self, what: PutOff) -> Result<(), Exhausted> {
        if self.put_off.len() >= MOST_PUT_OFF {
            return Err(Exhausted);
        }
        self.put_off.push(what);
        Ok(())
    }

    fn spend(&mut self, work: u64) -> Result<(), Exhausted> {
        self.work = self.work.checked_sub(work).ok_or(Exhausted)?;
        Ok(())
    }
}
