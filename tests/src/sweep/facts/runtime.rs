//! What the runtime reads from a table, against the model.

use formwork::__private::SpecCell;
use formwork::{Constraints, Json, PropertySpec, ResourceSpec, TypeSpec, UpdateBehavior};
use formwork_specs::ResourceType;
use formwork_specs::model::{
    Limits, Literal, Number, Pattern, Property, PropertyPath, ReplacementStrategy, Schema, Update,
};
use formwork_specs::shape::{Shape, Shapes};

use super::{Comparison, curated, limits, model, table};

/// How many lists and maps may stand in each other before their content is free JSON.
const DEEPEST: usize = 8;

/// Reads a table as a program does and compares what it then knows with the model.
pub(super) fn compare(resource: &ResourceType, table: &str, comparison: &mut Comparison) {
    // As in a program: tables live as long as it does.
    let text: &'static str = Box::leak(table.to_owned().into_boxed_str());
    let cell: &'static SpecCell = Box::leak(Box::new(SpecCell::new(text)));
    let spec = cell.resource();
    let mut comparer = Comparer {
        shapes: Shapes::of(&resource.definitions),
        comparison,
    };
    comparer.resource(resource, spec);
    comparer.short("", spec);
    spec.attributes
        .iter()
        .for_each(|one| comparer.short(one.name, one));
    let page = resource.documentation.as_deref();
    let name = &resource.name;
    let anchor = format!("#cfn-{}-{}-", name.service(), name.resource()).to_lowercase();
    let implied = page.map(|page| format!("{page}{anchor}"));
    comparer.record("", spec.properties, &resource.body, implied.as_deref());
    for index in 1.. {
        let record = cell.record(index);
        if std::ptr::eq(record, cell.record(0)) {
            break;
        }
        comparer.short(record.name, record);
        let mut definitions = resource.definitions.iter();
        match definitions.find(|definition| definition.name == record.name) {
            Some(definition) => {
                comparer.record(record.name, record.properties(), &definition.schema, None);
            }
            None => comparer.say(
                record.name,
                "the runtime knows a record that is not defined",
            ),
        }
    }
}

/// No fact shows in more bytes.
const LONGEST: usize = 500;

struct Comparer<'c, 's> {
    shapes: Shapes<'s>,
    comparison: &'c mut Comparison,
}

impl<'s> Comparer<'_, 's> {
    fn say(&mut self, at: &str, message: impl AsRef<str>) {
        self.comparison.say(at, message);
    }

    /// A fact shows in one short line, also where a type is made of itself.
    fn short(&mut self, at: &str, fact: &dyn std::fmt::Debug) {
        let line = format!("{fact:?}");
        if line.len() > LONGEST || line.contains('\n') || format!("{fact:#?}") != line {
            self.say(at, format!("shows as {line:.200}"));
        }
    }

    #[allow(
        clippy::needless_pass_by_value,
        reason = "two dozen calls read better without references"
    )]
    fn same<T: PartialEq + std::fmt::Debug>(&mut self, at: &str, what: &str, read: T, stated: T) {
        if read != stated {
            self.say(
                at,
                format!("the runtime reads {what} as {read:?} in place of {stated:?}"),
            );
        }
    }

    fn scoped(&mut self, resource: &'s ResourceType, spec: &ResourceSpec) {
        let said = spec.scoped_roles;
        let read = [
            ("readOnly", said.read_only),
            ("nonPublic", said.non_public),
            ("writeOnly", said.write_only),
            ("deprecated", said.deprecated),
        ];
        for ((role, read), (_, stated)) in read.into_iter().zip(resource.scoped_roles.named()) {
            let stated: Vec<String> = stated.iter().map(PropertyPath::pointer).collect();
            self.same("", role, read.join(", "), stated.join(", "));
        }
    }

    fn resource(&mut self, resource: &'s ResourceType, spec: &ResourceSpec) {
        self.same("", "the name", spec.type_name, resource.name.as_str());
        let page = resource.documentation.as_deref().unwrap_or_default();
        self.same("", "the page", spec.documentation, page);
        let day = resource.as_of.as_deref().unwrap_or_default();
        self.same("", "the day", spec.as_of, day);
        let identifier = model::identifier(&resource.primary_identifier);
        let read: Vec<String> = spec
            .primary_identifier
            .iter()
            .map(ToString::to_string)
            .collect();
        let stated = resource.curated.reference.as_ref();
        let stated = stated.map_or(identifier.clone(), |fact| fact.returns.clone());
        let returned: Vec<String> = spec.ref_returns.iter().map(ToString::to_string).collect();
        self.same("", "what `Ref` returns", returned, stated);
        self.same("", "the identifier", read, identifier);
        let read: Vec<Vec<&str>> = spec
            .additional_identifiers
            .iter()
            .map(|names| names.to_vec())
            .collect();
        let others = resource.additional_identifiers.iter();
        let others: Vec<_> = others.map(|paths| model::identifier(paths)).collect();
        self.same(
            "",
            "the other identifiers",
            format!("{read:?}"),
            format!("{others:?}"),
        );
        self.scoped(resource, spec);
        let read = spec.tagging.map(|tags| {
            let flags = [
                tags.taggable,
                tags.on_create,
                tags.updatable,
                tags.system_tags,
            ];
            (flags, tags.property.map(str::to_owned))
        });
        let stated = resource.tagging.as_ref().map(|tags| {
            let flags = [
                tags.taggable,
                tags.on_create,
                tags.updatable,
                tags.system_tags,
            ];
            (flags, tags.property.as_ref().map(model::pointer))
        });
        self.same("", "what holds of tags", read, stated);
        let transforms = resource.property_transforms.iter();
        let stated: Vec<_> = transforms
            .map(|(path, expression)| (model::pointer(path), expression.clone()))
            .collect();
        let transforms = spec.property_transforms.iter();
        let read: Vec<_> = transforms
            .map(|(path, expression)| ((*path).to_owned(), (*expression).to_owned()))
            .collect();
        self.same("", "the transforms", read, stated);
        let rules = spec.update_rules.iter().enumerate();
        let read: Vec<_> = rules
            .map(|(number, rule)| curated::read(number, rule))
            .collect();
        let stated = curated::facts(&resource.curated).into_iter();
        let stated: Vec<_> = stated.filter(|fact| fact.1 == "updateRules").collect();
        self.same("", "the rules of updates", read, stated);
        let updatable = resource.handlers.is_none_or(|handlers| handlers.update);
        self.same("", "whether it can be updated", spec.updatable, updatable);
        let deletes = resource.replacement == ReplacementStrategy::DeleteThenCreate;
        self.same(
            "",
            "the order of a replacement",
            spec.deletes_before_replacing,
            deletes,
        );
        let read: Vec<_> = spec
            .attributes
            .iter()
            .map(|attribute| attribute.name)
            .collect();
        let stated: Vec<_> = resource
            .attributes
            .iter()
            .map(|one| one.name.as_str())
            .collect();
        self.same("", "the attributes", read, stated);
        for (read, stated) in spec.attributes.iter().zip(&resource.attributes) {
            self.ty(
                &format!("attributes/{}", read.name),
                &read.ty,
                &stated.schema,
            );
        }
    }

    fn record(
        &mut self,
        at: &str,
        read: &'static [PropertySpec],
        schema: &'s Schema,
        implied: Option<&str>,
    ) {
        let names: Vec<_> = read.iter().map(|property| property.name).collect();
        let stated: Vec<_> = schema
            .properties
            .iter()
            .map(|one| one.name.as_str())
            .collect();
        self.same(at, "the properties", names, stated);
        for (read, stated) in read.iter().zip(&schema.properties) {
            self.property(&format!("{at}/{}", read.name), read, stated, implied);
        }
    }

    fn property(
        &mut self,
        at: &str,
        read: &PropertySpec,
        stated: &'s Property,
        implied: Option<&str>,
    ) {
        self.comparison.properties += 1;
        self.short(at, read);
        self.short(at, &read.ty);
        self.short(at, read.constraints);
        self.same(at, "whether it is required", read.required, stated.required);
        let update = match stated.update {
            Update::Mutable => UpdateBehavior::Mutable,
            Update::Conditional => UpdateBehavior::Conditional,
            Update::Immutable => UpdateBehavior::Immutable,
        };
        self.same(at, "the update", read.update, update);
        self.same(
            at,
            "whether it is written only",
            read.write_only,
            stated.write_only,
        );
        self.same(
            at,
            "whether it is on its way out",
            read.deprecated,
            stated.deprecated,
        );
        let page = match (&stated.documentation, implied) {
            (Some(page), _) => page.clone(),
            (None, Some(implied)) => format!("{implied}{}", stated.name.to_lowercase()),
            (None, None) => String::new(),
        };
        self.same(
            at,
            "its place in the documentation",
            read.documentation,
            page.as_str(),
        );
        self.ty(at, &read.ty, &stated.schema);
        self.all_limits(at, read.constraints, &stated.schema, DEEPEST);
    }

    /// Limits wherever they are stated, down to those on elements of elements.
    fn all_limits(&mut self, at: &str, read: &Constraints, schema: &'s Schema, left: usize) {
        let layers = limits::layers(&self.shapes, schema);
        self.limits(at, read, &limits::together(&layers));
        let names = read
            .names
            .iter()
            .map(|pattern| pattern.expression().to_owned());
        self.same(at, "the names", names.collect(), limits::names(&layers));
        let Some(left) = left.checked_sub(1) else {
            return;
        };
        let nothing = Constraints::default();
        match limits::element(&layers) {
            Some(element) => {
                let read = read.elements.unwrap_or(&nothing);
                self.all_limits(&format!("{at}/*"), read, element, left);
            }
            None => self.same(at, "limits on elements", read.elements.is_some(), false),
        }
    }

    fn ty(&mut self, at: &str, read: &TypeSpec, schema: &'s Schema) {
        let expected = self
            .expected(schema, DEEPEST)
            .unwrap_or_else(|| "Json".to_owned());
        self.same(at, "the type", shown(read, DEEPEST), expected);
    }

    /// The type of a schema in words; none if it is nested too deeply.
    fn expected(&self, schema: &'s Schema, left: usize) -> Option<String> {
        let left = left.checked_sub(1)?;
        Some(match self.shapes.shape(schema) {
            Shape::Text => "String".to_owned(),
            Shape::Integer => "Integer".to_owned(),
            Shape::Number => "Number".to_owned(),
            Shape::Boolean => "Boolean".to_owned(),
            Shape::Timestamp => "Timestamp".to_owned(),
            Shape::Any => "Json".to_owned(),
            Shape::List(element) => format!("List of {}", self.expected(element, left)?),
            Shape::Map(member) => format!("Map of {}", self.expected(member, left)?),
            Shape::Record(name) => format!("record {name}"),
        })
    }

    fn limits(&mut self, at: &str, read: &Constraints, stated: &Limits) {
        let allowed = |values: &[Json]| values.iter().map(table::text).collect::<Vec<_>>();
        let values = |values: &[Literal]| values.iter().map(model::text).collect::<Vec<_>>();
        self.same(
            at,
            "`enum`",
            allowed(&read.allowed_values),
            values(&stated.allowed),
        );
        let ignoring_case = allowed(&read.allowed_values_ignoring_case);
        self.same(
            at,
            "`enumCaseInsensitive`",
            ignoring_case,
            values(&stated.allowed_ignoring_case),
        );
        let constant = allowed(read.constant.as_slice());
        self.same(at, "`const`", constant, values(stated.constant.as_slice()));
        let default = allowed(read.default.as_slice());
        self.same(at, "`default`", default, values(stated.default.as_slice()));
        let pattern = |pattern: &Pattern| (pattern.expression.clone(), pattern.meaning.clone());
        let read_pattern = read.pattern.as_ref().map(|pattern| {
            (
                pattern.expression().to_owned(),
                pattern.meaning().map(str::to_owned),
            )
        });
        self.same(
            at,
            "`pattern`",
            read_pattern,
            stated.pattern.as_ref().map(pattern),
        );
        for (keyword, read, stated) in [
            ("`minLength`", read.min_length, stated.min_length),
            ("`maxLength`", read.max_length, stated.max_length),
            ("`minItems`", read.min_items, stated.min_items),
            ("`maxItems`", read.max_items, stated.max_items),
            (
                "`minProperties`",
                read.min_properties,
                stated.min_properties,
            ),
            (
                "`maxProperties`",
                read.max_properties,
                stated.max_properties,
            ),
        ] {
            self.same(at, keyword, read, stated);
        }
        for (keyword, read, stated) in [
            ("`minimum`", read.minimum.clone(), &stated.minimum),
            ("`maximum`", read.maximum.clone(), &stated.maximum),
            (
                "`exclusiveMinimum`",
                read.exclusive_minimum.clone(),
                &stated.exclusive_minimum,
            ),
            (
                "`exclusiveMaximum`",
                read.exclusive_maximum.clone(),
                &stated.exclusive_maximum,
            ),
            (
                "`multipleOf`",
                read.multiple_of.clone(),
                &stated.multiple_of,
            ),
        ] {
            let stated = stated.as_ref().and_then(|Number(text)| text.parse().ok());
            self.same(at, keyword, read, stated);
        }
        self.same(at, "`uniqueItems`", read.unique_items, stated.unique_items);
        let order = (read.unordered, read.ordered);
        self.same(
            at,
            "`insertionOrder`",
            order,
            (stated.unordered, stated.ordered),
        );
        let keys: Vec<_> = stated.unique_keys.iter().map(String::as_str).collect();
        self.same(at, "`uniqueKeys`", read.unique_keys.clone(), keys);
        self.same(at, "`format`", read.format, stated.format.as_deref());
        let read_relationship = read.relationship;
        let read_relationship = read_relationship.map(|one| (one.type_name, one.property_path));
        let relationship = stated.relationship.as_ref();
        let relationship =
            relationship.map(|one| (one.type_name.as_str(), one.property_path.as_str()));
        self.same(at, "`relationshipRef`", read_relationship, relationship);
        self.same(at, "`source`", read.source, stated.source.as_deref());
    }
}

/// The type that the runtime reads, in the same words.
fn shown(ty: &TypeSpec, left: usize) -> String {
    let Some(left) = left.checked_sub(1) else {
        return "…".to_owned();
    };
    match ty {
        TypeSpec::String => "String".to_owned(),
        TypeSpec::Integer => "Integer".to_owned(),
        TypeSpec::Number => "Number".to_owned(),
        TypeSpec::Boolean => "Boolean".to_owned(),
        TypeSpec::Timestamp => "Timestamp".to_owned(),
        TypeSpec::List(element) => format!("List of {}", shown(element, left)),
        TypeSpec::Map(member) => format!("Map of {}", shown(member, left)),
        TypeSpec::Record(record) => format!("record {}", record.name),
        _ => "Json".to_owned(),
    }
}
