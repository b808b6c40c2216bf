//! Everything that generated code may name. No part of the public interface: it changes without notice.

#[doc(no_inline)]
pub use formwork_core::__private::*;
#[cfg(feature = "macros")]
pub use formwork_macros::derive_from_file;
