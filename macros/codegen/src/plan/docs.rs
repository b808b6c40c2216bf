//! What generated items say about themselves.
//!
//! First one plain sentence, then the rest of the prose, then facts, then where to read on.

use formwork_specs::model::{Attribute, Property, ResourceType, Schema};

use super::handling::{handling, pointer};
use super::inline::{code, inline, url};
use super::layout::{FieldLayout, RecordLayout};
use super::markdown::{cell, first_sentence, prose};
use super::places::{Place, paths, used_by};
use super::shapes::{Model, Resolved, allowed_values};
use super::wording::{self, Name};

/// A text that grows by paragraphs.
#[derive(Default)]
struct Page(String);

impl Page {
    fn paragraph(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if !self.0.is_empty() {
            self.0.push_str("\n\n");
        }
        self.0.push_str(text);
    }

    /// Prose, its first sentence as a paragraph of its own, or a sentence of ours if there is none; and whether there
    /// is prose.
    fn opening(&mut self, text: Option<&str>, otherwise: &str) -> bool {
        let text = prose(text.unwrap_or_default());
        let (first, rest) = first_sentence(&text);
        self.paragraph(if first.is_empty() { otherwise } else { first });
        self.paragraph(rest);
        !first.is_empty()
    }

    fn link(&mut self, address: Option<&str>) {
        if let Some(address) = address.and_then(url) {
            self.paragraph(&format!("[CloudFormation reference]({address})"));
        }
    }
}

/// Documentation of the resource's struct.
pub(super) fn resource(
    model: &Model<'_>,
    record: &RecordLayout<'_>,
    named: Name<'_>,
    example: &str,
) -> String {
    let resource = model.resource;
    let name = code(resource.name.as_str());
    let mut page = Page::default();
    let required = required(record);
    let otherwise = format!("The resource type {name}{required}.");
    if page.opening(resource.description.as_deref(), &otherwise) {
        page.paragraph(&format!("Resource type: {name}{required}."));
    }
    page.paragraph(&handling(model, record));
    page.paragraph(example);
    properties(&mut page, model, record, named);
    returns(&mut page, model);
    patched(&mut page, resource);
    page.link(resource.documentation.as_deref());
    let pages: Vec<String> = resource
        .see_also
        .iter()
        .filter_map(|link| Some(format!("[{}]({})", inline(&link.title), url(&link.url)?)))
        .collect();
    if !pages.is_empty() {
        page.paragraph(&format!("See also: {}.", pages.join(", ")));
    }
    page.0
}

/// `` ; `Code` and `Role` are required ``, for the line that a hover or a list shows.
fn required(record: &RecordLayout<'_>) -> String {
    const LISTED: usize = 4;
    let required = record.fields.iter().map(|field| field.property);
    let mut names: Vec<String> = required
        .filter(|property| property.required)
        .map(|property| code(&property.name))
        .collect();
    let more = names.len().saturating_sub(LISTED);
    if more > 1 {
        names.truncate(LISTED);
        names.push(format!("{more} more"));
    }
    match names.as_slice() {
        [] if record.fields.is_empty() => String::new(),
        [] => "; no property is required".to_owned(),
        [one] => format!("; {one} is required"),
        [rest @ .., last] => format!("; {} and {last} are required", rest.join(", ")),
    }
}

/// Documentation of the struct of a property type.
pub(super) fn record(
    model: &Model<'_>,
    record: &RecordLayout<'_>,
    named: Name<'_>,
    places: &[Place<'_>],
) -> String {
    let mut page = Page::default();
    let otherwise = if places.is_empty() {
        let (name, of) = (code(record.name), code(model.resource.name.as_str()));
        format!("{name} of {of}.")
    } else {
        format!("At {}.", paths(places))
    };
    page.opening(record.schema.description.as_deref(), &otherwise);
    page.paragraph(&used_by(places, named));
    properties(&mut page, model, record, named);
    page.link(record.documentation);
    page.0
}

// | Property | Type | Update requires |
fn properties(page: &mut Page, model: &Model<'_>, record: &RecordLayout<'_>, named: Name<'_>) {
    if record.fields.is_empty() {
        page.paragraph("It has no properties.");
    } else {
        let mut table = "| Property | Type | Update requires |\n|---|---|---|".to_owned();
        for field in &record.fields {
            let property = field.property;
            // A column of its own would leave names no room on a narrow screen.
            let required = if property.required { " (required)" } else { "" };
            row(
                &mut table,
                &[
                    &(code(&property.name) + required),
                    &wording::kind(&field.resolved, named),
                    &model.updates.word(property),
                ],
            );
        }
        page.paragraph("# Properties");
        page.paragraph(&table);
    }
    if record.beside.is_some() {
        page.paragraph("It takes additional properties, under names that are not listed here.");
    }
    page.paragraph(&rules(record.schema).join(" "));
}

fn row(table: &mut String, cells: &[&str]) {
    table.push_str("\n|");
    for text in cells {
        table.push(' ');
        table.push_str(&cell(text));
        table.push_str(" |");
    }
}

/// Demands between the properties of a struct, in sentences.
fn rules(schema: &Schema) -> Vec<String> {
    let mut rules = Vec::new();
    let named = |names: &[String]| {
        names
            .iter()
            .map(|name| code(name))
            .collect::<Vec<_>>()
            .join(", ")
    };
    for names in &schema.dependencies.exactly_one {
        rules.push(format!("Exactly one of {} is required.", named(names)));
    }
    for names in &schema.dependencies.at_least_one {
        rules.push(format!("At least one of {} is required.", named(names)));
    }
    for (name, others) in &schema.dependencies.required {
        rules.push(format!(
            "With {} also {} is required.",
            code(name),
            named(others)
        ));
    }
    for (name, others) in &schema.dependencies.excluded {
        rules.push(format!("{} excludes {}.", code(name), named(others)));
    }
    if let Some(groups) = required_groups(&schema.one_of) {
        rules.push(format!(
            "Exactly one of these groups is required: {groups}."
        ));
    }
    if let Some(groups) = required_groups(&schema.any_of) {
        rules.push(format!(
            "At least one of these groups is required: {groups}."
        ));
    }
    rules
}

/// `` `A` with `B`; `C` ``, if each of the alternatives demands only that properties are present.
fn required_groups(alternatives: &[Schema]) -> Option<String> {
    if alternatives.len() < 2 {
        return None;
    }
    let groups: Option<Vec<String>> = alternatives
        .iter()
        .map(|schema| {
            let names: Vec<String> = schema.required.iter().map(|name| code(name)).collect();
            (!names.is_empty()).then(|| names.join(" with "))
        })
        .collect();
    groups.map(|groups| groups.join("; "))
}

fn returns(page: &mut Page, model: &Model<'_>) {
    let resource = model.resource;
    let mut reference = resource.reference.as_deref().map(prose).unwrap_or_default();
    if let Some(fact) = &resource.curated.reference
        && reference.is_empty()
    {
        let names: Vec<String> = fact.returns.iter().map(|name| code(name)).collect();
        reference = format!("the value of {}", names.join(" and "));
    }
    // What identifies it by several values is joined in a way that no specification states.
    if reference.is_empty()
        && let [identifier] = resource.primary_identifier.as_slice()
    {
        reference = format!("the value of {}", pointer(identifier));
    }
    if reference.is_empty() && resource.attributes.is_empty() {
        return;
    }
    page.paragraph("# Return values");
    if !reference.is_empty() {
        let end = if reference.ends_with('.') { "" } else { "." };
        page.paragraph(&format!("`Ref`: {reference}{end}"));
    }
    if !resource.attributes.is_empty() {
        let mut table = "| `Fn::GetAtt` | Type |\n|---|---|".to_owned();
        for attribute in &resource.attributes {
            let kind = wording::kind(&model.resolve(&attribute.schema), &code);
            row(&mut table, &[&code(&attribute.name), &kind]);
        }
        page.paragraph(&table);
    }
}

/// What a patch has changed, with its reasons.
fn patched(page: &mut Page, resource: &ResourceType) {
    if resource.patched.is_empty() {
        return;
    }
    page.paragraph("# Changes to the specification");
    page.paragraph("A patch of the program that names the type has changed:");
    let lines = resource.patched.iter().map(|fact| {
        let because = fact.because.as_deref().map(inline).unwrap_or_default();
        let colon = if because.is_empty() { "" } else { ": " };
        format!("* {}{colon}{because}", code(&fact.pointer))
    });
    page.paragraph(&lines.collect::<Vec<_>>().join("\n"));
}

/// What a patch has changed about one property, in sentences.
fn patched_property(resource: &ResourceType, record: &str, property: &str) -> String {
    let mut sentences: Vec<String> = Vec::new();
    for fact in &resource.patched {
        if !matches!(&fact.property, Some((of, name)) if of == record && name == property) {
            continue;
        }
        let because = fact.because.as_deref().map(inline).unwrap_or_default();
        let sentence = match because.trim_end_matches('.') {
            "" => "Changed by a patch.".to_owned(),
            because => format!("Changed by a patch: {because}."),
        };
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    sentences.join(" ")
}

/// Documentation of a field and its setter; `record` is the name of the definition it is in.
pub(super) fn field<'s>(
    model: &Model<'s>,
    record: &str,
    field: &FieldLayout<'s>,
    named: Name<'_>,
) -> String {
    let Property {
        name,
        schema,
        required,
        update: _,
        // Sentences of their own.
        write_only: _,
        secret: _,
        deprecated: _,
        documentation,
    } = field.property;
    let mut page = Page::default();
    page.opening(schema.description.as_deref(), "");
    let mut facts = if *required {
        "Required. "
    } else {
        "Optional. "
    }
    .to_owned();
    facts.push_str(&wording::demands(model, schema, &field.resolved, named));
    // Where a rule is only said in prose, the link to the property leads there already.
    if let Some(source) = &schema.limits.source
        && Some(source) != documentation.as_ref()
    {
        match url(source) {
            Some(address) => facts.extend([" [Source of this rule](", address, ")."]),
            None => facts.extend([" Source: ", inline(source).trim_end_matches('.'), "."]),
        }
    }
    facts.push_str(&model.roles.sentences(field.property));
    let update = model.updates.word(field.property);
    facts.extend([" Update requires: ", &update, "."]);
    page.paragraph(&facts);
    page.paragraph(&model.updates.list(field.property));
    page.paragraph(&patched_property(model.resource, record, name));
    page.link(documentation.as_deref());
    page.0
}

/// Documentation of the field for members beside the properties, and its setter.
pub(super) fn beside<'s>(
    model: &Model<'s>,
    schema: &'s Schema,
    kind: &Resolved<'_>,
    named: Name<'_>,
) -> String {
    let mut page = Page::default();
    page.paragraph("The additional properties, under names that the specification does not list.");
    page.paragraph(&wording::beside(model, schema, kind, named));
    page.0
}

/// Documentation of a value set: the values first, for a list of sets shows one line of each.
pub(super) fn value_set(schema: &Schema, prose: Option<&str>, property: &str) -> String {
    const ALL: usize = 8;
    const SOME: usize = 6;
    let mut page = Page::default();
    let allowed = allowed_values(schema);
    let values = wording::values(allowed, if allowed.len() > ALL { SOME } else { ALL });
    let values = format!("Values of {}: {values}.", code(property));
    if page.opening(prose, &values) {
        page.paragraph(&values);
    }
    page.paragraph("Other values are kept as they are, and `validate` reports them.");
    page.0
}

/// Documentation of one known value.
pub(super) fn variant(value: &str, meaning: Option<&str>) -> String {
    match meaning {
        Some(meaning) => format!("{}: {}", code(value), prose(meaning)),
        None => format!("{}.", code(value)),
    }
}

/// Documentation of the name of an attribute.
pub(super) fn attribute<'s>(model: &Model<'s>, attribute: &'s Attribute) -> String {
    let Attribute { name, schema } = attribute;
    let mut page = Page::default();
    let kind = wording::kind(&model.resolve(schema), &code);
    let returns = format!("`Fn::GetAtt` with {}: {kind}.", code(name));
    if page.opening(schema.description.as_deref(), &returns) {
        page.paragraph(&returns);
    }
    page.0
}

/// Documentation of the module, which says what its pages do not repeat.
pub(super) fn module(resource: &ResourceType, ident: &str) -> String {
    format!(
        "Property types, value sets, attributes and builders of `{ident}` ({}).\n\n\
         Structs are `Clone`, `Debug`, `PartialEq`, `Serialize` and `Deserialize`. Value sets are `Clone`, `Debug`, \
         `Display`, `Eq` and `Hash`, are made of text by `From` and `FromStr`, and compare with text.",
        code(resource.name.as_str()),
    )
}

/// Documentation of the marker of a required property.
pub(super) fn marker(wire: &str) -> String {
    format!("The required property {}.", code(wire))
}

/// Documentation of the builder of all structs.
pub(super) fn builder_core() -> String {
    "What `builder` gives: one setter for each property, named as the field, then `build`, which compiles once every \
     required property was given. The type of a builder has the name of its struct, with `Builder` behind it."
        .to_owned()
}

/// Documentation of the type that ties the attributes to the resource.
pub(super) fn attributes(ident: &str) -> String {
    format!("Ties the attributes to `{ident}`.")
}

/// Documentation of a builder.
pub(super) fn builder(ident: &str) -> String {
    format!("Builder of `{ident}`: one setter for each property, then `build`.")
}
