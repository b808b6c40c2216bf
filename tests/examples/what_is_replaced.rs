//! What an update from one template file to another replaces, removes and loses.
//!
//! ```sh
//! cargo run --example what_is_replaced -- old.yaml new.yaml
//! ```

use std::error::Error;
use std::{env, fs};

use formwork::template::Fate;
use formwork::{Outcome, Template, Types};

fn main() -> Result<(), Box<dyn Error>> {
    let files: Vec<String> = env::args().skip(1).collect();
    let [old, new] = files.as_slice() else {
        return Err("name the old template and the new one".into());
    };
    let old: Template = fs::read_to_string(old)?.parse()?;
    let new: Template = fs::read_to_string(new)?.parse()?;
    for line in what_is_replaced(&old, &new, &Types::catalog()) {
        println!("{line}");
    }
    Ok(())
}

/// One line for each resource that is replaced, refused, removed, or may be.
pub(crate) fn what_is_replaced(old: &Template, new: &Template, types: &Types) -> Vec<String> {
    let plan = old.plan_update(new, types);
    let mut lines = Vec::new();
    for resource in plan.removed() {
        lines.push(format!("{} is removed", resource.logical_id()));
    }
    for resource in plan.changed() {
        let what = match resource.outcome() {
            Some(Outcome::Refused) => "cannot be updated like that",
            Some(Outcome::Replace) => "is replaced",
            Some(Outcome::MayReplace) => "may be replaced",
            _ => continue,
        };
        let because = match resource.dragged_by() {
            [first, ..] => format!(", because of {first}"),
            [] => String::new(),
        };
        let data = if resource.holds_data() && resource.fate() == Some(Fate::Deleted) {
            ", and its data is gone"
        } else {
            ""
        };
        lines.push(format!("{} {what}{because}{data}", resource.logical_id()));
    }
    lines
}
