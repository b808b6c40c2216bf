//! A resource type as a person or another program gets to see it.
//!
//! | file | |
//! |---|---|
//! | `find` | the types that a name or pattern on the command line means |
//! | `property` | one property, by its path |
//! | `view` | what is shown of a type, in which order |
//! | `beyond` | the facts that no published specification states |
//! | `words` | what is demanded of a value, in words |
//! | `describe` | the same as JSON |

pub(crate) mod beyond;
pub(crate) mod describe;
pub(crate) mod find;
pub(crate) mod property;
pub(crate) mod view;
pub(crate) mod words;
