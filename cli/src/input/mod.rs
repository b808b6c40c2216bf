//! What is read: a file, or standard input under the name `-`.
//!
//! | file | |
//! |---|---|
//! | `walk` | the files that arguments mean: files, folders, patterns |
//! | `text` | a file as text, within limits |
//! | `comments` | the comments of a YAML text |

pub(crate) mod comments;
pub(crate) mod text;
pub(crate) mod walk;
