//! Writing the facts text.

use std::collections::HashMap;

use crate::model::{
    Additional, Conditional, Dependencies, Limits, Property, PropertyPath, ReplacementStrategy,
    ResourceType, Schema, Tagging, Update,
};

use super::json::{self, Object};
use super::{limits, rules, shape, tabled};
use crate::curated::model::Curated;
use crate::shape::Shapes;

/// The facts text of a resource type.
#[must_use]
pub fn text(resource: &ResourceType) -> String {
    let shapes = Shapes::of(&resource.definitions);
    text_of(resource, &shapes, &tabled::definitions(resource))
}

/// The same for callers that have the shapes of the resource, and the [`definitions`](tabled::definitions) that
/// the text holds, at hand.
#[must_use]
pub fn text_of<'s>(
    resource: &'s ResourceType,
    shapes: &Shapes<'s>,
    definitions: &[usize],
) -> String {
    let definitions = definitions
        .iter()
        .filter_map(|&at| resource.definitions.get(at));
    let numbers = definitions
        .clone()
        .enumerate()
        .map(|(row, one)| (one.name.as_str(), row + 1));
    let writer = Writer {
        resource,
        shapes,
        numbers: numbers.collect(),
    };
    let mut out = String::new();
    let mut table = Object::begin(&mut out);
    writer.facts(&mut table);
    let mut all = Object::begin(table.keyword("definitions"));
    writer.schema(&resource.body, all.keyword(""));
    for definition in definitions {
        let mut row = Object::begin(all.key(&definition.name));
        let role = Role::Definition(&definition.name);
        writer.keywords(&definition.schema, &mut row, role);
        row.end();
    }
    all.end();
    table.end();
    out
}

struct Writer<'p, 's> {
    resource: &'s ResourceType,
    shapes: &'p Shapes<'s>,
    numbers: HashMap<&'s str, usize>,
}

/// Where a schema stands, which decides whether its Rust type has to be said.
#[derive(Clone, Copy)]
enum Role<'s> {
    /// It describes a slot of a generated type.
    Slot,
    /// It is the definition of that name.
    Definition(&'s str),
    /// It is only a demand on a value that is described elsewhere.
    Demand,
}

impl<'s> Writer<'_, 's> {
    fn facts(&self, table: &mut Object<'_>) {
        let ResourceType {
            name,
            description: _,
            transform: _,
            documentation,
            as_of,
            see_also: _,
            reference: _,
            body: _,
            definitions: _,
            attributes,
            primary_identifier,
            additional_identifiers,
            handlers,
            replacement,
            tagging,
            scoped_updates,
            scoped_roles,
            property_transforms,
            curated,
            patched: _,
        } = self.resource;
        table.text("typeName", Some(name.as_str()));
        table.text("documentation", documentation.as_deref());
        table.text("asOf", as_of.as_deref());
        if !primary_identifier.is_empty() {
            identifier(primary_identifier, table.keyword("primaryIdentifier"));
        }
        if !additional_identifiers.is_empty() {
            let place = table.keyword("additionalIdentifiers");
            json::list(additional_identifiers, place, |one, out| {
                identifier(one, out);
            });
        }
        if !attributes.is_empty() {
            let mut members = Object::begin(table.keyword("attributes"));
            for attribute in attributes {
                self.slot(&attribute.schema, members.key(&attribute.name));
            }
            members.end();
        }
        let fixed = handlers.is_some_and(|handlers| !handlers.update);
        table.flag("updateHandler", fixed, "false");
        if *replacement == ReplacementStrategy::DeleteThenCreate {
            table.text("replacement", Some("delete_then_create"));
        }
        if let Some(tagging) = tagging {
            self::tagging(tagging, table.keyword("tagging"));
        }
        if !scoped_updates.is_empty() {
            let mut updates = Object::begin(table.keyword("scopedUpdates"));
            for scoped in scoped_updates {
                let word = update(scoped.update).unwrap_or("Mutable");
                json::string(word, updates.key(&scoped.path.pointer()));
            }
            updates.end();
        }
        if !scoped_roles.is_empty() {
            let mut roles = Object::begin(table.keyword("scopedRoles"));
            for (role, paths) in scoped_roles.named() {
                if !paths.is_empty() {
                    json::list(paths, roles.keyword(role), |path, out| {
                        json::string(&path.pointer(), out);
                    });
                }
            }
            roles.end();
        }
        if !property_transforms.is_empty() {
            let mut transforms = Object::begin(table.keyword("propertyTransforms"));
            for (path, expression) in property_transforms {
                json::string(expression, transforms.key(&path.pointer()));
            }
            transforms.end();
        }
        let Curated {
            rules: updates,
            words,
            names,
            values: _,
            attributes: _,
            reference,
        } = curated;
        if let Some(reference) = reference {
            let place = table.keyword("refReturns");
            json::list(&reference.returns, place, |name, out| {
                json::string(name, out);
            });
        }
        if !updates.is_empty() {
            rules::write(updates, table.keyword("updateRules"));
        }
        if !words.is_empty() {
            rules::words(words, table.keyword("updateWords"));
        }
        if !names.is_empty() {
            rules::names(names, table.keyword("customNames"));
        }
    }

    /// A schema whose value is a slot of a generated type, so that its Rust type has to be told.
    fn slot(&self, schema: &'s Schema, out: &mut String) {
        let mut object = Object::begin(out);
        self.keywords(schema, &mut object, Role::Slot);
        object.end();
    }

    fn schema(&self, schema: &'s Schema, out: &mut String) {
        let mut object = Object::begin(out);
        self.keywords(schema, &mut object, Role::Demand);
        object.end();
    }

    fn property(&self, property: &'s Property, out: &mut String) {
        let Property {
            name,
            schema,
            required: _,
            update: effect,
            write_only,
            secret,
            deprecated,
            documentation,
        } = property;
        let mut object = Object::begin(out);
        self.keywords(schema, &mut object, Role::Slot);
        object.text("update", update(*effect));
        object.flag("writeOnly", *write_only, "true");
        object.flag("secret", *secret && !write_only, "true");
        object.flag("deprecated", *deprecated, "true");
        let page = documentation
            .as_deref()
            .filter(|page| !self.is_implied(name, page));
        object.text("documentation", page);
        object.end();
    }

    /// Whether the runtime can make the address itself, for properties of the resource.
    fn is_implied(&self, property: &str, page: &str) -> bool {
        let name = &self.resource.name;
        let anchor =
            format!("#cfn-{}-{}-{property}", name.service(), name.resource()).to_lowercase();
        let own = self.resource.documentation.as_deref();
        own.and_then(|own| page.strip_prefix(own))
            .is_some_and(|rest| rest == anchor)
    }

    /// All keywords. The nesting of schemas is bounded by the reader of specifications.
    fn keywords(&self, schema: &'s Schema, object: &mut Object<'_>, role: Role<'s>) {
        let Schema {
            reference,
            types,
            description: _,
            properties,
            required,
            read_only,
            pattern_properties,
            additional,
            items,
            prefix_items,
            limits,
            all_of,
            any_of,
            one_of,
            not,
            conditional,
            dependencies,
        } = schema;
        let number = reference.as_deref().and_then(|name| self.numbers.get(name));
        object.raw("$ref", number.map(usize::to_string));
        match types.as_slice() {
            [] => {}
            [one] => object.text("type", Some(one.name())),
            several => json::list(several, object.keyword("type"), |one, out| {
                json::string(one.name(), out);
            }),
        }
        match role {
            Role::Slot => shape::of_slot(self.shapes, &self.numbers, schema, object),
            Role::Definition(name) => {
                shape::of_definition(self.shapes, &self.numbers, name, schema, object);
            }
            Role::Demand => {}
        }
        self.members(properties, pattern_properties, limits, additional, object);
        object.texts("required", required);
        object.texts("readOnly", read_only);
        if let Some(items) = items {
            self.slot(items, object.keyword("items"));
        }
        self.schemas("prefixItems", prefix_items, object);
        limits::keywords(limits, object);
        self.schemas("allOf", all_of, object);
        self.schemas("anyOf", any_of, object);
        self.schemas("oneOf", one_of, object);
        if let Some(not) = not {
            self.schema(not, object.keyword("not"));
        }
        if let Some(conditional) = conditional {
            self.conditional(conditional, object);
        }
        self.dependencies(dependencies, object);
    }

    fn members(
        &self,
        properties: &'s [Property],
        patterns: &'s [(String, Schema)],
        limits: &Limits,
        additional: &'s Additional,
        object: &mut Object<'_>,
    ) {
        if !properties.is_empty() || shape::is_empty_record(patterns, additional) {
            let mut members = Object::begin(object.keyword("properties"));
            for property in properties {
                self.property(property, members.key(&property.name));
            }
            members.end();
        }
        if !patterns.is_empty() {
            let mut members = Object::begin(object.keyword("patternProperties"));
            for (expression, schema) in patterns {
                let meaning = schema
                    .limits
                    .key_meaning
                    .as_ref()
                    .or(limits.key_meaning.as_ref());
                let mut member = Object::begin(members.key(expression));
                self.keywords(schema, &mut member, Role::Slot);
                member.text("keyMeaning", meaning.map(String::as_str));
                member.end();
            }
            members.end();
        }
        match additional {
            Additional::Unstated if properties.is_empty() && patterns.is_empty() => {}
            Additional::Unstated | Additional::Denied => {
                object.raw("additionalProperties", Some("false"));
            }
            Additional::Allowed => object.raw("additionalProperties", Some("true")),
            Additional::Schema(schema) => self.slot(schema, object.keyword("additionalProperties")),
        }
    }

    fn schemas(&self, key: &str, schemas: &'s [Schema], object: &mut Object<'_>) {
        if !schemas.is_empty() {
            json::list(schemas, object.keyword(key), |schema, out| {
                self.schema(schema, out);
            });
        }
    }

    fn conditional(&self, conditional: &'s Conditional, object: &mut Object<'_>) {
        let Conditional {
            condition,
            then,
            otherwise,
        } = conditional;
        self.schema(condition, object.keyword("if"));
        if let Some(then) = then {
            self.schema(then, object.keyword("then"));
        }
        if let Some(otherwise) = otherwise {
            self.schema(otherwise, object.keyword("else"));
        }
    }

    fn dependencies(&self, dependencies: &'s Dependencies, object: &mut Object<'_>) {
        let Dependencies {
            required,
            excluded,
            schemas,
            exactly_one,
            at_least_one,
        } = dependencies;
        names_by_name("dependentRequired", required, object);
        names_by_name("dependentExcluded", excluded, object);
        if !schemas.is_empty() {
            let mut members = Object::begin(object.keyword("dependentSchemas"));
            for (name, schema) in schemas {
                self.schema(schema, members.key(name));
            }
            members.end();
        }
        lists_of_names("requiredXor", exactly_one, object);
        lists_of_names("requiredOr", at_least_one, object);
    }
}

fn names_by_name(key: &str, entries: &[(String, Vec<String>)], object: &mut Object<'_>) {
    if !entries.is_empty() {
        let mut members = Object::begin(object.keyword(key));
        for (name, names) in entries {
            json::list(names, members.key(name), |name, out| {
                json::string(name, out);
            });
        }
        members.end();
    }
}

fn lists_of_names(key: &str, lists: &[Vec<String>], object: &mut Object<'_>) {
    if !lists.is_empty() {
        json::list(lists, object.keyword(key), |names, out| {
            json::list(names, out, |name, out| json::string(name, out));
        });
    }
}

/// The properties that identify a resource.
fn identifier(properties: &[PropertyPath], out: &mut String) {
    json::list(properties, out, |path, out| {
        let pointer = path.pointer();
        json::string(pointer.strip_prefix('/').unwrap_or_default(), out);
    });
}

fn tagging(tagging: &Tagging, out: &mut String) {
    let Tagging {
        taggable,
        on_create,
        updatable,
        system_tags,
        property,
    } = tagging;
    let mut object = Object::begin(out);
    object.flag("taggable", !taggable, "false");
    object.flag("tagOnCreate", !on_create, "false");
    object.flag("tagUpdatable", !updatable, "false");
    object.flag("cloudFormationSystemTags", !system_tags, "false");
    object.text(
        "tagProperty",
        property.as_ref().map(PropertyPath::pointer).as_deref(),
    );
    object.end();
}

fn update(update: Update) -> Option<&'static str> {
    match update {
        Update::Mutable => None,
        Update::Conditional => Some("Conditional"),
        Update::Immutable => Some("Immutable"),
    }
}
