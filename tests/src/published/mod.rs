//! What the published sources say of updates: registry, Resource Specification and user guide.
//!
//! | file | holds |
//! |---|---|
//! | `guide` | the words of the user guide |
//! | `walk` | ways through the model of a type |

pub mod guide;
pub mod walk;

/// Whatever went wrong, in words.
pub type Error = Box<dyn std::error::Error>;
