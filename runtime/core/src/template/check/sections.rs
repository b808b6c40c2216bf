//! The sections of a template, and the names and numbers of their entries.
//!
//! Source of the limits: the user guide's page "`CloudFormation` quotas".

use super::Checker;
use super::macros;
use super::names::entries;
use super::resources::not_an_object;
use crate::document::Content;
use crate::json::Json;
use crate::report::help::Help;
use crate::report::rule::Rule;
use crate::template::part::{Member, Part};
use crate::template::section::Section;
use crate::text::pointer::Step;
use crate::text::suggest;
use crate::typed::describe;
use crate::typed::view::View;

/// The most bytes of a template that is read from a bucket.
const MOST_BYTES: usize = 1_000_000;

/// The most bytes of a description.
pub(super) const LONGEST_DESCRIPTION: usize = 1024;

/// The most characters of a name.
const LONGEST_NAME: usize = 255;

/// The only version of the format.
const VERSION: &str = "2010-09-09";

/// What the names of a section's entries have to be like, and how many there may be.
struct Limits {
    section: Section,
    most: usize,
    /// What one entry is called.
    one: &'static str,
    name: Rule,
    length: Rule,
    count: Rule,
}

const LIMITS: [Limits; 4] = [
    Limits {
        section: Section::Parameters,
        most: 200,
        one: "parameter",
        name: Rule::ParameterName,
        length: Rule::ParameterNameLength,
        count: Rule::ParameterCount,
    },
    Limits {
        section: Section::Mappings,
        most: 200,
        one: "mapping",
        name: Rule::Mapping,
        length: Rule::MappingNameLength,
        count: Rule::MappingCount,
    },
    Limits {
        section: Section::Resources,
        most: 500,
        one: "resource",
        name: Rule::Resource,
        length: Rule::ResourceNameLength,
        count: Rule::ResourceCount,
    },
    Limits {
        section: Section::Outputs,
        most: 200,
        one: "output",
        name: Rule::OutputName,
        length: Rule::OutputNameLength,
        count: Rule::OutputCount,
    },
];

impl<'t> Checker<'t> {
    /// The whole template.
    pub(super) fn sections(&mut self) {
        self.size();
        self.transforms();
        // Whatever stands there is only what a macro starts from.
        if self.macros.rewrite_all {
            return;
        }
        for member in self.template.root.iter() {
            self.inside(Step::Name(&member.name), |checker| checker.section(member));
        }
        if self.template.root.get(Section::Resources.name()).is_none() {
            self.no_resources(self.root());
        }
        for limits in &LIMITS {
            self.inside(Step::Name(limits.section.name()), |checker| {
                checker.limits(limits);
            });
        }
        self.parameters();
        self.mappings();
        self.conditions();
        self.rules();
        self.resources();
        self.outputs();
        self.cycles();
        self.order();
    }

    /// The node of the whole template.
    fn root(&self) -> Option<usize> {
        self.template.source.as_ref().map(|_| 0)
    }

    fn size(&mut self) {
        let length = self
            .template
            .source
            .as_ref()
            .map_or(0, |source| source.text.len());
        if length > MOST_BYTES {
            self.error(Rule::TemplateSize, self.root(), |_| {
                let message =
                    format!("the template has {length} bytes where {MOST_BYTES} are allowed");
                (message, "split it into nested stacks".into())
            });
        }
    }

    fn section(&mut self, member: &'t Member) {
        let view = self.template.view(&member.value);
        let node = member.value.node();
        match Section::named(&member.name) {
            None => self.unknown_section(member),
            Some(Section::FormatVersion) => {
                if view.text() != Some(VERSION) {
                    self.error(Rule::Template, node, |_| {
                        let message = describe::view(view) + " is not a version of the format";
                        (message, format!("allowed: `\"{VERSION}\"`").into())
                    });
                }
            }
            Some(Section::Description) => self.description(view),
            // Looked at before everything else.
            Some(Section::Transform) => {}
            Some(Section::Resources) => match &member.value {
                Part::Open(open) if open.members.iter().next().is_none() => {
                    self.no_resources(node);
                }
                Part::Open(_) => {}
                Part::Read(_) | Part::Made(_) => self.no_object(view),
            },
            Some(
                Section::Metadata
                | Section::Parameters
                | Section::Rules
                | Section::Mappings
                | Section::Conditions
                | Section::Hooks
                | Section::Outputs,
            ) => {
                if let (Part::Open(open), "Metadata" | "Hooks") = (&member.value, &*member.name) {
                    for entry in open.members.iter() {
                        let view = self.template.view(&entry.value);
                        self.inside(Step::Name(&entry.name), |checker| checker.nulls(view));
                    }
                }
                if !matches!(member.value, Part::Open(_)) {
                    self.no_object(view);
                }
            }
        }
    }

    fn unknown_section(&mut self, member: &'t Member) {
        // Defaults of the resources that the transform replaces.
        if member.name.as_ref() == "Globals" && self.macros.serverless
            || macros::is_macro(&member.name)
        {
            return;
        }
        self.error(Rule::Template, member.key, |_| {
            let name = describe::name(&member.name);
            let known = Section::ALL.into_iter().map(Section::name);
            let near = suggest::nearest(suggest::start(&member.name), known);
            let help = match near.as_slice() {
                [] => Help::None,
                near => format!("there is {}", suggest::listed(near)).into(),
            };
            (format!("a template has no section `{name}`"), help)
        });
    }

    /// A `null` in what nothing else judges.
    ///
    /// Source: <https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1378>, of 2022-10:
    /// templates with a `null` anywhere are refused.
    pub(super) fn nulls(&mut self, view: View<'t>) {
        if is_null(view) {
            return self.no_null(view);
        }
        for (index, item) in view.items().enumerate() {
            self.inside(Step::Index(index), |checker| checker.nulls(item));
        }
        for (name, member) in view.members() {
            self.inside(Step::Name(name), |checker| checker.nulls(member));
        }
    }

    pub(super) fn no_null(&mut self, view: View<'t>) {
        self.error(Rule::Type, view.node(), |_| {
            let message = describe::view(view) + " is not a value";
            (message, "leave it out".into())
        });
    }

    fn no_object(&mut self, view: View<'t>) {
        self.error(Rule::Template, view.node(), |_| not_an_object(view));
    }

    fn no_resources(&mut self, node: Option<usize>) {
        self.error(Rule::Template, node, |_| {
            let message = "a template has at least one resource".to_owned();
            (message, "it stands in the section `Resources`".into())
        });
    }

    /// A description of the template or of an output.
    pub(super) fn description(&mut self, view: View<'t>) {
        let Some(text) = view.text() else {
            return self.error(Rule::Description, view.node(), |_| {
                let message = describe::view(view) + " is not a string";
                (message, "a description takes no function".into())
            });
        };
        let length = text.len();
        if length > LONGEST_DESCRIPTION {
            self.error(Rule::DescriptionLength, view.node(), |_| {
                let message = format!(
                    "the description has {length} bytes where {LONGEST_DESCRIPTION} are allowed"
                );
                (message, Help::None)
            });
        }
    }

    fn transforms(&mut self) {
        let Some(member) = self.template.root.get(Section::Transform.name()) else {
            return;
        };
        let view = self.template.view(&member.value);
        let is_name = |view: View<'_>| {
            let name = view.text().or_else(|| view.member("Name").text());
            name.is_some_and(|name| !name.is_empty())
        };
        self.inside(Step::Name(&member.name), |checker| {
            if is_name(view) {
                return;
            }
            let mut wrong = view.items().enumerate().filter(|(_, item)| !is_name(*item));
            if view.items().next().is_none() {
                checker.no_transform(view);
            } else if let Some((index, item)) = wrong.next() {
                checker.inside(Step::Index(index), |checker| checker.no_transform(item));
            }
        });
    }

    fn no_transform(&mut self, view: View<'t>) {
        self.error(Rule::Transform, view.node(), |_| {
            let message = describe::view(view) + " does not name a transform";
            (
                message,
                "written as a name, as `Name` and `Parameters`, or as a list of these".into(),
            )
        });
    }

    fn limits(&mut self, limits: &Limits) {
        let mut count = 0;
        for member in entries(self.template, limits.section) {
            if macros::is_macro(&member.name) {
                count += macros::made_by(&member.name, self.template.view(&member.value));
                continue;
            }
            count += 1;
            self.inside(Step::Name(&member.name), |checker| {
                checker.entry_name(member, limits);
            });
        }
        if count > limits.most {
            let section = self.template.root.get(limits.section.name());
            self.error(
                limits.count,
                section.and_then(|section| section.key),
                |_| {
                    let (one, most) = (limits.one, limits.most);
                    let message =
                        format!("the template has {count} {one}s where {most} are allowed");
                    (message, Help::None)
                },
            );
        }
    }

    fn entry_name(&mut self, member: &'t Member, limits: &Limits) {
        let one = limits.one;
        let is_plain = member.name.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !is_plain || member.name.is_empty() {
            self.error(limits.name, member.key, |_| {
                let name = describe::name(&member.name);
                let message = format!("`{name}` is not a valid {one} name");
                (message, "allowed: letters and digits".into())
            });
        }
        let length = member.name.chars().count();
        if length > LONGEST_NAME {
            self.error(limits.length, member.key, |_| {
                let message = format!(
                    "the name of the {one} has {length} characters where {LONGEST_NAME} are allowed"
                );
                (message, Help::None)
            });
        }
    }
}

/// Whether `null` stands there.
fn is_null(view: View<'_>) -> bool {
    match view {
        View::Node(node) => matches!(node.content(), Content::Null),
        View::Json(json) => matches!(json, Json::Null),
        _ => false,
    }
}
