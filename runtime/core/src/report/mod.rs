//! What is told about a text: problems, their rules, their cures, and how a person sees them.
//!
//! | file | for |
//! |---|---|
//! | `rule` | the rules, their codes and their severity |
//! | `code` | codes of narrower rules: one for each function and format |
//! | `violation` | one problem, and all of them |
//! | `help` | the cure, put into words when somebody asks |
//! | `limit` | how many problems are listed |
//! | `render` | the report as text |

pub(crate) mod code;
pub(crate) mod help;
pub(crate) mod limit;
pub(crate) mod render;
pub(crate) mod rule;
pub(crate) mod violation;
