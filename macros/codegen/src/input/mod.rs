//! What the user wrote, before anything is looked up.
//!
//! | file | reads |
//! |---|---|
//! | `call.rs` | a call of `resource!` |
//! | `derive/` | a struct under `#[derive(Resource)]` or `#[derive(PropertyType)]`, with its attributes |
//! | `grammar.rs` | what both are made of: keys, lists, types |

mod call;
pub(crate) mod derive;
mod grammar;

pub(crate) use call::{Call, Input, Wanted};
