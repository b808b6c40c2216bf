//! `formwork list`.

use std::io::Write;
use std::process::ExitCode;

use clap::Args;

use crate::output::json;
use crate::output::table::{self, Side, Table};
use crate::output::visible::visible;
use crate::parallel::{self, Event};
use crate::stop::Stop;
use crate::types::find;
use formwork_specs::model::Literal;
use formwork_specs::{ResourceType, bundled};

const EXAMPLES: &str = "\
Examples:
  formwork list 'AWS::ApiGatewayV2::*'
  formwork list bucket --json";

/// Lists the bundled types, each with the number of its properties and attributes
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Names to list: `*` stands for any letters, `?` for one; without either, a part of the name
    #[arg(value_name = "GLOB", default_value = "*")]
    pattern: String,
    /// Write JSON
    #[arg(long)]
    json: bool,
}

/// Lists them, by name.
pub(crate) fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<ExitCode, Stop> {
    let pattern = &arguments.pattern;
    let names: Vec<&str> = bundled::names()
        .filter(|name| find::fits(pattern, name))
        .collect();
    if names.is_empty() {
        return Err(Stop::unusable(format_args!(
            "no type of the catalog fits `{}`\nhelp: `*` stands for any letters, `?` for one; \
             `formwork list` shows every type",
            visible(pattern)
        )));
    }
    let mut types = Vec::with_capacity(names.len());
    let mut failed = None;
    let count = |name: &&str| find::bundled(name).map(|resource| counts(&resource));
    parallel::in_order(&names, count, |event| {
        match event {
            Event::Waiting(_) => {}
            Event::Done(Ok(counts)) => types.push(counts),
            Event::Done(Err(stop)) => failed = Some(stop),
        }
        failed.is_none()
    });
    if let Some(stop) = failed {
        return Err(stop);
    }
    let types = names.into_iter().zip(types);
    if arguments.json {
        let types = types.map(|(name, counts)| {
            let [properties, required, attributes] = counts.map(json::count);
            json::object([
                ("name", json::text(name)),
                ("properties", properties),
                ("required", required),
                ("attributes", attributes),
            ])
        });
        out.write_all(json::print(&Literal::Array(types.collect())).as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    }
    let columns = [
        ("Type", Side::Left),
        ("Properties", Side::Right),
        ("Required", Side::Right),
        ("Attributes", Side::Right),
    ];
    let mut table = Table::new(0, columns, "");
    for (name, counts) in types {
        let mut cells = vec![name.to_owned()];
        cells.extend(counts.map(|count| count.to_string()));
        table.row(cells, String::new());
    }
    // One type to a line, however narrow the terminal is: the list is there to be searched.
    table.write(out, table::UNLIMITED)?;
    Ok(ExitCode::SUCCESS)
}

/// How many properties there are, how many of them are required, and how many attributes.
fn counts(resource: &ResourceType) -> [usize; 3] {
    let properties = &resource.body.properties;
    let required = properties.iter().filter(|property| property.required);
    [
        properties.len(),
        required.count(),
        resource.attributes.len(),
    ]
}
