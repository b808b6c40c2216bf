//! Facts that the published files leave out or get wrong, laid over a type: `specs/curated/`, and
//! files of a user's own in the same format, which `specs/curated/README.md` describes.
//!
//! | file | holds |
//! |---|---|
//! | [`model`] | the facts, in no particular format |
//! | `read` | a file: its members, and that it is about this type |
//! | `rule` | one rule, its conditions and its effect |
//! | `elements` | what a condition says of elements and members |
//! | `embedded` | facts that travel inside of a specification |
//! | `members` | the words that both readers share: members, texts, dates, choices |
//! | `words` | the published words about updates, weighed |
//! | `path` | where a pointer leads, and that it leads somewhere |
//! | `overlay` | a type with the facts laid over it |

mod elements;
pub(crate) mod embedded;
mod members;
pub mod model;
mod overlay;
mod path;
mod read;
pub(crate) mod rule;
pub(crate) mod words;

pub(crate) use members::is_day;
pub use overlay::lay_over;
pub use path::Paths;
pub use read::{read, type_name};
