//! A type as JSON, for other programs. Limits have the names that JSON Schema gives them.

use formwork_specs::ResourceType;
use formwork_specs::model::{
    Attribute, Limits, Literal, Number, ReplacementStrategy, Tagging, Update,
};
use formwork_specs::shape::Shapes;

use super::beyond::{self, Beyond};
use super::property::Found;
use super::view::{self, Row, Section, TypeView};
use super::words;
use crate::output::json::{count, object, print, text, texts};

/// The text. A member whose value would be empty, `false` or unknown is left out.
pub(crate) fn type_as_json(view: &TypeView<'_>) -> String {
    let resource = view.resource;
    let mut members = vec![("name", text(resource.name.as_str()))];
    let mut add = |key, value: Option<Literal>| members.extend(value.map(|value| (key, value)));
    add("description", resource.description.as_ref().map(text));
    add("documentation", resource.documentation.as_ref().map(text));
    add("transform", resource.transform.as_ref().map(text));
    add("ref", resource.reference.as_ref().map(text));
    let paths = |paths: &[_]| texts(paths.iter().map(view::path));
    add(
        "primaryIdentifier",
        Some(paths(&resource.primary_identifier)),
    );
    let others = resource
        .additional_identifiers
        .iter()
        .map(|other| paths(other));
    let others: Vec<Literal> = others.collect();
    add(
        "additionalIdentifiers",
        (!others.is_empty()).then_some(Literal::Array(others)),
    );
    add("tagging", resource.tagging.as_ref().map(tagging));
    let strategy = match resource.replacement {
        ReplacementStrategy::CreateThenDelete => "create_then_delete",
        ReplacementStrategy::DeleteThenCreate => "delete_then_create",
    };
    add("replacementStrategy", Some(text(strategy)));
    let scoped = resource.scoped_updates.iter().map(|scoped| {
        object([
            ("path", text(view::path(&scoped.path))),
            ("update", text(word(scoped.update))),
        ])
    });
    let scoped: Vec<Literal> = scoped.collect();
    add(
        "scopedUpdates",
        (!scoped.is_empty()).then_some(Literal::Array(scoped)),
    );
    let roles = resource.scoped_roles.named().into_iter();
    let roles = roles.filter(|(_, paths)| !paths.is_empty());
    let roles = roles.map(|(role, paths)| (role, texts(paths.iter().map(view::path))));
    add(
        "scopedRoles",
        (!resource.scoped_roles.is_empty()).then(|| object(roles)),
    );
    let (own, records): (Vec<_>, Vec<_>) = view
        .sections
        .iter()
        .partition(|section| section.name.is_none());
    for section in own {
        add("properties", Some(rows(section)));
        add("rules", rules(section));
    }
    add(
        "records",
        Some(Literal::Array(records.into_iter().map(record).collect())),
    );
    let attributes = view.attributes.iter();
    let attributes =
        attributes.map(|(name, kind)| object([("name", text(*name)), ("type", text(kind))]));
    add("attributes", Some(Literal::Array(attributes.collect())));
    let curated = beyond::of_type(resource);
    members.extend(beyond_the_published(&curated));
    print(&object(members))
}

/// The text of one property: what the row of a type says, and more of it.
pub(crate) fn property_as_json<'a>(
    resource: &'a ResourceType,
    shapes: &Shapes<'a>,
    found: &Found<'a>,
) -> String {
    let Some(property) = found.property() else {
        return String::new();
    };
    let mut members = vec![
        ("resource", text(resource.name.as_str())),
        ("path", text(view::path(&found.path))),
    ];
    members.extend(row(&view::row(shapes, property)));
    let (update, _) = found.update(resource);
    members.push(("updateAtWorst", text(word(update))));
    let prose = property.schema.description.as_ref();
    members.extend(prose.map(|prose| ("description", text(prose))));
    let page = property.documentation.as_ref();
    members.extend(page.map(|page| ("documentation", text(page))));
    members
        .extend(view::record(shapes, &property.schema).map(|section| ("record", record(&section))));
    let curated = beyond::of_property(resource, &found.path);
    members.extend(beyond_the_published(&curated));
    print(&object(members))
}

/// The text of what `Fn::GetAtt` returns.
pub(crate) fn attribute_as_json(resource: &ResourceType, attribute: &Attribute) -> String {
    let shapes = Shapes::of(&resource.definitions);
    let kind = words::kind(&shapes, &attribute.schema);
    let mut members = vec![
        ("resource", text(resource.name.as_str())),
        ("attribute", text(&attribute.name)),
        ("type", text(kind)),
    ];
    let prose = attribute.schema.description.as_ref();
    members.extend(prose.map(|prose| ("description", text(prose))));
    print(&object(members))
}

fn beyond_the_published(facts: &[Beyond<'_>]) -> Option<(&'static str, Literal)> {
    let facts: Vec<Literal> = facts
        .iter()
        .map(|fact| {
            let Beyond {
                about,
                says,
                because,
                source,
                as_of,
            } = fact;
            let mut members = vec![
                ("about", text(about)),
                ("says", text(says)),
                ("because", text(because.as_ref())),
                ("source", text(*source)),
            ];
            members.extend(as_of.map(|as_of| ("asOf", text(as_of))));
            object(members)
        })
        .collect();
    (!facts.is_empty()).then_some(("curated", Literal::Array(facts)))
}

fn record(section: &Section<'_>) -> Literal {
    let mut members = vec![
        ("name", text(section.name.unwrap_or_default())),
        ("properties", rows(section)),
    ];
    members.extend(rules(section).map(|rules| ("rules", rules)));
    object(members)
}

fn rules(section: &Section<'_>) -> Option<Literal> {
    (!section.rules.is_empty()).then(|| texts(section.rules.iter().cloned()))
}

fn rows(section: &Section<'_>) -> Literal {
    Literal::Array(section.rows.iter().map(|one| object(row(one))).collect())
}

fn row(row: &Row<'_>) -> Vec<(&'static str, Literal)> {
    let mut members = vec![
        ("name", text(row.name)),
        ("type", text(&row.kind)),
        ("required", Literal::Bool(row.required)),
        ("update", text(word(row.update))),
    ];
    if row.write_only {
        members.push(("writeOnly", Literal::Bool(true)));
    }
    if row.deprecated {
        members.push(("deprecated", Literal::Bool(true)));
    }
    let mut known: Vec<(&str, Literal)> = Vec::new();
    for layer in &row.layers {
        for (key, value) in limits(layer) {
            // What stands nearest to the property goes first.
            if known.iter().all(|(other, _)| *other != key) {
                known.push((key, value));
            }
        }
    }
    if !known.is_empty() {
        members.push(("limits", object(known)));
    }
    members
}

/// The words of the Resource Specification.
fn word(update: Update) -> &'static str {
    match update {
        Update::Mutable => "Mutable",
        Update::Conditional => "Conditional",
        Update::Immutable => "Immutable",
    }
}

fn tagging(tagging: &Tagging) -> Literal {
    let Tagging {
        taggable,
        on_create,
        updatable,
        system_tags,
        property,
    } = tagging;
    let mut members = vec![("taggable", Literal::Bool(*taggable))];
    if *taggable {
        members.extend(
            property
                .as_ref()
                .map(|path| ("tagProperty", text(view::path(path)))),
        );
        members.push(("tagOnCreate", Literal::Bool(*on_create)));
        members.push(("tagUpdatable", Literal::Bool(*updatable)));
        members.push(("cloudFormationSystemTags", Literal::Bool(*system_tags)));
    }
    object(members)
}

fn limits(limits: &Limits) -> Vec<(&'static str, Literal)> {
    let Limits {
        allowed,
        allowed_ignoring_case,
        constant,
        pattern,
        min_length,
        max_length,
        minimum,
        maximum,
        exclusive_minimum,
        exclusive_maximum,
        multiple_of,
        min_items,
        max_items,
        unique_items,
        unique_keys,
        unordered,
        ordered,
        min_properties,
        max_properties,
        format,
        // Prose beside the facts.
        key_meaning: _,
        value_meanings: _,
        default,
        // Members of their own.
        relationship: _,
        source: _,
    } = limits;
    let list = |values: &[Literal]| (!values.is_empty()).then(|| Literal::Array(values.to_vec()));
    let number = |number: &Option<Number>| number.clone().map(Literal::Number);
    let pattern = pattern.as_ref();
    let expression = pattern.map(|pattern| text(&pattern.expression));
    let meaning = pattern.and_then(|pattern| pattern.meaning.as_ref());
    let unique_keys = (!unique_keys.is_empty()).then(|| texts(unique_keys.iter().cloned()));
    let order = (*unordered || *ordered).then_some(Literal::Bool(*ordered));
    let known = [
        ("const", constant.clone()),
        ("enum", list(allowed)),
        ("enumCaseInsensitive", list(allowed_ignoring_case)),
        ("minLength", min_length.map(count)),
        ("maxLength", max_length.map(count)),
        ("pattern", expression),
        ("patternMeaning", meaning.map(text)),
        ("format", format.as_ref().map(text)),
        ("minimum", number(minimum)),
        ("exclusiveMinimum", number(exclusive_minimum)),
        ("maximum", number(maximum)),
        ("exclusiveMaximum", number(exclusive_maximum)),
        ("multipleOf", number(multiple_of)),
        ("minItems", min_items.map(count)),
        ("maxItems", max_items.map(count)),
        ("uniqueItems", unique_items.then_some(Literal::Bool(true))),
        ("uniqueKeys", unique_keys),
        ("insertionOrder", order),
        ("minProperties", min_properties.map(count)),
        ("maxProperties", max_properties.map(count)),
        ("default", default.clone()),
    ];
    let known = known.into_iter();
    known
        .filter_map(|(key, value)| Some((key, value?)))
        .collect()
}
