//! How much is listed of what is wrong: no document can fill the memory with its problems.

/// So many problems are put into words; the others are counted.
pub(crate) const MOST: usize = 1000;

/// When their paths have so many bytes together, that is enough: a name can be as long as a document, and stand
/// above all of its problems.
const MOST_BYTES: usize = 1 << 20;

/// What was listed so far.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ReportLimit {
    count: usize,
    bytes: usize,
    /// How many there are beyond those that are listed.
    pub(crate) more: usize,
}

impl ReportLimit {
    /// Whether one more problem is listed, whose path has so many bytes; otherwise it is counted. Once one is
    /// left out, so are all that come after it.
    pub(crate) fn admits(&mut self, path: usize) -> bool {
        let admits = self.more == 0 && self.count < MOST && self.bytes < MOST_BYTES;
        if admits {
            self.count += 1;
            self.bytes += path;
        } else {
            self.more += 1;
        }
        admits
    }

    /// How many problems there are.
    pub(crate) fn total(&self) -> usize {
        self.count + self.more
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, MOST_BYTES, ReportLimit};

    #[test]
    fn after_a_very_long_path_none_is_listed() {
        let mut limit = ReportLimit::default();
        assert!(limit.admits(1));
        assert!(limit.admits(10 * MOST_BYTES));
        assert!(!limit.admits(0));
        assert_eq!((limit.more, limit.total()), (1, 3));
    }

    #[test]
    fn many_short_paths_are_listed() {
        let mut limit = ReportLimit::default();
        let taken = (0..2 * MOST).filter(|_| limit.admits(100)).count();
        assert_eq!((taken, limit.more), (MOST, MOST));
    }
}
