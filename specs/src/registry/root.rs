//! The root of a registry schema: the type itself, its definitions, and the lists of pointers.

use crate::curated::embedded;
use crate::curated::model::Curated;
use crate::model::{
    Attribute, Definition, Handlers, PropertyPath, ReplacementStrategy, ResourceType, Schema,
    ScopedRoles, Tagging,
};
use crate::records;
use crate::registry::conflicts;
use crate::registry::extension;
use crate::registry::keywords::{KEYWORDS, Reader, Role};
use crate::registry::pointers::{self, Pointers};
use crate::registry::references::References;
use crate::registry::secrets;
use crate::registry::updates;
use crate::registry::values::{elements, flag, members, names, text, unexpected};
use crate::report::{Pointer, Report};
use crate::suggest;
use crate::tree::{Node, Value};
use crate::type_name::TypeName;
use crate::unions;
use crate::unknown;
use crate::user_guide::UserGuide;
use crate::visible::quoted;

/// Keywords of the root that say nothing about the properties, each with the reason why it may be
/// passed over.
pub(crate) const IGNORED_ROOT_KEYWORDS: &[(&str, &str)] = &[
    ("$comment", "a note to the authors of the schema"),
    ("$id", "names the schema itself"),
    ("$schema", "names the meta-schema"),
    ("title", "a heading for the schema"),
    (
        "type",
        "`RESOURCE` or `MODULE`, which the name of the type says as well",
    ),
    ("sourceUrl", "where the provider's source code is"),
    ("resourceLink", "a link into the console"),
    (
        "typeConfiguration",
        "settings of an account, which no template holds",
    ),
    ("lifecycle", "announcements about the service"),
    ("remote", "reserved for copies of other schemas"),
    (
        "nonPublicDefinitions",
        "what only they refer to is reached by nothing else",
    ),
];

/// Keywords that are read at the root alone, for the help on others.
const ROOT_KEYWORDS: &[&str] = &[
    "typeName",
    "documentationUrl",
    "handlers",
    "replacementStrategy",
    "tagging",
    "taggable",
    "primaryIdentifier",
    "additionalIdentifiers",
    "propertyTransform",
    "readOnlyProperties",
    "writeOnlyProperties",
    "createOnlyProperties",
    "conditionalCreateOnlyProperties",
    "deprecatedProperties",
    "nonPublicProperties",
];

/// Reads the type. `None` if it has no usable name; the reason is in the report.
pub(crate) fn lower(root: &Node<'_>, report: &mut Report) -> Option<ResourceType> {
    let name = type_name(root, report);
    let mut references = References::new(root);
    let mut reader = Reader {
        report,
        references: &mut references,
    };
    let mut draft = Draft::default();
    for member in root.members().unwrap_or_default() {
        draft.keyword(
            &member.key,
            &member.node,
            &Pointer::ROOT.name(&member.key),
            &mut reader,
        );
    }
    reader.finish(&mut draft.body, &Pointer::ROOT, Role::Value);
    draft.referred_to(&mut reader);
    let mut resource = draft.finish(name?, report);
    embedded::lay(root, &mut resource, report);
    Some(resource)
}

fn type_name(root: &Node<'_>, report: &mut Report) -> Option<TypeName> {
    let at = Pointer::ROOT.name("typeName");
    let node = root.get("typeName")?;
    match text(node, &at, report)?.parse() {
        Ok(name) => Some(name),
        Err(mut problem) => {
            problem.pointer = at.text();
            report.push(problem);
            None
        }
    }
}

/// What has been read so far.
#[derive(Default)]
struct Draft {
    body: Schema,
    definitions: Vec<Definition>,
    /// How many of them stand in `definitions`; the others are places that something refers to.
    named_definitions: usize,
    documentation: Option<String>,
    as_of: Option<String>,
    see_also: Vec<crate::model::Link>,
    transform: Option<String>,
    reference: Option<String>,
    extra_attributes: Vec<Attribute>,
    primary_identifier: Vec<PropertyPath>,
    additional_identifiers: Vec<Vec<PropertyPath>>,
    handlers: Option<Handlers>,
    replacement: ReplacementStrategy,
    tagging: Option<Tagging>,
    property_transforms: Vec<(PropertyPath, String)>,
    pointers: Pointers,
}

impl Draft {
    fn keyword<'t>(
        &mut self,
        key: &str,
        node: &Node<'t>,
        at: &Pointer<'_>,
        reader: &mut Reader<'_, 't>,
    ) {
        match key {
            "typeName" => {}
            "definitions" => {
                for (name, schema) in reader.named_schemas(node, at, Role::Value) {
                    self.definitions.push(Definition {
                        name,
                        schema,
                        documentation: None,
                    });
                }
            }
            "formwork" => self.extension(node, at, reader),
            "documentationUrl" => self.documentation = reader.text(node, at),
            "handlers" => self.handlers = handlers(node, at, reader.report),
            "replacementStrategy" => self.replacement = replacement(node, at, reader.report),
            "tagging" => self.tagging = Some(tagging(node, at, reader.report)),
            "taggable" => {
                let taggable = flag(node, at, reader.report);
                // `tagging` supersedes it wherever both are present.
                self.tagging.get_or_insert(Tagging {
                    taggable,
                    ..default_tagging()
                });
            }
            "primaryIdentifier" => {
                self.primary_identifier = pointers::paths(node, at, reader.report);
            }
            "additionalIdentifiers" => {
                for (index, list) in elements(node, at, reader.report).iter().enumerate() {
                    let paths = pointers::paths(list, &at.index(index), reader.report);
                    self.additional_identifiers.push(paths);
                }
            }
            "propertyTransform" => {
                for member in members(node, at, reader.report) {
                    let at = at.name(&member.key);
                    if let Some(expression) = text(&member.node, &at, reader.report) {
                        let path = pointers::path(&member.key, &at, reader.report);
                        self.property_transforms.push((path, expression));
                    }
                }
            }
            _ if self.pointers.read(key, node, at, reader.report) => {}
            _ if IGNORED_ROOT_KEYWORDS
                .iter()
                .any(|(ignored, _)| *ignored == key) => {}
            _ if reader.reads(&mut self.body, key, node, at) => {}
            _ => {
                let known = [ROOT_KEYWORDS, KEYWORDS].concat();
                unknown::tell("keyword", key, &known, at, reader.report);
            }
        }
    }

    fn extension<'t>(&mut self, node: &Node<'t>, at: &Pointer<'_>, reader: &mut Reader<'_, 't>) {
        for member in members(node, at, reader.report) {
            let at = at.name(&member.key);
            match member.key.as_ref() {
                "transform" => self.transform = text(&member.node, &at, reader.report),
                "ref" => self.reference = reader.text(&member.node, &at),
                "asOf" => self.as_of = extension::day(&member.node, &at, reader.report),
                "seeAlso" => self.see_also = extension::links(&member.node, &at, reader.report),
                "attributes" => {
                    for (name, schema) in reader.named_schemas(&member.node, &at, Role::Value) {
                        self.extra_attributes.push(Attribute { name, schema });
                    }
                }
                // Laid over the type when all of it is known.
                other if embedded::MEMBERS.contains(&other) => {}
                other => {
                    let own = ["ref", "transform", "seeAlso", "attributes", "asOf"];
                    let known = [own.as_slice(), &embedded::MEMBERS].concat();
                    extension::unknown(other, &known, &at, reader.report);
                }
            }
        }
    }

    /// Reads the places that are no definitions but that something refers to; reading one may lead
    /// to the next.
    fn referred_to(&mut self, reader: &mut Reader<'_, '_>) {
        self.named_definitions = self.definitions.len();
        let mut index = 0;
        while let Some((pointer, node, name)) = reader.references.made(index) {
            // Most such places have been read already where they stand; what was said of them then
            // is not said again.
            let mut aside = Report::default();
            let mut again = Reader {
                report: &mut aside,
                references: reader.references,
            };
            let schema = if pointer.is_empty() {
                self.body.clone()
            } else {
                again.schema(node, &Pointer::ROOT, Role::Value)
            };
            reader.report.push_new_below(&pointer, aside);
            self.definitions.push(Definition {
                name,
                schema,
                documentation: None,
            });
            index += 1;
        }
    }

    fn finish(self, name: TypeName, report: &mut Report) -> ResourceType {
        let mut resource = ResourceType {
            description: None,
            documentation: self
                .documentation
                .map(|url| crate::user_guide::secure(&url)),
            as_of: self.as_of,
            see_also: self.see_also,
            transform: self.transform,
            reference: self.reference,
            body: self.body,
            definitions: self.definitions,
            attributes: Vec::new(),
            primary_identifier: self.primary_identifier,
            additional_identifiers: self.additional_identifiers,
            handlers: self.handlers,
            replacement: self.replacement,
            tagging: self.tagging,
            scoped_updates: Vec::new(),
            scoped_roles: ScopedRoles::default(),
            property_transforms: self.property_transforms,
            curated: Curated::default(),
            patched: Vec::new(),
            name,
        };
        resource.description = resource.body.description.take();
        if resource.body.types.is_empty() {
            resource.body.types.push(crate::model::JsonType::Object);
        }
        conflicts::mend(&mut resource, self.named_definitions, report);
        let made_up = records::name_inline(&mut resource);
        updates::apply(&mut resource, &self.pointers, report);
        if resource.transform.is_some() {
            // What the service sets is passed over by the service, but refused by a transform.
            resource.body.read_only.clear();
        }
        add_attributes(&mut resource, self.extra_attributes);
        unions::merge(&mut resource, report);
        secrets::hide(&mut resource);
        UserGuide::of(&resource.name).link(&mut resource, &made_up);
        resource
    }
}

fn add_attributes(resource: &mut ResourceType, extra: Vec<Attribute>) {
    for attribute in extra {
        if !resource
            .attributes
            .iter()
            .any(|known| known.name == attribute.name)
        {
            resource.attributes.push(attribute);
        }
    }
}

const HANDLERS: &[&str] = &["create", "read", "update", "delete", "list"];

const TAGGING: &[&str] = &[
    "taggable",
    "tagOnCreate",
    "tagUpdatable",
    "cloudFormationSystemTags",
    "tagProperty",
    "permissions",
];

/// An object without handlers says as little as no object.
fn handlers(node: &Node<'_>, at: &Pointer<'_>, report: &mut Report) -> Option<Handlers> {
    let mut handlers = Handlers::default();
    for member in members(node, at, report) {
        match member.key.as_ref() {
            "create" => handlers.create = true,
            "read" => handlers.read = true,
            "update" => handlers.update = true,
            "delete" => handlers.delete = true,
            "list" => handlers.list = true,
            other => unknown::tell("handler", other, HANDLERS, &at.name(other), report),
        }
    }
    (handlers != Handlers::default()).then_some(handlers)
}

fn replacement(node: &Node<'_>, at: &Pointer<'_>, report: &mut Report) -> ReplacementStrategy {
    const KNOWN: [&str; 2] = ["create_then_delete", "delete_then_create"];
    let strategy = text(node, at, report).unwrap_or_default();
    if strategy == KNOWN[1] {
        return ReplacementStrategy::DeleteThenCreate;
    }
    if strategy != KNOWN[0] && node.text().is_some() {
        let help = suggest::help("a strategy", &strategy, KNOWN);
        let message = format!("{} is no strategy of replacement", quoted(&strategy));
        report.error_with_help(at, message, help);
    }
    ReplacementStrategy::CreateThenDelete
}

fn default_tagging() -> Tagging {
    let property = Some(PropertyPath(vec!["Tags".to_owned()]));
    Tagging {
        taggable: true,
        on_create: true,
        updatable: true,
        system_tags: true,
        property,
    }
}

fn tagging(node: &Node<'_>, at: &Pointer<'_>, report: &mut Report) -> Tagging {
    let mut tagging = default_tagging();
    for member in members(node, at, report) {
        let at = at.name(&member.key);
        let node = &member.node;
        match member.key.as_ref() {
            "taggable" => tagging.taggable = flag(node, &at, report),
            "tagOnCreate" => tagging.on_create = flag(node, &at, report),
            "tagUpdatable" => tagging.updatable = flag(node, &at, report),
            "cloudFormationSystemTags" => tagging.system_tags = flag(node, &at, report),
            "tagProperty" => match &node.value {
                Value::String(pointer) => {
                    tagging.property = Some(pointers::path(pointer, &at, report));
                }
                _ => unexpected(node, &at, "a string", report),
            },
            "permissions" => {
                names(node, &at, report);
            }
            other => unknown::tell("keyword", other, TAGGING, &at, report),
        }
    }
    if !tagging.taggable {
        tagging.property = None;
    }
    tagging
}
