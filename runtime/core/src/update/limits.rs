//! How much work a plan may be.

/// Values are compared so many levels deep, which is all of what readers let through: 256 levels and the scalars in
/// them. What lies deeper counts as different.
pub(super) const DEEPEST: usize = 258;

/// So many changes are listed. The others are counted, and what they do is part of the plan's outcome.
pub(super) const MOST_CHANGES: usize = 10_000;

/// When the paths and values of the changes have so many bytes together, that is enough.
pub(super) const MOST_BYTES: usize = 1 << 26;

/// So many pairs of values are compared where branches of `Fn::If` meet values that are no branches of the same
/// condition: each of them is compared with all that it may replace.
pub(super) const CROSSED_BRANCHES: u32 = 100_000;
