//! Templates: built, read, edited, checked, planned and written as one type.
//!
//! | to | use |
//! |---|---|
//! | build one | [`Template::add`] with builders, [`Parameter`], [`Condition`], [`Output`], `sub!` |
//! | refer to a resource | the [`Handle`] that `add` gives, typed by its resource |
//! | read one | [`Template::from_text`]: JSON or YAML, as CloudFormation tells them apart |
//! | see what is in it | [`Template::resources`], [`Template::resource`] as a typed value |
//! | change it | [`Template::replace`], [`Template::entry`]; [`Template::to_text`] keeps the rest byte for byte |
//! | know whether CloudFormation takes it | [`Template::check`], [`Template::violations`] |
//! | know what an update does | [`Template::plan_update`], [`TemplatePlan`] |
//!
//! ```
//! use formwork::{Parameter, Template};
//!
//! formwork::resource!("AWS::SQS::Queue");
//!
//! let mut template = Template::new();
//! let name = template.parameter("Name", Parameter::string())?;
//! template.add("Jobs", Queue::builder().queue_name(&name))?;
//! assert_eq!(template.resources().next().unwrap().logical_id(), "Jobs");
//! # Ok::<(), formwork::Violations>(())
//! ```

// How it is built:
//
// A `Template` is a tree of parts, opened as far as the anatomy of a template goes: its
// sections, their entries, and the attributes of each resource. Below that a part is either a place in the
// text that was read, or a value in memory. What was read is therefore never copied until it is edited, knows
// its line and column, and is written back as it stood; what was built is a tree of values alone. Everything
// here looks at a part through a `View`, which hides the difference.
//
// | file | for |
// |---|---|
// | `part` | the tree: parts, and members found by name |
// | `section` | the sections of a template, in documented order |
// | `source` | the text that a template was read from |
// | `read` | from text to a template |
// | `resources` | the resources of a template, untyped and typed |
// | `entries` | the entries of the other sections |
// | `attributes` | what stands beside the properties of a resource, to be set |
// | `write` | a template as a value, as JSON and as YAML |
// | `references`, `sub` | the names that a value refers to; the text of `Fn::Sub` |
// | `values` | values of parameters that a caller knows |
// | `graph` | circles and order in a graph |
// | `plan/` | what an update to another template does |
// | `check/` | whether CloudFormation takes it |
// | `build/` | putting a template together in a program |
// | `edit/` | changing a template that was read, and the text it was read from |

mod attributes;
mod build;
mod check;
mod depth;
mod edit;
mod entries;
mod graph;
mod part;
mod plan;
mod read;
mod references;
mod resources;
mod section;
mod source;
pub(crate) mod sub;
mod values;
mod write;

use core::fmt;
use std::sync::Arc;

pub use self::attributes::{
    ConditionName, DeletionPolicy, ResourceEntry, ResourceName, UpdateReplacePolicy,
};
pub use self::build::{
    Captured, Condition, ConditionHandle, Handle, IntoResource, MappingHandle, Output, Parameter,
    ParameterHandle, TemplateRule, Untyped,
};
#[doc(hidden)]
pub use self::build::{SubPart, sub};
pub use self::entries::TemplateEntry;
pub use self::plan::{Action, AttributeChange, Fate, OutputChange, ResourcePlan, TemplatePlan};
pub use self::resources::TemplateResource;
pub use self::values::ParameterValues;

use self::build::Origin;
use self::part::{Members, Part};
use self::section::Section;
use self::source::Source;
use crate::document::Content;
use crate::json::Json;
use crate::text::location::Location;
use crate::text::pointer;
use crate::typed::read as read_as_typed;
use crate::typed::view::{self, View};
use crate::{Violation, Violations};

/// A CloudFormation template: built by a program, or read from JSON or YAML with nothing lost.
///
/// ```
/// use formwork::Template;
///
/// let template: Template = r#"{
///     "Resources": { "Queue": { "Type": "AWS::SQS::Queue", "DeletionPolicy": "Retain" } }
/// }"#.parse()?;
/// for resource in template.resources() {
///     assert_eq!(resource.logical_id(), "Queue");
///     assert_eq!(resource.type_name(), "AWS::SQS::Queue");
///     assert_eq!(resource.location().unwrap().to_string(), "2:20");
/// }
/// # Ok::<(), formwork::Violations>(())
/// ```
///
/// Two templates are equal if they are equal as data: the order of members and the way they are written do not
/// count.
#[derive(Clone, Default)]
pub struct Template {
    source: Option<Arc<Source>>,
    file: Option<Arc<str>>,
    root: Members,
    /// Tells its handles from those of other templates.
    origin: Origin,
    /// Where a program used the handle of another template.
    misused: Vec<Violation>,
}

impl Template {
    /// A template without anything in it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Names the file that the template was read from, for the reports about it.
    #[must_use]
    pub fn in_file(mut self, name: &str) -> Self {
        self.file = Some(name.into());
        self
    }

    /// The value that a JSON pointer leads to: `/Resources/Queue/Properties/QueueName`.
    ///
    /// ```
    /// use formwork::Template;
    ///
    /// let template: Template = r#"{ "Mappings": { "A/B": { "x": { "y": 1 } } } }"#.parse()?;
    /// assert_eq!(template.get("/Mappings/A~1B/x/y").unwrap().as_i64(), Some(1));
    /// # Ok::<(), formwork::Violations>(())
    /// ```
    #[must_use]
    pub fn get(&self, pointer: &str) -> Option<Json> {
        let Some(path) = pointer.strip_prefix('/') else {
            return pointer.is_empty().then(|| self.to_json_value());
        };
        let mut members = &self.root;
        let mut rest = path;
        loop {
            let (segment, after) = match rest.split_once('/') {
                Some((segment, after)) => (segment, Some(after)),
                None => (rest, None),
            };
            let part = &members.get(&pointer::unescape(segment))?.value;
            let Some(after) = after else {
                return Some(self.json(part));
            };
            match part {
                Part::Open(open) => (members, rest) = (&open.members, after),
                Part::Read(_) | Part::Made(_) => return follow(self.view(part), after),
            }
        }
    }

    /// The part as a value of its own.
    fn json(&self, part: &Part) -> Json {
        match part {
            Part::Read(_) | Part::Made(_) => view::to_json(self.view(part)),
            Part::Open(open) => self.members_as_json(&open.members),
        }
    }

    fn members_as_json(&self, members: &Members) -> Json {
        let members = members.iter();
        Json::Object(
            members
                .map(|member| (&*member.name, self.json(&member.value)))
                .collect(),
        )
    }

    /// How everything here looks at a part; nothing if the part is opened, and is looked at member by member.
    fn view<'t>(&'t self, part: &'t Part) -> View<'t> {
        match part {
            Part::Read(index) => match &self.source {
                Some(source) => View::Node(source.document.node(*index)),
                None => View::Absent,
            },
            Part::Made(json) => View::Json(json),
            Part::Open(_) => View::Absent,
        }
    }

    /// The members of a section, if it is there and an object.
    fn entries_of(&self, section: Section) -> Option<&Members> {
        match &self.root.get(section.name())?.value {
            Part::Open(open) => Some(&open.members),
            Part::Read(_) | Part::Made(_) => None,
        }
    }

    /// A report about values that stand nowhere in the text, placed at a node to blame for all.
    fn placed(&self, found: Violations, node: Option<usize>) -> Violations {
        let more = found.unlisted();
        let source = self.source.as_deref().filter(|_| node.is_some());
        let place = source
            .zip(node)
            .and_then(|(source, node)| read_as_typed::place_of(source.document.node(node)));
        let found = found
            .into_iter()
            .map(|violation| Violation { place, ..violation });
        let text = source.map(|source| source.text.clone());
        self.named(Violations::new(found.collect(), more, text))
    }

    /// A report with the name of the template's file.
    fn named(&self, found: Violations) -> Violations {
        match &self.file {
            Some(file) => found.in_file(file),
            None => found,
        }
    }

    /// Where a node stands in the text.
    fn location(&self, node: Option<usize>) -> Option<Location> {
        self.source.as_ref()?.document.node(node?).location()
    }
}

/// The value that the rest of a pointer leads to.
fn follow(from: View<'_>, path: &str) -> Option<Json> {
    let mut view = from;
    for segment in path.split('/') {
        view = match view {
            View::Node(node) if matches!(node.content(), Content::Array(_)) => {
                View::Node(node.items().nth(pointer::index(segment)?)?)
            }
            View::Json(Json::Array(items)) => View::Json(items.get(pointer::index(segment)?)?),
            _ => view.member(&pointer::unescape(segment)),
        };
    }
    (!matches!(view, View::Absent)).then(|| view::to_json(view))
}

/// How many resources the template has.
impl fmt::Debug for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Template");
        if let Some(file) = &self.file {
            shown.field("file", file);
        }
        shown
            .field("resources", &self.resources().count())
            .finish_non_exhaustive()
    }
}

impl PartialEq for Template {
    fn eq(&self, other: &Self) -> bool {
        self.to_json_value() == other.to_json_value()
    }
}
