//! Why a command ends early.

use std::fmt;
use std::io;

/// Why a command ends early.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Whoever read the output has seen enough of it.
    Closed,
    /// The arguments or files cannot be used, in one sentence; below it, the cure.
    Unusable(String),
}

impl Stop {
    /// The arguments or files cannot be used.
    pub(crate) fn unusable(message: impl fmt::Display) -> Self {
        Self::Unusable(message.to_string())
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::Closed
        } else {
            Self::Unusable(format!("the output cannot be written: {error}"))
        }
    }
}
