//! `formwork show TYPE.PROPERTY`: one property with everything that is known of it.

use std::io::{self, Write};

use formwork_specs::ResourceType;
use formwork_specs::model::{Attribute, Update};
use formwork_specs::shape::Shapes;

use super::Source;
use crate::output::table::HEADING;
use crate::output::visible::visible;
use crate::types::property::Found;
use crate::types::words::{self, Extent};
use crate::types::{beyond, view};

/// Writes it.
pub(super) fn write<'a>(
    resource: &'a ResourceType,
    shapes: &Shapes<'a>,
    found: &Found<'a>,
    source: &Source<'_>,
    out: &mut dyn Write,
    width: usize,
) -> io::Result<()> {
    let Some(property) = found.property() else {
        return Ok(());
    };
    let names: Vec<&str> = found.steps.iter().map(|step| step.name.as_str()).collect();
    let name = format!("{}.{}", resource.name, names.join("."));
    writeln!(out, "{HEADING}{}{HEADING:#}", visible(&name))?;
    let mut facts: Vec<(&str, String)> = Vec::new();
    let mut add = |label, text: Option<String>| facts.extend(text.map(|text| (label, text)));
    add("about", property.schema.description.clone());
    add("type", Some(words::kind(shapes, &property.schema)));
    add(
        "required",
        Some(if property.required { "yes" } else { "no" }.to_owned()),
    );
    for limit in words::limits(shapes, &property.schema, Extent::Full) {
        add("limit", Some(limit));
    }
    for (value, meaning) in &property.schema.limits.value_meanings {
        add("value", Some(format!("{value}: {meaning}")));
    }
    add("update", Some(update(found, resource)));
    add(
        "reads",
        property.write_only.then(|| "never return it".to_owned()),
    );
    add("deprecated", property.deprecated.then(|| "yes".to_owned()));
    for role in found.roles(resource) {
        add("here", Some(view::role(role).to_owned()));
    }
    add("page", property.documentation.clone());
    add("stated by", property.schema.limits.source.clone());
    add("source", Some(source.words(resource)));
    super::write_facts(&facts, out, width)?;
    if let Some(section) = view::record(shapes, &property.schema) {
        let name = section.name.unwrap_or_default();
        writeln!(out, "\n{HEADING}{}{HEADING:#}", visible(name))?;
        super::write_section(&section, out, width)?;
    }
    let facts = beyond::of_property(resource, &found.path);
    super::beyond::write(&facts, out, width)
}

/// What the published files say of an update, and where in the way they say it.
fn update(found: &Found<'_>, resource: &ResourceType) -> String {
    let (update, by) = found.update(resource);
    let words = view::update(update);
    let own = found.property().map(|property| property.name.as_str());
    match by {
        Some(by) if own != Some(by) => format!("{words}, as every change of {by} does"),
        _ if update == Update::Mutable => format!("{words} (the specification names no other)"),
        _ => words.to_owned(),
    }
}

/// Writes what `Fn::GetAtt` returns.
pub(super) fn write_attribute(
    resource: &ResourceType,
    attribute: &Attribute,
    source: &Source<'_>,
    out: &mut dyn Write,
    width: usize,
) -> io::Result<()> {
    let name = format!("{}.{}", resource.name, attribute.name);
    writeln!(out, "{HEADING}{}{HEADING:#}", visible(&name))?;
    let shapes = Shapes::of(&resource.definitions);
    let mut facts = Vec::new();
    facts.extend(
        attribute
            .schema
            .description
            .clone()
            .map(|text| ("about", text)),
    );
    facts.push(("type", words::kind(&shapes, &attribute.schema)));
    facts.push(("returned by", "Fn::GetAtt; no template sets it".to_owned()));
    facts.push(("source", source.words(resource)));
    super::write_facts(&facts, out, width)
}
