//! Work on many things at once, results in the order of the things.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// How often somebody who waits hears of it.
const PATIENCE: Duration = Duration::from_millis(100);

/// What happens while the work is done.
pub(crate) enum Event<R> {
    /// The next result.
    Done(R),
    /// Nothing; so many things are finished.
    Waiting(usize),
}

/// Does the work, and hands over each result as soon as those before it are there. Ends early if
/// `hear` says that it wants no more.
pub(crate) fn in_order<T: Sync, R: Send>(
    things: &[T],
    work: impl Fn(&T) -> R + Sync,
    mut hear: impl FnMut(Event<R>) -> bool,
) {
    let workers = thread::available_parallelism()
        .map_or(1, usize::from)
        .min(things.len());
    if workers <= 1 {
        for (index, thing) in things.iter().enumerate() {
            if !hear(Event::Waiting(index)) || !hear(Event::Done(work(thing))) {
                return;
            }
        }
        return;
    }
    let next = AtomicUsize::new(0);
    let (send, receive) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..workers {
            let (send, next, work) = (send.clone(), &next, &work);
            scope.spawn(move || {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(thing) = things.get(index) else {
                        return;
                    };
                    if send.send((index, work(thing))).is_err() {
                        return;
                    }
                }
            });
        }
        // Ends when the last worker has.
        drop(send);
        let mut early = BTreeMap::new();
        let mut due = 0;
        let mut finished = 0;
        loop {
            match receive.recv_timeout(PATIENCE) {
                Ok((index, result)) => {
                    finished += 1;
                    early.insert(index, result);
                }
                Err(RecvTimeoutError::Timeout) => {
                    hear(Event::Waiting(finished));
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
            while let Some(result) = early.remove(&due) {
                due += 1;
                if !hear(Event::Done(result)) {
                    // Nobody takes the rest: let the workers stop at their next result.
                    next.store(things.len(), Ordering::Relaxed);
                    return;
                }
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_things() {
        let things: Vec<u64> = (0..200).collect();
        let mut results = Vec::new();
        let work = |thing: &u64| {
            // The first ones take longest.
            thread::sleep(Duration::from_micros(200 - thing));
            thing * 2
        };
        in_order(&things, work, |event| {
            if let Event::Done(result) = event {
                results.push(result);
            }
            true
        });
        let expected: Vec<u64> = things.iter().map(|thing| thing * 2).collect();
        assert_eq!(results, expected);
    }

    #[test]
    fn it_ends_early_if_nobody_takes_more() {
        let things: Vec<usize> = (0..1000).collect();
        let mut taken = 0;
        in_order(
            &things,
            |thing| *thing,
            |event| {
                taken += usize::from(matches!(event, Event::Done(_)));
                taken < 3
            },
        );
        assert_eq!(taken, 3);
    }
}
