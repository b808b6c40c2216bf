//! What is read: a file, or standard input under the name `-`.
//!
//! | file | |
//! |---|---|
//! | `text` | a file as text, within limits |
//! | `comments` | the comments of a YAML text |

pub(crate) mod comments;
pub(crate) mod text;
