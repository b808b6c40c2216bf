//! Facts that are kept once, however often they are asked for.
//!
//! Everything here works with facts that live as long as the program, for generated code holds them in a
//! `static`. What is read at run time is therefore never let go, but equal facts are found again: a program
//! that reads one specification a thousand times keeps it once.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use crate::facts::{ResourceSpec, SpecCell};

/// The facts texts that were met, and what is made of each.
static CELLS: LazyLock<Mutex<HashMap<&'static str, &'static SpecCell>>> =
    LazyLock::new(Mutex::default);

/// The facts that a facts text states.
pub(super) fn facts(text: String) -> &'static ResourceSpec {
    // The text is read when the lock is free again.
    cell(text).resource()
}

fn cell(text: String) -> &'static SpecCell {
    let mut cells = CELLS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(cell) = cells.get(text.as_str()) {
        return cell;
    }
    let text: &'static str = Box::leak(text.into_boxed_str());
    let cell: &'static SpecCell = Box::leak(Box::new(SpecCell::new(text)));
    cells.insert(text, cell);
    cell
}

#[cfg(test)]
mod tests {
    use super::facts;

    #[test]
    fn equal_texts_are_kept_once() {
        let text = |name: &str| format!(r#"{{"typeName":"{name}","definitions":{{"":{{}}}}}}"#);
        let first = facts(text("Acme::A::B"));
        assert_eq!(first.type_name, "Acme::A::B");
        assert!(core::ptr::eq(first, facts(text("Acme::A::B"))));
        assert!(!core::ptr::eq(first, facts(text("Acme::A::C"))));
    }
}
