//! A resource type as a person or another program gets to see it.
//!
//! | file | |
//! |---|---|
//! | `find` | the types that a name or pattern on the command line means |
//! | `view` | what is shown of a type, in which order |
//! | `words` | what is demanded of a value, in words |
//! | `describe` | the same as JSON |

pub(crate) mod describe;
pub(crate) mod find;
pub(crate) mod view;
mod words;
