//! One file per subcommand: its arguments, its help, and what it does.

pub(crate) mod convert;
pub(crate) mod import;
pub(crate) mod list;
pub(crate) mod man;
pub(crate) mod new;
pub(crate) mod show;
