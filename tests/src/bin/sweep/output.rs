//! Results as Markdown.

use std::collections::BTreeMap;

use formwork_tests::sweep::facts::Counts;

/// How many messages are shown of one type.
const MOST_MESSAGES: usize = 5;

/// One set of types.
#[derive(Default)]
pub(crate) struct Row {
    pub(crate) set: String,
    pub(crate) types: usize,
    pub(crate) failed: usize,
    pub(crate) properties: usize,
    pub(crate) tokens: usize,
    pub(crate) seconds: f64,
}

pub(crate) fn rows(rows: &[Row]) {
    println!(
        "| types from | types | as they should be | properties compared | tokens | wall time |"
    );
    println!("|---|---|---|---|---|---|");
    for Row {
        set,
        types,
        failed,
        properties,
        tokens,
        seconds,
    } in rows
    {
        let good = types.saturating_sub(*failed);
        println!("| {set} | {types} | {good} | {properties} | {tokens} | {seconds:.1} s |");
    }
}

pub(crate) fn counts(counts: &Counts) {
    println!("\n| keyword | in the models | in the tables |");
    println!("|---|---|---|");
    for (keyword, [model, table]) in &counts.0 {
        let mark = if model == table { "" } else { " **differs**" };
        println!("| `{keyword}` | {model} | {table}{mark} |");
    }
}

/// Failures by type, few messages of each.
pub(crate) fn failures(failures: &[(String, String)]) {
    if failures.is_empty() {
        println!("\nNo exceptions.");
        return;
    }
    let mut by_name: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, message) in failures {
        by_name.entry(name).or_default().push(message);
    }
    println!("\nExceptions:\n");
    for (name, messages) in by_name {
        println!("* `{name}`: {} messages", messages.len());
        for message in messages.iter().take(MOST_MESSAGES) {
            println!("  * {}", message.replace('\n', " "));
        }
    }
}
