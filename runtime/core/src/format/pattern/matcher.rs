//! Runs a program over a text, with an end to the work.
//!
//! Where each character decides alone, `straight.rs` has the answer. Else first as most texts need it: what was put off is tried again when something fails, and nothing
//! is written down. Only where that takes unusually long it begins anew, noting for each step and
//! each place that it was tried, so that nothing is tried twice: then the work grows with the
//! length of the text and not with the number of ways to read it.

use super::memo::Memo;
use super::program::{ACCEPT, Look, Loop, Program, Step, Way};
use super::straight;

/// The work of one step; looking at one of many bytes in a row takes a unit.
pub(super) const STEP: u64 = 8;
/// Work without notes: so many steps, and half of one for each byte of the text.
const FIRST_STEPS: u64 = 4_000;
/// Work with notes: so many steps, which take less than a tenth of a second.
const MOST_STEPS: u64 = 3_000_000;
/// What may be put off at one time; more would be too much memory.
const MOST_PUT_OFF: usize = 1 << 18;

/// The work or memory that is allowed is used up.
pub(super) struct Exhausted;

/// Whether the program matches anywhere in the text; `None` if that takes too much work.
pub(super) fn is_match(program: &Program, text: &str) -> Option<bool> {
    let quick = straight::is_match(program, text);
    quick.or_else(|| is_match_trying(program, text))
}

/// The same, where there is more than one way to go on.
#[inline(never)]
pub(super) fn is_match_trying(program: &Program, text: &str) -> Option<bool> {
    let mut matcher = Matcher {
        steps: &program.steps,
        text,
        work: first_work(text),
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
    let mut matcher = Matcher {
        steps: &program.steps,
        text,
        work: MOST_STEPS * STEP,
        put_off: Vec::new(),
        memo: Some(Memo::new(program.slots, text.len())?),
        backward: false,
    };
    matcher.search(program).ok()
}

fn first_work(text: &str) -> u64 {
    let length = u64::try_from(text.len()).unwrap_or(u64::MAX);
    (FIRST_STEPS * STEP).saturating_add(length.saturating_mul(STEP / 2))
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

impl Matcher<'_> {
    fn search(&mut self, program: &Program) -> Result<bool, Exhausted> {
        if program.anchored {
            return self.run(program.entry.step, 0);
        }
        let mut at = 0;
        while let Some(start) = self.next_start(&program.entry, at) {
            if self.run(program.entry.step, start)? {
                return Ok(true);
            }
            match self.letter(start) {
                Some((_, next)) => at = next,
                None => break,
            }
        }
        Ok(false)
    }

    /// The next place where a match can begin.
    fn next_start(&self, entry: &Way, at: usize) -> Option<usize> {
        if let Some(Step::Text { text, .. }) = step_at(self.steps, entry.step) {
            let found = self.text.get(at..)?.find(&**text)?;
            return Some(at + found);
        }
        let bytes = self.text.as_bytes().get(at..)?;
        let admitted = |byte: &u8| entry.peek.admits(Some(*byte));
        match bytes.iter().position(admitted) {
            Some(found) => Some(at + found),
            None => entry.peek.admits(None).then_some(self.text.len()),
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
            self.spend(STEP)?;
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
        let Some(current) = step_at(self.steps, step) else {
            return Ok(None);
        };
        Ok(match current {
            Step::Accept => Some((step, at)),
            Step::Text { text, next } => {
                self.spend_on(text.len())?;
                self.after_text(text, at).map(|at| (*next, at))
            }
            Step::Set { set, next } => self.after_letter(set, at).map(|at| (*next, at)),
            Step::Loop(repeated) => self.enter_loop(repeated, step, at)?,
            Step::Split {
                first,
                second,
                slot,
            } => self.split(first, second, *slot, at)?,
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
        first: &Way,
        second: &Way,
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
        if repeated.decided && self.memo.is_none() {
            let most = repeated.most.unwrap_or(u32::MAX);
            let (end, count) = self.scan(&repeated.set, at, most)?;
            let goes_on = count >= repeated.least && repeated.after.peek.admits(self.byte(end));
            return Ok(goes_on.then_some((repeated.after.step, end)));
        }
        let bounded = repeated.most.is_some();
        if bounded
            && let Some(memo) = &mut self.memo
            && !memo.note(repeated.slot, at)
        {
            return Ok(None);
        }
        let (nearest, count) = self.scan(&repeated.set, at, repeated.least)?;
        if count < repeated.least {
            return Ok(None);
        }
        let farthest = match repeated.most {
            None if self.memo.is_some() => self.scan_noting(repeated, nearest)?,
            most => {
                let more = most.unwrap_or(u32::MAX).saturating_sub(repeated.least);
                Some(self.scan(&repeated.set, nearest, more)?.0)
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
            self.spend(STEP)?;
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
        let mut farthest = farthest;
        loop {
            let after = &repeated.after;
            let Some(at) = self.last_place(&after.peek, nearest, farthest)? else {
                return Ok(None);
            };
            let nearer = self.place_before(at).filter(|_| at != nearest);
            let untried = match &mut self.memo {
                Some(memo) if repeated.most.is_some() => memo.note(repeated.slot + 1, at),
                _ => true,
            };
            match (untried, nearer) {
                (true, Some(farthest)) => self.put_off(PutOff::Leave {
                    step,
                    nearest,
                    farthest,
                })?,
                (true, None) => {}
                (false, Some(nearer)) => {
                    farthest = nearer;
                    continue;
                }
                (false, None) => return Ok(None),
            }
            return Ok(Some((after.step, at)));
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
                }) => match step_at(self.steps, step) {
                    Some(Step::Loop(repeated)) => self.leave(repeated, step, nearest, farthest)?,
                    _ => None,
                },
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

    pub(super) fn spend_on(&mut self, places: usize) -> Result<(), Exhausted> {
        self.spend(u64::try_from(places).unwrap_or(u64::MAX))
    }

    pub(super) fn spend(&mut self, work: u64) -> Result<(), Exhausted> {
        self.work = self.work.checked_sub(work).ok_or(Exhausted)?;
        Ok(())
    }
}

#[inline]
pub(super) fn step_at(steps: &[Step], step: u32) -> Option<&Step> {
    steps.get(usize::try_from(step).ok()?)
}
