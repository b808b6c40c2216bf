//! What kind of value a reference gives, and whether it is the kind that is due.
//!
//! Only what is certain is said. A reference gives a list or a text for certain; whether it gives the id of a VPC
//! or that of a subnet follows from the formats of the property that it gives and of the one that takes it, and
//! for names that are no ARNs from the pattern of the one that takes it.

use super::Checker;
use super::arns::is_arn_pattern;
use super::names::Named;
use crate::facts::{Additional, Constraints, JsonType, ResourceSpec, Schema, TypeSet};
use crate::json::call;
use crate::report::help::Help;
use crate::report::rule::Rule;
use crate::text::function::REF;
use crate::text::pointer::Step;
use crate::typed::describe;
use crate::typed::view::View;

/// A place for a value.
#[derive(Clone, Copy)]
struct Slot {
    schema: &'static Schema,
    /// The format of the list that the value is an element of.
    list: Option<&'static str>,
}

impl Slot {
    fn of(schema: &'static Schema) -> Self {
        Self {
            schema: schema.followed(),
            list: None,
        }
    }

    /// The place of an element of the list that stands here.
    fn element(self, schema: &'static Schema) -> Self {
        let format = self.schema.constraints.format;
        Self {
            list: format.filter(|format| format.starts_with("AWS::")),
            ..Self::of(schema)
        }
    }
}

/// What a reference gives, as far as it is known.
#[derive(Clone, Copy)]
struct Given {
    /// Whether it gives a list; none if that is not known.
    is_list: Option<bool>,
    /// The type of the resource and the property or attribute whose value it gives.
    property: Option<(&'static ResourceSpec, &'static str)>,
}

/// The entities whose ids begin with a word of their own, so that no id of another one is taken for theirs: the
/// start of the formats, and how properties that hold such an id are named.
const WITH_IDS: [(&str, &[&str]); 4] = [
    ("AWS::EC2::VPC", &["VpcId", "VPCId"]),
    ("AWS::EC2::Subnet", &["SubnetId"]),
    ("AWS::EC2::SecurityGroup", &["GroupId", "SecurityGroupId"]),
    ("AWS::EC2::Image", &["ImageId", "AmiId"]),
];

const LIST_HELP: &str = "`Fn::Join` makes a text of a list, `Fn::Select` takes one element";

/// So many references from schema to schema are followed.
const MOST_LEVELS: usize = 64;

impl<'t> Checker<'t> {
    /// Checks the references in a property object by the schema of its type.
    pub(super) fn kinds(&mut self, view: View<'t>, spec: &'static ResourceSpec) {
        if let Some(schema) = spec.root.schema() {
            self.kind(view, Slot::of(schema), MOST_LEVELS);
        }
    }

    fn kind(&mut self, view: View<'t>, slot: Slot, levels: usize) {
        let Slot { schema, list } = slot;
        if let Some((name, argument)) = call::of(view) {
            return self.inside(Step::Name(name), |checker| {
                checker.kind_of_call(name, argument, slot, levels);
            });
        }
        if let Some(target) = schema.reference.and_then(crate::facts::RecordSpec::schema)
            && let Some(levels) = levels.checked_sub(1)
        {
            self.kind(
                view,
                Slot {
                    schema: target,
                    list,
                },
                levels,
            );
        }
        if let Some(element) = &schema.items {
            for (index, item) in view.items().enumerate() {
                self.inside(Step::Index(index), |checker| {
                    checker.kind(item, slot.element(element), levels);
                });
            }
        }
        if schema.describes_members {
            for (name, value) in view.members() {
                if let Some(schema) = member(schema, name) {
                    self.inside(Step::Name(name), |checker| {
                        checker.kind(value, Slot::of(schema), levels);
                    });
                }
            }
        }
    }

    fn kind_of_call(&mut self, name: &str, argument: View<'t>, slot: Slot, levels: usize) {
        if name == "Fn::If" {
            for (index, branch) in argument.items().enumerate().skip(1) {
                self.inside(Step::Index(index), |checker| {
                    checker.kind(branch, slot, levels);
                });
            }
            return;
        }
        let given = self.given_by_call(name, argument);
        let Some(given) = given.filter(|_| !self.is_unjudged_here()) else {
            return;
        };
        let (lists, formats) = if name == REF {
            (Rule::Ref, Rule::RefFormat)
        } else {
            (Rule::GetAtt, Rule::GetAttFormat)
        };
        if self.list_or_not(given, argument, types(slot.schema), lists) {
            self.format(given, argument, slot, formats);
        }
    }

    /// What a call is known to give: a reference to something of the template.
    fn given_by_call(&self, name: &str, argument: View<'t>) -> Option<Given> {
        match name {
            REF => argument
                .text()
                .and_then(|name| self.given_by_reference(name)),
            "Fn::GetAtt" => self.given_by_attribute(argument),
            _ => None,
        }
    }

    /// A reference that gives a list, in a place that takes texts alone.
    pub(super) fn no_list(&mut self, view: View<'t>, rule: Rule) {
        let Some((name, argument)) = call::of(view) else {
            return;
        };
        let given = self.given_by_call(name, argument);
        if given.is_some_and(|given| given.is_list == Some(true)) {
            self.inside(Step::Name(name), |checker| {
                checker.error(rule, argument.node(), |_| {
                    let message = "this gives a list where a text is due".to_owned();
                    (message, LIST_HELP.into())
                });
            });
        }
    }

    pub(super) fn is_unjudged_here(&self) -> bool {
        !self.unjudged.is_empty() && self.is_unjudged(&self.here())
    }

    fn given_by_reference(&self, name: &str) -> Option<Given> {
        match self.names.known.get(name)? {
            Named::Parameter(_) => {
                let ty = self.parameter(name)?.member("Type").text()?;
                let is_list = super::parameters::is_list(ty)?;
                Some(Given {
                    is_list: Some(is_list),
                    property: None,
                })
            }
            Named::Resource(index) => {
                let resource = self.names.resources.get(*index)?;
                let spec = resource.spec?;
                let property = match spec.ref_returns {
                    [only] => Some((spec, *only)),
                    _ => None,
                };
                Some(Given {
                    is_list: Some(false),
                    property,
                })
            }
        }
    }

    fn given_by_attribute(&self, argument: View<'t>) -> Option<Given> {
        let mut items = argument.items();
        let (resource, attribute) = match argument.text() {
            Some(text) => text.split_once('.')?,
            None => (items.next()?.text()?, items.next()?.text()?),
        };
        let (_, resource) = self.names.resource(resource)?;
        let spec = resource.spec?;
        let known = spec
            .attributes
            .iter()
            .find(|known| known.name == attribute)?;
        // What is published as a text is a list now and then, but hardly the other way round.
        let is_list = known.schema.types.is_only(JsonType::Array).then_some(true);
        Some(Given {
            is_list,
            property: Some((spec, known.name)),
        })
    }

    /// A list where a text is due, or the other way round; whether it is neither.
    fn list_or_not(&mut self, given: Given, at: View<'t>, due: TypeSet, rule: Rule) -> bool {
        let takes_list = due.allows(JsonType::Array);
        let takes_text = due.is_open()
            || [
                JsonType::String,
                JsonType::Integer,
                JsonType::Number,
                JsonType::Boolean,
            ]
            .iter()
            .any(|kind| due.names(*kind));
        let message = match given.is_list {
            Some(true) if !takes_list => "a list",
            Some(false) if !takes_text && due.is_only(JsonType::Array) => "a text",
            _ => return true,
        };
        self.error(rule, at.node(), |_| {
            let message = format!("this gives {message} where {} is due", due.words());
            let help = if takes_list {
                "a list of one element is written `[…]`"
            } else {
                LIST_HELP
            };
            (message, help.into())
        });
        false
    }

    /// The id of one thing where that of another is due.
    fn format(&mut self, given: Given, at: View<'t>, slot: Slot, rule: Rule) {
        let Some((spec, property)) = given.property else {
            return;
        };
        let given = property_constraints(spec, property);
        let formats = given.map_or(Vec::new(), |one| one.format.into_iter().collect());
        let due = due(slot);
        let is_wrong_id = due.entity().is_some_and(|(entity, names)| {
            let is_it = |format: &&str| entity_of(format) == entity;
            let may_be = names.iter().any(|name| property.ends_with(name))
                || formats.iter().any(is_it)
                || spec.type_name == entity;
            !may_be && (!formats.is_empty() || is_identity(spec, property))
        });
        let ends_in_arn = ["Arn", "ARN"].iter().any(|end| property.ends_with(end));
        let is_no_arn = due.wants_arn
            && !ends_in_arn
            && is_identity(spec, property)
            && !given.is_some_and(may_be_arn);
        if !is_wrong_id && !is_no_arn {
            return;
        }
        self.error(rule, at.node(), |_| {
            let name = describe::name(spec.type_name);
            let what = due.words();
            let message = format!("this gives the `{property}` of an `{name}` where {what} is due");
            let arn = spec
                .attributes
                .iter()
                .find(|one| matches!(one.name, "Arn" | "ARN"));
            let help = match arn {
                Some(arn) if is_no_arn => {
                    format!("`Fn::GetAtt` of `{}` gives the ARN", arn.name).into()
                }
                _ => Help::None,
            };
            (message, help)
        });
    }
}

/// What is due in a place.
struct Due {
    formats: Vec<&'static str>,
    /// Whether every value begins with `arn:`.
    wants_arn: bool,
}

impl Due {
    /// The one thing whose id is due, if it is one with ids of its own.
    fn entity(&self) -> Option<(&'static str, &'static [&'static str])> {
        let first = entity_of(self.formats.first()?);
        let is_one = self.formats.iter().all(|format| entity_of(format) == first);
        let ends = [".Id", ".Ids"];
        let is_id = |format: &&str| ends.iter().any(|end| format.ends_with(end));
        let is_id = self.formats.iter().all(is_id);
        WITH_IDS
            .into_iter()
            .find(|(entity, _)| is_one && is_id && *entity == first)
    }

    fn words(&self) -> String {
        match self.formats.as_slice() {
            [] => "an ARN".to_owned(),
            [format, ..] => format!("`{}`", format.trim_end_matches('s')),
        }
    }
}

fn due(slot: Slot) -> Due {
    let Slot { schema, list } = slot;
    let target = schema.reference.and_then(crate::facts::RecordSpec::schema);
    // Of a list of ids, each element is one.
    let mut formats: Vec<&str> = list.into_iter().collect();
    for schema in [Some(schema), target].into_iter().flatten() {
        formats.extend(
            schema
                .constraints
                .format
                .filter(|format| format.starts_with("AWS::")),
        );
    }
    let all = [Some(schema), target].into_iter().flatten();
    let wants_arn = all.clone().any(|schema| {
        let pattern = schema.constraints.pattern.as_ref();
        pattern.is_some_and(|pattern| is_arn_pattern(pattern.expression()))
    });
    Due { formats, wants_arn }
}

/// Whether a value of a property may be an ARN, as far as its own facts say.
fn may_be_arn(constraints: &Constraints) -> bool {
    let pattern = constraints.pattern.as_ref();
    let says_arn = |text: &str| text.to_ascii_lowercase().contains("arn");
    constraints.format.is_some_and(says_arn)
        || pattern.is_some_and(|pattern| says_arn(pattern.expression()))
}

fn property_constraints(spec: &'static ResourceSpec, name: &str) -> Option<&'static Constraints> {
    let property = spec
        .properties
        .iter()
        .find(|property| property.name == name);
    let attribute = || {
        spec.attributes
            .iter()
            .find(|attribute| attribute.name == name)
    };
    match property {
        Some(property) => Some(&property.schema.followed().constraints),
        None => attribute().map(|attribute| &*attribute.schema.followed().constraints),
    }
}

/// Whether a property identifies the resource itself, and not another one.
fn is_identity(spec: &ResourceSpec, property: &str) -> bool {
    spec.primary_identifier == [property] || spec.ref_returns == [property]
}

/// `AWS::EC2::VPC` of `AWS::EC2::VPC.Id`.
fn entity_of(format: &str) -> &str {
    format.split_once('.').map_or(format, |(entity, _)| entity)
}

/// The types that are due, also where the schema leaves them to the one that it refers to.
fn types(schema: &'static Schema) -> TypeSet {
    match schema.reference.and_then(crate::facts::RecordSpec::schema) {
        Some(target) if schema.types.is_open() => target.types,
        // Alternatives may allow other types.
        _ if schema.combined.is_some() => TypeSet::default(),
        _ => schema.types,
    }
}

/// The schema of a member, if only one speaks of it.
fn member(schema: &'static Schema, name: &str) -> Option<&'static Schema> {
    if let Some(index) = schema.position(name) {
        return schema.properties.get(index).map(|property| property.schema);
    }
    match (schema.pattern_properties.as_slice(), &schema.additional) {
        ([(pattern, element)], _) if pattern.admits(name) => Some(element),
        ([], Additional::Schema(element)) => Some(element),
        _ => None,
    }
}
