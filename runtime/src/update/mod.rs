//! What an update does to a resource, before any deployment.
//!
//! | file | holds |
//! |---|---|
//! | `outcome` | the two axes: what becomes of the resource, and whether it is interrupted |
//! | `reason` | why, who says so, and when |
//! | `plan` | what users get: a plan and its changes |
//! | `display` | a plan in words |
//! | `compare` | what differs between two values, and what each difference does |

mod compare;
mod display;
mod outcome;
mod plan;
mod reason;

pub(crate) use self::compare::plan;
pub use self::outcome::{Interruption, Outcome};
pub use self::plan::{Change, UpdatePlan};
pub use self::reason::Reason;
