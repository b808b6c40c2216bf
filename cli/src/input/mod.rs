//! What is read: a file, or standard input under the name `-`.
//!
//! | file | |
//! |---|---|
//! | `walk` | the files that arguments mean: files, folders, patterns |
//! | `watch` | the same files, until one changes |
//! | `text` | a file as text, within limits |
//! | `git` | a file as it was at a revision |
//! | `template` | a file as a template |
//! | `parameters` | values of parameters |
//! | `types` | the types that templates are judged by |
//! | `comments` | the comments of a YAML text |

pub(crate) mod comments;
pub(crate) mod git;
pub(crate) mod parameters;
pub(crate) mod template;
pub(crate) mod text;
pub(crate) mod types;
pub(crate) mod walk;
pub(crate) mod watch;
