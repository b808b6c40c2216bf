//! One file per subcommand: its arguments, its help, and what it does.

pub(crate) mod import;
pub(crate) mod list;
pub(crate) mod show;
